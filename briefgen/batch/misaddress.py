"""The last look at a finished file: that it is addressed to the one for whom it was made, and to nobody else."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from html import unescape
from io import BytesIO
from xml.etree import ElementTree

import pypdfium2
from pypdfium2.raw import FPDFCatalog_GetLanguage

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a finished file must hold and must not hold, as lines of text.

    `own` are the lines of its own address block, `others` those of everybody else that could stand there (the same
    lines for other states, the names of other persons), `language` the tag that its metadata must name.
    """

    own: tuple[str, ...]
    others: frozenset[str]
    language: str
    title: str


def misaddressed(kind: str, data: bytes, expected: Expectation) -> Iterator[str]:
    """What is wrong with the address of a finished file (`pdf`, `docx`, `txt`, `html`, `eml`), in plain words.

    Texts are compared by their letters and digits, since spaces and line ends are lost in a PDF.
    """
    text, title, language = _READERS[kind](data)
    letters = _bare(text)
    for line in expected.own:
        if _bare(line) and _bare(line) not in letters:
            yield f"the line “{line}” of its address is missing"
    own = {_bare(line) for line in expected.own}
    for line in sorted(expected.others):
        bare = _bare(line)
        if bare and bare not in own and bare in letters and not any(bare in mine for mine in own):
            yield f"it holds the address of somebody else: “{line}”"
    if title is not None and _bare(title) != _bare(expected.title):
        yield f"its title is “{title}”, not “{expected.title}”"
    if language is not None and language.partition("-")[0] != expected.language.partition("-")[0]:
        yield f"its language is `{language}`, not `{expected.language}`"


def _bare(text: str) -> str:
    return "".join(_LETTERS.findall(text)).casefold()


Read = tuple[str, str | None, str | None]
"""The text of a file, its title and its language; None where a kind of file has none."""


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
        parts = [name for name in package.namelist() if re.fullmatch(r"word/(document|footnotes|header\d*)\.xml", name)]
        text = "\n".join(_words(package.read(name)) for name in parts)
        core = ElementTree.fromstring(package.read("docProps/core.xml"))  # noqa: S314 - a file that we have just made
    title = next((node.text or "" for node in core.iter() if node.tag.endswith("}title")), None)
    language = next((node.text or "" for node in core.iter() if node.tag.endswith("}language")), None)
    return text, title, language


def _words(xml: bytes) -> str:
    root = ElementTree.fromstring(xml)  # noqa: S314 - a file that we have just made
    paragraphs = ("".join(node.text or "" for node in each.iter(f"{_W}t")) for each in root.iter(f"{_W}p"))
    return "\n".join(paragraphs)


def _plain(data: bytes) -> Read:
    return data.decode("utf-8"), None, None


def _html(data: bytes) -> Read:
    return unescape(re.sub(r"<[^>]*>", "", data.decode("utf-8"))), None, None


def _eml(data: bytes) -> Read:
    message = message_from_bytes(data, policy=default)
    body = message.get_body(("plain",))
    return (body.get_content() if body else ""), message["Subject"], None


_READERS: dict[str, Callable[[bytes], Read]] = {
    "pdf": _pdf,
    "docx": _docx,
    "txt": _plain,
    "html": _html,
    "eml": _eml,
}
