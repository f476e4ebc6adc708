from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import DateLine, Document, Furniture, Letterhead, Paragraph, Run, Subject
from briefgen.errors import BriefgenError
from briefgen.render.eml import render_eml
from briefgen.render.text import render_text
from tests.render.pdf.samples import SAMPLES, document, english_letter, korean_letter, layout, line, note

FILES = {"편지 – 대표부.pdf": b"%PDF-1.7\r\n\x00\xff", "letter.docx": b"PK\x03\x04", "notes.bin": b""}
TITLES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=150)
LOOKS_ENCODED = st.text(alphabet=' =?_utf-8bqQ=3DaééCé中,;"()<>:', max_size=150)
NAMES = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters='<>:"/\\|?*'), max_size=99
)


def draft(made: Document | None = None, **options: object) -> bytes:
    return render_eml(made or english_letter(), layout(), **options)  # type: ignore[arg-type]


def message_of(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def body_of(data: bytes) -> str:
    body = message_of(data).get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def files_of(data: bytes) -> dict[str | None, bytes]:
    return {part.get_filename(): part.get_payload(decode=True) for part in message_of(data).iter_attachments()}  # type: ignore[misc]


# --- Headers -------------------------------------------------------------------------------------------------


def test_it_is_a_draft_that_nobody_has_sent() -> None:
    message = message_of(draft(to="mission@exampleland.example"))
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == english_letter().title
    assert message["To"] == "mission@exampleland.example"
    assert sorted(name.lower() for name in message) == [
        "content-transfer-encoding", "content-type", "mime-version", "subject", "to", "x-unsent",
    ]  # fmt: skip


def test_addresses_stand_only_where_they_are_given() -> None:
    assert {"To", "From"}.isdisjoint(message_of(draft()).keys())
    assert message_of(draft(sender="post@openwells.example"))["From"] == "post@openwells.example"


@pytest.mark.parametrize(
    "title",
    ["", " a", "a ", "é ", "a  b", "=?utf-8?q?a?=", "é =?utf-8?b?YQ==?= b", "é  " * 60, "a é b  c " * 20, "x" * 300,
     "water " * 30 + "b", "\u3000제목: 유엔", "\U0001f4a7" * 50, "Bcc: a@b.example"],
)  # fmt: skip
def test_a_difficult_title_is_the_subject(title: str) -> None:
    assert message_of(draft(document(title=title)))["Subject"] == title


@given(TITLES | LOOKS_ENCODED)
def test_any_title_is_the_subject(title: str) -> None:
    data = draft(document(title=title))
    assert message_of(data)["Subject"] == title
    head = data.partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert max(map(len, head)) <= 76


def test_a_short_english_title_is_readable_in_the_file() -> None:
    assert b"\r\nSubject: Re: Clean water\r\n" in draft(document(title="Re: Clean water"))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00", "\x1b"])
def test_a_line_end_in_a_title_is_refused(end: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        draft(document(title=f"Water{end}Bcc: all@example.org"))
    assert end not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["a@b.example\r\nBcc: c@d.example", "a@b.example\n", "a@b.example, c@d.example", "a b@c.example", "a@b",
     "@b.example", "A <a@b.example>", "é@b.example", "a@b..example", "a" * 250 + "@b.example", "a@b.example\u2028"],
)  # fmt: skip
@pytest.mark.parametrize("header", ["to", "sender"])
def test_what_is_no_single_address_is_refused(address: str, header: str) -> None:
    with pytest.raises(BriefgenError, match="is no mail address"):
        draft(**{header: address})


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(BriefgenError) as caught:
        draft(document(title="a\nb"), to="a", sender="b", attachments={"a/b": b""})
    assert len(caught.value.problems) == 4


# --- Body ----------------------------------------------------------------------------------------------------


def test_the_body_is_the_text_without_what_the_headers_say() -> None:
    said = (Paragraph(line("Excellency,", note("A note."))), Paragraph(line("물을 끓여도 소용이 없습니다.")))
    head = (Letterhead("Open Wells"), DateLine(("23 November 2026",)), Subject(line("Re: Water")))
    marks = Furniture("", "", ("Draft",))
    data = draft(document(*head, *said, title="Re: Water", furniture=marks))
    assert body_of(data).encode() == render_text(document(*said, furniture=marks), layout())
    assert body_of(data).startswith("Draft\n\nExcellency,[1]\n")


def test_a_subject_that_says_more_than_the_title_stays() -> None:
    assert "Re: Wells" in body_of(draft(document(Subject(line("Re: Wells")), title="Water")))
    assert "Wells[1]" in body_of(draft(document(Subject(line("Wells", note("A note."))), title="Wells")))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_message_is_made_of_short_ascii_lines(name: str) -> None:
    data = draft(SAMPLES[name](), attachments=FILES)
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    unfoldable = b"Content-Type: application/vnd."
    assert max(len(one) for one in data.split(b"\r\n") if not one.startswith(unfoldable)) <= 78
    assert [defect for part in message_of(data).walk() for defect in part.defects] == []


def test_an_address_that_is_no_link_is_refused() -> None:
    with pytest.raises(BriefgenError, match="cannot be a link"):
        draft(document(Paragraph(line(Run("a", url="javascript:alert(1)")))))


# --- Attachments ---------------------------------------------------------------------------------------------


def test_attachments_have_their_names_and_types() -> None:
    data = draft(korean_letter(), attachments=FILES)
    assert files_of(data) == FILES
    assert [part.get_content_type() for part in message_of(data).iter_attachments()] == [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream",
    ]
    assert all(part.get_content_disposition() == "attachment" for part in message_of(data).iter_attachments())
    assert b"filename*=utf-8''%ED%8E%B8" in data or b"filename*0*=utf-8''%ED%8E%B8" in data


@given(st.binary(max_size=500), st.sampled_from([".pdf", ".docx", ".html", ".txt", ".TXT", ""]))
def test_an_attachment_comes_back_byte_for_byte(content: bytes, suffix: str) -> None:
    assert files_of(draft(attachments={f"file{suffix}": content})) == {f"file{suffix}": content}


@given(NAMES.map(lambda name: name.strip().strip(" .") or "a"))
def test_any_name_of_a_file_comes_back(name: str) -> None:
    if name == name.strip().strip(" ."):
        assert files_of(draft(attachments={name: b"a"})) == {name: b"a"}


@pytest.mark.parametrize(
    "name", ["", " ", "a\r\nBcc: b@c.example", "../a.pdf", "a\\b.pdf", 'a"b.pdf', "a.", " a", "\ud800"]
)
def test_a_name_that_is_no_file_name_is_refused(name: str) -> None:
    with pytest.raises(BriefgenError, match="name of an attached file"):
        draft(attachments={name: b""})


def test_a_boundary_in_an_attachment_ends_no_part() -> None:
    first = draft(attachments={"a.txt": b"a"})
    boundary = message_of(first).get_boundary()
    content = f"--{boundary}--\r\n\r\n--{boundary}".encode()
    assert files_of(draft(attachments={"a.txt": content})) == {"a.txt": content}


def test_the_same_input_gives_the_same_bytes() -> None:
    assert draft(attachments=FILES) == draft(attachments=dict(FILES))
    boundaries = {
        re.search(rb'boundary="(.+?)"', draft(attachments=files))[1]  # type: ignore[index]
        for files in (FILES, {"a": b"bc"}, {"ab": b"c"})
    }
    assert len(boundaries) == 3
