"""The words of a draft pack that do not come from the release, in its language."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from briefgen.library.shelves import Library
from briefgen.reading.validation import read_model

FALLBACK = "en"


class Cited(BaseModel):
    """What a note calls one place of a part of the source, and several."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    one: str
    several: str


class DraftWords(BaseModel):
    """`templates/drafts/<language>.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    origin: str
    first_note: str
    first_note_of_report: str
    note: str
    note_of_report: str
    point: Cited
    paragraph: Cited
    section: Cited
    page: Cited
    remark: Cited
    findings: str
    attribution: str
    sentence: str
    opening: str
    addressees: dict[str, tuple[str, ...]]
    """By role: the words that name it."""
    method: tuple[str, ...]


def draft_words(library: Library, language: str) -> DraftWords:
    """The words of a language, or the English ones where it has none."""
    path = library.find("templates", "drafts", f"{language}.yaml")
    known = library.names("templates", "drafts", suffix=".yaml")
    path = path or library.find("templates", "drafts", f"{FALLBACK}.yaml")
    return read_model(library.require("file", f"drafts/{language}.yaml", path, known), DraftWords)[0]
