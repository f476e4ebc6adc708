"""A web page into pieces: its article, without what a web site puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefgen.errors import BriefgenError, Place
from briefgen.importing.decoding import Decoded, decoded
from briefgen.importing.one_line import one_line
from briefgen.importing.page_head import NO_HEAD, PageHead, head_of
from briefgen.importing.pieces import Aside, Piece

_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "map"))
"""What no reader of the page sees, or what is no text."""
_AROUND = {
    **dict.fromkeys(("nav", "menu", "dialog"), "navigation"),
    **dict.fromkeys(("aside", "footer"), "a side column or footer"),
    **dict.fromkeys(("form", "button", "select", "textarea", "fieldset"), "a form"),
    **dict.fromkeys(("figcaption", "caption"), "a caption"),
}
_ROLES = {"navigation": "navigation", "search": "a form", "complementary": "a side column or footer"}
_NAMED = (
    (re.compile(r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|pagination|pager|skip-link)(?:$|[\s_-])"), "navigation"),
    (re.compile(r"(?:^|[\s_-])(?:share|sharing|social|addtoany|sharedaddy)(?:$|[\s_-])"), "a share line"),
    (re.compile(r"(?:^|[\s_-])(?:comments?|respond|disqus)(?:$|[\s_-])"), "a comment form"),
    (re.compile(r"(?:^|[\s_-])(?:caption|credit|wp-caption-text)(?:$|[\s_-])"), "a caption"),
    (re.compile(r"(?:^|[\s_-])(?:donate|donation|newsletter|subscribe|signup)(?:$|[\s_-])"), "a plea or subscription"),
    (re.compile(r"(?:^|[\s_-])(?:sidebar|related|cookies?|banner|advert|ads|promo|disclaimer)(?:$|[\s_-])"), "a side column or footer"),  # noqa: E501
)  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_BREAK = "\ue000"
"""Stands for a line break of the page; a private character, which the text of a release has not."""
_NOT_SEEN = "not seen on the page"
_IN_A_ROW = frozenset({"td", "th"})
_NOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|doc-endnotes?|doc-footnote|references)(?:$|[\s_-])")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MARK_OF_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?")


def decoded_page(data: bytes, place: Place) -> Decoded:
    """The text of a web page by the encoding that it declares; raises a BriefgenError where the bytes are no text."""
    found = _CHARSET.search(data[:4096])
    declared = found[1].decode("ascii", "ignore") if found else ""
    return decoded(data, place, "windows-1252" if declared.lower() in ("iso-8859-1", "latin1") else declared)


def pieces_of_page(text: str, place: Place) -> Iterator[Piece | Aside]:
    """The pieces of a web page; where one article holds most of its text, what stands outside is set aside.

    Raises a BriefgenError where the page has no text.
    """
    root = _tree(text)
    if root is None:
        raise BriefgenError.one("the page holds no text", place, "save it again from the browser")
    article = _article(root)
    yield from _Walk(article).pieces(root)


def head_of_page(text: str) -> PageHead:
    """What the head of a web page says of the release."""
    root = _tree(text)
    return NO_HEAD if root is None else head_of(root)


def pieces_of_fragment(text: str) -> Iterator[Piece | Aside]:
    """The pieces of a part of a page, such as Markdown may hold."""
    root = _tree(text)
    if root is not None:
        yield from _Walk(root).pieces(root)


def _tree(text: str) -> etree._Element | None:
    """The tree of a page. Nothing is fetched, and a page has no entities of its own."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    without = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
    try:
        root: etree._Element | None = etree.fromstring(without.encode("utf-8", "ignore"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


def _article(root: etree._Element) -> etree._Element:
    """The one element that holds the release; the whole page where there is none, or several."""
    whole = _words(root)
    for path in (".//article", ".//main", './/*[@role="main"]'):
        found = [element for element in root.iterfind(path) if isinstance(element.tag, str)]
        if len(found) == 1 and _words(found[0]) * 2 > whole:
            return found[0]
    return root


def _words(element: etree._Element) -> int:
    return sum(len("".join(map(str, paragraph.itertext()))) for paragraph in element.iterfind(".//p"))


@dataclass
class _Walk:
    """Goes through the tree once, without recursion; `_outside` counts what is open of the parts that are set aside."""

    article: etree._Element
    _words: list[str] = field(default_factory=list)
    _open: list[tuple[str, str]] = field(default_factory=list)
    """Tag and reason of every element that is open; the reason is empty where its text belongs to the release."""
    _inside: int = 0
    _notes: int = 0
    """How many elements are open that hold notes."""

    def pieces(self, root: etree._Element) -> Iterator[Piece | Aside]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)
        yield from self._flush()

    def _start(self, element: etree._Element) -> Iterator[Piece | Aside]:
        reason = self._reason(element)
        if element.tag in _BLOCKS or reason != self._why():
            yield from self._flush()
        self._open.append((str(element.tag), reason))
        self._inside += element is self.article
        self._notes += _holds_notes(element)
        if element.tag == "br":
            self._words.append(_BREAK)
        if element.tag == "img" and (shown := one_line(element.get("alt") or "")):
            yield Aside(shown, "a caption")
        if not _is_mark_of_note(element):
            self._words.append(element.text or "")

    def _end(self, element: etree._Element) -> Iterator[Piece | Aside]:
        outer = self._open[-2][1] if len(self._open) > 1 else ""
        tag = str(element.tag)
        if tag in _IN_A_ROW:
            self._words.append(" ")
        if (tag in _BLOCKS and tag not in _IN_A_ROW) or outer != self._why():
            yield from self._flush()
        self._open.pop()
        self._inside -= element is self.article
        self._notes -= _holds_notes(element)
        self._words.append(element.tail or "")

    def _why(self) -> str:
        return self._open[-1][1] if self._open else ""

    def _reason(self, element: etree._Element) -> str:
        """Why an element is set aside, its parents' reason first."""
        tag, named = str(element.tag), f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if self._why():
            return self._why()
        if tag in _UNSEEN or _is_hidden(element):
            return _NOT_SEEN
        around = _AROUND.get(tag) or _ROLES.get(element.get("role") or "")
        if around or tag in ("html", "body", "main", "article") or element is self.article:
            return around or ""
        return next((why for pattern, why in _NAMED if pattern.search(named)), "")

    def _flush(self) -> Iterator[Piece | Aside]:
        """What has been gathered since the last block; two line breaks part passages, one is a space."""
        words, self._words = "".join(self._words), []
        why = self._why() or ("" if self._inside or not self._open else "outside of the article")
        for part in map(one_line, re.split(rf"{_BREAK}\s*{_BREAK}", words)):
            text = one_line(part.replace(_BREAK, " "))
            if text and why != _NOT_SEEN:
                yield Aside(text, why) if why else self._piece(text)

    def _piece(self, text: str) -> Piece:
        tags = [tag for tag, _ in self._open]
        if self._notes:
            return Piece(text, "note")
        heading = next((tag for tag in reversed(tags) if re.fullmatch("h[1-6]", tag)), "")
        if heading:
            return Piece(text, "heading", int(heading[1]))
        level = sum(tag in ("ul", "ol") for tag in tags) if "li" in tags else 0
        return Piece(text, "item", level) if level else Piece(text)


def _is_hidden(element: etree._Element) -> bool:
    style = re.sub(r"\s", "", (element.get("style") or "").lower())
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _holds_notes(element: etree._Element) -> bool:
    named = f"{element.get('class') or ''} {element.get('role') or ''}".lower()
    return element.tag in ("section", "div", "ol", "ul", "aside", "li", "p") and bool(_NOTES.search(named))


def _is_mark_of_note(element: etree._Element) -> bool:
    """Whether an element is the raised mark of a note, or a link to one: it is no word of the text."""
    if element.tag not in ("sup", "a"):
        return False
    words = one_line("".join(map(str, element.itertext())))
    target = element.get("href") or ""
    raised = element.tag == "sup" or any(parent.tag == "sup" for parent in element.iterancestors())
    linked = element.tag == "a" and target.startswith("#") and (raised or words[:1] in "[(↩↑^")
    return bool(words in ("↩", "↑", "^", "↩︎") or (_MARK_OF_NOTE.fullmatch(words) and (raised or linked)))
