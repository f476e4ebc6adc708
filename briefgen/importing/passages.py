"""A release as the importer reads it: its passages in order, each with its line of the source text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "note"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, list item or note of a release.

    `text` is verbatim, on one line; `line` is that of the source text that the importer writes, from 1; `page` is that
    of a document with pages, from 1, else 0; `level` that of a heading or list, from 1, else 0. `turns` are the further
    pages that begin in the text, each with its column, from 1.
    """

    text: str
    kind: Kind
    line: int
    page: int = 0
    level: int = 0
    turns: tuple[tuple[int, int], ...] = ()
