"""A document in a Word template of the user's own: every text arrives, in the template's styles, and nothing leaks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.compose.composition import compose, context_of
from briefgen.compose.request import Request
from briefgen.document import Document, Note, Paragraph, Run, lines_of, text_of
from briefgen.errors import BriefgenError
from briefgen.markup.blocks import parse_blocks
from briefgen.markup.escape import Text
from briefgen.render.docx.own_template import check_own_template, render_own_template
from tests.render.docx.own_samples import (
    NAMES,
    pieces,
    raw,
    related,
    replaced,
    rewritten,
    table,
    template,
    without,
)
from tests.render.docx.reading import (
    W,
    expected_notes,
    expected_texts,
    find,
    names,
    note_texts,
    paragraph_with,
    part,
    styled,
    texts,
)
from tests.render.docx.samples import LANGUAGES, briefing, document, layout, letter, line


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my-letter.docx"


def fill(path: Path, said: Document | None = None, **more: object) -> bytes:
    """The template filled with the sample names and a document, by default one of a single paragraph."""
    return render_own_template(path, {**NAMES, **more}, said or document("en", Paragraph(line("The text."))), layout())


def errors_of(data: bytes, folder: Path) -> list[str]:
    target = folder / "filled.docx"
    target.write_bytes(data)
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    return [str(error) for error in found.errors]


def problems_of(path: Path, said: Document | None = None, **more: object) -> list[str]:
    with pytest.raises(BriefgenError) as caught:
        fill(path, said, **more)
    return [str(problem) for problem in caught.value.problems]


# --- names ---------------------------------------------------------------------------------------------------


def test_names_are_printed_in_the_formatting_of_their_tag(path: Path) -> None:
    def more(made: WordDocument) -> None:
        pieces(made, "To ", "{", "{ state", ".name }", "}", " with respect")

    data = fill(template(path, then=more))
    assert texts(data) == ["To France with respect"]
    runs = [(run.text, run.bold) for run in docx.Document(io.BytesIO(data)).paragraphs[0].runs]
    assert runs == [("To ", False), ("France", True), (" with respect", True)]


def test_a_value_is_text_and_nothing_else(path: Path) -> None:
    evil = Text("{{ 7*7 }} {% if x %} {_{ <w:br/> & “q”\tend")
    data = fill(template(path, "A {{ value }} B", "{{ value ~ '!' }}"), value=evil)
    assert texts(data) == [f"A {evil} B", f"{evil}!"]


def test_joining_does_not_escape_texts_as_markdown(path: Path) -> None:
    lines = (Text("a. *b*"), Text("c_d (e)"))
    assert texts(fill(template(path, '{{ lines|join(" – ") }} {{ lines[0] }}'), lines=lines)) == [
        "a. *b* – c_d (e) a. *b*"
    ]


def test_braces_of_the_template_that_are_no_tag_stay(path: Path) -> None:
    assert texts(fill(template(path, "{{ date }} {a} 50 % }", "# {# gone #}x"))) == [
        "23 November 2026 {a} 50 % }",
        "# x",
    ]


def test_loops_and_conditions(path: Path) -> None:
    data = fill(
        template(
            path,
            "{%p if account %}",
            "{{ account.sentence }}",
            "{%p elif asks.stated %}",
            "{%p for ask in asks.stated %}",
            "{{ loop.index }}. {{ ask }}{% if loop.last %}.{% else %};{% endif %}",
            "{%p endfor %}",
            "{%p endif %}",
            "end",
        )
    )
    assert texts(data) == ["1. sign the pledge;", "2. report each year.", "end"]


def test_rows_and_cells_are_repeated(path: Path, tmp_path: Path) -> None:
    def more(made: WordDocument) -> None:
        table(made, ("{%tr for ask in asks.stated %}", ""), ("{{ loop.index }}", "{{ ask }}"), ("{%tr endfor %}", ""))
        table(made, ("{%tc for ask in asks.stated %}", "{{ ask }}", "{%tc endfor %}"))
        table(made, ("{%tr for ask in empty %}", ""), ("x", "y"), ("{%tr endfor %}", ""))
        table(made, ("{%p if account %}", "x")).cell(0, 0).add_paragraph("{%p endif %}")
        table(made, ("{%tc for ask in four %}", "{{ ask }}", "{%tc endfor %}"))

    data = fill(template(path, then=more), empty=(), four=tuple(map(Text, "abcd")))
    found = docx.Document(io.BytesIO(data)).tables
    assert [[cell.text for cell in row.cells] for made in found for row in made.rows] == [
        ["1", "sign the pledge"],
        ["2", "report each year"],
        ["sign the pledge", "report each year"],
        ["", "x"],
        ["a", "b", "c", "d"],
    ]
    assert errors_of(data, tmp_path) == []


def test_headers_footers_and_notes_are_filled(path: Path) -> None:
    def more(made: WordDocument) -> None:
        made.sections[0].header.paragraphs[0].text = "{{ state.name }}"
        made.sections[0].footer.paragraphs[0].text = "{{ date }}"

    section = docx.Document(io.BytesIO(fill(template(path, "x", then=more)))).sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == ("France", "23 November 2026")


def test_a_line_keeps_its_formatting_and_its_links(path: Path, tmp_path: Path) -> None:
    motto = (Run("Water "), Run("for all", "strong"), Run(" here", url="https://x.example/"))
    data = fill(template(path, "{{r motto }}"), motto=motto)
    assert texts(data) == ["Water for all here"]
    assert len(find(part(data, "word/document.xml"), "//w:rStyle[@w:val='Strong']")) == 1
    assert errors_of(data, tmp_path) == []


def test_mark_up_becomes_formatting(path: Path) -> None:
    data = fill(template(path, "See {{r evidence[0].note }}."))
    runs = [(run.text, run.style.name) for run in docx.Document(io.BytesIO(data)).paragraphs[0].runs]
    plain = "Default Paragraph Font"
    assert runs == [("See ", plain), ("Water ", plain), ("Report", "Emphasis"), (" (2026)", plain), (".", plain)]


def test_a_note_in_a_line_is_told(path: Path) -> None:
    motto = (Run("Water"), Note((Run("see"),)))
    assert "only {{p body }} can print" in problems_of(template(path, "{{r motto }}"), motto=motto)[0]


def test_what_a_document_lacks_is_told_at_its_tag(path: Path) -> None:
    found = problems_of(template(path, "fine {{ date }}", "{{ account.sentence }}"))
    assert found == [
        f"{path}, paragraph 2 (“{{{{ account.sentence }}}}”): this document has nothing to print for "
        "“account.sentence” (put it between {%p if … %} and {%p endif %})"
    ]
    assert "nothing to print" in problems_of(template(path, "{{ account|upper }}"))[0]
    assert "U+0001" in problems_of(template(path, "{{ date }}"), date=Text("a\x01"))[0]


def test_problems_of_the_template_are_raised(path: Path) -> None:
    assert len(problems_of(template(path, "{{ one }}", "{{ two"))) == 2


# --- the whole text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [letter, briefing])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_body_says_everything(path: Path, tmp_path: Path, language: str, make: Callable[[str], Document]) -> None:
    said = make(language)
    data = fill(
        template(path, "{%p for m in marks %}", "{{ m }}", "{%p endfor %}", "Before", "{{p body }}", "After"), said
    )
    assert texts(data) == [*said.furniture.marks, "Before", *expected_texts(said), "After"]
    assert [text.strip() for text in note_texts(data)] == [text.strip() for text in expected_notes(said)]
    assert errors_of(data, tmp_path) == []


def test_the_body_takes_the_styles_of_the_template(path: Path) -> None:
    # A German Word writes other ids for the same styles; their names stay English.
    replaced(template(path, "{{p body }}"), "word/styles.xml", 'w:styleId="ListNumber"', 'w:styleId="Listennummer"')
    data = fill(path, briefing("en"))
    assert styled(data, "List Number")
    assert styled(data, "Heading 1")
    assert styled(data, "Quote")
    ids = [style.get(f"{W}styleId") for style in find(part(data, "word/styles.xml"), "//w:style")]
    assert len(ids) == len(set(ids))
    assert "ListNumber" not in ids
    names_ = [style.get(f"{W}val").lower() for style in find(part(data, "word/styles.xml"), "//w:style/w:name")]
    assert len(names_) == len(set(names_))


def test_lists_count_for_themselves_in_the_numbering_of_the_template(path: Path) -> None:
    data = fill(
        template(path, "{{p body }}", then=lambda made: made.add_paragraph("own", style="List Number")), letter("en")
    )
    numbers = find(part(data, "word/document.xml"), "//w:numId/@w:val")
    assert len(set(numbers)) == 2
    instances = find(part(data, "word/numbering.xml"), "//w:num[w:lvlOverride]")
    assert [item.get(f"{W}numId") for item in instances] == sorted(set(numbers), key=numbers.index)
    starts = find(part(data, "word/numbering.xml"), "//w:startOverride/@w:val")
    assert starts == ["1", "3"]


@pytest.mark.parametrize(
    "kinds",
    [("numbering",), ("settings",), ("fontTable", "theme"), ("numbering", "settings", "fontTable", "webSettings")],
)
def test_missing_parts_are_added(path: Path, tmp_path: Path, kinds: tuple[str, ...]) -> None:
    said = briefing("ko")
    data = fill(without(template(path, "{{p body }}"), *kinds), said)
    assert texts(data)[len(said.furniture.marks) :] == expected_texts(said)
    assert errors_of(data, tmp_path) == []
    assert {"word/numbering.xml", "word/footnotes.xml", "word/settings.xml", "word/fontTable.xml"} <= set(names(data))


def test_notes_of_the_template_stay_and_are_filled(path: Path, tmp_path: Path) -> None:
    first = fill(template(path, "{{p body }}", "x"), letter("en"))
    path.write_bytes(first)
    replaced(path, "word/footnotes.xml", "Water Alliance,", "{{ state.name }},")
    replaced(path, "word/document.xml", ">x<", ">{{p body }}<")
    data = fill(path, letter("en"))
    found = [text.strip() for text in note_texts(data)]
    assert found[0].startswith("France,")
    assert found[1:] == expected_notes(letter("en"))
    assert len(set(find(part(data, "word/footnotes.xml"), "//w:footnote/@w:id"))) == 4
    assert errors_of(data, tmp_path) == []


def test_the_body_in_a_cell_and_in_a_condition(path: Path, tmp_path: Path) -> None:
    said = briefing("en")

    def more(made: WordDocument) -> None:
        table(made, ("{{p body }}", "beside"))

    template(path, "{%p if date %}", then=more)
    docx_ = docx.Document(str(path))
    docx_.add_paragraph("{%p endif %}")
    docx_.save(str(path))
    data = fill(path, said)
    everything = [
        "".join(node.text or "" for node in p.iter(f"{W}t")) for p in find(part(data, "word/document.xml"), "//w:p")
    ]
    assert [text for text in everything if text] == [*said.furniture.marks, *expected_texts(said), "beside"]
    assert errors_of(data, tmp_path) == []


def test_tables_are_as_wide_as_the_text(path: Path) -> None:
    def narrow(made: WordDocument) -> None:
        made.sections[0].page_width = made.sections[0].page_width // 2 + made.sections[0].left_margin

    wide, small = (fill(template(path, "{{p body }}", then=then), briefing("en")) for then in (None, narrow))
    widths = [int(find(part(data, "word/document.xml"), "//w:tblW/@w:w")[0]) for data in (wide, small)]
    assert widths[1] < widths[0] * 0.7


def test_emphasis_is_strong_where_the_script_has_no_italics(path: Path) -> None:
    said = document("ko", Paragraph((Run("안전한 "), Run("물", "emphasis"))))
    assert find(part(fill(template(path, "{{p body }}"), said), "word/document.xml"), "//w:rStyle/@w:val") == ["Strong"]


# --- marks, language, direction ------------------------------------------------------------------------------


def test_marks_stand_first_unless_the_template_prints_them(path: Path) -> None:
    said = document("en", marks=("DRAFT", "Embargo"))
    assert texts(fill(template(path, "{{ date }}"), said)) == ["DRAFT", "Embargo", "23 November 2026"]
    data = fill(template(path, "{{ date }}", '{{ marks|join(" / ") }}'), said)
    assert texts(data) == ["23 November 2026", "DRAFT / Embargo"]


def test_the_language_is_that_of_the_document(path: Path) -> None:
    data = fill(template(path, "{{p body }}"), letter("ko"))
    assert find(part(data, "word/styles.xml"), "//w:docDefaults//w:lang/@w:eastAsia") == ["ko-KR"]


def test_paragraphs_that_tags_fill_run_from_right_to_left_in_arabic(path: Path) -> None:
    data = fill(template(path, "{{ state.name }}", "To {{ state.name }}"), letter("ar"))
    alone, mixed = paragraph_with(data, "France"), paragraph_with(data, "To France")
    assert find(alone, "w:pPr/w:bidi")
    assert not find(mixed, "w:pPr/w:bidi")


# --- what does not travel ------------------------------------------------------------------------------------


def test_nothing_of_the_history_of_the_template_travels(path: Path, tmp_path: Path) -> None:
    def more(made: WordDocument) -> None:
        made.core_properties.author = "Private Person"
        made.core_properties.comments = "secret plan"
        raw(
            made,
            '<w:p w:rsidR="00AB12CD"><w:pPr>'
            '<w:pPrChange w:id="3" w:author="Private Person"><w:pPr/></w:pPrChange></w:pPr>'
            '<w:commentRangeStart w:id="1"/><w:r><w:t>text</w:t></w:r><w:commentRangeEnd w:id="1"/>'
            '<w:r><w:commentReference w:id="1"/></w:r></w:p>',
        )

    template(path, "{{p body }}", then=more)
    related(path, "word/document.xml", "comments", "comments.xml")
    replaced(path, "word/settings.xml", "<w:zoom", '<w:attachedTemplate r:id="new"/><w:zoom')
    rewritten(path, {"word/comments.xml": b"<x>Private Person</x>", "customXml/item9.xml": b"<x>secret plan</x>"})
    data = fill(path)
    leaks = [b"Private Person", b"secret plan", b"python-docx", b"00AB12CD", b"attachedTemplate", b"2013-12-23"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [(name, leak) for name in archive.namelist() for leak in leaks if leak in archive.read(name)]
    assert found == []
    assert not [name for name in names(data) if "thumbnail" in name or "customXml" in name or "comments" in name]
    assert docx.Document(io.BytesIO(data)).core_properties.author == "Water Alliance"
    assert errors_of(data, tmp_path) == []


def test_a_word_template_file_becomes_a_document(path: Path) -> None:
    replaced(template(path, "{{ date }}"), "[Content_Types].xml", "document.main+xml", "template.main+xml")
    assert texts(fill(path)) == ["23 November 2026"]


def test_the_same_input_gives_the_same_bytes(path: Path) -> None:
    template(path, "{{ state.name }}", "{{p body }}")
    assert fill(path, letter("en")) == fill(path, letter("en"))


def test_bookmarks_in_a_loop_stay_single(path: Path, tmp_path: Path) -> None:
    def more(made: WordDocument) -> None:
        raw(
            made,
            "<w:p><w:r><w:t>{%p for ask in asks.stated %}</w:t></w:r></w:p>"
            '<w:p><w:bookmarkStart w:id="7" w:name="here"/><w:r><w:t>{{ ask }}</w:t></w:r>'
            '<w:bookmarkEnd w:id="7"/></w:p>'
            "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>",
        )

    data = fill(template(path, then=more))
    assert len(find(part(data, "word/document.xml"), "//w:bookmarkStart")) == 1
    assert len(find(part(data, "word/document.xml"), "//w:bookmarkEnd")) == 1
    assert errors_of(data, tmp_path) == []


# --- real letters --------------------------------------------------------------------------------------------


def said_by(markdown: str) -> str:
    return "".join(text_of(line) for block in parse_blocks(markdown) for line in lines_of(block))


@pytest.mark.parametrize("language", ["en", "ko", "ar"])
def test_a_real_letter(path: Path, tmp_path: Path, language: str, request_for: Callable[..., Request]) -> None:
    request = request_for("FR", language=language)
    said, values = compose(request).document, context_of(request)
    template(
        path,
        "{{ sender.organisation }}",
        "{{ date }}",
        "{%p for line in address.block %}",
        "{{ line }}",
        "{%p endfor %}",
        "{{ state.name }}: {{ report.title }}",
        "{%p for ask in asks.stated + asks.inferred %}",
        "{{ ask }}",
        "{%p endfor %}",
        "{%p for passage in evidence %}",
        "{{ passage.text }} ({{r passage.cite.short }})",
        "{%p endfor %}",
        "{{p body }}",
    )
    assert check_own_template(path, values) == []
    data = render_own_template(path, values, said, layout_with(language))
    asks: Any = values["asks"]
    evidence: Any = values["evidence"]
    address: Any = values["address"]
    sender: Any = values["sender"]
    state: Any = values["state"]
    report: Any = values["report"]
    assert texts(data) == [
        *said.furniture.marks,
        sender.organisation,
        values["date"],
        *address.block,
        f"{state.name}: {report.title}",
        *asks.stated,
        *asks.inferred,
        *(f"{passage.text} ({said_by(passage.cite.short)})" for passage in evidence),
        *expected_texts(said),
    ]
    assert [text.strip() for text in note_texts(data)] == expected_notes(said)
    assert errors_of(data, tmp_path) == []


def layout_with(language: str) -> Any:
    from briefgen.library.languages import load_settings
    from briefgen.library.shelves import open_library

    found = layout()
    known = {tag: load_settings(open_library(), tag).typography for tag in ("en", language)}
    return found.model_copy(update={"typographies": {**found.typographies, **known}})
