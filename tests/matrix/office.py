"""Word files as LibreOffice opens them: many in one call, in a profile of their own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from tests.matrix.expected import bare, notes_in, paragraphs_of
from tests.matrix.making import Made

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def same_text(made: Sequence[Made]) -> Iterator[tuple[Made, str]]:
    """What LibreOffice shows otherwise than the document says it.

    Raises `RuntimeError` where LibreOffice is not installed: a file that nobody opened must not count as read.
    """
    with tempfile.TemporaryDirectory(prefix="matrix-office-") as folder:
        opened = _converted([each.word for each in made], Path(folder))
        for each in made:
            path = opened.get(each.word.stem)
            if path is None:
                yield each, "LibreOffice does not open it"
            else:
                yield from ((each, problem) for problem in _compared(path, each))


def _converted(files: Sequence[Path], folder: Path) -> dict[str, Path]:
    """The files as flat OpenDocument texts, by their names without the ending."""
    office = shutil.which("soffice")
    if office is None:
        raise RuntimeError("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {path.stem: path for path in folder.glob("*.fodt")}
    if not found:
        raise RuntimeError(f"LibreOffice opened no file: {done.stdout}{done.stderr}")
    return found


def _compared(path: Path, made: Made) -> Iterator[str]:
    text = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot().find(f"{OFFICE}body/{OFFICE}text")
    notes = [bare("".join(body.itertext())) for body in text.iter(f"{TEXT}note-body")]
    for note in list(text.iter(f"{TEXT}note")):
        _take_out(note)
    lines = [bare(_said(line)) for line in text.iter(f"{TEXT}p", f"{TEXT}h")]
    for what, found, wanted in (
        ("paragraph", [line for line in lines if line], paragraphs_of(made.document)),
        ("note", notes, notes_in(made.document)),
    ):
        if found != wanted:
            apart = [pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]]
            yield f"{len(found)} instead of {len(wanted)} {what}s; the first that differs: {apart[:1]}"


def _take_out(element: etree._Element) -> None:
    """Remove an element, but not the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _said(line: etree._Element) -> str:
    return "".join(line.itertext())
