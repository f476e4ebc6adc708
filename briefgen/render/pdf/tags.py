"""Structure tags that WeasyPrint 70 leaves out or names too generally (ISO 14289-1, 7; ISO 32000-1, 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf import stream, tags

from briefgen.render.pdf.order import Source

NOTE_CLASS = "note"
"""The class that a layout's shell gives to the element of a note."""
TYPES = {
    "em": "/Span",
    "strong": "/Span",
    "span::footnote-call": "/Reference",
    "span::footnote-marker": "/Lbl",
    "li::before": "/Lbl",
}
NUMBERING = {"ol": "/Decimal", "ul": "/Disc"}


def install() -> None:
    """Complete every structure element as WeasyPrint builds it, and take page furniture out of the structure."""
    build = tags._build_box_tree
    marked = stream.Stream.marked

    def build_completed(box: Any, parent: Any, pdf: Any, page: int, *others: Any) -> Iterator[Any]:
        if isinstance(box, MarginBox):
            return
        inner = getattr(box, "_box", box)
        for element in build(box, parent, pdf, page, *others):
            _complete(element, inner, pdf)
            whole = _around_link(element, inner, pdf)
            whole.source = Source(inner.element, str(inner.element_tag), page)
            yield whole

    def marked_or_furniture(self: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        if box.element is None and box.element_tag is None:  # text in a page margin
            return _furniture(self)
        inside: AbstractContextManager[None] = marked(self, box, tag)
        return inside

    tags._build_box_tree = build_completed
    stream.Stream.marked = marked_or_furniture


@contextmanager
def _furniture(target: Any) -> Iterator[None]:
    """Running headers and footers are pagination artefacts, not content (ISO 14289-1, 7.8)."""
    target.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
    try:
        yield
    finally:
        target.end_marked_content()


def _complete(element: Any, box: Any, pdf: Any) -> None:
    """Add what the HTML element says to its structure element."""
    html = box.element
    if html is None or box.element_tag in ("html", "body"):
        return
    element["S"] = TYPES.get(box.element_tag, element["S"])
    if "::" in box.element_tag:
        return
    if html.get("lang"):
        element["Lang"] = pydyf.String(html.get("lang"))
    if html.get("class", "").split()[:1] == [NOTE_CLASS] and element["S"] == "/Span":
        _make_note(element)
    if element["S"] == "/TH":
        element["A"]["Scope"] = "/Row" if html.get("scope") == "row" else "/Column"
    if box.element_tag in NUMBERING:
        labelled = [_move_label(item, pdf) for item in _kids(element, pdf)]
        numbering = NUMBERING[box.element_tag] if any(labelled) else "/None"
        element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})


def _around_link(element: Any, box: Any, pdf: Any) -> Any:
    """The number of a note, with the link that it is (`notes.link`) inside it; any other element as it is.

    The annotation belongs right below a Link, and says in words where it leads (ISO 14289-1, 7.18.5).
    """
    if "::footnote" not in str(box.element_tag) or box.link_annotation is None:
        return element
    whole = pydyf.Dictionary({**element, "K": pydyf.Array([element.reference])})
    pdf.add_object(whole)
    element["S"], element["P"] = "/Link", whole.reference
    leads_to_note = box.element_tag.endswith("call")
    words = "".join(box.element.itertext()) if leads_to_note else "".join(child.text for child in box.children)
    box.link_annotation["Contents"] = pydyf.String(" ".join(words.split()))
    return whole


def _make_note(element: Any) -> None:
    """Notes need an identifier of their own (ISO 14289-1, 7.9); the number of the object is one."""
    element["S"] = "/Note"
    element["ID"] = pydyf.String(f"note-{element.number}")


def _move_label(item: Any, pdf: Any) -> bool:
    """Take the number or bullet out of the body of a list item; it stands beside it (ISO 32000-1, 14.8.4.3.3)."""
    body = next(iter(_kids(item, pdf)), None)
    label = next(iter(_kids(body, pdf)), None) if body is not None else None
    if body is None or label is None or label["S"] != "/Lbl":
        return False
    item["K"].insert(0, body["K"].pop(0))
    label["P"] = item.reference
    return True


def _kids(element: Any, pdf: Any) -> list[Any]:
    """The structure elements right below one; WeasyPrint keeps references ("12 0 R") to them."""
    return [pdf.objects[int(kid.split()[0])] for kid in element["K"] if isinstance(kid, bytes)]
