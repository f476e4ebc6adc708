"""Documents of which many are alike: the first is laid out in full, and in the others only the lines that differ.

Letters to 193 states differ in the lines of the address and in the salutation. Of each structure (everything else) one
letter is kept as it came from the press: the master. For another letter the lines that differ are set anew, each by
itself; where every one of them takes one line of the same height, as in the master, nothing else on the pages can
move, and only the operators that draw these lines, the title in the metadata and the file identifier are exchanged.

It proves itself: the first letter that is made from a master is also laid out in full, and both files must be equal,
byte for byte. Whatever is unequal, unknown or raised leads to the full way; an unequal file is told as a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefgen.document import Addressee, Block, Document, Line, Paragraph, Run
from briefgen.model.typography import Layout
from briefgen.render.pdf import load, ready
from briefgen.render.pdf.html import page_of
from briefgen.render.pdf.recent import Recent

if TYPE_CHECKING:
    from briefgen.render.pdf.master import Master

KEPT = 48
"""Masters: a batch in ten languages has about so many at a time; each takes some two megabytes."""
SAME = 8
"""Files of whole documents that are remembered: a briefing that is enclosed with many letters."""


@dataclass(slots=True)
class _Structure:
    """What is known of the letters of one structure."""

    master: Master | None = None
    proved: bool = False
    unfit: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Renders documents one after the other, and what they share only once.

    `stock` are words whose glyphs every file embeds, by language: those of all addresses, so that a master holds
    what the others need. `exchanging` is whether lines are exchanged at all; the files are the same without.
    """

    stock: dict[str, str]
    exchanging: bool = True
    _structures: Recent[_Structure] = field(default_factory=lambda: Recent(KEPT))
    _same: Recent[bytes] = field(default_factory=lambda: Recent(SAME))
    _warnings: list[str] = field(default_factory=list)

    def render(self, document: Document, layout: Layout) -> bytes:
        """The PDF of a document, as `render_pdf` would make it with the same stock; raises what that raises."""
        document = ready(document)
        if not variable_lines(document):
            # What many recipients get alike is laid out once.
            return self._same.get((layout.folder, layout.scale, document), lambda: self._in_full(document, layout))
        if not self.exchanging or layout.scale != 1:
            return self._in_full(document, layout)
        structure = self._structures.get((layout.folder, _outline(document)), _Structure)
        if structure.unfit:
            return self._in_full(document, layout)
        if structure.master is None:
            return self._first(structure, document, layout)
        return self._exchanged(structure, structure.master, document, layout)

    def warnings(self) -> tuple[str, ...]:
        """What went another way than planned since this was asked last."""
        told = tuple(self._warnings)
        self._warnings.clear()
        return told

    def _in_full(self, document: Document, layout: Layout) -> bytes:
        data: bytes = load("press").print_pdf(page_of(document, layout), document, layout, self._stock(document))
        return data

    def _first(self, structure: _Structure, document: Document, layout: Layout) -> bytes:
        """Lay a document out in full and keep it as the master of its structure, if it can be one."""
        made = load("press").impression(page_of(document, layout), document, layout, self._stock(document))
        structure.master = load("master").master_of(made, variable_lines(document))
        structure.unfit = structure.master is None
        data: bytes = made.file.data()
        return data

    def _exchanged(self, structure: _Structure, master: Master, document: Document, layout: Layout) -> bytes:
        try:
            data = master.exchanged(variable_lines(document), document)
        except Exception as error:
            self._warnings.append(f"its lines could not be exchanged: {error!r}; it was laid out in full")
            structure.unfit = True
            data = None
        if data is not None and structure.proved:
            return data
        whole = self._in_full(document, layout)
        if data is not None:
            structure.proved = data == whole
            structure.unfit = not structure.proved
            if structure.unfit:
                self._warnings.append(
                    "with exchanged lines it was not equal to what is laid out in full; that was taken"
                )
        return whole

    def _stock(self, document: Document) -> str:
        return self.stock.get(document.language, "")


def variable_lines(document: Document) -> tuple[Line, ...]:
    """The lines that differ from letter to letter: those of the address, and the salutation."""
    return tuple(line for block in document.blocks for line in _variable(block))


def _variable(block: Block) -> Iterator[Line]:
    match block:
        case Addressee(lines):
            yield from lines
        case Paragraph(line, "salutation"):
            yield line


def _outline(document: Document) -> Document:
    """The document without the texts that differ: equal for all documents of one structure."""
    return replace(document, title="", blocks=tuple(map(_emptied, document.blocks)))


def _emptied(block: Block) -> Block:
    match block:
        case Addressee(lines):
            return Addressee(tuple(map(_without_text, lines)))
        case Paragraph(line, "salutation"):
            return replace(block, line=_without_text(line))
    return block


def _without_text(line: Line) -> Line:
    return tuple(replace(run, text="") if isinstance(run, Run) else run for run in line)
