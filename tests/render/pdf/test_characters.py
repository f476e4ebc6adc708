"""Normal forms, and what is refused before anything is set."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.document import Heading, KeyFigure, KeyFigures, Note, Paragraph, Run, text_of
from briefgen.render.pdf.characters import normalised, problems_in
from tests.render.pdf.samples import SAMPLES, document, line


def test_every_string_of_a_document_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "가각 é")
    result = normalised(document(Paragraph((Run(decomposed), Note((Run(decomposed),)))), title=decomposed))
    paragraph = result.blocks[0]
    assert isinstance(paragraph, Paragraph)
    note = paragraph.line[1]
    assert isinstance(note, Note)
    assert result.title == text_of(paragraph.line) == text_of(note.line) == "가각 é"


@given(st.text())
def test_texts_are_normalised_one_by_one(text: str) -> None:
    assert normalised((text, text)) == (unicodedata.normalize("NFC", text),) * 2


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_samples_have_no_problems(name: str) -> None:
    assert problems_in(SAMPLES[name]()) == ()


@pytest.mark.parametrize(
    "broken",
    [
        document(Paragraph(line("ክ"))),
        document(Paragraph((Note(line("ክ")),))),
        document(Heading(1, line("ክ"))),
        document(KeyFigures("ክ", (KeyFigure("1", line("one")),))),
        document(title="ክ"),
        document(organisation="ክ"),
    ],
)
def test_a_character_without_a_glyph_is_found_wherever_it_stands(broken: object) -> None:
    (problem,) = problems_in(broken)  # type: ignore[arg-type]
    assert "`ክ` (U+12AD" in problem.message


def test_each_character_is_named_once_and_long_texts_are_cut() -> None:
    (problem,) = problems_in(document(Paragraph(line("a" * 50 + "ክ" + "b" * 50)), Paragraph(line("ክ"))))
    assert f"“…{'a' * 20}ክ{'b' * 20}…”" in problem.message


def test_control_characters_are_refused() -> None:
    (problem,) = problems_in(document(Paragraph(line("a\fb\n"))))
    assert "U+000C" in problem.message


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "www.example.org", "htps://example.org", "https:", "", "http://["],
)
def test_a_link_is_a_web_or_mail_address(url: str) -> None:
    (problem,) = problems_in(document(Paragraph((Run("here", url=url),))))
    assert f"`{url}`" in problem.message


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "mailto:post@example.org"])
def test_web_and_mail_addresses_pass(url: str) -> None:
    assert problems_in(document(Paragraph((Run("here", url=url),)))) == ()
