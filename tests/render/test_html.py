from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from briefgen.compose.composition import compose
from briefgen.compose.request import Request
from briefgen.document import (
    Addressee,
    Document,
    Furniture,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Subject,
    Table,
    Title,
    lines_of,
    notes_of,
    text_of,
)
from briefgen.errors import BriefgenError
from briefgen.render.html import render_html
from tests.render.pdf.samples import (
    ENGLISH_TABLE,
    SAMPLES,
    document,
    english_briefing,
    korean_letter,
    layout,
    line,
    note,
)

NASTY = "</title></style><script>alert('1')</script>\"&amp;<b onclick=x>"


def source(*blocks: object, language: str = "en", **changes: object) -> str:
    made = document(*blocks, language=language, **changes)
    return render_html(made, layout("en", "ko", "ar")).decode("utf-8")


def page(*blocks: object, language: str = "en", **changes: object) -> HtmlElement:
    return html.document_fromstring(source(*blocks, language=language, **changes))


def bare(text: str) -> str:
    return "".join(text.split())


# --- The page ------------------------------------------------------------------------------------------------


def test_the_page_names_its_language_direction_and_title() -> None:
    made = page(language="ar", title="ماء")
    assert (made.get("lang"), made.get("dir")) == ("ar", "rtl")
    assert made.findtext("head/title") == "ماء"
    assert source().startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">')


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_runs_nothing_and_fetches_nothing(name: str) -> None:
    made = html.document_fromstring(render_html(SAMPLES[name](), layout()))
    (policy,) = made.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert not made.xpath(
        "//script | //link | //img | //iframe | //object | //@src | //@style | //@*[starts-with(name(), 'on')]"
    )
    (sheet,) = made.xpath("//style/text()")
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "@media print" in sheet


def page_about(text: str) -> HtmlElement:
    """A page with a text in every place where a text may stand."""
    return page(
        Title(line(text), text, text),
        Paragraph(line(Run(text, "strong", "ko", f"https://a.example/{text}"), note(text))),
        Table((line(text),), ((line(text),),), line(text)),
        KeyFigures(text, (KeyFigure(text, line(text)),)),
        title=text,
        organisation=text,
        furniture=Furniture(text, text, (text,)),
    )


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60) | st.just(NASTY))
def test_everything_is_escaped(text: str) -> None:
    made = page_about(text)
    assert [element.tag for element in made.iter()] == [element.tag for element in page_about("a").iter()]
    assert made.xpath("string(//th[1])") == text
    assert made.xpath("//p/a/@href") == [f"https://a.example/{text}"]
    assert made.xpath("//meta[@name='author']/@content") == [text]


def test_an_address_that_is_no_link_is_refused() -> None:
    with pytest.raises(BriefgenError, match="`javascript:alert") as caught:
        source(Paragraph(line(Run("a", url="javascript:alert(1)"), note("b", "data:text/html,a"))))
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\ud800"])
def test_a_control_character_is_refused(character: str) -> None:
    with pytest.raises(BriefgenError, match=f"U\\+{ord(character):04X}"):
        source(Paragraph(line(f"a{character}")))


def test_a_language_that_the_layout_lacks_is_refused() -> None:
    with pytest.raises(BriefgenError, match="no typography for the language `ko`"):
        render_html(korean_letter(), layout("en"))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_html(english_briefing(), layout()) == render_html(english_briefing(), layout())


# --- Blocks --------------------------------------------------------------------------------------------------


def test_marks_stand_first() -> None:
    made = page(Paragraph(line("a")), furniture=Furniture("", "", ("Draft", "Embargoed")))
    assert [p.text for p in made.iter("p")] == ["Draft", "Embargoed", "a"]
    assert not page(Paragraph(line("a"))).xpath("//*[@class='marks']")


def test_headings_have_ranks_that_skip_none() -> None:
    made = page(
        Title(line("a")), Heading(1, line("b")), Heading(3, line("c")), Heading(1, line("d")), Subject(line("e"))
    )
    found = [(element.tag, element.text) for element in made.xpath("//h1 | //h2 | //h3 | //h4")]
    assert found == [("h1", "a"), ("h2", "b"), ("h3", "c"), ("h2", "d"), ("h2", "e")]
    assert page(Heading(1, line("a"))).xpath("//h1")


def test_lists_are_lists() -> None:
    made = page(ListBlock((line("a"), line("b"))), ListBlock((line("c"),), ordered=True, start=3))
    assert made.xpath("//ul/li/text()") == ["a", "b"]
    assert made.xpath("//ol[@start='3']/li/text()") == ["c"]
    assert not page(ListBlock((line("a"),), ordered=True)).xpath("//ol/@start")


