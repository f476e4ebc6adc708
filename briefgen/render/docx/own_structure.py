"""How tags fit together: what is opened is closed in the same place, and nothing stands beside a tag and is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from briefgen.errors import Problem, did_you_mean
from briefgen.render.docx.ooxml import Element, w
from briefgen.render.docx.own_expressions import Expressions
from briefgen.render.docx.own_names import Shape
from briefgen.render.docx.own_tags import Tag, letters_of, text_of_paragraph

_WORDS: Final = ("for", "endfor", "if", "elif", "else", "endif")
_LEVEL_NAMES: Final = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
_OUTER: Final = {"tr": "tr", "tc": "tc"}
BODY_NAME: Final = "body"


@dataclass(frozen=True, slots=True)
class _Open:
    """A `for` or `if` that waits for its end, and the names that it introduces."""

    tag: Tag
    scope: Mapping[str, Shape]


@dataclass(slots=True)
class Structure:
    """Walks the tags of one part in reading order; `problems` holds what does not fit."""

    expressions: Expressions
    bodies: list[Tag] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def visit(self, tag: Tag) -> None:
        """Check a tag against those before it."""
        scopes = [item.scope for item in self._open]
        if tag.level == "p" and tag.mark == "{{":
            self._body(tag)
        elif tag.mark == "{{":
            self._print(tag, scopes)
        elif tag.word in ("for", "if"):
            scope = self.expressions.loop(tag, scopes) if tag.word == "for" else {}
            if tag.word == "if":
                self.expressions.condition(tag, scopes)
            self._open.append(_Open(tag, scope))
        elif tag.word in ("elif", "else", "endif", "endfor"):
            if tag.word == "elif":
                self.expressions.condition(tag, scopes)
            self._answer(tag)
        elif tag.mark == "{%":
            self._unknown(tag)

    def finish(self) -> None:
        """Note what was never closed."""
        for item in self._open:
            self._note(item.tag, f"“{item.tag.code}” is opened and never closed", f"add {_end_of(item.tag)}")

    def _unknown(self, tag: Tag) -> None:
        hint = did_you_mean(tag.word.lower(), _WORDS) or f"tags begin with {', '.join(_WORDS)}"
        if tag.word in _LEVEL_NAMES:
            hint = f"write {{%{tag.word} without a space"
        self._note(tag, f"a tag begins with `{tag.word}`, which is not known", hint)

    def _body(self, tag: Tag) -> None:
        if tag.code != BODY_NAME:
            self._note(tag, f"{{{{p {tag.code} }}}} is not known", "only {{p body }} takes a paragraph of its own")
            return
        if any(item.tag.word == "for" for item in self._open):
            self._note(tag, "{{p body }} stands in a loop", "the text of the document can stand only once")
        self.bodies.append(tag)

    def _print(self, tag: Tag, scopes: Sequence[Mapping[str, Shape]]) -> None:
        if tag.level in _OUTER:
            self._note(tag, f"{{{{{tag.level} … }}}} is not known", f"write {{{{ {tag.code} }}}}")
        elif tag.code == BODY_NAME:
            self._note(tag, "the text of the document needs a paragraph of its own", "write {{p body }}")
        else:
            self.expressions.printed(tag, scopes)

    def _answer(self, tag: Tag) -> None:
        """Match `elif`, `else` or an end with what it belongs to."""
        wanted = ("for",) if tag.word == "endfor" else ("if",) if tag.word in ("elif", "endif") else ("for", "if")
        if not self._open or self._open[-1].tag.word not in wanted:
            inner = f"“{self._open[-1].tag.code}” is still open" if self._open else f"nothing is open by {wanted[0]}"
            self._note(tag, f"`{tag.word}` does not fit: {inner}", "each `for` and `if` is closed by its own end")
            return
        opening = self._open[-1].tag
        if tag.level.strip("r") != opening.level.strip("r") or _container(tag) is not _container(opening):
            self._note(
                tag,
                f"“{opening.code}” is opened at another place: {_told(opening)}",
                "both stand in the same paragraph as {% … %}, or each in a paragraph of its own as {%p … %}, both in "
                "the text or both in one cell",
            )
        if tag.word.startswith("end"):
            self._open.pop()

    def _note(self, tag: Tag, message: str, hint: str) -> None:
        self.problems.append(Problem(message, tag.place, hint))


def _told(tag: Tag) -> str:
    return str(tag.place).partition(", ")[2] or str(tag.place)


def _end_of(tag: Tag) -> str:
    return f"{{%{tag.level} end{tag.word} %}}"


def unit_of(tag: Tag) -> Element | None:
    """What gives way to a tag: its paragraph, row or cell; None for a tag inside a paragraph, or one misplaced."""
    if tag.level == "p":
        return tag.paragraph
    if tag.level in _OUTER:
        return next(tag.paragraph.iterancestors(w(_OUTER[tag.level])), None)
    return None


def _container(tag: Tag) -> Element | None:
    """Where both ends of a condition must stand, so that what is between them is whole."""
    unit = unit_of(tag)
    if unit is not None:
        return unit.getparent()
    letters = letters_of(tag.paragraph)
    return letters[tag.start].run.getparent()


def loss_problems(tags: Sequence[Tag]) -> Iterator[Problem]:
    """What stands beside tags that take a whole paragraph, row or cell, and would vanish with it."""
    seen: set[Element] = set()
    for tag in tags:
        unit = unit_of(tag)
        if tag.level in _OUTER and unit is None:
            yield Problem(f"{{%{tag.level} … %}} stands outside a table", tag.place, "write {%p … %}")
        if unit is None or unit in seen:
            continue
        seen.add(unit)
        yield from _beside(tag, unit, [item for item in tags if unit_of(item) is unit])


def _beside(tag: Tag, unit: Element, here: Sequence[Tag]) -> Iterator[Problem]:
    name = _LEVEL_NAMES[tag.level]
    whole = _raw(tag)
    if len(here) > 1:
        yield Problem(f"two tags want the same {name}", tag.place, f"give each a {name} of its own")
    elif rest := _rest(unit, tag):
        yield Problem(
            f"“{rest}” stands beside {whole} and would be lost", tag.place, f"{whole} needs a {name} of its own"
        )
    elif tag.level == "p" and unit.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        yield Problem(f"a section break stands in the paragraph of {whole}", tag.place, "put it into the next one")


def _raw(tag: Tag) -> str:
    return text_of_paragraph(tag.paragraph)[tag.start : tag.end]


def _rest(unit: Element, tag: Tag) -> str:
    """The text of a paragraph, row or cell apart from the tag; pictures and the like as “picture or field”."""
    paragraphs = [unit] if unit.tag == w("p") else list(unit.iter(w("p")))
    texts = []
    for paragraph in paragraphs:
        text = text_of_paragraph(paragraph)
        texts.append(text[: tag.start] + text[tag.end :] if paragraph is tag.paragraph else text)
    rest = " ".join(" ".join(texts).split())
    return rest.replace("\ufffc", "picture or field")[:40]
