"""The words of one document: translated, filled with names, and ready to stand in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.catalogue import Catalogue
from briefgen.languages.sentences import PlaceholderError, fill
from briefgen.markup.escape import Text


@dataclass(slots=True)
class Wording:
    """Says messages in one language; what cannot be said is noted, so that all of it is reported at once."""

    catalogue: Catalogue
    names: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def say(self, message: str, domain: str, at: Place | None = None, **more: object) -> Text:
        """A message in the document's language with its placeholders filled, as a value for a template."""
        return Text(self._fill(self._translated(message, domain, at), at, {**self.names, **more}))

    def sentence(self, message: str, domain: str, at: Place | None, more: Mapping[str, object]) -> str:
        """A sentence of a template as Markdown: its own mark-up stands, the values in it are escaped."""
        names = {**self.names, **more}
        return self._fill(self._translated(message, domain, at), at, names, markdown=True)

    def written(self, sentence: str, at: Place | None = None, **more: object) -> Text:
        """A sentence that is in the document's language already, such as a form of address."""
        return Text(self._fill(sentence, at, {**self.names, **more}))

    def _translated(self, message: str, domain: str, at: Place | None) -> str:
        try:
            return self.catalogue.translate(message, domain, at)
        except BriefgenError as error:
            self._note(error.problems)
            return message

    def _fill(self, sentence: str, at: Place | None, names: Mapping[str, object], *, markdown: bool = False) -> str:
        try:
            return fill(sentence, names, (lambda value: Text(value).__html__()) if markdown else str)
        except PlaceholderError as error:
            self._note([Problem(f"{error} in “{sentence[:60]}”", at)])
            return sentence

    def _note(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems += [problem for problem in problems if problem not in self.problems]