def test_a_table_has_headers_with_a_scope() -> None:
    made = page(ENGLISH_TABLE)
    assert len(made.xpath("//thead/tr/th[@scope='col']")) == 4
    assert made.xpath("//tbody/tr/th[@scope='row']/text()")[0] == "Upper Valley"
    assert made.xpath("//tbody/tr[1]/td[@class='number']/text()") == ["412", "96", "23%"]
    assert made.xpath("string(//caption)").startswith("Wells tested between")


def test_a_table_without_kinds_of_columns_has_no_numbers() -> None:
    assert not page(Table((line("a"), line("b")), ((line("c"), line("d")),))).xpath("//*[@class='number']")


def test_a_quotation_and_figures_have_captions() -> None:
    made = page(
        Quotation((line("a"), line("b")), line("Teacher")), KeyFigures("Figures", (KeyFigure("5", line("wells")),))
    )
    assert made.xpath("//figure/blockquote/p/text()") == ["a", "b"]
    assert made.xpath("//figure/figcaption/text()") == ["Teacher", "Figures"]
    assert (made.xpath("//dt/text()"), made.xpath("//dd/text()")) == (["5"], ["wells"])


def test_emphasis_languages_and_links_are_marked() -> None:
    made = page(
        Paragraph(
            line(Run("a", "strong"), Run("b", "emphasis"), Run("ماء", language="ar"), Run("d", url="https://d.example"))
        )
    )
    assert made.xpath("//p/strong/text()") == ["a"]
    assert made.xpath("//p/em/text()") == ["b"]
    assert made.xpath("//p/span[@lang='ar'][@dir='rtl']/text()") == ["ماء"]
    assert made.xpath("//p/a[@href='https://d.example']/text()") == ["d"]


def test_emphasis_is_upright_where_the_script_has_no_italics() -> None:
    made = page(Paragraph(line(Run("물", "emphasis"), Run("water", "emphasis", "en"))), language="ko")
    assert [em.get("class") for em in made.iter("em")] == ["upright", None]


def test_a_page_break_is_for_paper_only() -> None:
    made = page(PageBreak(), Paragraph(line("a")), PageBreak(), Paragraph(line("b")), PageBreak())
    assert len(made.xpath("//div[@class='page-break']")) == 1


def test_notes_have_links_there_and_back() -> None:
    made = page(
        Addressee((line("a", note("First.")),)),
        Paragraph(line("b", note("Second, ", "https://b.example"), note("Third."))),
    )
    assert made.xpath("//sup/a/text()") == ["1", "2", "3"]
    assert [bare(item.text_content()) for item in made.xpath("//section/ol/li")] == [
        "First.↑", "Second,https://b.example.↑", "Third.↑",
    ]  # fmt: skip
    for link in made.xpath("//a[starts-with(@href, '#')]/@href"):
        assert len(made.xpath(f"//*[@id='{link[1:]}']")) == 1
    assert made.xpath("//section//a[@role='doc-backlink']/@href") == [f"#note-{n}-place" for n in (1, 2, 3)]
    assert not page(Paragraph(line("a"))).xpath("//section")


# --- Whole documents -----------------------------------------------------------------------------------------


def expected_of(made: Document) -> Iterator[str]:
    """Every text of a document in the order of reading, with the numbers of its notes."""
    numbers = count(1)
    yield from made.furniture.marks
    for block in made.blocks:
        yield from (block.label,) if isinstance(block, KeyFigures) else ()
        for said in lines_of(block):
            yield "".join(item.text if isinstance(item, Run) else str(next(numbers)) for item in said)
    for one in notes_of(made):
        yield f"{text_of(one.line)}↑"


def assert_says(made: Document, data: bytes) -> None:
    """The page has all texts in order and nothing else."""
    body = html.document_fromstring(data.decode("utf-8")).find("body")
    assert body is not None
    assert bare(body.text_content()) == bare("".join(expected_of(made)))


@pytest.mark.parametrize("language", ["en", "ko", "ar", "zh-Hans", "ja"])
@pytest.mark.parametrize("format_", ["letter", "briefing"])
def test_the_page_says_the_document(request_for: Callable[..., Request], format_: str, language: str) -> None:
    made = compose(request_for("KR", format_=format_, language=language)).document
    assert_says(made, render_html(made, layout("en", language)))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_says_the_sample(name: str) -> None:
    assert_says(SAMPLES[name](), render_html(SAMPLES[name](), layout()))
