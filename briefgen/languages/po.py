"""PO files as Babel has them, from whoever wrote them: every fault is a problem with its line."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, PoFileParser

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.reading.files import MEGABYTE, read_text

MAX_BYTES = 5 * MEGABYTE
MAX_FORMS = 6
"""Plural forms of the language that has the most (Arabic)."""

_KEYWORD = r"(?:msg(?:ctxt|id|id_plural|str)(?:\[\d+\])?\s*)?"
_TEXT = re.compile(_KEYWORD + '"')
_CLOSED = re.compile(_KEYWORD + r'"(?:[^"\\]|\\.)*"')


def read_po(path: Path, language: str = "") -> Catalog:
    """The catalogue of a file; raises a BriefgenError where it is none."""
    return parse_po(read_text(path, MAX_BYTES), path, language)


_MEND = "open it in an editor for PO files, which shows the fault, or take the last version that worked"


def parse_po(text: str, path: Path, language: str = "", domain: str | None = None) -> Catalog:
    """The catalogue of a text with line ends of one kind, which stands in `path`.

    Raises a BriefgenError where it is none.
    """
    _require_closed_strings(text, path)
    try:
        catalog = _Bounded(language.replace("-", "_") or None, domain, charset="utf-8")
        PoFileParser(catalog, abort_invalid=True).parse(text.split("\n"))
        codecs.lookup(catalog.charset)
        catalog.num_plurals  # noqa: B018 - looked at for what it raises
    except PoFileError as error:
        message = str(error).partition(" on ")[0]
        raise BriefgenError.one(f"not a valid catalogue: {message}", Place(path, error.lineno + 1), _MEND) from error
    except _FAULTS as error:
        raise BriefgenError.one(f"the header of the catalogue is not valid: {error}", Place(path, 1), _MEND) from error
    return catalog


def _require_closed_strings(text: str, path: Path) -> None:
    """Refuse a text without its closing mark: Babel would read it without its last character, and say nothing."""
    problems = [
        Problem("the quotation mark at the end of the text is missing", Place(path, number), "close the text")
        for number, line in enumerate(text.split("\n"), start=1)
        if _TEXT.match(line.strip()) and not _CLOSED.fullmatch(line.strip())
    ]
    if problems:
        raise BriefgenError(problems)


class _Bounded(Catalog):
    """A catalogue whose header cannot ask for more plural forms than any language has: Babel makes room for each."""

    @property
    def num_plurals(self) -> int:
        """How many plural forms its messages have."""
        count: int = super().num_plurals
        if not 1 <= count <= MAX_FORMS:
            raise ValueError(f"`nplurals` is {count}, and languages have 1 to {MAX_FORMS} plural forms")
        return count


_FAULTS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError)
"""What Babel raises for a header or an entry that it cannot read."""
