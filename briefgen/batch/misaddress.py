"""The last look at a finished file: that it is addressed to the one for whom it was made, and to nobody else."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from functools import lru_cache
from html import unescape
from io import BytesIO
from itertools import groupby
from os.path import commonprefix
from xml.etree import ElementTree

import pypdfium2
from pypdfium2.raw import FPDFCatalog_GetLanguage

_PREFIX, _MAIN = b"w", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_MAIN.decode()}}}"
_OTHER_SIGNS = re.compile(r"\W+")
_TAG = re.compile(r"<[^>]*>")
_READ_IN_WORD = re.compile(r"word/(document|footnotes|header\d*)\.xml")
_NAMESPACE = re.compile(rb"""xmlns:?(\w*)\s*=\s*["']([^"']*)""")
_OTHER_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_WORDS_OR_END = re.compile(r"<w:t(?:\s[^>]*)?>([^<]+)</w:t>|</w:p>")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a finished file must hold and must not hold, as lines of text.

    `own` are the lines of its own address block, `others` those of everybody that could stand there (the same lines for
    all states, the names of all persons), in sets that many files share; `spared` are those of them that are the
    addressee's own. `language` is the tag that its metadata must name.
    """

    own: tuple[str, ...]
    others: tuple[frozenset[str], ...]
    spared: frozenset[str]
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
    for line in _foreign(letters, expected):
        yield f"it holds the address of somebody else: “{line}”"
    if title is not None and _bare(title) != _bare(expected.title):
        yield f"its title is “{title}”, not “{expected.title}”"
    if language is not None and language.partition("-")[0] != expected.language.partition("-")[0]:
        yield f"its language is `{language}`, not `{expected.language}`"


def _foreign(letters: str, expected: Expectation) -> list[str]:
    """The lines of others that stand in a text, and in no line of its own address."""
    own = [_bare(line) for line in expected.own]
    found = {
        line
        for lines in expected.others
        for bare, several in _sought(lines).standing_in(letters)
        if not any(bare in mine for mine in own)
        for line in several
    }
    return sorted(found - expected.spared)


@dataclass(frozen=True, slots=True)
class _Sought:
    """Lines by their letters, ready to be sought together: `groups` are those that begin alike, by their beginning."""

    lines: Mapping[str, tuple[str, ...]]
    groups: tuple[tuple[str, tuple[str, ...]], ...]

    def standing_in(self, letters: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The lines that stand anywhere in a text, with their letters."""
        for beginning, group in self.groups:
            at = letters.find(beginning)
            while at >= 0:
                if letters.startswith(group, at):
                    yield from ((bare, self.lines[bare]) for bare in group if letters.startswith(bare, at))
                at = letters.find(beginning, at + 1)


@lru_cache(maxsize=64)
def _sought(lines: frozenset[str]) -> _Sought:
    """Lines reduced to their letters, without those that have none; all files of a batch are searched for the same."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        bare = _bare(line)
        if bare:
            found[bare] = (*found.get(bare, ()), line)
    groups = [tuple(group) for _, group in groupby(sorted(found), key=lambda bare: bare[:3])]
    return _Sought(found, tuple((commonprefix(group), group) for group in groups))  # noqa: RUF071 - of letters, no path


def _bare(text: str) -> str:
    return _OTHER_SIGNS.sub("", text).casefold()


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
