"""The order in which a screen reader walks through a document (ISO 14289-1, 7.2).

WeasyPrint 70 builds the structure page by page: a paragraph or a list that goes on overleaf becomes two, and the notes
of a page stand between them. Here what goes on is one element again, and each note follows the text that calls it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf
import weasyprint.pdf

HEADINGS = frozenset(f"/H{rank}" for rank in range(1, 7))
GOING_ON = HEADINGS | {"/P", "/L", "/LI", "/LBody", "/Sect", "/Div", "/BlockQuote"}
"""What may go on overleaf. Tables are not joined: their head is drawn again on each page."""
WITH_TEXT = HEADINGS | {"/P", "/LBody", "/TD", "/TH", "/Caption"}
"""What holds text; a note stands behind it, or as its end where it is more than a paragraph."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an element of the structure was made of; `tags` leaves it with the element as `source`."""

    html: Any
    tag: str
    """Its name, and that of a pseudo-element: `span::footnote-call`."""
    page: int


def install() -> None:
    """Put the structure in order as soon as WeasyPrint has built it."""
    build = weasyprint.pdf.add_tags

    def build_ordered(pdf: Any, *others: Any) -> None:
        build(pdf, *others)
        arrange(pdf)

    weasyprint.pdf.add_tags = build_ordered


def arrange(pdf: Any) -> None:
    """Join what goes on overleaf, and put each note behind the text that calls it."""
    structure = _Structure(pdf)
    root = structure.at(pdf.catalog["StructTreeRoot"])
    structure.join(root)
    structure.place_notes(root)


@dataclass(frozen=True, slots=True)
class _Structure:
    """The structure of a file; WeasyPrint keeps references ("12 0 R") where one element names another."""

    pdf: Any
    _begun: dict[tuple[int, str, str], Any] = field(default_factory=dict)

    def at(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, element: Any) -> Iterator[Any]:
        """The elements right below one."""
        for kid in element["K"]:
            if isinstance(kid, bytes) and "S" in (found := self.at(kid)):
                yield found

    def below(self, element: Any) -> Iterator[Any]:
        for kid in self.kids(element):
            yield kid
            yield from self.below(kid)

    def join(self, element: Any) -> None:
        """Join what stands below an element to what it goes on from."""
        for kid in list(self.kids(element)):
            first = self._begun_by(kid)
            self.join(kid)
            if first is not None:
                element["K"].remove(kid.reference)
                self._give(kid, first)

    def _begun_by(self, element: Any) -> Any:
        """The element on an earlier page that goes on in this one; None where it is the first, or never goes on."""
        source = getattr(element, "source", None)
        if source is None or element["S"] not in GOING_ON:
            return None
        key = (id(source.html), source.tag, element["S"])
        first = self._begun.get(key)
        if first is not None and first.source.page < source.page:
            return first
        self._begun[key] = element
        return None

    def _give(self, element: Any, to: Any) -> None:
        for kid in self.kids(element):
            kid["P"] = to.reference
        to["K"].extend(element["K"])
        element["K"] = pydyf.Array()

    def place_notes(self, root: Any) -> None:
        """Put each note behind the text in which its number stands."""
        calls: dict[int, Any] = {}
        notes = []
        for element in self.below(root):
            source = getattr(element, "source", None)
            if source is not None and element["S"] == "/Reference":
                calls.setdefault(id(source.html), element)
            elif source is not None and element["S"] == "/Note":
                notes.append(element)
        behind: Counter[int] = Counter()
        for note in notes:
            text = self._text_around(calls.get(id(note.source.html)))
            if text is not None:
                self._place(note, text, behind)

    def _text_around(self, element: Any) -> Any:
        while element is not None and element["S"] not in WITH_TEXT:
            element = self.at(element["P"]) if "P" in element else None
        return element

    def _place(self, note: Any, text: Any, behind: Counter[int]) -> None:
        """Move a note; `behind` counts the notes that stand behind each paragraph already."""
        area = self.at(note["P"])
        area["K"].remove(note.reference)
        if not area["K"] and "P" in area:
            self.at(area["P"])["K"].remove(area.reference)
        if text["S"] in HEADINGS or text["S"] == "/P":
            parent = self.at(text["P"])
            behind[text.number] += 1
            parent["K"].insert(parent["K"].index(text.reference) + behind[text.number], note.reference)
        else:
            parent = text
            parent["K"].append(note.reference)
        note["P"] = parent.reference
