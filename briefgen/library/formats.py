"""Formats as the shelves hold them: their own file, the format that they extend, and overlays for delegations.

A format is a Jinja template over Markdown. Files whose name begins with `_` hold what several formats share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.shelves import Library
from briefgen.model.format import Format, Overlay
from briefgen.reading.files import read_text, require_inside
from briefgen.reading.validation import validate
from briefgen.reading.yaml_text import YamlText, parse_yaml

FOLDER = ("templates", "formats")
OVERLAYS = ("templates", "delegations")
MAX_BYTES = 500_000
"""Of a template; the longest of ours has a hundredth of it."""
FENCE = "---\n"
"""The line before and after the front matter."""
_BLOCK_TAG = re.compile(r"\{%-?\s*(?:block\s+(\w+)|endblock(?:\s+\w+)?)\s*-?%\}")

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Layer:
    """The template text of one file; `first_line` is the line of the file at which it begins."""

    path: Path
    body: str
    first_line: int = 1

    def place(self, line: int | None) -> Place:
        """A place in the file, given by the line of the body."""
        return Place(self.path, (line or 1) + self.first_line - 1)

    def blocks(self) -> dict[str, Block]:
        """The blocks that the text defines, by name."""
        found: dict[str, Block] = {}
        opened: re.Match[str] | None = None
        for tag in _BLOCK_TAG.finditer(self.body):
            if opened is None:
                opened = tag if tag[1] else None
            elif not tag[1]:
                text = self.body[opened.end() : tag.start()].removeprefix("\n")
                found[opened[1]] = Block(text, self.place(self.body[: opened.start()].count("\n") + 1))
                opened = None
        return found


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a template: its text, and where it begins."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Saying:
    """What is read in the place of a sentence of a format, and where it is written."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class OverlayFile:
    """A format's change for one delegation or group, and the places of its front matter."""

    overlay: Overlay
    layer: Layer
    text: YamlText

    def sayings(self, language: str) -> dict[str, Saying]:
        """What it says in a language, by the sentence in whose place that is read."""
        said = self.overlay.says.get(language, {})
        return {message: Saying(text, self.text.place(("says", language, message))) for message, text in said.items()}


@dataclass(frozen=True, slots=True)
class FormatFile:
    """A format with everything that its template is made of.

    `layers` are its own text and those that it extends, the most specific first; `shared` are the files that these
    may import, by name; `overlays` are its changes by ISO code or group.
    """

    format: Format
    layers: tuple[Layer, ...]
    text: YamlText
    shared: Mapping[str, Layer] = field(default_factory=dict)
    overlays: Mapping[str, OverlayFile] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The format's own file."""
        return self.layers[0].path

    def layers_for(self, owners: Sequence[str]) -> tuple[Layer, ...]:
        """The layers of a document, the most specific first: overlays in the order of `owners`, then the format."""
        changes = tuple(self.overlays[owner].layer for owner in owners if owner in self.overlays)
        return (*changes, *self.layers)

    def with_overlay(self, overlay: OverlayFile) -> FormatFile:
        """The format with an overlay in the place of the one for the same delegation or group, if there is one."""
        return replace(self, overlays={**self.overlays, overlay.overlay.for_: overlay})

    def sayings_for(self, owners: Sequence[str], language: str) -> dict[str, Saying]:
        """What is read in a language, by the sentences in whose place it is; the first of the owners prevails."""
        own = (self.overlays[owner].sayings(language) for owner in reversed(owners) if owner in self.overlays)
        return {message: saying for sayings in own for message, saying in sayings.items()}


def format_names(library: Library) -> list[str]:
    """The names of all formats."""
    return library.names(*FOLDER, suffix=".md")


def load_format(library: Library, name: str) -> FormatFile:
    """The format of that name with its overlays; raises a BriefgenError with every problem of its front matter."""
    described, text, layers = _own(library, name)
    seen = [name]
    above = described
    while above.extends:
        if above.extends in seen:
            hint = "name another format under `extends`, or none"
            raise BriefgenError.one(f"the format extends itself: {' → '.join(seen)}", text.place(("extends",)), hint)
        seen.append(above.extends)
        above, _, more = _own(library, above.extends)
        layers += more
    return FormatFile(described, layers, text, shared_layers(library), load_overlays(library, name))


def _own(library: Library, name: str) -> tuple[Format, YamlText, tuple[Layer, ...]]:
    found = library.find(*FOLDER, f"{name}.md")
    path = library.require("format", name, found, format_names(library))
    file = read_format(path)
    return file.format, file.text, file.layers


def read_format(path: Path) -> FormatFile:
    """Read a format file: YAML front matter between two lines of `---`, then the template."""
    described, parsed, layer = _front_matter(read_text(path, MAX_BYTES), path, Format)
    if described.id != path.stem:
        message = f"the id `{described.id}` is not the name of the file"
        raise BriefgenError([Problem(message, parsed.place(("id",)), f"write `{path.stem}`")])
    return FormatFile(described, (layer,), parsed)


def shared_layers(library: Library) -> dict[str, Layer]:
    """The files that formats may import, by name."""
    found: dict[str, Layer] = {}
    for folder in library.every(*FOLDER):
        for path in sorted(folder.glob("_*.md")):
            found.setdefault(path.name, Layer(path, read_text(require_inside(path, folder), MAX_BYTES)))
    return found


def load_overlays(library: Library, name: str) -> dict[str, OverlayFile]:
    """The overlays of a format by the delegation or group that they are for."""
    return {overlay.overlay.for_: overlay for overlay in all_overlays(library) if overlay.overlay.changes == name}


def all_overlays(library: Library) -> Iterator[OverlayFile]:
    """Every overlay on the shelves; of two for the same format and delegation the first shelf's."""
    for owner in library.names(*OVERLAYS):
        for name in library.names(*OVERLAYS, owner, suffix=".md"):
            path = library.find(*OVERLAYS, owner, f"{name}.md")
            if path is not None:
                yield read_overlay(path)


def read_overlay(path: Path) -> OverlayFile:
    """Read an overlay: its front matter and its blocks; its folder and name must agree with what it says."""
    return read_overlay_text(read_text(path, MAX_BYTES), path)


def read_overlay_text(text: str, path: Path) -> OverlayFile:
    """The overlay of a text that is to stand at a path, whether it does yet or not.

    Raises a BriefgenError with every problem of its front matter, and where folder and name do not agree with it.
    """
    overlay, parsed, layer = _front_matter(text, path, Overlay)
    for key, said, found in (("changes", overlay.changes, path.stem), ("for", overlay.for_, path.parent.name)):
        if said != found:
            raise BriefgenError.one(
                f"the overlay says `{key}: {said}`, but its place says `{found}`",
                parsed.place((key,)),
                "an overlay stands in templates/delegations/FOR/FORMAT.md",
            )
    return OverlayFile(overlay, layer, parsed)


def _front_matter(text: str, path: Path, model: type[Model]) -> tuple[Model, YamlText, Layer]:
    head, fence, body = text.removeprefix(FENCE).partition(f"\n{FENCE}")
    if not text.startswith(FENCE) or not fence:
        raise BriefgenError.one("the front matter is missing", Place(path, 1), "begin with `---`, keys, and `---`")
    parsed, problems = parse_yaml(f"{head}\n", path, first_line=2)
    if problems:
        raise BriefgenError(problems)
    return validate(parsed, model), parsed, Layer(path, body, head.count("\n") + 4)
