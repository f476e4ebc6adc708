"""The list of names that no document may hold, and how a name is recognised however it is written.

What is found is told by the line of the list at which the name stands, never by the name: messages, logs and manifests
travel further than the list does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.shelves import Library
from briefgen.reading.files import read_text

FILE = "do-not-name.txt"
"""The name of a list: in a workspace, in the folder of a report pack, or beside the file of a sender or an occasion."""

_FEWEST = 2
"""Letters of a name: one alone would stand in every document."""
_GAP = r"[\W_]*"
"""What may stand between the parts of a name: spaces, line ends, hyphens, points, or nothing."""
_RUN_ON = (
    "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff"  # Arabic, to whose words particles are attached
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"  # Hangul
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana, Han
)
"""Scripts in which a name runs on into what is before and after it."""
_UNBROKEN = re.compile(f"[{_RUN_ON}]")
_BROKEN_ANYWHERE = re.compile(
    "[\u1100-\u11ff\u3005-\u30ff\u3130-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Signs of scripts in which a line may end within a name."""
_BEFORE, _AFTER = rf"(?<![^\W\d_{_RUN_ON}])", rf"(?![^\W\d_{_RUN_ON}])"
"""No letter of a script that parts its words; a digit may, such as the number of a note."""
_OTHER_SIGNS = re.compile(r"[\W_]+")
_VOICED = "\u3099\u309a"
"""Marks that make another sound of a kana, and are no diacritics."""
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
    "\u0640": None,  # the stroke that lengthens an Arabic word
    "\u06cc": "\u064a", "\u06a9": "\u0643",  # letters that Persian keyboards write for Arabic ones
    "\u115f": None, "\u1160": None,  # fillers without a sign
}  # fmt: skip
"""Letters that Unicode does not take apart, and signs that nobody sees."""


def folded(text: str) -> str:
    """A text without what two spellings of a name may differ in: case, width, diacritics, unseen signs."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", apart.translate(_Folding()))


class _Folding:
    """The table by which signs are replaced."""

    def __getitem__(self, code: int) -> str | None:
        return _folded_sign(code)


@lru_cache(maxsize=4096)
def _folded_sign(code: int) -> str | None:
    sign = chr(code)
    unseen = unicodedata.category(sign) in ("Mn", "Cf") and sign not in _VOICED
    return None if unseen else _LETTERS.get(sign, sign)


@dataclass(frozen=True, slots=True)
class Listed:
    """A name by its place in a list; the name itself is shown nowhere."""

    label: str
    """The list and the line: `do-not-name.txt:3`."""
    letters: str = field(repr=False)
    pattern: re.Pattern[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DoNotName:
    """The names of one or several lists."""

    names: tuple[Listed, ...] = ()

    def found_in(self, text: str) -> list[str]:
        """The labels of the names that stand in a text, in whatever spelling."""
        if not self.names or not text:
            return []
        plain = folded(text)
        letters = _OTHER_SIGNS.sub("", plain)
        return [one.label for one in self.names if one.letters in letters and one.pattern.search(plain)]

    def silenced(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Problems as they may be told: one whose words hold a name is told without them, by its place."""
        for problem in problems:
            labels = self.found_in(f"{problem.message} {problem.hint}")
            if labels:
                message = f"there is a problem whose words hold a name of the do-not-name list ({', '.join(labels)})"
                yield Problem(message, problem.place)
            else:
                yield problem


def list_files(library: Library, folders: Iterable[Path]) -> list[Path]:
    """The lists that stand on the shelves and in further folders, each once."""
    places = [*library.every(FILE), *(folder / FILE for folder in folders)]
    found: dict[Path, Path] = {}
    for path in places:
        if path.is_file():
            found.setdefault(path.resolve(), path)
    return list(found.values())


def load_names(library: Library, folders: Iterable[Path] = ()) -> DoNotName:
    """The names of all lists on the shelves and in further folders, such as that of a report pack.

    A list has one name a line, in UTF-8; a line that begins with `#` is a comment. Raises a BriefgenError with every
    line that cannot be sought.
    """
    own = [path.resolve() for path in library.every(FILE)]
    found: list[Listed] = []
    problems: list[Problem] = []
    for path in list_files(library, folders):
        shown = FILE if path.resolve() in own else f"{path.parent.name}/{FILE}"
        for number, line in enumerate(read_text(path).removeprefix("\ufeff").split("\n"), start=1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            parts = [part for part in _OTHER_SIGNS.split(folded(line)) if part]
            if len("".join(parts)) < _FEWEST:
                hint = "write the name as it could stand in a text"
                problems.append(Problem(f"a name has {_FEWEST} letters at least", Place(path, number), hint))
            else:
                found.append(Listed(f"{shown}:{number}", "".join(parts), _pattern(parts)))
    if problems:
        raise BriefgenError(problems)
    return DoNotName(tuple(found))


def _pattern(parts: list[str]) -> re.Pattern[str]:
    """What finds a name by its parts: as a whole word where its script parts words, anywhere where it does not."""
    inner = _GAP.join(_part(part) for part in parts)
    before = "" if _UNBROKEN.match(parts[0][0]) else _BEFORE
    after = "" if _UNBROKEN.match(parts[-1][-1]) else _AFTER
    return re.compile(f"{before}{inner}{after}")


def _part(part: str) -> str:
    pieces = [re.escape(sign) for sign in part]
    shown = pieces[0]
    for before, sign, piece in zip(part, part[1:], pieces[1:], strict=False):
        loose = _BROKEN_ANYWHERE.match(before) and _BROKEN_ANYWHERE.match(sign)
        shown += f"{_GAP if loose else ''}{piece}"
    return shown
