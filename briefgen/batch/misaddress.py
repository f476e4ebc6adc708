"""The last look at a finished file: that it is addressed to the one for whom it was made, and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from os.path import commonprefix

from briefgen.reading.finished_file import read_back

_OTHER_SIGNS = re.compile(r"\W+")


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
    text, title, language = read_back(kind, data)
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
