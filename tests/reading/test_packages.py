"""A zip package is looked at before it is unpacked, and no part of it declares a document type."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.reading.packages import MAX_TAGS, NoPackageError, unpacked

PLACE = Place("x.docx")
DOCTYPE = '<?xml version="1.0" encoding="{0}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


def package(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return target.getvalue()


def told(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED, most: int = 10_000_000) -> str:
    with pytest.raises(BriefgenError) as caught:
        unpacked(package(parts, method), PLACE, most)
    return str(caught.value)


def test_parts_come_by_their_names() -> None:
    parts = {"a.xml": b"<a/>", "b/c.png": b"<!DOCTYPE"}
    assert unpacked(package(parts | {"b/": b""}), PLACE, 100) == parts


@pytest.mark.parametrize(
    "parts",
    [
        {"a": b"x" * 11_000_000},
        {"a": bytes(5_000_000)},
        {"a.xml": b"<a>" + b"<" * MAX_TAGS},
        {str(number): b"" for number in range(1001)},
    ],
    ids=["bytes", "ratio", "tags", "parts"],
)
def test_what_is_too_large_is_refused(parts: Mapping[str, bytes]) -> None:
    assert told(parts) == "x.docx: the file is too large when unpacked (take out what is not needed)"


@pytest.mark.parametrize("name", ["../a", "/a", "a\\b", "a/../../b"])
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert "packed in a way" in told({name: b""})


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_no_office_program_uses_is_refused(method: int) -> None:
    assert "packed in a way" in told({"a": b"x"}, method)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "latin-1", "cp037", "utf-7", "utf-32"])
def test_a_document_type_is_refused_in_every_encoding(encoding: str) -> None:
    assert "declares a document type" in told({"a.xml": DOCTYPE.format(encoding).encode(encoding)})


@pytest.mark.parametrize("data", [b"", b"PK", b"x" * 100])
def test_what_is_no_package_is_told_apart(data: bytes) -> None:
    with pytest.raises(NoPackageError):
        unpacked(data, PLACE, 100)
