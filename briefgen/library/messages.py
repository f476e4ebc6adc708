"""What is to be translated: the sentences of formats, packs and the interface, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract
from pydantic import RootModel

from briefgen.errors import BriefgenError, Place
from briefgen.library.languages import FORMATS, INTERFACE
from briefgen.library.packs import FormatFile, ReportPack, load_format
from briefgen.library.shelves import Library
from briefgen.model.report import translatable
from briefgen.reading.validation import read_model, read_text
from briefgen.reading.yaml_text import parse_yaml, scalars

_OPTIONS = {"trimmed": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to translate: its text, its place, and what a translator should know."""

    text: str
    place: Place
    comments: tuple[str, ...] = ()


def format_messages(file: FormatFile) -> tuple[Message, ...]:
    """Every `{% trans %}` sentence of a format in file order; raises a BriefgenError for a broken template."""
    try:
        found = list(babel_extract(BytesIO(file.body.encode()), ["gettext"], ["translators:"], _OPTIONS))
    except TemplateSyntaxError as error:
        raise BriefgenError.one(str(error.message), Place(file.path, error.lineno + file.first_line - 1)) from error
    return tuple(
        Message(
            text.replace("%%", "%"),
            Place(file.path, line + file.first_line - 1),
            tuple(comment.removeprefix("translators:").strip() for comment in comments),
        )
        for line, _, text, comments in found
        if isinstance(text, str)
    )


class _Comments(RootModel[dict[str, str]]):
    """The translator comments by the name of a key."""


def messages_to_translate(library: Library, packs: Iterable[ReportPack]) -> dict[str, tuple[Message, ...]]:
    """Every message by its domain: `formats`, `interface`, and one domain for each pack."""
    found = {FORMATS: tuple(_formats(library)), INTERFACE: tuple(_interface(library))}
    for pack in packs:
        found[pack.report.id] = tuple(_pack(library, pack))
    return found


def _formats(library: Library) -> Iterator[Message]:
    for name in library.names("templates", "formats", suffix=".md"):
        yield from format_messages(load_format(library, name))


def _interface(library: Library) -> Iterator[Message]:
    """Every value of interface.yaml, and the headings of the roles."""
    for name in ("interface.yaml", "roles.yaml"):
        path = library.require("file", name, library.find("templates", name), [])
        parsed, _ = parse_yaml(read_text(path), path)
        for at, text in scalars(parsed.data):
            if name == "interface.yaml" or at[-1] == "heading":
                yield Message(text, parsed.place(at))


def _pack(library: Library, pack: ReportPack) -> Iterator[Message]:
    comments = _comments(library)
    for at, text in translatable(pack.report):
        key = next(part for part in reversed(at) if isinstance(part, str))
        comment = comments.get(key)
        yield Message(text, pack.text.place(at), (comment,) if comment else ())


def _comments(library: Library) -> dict[str, str]:
    path = library.require("file", "comments.yaml", library.find("templates", "comments.yaml"), [])
    return read_model(path, _Comments)[0].root


def texts_of(messages: Mapping[str, Iterable[Message]]) -> dict[str, list[str]]:
    """The texts alone, by domain."""
    return {domain: [message.text for message in wanted] for domain, wanted in messages.items()}
