"""Word: styles tell headings and items, notes stand last, what was struck out is set aside."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.importing.files import read_release
from tests.importing.released import SENTENCE, assert_verbatim_or_refused, kinds
from tests.importing.word_files import paragraph, run, write_word


def test_word_styles_tell_headings_and_items(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("A River Runs Dry", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("One point.", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    assert kinds(read_release(tmp_path / "a.docx")) == [
        ("heading", "A River Runs Dry"),
        ("paragraph", SENTENCE.strip()),
        ("item", "One point."),
    ]


def test_footnotes_stand_behind_the_text_without_their_marks(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("The wells are dry"), mark, run(".")) + paragraph(run("Nobody came."))
    separator = f'<w:footnote w:type="separator" w:id="0">{paragraph("<w:r><w:separator/></w:r>")}</w:footnote>'
    note = f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>", run(" Interview in Dol."))}</w:footnote>'
    assert kinds(read_release(write_word(tmp_path / "a.docx", body, separator + note))) == [
        ("paragraph", "The wells are dry."),
        ("paragraph", "Nobody came."),
        ("note", "Interview in Dol."),
    ]


def test_a_document_reads_as_with_all_changes_accepted(tmp_path: Path) -> None:
    deleted = f"<w:del>{run('forty ', tag='delText')}</w:del>"
    added = f"<w:ins>{run('fourteen ')}</w:ins>"
    moved = f"<w:moveFrom>{run('last year ')}</w:moveFrom>"
    body = paragraph(run("It closed "), deleted, added, moved, run("wells."))
    found = read_release(write_word(tmp_path / "a.docx", body))
    assert kinds(found) == [("paragraph", "It closed fourteen wells.")]
    assert [(aside.text, aside.why) for aside in found.aside] == [("forty", "struck out in the file")]


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        ("<w:strike/>", "struck out in the file"),
        ('<w:dstrike w:val="1"/>', "struck out in the file"),
        ("<w:vanish/>", "hidden in the file"),
    ],
)
def test_words_that_the_page_shows_struck_out_or_not_at_all_are_set_aside(
    tmp_path: Path, properties: str, why: str
) -> None:
    body = paragraph(run("It closed "), run("forty ", properties), run("fourteen wells."))
    found = read_release(write_word(tmp_path / "a.docx", body))
    assert kinds(found) == [("paragraph", "It closed fourteen wells.")]
    assert [(aside.text, aside.why) for aside in found.aside] == [("forty", why)]


def test_what_is_said_not_to_be_struck_out_stays(tmp_path: Path) -> None:
    body = paragraph(run("It closed "), run("fourteen wells.", '<w:strike w:val="0"/><w:vanish w:val="false"/>'))
    assert kinds(read_release(write_word(tmp_path / "a.docx", body))) == [("paragraph", "It closed fourteen wells.")]


def test_a_text_box_that_is_stored_twice_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph(run('In the box.'))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    found = read_release(write_word(tmp_path / "a.docx", paragraph(run("Before. "), f"<w:r>{both}</w:r>")))
    assert kinds(found) == [("paragraph", "Before."), ("paragraph", "In the box.")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
         "http://purl.oclc.org/ooxml/wordprocessingml/main", "Strict Open XML, which is not read"),
        ("</w:body>", "", "damaged"),
    ],
)  # fmt: skip
def test_a_word_file_that_cannot_be_read_is_told_of_as_what_it_is(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    write_word(tmp_path / "a.docx", paragraph(run("Text.")))
    with zipfile.ZipFile(tmp_path / "a.docx") as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as file:
        for name, text in parts.items():
            file.writestr(name, text.replace(old, new) if name == "word/document.xml" else text)
    with pytest.raises(BriefgenError, match=message) as caught:
        read_release(tmp_path / "b.docx")
    assert "template" not in str(caught.value)


WORDS = st.sampled_from(
    ["The council should open the gates. ", "“We left,” said Ana Lima. ", "Some 40 wells ", "are dry. ", " ", "\u00ad",
     "“", "”", "- ", "1. ", "‘", "{x} ", "Dol: ", "&lt;b&gt; ", "A trader said: ", "물이 없다. "]
)  # fmt: skip
PROPERTIES = st.sampled_from(["", "<w:strike/>", "<w:vanish/>", "<w:b/>"])
RUNS = st.builds(run, st.lists(WORDS, max_size=4).map("".join), PROPERTIES) | st.sampled_from(
    ["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:footnoteReference w:id="2"/></w:r>', "<w:ins/>", "<w:p/>"]
)
PARAGRAPHS = st.lists(RUNS, max_size=5).map(lambda runs: paragraph(*runs))
WRAPPED = PARAGRAPHS | PARAGRAPHS.map(lambda inner: f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(WRAPPED, max_size=6).map("".join), notes=st.lists(PARAGRAPHS, max_size=2).map("".join))
def test_any_document_is_read_or_refused_at_its_place_and_anchors_are_verbatim(
    tmp_path: Path, body: str, notes: str
) -> None:
    path = write_word(tmp_path / "a.docx", body, f'<w:footnote w:id="2">{notes}</w:footnote>' if notes else "")
    assert_verbatim_or_refused(path)
