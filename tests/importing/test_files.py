"""A release in any kind of file; nothing but a BriefgenError is raised."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, Place
from briefgen.importing.files import read_release
from briefgen.importing.pieces import source_of
from tests.importing.released import read


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF-1.7 broken", "not a PDF"),
        ("a.docx", b"PK\x03\x04broken", "not a Word document"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "old kind of Word"),
        ("a.rtf", b"{\\rtf1 old}", "old kind of Word"),
        ("a.txt", b" \n\n", "no text"),
        ("a.html", b"<html></html>", "no text"),
    ],
)
def test_what_is_no_release_is_refused_by_its_name(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    with pytest.raises(BriefgenError, match=message) as caught:
        read(tmp_path, name, data)
    assert caught.value.problems[0].place == Place(tmp_path / name)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"none\.txt: the file is missing"):
        read_release(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("name", "start"), [("a.txt", b""), ("a.md", b"# T\n"), ("a.html", b"<p>"), ("a.pdf", b"%PDF-1.4\n")]
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300) | st.text(st.sampled_from("<>/pbr&;= \n\"'#*-1[]^:a“”"), max_size=200).map(str.encode)
)
def test_no_bytes_raise_anything_but_a_briefgen_error(tmp_path: Path, name: str, start: bytes, data: bytes) -> None:
    try:
        found = read(tmp_path, name, start + data)
    except BriefgenError:
        return
    assert all(passage.text == " ".join(passage.text.split()) for passage in found.passages)
    assert len(source_of(found.passages).splitlines()) == 2 * len(found.passages) - 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "release.txt")
    with pytest.raises(BriefgenError, match="this is no ordinary file"):
        read_release(tmp_path / "release.txt")
