"""What is checked of a finished PDF beyond the rules of its standards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image

from briefgen.document import Document, KeyFigures, ListBlock, Table, lines_of, notes_of, text_of
from briefgen.render.marked import items_of
from tests.matrix.expected import (
    bare,
    characters,
    difference,
    headings_of,
    joined,
    notes_in,
    pieces_of,
    plain,
    spoken_in,
    words_in,
)
from tests.matrix.making import Made
from tests.matrix.pdf_tree import Node, tree_of
from tests.render.pdf.reading import text_of_pages

NOTE, NUMBER, LABEL = "/Note", "/Reference", "/Lbl"
APART = 0.04
"""The share of Arabic words which pdfium cuts in two, because a letter stands higher or lower than the one before."""
RANKS = tuple(f"/H{rank}" for rank in range(1, 7))


def structure(made: Made) -> Iterator[str]:
    """The structure says what the document says, in its order, and what each thing is."""
    with pikepdf.open(made.pdf) as pdf:
        tree = tree_of(pdf, made.pdf)
        yield from _file(pdf, made.document)
        yield from _reading_order(tree, made.document)
        yield from _headings(pdf, tree, made.document)
        yield from _notes(pdf, tree, made.document)
        yield from _links(pdf, tree)
        yield from _languages(tree, made.document)
        yield from _tables_and_lists(tree, made)
        yield from _pictures(pdf, tree, made)


def length(made: Made) -> Iterator[str]:
    """No document is longer than its format allows."""
    pages = len(pypdfium2.PdfDocument(made.pdf))
    if made.most is not None and pages > made.most:
        yield f"{pages} pages instead of {made.most} at most"


def _file(pdf: pikepdf.Pdf, document: Document) -> Iterator[str]:
    root = pdf.Root
    if str(root.get("/Lang", "")) != document.language:
        yield f"the language of the file is {root.get('/Lang')}"
    if not bool(root.MarkInfo.Marked) or not bool(root.ViewerPreferences.DisplayDocTitle):
        yield "it is not marked as tagged, or its title is not shown"
    with pdf.open_metadata() as metadata:
        titles = {str(pdf.docinfo.get("/Title", "")), str(metadata.get("dc:title", ""))}
    if titles != {document.title}:
        yield f"the titles are {titles}"
    if any(str(page.get("/Tabs", "")) != "/S" for page in pdf.pages):
        yield "the tab order of a page is not that of the structure"


def _reading_order(tree: Node, document: Document) -> Iterator[str]:
    """The text of the structure is that of the blocks in their order, behind the marks of the first page."""
    pieces = [("marks", bare("".join(document.furniture.marks))), *pieces_of(document)]
    found = bare(tree.text(NOTE))
    if document.direction == "rtl":
        yield from _by_characters(found, pieces)
        return
    if gap := difference(found, "".join(wanted for _, wanted in pieces)):
        yield f"the reading order: {gap}"


def _by_characters(found: str, pieces: list[tuple[str, str]]) -> Iterator[str]:
    """Within a line of two directions the order of what is extracted is the reader's own affair."""
    found, at = plain(found), 0
    for kind, wanted in [*((kind, plain(text)) for kind, text in pieces), ("after the last block", "")]:
        end = at + len(wanted) if wanted else len(found)
        less, more = characters(wanted) - characters(found[at:end]), characters(found[at:end]) - characters(wanted)
        if less or more:
            yield f"{kind}: characters {dict(less)} are missing, {dict(more)} are too many in “{found[at:end]}”"
            return
        at = end


def _headings(pdf: pikepdf.Pdf, tree: Node, document: Document) -> Iterator[str]:
    wanted = [(f"/H{item.rank}", bare(text_of(item.block.line)))  # type: ignore[union-attr]
              for item in items_of(document.blocks) if item.rank]  # fmt: skip
    found = [(node.kind, bare(node.text(NOTE, NUMBER))) for node in tree.named(*RANKS)]
    if not _alike(found, wanted, document):
        yield f"the headings are {found} instead of {wanted}"
    with pdf.open_outline() as outline:
        bookmarks = list(_flat(outline.root, 1))
    ranks = [(int(kind[2:]), text) for kind, text in wanted]
    if bookmarks != ranks or len(ranks) != len(headings_of(document)):
        yield f"the bookmarks are {bookmarks} instead of {ranks}"


