"""What is to be translated: the sentences of formats, packs and the interface, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract
from pydantic import RootModel

from briefgen.errors import BriefgenError, Place
from briefgen.languages.catalogue import Plurals
from briefgen.library.formats import FormatFile, Layer, format_names, load_format
from briefgen.library.languages import FORMATS, INTERFACE
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library
from briefgen.model.phrases import translatable
from briefgen.reading.files import read_text
from briefgen.reading.validation import read_model
from briefgen.reading.yaml_text import parse_yaml, scalars
from briefgen.sandbox import readable

_FUNCTIONS = ["gettext", "ngettext"]
_OPTIONS = {"trimmed": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to translate: its text, its place, and what a translator should know.

    `plural` is the sentence of several things, where it counts.
    """

    text: str
    place: Place
    comments: tuple[str, ...] = ()
    plural: str = ""

    def originals(self, plurals: Plurals) -> tuple[str, ...]:
        """The original of each form that a language needs of it: the plural for all but the form of 1."""
        if not self.plural:
            return (self.text,)
        alone = plurals.count > 1
        return tuple(self.text if alone and number == 1 else self.plural for number in plurals.examples())


@cache
def layer_messages(layer: Layer) -> tuple[Message, ...]:
    """Every `{% trans %}` sentence of a template in file order; raises a BriefgenError for a broken one."""
    try:
        with readable(str(layer.path)):
            found = list(babel_extract(BytesIO(layer.body.encode()), _FUNCTIONS, ["translators:"], _OPTIONS))
    except TemplateSyntaxError as error:
        raise BriefgenError.one(str(error.message), layer.place(error.lineno)) from error
    messages = []
    for line, _, texts, comments in found:
        text, plural = (texts, "") if isinstance(texts, str) else (str(texts[0]), str(texts[1]))  # type: ignore[index]
        told = tuple(comment.removeprefix("translators:").strip() for comment in comments)
        messages.append(Message(text.replace("%%", "%"), layer.place(line), told, plural.replace("%%", "%")))
    return tuple(messages)


def format_messages(file: FormatFile) -> tuple[Message, ...]:
    """Every sentence of a format: its own, those that it extends or imports, and those of its overlays."""
    overlays = (overlay.layer for overlay in file.overlays.values())
    layers = (*file.layers, *overlays, *file.shared.values())
    return tuple(message for layer in layers for message in layer_messages(layer))


class _Comments(RootModel[dict[str, str]]):
    """The translator comments by the name of a key."""


def messages_to_translate(library: Library, packs: Iterable[ReportPack]) -> dict[str, tuple[Message, ...]]:
    """Every message by its domain: `formats`, `interface`, and one domain for each pack."""
    found = {FORMATS: tuple(_formats(library)), INTERFACE: tuple(_interface(library))}
    for pack in packs:
        found[pack.report.id] = tuple(_pack(library, pack))
    return found


def _formats(library: Library) -> Iterator[Message]:
    """Every sentence of every file once, in the order of the formats."""
    layers: dict[Layer, None] = {}
    for name in format_names(library):
        file = load_format(library, name)
        own = (*reversed(file.layers), *(overlay.layer for overlay in file.overlays.values()))
        layers |= dict.fromkeys((*file.shared.values(), *own))
    for layer in layers:
        yield from layer_messages(layer)


def _interface(library: Library) -> Iterator[Message]:
    """Every value of interface.yaml, and the headings of the roles."""
    comments = _comments(library)
    for name in ("interface.yaml", "roles.yaml"):
        path = library.require("file", name, library.find("templates", name), [])
        parsed, _ = parse_yaml(read_text(path), path)
        for at, text in scalars(parsed.data):
            if name == "interface.yaml" or at[-1] == "heading":
                comment = comments.get(str(at[-1])) if name == "interface.yaml" else None
                yield Message(text, parsed.place(at), (comment,) if comment else ())


def _pack(library: Library, pack: ReportPack) -> Iterator[Message]:
    comments = _comments(library)
    for at, text, plural in translatable(pack.report):
        key = next(part for part in reversed(at) if isinstance(part, str))
        comment = comments.get(key)
        yield Message(text, pack.text.place(at), (comment,) if comment else (), plural)


def _comments(library: Library) -> dict[str, str]:
    path = library.require("file", "comments.yaml", library.find("templates", "comments.yaml"), [])
    return read_model(path, _Comments)[0].root


def texts_of(messages: Mapping[str, Iterable[Message]]) -> dict[str, list[str]]:
    """The texts alone, by domain; a plural with its singular."""
    return {domain: [message.text for message in wanted] for domain, wanted in messages.items()}
