"""Formats as templates: Jinja in a sandbox, over Markdown, with whole sentences from the catalogue."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    meta,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context as JinjaContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context
from markupsafe import Markup

from briefgen.compose.views import Context
from briefgen.compose.wording import Wording
from briefgen.errors import BriefgenError, Place, Problem, did_you_mean
from briefgen.languages.sentences import PlaceholderError, placeholders
from briefgen.library.formats import Layer
from briefgen.library.languages import FORMATS
from briefgen.library.messages import layer_messages
from briefgen.markup.escape import Text

_LAYER = "layer "


@dataclass(frozen=True, slots=True)
class Template:
    """The layers of one format, the most specific first, compiled for one document."""

    layers: tuple[Layer, ...]
    shared: Mapping[str, Layer]
    wording: Wording

    def render(self, context: Context) -> str:
        """The Markdown of the document; raises a BriefgenError with the line of the file that is at fault."""
        own = {field.name: getattr(context, field.name) for field in fields(Context)}
        names: dict[str, object] = {**context.names, **own}
        try:
            return self._environment().get_template(_layer_name(0)).render(names)
        except TemplateSyntaxError as error:
            layer = self._by_path(error.filename)
            raise BriefgenError.one(str(error.message), layer.place(error.lineno)) from error
        except (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as error:
            raise BriefgenError([self._located(error, names)]) from error

    def _environment(self) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printable,
            loader=FunctionLoader(self._source),
            bytecode_cache=_compiled(),
        )
        environment.policies["ext.i18n.trimmed"] = True
        # The extension hands the variables of a `trans` tag to our own function, which fills the placeholders.
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        places = self._places()
        environment.globals.update(gettext=self._gettext(places), ngettext=self._ngettext(places))
        return environment

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """A layer that extends the next one, or a shared file; no other file can be reached."""
        if name in self.shared:
            layer, extends = self.shared[name], ""
        elif name.startswith(_LAYER) and name.removeprefix(_LAYER).isdecimal():
            number = int(name.removeprefix(_LAYER))
            layer = self.layers[number]
            more = number + 1 < len(self.layers)
            extends = f'{{% extends "{_layer_name(number + 1)}" %}}' if more else ""
        else:
            return None
        return f"{extends}{layer.body}", str(layer.path), lambda: True

    def _by_path(self, path: str | None) -> Layer:
        layers = (*self.layers, *self.shared.values())
        return next((layer for layer in layers if str(layer.path) == path), self.layers[0])

    def _places(self) -> dict[str, Place]:
        layers = (*self.layers, *self.shared.values())
        return {message.text: message.place for layer in reversed(layers) for message in layer_messages(layer)}

    def _gettext(self, places: Mapping[str, Place]) -> Callable[..., Markup]:
        wording = self.wording

        @pass_context
        def gettext(context: JinjaContext, message: str, **variables: object) -> Markup:
            more = {**_names(context), **variables}
            text = message.replace("%%", "%")
            return Markup(wording.sentence(text, FORMATS, places.get(text), more))  # noqa: S704 - values are escaped

        return gettext

    def _ngettext(self, places: Mapping[str, Place]) -> Callable[..., Markup]:
        wording = self.wording

        @pass_context
        def ngettext(context: JinjaContext, singular: str, plural: str, num: int, **variables: object) -> Markup:
            given = {name: Text(value) if isinstance(value, int) else value for name, value in variables.items()}
            texts = (singular.replace("%%", "%"), plural.replace("%%", "%"))
            text = wording.counted(texts, num, FORMATS, places.get(texts[0]), {**_names(context), **given})
            return Markup(text)  # noqa: S704 - values are escaped

        return ngettext

    def _located(self, error: Exception, names: Mapping[str, object]) -> Problem:
        """The problem with the last line of a template on the way to it."""
        known = {str(layer.path) for layer in (*self.layers, *self.shared.values())}
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in known]
        layer = self._by_path(frames[-1].filename if frames else None)
        word = str(error).split("'")[1] if str(error).count("'") >= 2 else ""
        return Problem(str(error), layer.place(frames[-1].lineno if frames else None), did_you_mean(word, names))


def names_in(layers: Iterable[Layer], shared: Mapping[str, Layer]) -> frozenset[str]:
    """The first names of everything that layers and what they import name, in tags and in placeholders of sentences."""
    found: set[str] = set()
    queue = list(layers)
    for layer in queue:  # grows by what they import
        names, imported = _named(layer)
        found |= names
        queue += [shared[name] for name in imported if name in shared and shared[name] not in queue]
    return frozenset(found)


@cache
def _named(layer: Layer) -> tuple[frozenset[str], tuple[str, ...]]:
    """What one layer names, and which files it imports."""
    parser = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True)
    try:
        tree = parser.parse(layer.body)
        names = meta.find_undeclared_variables(tree)
        for message in layer_messages(layer):
            names |= {name.partition(".")[0] for name in placeholders(message.text)}
        return frozenset(names), tuple(name for name in meta.find_referenced_templates(tree) if name)
    except (TemplateSyntaxError, BriefgenError, PlaceholderError):
        return frozenset(), ()  # told where it stands when the text is rendered


class _Compiled(BytecodeCache):
    """What a template was compiled to, kept in memory by its text: each document binds it to its own words."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was kept."""
        if bucket.key in self._code and bucket.checksum == self._code[bucket.key][:40].decode():
            bucket.bytecode_from_string(self._code[bucket.key][40:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, under the mark of its text."""
        self._code[bucket.key] = bucket.checksum.encode() + bucket.bytecode_to_string()


@cache
def _compiled() -> _Compiled:
    return _Compiled()


def _layer_name(number: int) -> str:
    return f"{_LAYER}{number}"


def _names(context: JinjaContext) -> dict[str, object]:
    """The names of the context that a placeholder may use: texts and values with named parts."""
    further = context.get("names") or {}
    own = {name: value for name, value in context.get_all().items() if name not in context.environment.globals}
    return {**own, **further}


def _printable(value: object) -> object:
    """Refuse to print what is no text, and make sure that a plain text escapes itself as Markdown."""
    if isinstance(value, str):
        return value if hasattr(value, "__html__") else Text(value)
    if isinstance(value, (int, Undefined)):  # a number of a list; an undefined name raises an error of its own
        return value
    raise TypeError(f"{{{{ … }}}} prints a {type(value).__name__}, not a text; name one of its parts")
