"""From the file of a release to a draft report pack: read, propose, write down, hold against the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, Place
from briefgen.importing.concerned import concerned_in
from briefgen.importing.decisions import decisions_text
from briefgen.importing.doubts import Doubt
from briefgen.importing.draft import Draft, Drafting
from briefgen.importing.files import read_release
from briefgen.importing.frame import Frame, frame_of
from briefgen.importing.passages import Passage
from briefgen.importing.pieces import Read, source_of
from briefgen.importing.report_yaml import report_yaml
from briefgen.importing.words import FALLBACK, draft_words
from briefgen.library.shelves import Library

Extract = Callable[[Sequence[Passage], str], Any]
"""Proposes the statements of passages in a language."""
FILES = ("report.yaml", "source.txt", "decisions.md")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Imported:
    """A release as it was read, with the draft of its pack."""

    read: Read
    frame: Frame
    draft: Draft

    def files(self, folder: Path) -> dict[Path, bytes]:
        """The files of the pack in a folder."""
        texts = {
            "source.txt": source_of(self.read.passages),
            "decisions.md": decisions_text(self.read, self.frame, self.draft),
            "report.yaml": report_yaml(self.draft, folder / "report.yaml"),
        }
        return {folder / name: text.encode() for name, text in texts.items()}


def import_release(path: Path, name: str, library: Library, extract: Extract) -> Imported:
    """Read a release and draft its pack under a name; raises a BriefgenError where the file cannot be read."""
    read = read_release(path)
    frame = frame_of(read.passages, read.head)
    frame = replace(frame, doubts=(*read.doubts, *frame.doubts))
    words = draft_words(library, frame.language)
    if library.find("templates", "drafts", f"{frame.language}.yaml") is None:
        question = f"A draft has no words of its own in `{frame.language}`; translate those in `{FALLBACK}`."
        frame = replace(frame, doubts=(*frame.doubts, Doubt(0, question)))
    body = [passage for passage in read.passages if passage.line not in frame.lines]
    concerned = concerned_in(frame, library)
    drafting = Drafting(name, path.name, read.passages, frame, extract(body, frame.language), words, concerned)
    return Imported(read, frame, drafting.draft())


def pack_name(folder: Path) -> str:
    """The id of a pack by its folder; raises a BriefgenError where a pack stands there, or the name cannot be an id."""
    name = folder.resolve().name
    if not _NAME.fullmatch(name):
        hint = "use letters, digits and hyphens, a letter first"
        raise BriefgenError.one(f"“{name}” cannot be the id of a report", Place(folder), hint)
    for file in FILES:
        if (folder / file).exists():
            message = "there is a file already; nothing is overwritten"
            raise BriefgenError.one(message, Place(folder / file), "name a new folder")
    return name
