"""The commands of the documentation: every one is run, but for those that are listed here with a reason."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.docs.pages import Piece, fences, pages, spans

HISTORY = "CHANGELOG.md"
"""What it names is there, but no reader runs it line by line."""
PROGRAM = re.compile(r"^(?:[A-Z_]+=\S+ )*(?:\.venv/bin/)?briefgen(?: |$)")
NOT_RUN = {
    "briefgen studio": "it runs until it is ended: tests/studio",
    "briefgen batch campaign.yaml --cluster": "it needs machines: tests/batch/test_batch_cluster.py",
    "dask ": "it needs machines: tests/batch/test_batch_cluster.py",
    "export ": "what it sets is for a cluster",
    "pip install ": "what the tests run in has it",
    "make ": "it is how these tests are run, or takes long; that it is there is tested",
    ".venv/bin/python -m ": "tools for those who change the program; that the module is there is tested",
    "tools/fonts/fetch.sh": "it fetches from a network",
}
STANDS_FOR = {
    "FORMAT": "letter",
    "STATE|GROUP": "FR",
    "CAMPAIGN.yaml": "campaign.yaml",
    "RELEASE": "release.docx",
    "NAME": "my-report",
    "OLD": "old/north-korea-border",
    "NEW": "reports/north-korea-border",
    "FILE.pdf": "output/north-korea-border_letter_FR_en.pdf",
    "FILE.docx": "output/north-korea-border_letter_FR_en.docx",
    "FILE": "output/north-korea-border_translation_fr.docx",
    "TAG": "fr",
}
"""What a reader puts in the place of words in capitals."""
INSTEAD = {"--to all --lang auto --as pdf,docx": "--to JP --lang auto --as pdf,docx"}
"""What is done on a smaller scale: the letters to all are made by `tests/batch/test_batch_all_letters.py`."""
BEFORE = {
    "README.md": ["build letter --to FR --as pdf,docx --sender sender.yaml"],
    "docs/finished-files.md": ["build letter --to FR --as pdf,docx"],
    "docs/comparing.md": ["batch --format letter --to FR --lang en --as txt --name first --jobs 1"],
}
"""What a page takes for granted."""


@dataclass(frozen=True)
class Command:
    """A command as it stands on a page, and as it is run."""

    piece: Piece
    line: str

    @property
    def not_run(self) -> str:
        """Why it is not run; empty where it is."""
        plain = self.line.removeprefix(".venv/bin/") if PROGRAM.match(self.line) else self.line
        return next((why for start, why in NOT_RUN.items() if plain.startswith(start)), "")

    @property
    def words(self) -> list[str]:
        """The words of the command line behind `briefgen`, with what stands for words in capitals."""
        line = re.sub(PROGRAM, "", self.line)
        for long, short in INSTEAD.items():
            line = line.replace(long, short)
        for word, real in STANDS_FOR.items():
            line = re.sub(rf"(?<![\w.-]){re.escape(word)}(?![\w.-])", real, line)
        return [found for word in shlex.split(line) for found in _globbed(word)]


def _globbed(word: str) -> list[str]:
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]


@cache
def commands(page: str) -> tuple[Command, ...]:
    """The commands of a page: those of its blocks in their order, then those that stand in its sentences."""
    found = [Command(piece, line) for piece in fences(page) if piece.info == "sh" for line in _lines(piece.text)]
    found += [Command(piece, piece.text) for piece in spans(page) if _is_whole(piece.text)]
    return tuple({command.line: command for command in reversed(found)}.values())[::-1]


def _lines(text: str) -> Iterator[str]:
    yield from (line for line in text.replace("\\\n", " ").splitlines() if line)


def _is_whole(text: str) -> bool:
    """Whether a span of code is a command with what it works on, and no mere name of one."""
    return bool(PROGRAM.match(text)) and len(shlex.split(re.sub(PROGRAM, "", text))) > 1 and not is_name(text)


def is_name(text: str) -> bool:
    """Whether a span of code names a command of a group: `briefgen translate update`."""
    words = re.sub(PROGRAM, "", text).split()
    return len(words) < 2 or (words[0] in ("translate", "sign-on") and len(words) == 2)


@cache
def stories() -> dict[str, tuple[Command, ...]]:
    """What is run of each page; a command that stands on several is run once, and first in a block."""
    blocks = {each.line for page in pages() for each in commands(page) if each.piece.info}
    seen: set[str] = set()
    found: dict[str, tuple[Command, ...]] = {}
    for page in pages():
        if page == HISTORY:
            continue
        own = [each for each in commands(page) if each.piece.info or each.line not in blocks | seen]
        seen |= {each.line for each in own}
        found[page] = tuple(own)
    return {page: own for page, own in found.items() if own}
