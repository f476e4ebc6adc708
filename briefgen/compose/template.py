"""Formats as templates: Jinja in a sandbox, over Markdown, with whole sentences from the catalogue."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, Undefined
from jinja2.runtime import Context as JinjaContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context
from markupsafe import Markup

from briefgen.compose.views import Context
from briefgen.compose.wording import Wording
from briefgen.errors import BriefgenError, Place, Problem, did_you_mean
from briefgen.library.languages import FORMATS
from briefgen.library.messages import format_messages
from briefgen.library.packs import FormatFile
from briefgen.markup.escape import Text


@dataclass(frozen=True, slots=True)
class Template:
    """One format, compiled for one document."""

    file: FormatFile
    wording: Wording

    def render(self, context: Context) -> str:
        """The Markdown of the document; raises a BriefgenError with the line of the format that is at fault."""
        names: dict[str, object] = {field.name: getattr(context, field.name) for field in fields(Context)}
        environment = self._environment()
        try:
            template = environment.from_string(self.file.body)
            return template.render(names)
        except TemplateSyntaxError as error:
            raise BriefgenError.one(str(error.message), self._place(error.lineno)) from error
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
        )
        environment.policies["ext.i18n.trimmed"] = True
        # The extension hands the variables of a `trans` tag to our own function, which fills the placeholders.
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        environment.globals["gettext"] = self._gettext()
        return environment

    def _gettext(self) -> Callable[..., Markup]:
        wording, lines = self.wording, {message.text: message.place for message in format_messages(self.file)}

        @pass_context
        def gettext(context: JinjaContext, message: str, **variables: object) -> Markup:
            more = {**_names(context), **variables}
            text = message.replace("%%", "%")
            return Markup(wording.sentence(text, FORMATS, lines.get(text), more))  # noqa: S704 - values are escaped

        return gettext

    def _located(self, error: Exception, names: Mapping[str, object]) -> Problem:
        """The problem with the last line of the template on the way to it."""
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
        word = str(error).split("'")[1] if str(error).count("'") >= 2 else ""
        return Problem(str(error), self._place(lines[-1] if lines else None), did_you_mean(word, names))

    def _place(self, line: int | None) -> Place:
        return Place(self.file.path, (line or 1) + self.file.first_line - 1)


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
