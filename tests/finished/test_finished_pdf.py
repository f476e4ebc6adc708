"""A finished PDF read back: its passages and lines, and what its container must not hold."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.finished.expectation import Expectation
from briefgen.finished.pdf import read_pdf
from briefgen.finished.reading import bare

Made = Callable[[str, str, str], dict[str, Path]]
Copied = Callable[[str, str, str, str], Path]


def test_passages_notes_and_margins_are_read(made: Made, expected: Callable[[str, str, str], Expectation]) -> None:
    path, whole = made("briefing", "all", "ko")["pdf"], expected("briefing", "all", "ko")
    file = read_pdf(path, path.read_bytes())
    assert [bare(passage.text) for passage in file.body] == [bare(said.text) for said in whole.body("pdf")]
    assert [bare(passage.text) for passage in file.notes] == [bare(said.text) for said in whole.notes]
    assert bare(whole.document.furniture.short_title) in bare("".join(file.furniture))
    assert file.properties.title == whole.document.title
    assert (file.properties.language, file.properties.created) == ("ko", "2026-11-23")
    assert file.faults == ()


def test_every_passage_knows_its_lines(made: Made) -> None:
    path = made("letter", "FR", "en")["pdf"]
    file = read_pdf(path, path.read_bytes())
    longest = max(file.body, key=lambda passage: len(passage.text))
    assert len(longest.lines) > 2
    assert "".join(line.text for line in longest.lines) == longest.text
    assert file.pages == max(line.page for passage in file.body for line in passage.lines)


def test_arabic_lines_hold_the_letters_of_the_text(
    made: Made, expected: Callable[[str, str, str], Expectation]
) -> None:
    path, whole = made("letter", "FR", "ar")["pdf"], expected("letter", "FR", "ar")
    file = read_pdf(path, path.read_bytes())
    for said, passage in zip(whole.body("pdf"), file.body, strict=True):
        assert sorted(filter(str.isalpha, bare(said.text))) == sorted(filter(str.isalpha, bare(passage.text)))


def with_comment(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots = pdf.make_indirect(
        pikepdf.Array(
            [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents="no", Rect=[0, 0, 1, 1])]
        )
    )


def with_program(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = b"notes"


def with_program_name(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Creator"] = "/home/somebody/letters"


def without_a_font(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item.FontFile2
            return


def with_time(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    changed = packet.replace(b"2026-11-23", b"2026-11-23T10:20:30+01:00")
    assert changed != packet
    pdf.Root.Metadata.write(changed)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (with_comment, "page 1 holds a comment or mark-up (Text)"),
        (with_program, "it holds an action that runs by itself (OpenAction)"),
        (with_attachment, "it holds an attached file"),
        (with_program_name, "its metadata hold a path of a machine"),
        (without_a_font, "is not embedded"),
        (with_time, "its metadata tell the time of day at which it was made"),
    ],
)
def test_a_spoilt_container_is_found(spoil: Callable[[pikepdf.Pdf], None], told: str, copied: Copied) -> None:
    path = copied("letter", "FR", "en", "pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        spoil(pdf)
        pdf.save(path, fix_metadata_version=False)
    faults = read_pdf(path, path.read_bytes()).faults
    assert any(told in fault for fault in faults), faults


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_a_problem_and_no_crash(data: st.DataObject, made: Made) -> None:
    path = made("letter", "FR", "en")["pdf"]
    good = path.read_bytes()
    start = data.draw(st.integers(0, len(good) - 1))
    length = data.draw(st.integers(1, 4000))
    bad = good[:start] + data.draw(st.binary(max_size=64)) + good[start + length :]
    with suppress(BriefgenError):
        assert read_pdf(path, bad).body
