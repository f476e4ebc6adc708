"""A finished Word file read back: its paragraphs and notes, and what its container must not hold."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefgen.finished.expectation import Expectation
from briefgen.finished.reading import bare
from briefgen.finished.verdict import read_finished

Made = Callable[[str, str, str], dict[str, Path]]
Copied = Callable[[str, str, str, str], Path]
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_paragraphs_notes_and_margins_are_read(made: Made, expected: Callable[[str, str, str], Expectation]) -> None:
    file, whole = read_finished(made("briefing", "all", "ko")["docx"]), expected("briefing", "all", "ko")
    assert [bare(passage.text) for passage in file.body] == [bare(said.text) for said in whole.body("docx")]
    assert [bare(passage.text) for passage in file.notes] == [bare(said.text) for said in whole.notes]
    assert bare(whole.document.furniture.marks[0]) in bare("".join(file.furniture))
    assert (file.properties.title, file.properties.created) == (whole.document.title, "2026-11-23")
    assert file.faults == ()


def photo() -> bytes:
    picture, out = Image.new("RGB", (8, 8)), BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Maker of the camera"
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def clean_photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    return out.getvalue()


def added(path: Path, name: str, data: bytes, relation: str, owner: str = "word/_rels/document.xml.rels") -> Path:
    """A part and the relationship that leads to it, put into a Word file."""
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    parts[owner] = parts[owner].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    if name:
        parts[name] = data
    with zipfile.ZipFile(path, "w") as package:
        for each, content in parts.items():
            package.writestr(each, content)
    return path


def relation(kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="x9" Type="{KIND}/{kind}" Target="{target}"{more}/>'


@pytest.mark.parametrize(
    ("name", "data", "link", "told"),
    [
        ("word/comments.xml", b"<a/>", relation("comments", "comments.xml"), "it holds comments"),
        ("word/people.xml", b"<a/>", relation("people", "people.xml"), "it holds names of those who edited it"),
        ("word/media/a.jpg", photo(), relation("image", "media/a.jpg"), "a picture in it carries data about itself"),
        ("word/media/b.jpg", b"nothing", relation("image", "media/b.jpg"), "a picture in it cannot be read"),
        ("", b"", relation("image", "http://example.org/a.png", ' TargetMode="External"'), "something outside itself"),
        (
            "",
            b"",
            relation("attachedTemplate", "file:///C:/a.dotx", ' TargetMode="External"'),
            "the path of a template",
        ),
        ("", b"", relation("hyperlink", "file:///C:/a.txt", ' TargetMode="External"'), "something outside itself"),
    ],
)
def test_a_spoilt_container_is_found(name: str, data: bytes, link: str, told: str, copied: Copied) -> None:
    faults = read_finished(added(copied("letter", "FR", "en", "docx"), name, data, link)).faults
    assert any(told in fault for fault in faults), faults


def test_a_picture_without_a_history_is_none(copied: Copied) -> None:
    path = added(
        copied("letter", "FR", "en", "docx"), "word/media/c.png", clean_photo(), relation("image", "media/c.png")
    )
    assert read_finished(path).faults == ()
