"""Every mistake in a Word template of the user's own is found, told in words at its place, and all of them at once."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from briefgen.errors import Problem
from briefgen.render.docx.own_template import check_own_template
from tests.render.docx.own_samples import (
    NAMES,
    pieces,
    raw,
    related,
    replaced,
    rewritten,
    table,
    template,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my-letter.docx"


def only(path: Path) -> Problem:
    problems = check_own_template(path, NAMES)
    assert len(problems) == 1, problems
    return problems[0]


def test_a_good_template_has_no_problem(path: Path) -> None:
    def more(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "To {{ state.name }}"
        pieces(document, "{", "{ sta", "te.na", "me }", "}")
        table(
            document, ("{%tr for ask in asks.stated %}", ""), ("{{ loop.index }}", "{{ ask }}"), ("{%tr endfor %}", "")
        )

    texts = ["{%p if account %}", "{{ account.sentence }}", "{%p else %}", "{{ date|upper }}", "{%p endif %}"]
    loop = ["{%p for passage in evidence %}", "{{ passage.text }} ({{ passage.cite }})", "{%p endfor %}"]
    rest = ["{{r motto }}", "{# a note #}", "{{p body }}", "{% if state.of == 'x' %}a{% endif %}", "50 {%} {a}"]
    template(path, *texts, *loop, *rest[:-1], '{{ asks.stated|join(", ") }}', then=more)
    assert check_own_template(path, NAMES) == []


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{{ state.nam }}", "the name `state.nam` does not exist", "did you mean `state.name`"),
        ("{{ sttae.name }}", "the name `sttae` does not exist", "did you mean `state`"),
        ("{{ state }}", "`state` has parts", "state.name"),
        ("{{ asks.stated }}", "`asks.stated` is a list", "{%p for item in asks.stated %}"),
        ("{{ evidence.text }}", "`evidence` is a list", "`asks.stated`, `evidence`"),
        ("{{ date.name }}", "the name `date.name` does not exist: `date` is a text", "{{ date }}"),
        ("{{ zzz }}", "the name `zzz` does not exist", "list names"),
        ("{{ evidence|join }}", "`join` takes a list of texts", ""),
        ("{{ state|upper }}", "`upper` takes a text", ""),
        ("{{ 'x' ~ state }}", "joins what is no text", ""),
        ("{{ motto }}", "carries formatting", "{{r motto }}"),
        ("{{ evidence[0].note }}", "carries formatting", "{{r evidence[0].note }}"),
        ('{{ evidence[0].note ~ "x" }}', "joins what is no text", ""),
        ("{{ state.name", "opened by {{ and not closed", "}}"),
        ("state.name }}", "}} closes a tag that is not opened", "{{"),
        ("{{ state.name }", "not closed", ""),
        ("{{ state.name %}", "not closed", "begins with {{ and ends with %}"),
        ("{{ state.name {{ date }}", "not closed", ""),
        ("{ { date } }", "a space stands inside the mark", ""),
        ("｛｛ date ｝｝", "full-width", "keyboard"),
        ("{{ state..name }}", "cannot be read", ""),
        ("{{ date|join(“, ”) }}", "typographic quotation mark “", "Ctrl+Z"),
        ("{{ date|fancy }}", "`fancy`", "there are"),
        ("{{ date|uper }}", "`uper`", "did you mean `upper`"),
        ("{{ 'x' * 999999999 }}", "does more than a tag may do", ""),
        ("{{ date.__class__.__mro__ }}", "does not exist", ""),
        ("{{ range(9) }}", "does more than a tag may do", ""),
        ("{%p For x in y %}", "begins with `For`", "did you mean `for`"),
        ("{% p for x in y %}", "begins with `p`", "{%p without a space"),
        ("{%p include 'x' %}", "begins with `include`", ""),
        ("{%p endfor %}", "does not fit", ""),
        ("{%p if date %}", "“if date” is opened and never closed", "{%p endif %}"),
        ("{%tr for x in evidence %}", "outside a table", ""),
        ("{{ body }}", "paragraph of its own", "{{p body }}"),
        ("{{p date }}", "{{p date }} is not known", "only {{p body }}"),
        ("Dear {{p body }} all", "“Dear all” stands beside {{p body }} and would be lost", "of its own"),
        ("no tag at all", "the file has no tag", "{{p body }}"),
    ],
)
def test_a_mistake_in_a_tag_is_told(path: Path, text: str, message: str, hint: str) -> None:
    problems = check_own_template(template(path, "First.", text), NAMES)
    assert any(message in problem.message and hint in problem.hint for problem in problems), problems


def test_the_place_is_told_in_words(path: Path) -> None:
    def more(document: WordDocument) -> None:
        table(document, ("a", "b"))
        table(document, ("a", "b"), ("{{ no_cell }}", "d"))
        document.sections[0].header.paragraphs[0].text = "{{ no_header }}"
        document.sections[0].footer.paragraphs[0].text = "{{ no_footer }}"

    template(path, "", "Dear {{ addressee }}, we write to you", then=more)
    places = [str(problem.place) for problem in check_own_template(path, NAMES)]
    assert places == [
        f"{path}, paragraph 2 (“Dear {{{{ addressee }}}}, we…”)",
        f"{path}, table 2, row 2, cell 1 (“{{{{ no_cell }}}}”)",
        f"{path}, header (“{{{{ no_header }}}}”)",
        f"{path}, footer (“{{{{ no_footer }}}}”)",
    ]


def test_all_problems_are_told_at_once(path: Path) -> None:
    problems = check_own_template(
        template(path, "{{ one }} {{ two }}", "{{ three", "{%p endif %}", "{{ date }}"), NAMES
    )
    assert len(problems) == 4


def test_a_tag_over_two_paragraphs_cannot_be_joined(path: Path) -> None:
    messages = [problem.message for problem in check_own_template(template(path, "{{ state", ".name }}"), NAMES)]
    assert messages[0].startswith("a tag is opened by {{ and not closed in this paragraph")
    assert messages[1].startswith("}} closes a tag")


def test_a_tag_with_a_line_break_or_half_in_a_link_cannot_be_joined(path: Path) -> None:
    def more(document: WordDocument) -> None:
        raw(document, "<w:p><w:r><w:t>{{ state</w:t><w:br/><w:t>.name }}</w:t></w:r></w:p>")
        raw(
            document,
            '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{{ da</w:t></w:r></w:hyperlink><w:r><w:t>te }}</w:t></w:r></w:p>',
        )

    messages = [problem.message for problem in check_own_template(template(path, then=more), NAMES)]
    assert any("a line break, a tab, a picture or a field stands inside" in message for message in messages)
    assert any("begins inside a link or a content control" in message for message in messages)


@pytest.mark.parametrize(
    "texts",
    [
        ("{%p if date %}", "x{% endif %}"),
        ("x{% if date %}", "{% endif %}"),
        ("{%p for x in evidence %}", "{%p if date %}", "{%p endfor %}", "{%p endif %}"),
    ],
)
def test_ends_that_do_not_fit_are_told(path: Path, texts: tuple[str, ...]) -> None:
    problems = check_own_template(template(path, *texts), NAMES)
    assert any("is opened at another place" in p.message or "does not fit" in p.message for p in problems)


def test_a_condition_from_the_text_into_a_table_is_told(path: Path) -> None:
    template(path, "{%p if date %}", then=lambda document: table(document, ("{%p endif %}",)))
    assert "opened at another place: paragraph 1" in only(path).message


def test_what_stands_beside_a_block_tag_is_told(path: Path) -> None:
    def more(document: WordDocument) -> None:
        table(document, ("{%tr for x in evidence %}", "lost"), ("{{ x.text }}", ""), ("{%tr endfor %}", ""))
        raw(document, "<w:p><w:r><w:pict/></w:r><w:r><w:t>{%p endif %}</w:t></w:r></w:p>")

    template(path, "{%p if date %}lost too", then=more)
    messages = [problem.message for problem in check_own_template(path, NAMES)]
    assert messages == [
        "“lost too” stands beside {%p if date %} and would be lost",
        "“lost” stands beside {%tr for x in evidence %} and would be lost",
        "“picture or field” stands beside {%p endif %} and would be lost",
    ]


def test_two_block_tags_in_one_paragraph_are_told(path: Path) -> None:
    assert only(template(path, "{%p if date %}{%p endif %}")).message == "two tags want the same paragraph"


def test_a_section_break_in_the_paragraph_of_a_tag_is_told(path: Path) -> None:
    xml = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{p body }}</w:t></w:r></w:p>"
    assert "section break" in only(template(path, then=lambda document: raw(document, xml))).message


def test_the_body_stands_once_outside_loops_and_in_the_text(path: Path) -> None:
    def more(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "{{p body }}"

    template(path, "{%p for x in evidence %}", "{{p body }}", "{%p endfor %}", "{{p body }}", then=more)
    messages = " ".join(problem.message for problem in check_own_template(path, NAMES))
    assert "stands in a loop" in messages
    assert "stands in the header" in messages
    assert "a second time" in messages


def test_tags_that_are_never_filled_are_told(path: Path) -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>'
        "{{ date }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    field = '<w:p><w:fldSimple w:instr="TITLE {{ date }}"/></w:p>'

    def more(document: WordDocument) -> None:
        document.core_properties.title = "{{ date }}"
        raw(document, box + field)

    messages = [problem.message for problem in check_own_template(template(path, then=more), NAMES)]
    assert messages == [
        "a tag stands in a text box, where it is not filled",
        "a tag stands inside a field, where it is not filled",
        "a tag stands in the document properties",
    ]


def test_a_tag_in_an_alternative_text_is_told(path: Path) -> None:
    picture = '<wp:inline><wp:docPr id="1" name="x" descr="{{ date }}"/></wp:inline>'
    xml = f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>"
    template(path, "{{ date }}", then=lambda document: raw(document, xml))
    assert "alternative text" in only(path).message


# --- what may not be in the file -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ('<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins></w:p>', "tracked changes"),
        ('<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>', "tracked changes"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "embedded object"),
        ('<w:altChunk r:id="x"/>', "embedded document"),
        ('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x.example/p&quot; "/></w:p>', "INCLUDEPICTURE"),
        (
            "<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r></w:p>",
            "DDEAUTO",
        ),
    ],
)
def test_what_cannot_travel_is_refused(path: Path, xml: str, message: str) -> None:
    problem = only(template(path, "{{ date }}", then=lambda document: raw(document, xml)))
    assert message in problem.message
    assert problem.hint


def test_what_leads_outside_is_refused(path: Path) -> None:
    related(template(path, "{{ date }}"), "word/document.xml", "image", "http://x.example/pixel.png", external=True)
    assert only(path).message == "the file refers to something outside itself: http://x.example/pixel.png"


def test_links_to_the_web_are_allowed_and_links_to_a_disk_are_not(path: Path) -> None:
    related(template(path, "{{ date }}"), "word/document.xml", "hyperlink", "https://x.example/", external=True)
    assert check_own_template(path, NAMES) == []
    related(template(path, "{{ date }}"), "word/document.xml", "hyperlink", "file:///C:/me", external=True)
    assert "no recipient can open" in only(path).message


def test_a_tag_in_the_address_of_a_link_is_told(path: Path) -> None:
    related(
        template(path, "{{ date }}"), "word/document.xml", "hyperlink", "https://x.example/{{ date }}", external=True
    )
    assert "the address of a link holds a tag" in only(path).message


def test_objects_of_other_programs_are_refused(path: Path) -> None:
    related(template(path, "{{ date }}"), "word/document.xml", "oleObject", "embeddings/x.bin")
    assert "oleObject" in only(path).message


def test_macros_are_refused(path: Path) -> None:
    rewritten(template(path, "{{ date }}"), {"word/vbaProject.bin": b"x"})
    assert only(path).message == "the file holds macros"


def test_strict_files_and_other_files_are_told(path: Path) -> None:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    replaced(
        template(path, "{{ date }}"), "word/document.xml", main, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert "Strict" in only(path).hint
    path.write_bytes(b"plain text")
    assert "not a Word document" in only(path).message
    path.write_bytes(b"\xd0\xcf\x11\xe0old")
    assert "password" in only(path).hint
    assert "is missing" in only(path.with_name("none.docx")).message


def test_a_bomb_is_refused_before_it_is_unpacked(path: Path) -> None:
    template(path, "{{ date }}")
    rewritten(path, {"word/media/bomb.png": bytes(30_000_000)})
    assert path.stat().st_size < 200_000
    assert only(path).message == "the file is too large when unpacked"


def test_too_many_parts_and_strange_names_are_refused(path: Path) -> None:
    rewritten(template(path, "{{ date }}"), {f"x{number}": b"" for number in range(1001)})
    assert "too large" in only(path).message
    rewritten(template(path, "{{ date }}"), {"../outside.xml": b""})
    assert "damaged" in only(path).message


def test_entities_are_not_expanded(path: Path) -> None:
    template(path, "{{ date }}")
    replaced(path, "word/document.xml", "<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document')
    assert "document type" in only(path).message


def test_a_damaged_part_is_told(path: Path) -> None:
    replaced(template(path, "{{ date }}"), "word/document.xml", "</w:body>", "")
    assert only(path).message.startswith("the file is damaged")


def test_a_repeated_entry_is_refused(path: Path) -> None:
    template(path, "{{ date }}")
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/document.xml", b"<x/>")
    assert "damaged" in only(path).message
