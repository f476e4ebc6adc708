"""The renderer as a whole: finished files are valid, complete, the same each time, and ours alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from briefgen.document import (
    Document,
    Furniture,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Table,
    lines_of,
    notes_of,
    text_of,
)
from briefgen.errors import BriefgenError
from briefgen.render.pdf import render_pdf
from tests.render.pdf.reading import bare, of_type, opened, place_of, text_of_pages
from tests.render.pdf.samples import SAMPLES, document, layout, layout_of, line
from tests.verapdf import failures

NAMES = sorted(SAMPLES)


def fonts_of(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing]


def test_every_sample_is_pdf_ua_and_pdf_a(files: dict[str, Path]) -> None:
    assert failures(files.values()) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_every_line_can_be_copied_in_order(name: str, files: dict[str, Path]) -> None:
    sample = SAMPLES[name]()
    text = "".join(_body(page, sample) for page in text_of_pages(files[name].read_bytes()))
    at = 0
    for wanted in _texts(sample):
        found = text.find(bare(wanted), at)
        assert found >= 0, wanted
        at = found + len(bare(wanted))


def _body(page: str, sample: Document) -> str:
    """The text of a page without what is drawn after it: notes, marks, title and number of the page."""
    text = bare(page)
    notes = [f"{number}.{text_of(note.line)}" for number, note in enumerate(notes_of(sample), start=1)]
    ends = [text.rfind(bare(part)) for part in (*notes, *sample.furniture.marks)]
    return text[: min(end for end in ends if end > 0)]


def _texts(sample: Document) -> Iterator[str]:
    """The stretches between notes: a note puts its number into the line."""
    for block in sample.blocks:
        for text in lines_of(block):
            stretch = ""
            for piece in text:
                if isinstance(piece, Note):
                    yield stretch
                    stretch = ""
                else:
                    stretch += piece.text
            yield stretch


@pytest.mark.parametrize("name", NAMES)
def test_every_note_stands_at_the_foot_of_a_page(name: str, files: dict[str, Path]) -> None:
    text = bare("".join(text_of_pages(files[name].read_bytes())))
    notes = notes_of(SAMPLES[name]())
    assert notes
    for number, found in enumerate(notes, start=1):
        assert bare(f"{number}.{text_of(found.line)}") in text


@pytest.mark.parametrize("name", NAMES)
def test_the_same_document_gives_the_same_bytes(name: str, files: dict[str, Path]) -> None:
    sample = SAMPLES[name]()
    assert render_pdf(sample, layout_of(sample)) == files[name].read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_ours_and_embedded(name: str, files: dict[str, Path]) -> None:
    with opened(files[name].read_bytes()) as pdf:
        fonts = fonts_of(pdf)
        assert fonts
        for font in fonts:
            assert re.fullmatch(r"/[A-Z]{6}\+Briefgen-Serif.*", str(font.BaseFont))
        descriptors = [font.FontDescriptor for font in fonts if "/FontDescriptor" in font]
        assert descriptors
        assert all("/FontFile2" in descriptor for descriptor in descriptors)


@pytest.mark.parametrize("name", NAMES)
def test_no_path_of_this_machine_is_in_the_file(name: str, files: dict[str, Path]) -> None:
    with opened(files[name].read_bytes()) as pdf:
        contents = [thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        contents += [str(thing).encode() for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    for part in (str(Path(__file__).parents[3]), "briefgen-fontconfig", "file:"):
        assert not any(part.encode() in content for content in contents)


def test_page_numbers_stand_in_the_order_of_the_language(files: dict[str, Path]) -> None:
    pages = text_of_pages(files["letter-ko"].read_bytes())
    assert [bare(f"{len(pages)}쪽 중 {number}쪽") in bare(page) for number, page in enumerate(pages, start=1)] == [
        True
    ] * len(pages)


def test_marks_stand_on_every_page_and_the_short_title_from_the_second(files: dict[str, Path]) -> None:
    file = SAMPLES["briefing-ko"]()
    pages = [bare(page) for page in text_of_pages(files["briefing-ko"].read_bytes())]
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert all(bare(mark) in page for mark in file.furniture.marks)
        # The short title is the title here: once on the first page, and in the header of the others.
        assert page.count(bare(file.furniture.short_title)) == 1, number


def test_a_page_break_starts_a_page() -> None:
    pages = text_of_pages(
        render_pdf(document(Paragraph(line("one")), PageBreak(), PageBreak(), Paragraph(line("two"))), layout())
    )
    assert ["one" in pages[0], "two" in pages[1], len(pages)] == [True, True, 2]


def test_a_numbered_list_goes_on_from_its_start(files: dict[str, Path]) -> None:
    text = bare("".join(text_of_pages(files["briefing-en"].read_bytes())))
    assert bare("3. Test every well") in text
    assert bare("5. Close a well") in text


def test_the_signature_stays_with_the_end_of_the_letter(files: dict[str, Path]) -> None:
    last = text_of_pages(files["letter-en"].read_bytes())[-1]
    assert "None of this is costly" in last
    assert "Please accept, Excellency" in last
    assert "Maria Beispiel" in last


def test_a_long_table_repeats_its_header_and_stays_valid(tmp_path: Path) -> None:
    rows = tuple((line(f"District {number}"), line(str(number))) for number in range(90))
    table = Table((line("Place"), line("Wells")), rows, numeric=(False, True))
    path = tmp_path / "table.pdf"
    path.write_bytes(render_pdf(document(Heading(1, line("All districts")), table), layout()))
    assert [page.count("Place") for page in text_of_pages(path.read_bytes())] == [1] * 3
    assert failures([path]) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_figures_of_any_number_stay_on_one_page(count: int) -> None:
    figures = tuple(KeyFigure(f"{number},111", line(f"caption {number}")) for number in range(count))
    pages = text_of_pages(render_pdf(document(KeyFigures("Key figures", figures)), layout()))
    assert len(pages) == 1
    assert pages[0].count("caption") == count


def test_an_empty_document_is_one_page() -> None:
    assert len(text_of_pages(render_pdf(document(), layout()))) == 1


def test_every_missing_glyph_is_reported_with_what_is_around_it() -> None:
    broken = document(Paragraph(line("The sign ክ is Ethiopic.")), ListBlock((line("and नम"),)))
    with pytest.raises(BriefgenError) as caught:
        render_pdf(broken, layout())
    text = str(caught.value)
    assert "`ክ` (U+12AD, ETHIOPIC SYLLABLE KE), which stands in “The sign ክ is Ethiopic.”" in text
    assert "U+0928" in text
    assert "U+092E" in text


def test_an_unknown_language_of_a_document_is_an_error() -> None:
    with pytest.raises(BriefgenError, match="no typography for the language `fr`"):
        render_pdf(document(language="fr"), layout())


def test_links_lead_where_they_say(files: dict[str, Path]) -> None:
    with opened(files["letter-en"].read_bytes()) as pdf:
        targets = [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link]
        assert "https://assembly.example/records/2021/77" in targets
        assert "https://openwells.example/reports/2026/water-in-four-districts" in targets
        assert len(of_type(pdf, "/Link")) >= 2


def test_emphasis_in_korean_is_bold_and_not_slanted() -> None:
    pdf = render_pdf(document(Paragraph((Run("우물", emphasis="emphasis"),)), language="ko"), layout())
    with opened(pdf) as file:
        names = {str(font.BaseFont)[8:] for font in fonts_of(file)}
    assert "Briefgen-Serif-KR-Bold" in names
    assert not any("KR" in name and ("Italic" in name or "Oblique" in name) for name in names)


def test_figures_and_header_run_from_the_right_in_arabic() -> None:
    figures = KeyFigures(
        "Key", tuple(KeyFigure(value, line("caption")) for value in ("111", "222", "333", "444", "555"))
    )
    breaks = (Paragraph(line("one")), PageBreak(), figures)
    furniture = Furniture("Short", "{page}", ("Draft",))
    pdf = render_pdf(document(*breaks, language="ar", furniture=furniture), layout("en", "ar"))
    places = {word: place_of(word, pdf, page=1) for word in ("111", "222", "333", "444", "555", "Short", "Draft")}
    assert places["111"][0] > places["222"][0] > places["333"][0]
    assert places["444"][0] > places["555"][0]
    assert places["111"][1] == pytest.approx(places["333"][1])
    assert places["Short"][0] > places["Draft"][0]


@pytest.mark.parametrize("start", [1, 9, 98])
def test_the_text_of_a_list_begins_at_one_edge(start: int) -> None:
    items = tuple(line(f"item{letter}") for letter in "abcd")
    pdf = render_pdf(document(ListBlock(items, ordered=True, start=start)), layout())
    assert len({round(place_of(f"item{letter}", pdf)[0], 1) for letter in "abcd"}) == 1
    text = bare(text_of_pages(pdf)[0])
    assert all(f"{start + at}.item{letter}" in text for at, letter in enumerate("abcd"))
