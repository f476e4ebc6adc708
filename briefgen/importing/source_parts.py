"""The parts of a source text by which notes cite it: summary, sections, pages, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from briefgen.importing.passages import Passage
from briefgen.importing.words import Cited, DraftWords

_Group = tuple[str, int]


def parts_of(passages: Sequence[Passage], frame: frozenset[int], words: DraftWords) -> list[dict[str, Any]]:
    """The parts of a source as `report.yaml` states them; headings of a text without pages stand outside of them."""
    headings: dict[int, str] = {}
    grouped: list[tuple[_Group, Passage]] = []
    group: _Group = ("point", 0)
    for passage in passages:
        if passage.line in frame:
            continue
        if passage.kind == "heading" and not passage.page:
            headings[passage.line] = passage.text
            group = ("section", passage.line)
            continue
        if passage.kind == "paragraph" and group[0] == "point":
            group = ("paragraph", 0)
        grouped.append((_own(passage, group), passage))
    return [
        _part(key, [passage for _, passage in members], headings, words)
        for key, members in groupby(grouped, key=lambda item: item[0])
    ]


def _own(passage: Passage, group: _Group) -> _Group:
    if passage.kind == "note":
        return "remark", 0
    return ("page", 0) if passage.page else group


def _part(key: _Group, members: list[Passage], headings: dict[int, str], words: DraftWords) -> dict[str, Any]:
    cited: Cited = getattr(words, key[0])
    heading = headings.get(key[1], "").rstrip(" :").replace("{", "{{").replace("}", "}}")
    part: dict[str, Any] = {"lines": f"{members[0].line}-{members[-1].line}"}
    if key[0] == "page":
        part["pages"] = dict(_pages(members))
    part["cite"] = cited.one.replace("<heading>", heading)
    part["cite_several"] = cited.several.replace("<heading>", heading)
    return part


def _pages(members: Sequence[Passage]) -> Iterator[tuple[int, str]]:
    """Where each page begins, each once, in order."""
    last = 0
    for passage in members:
        places = [(passage.page, str(passage.line)), *((page, f"{passage.line}:{at}") for at, page in passage.turns)]
        for page, place in places:
            if page > last:
                yield page, place
                last = page
