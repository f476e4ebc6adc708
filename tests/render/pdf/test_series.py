"""Letters that are made from a like one: equal to what is laid out in full, or laid out in full."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefgen.document import Addressee, Document, Note, Paragraph, Run, Subject
from briefgen.render.pdf import load
from briefgen.render.pdf.series import KEPT, Series, variable_lines
from tests.render.pdf.reading import text_of_pages
from tests.render.pdf.samples import document, layout, line

NAMES = ("France", "Japan", "Côte d’Ivoire", "Saint Vincent and the Grenadines")
STOCK = {"en": " ".join(sorted({word for name in NAMES for word in f"Permanent Mission of {name}, dear".split()}))}


def letter(name: str, **changes: Any) -> Document:
    address = Addressee((line(f"Permanent Mission of {name}"), line("New York")))
    body = Paragraph(line("Clean water is a right.", Note((Run("Page 4."),))))
    blocks = (address, Subject(line("Wells")), Paragraph(line(f"Dear {name},"), "salutation"), body)
    return document(*blocks, title=f"Letter to {name}", **changes)


def series(**changes: Any) -> Series:
    return Series({"en": f"{STOCK['en']} New York Dear"}, **changes)


def test_letters_are_the_same_as_laid_out_in_full_and_few_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = [letter(name) for name in NAMES]
    plain = series(exchanging=False)
    wanted = [plain.render(each, layout()) for each in letters]
    press = load("press")
    impression, laid_out = press.impression, []

    def counted(html: str, made: Document, *others: object) -> object:
        laid_out.append(made.title)
        return impression(html, made, *others)

    monkeypatch.setattr(press, "impression", counted)
    fast = series()
    assert [fast.render(each, layout()) for each in letters] == wanted
    assert laid_out == [letters[0].title, letters[1].title]
    assert fast.warnings() == ()
    for name, data in zip(NAMES, wanted, strict=True):
        assert f"Permanent Mission of {name}" in text_of_pages(data)[0]


def test_letters_of_another_structure_are_laid_out_for_themselves() -> None:
    longer = letter("Japan")
    longer = replace(longer, blocks=(*longer.blocks, Paragraph(line("And more."))))
    fast = series()
    for each in (letter("France"), letter("Japan"), longer):
        assert fast.render(each, layout()) == series(exchanging=False).render(each, layout())
    assert len(fast._structures.values) == 2


def test_a_line_that_takes_more_room_is_laid_out_in_full() -> None:
    fast = series()
    names = ["France", "Japan", "Saint Vincent and the Grenadines " * 3]
    for name in names:
        assert fast.render(letter(name), layout()) == series(exchanging=False).render(letter(name), layout())
    assert fast.warnings() == ()


def test_a_letter_with_a_glyph_beyond_the_stock_does_not_spoil_others() -> None:
    fast = series()
    for name in ("France", "Żubrówka", "Japan", "Zürich", "France"):
        assert fast.render(letter(name), layout()) == series(exchanging=False).render(letter(name), layout())
    assert fast.warnings() == ()


def test_a_file_that_is_not_equal_is_not_taken_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    master = load("master").Master
    # What the trials of this way did at first: the title of another state in the metadata, on pages that look right.
    monkeypatch.setattr(master, "_metadata", lambda *_: {})
    fast = series()
    assert fast.render(letter("France"), layout()) != fast.render(letter("Japan"), layout())
    wanted = series(exchanging=False)
    assert fast.render(letter("Japan"), layout()) == wanted.render(letter("Japan"), layout())
    assert ["not equal" in warning for warning in fast.warnings()] == [True]
    assert fast.warnings() == ()


def test_whatever_is_raised_leads_to_the_full_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    fast = series()
    fast.render(letter("France"), layout())
    monkeypatch.setattr(load("master").Master, "exchanged", broken)
    assert fast.render(letter("Japan"), layout()) == series(exchanging=False).render(letter("Japan"), layout())
    assert "ZeroDivisionError" in fast.warnings()[0]


def test_a_document_without_such_lines_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    press = load("press")
    print_pdf, laid_out = press.print_pdf, []
    monkeypatch.setattr(press, "print_pdf", lambda *args: laid_out.append(1) or print_pdf(*args))
    fast = series()
    paper = document(Paragraph(line("Clean water.")))
    assert fast.render(paper, layout()) == fast.render(paper, layout())
    assert fast.render(replace(paper, title="Other"), layout()) != fast.render(paper, layout())
    assert len(laid_out) == 2


def test_what_is_remembered_is_bounded() -> None:
    fast = series()
    for number in range(KEPT + 5):
        fast._structures.get(number, object)  # type: ignore[arg-type]
    assert len(fast._structures.values) == KEPT
    assert 0 not in fast._structures.values


def test_the_lines_that_differ_are_those_of_address_and_salutation() -> None:
    texts = ["".join(run.text for run in each) for each in variable_lines(letter("France"))]
    assert texts == ["Permanent Mission of France", "New York", "Dear France,"]
