"""Reading a layout safely and writing the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from briefgen.document import Paragraph
from briefgen.errors import BriefgenError, Place
from briefgen.render.docx import package, render_docx
from tests.render.docx.editing import changed, parts
from tests.render.docx.reading import names
from tests.render.docx.samples import document, layout, letter, line


def read(folder: Path) -> package.Parts:
    path = folder / "word.docx"
    return package.layout_parts(package.read_layout(path), Place(path))


def test_a_missing_layout_and_one_that_is_no_word_file(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="is missing"):
        package.read_layout(tmp_path / "word.docx")
    with pytest.raises(BriefgenError, match="not a Word file"):
        package.layout_parts(b"no zip", Place("word.docx"))


def test_a_layout_that_unpacks_to_too_much(tmp_path: Path) -> None:
    folder = changed(tmp_path, {"word/media/big.xml": "0" * 60_000_000})
    with pytest.raises(BriefgenError, match="larger than 20 MB"):
        read(folder)


def test_a_layout_that_calls_home(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    rels = parts()["word/_rels/document.xml.rels"]
    remote = f'<Relationship Id="x" Type="{kind}" Target="https://spy.example/p.png" TargetMode="External"/>'
    changed(tmp_path, {"word/_rels/document.xml.rels": rels.replace("</Rel", f"{remote}</Rel")})
    with pytest.raises(BriefgenError, match=r"outside itself: https://spy\.example"):
        read(tmp_path)


def test_an_entity_in_a_layout_is_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    body = parts()["word/document.xml"].split("?>", 1)[1].replace("{%p else %}", "{%p else %}&e;")
    folder = changed(tmp_path, {"word/document.xml": f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>{body}'})
    try:
        data = render_docx(document("en", Paragraph(line("text"))), layout(folder))
    except BriefgenError:
        return
    assert b"secret" not in package.unpack(data)["word/document.xml"]


def test_thumbnail_and_custom_properties_of_the_layout_stay_behind(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    thumbnail = f'<Relationship Id="t" Type="{kind}" Target="docProps/thumbnail.xml"/>'
    rels = parts()["_rels/.rels"].replace("</Rel", f"{thumbnail}</Rel")
    folder = changed(tmp_path, {"_rels/.rels": rels, "docProps/thumbnail.xml": "<x/>"})
    assert "docProps/thumbnail.xml" not in names(render_docx(letter(), layout(folder)))


def test_all_times_in_the_zip_are_fixed_and_its_order_is_stable() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(letter(), layout()))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert archive.namelist()[2:] == sorted(archive.namelist()[2:])


def test_core_properties_are_escaped_once() -> None:
    root = etree.fromstring(package.core_properties("R&D <b>", 'A "B"', "en-GB", date(2026, 1, 2)))
    assert [node.text for node in root][:2] == ["R&D <b>", 'A "B"']


def test_links_are_added_without_touching_those_that_exist() -> None:
    found = package.add_links(
        {"word/_rels/a.xml.rels": package.add_links({}, "word/a.xml", [("link1", "u:1")])["word/_rels/a.xml.rels"]},
        "word/a.xml",
        [("link2", "u:2")],
    )
    root = etree.fromstring(found["word/_rels/a.xml.rels"])
    assert [item.get("Target") for item in root] == ["u:1", "u:2"]
    assert package.add_links({}, "word/a.xml", []) == {}
