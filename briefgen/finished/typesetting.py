"""The pages of a finished PDF as a typographer reads them: where lines and pages break, and what stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from briefgen.document import Heading, Signature, Subject, Title
from briefgen.errors import Problem
from briefgen.finished.expectation import Expectation, Said
from briefgen.finished.reading import FinishedFile, Passage, PlacedLine, bare

_BREAKS = "say a sentence before it in more or fewer words, in an overlay, so that it breaks elsewhere"

FEWEST = 2
"""Lines of a paragraph that stand together at the foot or the head of a page."""
_NO_BREAK = "\u00a0\u202f\u2060"
_AFTER = "-‐–—/·…"
"""Signs behind which a line may end without a space (Unicode annex 14: BA, HY, B2)."""
_WITHOUT_SPACES = frozenset({"zh", "ja"})
_NEVER_FIRST = re.compile(r"[、。，．：；？！）」』】〉》”’%‰℃ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]")
"""What never begins a line in Chinese and Japanese (JLREQ 3.1.7, CLREQ 3.1.3)."""
_NEVER_LAST = re.compile(r"[（「『【〈《“‘]")
_WORD = re.compile(r"[A-Za-z0-9À-ɏ]")


def faults_of_setting(file: FinishedFile, expected: Expectation) -> Iterator[Problem]:
    """Every break of a line or page that a careful printer would not leave.

    Passages that do not say what they should are passed over: they are told as differences.
    """
    pairs = [pair for pair in zip(expected.body("pdf"), file.body, strict=False) if _same(*pair)]
    for said, passage in pairs:
        yield from _lines(file, said, passage, expected)
    for passage in (*file.body, *file.notes):
        yield from _alone(file, passage)
    yield from _headings(file, pairs, expected)
    yield from _signature(file, pairs, expected)


def _broken(file: FinishedFile, message: str, where: str) -> Problem:
    return Problem(message, file.place(where), _BREAKS)


def _same(said: Said, passage: Passage) -> bool:
    return sorted(bare(said.text)) == sorted(bare(passage.text))


def _lines(file: FinishedFile, said: Said, passage: Passage, expected: Expectation) -> Iterator[Problem]:
    """Breaks within a passage, each at its place in the text."""
    language = expected.document.language.partition("-")[0]
    for before, after in _breaks(said.text, passage.lines):
        what = _fault(before, after, language)
        if what:
            shown = f"{before[-16:].strip()} | {after[:16].strip()}"
            yield _broken(file, f"{what}: “{shown}”", passage.where)


def _breaks(text: str, lines: Sequence[PlacedLine]) -> Iterator[tuple[str, str]]:
    """The text before and behind each end of a line; the space between them belongs to what stands before."""
    places = [number for number, char in enumerate(text) if bare(char)]
    used = 0
    for line in lines[:-1]:
        used += len(bare(line.text))
        if used >= len(places):
            return
        yield text[: places[used]], text[places[used] :]


def _fault(before: str, after: str, language: str) -> str:
    gap = before[len(before.rstrip()) :] if before[-1:].isspace() else before[-1:] if before[-1:] in _NO_BREAK else ""
    if gap and set(gap) & set(_NO_BREAK):
        return "a number and its unit, or what else belongs together, are parted at the end of a line"
    if gap:
        return ""
    if language in _WITHOUT_SPACES and not (_WORD.match(before[-1:]) and _WORD.match(after)):
        if _NEVER_FIRST.match(after):
            return "a line begins with a sign that closes"
        return "a line ends with a sign that opens" if _NEVER_LAST.match(before[-1:]) else ""
    return "" if before[-1:] in _AFTER else "a word is parted at the end of a line"


def _alone(file: FinishedFile, passage: Passage) -> Iterator[Problem]:
    """Single lines of a paragraph at the foot or the head of a page; one of three lines cannot be divided well."""
    counts = [(page, len(list(lines))) for page, lines in groupby(_rows(passage), key=lambda row: row[0])]
    for number, (page, count) in enumerate(counts):
        if len(counts) > 1 and count < FEWEST:
            where = "head" if number else "foot"
            yield _broken(file, f"a line of a paragraph stands alone at the {where} of the page", f"page {page}")


def _rows(passage: Passage) -> list[tuple[int, int]]:
    """The lines of a passage by page and height: pieces of one line may come apart where the script changes."""
    rows = [(line.page, round(line.height)) for line in passage.lines]
    return list(dict.fromkeys(rows))


def _headings(file: FinishedFile, pairs: Sequence[tuple[Said, Passage]], expected: Expectation) -> Iterator[Problem]:
    """Headings behind which nothing of their section stands on the page."""
    last: dict[int, Said] = {}
    for said, passage in pairs:
        for line in passage.lines:
            last[line.page] = said
    for page, said in sorted(last.items())[:-1]:
        block = expected.document.blocks[said.block] if said.block >= 0 else None
        if isinstance(block, (Heading, Subject, Title)):
            yield _broken(file, f"a heading stands at the foot of the page: “{said.text[:60]}”", f"page {page}")


def _signature(file: FinishedFile, pairs: Sequence[tuple[Said, Passage]], expected: Expectation) -> Iterator[Problem]:
    """A signature that stands alone on a page, or is parted by one."""
    blocks = expected.document.blocks
    signed = {number for number, block in enumerate(blocks) if isinstance(block, Signature)}
    on_page: dict[int, set[int]] = {}
    for said, passage in pairs:
        for line in passage.lines:
            on_page.setdefault(line.page, set()).add(said.block)
    pages = sorted(page for page, found in on_page.items() if found & signed)
    for page in pages:
        if on_page[page] <= signed | {-1} and file.pages > 1:
            yield _broken(file, "the signature stands alone on the page", f"page {page}")
    for one, other in pairwise(pages):
        yield _broken(file, "the signature is parted by the end of the page", f"page {one}, page {other}")
