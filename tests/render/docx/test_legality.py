"""What a document may not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.document import Furniture, Heading, KeyFigures, Note, Paragraph, Run
from briefgen.render.docx.legality import problems_of
from tests.render.docx.samples import all_samples, document, layout, line

TYPOGRAPHIES = layout().typographies


def messages(*blocks: object) -> list[str]:
    return [problem.message for problem in problems_of(document("en", *blocks), TYPOGRAPHIES)]  # type: ignore[arg-type]


def test_the_samples_are_in_order() -> None:
    assert [problems_of(sample, TYPOGRAPHIES) for sample in all_samples()] == [[]] * 6


def test_every_place_is_searched() -> None:
    marred = replace(
        document("en", KeyFigures("l\x01", ()), Paragraph((Note((Run("n\x02"),)),))),
        title="t\x03",
        organisation="o\x04",
        furniture=Furniture("s\x05", "p\x06", ("m\x07",)),
    )
    found = [problem.message for problem in problems_of(marred, TYPOGRAPHIES)]
    assert sorted(message.split("U+000")[1][0] for message in found) == list("1234567")
    assert not any(character < " " for message in found for character in message)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "\\\\server\\share", "relative"])
def test_addresses_of_other_kinds(url: str) -> None:
    assert "cannot be a link" in messages(Paragraph((Run("x", url=url),)))[0]


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example", "mailto:a@b.example"])
def test_addresses_that_are_allowed(url: str) -> None:
    assert messages(Paragraph((Run("x", url=url),))) == []


def test_a_heading_that_word_has_no_style_for() -> None:
    assert messages(Heading(4, line("x"))) == ["a heading has level 4"]
