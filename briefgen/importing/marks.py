"""Quotation marks: where a text opens and closes them, whatever their shape, and whether or not they match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefgen.importing.passages import Passage

_DOUBLE = re.compile(r"<<|>>|``|''|[\"“”„‟«»「」『』〝〞＂]")
_OPENING = frozenset({"“", "„", "‟", "«", "「", "『", "〝", "``", "<<"})
_CLOSING = frozenset({"”", "»", "」", "』", "〞", ">>"})
_SINGLE_OPENING = re.compile(r"(?:(?<=[\s(\[—–-])|^)[‘'‚‹](?=[^\W\d]|\[|…)")
_SINGLE_CLOSING = re.compile(r"(?<=\S)[’'‘›](?!(?!(?:이?라고|고|이?라며|며|이?라면서|면서)\s)[^\W_])")
"""Before no letter, unless a particle says that the words were said."""

Context = Literal["opens", "closes", "either"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks: from `start` to `end` with the marks, from `first` to `last` without."""

    start: int
    end: int
    first: int
    last: int
    closed: bool = True
    opened: bool = True

    def words(self, text: str) -> str:
        """The words without their marks."""
        return text[self.first : self.last]


def quotes_in(text: str) -> tuple[Quote, ...]:
    """The quotations of one paragraph, outermost marks only; single marks count where no double ones are around."""
    doubles = tuple(_doubles(text))
    if any(not quote.closed for quote in doubles):
        return doubles
    singles = tuple(_singles(text))
    around = tuple(quote for quote in singles if any(_holds(quote, d) for d in doubles))
    doubles = tuple(quote for quote in doubles if not any(_holds(outer, quote) for outer in around))
    apart = (quote for quote in singles if not any(d.start < quote.end and quote.start < d.end for d in doubles))
    return tuple(sorted((*doubles, *apart), key=lambda quote: quote.start))


def _holds(outer: Quote, inner: Quote) -> bool:
    return outer.start < inner.start and inner.end < outer.end


def _doubles(text: str) -> Iterator[Quote]:
    depth, opening, end = 0, None, 0
    for match in _DOUBLE.finditer(text):
        turn = _turn(match, text, depth)
        if turn == "opens":
            opening, depth = opening or match, depth + 1
        elif turn == "closes" and opening is None:
            if end == 0 and match.start() > 3:
                end = match.end()
                yield _trimmed(text, 0, match.end(), 0, match.start(), opened=False)
        elif turn == "closes":
            depth -= 1
            if depth == 0 and opening is not None:
                yield _trimmed(text, opening.start(), match.end(), opening.end(), match.start())
                opening, end = None, match.end()
    if opening is not None:
        yield _trimmed(text, opening.start(), len(text), opening.end(), len(text), closed=False)


def _turn(match: re.Match[str], text: str, depth: int) -> Literal["opens", "closes", "none"]:
    """Whether a mark opens or closes: by its neighbours first, then by what is open, then by its shape."""
    mark, context = match[0], _context(match, text)
    if depth == 0:
        return _turn_outside(mark, context, text[: match.start()])
    if context == "opens" and mark not in _CLOSING:
        return "opens"
    if context == "either" and mark in _OPENING:
        return "opens"
    return "closes"


def _turn_outside(mark: str, context: Context, before: str) -> Literal["opens", "closes", "none"]:
    if context == "closes" and mark not in _OPENING:
        if re.search(r"\d$", before) and mark in {'"', "''", "”"}:
            return "none"  # inches, seconds
        return "closes"
    if mark in _CLOSING and context == "either":
        return "closes"
    return "opens"


def _context(match: re.Match[str], text: str) -> Context:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    space_before = not before or before.isspace() or before in "([—–-"
    space_after = not after or after.isspace() or after in ".,;:!?)]—–-…"
    if space_before == space_after:
        return "either"
    return "opens" if space_before else "closes"


