"""The Word file is one that Word opens, says every change, and writes from right to left where a language does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import ooxml_integrity
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.comparing.comparison import Comparison
from briefgen.comparing.word_file import as_docx, load_words
from briefgen.render.docx.ooxml import w
from briefgen.render.docx.package import unpack
from tests.comparing.conftest import Versions, letter

DAY = date(2026, 11, 23)


def written(versions: Versions, found: Comparison) -> bytes:
    return as_docx(found, load_words(versions.shelf.library), "Our Organisation", DAY, versions.shelf.path)


def body(data: bytes) -> etree._Element:
    return etree.fromstring(unpack(data)["word/document.xml"])


def require_sound(folder: Path, data: bytes) -> None:
    path = folder / "changes.docx"
    path.write_bytes(data)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors == []
    assert list(ooxml_integrity.check(str(path))) == []


def test_the_file_begins_with_what_to_do_and_each_change_in_old_and_new_words(
    versions: Versions, tmp_path: Path
) -> None:
    versions.replace("Urgently address the isolation", "Address without delay the isolation")
    found = versions.compared(letter("FR"))
    data = written(versions, found)
    require_sound(tmp_path, data)
    assert written(versions, found) == data
    xml = body(data)
    headings = [
        "".join(paragraph.itertext())
        for paragraph in xml.iter(w("p"))
        if paragraph.find(f"{w('pPr')}/{w('pStyle')}[@{w('val')}='Heading1']") is not None
    ]
    assert headings[:3] == ["What to do", "The changes at a glance", "What the report says"]
    rows = ["|".join("".join(cell.itertext()) for cell in row.iter(w("tc"))) for row in xml.iter(w("tr"))]
    assert any(row.startswith("recommendation R1, text|changed|Urgently address the") for row in rows)
    assert "make and send again: 1 document" in ["".join(each.itertext()) for each in xml.iter(w("p"))]
    assert str(versions.shelf.path) not in etree.tostring(xml, encoding="unicode")


def test_tracked_changes_have_a_number_each_and_are_of_the_organisation(versions: Versions) -> None:
    versions.edit("claim: The report has 148 pages.", "claim: It has 148 pages.")
    changes = [each for each in body(written(versions, versions.compared())).iter(w("ins"), w("del"))]
    assert len({each.get(w("id")) for each in changes}) == len(changes) > 0
    assert {each.get(w("author")) for each in changes} == {"Our Organisation"}


def test_nothing_is_told_where_nothing_changed(versions: Versions, tmp_path: Path) -> None:
    data = written(versions, versions.compared())
    require_sound(tmp_path, data)
    xml = body(data)
    assert list(xml.iter(w("tbl"), w("ins"), w("del"))) == []
    assert sum("".join(paragraph.itertext()) == "Nothing." for paragraph in xml.iter(w("p"))) == 5


@pytest.fixture
def arabic(versions: Versions) -> bytes:
    versions.shelf.add_language("ar")
    versions.edit("evidence: [S1, fences, food]", "evidence: [S1, food]")
    return written(versions, versions.compared(letter("EG", "ar")))


def test_a_text_from_right_to_left_is_one_paragraph_of_such_runs(arabic: bytes, tmp_path: Path) -> None:
    require_sound(tmp_path, arabic)
    found = [each for each in body(arabic).iter(w("p")) if each.find(f"{w('pPr')}/{w('bidi')}") is not None]
    assert found
    for paragraph in found:
        assert any("\u0621" <= character <= "\u064a" for character in "".join(paragraph.itertext()))
        runs = list(paragraph.iter(w("r")))
        assert runs
        assert all(run.find(f"{w('rPr')}/{w('rtl')}") is not None for run in runs)
    assert any(list(paragraph.iter(w("del"))) for paragraph in found)
