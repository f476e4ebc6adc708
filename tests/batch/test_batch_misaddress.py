"""A finished file that names somebody else, has another title or another language, is stopped."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.batch.making import Task, expectation
from briefgen.batch.misaddress import Expectation, misaddressed
from briefgen.batch.plan import Job
from briefgen.compose.addressing import state_lines
from briefgen.compose.request import Recipient, Request
from briefgen.document import Addressee, Run
from briefgen.library.languages import language_tags
from briefgen.library.shelves import Library, open_library
from briefgen.model.contact import Contact
from briefgen.workshop import Draft, Workshop

Ask = Callable[..., Request]
KINDS = ["pdf", "docx", "txt", "html", "eml"]


def drafted(library: Library, request: Request) -> tuple[Draft, Expectation]:
    draft = Workshop(library).draft(request)
    job = Job("letter", request.recipient, request.language.tag, request.contact)
    return draft, expectation(draft, Task(job, ("Jo Other", "Camille Example")))


def swapped(draft: Draft, text: str) -> Draft:
    """The draft with another line in the place of the first of its address."""
    document = draft.composition.document
    blocks = tuple(
        replace(block, lines=((Run(text),), *block.lines[1:])) if isinstance(block, Addressee) else block
        for block in document.blocks
    )
    return replace(draft, composition=replace(draft.composition, document=replace(document, blocks=blocks)))


def found(library: Library, draft: Draft, kind: str, expected: Expectation) -> list[str]:
    return list(misaddressed(kind, Workshop(library).files(draft, [kind])[kind], expected))


@pytest.mark.parametrize("language", language_tags(open_library()))
def test_a_letter_to_the_right_one_passes_in_every_language(library: Library, request_for: Ask, language: str) -> None:
    for state in ("FR", "GW", "CG"):
        draft, expected = drafted(library, request_for(state, language=language))
        for kind in ("pdf", "docx", "txt"):
            assert found(library, draft, kind, expected) == [], (state, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_address_of_another_state_is_found(library: Library, request_for: Ask, kind: str) -> None:
    draft, expected = drafted(library, request_for("FR"))
    wrong = swapped(draft, "The Permanent Representative of Japan to the United Nations")
    messages = found(library, wrong, kind, expected)
    assert any("is missing" in message for message in messages)
    assert any("somebody else" in message and "Japan" in message for message in messages)


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_another_person_is_found(library: Library, request_for: Ask, kind: str) -> None:
    request = replace(request_for("FR"), contact=Contact(name="Camille Example", state="FR"))
    draft, expected = drafted(library, request)
    assert found(library, draft, kind, expected) == []
    messages = found(library, swapped(draft, "H.E. Jo Other"), kind, expected)
    assert any("“Jo Other”" in message for message in messages)


@pytest.mark.parametrize("kind", ["pdf", "docx", "eml"])
def test_another_title_is_found(library: Library, request_for: Ask, kind: str) -> None:
    draft, expected = drafted(library, request_for("FR"))
    messages = found(library, draft, kind, replace(expected, title="Re: Something else"))
    assert any("its title is" in message for message in messages)


def test_another_language_is_found(library: Library, request_for: Ask) -> None:
    draft, expected = drafted(library, request_for("FR"))
    assert any("its language is" in text for text in found(library, draft, "docx", replace(expected, language="ko")))
    assert any("its language is" in text for text in found(library, draft, "pdf", replace(expected, language="ko")))


def test_china_may_be_spoken_of_in_a_letter_to_another(library: Library, request_for: Ask) -> None:
    draft, expected = drafted(library, request_for("RU"))
    assert found(library, draft, "txt", expected) == []


def test_a_group_has_no_state_to_be_mistaken(library: Library, request_for: Ask) -> None:
    request = replace(request_for(format_="open-letter", group="all"), recipient=Recipient(group="all"))
    draft, expected = drafted(library, request)
    assert found(library, draft, "pdf", expected) == []


def bare(text: str) -> str:
    return "".join(re.findall(r"\w", text)).casefold()


@pytest.mark.parametrize("language", language_tags(open_library()))
def test_the_line_of_every_other_state_is_found_and_its_own_is_not(
    library: Library, request_for: Ask, language: str
) -> None:
    draft, expected = drafted(library, request_for("GN", language=language))
    text = Workshop(library).files(draft, ["txt"])["txt"].decode()
    mine = [bare(line) for line in expected.own]
    for iso, lines in state_lines(draft.request).alone.items():
        for line in lines:
            messages = list(misaddressed("txt", f"{text}\n{line}".encode(), expected))
            told = f"it holds the address of somebody else: “{line}”" in messages
            assert told is not any(bare(line) in own for own in mine), line
            assert iso != "GN" or messages == []


def test_the_addressee_of_a_letter_may_have_the_name_of_another(library: Library, request_for: Ask) -> None:
    request = replace(request_for("FR"), contact=Contact(name="Jo Other", state="FR"))
    draft, expected = drafted(library, request)
    assert found(library, draft, "txt", expected) == []
    assert found(library, swapped(draft, "H.E. Camille Example"), "txt", expected) != []


EXPECTED = Expectation(
    ("Ms Own",), (frozenset({"Jo Other", "JO OTHER", "Jo Oth", "…"}),), frozenset({"Jo Oth"}), "en", "T"
)


def test_all_lines_of_the_same_letters_are_told_and_spared_ones_are_not() -> None:
    messages = list(misaddressed("txt", b"Ms Own, jo-other", EXPECTED))
    assert messages == [f"it holds the address of somebody else: “{line}”" for line in ("JO OTHER", "Jo Other")]


@given(
    st.lists(st.text(alphabet="abA -", max_size=5), max_size=8),
    st.lists(st.text(alphabet="abA -", max_size=5), max_size=8),
    st.text(alphabet="abA \n", max_size=30),
)
def test_exactly_the_lines_that_stand_in_the_text_are_found(one: list[str], two: list[str], text: str) -> None:
    expected = Expectation((), (frozenset(one), frozenset(two)), frozenset(), "en", "T")
    standing = sorted({line for line in (*one, *two) if bare(line) and bare(line) in bare(text)})
    messages = list(misaddressed("txt", text.encode(), expected))
    assert messages == [f"it holds the address of somebody else: “{line}”" for line in standing]


MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = '<c xmlns:d="d"><d:title>T</d:title><d:language>en-GB</d:language></c>'


def word(body: str, *, prefix: str = "w", part: str = "document", head: str = "", encoding: str = "utf-8") -> bytes:
    """A Word file of one part, with what the check reads of it."""
    root = f'<{prefix}:root xmlns:{prefix}="{MAIN}" xmlns:o="o">{body}</{prefix}:root>'
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr(f"word/{part}.xml", f"{head}{root}".encode(encoding))
        package.writestr("docProps/core.xml", CORE)
    return data.getvalue()


OWN = "<w:p><w:r><w:t>Ms Own</w:t></w:r></w:p>"
LATIN = '<?xml version="1.0" encoding="iso-8859-1"?>'


@pytest.mark.parametrize(
    "data",
    [
        word(f"{OWN}<w:p><w:r><w:t>Jo Other</w:t></w:r></w:p>"),
        word(f'{OWN}<w:p><w:r><w:t xml:space="preserve">Jo O</w:t></w:r><w:r><w:rPr/><w:t>ther</w:t></w:r></w:p>'),
        word(f'{OWN}<w:p><w:r><w:t>Jo </w:t><w:t/><w:t w:x=""/><w:t></w:t><w:tab/><w:t>Other</w:t></w:r></w:p>'),
        word(f"{OWN}<w:p><w:t>Jo &#79;the&#x72;</w:t></w:p>"),
        word(f"{OWN}<w:p><w:t><![CDATA[Jo Other]]></w:t></w:p>"),
        word(f"{OWN}<w:p><w:t>Jo <!-- a name -->Other</w:t></w:p>"),
        word(f'{OWN}<x:p xmlns:x="{MAIN}"><x:t>Jo Other</x:t></x:p>'),
        word(OWN.replace("w:", "v:") + "<v:p><v:t>Jo Other</v:t></v:p>", prefix="v"),
        word(f"{OWN}<w:p><w:t>Jo Other é</w:t></w:p>", head=LATIN, encoding="iso-8859-1"),
        word(f"{OWN}<w:p><w:t>Jo Other</w:t></w:p>", encoding="utf-16"),
        word(f"{OWN}<w:p><w:t>Jo Other</w:t></w:p>", part="footnotes"),
        word(f"{OWN}<w:p><w:t>Jo Other</w:t></w:p>", part="header2"),
    ],
)  # fmt: skip
def test_a_name_is_read_however_a_word_file_is_written(data: bytes) -> None:
    assert len(list(misaddressed("docx", data, EXPECTED))) == 2


@pytest.mark.parametrize(
    "data",
    [
        word(f'{OWN}<w:p><w:pStyle w:val="Jo Other"/><w:instrText>Jo Other</w:instrText></w:p>'),
        word(f"{OWN}<o:p><o:t>Jo Other</o:t></o:p>"),
        word(f'{OWN}<w:p xmlns:w="o"><w:t>Jo Other</w:t></w:p>'),
        word(f"{OWN}<!--<w:p><w:t>Jo Other</w:t></w:p>-->"),
        word(f"{OWN}<w:p><w:t>Jo &amp;#79;ther</w:t></w:p>"),
    ],
)
def test_what_no_reader_sees_is_no_name(data: bytes) -> None:
    assert list(misaddressed("docx", data, EXPECTED)) == []
