"""The renderer as a whole: what is read back is what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.document import (
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Table,
)
from briefgen.errors import BriefgenError
from briefgen.render.docx import render_docx
from tests.render.docx.reading import (
    R,
    W,
    expected_notes,
    expected_texts,
    find,
    names,
    note_texts,
    paragraph_with,
    part,
    run_with,
    styled,
    texts,
    word,
)
from tests.render.docx.samples import LANGUAGES, URL, WORDS, all_samples, briefing, document, layout, letter, line

LEGAL = st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff\r").filter(
    lambda c: c >= " " or c in "\t\n"
)


def render(*blocks: object, language: str = "en") -> bytes:
    return render_docx(document(language, *blocks), layout())  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=all_samples(), ids=lambda d: f"{d.kind}-{d.language}")
def sample(request: pytest.FixtureRequest) -> tuple[Document, bytes]:
    return request.param, render_docx(request.param, layout())


def test_the_file_is_valid(sample: tuple[Document, bytes], tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(sample[1])
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, security_validation=True)
    found = validator.validate(path).errors
    # The security rules list links to web pages, which are what we want.
    assert [error for error in found if error.id != "Sec_ExternalRelationship"] == []


def test_the_text_is_all_there_in_order(sample: tuple[Document, bytes]) -> None:
    assert texts(sample[1]) == expected_texts(sample[0])


def test_the_notes_are_all_there_in_order(sample: tuple[Document, bytes]) -> None:
    given_document, data = sample
    assert note_texts(data) == expected_notes(given_document)
    marks = [mark.get(f"{W}id") for mark in find(part(data, "word/document.xml"), "//w:footnoteReference")]
    ids = [note.get(f"{W}id") for note in find(part(data, "word/footnotes.xml"), "//w:footnote[not(@w:type)]")]
    assert marks == ids
    assert len(set(ids)) == len(ids)


def test_no_tag_and_no_empty_paragraph_is_left(sample: tuple[Document, bytes]) -> None:
    data = sample[1]
    for name in names(data):
        if name.startswith("word/") and name.endswith(".xml"):
            root = part(data, name)
            assert "{%" not in "".join(root.itertext())
    assert styled(data, "Layout Tag") == []
    empty = [
        found
        for found in find(part(data, "word/document.xml"), "/w:document/w:body/w:p")
        if not "".join(found.itertext())
    ]
    assert empty == []


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_docx(briefing("ko"), layout()) == render_docx(briefing("ko"), layout())


def test_headings_are_real_and_the_subject_shows_in_the_navigation() -> None:
    data = render_docx(briefing(), layout())
    assert styled(data, "Title") == ["Safe water for every school"]
    assert styled(data, "Heading 1") == ["A well beside the school changes the day", "Repairs decide"]
    assert styled(data, "Heading 3") == ["What the parents keep"]
    subject = word(render_docx(letter(), layout())).styles["Subject"]
    assert subject.base_style.name == "Heading 1"
    assert subject.element.xpath("./w:pPr/w:outlineLvl/@w:val") == ["0"]


def test_numbered_lists_restart_and_honour_their_first_number() -> None:
    data = render(
        ListBlock((line("a"), line("b")), ordered=True),
        ListBlock((line("c"),), ordered=True, start=3),
        ListBlock((line("d"),)),
    )
    numbers = {text: find(paragraph_with(data, text), "./w:pPr/w:numPr/w:numId/@w:val") for text in "abcd"}
    assert numbers["a"] == numbers["b"] != numbers["c"]
    assert numbers["d"] == []
    starts = {
        num.get(f"{W}numId"): find(num, "./w:lvlOverride/w:startOverride/@w:val")
        for num in find(part(data, "word/numbering.xml"), "//w:num")
    }
    assert starts[numbers["a"][0]] == ["1"]
    assert starts[numbers["c"][0]] == ["3"]
    assert styled(data, "List Number") == ["a", "b", "c"]
    assert styled(data, "List Bullet") == ["d"]


def test_links_lead_to_their_address_in_the_text_and_in_notes() -> None:
    note = Note((Run("see "), Run("there", url=URL)))
    data = render(Paragraph((Run("here", url="https://water.example/가 b"), note, Run("again", url=URL))))
    body = word(data).part.rels
    found = [
        (body[link.get(f"{R}id")].target_ref, "".join(link.itertext()))
        for link in find(part(data, "word/document.xml"), "//w:hyperlink")
    ]
    assert found == [("https://water.example/%EA%B0%80%20b", "here"), (URL, "again")]
    relations = part(data, "word/_rels/footnotes.xml.rels")
    (link,) = find(part(data, "word/footnotes.xml"), "//w:hyperlink")
    assert [(r.get("Target"), r.get("TargetMode")) for r in relations if r.get("Id") == link.get(f"{R}id")] == [
        (URL, "External")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_header_and_footer_carry_the_furniture(language: str) -> None:
    marks = WORDS[language].marks
    data = render_docx(letter(language), layout())
    section = word(data).sections[0]
    assert section.different_first_page_header_footer
    first = section.first_page_header.tables[0]
    assert [p.text for p in first.cell(0, 1).paragraphs] == list(marks)
    assert first.cell(0, 0).text == ""
    later = section.header.tables[0]
    assert later.cell(0, 0).text == document(language).furniture.short_title
    assert [p.text for p in later.cell(0, 1).paragraphs] == list(marks)
    codes = [code.text.strip() for code in section.footer._element.iter(f"{W}instrText")]
    assert codes == (["NUMPAGES", "PAGE"] if language == "ko" else ["PAGE", "NUMPAGES"])
    assert section.footer._element.xml.count("instrText") == section.first_page_footer._element.xml.count("instrText")


def test_a_document_without_marks_has_an_empty_header() -> None:
    data = render(Paragraph(line("text")))
    assert word(data).sections[0].first_page_header.tables[0].cell(0, 1).text == ""


def test_values_are_never_evaluated() -> None:
    nasty = "{{ 7*7 }} {% raw %} {_{ x }_} {_% y %_} {# c #} & < > \" ' ]]> \\a __class__ {{r x}}"
    data = render(Paragraph((Run(nasty), Note((Run(nasty),)))), KeyFigures(nasty, (KeyFigure("1", line(nasty)),)))
    assert texts(data) == [nasty, nasty, "1", nasty]
    assert note_texts(data) == [nasty]
    (label,) = find(part(data, "word/document.xml"), "//w:tblDescription/@w:val")
    assert label == nasty


@settings(max_examples=30, deadline=None)
@given(st.text(LEGAL, min_size=1), st.sampled_from(LANGUAGES))
def test_any_text_that_xml_can_hold_survives(text: str, language: str) -> None:
    data = render(Paragraph((Run(text), Note((Run(f"n{text}"),)))), language=language)
    (found,) = [paragraph.text for paragraph in word(data).paragraphs]
    assert found == text
    notes = find(part(data, "word/footnotes.xml"), "//w:footnote[not(@w:type)]")
    kept = "".join(c for c in f"n{text}" if c not in "\t\n")
    assert "".join(node.text or "" for node in notes[0].iter(f"{W}t")) == kept


def test_what_word_cannot_hold_is_refused_with_every_problem() -> None:
    marred = document("en", Paragraph((Run("a\x0bb"), Note((Run("c\x00"),)))), Heading(1, line("\ud800")))
    with pytest.raises(BriefgenError) as caught:
        render_docx(marred, layout())
    assert [problem.message.split(" (")[0] for problem in caught.value.problems] == [
        "the text “ab” holds U+000B",
        "the text “c” holds U+0000",
        "the text “” holds U+D800",
    ]


def test_paragraphs_are_kept_together_where_the_document_says_so() -> None:
    signature = Signature((line("Yours"),), (line("Name"), line("Office")))
    quotation = Quotation((line("said"), line("more")), line("source"))
    data = render(Paragraph(line("intro"), keep_with_next=True), Paragraph(line("text")), quotation, signature)
    kept = [text for text in texts(data) if find(paragraph_with(data, text), "./w:pPr/w:keepNext")]
    assert kept == ["intro", "said", "more", "Yours", "Name"]


def test_a_page_break_is_a_property_of_what_follows() -> None:
    table = Table((line("head"),), ((line("cell"),),))
    panel = KeyFigures("label", (KeyFigure("7", line("caption")),))
    data = render(Paragraph(line("one")), PageBreak(), Paragraph(line("two")), PageBreak(), table, PageBreak(), panel)
    broken = [text for text in texts(data) if find(paragraph_with(data, text), "./w:pPr/w:pageBreakBefore")]
    assert broken == ["two", "head", "label"]
    assert not find(part(data, "word/document.xml"), "//w:br")


def test_tables_repeat_their_header_and_align_numbers() -> None:
    data = render(Table((line("place"), line("count")), ((line("north"), line("12")),), (), (False, True)))
    root = part(data, "word/document.xml")
    assert len(find(root, "//w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert len(find(root, "//w:tr/w:trPr/w:cantSplit")) == 2
    aligned = [text for text in texts(data) if find(paragraph_with(data, text), "./w:pPr/w:jc[@w:val='right']")]
    assert aligned == ["count", "12"]
    widths = [int(width) for width in find(root, "//w:gridCol/@w:w")]
    assert len(widths) == 2
    assert 9240 <= sum(widths) <= 9242


def test_the_panel_names_itself_and_has_three_figures_a_row() -> None:
    figures = tuple(KeyFigure(str(n), line(f"c{n}")) for n in range(5))
    root = part(render(KeyFigures("Key figures", figures)), "word/document.xml")
    assert find(root, "//w:tblCaption/@w:val") == find(root, "//w:tblDescription/@w:val") == ["Key figures"]
    assert [len(find(row, "./w:tc")) for row in find(root, "//w:tr")] == [3, 3]


def test_neighbouring_tables_stay_apart_and_text_below_gets_room() -> None:
    table = Table((line("head"),), ((line("cell"),),))
    root = part(render(table, table, Paragraph(line("below"))), "word/document.xml")
    assert [child.tag.removeprefix(W) for child in root[0]] == ["tbl", "p", "tbl", "p", "sectPr"]
    below = root[0][3]
    assert find(below, "./w:pPr/w:spacing/@w:before") == ["240"]


def test_a_document_may_end_in_a_table() -> None:
    root = part(render(Table((line("head"),), ((line("cell"),),))), "word/document.xml")
    assert [child.tag.removeprefix(W) for child in root[0]] == ["tbl", "p", "sectPr"]


def test_metadata_names_the_organisation_and_the_day_only() -> None:
    data = render_docx(letter("ko"), layout())
    core = word(data).core_properties
    assert (core.author, core.last_modified_by, core.title, core.language) == (
        "물 연대", "물 연대", "모든 학교에 안전한 물을", "ko-KR",
    )  # fmt: skip
    assert core.created.isoformat() == core.modified.isoformat() == "2026-11-23T00:00:00+00:00"
    assert len(part(data, "docProps/core.xml")) == 6
    assert len(part(data, "docProps/app.xml")) == 0
    assert not [name for name in names(data) if "thumbnail" in name]


def test_emphasis_and_language_reach_the_runs() -> None:
    data = render(Paragraph((Run("one", "emphasis"), Run("둘", "strong", language="ko"), Run("ثلاثة", language="ar"))))
    assert find(run_with(data, "one"), "./w:rPr/w:rStyle/@w:val") == ["Emphasis"]
    korean = run_with(data, "둘")
    assert find(korean, "./w:rPr/w:rStyle/@w:val") == ["Strong"]
    assert find(korean, "./w:rPr/w:lang/@w:eastAsia") == ["ko-KR"]
    assert find(korean, "./w:rPr/w:rFonts/@w:eastAsia") == ["Malgun Gothic"]
    arabic = run_with(data, "ثلاثة")
    assert find(arabic, "./w:rPr/w:lang/@w:bidi") == ["ar-SA"]
    assert find(arabic, "./w:rPr/w:rtl")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(BriefgenError, match="no typography for the language `fr`"):
        render(Paragraph((Run("oui", language="fr"),)))


def test_a_link_that_can_do_harm_is_refused() -> None:
    with pytest.raises(BriefgenError, match="cannot be a link"):
        render(Paragraph((Run("x", url="file://server/share"),)))
