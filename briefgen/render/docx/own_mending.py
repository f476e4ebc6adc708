"""A filled part made whole and clean: what loops leave open is closed, what tells of its history is removed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefgen.render.docx.ooxml import Element, local, make, w

REPEATED: Final = "repeated"
"""Set on a table whose cells a loop repeats; removed again here."""

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TRACES: Final = tuple(
    w(name)
    for name in (
        *("proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange"),
        *("tblPrExChange", "numberingChange", "dataBinding", "printerSettings"),
    )
)
"""Elements that tell how the file was made, or bind its text to what does not travel."""
_SETTINGS: Final = frozenset(
    {"attachedTemplate", "mailMerge", "rsids", "docVars", "trackRevisions", "docId", "saveThroughXslt", "linkStyles"}
)


def tidy(root: Element) -> None:
    """Remove the traces of editing from a part, and give what loops have repeated ids of its own."""
    for trace in list(root.iter(*_TRACES)):
        _remove(trace)
    for element in root.iter():
        for name in list(element.attrib):
            # Word keeps track of paragraphs and sessions by these; two of one kind are an error after a loop.
            if str(name).startswith((w("rsid"), f"{_W14}paraId", f"{_W14}textId")):
                del element.attrib[name]
    for number, picture in enumerate(root.iter(_WP), start=1):
        picture.set("id", str(number))
    _single(root, "sdt", f"{w('sdtPr')}/{w('id')}")
    _single_bookmarks(root)


def tidy_settings(root: Element) -> None:
    """Remove from the settings what tells where the file comes from."""
    for item in list(root):
        if isinstance(item.tag, str) and local(item) in _SETTINGS:
            root.remove(item)


def mend(root: Element) -> None:
    """Close what tags have left open: no empty rows and tables, a paragraph where Word wants one."""
    for row in list(root.iter(w("tr"))):
        if next(row.iter(w("tc")), None) is None:
            _remove(row)
    for table in list(root.iter(w("tbl"))):
        repeated = table.attrib.pop(REPEATED, "")
        if next(table.iter(w("tr")), None) is None:
            _remove(table)
        elif repeated:
            _fit_grid(table)
    for holder in root.iter(w("tc"), w("hdr"), w("ftr"), w("footnote"), w("endnote")):
        children = [item for item in holder if isinstance(item.tag, str)]
        # The last thing in a cell is a paragraph (ECMA-376 part 1, 17.4.65).
        if not children or local(children[-1]) in ("tcPr", "tbl"):
            holder.append(make("p"))


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _single(root: Element, name: str, path: str) -> None:
    """Keep an id at the first element that has it; Word gives the others new ones."""
    seen: set[str | None] = set()
    for element in root.iter(w(name)):
        for found in element.findall(path):
            if found.get(w("val")) in seen:
                _remove(found)
            seen.add(found.get(w("val")))


def _single_bookmarks(root: Element) -> None:
    """Keep the first of the bookmarks of one name, and number all that stay."""
    seen: set[str | None] = set()
    opened: dict[str | None, list[int]] = {}
    number = 0
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        old = mark.get(w("id"))
        if mark.tag == w("bookmarkStart") and mark.get(w("name")) not in seen:
            seen.add(mark.get(w("name")))
            number += 1
            opened.setdefault(old, []).append(number)
            mark.set(w("id"), str(number))
        elif mark.tag == w("bookmarkEnd") and opened.get(old):
            mark.set(w("id"), str(opened[old].pop()))
        else:
            _remove(mark)


def _fit_grid(table: Element) -> None:
    """As many columns as the longest row has cells, sharing the width that the table had."""
    grid = table.find(w("tblGrid"))
    rows = _within(table, "tr", "tbl")
    cells = [list(_within(row, "tc", "tr")) for row in rows]
    wanted = max(sum(_span(cell) for cell in row) for row in cells)
    if grid is None or wanted == len(grid):
        return
    width = sum(int(column.get(w("w"), "0")) for column in grid) // wanted
    grid[:] = [make("gridCol", w=str(width)) for _ in range(wanted)]
    for row in cells:
        for cell in row:
            for found in cell.iterfind(f"{w('tcPr')}/{w('tcW')}"):
                found.set(w("w"), str(width * _span(cell)))
                found.set(w("type"), "dxa")


def _within(outer: Element, name: str, limit: str) -> Iterator[Element]:
    """The elements of a name inside `outer`, those of inner tables left out."""
    for item in outer.iter(w(name)):
        if next(item.iterancestors(w(limit)), None) is outer:
            yield item


def _span(cell: Element) -> int:
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if found is None else int(found.get(w("val"), "1"))
