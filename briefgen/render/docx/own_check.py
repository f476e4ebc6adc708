"""Everything that is wrong with a Word template of the user's own, found at once and told at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.render.docx.ooxml import Element, W, local, w
from briefgen.render.docx.own_expressions import Expressions
from briefgen.render.docx.own_names import BODY, TEXT, Shape, shape_of
from briefgen.render.docx.own_package import (
    TOP,
    OwnFile,
    parse_part,
    part_of,
    read_own_file,
    relation_problems,
    text_parts,
)
from briefgen.render.docx.own_structure import BODY_NAME, Structure, loss_problems
from briefgen.render.docx.own_tags import Tag, is_boxed, places, tags_in

MARKS_NAME: Final = "marks"
"""The name of the control marks of the document, such as “DRAFT”."""
_MARK: Final = re.compile(r"\{\{|\{%")
_TRACKED: Final = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")))
_OBJECTS: Final = {
    w("object"): "an embedded object",
    w("altChunk"): "an embedded document",
    w("subDoc"): "an embedded document",
    w("control"): "a control with a program in it",
}
_OUTSIDE_FIELD: Final = re.compile(
    r"^\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD|MACROBUTTON|MERGEFIELD)\b", re.I
)


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part with text: its name in the file, what it is (`document`, `header` …), its tree and its tags."""

    name: str
    kind: str
    root: Element
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A user's file, its parts with text, and what is wrong with it."""

    file: OwnFile
    texts: tuple[TextPart, ...]
    problems: tuple[Problem, ...]

    def names(self, name: str) -> bool:
        """Whether any tag speaks of a name."""
        word = re.compile(rf"(?<![\w.]){re.escape(name)}\b")
        return any(word.search(tag.code) for part in self.texts for tag in part.tags)


def check_own_template(path: Path, names: Mapping[str, object]) -> list[Problem]:
    """Every problem of a Word template: in the file as such, in its tags, and in the names that they use.

    `names` are the values that a document of the kind has; only what they are matters, not what they say. An
    empty list means that the template can be filled. Raises nothing: a file that cannot be read is a problem.
    """
    try:
        return list(checked(path, names).problems)
    except BriefgenError as err:
        return list(err.problems)


def checked(path: Path, names: Mapping[str, object]) -> CheckedFile:
    """Read and check a template; raises BriefgenError when it cannot be read at all."""
    file = read_own_file(path)
    problems = relation_problems(file)
    expressions = Expressions(
        {MARKS_NAME: Shape("list", TEXT), **{name: shape_of(value) for name, value in names.items()}, BODY_NAME: BODY}
    )
    texts = []
    bodies: list[Tag] = []
    for name, kind in text_parts(file):
        root = parse_part(file.parts[name], file.place(kind))
        if root.nsmap.get("w") != W:
            hint = "open it in Word and save it again"
            problems.append(Problem("the file is not as Word writes it", Place(path), hint))
        tags, found, body = _part_problems(file, kind, root, expressions)
        problems += found
        bodies += body
        texts.append(TextPart(name, kind, root, tuple(tags)))
    problems += _property_problems(file)
    problems += [_twice(tag) for tag in bodies[1:]]
    if not problems and not any(part.tags for part in texts):
        hint = "write {{p body }} where the letter is to stand, or names such as {{ state.name }}"
        problems.append(Problem("the file has no tag: nothing would be filled in", Place(path), hint))
    return CheckedFile(file, tuple(texts), tuple(dict.fromkeys(problems)))


def _part_problems(
    file: OwnFile, kind: str, root: Element, expressions: Expressions
) -> tuple[list[Tag], list[Problem], list[Tag]]:
    """The tags of a part, its problems, and the places that want the whole document."""
    tags: list[Tag] = []
    problems: list[Problem] = []
    structure = Structure(Expressions(expressions.names))
    for paragraph, where in places(root, kind):
        place = file.place(where)
        problems += _paragraph_problems(paragraph, place)
        found, wrong = tags_in(paragraph, place)
        if is_boxed(paragraph):
            problems += [_boxed(tag) for tag in found if not _is_fallback(paragraph)]
            continue
        problems += wrong
        tags += found
    for tag in tags:
        structure.visit(tag)
    structure.finish()
    problems += loss_problems(tags)
    if kind != "document":
        hint = "move it into the text of the letter"
        problems += [Problem(f"{{{{p body }}}} stands in the {kind}", tag.place, hint) for tag in structure.bodies]
    problems += [*structure.problems, *structure.expressions.problems, *_attribute_problems(file, kind, root)]
    return tags, problems, structure.bodies


def _paragraph_problems(paragraph: Element, place: Place) -> Iterator[Problem]:
    """Tracked changes, objects, and fields that fetch something or hold a tag."""
    own = [item for item in paragraph.iter() if next(item.iterancestors(w("p")), None) in (paragraph, None)]
    row = next(paragraph.iterancestors(w("tr")), None)
    changes = [*own, *paragraph.iterancestors(), *([] if row is None else row.iterfind(f"{w('trPr')}/*"))]
    if any(item.tag in _TRACKED for item in changes):
        hint = "accept or reject all changes in Word (Review), then switch tracking off"
        yield Problem("the file holds tracked changes", place, hint)
    for item in own:
        if item.tag in _OBJECTS:
            yield Problem(f"the file holds {_OBJECTS[item.tag]}", place, "insert it as a picture, or leave it out")
    instructions = ["".join(item.text or "" for item in own if item.tag == w("instrText"))]
    instructions += [item.get(w("instr"), "") for item in own if item.tag == w("fldSimple")]
    for code in instructions:
        if found := _OUTSIDE_FIELD.match(code):
            hint = "select it and press Ctrl+Shift+F9, which turns it into text, or delete it"
            yield Problem(f"a field of the kind {found[1].upper()} does not travel with a letter", place, hint)
        if _MARK.search(code):
            yield Problem("a tag stands inside a field, where it is not filled", place, "write it as text")


def _attribute_problems(file: OwnFile, kind: str, root: Element) -> Iterator[Problem]:
    """Tags in what is not text, such as the alternative text of a picture; embedded documents between paragraphs."""
    for item in root.iter():
        if item.tag in (w("altChunk"), w("subDoc")):
            yield Problem(f"the file holds {_OBJECTS[item.tag]}", file.place(kind), "copy its text into the file")
        for value in item.attrib.values():
            if item.tag != w("fldSimple") and _MARK.search(str(value)):
                what = "the alternative text of a picture" if local(item) == "docPr" else "a setting of the file"
                yield Problem(f"a tag stands in {what}, where it is not filled", file.place(kind), "write it as text")


def _property_problems(file: OwnFile) -> Iterator[Problem]:
    for kind in ("core-properties", "extended-properties"):
        name = part_of(file.parts, TOP, kind)
        if name and any(
            _MARK.search(item.text or "") for item in parse_part(file.parts[name], file.place(kind)).iter()
        ):
            hint = "delete it in Word under File, Info; title and author are set by themselves"
            yield Problem("a tag stands in the document properties", file.place("document properties"), hint)


def _is_fallback(paragraph: Element) -> bool:
    """Whether a paragraph only repeats a text box for old versions of Word."""
    return any(local(item) == "Fallback" for item in paragraph.iterancestors())


def _boxed(tag: Tag) -> Problem:
    return Problem(
        "a tag stands in a text box, where it is not filled", tag.place, "use a table cell without borders instead"
    )


def _twice(tag: Tag) -> Problem:
    return Problem("{{p body }} stands a second time", tag.place, "the text of the document can stand only once")
