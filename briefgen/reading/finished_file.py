"""Finished files read back: the text that they show, and the texts that they carry unseen."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from io import BytesIO
from pathlib import PurePath
from typing import cast as typed
from xml.etree import ElementTree

import pypdfium2
from pypdfium2.raw import FPDFCatalog_GetLanguage

_PREFIX, _MAIN = b"w", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_MAIN.decode()}}}"
_TAG = re.compile(r"<[^>]*>")
_READ_IN_WORD = re.compile(r"word/(document|footnotes|header\d*)\.xml")
_NAMESPACE = re.compile(rb"""xmlns:?(\w*)\s*=\s*["']([^"']*)""")
_OTHER_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_WORDS_OR_END = re.compile(r"<w:t(?:\s[^>]*)?>([^<]+)</w:t>|</w:p>")
_DATA = re.compile(r"data:[^\"')\s]*")
"""A picture or font within a page, which is no text."""

Read = tuple[str, str | None, str | None]
"""The text of a file, its title and its language; None where a kind of file has none."""


def read_back(kind: str, data: bytes) -> Read:
    """What a file of a kind (`pdf`, `docx`, `txt`, `html`, `eml`) shows its reader."""
    return _READERS[kind](data)


def unseen_texts(kind: str, data: bytes) -> Iterator[str]:
    """The texts that a file carries beside what it shows: properties, alternative texts, bookmarks, links, headers.

    A message also carries all that its attachments do.
    """
    if kind in _UNSEEN:
        yield from _UNSEEN[kind](data)


def _pdf(data: bytes) -> Read:
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return text, pdf.get_metadata_value("Title"), _language_of(pdf)


def _language_of(pdf: pypdfium2.PdfDocument) -> str:
    """The language that the catalogue of a PDF names (ISO 32000-1, 14.9.2)."""
    size = FPDFCatalog_GetLanguage(pdf, None, 0)
    buffer = create_string_buffer(size)
    FPDFCatalog_GetLanguage(pdf, cast(buffer, POINTER(c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _docx(data: bytes) -> Read:
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = [name for name in package.namelist() if _READ_IN_WORD.fullmatch(name)]
        text = "\n".join(_words(package.read(name)) for name in parts)
        core = ElementTree.fromstring(package.read("docProps/core.xml"))  # noqa: S314 - a file that we have just made
    title = next((node.text or "" for node in core.iter() if node.tag.endswith("}title")), None)
    language = next((node.text or "" for node in core.iter() if node.tag.endswith("}language")), None)
    return text, title, language


def _words(xml: bytes) -> str:
    """The words of a part of a Word file, a line for each paragraph.

    They are picked out by their tags where these can mean nothing else: in UTF-8, without comments and the like, and
    under the prefix that Word and our renderer use. Any other part is parsed.
    """
    bound = {(prefix, uri) for prefix, uri in _NAMESPACE.findall(xml) if prefix == _PREFIX or uri == _MAIN}
    if bound == {(_PREFIX, _MAIN)} and b"<!" not in xml and not _OTHER_ENCODING.search(xml, 0, 200):
        return unescape("".join(words or "\n" for words in _WORDS_OR_END.findall(xml.decode("utf-8"))))
    root = ElementTree.fromstring(xml)  # noqa: S314 - a file that we have just made
    paragraphs = ("".join(node.text or "" for node in each.iter(f"{_W}t")) for each in root.iter(f"{_W}p"))
    return "\n".join(paragraphs)


def _plain(data: bytes) -> Read:
    return data.decode("utf-8"), None, None


def _html(data: bytes) -> Read:
    return unescape(_TAG.sub("", data.decode("utf-8"))), None, None


def _eml(data: bytes) -> Read:
    message = _message(data)
    body = message.get_body(("plain",))
    return (body.get_content() if body else ""), message["Subject"], None


def _message(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


_READERS: dict[str, Callable[[bytes], Read]] = {
    "pdf": _pdf,
    "docx": _docx,
    "txt": _plain,
    "html": _html,
    "eml": _eml,
}


def _unseen_in_pdf(data: bytes) -> Iterator[str]:
    """Every string of every object, and the XMP packet."""
    from pypdf import PdfReader  # noqa: PLC0415 - loads for a while, and few files are read so
    from pypdf.generic import IndirectObject, StreamObject  # noqa: PLC0415

    reader = PdfReader(BytesIO(data))
    for number in range(1, int(typed(int, reader.trailer["/Size"]))):
        thing = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(thing, StreamObject) and thing.get("/Type") == "/Metadata":
            yield unescape(_TAG.sub("\n", thing.get_data().decode("utf-8", "replace")))
        yield from _strings(thing)


def _strings(thing: object) -> Iterator[str]:
    """The strings in an object, but not in those to which it refers."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from _strings(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _strings(value)


def _unseen_in_docx(data: bytes) -> Iterator[str]:
    """Every text and every attribute of every part, and the names of the parts."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            yield name
            if name.endswith((".xml", ".rels")):
                for node in ElementTree.fromstring(package.read(name)).iter():  # noqa: S314 - we have just made it
                    yield node.text or ""
                    yield from node.attrib.values()


def _unseen_in_html(data: bytes) -> Iterator[str]:
    yield unescape(_DATA.sub("", data.decode("utf-8")))


def _unseen_in_eml(data: bytes) -> Iterator[str]:
    message = _message(data)
    yield from map(str, message.values())
    for part in message.iter_attachments():
        name = part.get_filename() or ""
        yield name
        kind = PurePath(name).suffix.removeprefix(".").lower()
        if kind in _READERS:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield read_back(kind, content)[0]
                yield from unseen_texts(kind, content)


_UNSEEN: dict[str, Callable[[bytes], Iterator[str]]] = {
    "pdf": _unseen_in_pdf,
    "docx": _unseen_in_docx,
    "html": _unseen_in_html,
    "eml": _unseen_in_eml,
}