def _singles(text: str) -> Iterator[Quote]:
    at = 0
    while opening := _SINGLE_OPENING.search(text, at):
        closing = _single_end(text, opening.end())
        if closing is None:
            return
        if text[closing.end() : closing.end() + 1] == "(" and " " not in text[opening.end() : closing.start()]:
            at = closing.end()  # a name by which someone is called, with a remark: ‘조’(가명)
            continue
        yield _trimmed(text, opening.start(), closing.end(), opening.end(), closing.start())
        at = closing.end()


def _single_end(text: str, at: int) -> re.Match[str] | None:
    """The mark that closes: after a stop if there is one before the next opens, since ’ is an apostrophe too."""
    following = _SINGLE_OPENING.search(text, at)
    candidates = list(_SINGLE_CLOSING.finditer(text, at, following.start() if following else len(text)))
    after_stop = [match for match in candidates if text[match.start() - 1] in '.,?!…”»"']
    firm = [match for match in candidates if text[match.start() - 1] != "s"]
    return next(iter(after_stop or firm or candidates), None)


def _trimmed(  # noqa: PLR0913 - the four borders of a quotation and its two ends
    text: str, start: int, end: int, first: int, last: int, *, closed: bool = True, opened: bool = True
) -> Quote:
    """A quotation without the spaces that may stand between the marks and their words."""
    words = text[first:last]
    first += len(words) - len(words.lstrip())
    return Quote(start, end, first, max(first, first + len(words.strip())), closed, opened)


def begins_with_mark(text: str) -> bool:
    """Whether a paragraph opens with a quotation mark, as each paragraph of a long quotation does."""
    match = _DOUBLE.match(text.lstrip()) or re.match("[‘']", text.lstrip())
    return match is not None


def masked(text: str, quotes: Sequence[Quote]) -> str:
    """The text with its quotations replaced by §, places kept; by ¶ at the end of one that ends with a full stop."""
    for quote in quotes:
        ends = quote.words(text)[-1:] in ".!?…。" and quote.words(text)[-1:] != ""
        mask = "§" * (quote.end - quote.start - 1) + ("¶" if ends else "§")
        text = text[: quote.start] + mask + text[quote.end :]
    return text


def quotes_of(passages: Sequence[Passage], says: str) -> list[tuple[Quote, ...]]:
    """The quotations of each passage; one that is left open, and does not go on in the next, ends before who says it.

    `says` is a pattern of the verbs of saying.
    """
    found = [tuple(q for q in quotes_in(p.text) if not _is_pseudonym(q, p.text, says)) for p in passages]
    for index, quotes in enumerate(found):
        if quotes and not quotes[-1].closed and not goes_on(passages, index):
            last = quotes[-1]
            pattern = rf"[,.?!…](?= (?:[A-Z]\w+ ){{0,2}}(?:{says})\b)"
            if cut := re.compile(pattern).search(passages[index].text, last.first):
                last = replace(last, end=cut.end(), last=cut.end())
            found[index] = (*quotes[:-1], last)
    return found


def _is_pseudonym(quote: Quote, text: str, says: str) -> bool:
    """Whether the words are the name by which a sentence calls someone, as in “Derin”, a fisher from the lake."""
    if not re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*,?", quote.words(text)):
        return False
    before = text[: quote.start].rstrip()
    begins = not before or before.endswith((".", "!", "?", "…", "”", "»"))
    inside = quote.words(text).endswith(",")
    words = r"(?:\S+ ){0,3}?" if inside else ""  # “Three,” Lima said
    if re.match(rf"\s*,?\s*{words}(?:{says})\b", text[quote.end :]):
        return False
    return bool(
        (begins and (inside or re.match(r"\s*[,(]", text[quote.end :]))) or re.search(rf"\b(?:{says})$", before)
    )


def goes_on(passages: Sequence[Passage], index: int) -> bool:
    """Whether the passage behind one goes on with a quotation that is left open there."""
    if index + 1 >= len(passages) or passages[index + 1].kind not in ("paragraph", "item"):
        return False
    following = passages[index + 1].text
    quotes = quotes_in(following)
    return begins_with_mark(following) or bool(quotes and not quotes[0].opened)
