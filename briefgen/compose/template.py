"""Formats as templates: Jinja in a sandbox, over Markdown, with whole sentences from the catalogue."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    meta,
)
from jinja2 import Template as CompiledTemplate
from jinja2.runtime import Context as JinjaContext
from jinja2.utils import missing, pass_context
from markupsafe import Markup

from briefgen.compose.views import Context
from briefgen.compose.wording import Wording
from briefgen.errors import BriefgenError, Place, Problem, did_you_mean
from briefgen.languages.sentences import PlaceholderError, placeholders
from briefgen.library.formats import Layer
from briefgen.library.languages import FORMATS
from briefgen.library.messages import layer_messages
from briefgen.markup.escape import Text
from briefgen.sandbox import FAULTS, BoundedSandbox, offered, readable

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
        except FAULTS as error:
            raise BriefgenError([self._located(error, names)]) from error

    def _environment(self) -> BoundedSandbox:
        """The environment of one document: what is compiled is shared, the sentences are the document's own."""
        environment = _sandbox().overlay(loader=_Layers(self.layers, self.shared))
        places = _places((*self.layers, *self.shared.values()))
        own = {"gettext": self._gettext(places), "ngettext": self._ngettext(places)}
        environment.globals = {**environment.globals, **own}
        return environment

    def _by_path(self, path: str | None) -> Layer:
        layers = (*self.layers, *self.shared.values())
        return next((layer for layer in layers if str(layer.path) == path), self.layers[0])

    def _gettext(self, places: Mapping[str, Place]) -> Callable[..., Markup]:
        wording = self.wording

        @offered
        @pass_context
        def gettext(context: JinjaContext, message: str, **variables: object) -> Markup:
            names = _Names(variables, context, wording.names)
            text = message.replace("%%", "%")
            return Markup(wording.sentence(text, FORMATS, places.get(text), names))  # noqa: S704 - values are escaped

        return gettext

    def _ngettext(self, places: Mapping[str, Place]) -> Callable[..., Markup]:
        wording = self.wording

        @offered
        @pass_context
        def ngettext(context: JinjaContext, singular: str, plural: str, num: int, **variables: object) -> Markup:
            given = {name: Text(value) if isinstance(value, int) else value for name, value in variables.items()}
            texts = (singular.replace("%%", "%"), plural.replace("%%", "%"))
            names = _Names(given, context, wording.names)
            text = wording.counted(texts, num, FORMATS, places.get(texts[0]), names)
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


@lru_cache(maxsize=512)
def _named(layer: Layer) -> tuple[frozenset[str], tuple[str, ...]]:
    """What one layer names, and which files it imports."""
    try:
        with readable(str(layer.path)):
            # In the sandbox, since constant expressions are computed here already.
            tree = _sandbox().parse(layer.body)
            names = meta.find_undeclared_variables(tree)
        for message in layer_messages(layer):
            names |= {name.partition(".")[0] for name in placeholders(message.text)}
        return frozenset(names), tuple(name for name in meta.find_referenced_templates(tree) if name)
    except (TemplateSyntaxError, BriefgenError, PlaceholderError):
        return frozenset(), ()  # told where it stands when the text is rendered


class _Layers(BaseLoader):
    """Gives a document its layers, each of which extends the next, and the shared files; no other file is reached."""

    def __init__(self, layers: Sequence[Layer], shared: Mapping[str, Layer]) -> None:
        self._layers = layers
        self._shared = shared

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> CompiledTemplate:
        """The template of that name, bound to the environment; raises TemplateNotFound for any other name."""
        body, path = self._text(name)
        code = _compiled(name, body, path)
        return environment.template_class.from_code(environment, code, {} if globals is None else globals)

    def _text(self, name: str) -> tuple[str, str]:
        """The text of a template and the path of its file."""
        if name in self._shared:
            return self._shared[name].body, str(self._shared[name].path)
        number = name.removeprefix(_LAYER)
        if not name.startswith(_LAYER) or not number.isdecimal():
            raise TemplateNotFound(name)
        layer, following = self._layers[int(number)], int(number) + 1
        extends = f'{{% extends "{_layer_name(following)}" %}}' if following < len(self._layers) else ""
        return f"{extends}{layer.body}", str(layer.path)


@cache
def _sandbox() -> BoundedSandbox:
    """The environment in which all templates are compiled, without the words of any document."""
    environment = BoundedSandbox(
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.policies["ext.i18n.trimmed"] = True
    # The extension hands the variables of a `trans` tag to our own function, which fills the placeholders.
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    return environment


@lru_cache(maxsize=512)
def _compiled(name: str, body: str, path: str) -> CodeType:
    """The code of a template; the name is part of it, since it says which layer comes next."""
    code: CodeType = _sandbox().compile(body, name, path)
    return code


@lru_cache(maxsize=512)
def _places(layers: tuple[Layer, ...]) -> Mapping[str, Place]:
    """Where the sentences of layers stand; of two that agree, that of the more specific layer."""
    return {message.text: message.place for layer in reversed(layers) for message in layer_messages(layer)}


def _layer_name(number: int) -> str:
    return f"{_LAYER}{number}"


@dataclass(frozen=True, slots=True)
class _Names(Mapping[str, object]):
    """The names that a placeholder may use: of its sentence, of the document, of the template, of the wording.

    What the environment gives to every template, such as `range`, is none of them.
    """

    variables: Mapping[str, object]
    context: JinjaContext
    wording: Mapping[str, object]

    def __getitem__(self, name: str) -> object:
        for names in (self.variables, self.context.get("names") or {}):
            if name in names:
                found: object = names[name]
                return found
        own = missing if name in self.context.environment.globals else self.context.resolve_or_missing(name)
        return self.wording[name] if own is missing else own

    def __iter__(self) -> Iterator[str]:
        own = (name for name in self.context.get_all() if name not in self.context.environment.globals)
        return iter({*self.wording, *own, *(self.context.get("names") or {}), *self.variables})

    def __len__(self) -> int:
        return len(set(self))


def _printable(value: object) -> object:
    """Refuse to print what is no text, and make sure that a plain text escapes itself as Markdown."""
    if isinstance(value, str):
        return value if hasattr(value, "__html__") else Text(value)
    if isinstance(value, (int, Undefined)):  # a number of a list; an undefined name raises an error of its own
        return value
    raise TypeError(f"{{{{ … }}}} prints a {type(value).__name__}, not a text; name one of its parts")