def _flat(items: list[pikepdf.OutlineItem], rank: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield rank, bare(item.title)
        yield from _flat(item.children, rank + 1)


def _alike(found: list[tuple[str, str]], wanted: list[tuple[str, str]], document: Document) -> bool:
    """Whether two lists of tagged texts are the same; in a text of two directions the characters are compared."""
    if document.direction == "ltr":
        return found == wanted
    return [(tag, characters(text)) for tag, text in found] == [(tag, characters(text)) for tag, text in wanted]


def _notes(pdf: pikepdf.Pdf, tree: Node, document: Document) -> Iterator[str]:
    """Each note has a number of its own, stands behind the text of its number, and both lead to each other."""
    notes, numbers = tree.named(NOTE), tree.named(NUMBER)
    texts = [("", bare(note.text(LABEL))) for note in notes]
    if not _alike(texts, [("", text) for text in notes_in(document)], document):
        yield f"the notes are {[text for _, text in texts]} instead of {notes_in(document)}"
    if len(numbers) != len(notes) or len({str(note.entries.get("/ID")) for note in notes}) != len(notes):
        yield f"{len(numbers)} numbers for {len(notes)} notes, or two notes with the same identifier"
        return
    order = [node for node in tree.below() if node.kind in (NOTE, NUMBER)]
    for number, note in zip(numbers, notes, strict=True):
        label = note.named(LABEL)
        if not label or digits(label[0].text()) != digits(number.text()):
            yield f"the note {note.text()[:30]} has another number than its text"
        if order.index(number) > order.index(note):
            yield f"the note {note.text()[:30]} stands before its number"
        yield from _lead_to_each_other(pdf, number, label[0] if label else note)


def digits(text: str) -> str:
    """The number in the label of a note, without the signs around it."""
    return "".join(filter(str.isdigit, text))


def _lead_to_each_other(pdf: pikepdf.Pdf, number: Node, label: Node) -> Iterator[str]:
    there, back = (_annotations(node) for node in (number, label))
    if not there or not back:
        yield f"no link between number {number.text()} and its note"
        return
    if not _pages_of(pdf, there[0]) & _pages_of(pdf, back[0]):
        yield f"the note {number.text()} is not on the page of its number"
    for link, target in ((there[0], back[0]), (back[0], there[0])):
        page, top = _destination(pdf, link)
        if page not in _pages_of(pdf, target):
            yield f"the link {link.Contents} leads to another page"
        low, high = sorted((float(target.Rect[1]), float(target.Rect[3])))
        if not low - 30 <= top <= high + 30:
            yield f"the link {link.Contents} leads to another place of its page"


def _annotations(node: Node) -> list[pikepdf.Dictionary]:
    """The annotations of the links in an element."""
    links = [node, *node.below()]
    kids = [kid for link in links if link.kind == "/Link" for kid in link.entries.K]
    return [kid.Obj for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]


def _pages_of(pdf: pikepdf.Pdf, annotation: pikepdf.Dictionary) -> set[tuple[int, int]]:
    return {page.objgen for page in pdf.pages if annotation.objgen in [a.objgen for a in page.get("/Annots", [])]}


def _destination(pdf: pikepdf.Pdf, link: pikepdf.Dictionary) -> tuple[tuple[int, int], float]:
    """The page and the height to which a link within the file leads."""
    found = link.Dest
    if isinstance(found, pikepdf.String):
        found = pikepdf.NameTree(pdf.Root.Names.Dests)[str(found)]
    return found[0].objgen, float(found[3])


def _links(pdf: pikepdf.Pdf, tree: Node) -> Iterator[str]:
    """Every link is an element of that kind, says in words where it leads, and may be printed."""
    annotated = {annotation.objgen for page in pdf.pages for annotation in page.get("/Annots", [])}
    tagged = {annotation.objgen for annotation in _annotations(tree)}
    if annotated != tagged:
        yield f"{len(annotated - tagged)} links are no part of the structure"
    for annotation in _annotations(tree):
        if not str(annotation.get("/Contents", "")).strip() or str(annotation.get("/Dest", " ")) == annotation.Contents:
            yield "a link without words of its own"


def _languages(tree: Node, document: Document) -> Iterator[str]:
    """Everything in another language is marked with it, in the text and in the notes."""
    text = [line for block in document.blocks for line in lines_of(block)]
    notes = [note.line for note in notes_of(document)]
    wanted = [*spoken_in(text, document.language), *spoken_in(notes, document.language)]
    found = joined(tree.spoken())
    if _characters(found) != _characters(wanted):
        yield f"in other languages: {found} instead of {wanted}"


def _characters(stretches: list[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """The characters of each language."""
    return Counter((tag, character) for tag, text in stretches for character in text)


def _tables_and_lists(tree: Node, made: Made) -> Iterator[str]:
    blocks = made.document.blocks
    heads = [str(head.entries.get("/A", {}).get("/Scope", "")) for head in tree.named("/TH")]
    tables = [block for block in blocks if isinstance(block, Table)]
    if len(tree.named("/Table")) != len(tables) or not set(heads) <= {"/Column", "/Row"}:
        yield f"{len(tables)} tables are expected, with the scope of each head: {heads}"
    wanted = ["/None" if isinstance(block, KeyFigures) else "/Decimal" if block.ordered else "/Disc"
              for block in blocks if isinstance(block, KeyFigures | ListBlock)]  # fmt: skip
    found = [str(node.entries.get("/A", {}).get("/ListNumbering", "")) for node in tree.named("/L")]
    items = [len(node.named("/LI")) for node in tree.named("/L")]
    lengths = [len(block.figures if isinstance(block, KeyFigures) else block.items)
               for block in blocks if isinstance(block, KeyFigures | ListBlock)]  # fmt: skip
    if found != wanted or items != lengths:
        yield f"the lists are {found} with {items} items instead of {wanted} with {lengths}"


def _pictures(pdf: pikepdf.Pdf, tree: Node, made: Made) -> Iterator[str]:
    """A picture has its text, and its pixels can be seen."""
    logo = made.layout.logo
    found = [str(node.entries.get("/Alt", "")) for node in tree.named("/Figure")]
    if found != ([logo.alt] if logo else []):
        yield f"the alternative texts are {found}"
    if logo:
        drawn = [pikepdf.PdfImage(image).as_pil_image() for image in pdf.pages[0].Resources.XObject.values()]
        source = Image.open(BytesIO(logo.png))
        if [image.tobytes() for image in drawn] != [source.tobytes()]:
            yield "the picture cannot be seen"


def pages(made: Made) -> Iterator[str]:
    """What can be copied from the pages is the text of the blocks in their order, with margins and notes around it."""
    document = made.document
    if document.direction == "rtl":
        yield from _words(made)
        return
    texts, missing = [], []
    found = [bare(text) for text in text_of_pages(made.pdf.read_bytes())]
    for number, text in enumerate(found, start=1):
        for words in _margins(document, number, len(found)):
            text, there = _without(text, bare(words))  # noqa: PLW2901
            missing += [] if there else [f"{words} on page {number}"]
        texts.append(text)
    body = "".join(texts)
    for number, note in enumerate(notes_in(document), start=1):
        body, there = _without(body, f"{number}.{note}")
        missing += [] if there else [f"note {number}"]
    yield from (f"not on the pages: {what}" for what in missing)
    if gap := difference(body, "".join(wanted for _, wanted in pieces_of(document))):
        yield f"on the pages: {gap}"


def _margins(document: Document, number: int, count: int) -> list[str]:
    """What stands in the margins of a page."""
    furniture = document.furniture
    title = [furniture.short_title] if number > 1 else []
    return [furniture.page.format(page=number, pages=count), *furniture.marks, *title]


def _without(text: str, words: str) -> tuple[str, bool]:
    """A text without the last place where some words stand, and whether they do: margins and notes are drawn last."""
    before, found, after = text.rpartition(words)
    return before + after, bool(found)


def _words(made: Made) -> Iterator[str]:
    """Within a line of two directions the order of what is copied is the reader's own affair: words are compared."""
    document = made.document
    lines = [line for block in document.blocks for line in lines_of(block)]
    wanted = Counter(words_in(" ".join(map(text_of, [*lines, *(note.line for note in notes_of(document))]))))
    found = Counter(words_in(" ".join(text_of_pages(made.pdf.read_bytes()))))
    missing = (wanted - found).total()
    if missing > APART * wanted.total():
        yield f"{missing} of {wanted.total()} words are not on the pages: {' '.join(wanted - found)}"
