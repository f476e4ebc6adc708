"""Inline Markdown to runs: emphasis, links, languages and notes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from briefgen.document import Line, Note, Run


class MarkupError(ValueError):
    """Mark-up that a document has no block for; the message says which."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The inline tokens of the notes of a text, by the number that refers to them."""

    tokens: tuple[tuple[Token, ...], ...] = ()

    def line(self, number: int) -> tuple[Run, ...]:
        """The runs of one note; a note within a note is refused."""
        runs = inline_line(self.tokens[number], Notes())
        return tuple(run for run in runs if isinstance(run, Run))


def inline_line(tokens: Sequence[Token], notes: Notes) -> Line:
    """The runs of a sequence of inline tokens; raises MarkupError for what a line cannot hold."""
    style = [Run("")]
    line: list[Run | Note] = []
    for token in tokens:
        if token.nesting == 1:
            style.append(_opened(token, style[-1]))
        elif token.nesting == -1:
            if len(style) == 1:
                raise MarkupError("emphasis or a link cannot run over the end of a line here")
            style.pop()
        elif token.type == "footnote_ref":
            line.append(_note(token, notes))
        else:
            line.append(replace(style[-1], text=_text(token)))
    return _joined(line)


def _opened(token: Token, around: Run) -> Run:
    match token.type:
        case "em_open":
            return replace(around, emphasis="emphasis")
        case "strong_open":
            return replace(around, emphasis="strong")
        case "link_open":
            return replace(around, url=str(token.attrs["href"]))
        case "span_open":
            return replace(around, language=str(token.attrs.get("lang", "")) or around.language)
    raise MarkupError(f"`{token.markup or token.type}` cannot stand inside a line")


def _text(token: Token) -> str:
    match token.type:
        case "text" if "*" in token.content or "[^" in token.content:
            raise MarkupError(
                f"the mark-up in “{token.content.strip()[:60]}” opens or closes nothing; write `\\*` or `\\[`"
            )
        case "text" | "text_special":
            return token.content
        case "softbreak":
            return " "
    raise MarkupError(f"`{token.markup or token.type}` cannot stand inside a line")


def _note(token: Token, notes: Notes) -> Note:
    number = int(token.meta["id"])
    if number >= len(notes.tokens):
        raise MarkupError("a note cannot stand inside a note")
    return Note(notes.line(number))


def _joined(line: Iterable[Run | Note]) -> Line:
    """Neighbouring runs of one style as one run, without empty ones."""
    result: list[Run | Note] = []
    for item in line:
        last = result[-1] if result else None
        if isinstance(item, Run) and isinstance(last, Run) and replace(last, text="") == replace(item, text=""):
            result[-1] = replace(last, text=last.text + item.text)
        elif not isinstance(item, Run) or item.text:
            result.append(item)
    return tuple(
        replace(run, text=unicodedata.normalize("NFC", run.text)) if isinstance(run, Run) else run for run in result
    )
