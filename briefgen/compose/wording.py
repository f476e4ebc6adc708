"""The words of one document: translated, filled with names, and ready to stand in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.catalogue import Catalogue
from briefgen.languages.sentences import PlaceholderError, fill
from briefgen.library.formats import Saying
from briefgen.library.languages import FORMATS
from briefgen.markup.escape import Text

Names = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it was said: the words, where the original stands, and where the translation does."""

    text: str
    place: Place | None
    translation: Place | None = None
    message: str = ""
    """The message of a catalogue that it says; none for one that counts, or in the document's language already."""
    domain: str = ""
    template: str = ""
    """The text before its placeholders were filled."""


@dataclass(slots=True)
class Wording:
    """Says messages in one language; what cannot be said is noted, so that all of it is reported at once."""

    catalogue: Catalogue
    names: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    """Everything that was said, in order: from what files a document is put together."""
    sayings: Mapping[str, Saying] = field(default_factory=dict)
    """What is read in the place of sentences of the format, whatever the catalogue says."""

    def say(self, message: str, domain: str, at: Place | None = None, **more: object) -> Text:
        """A message in the document's language with its placeholders filled, as a value for a template."""
        return Text(self._fill(self._translated(message, domain, at), {**self.names, **more}))

    def count(self, texts: tuple[str, str], number: int, domain: str, at: Place | None = None, **more: object) -> Text:
        """A message about so many things, its singular and plural given, with its placeholders filled."""
        return Text(self._fill(self._counted(texts, number, domain, at), {**self.names, **more}))

    def counted(self, texts: tuple[str, str], number: int, domain: str, at: Place | None, names: Names) -> str:
        """A sentence of a template about so many things, as Markdown; `names` are all that it may use."""
        return self._fill(self._counted(texts, number, domain, at), names, markdown=True)

    def sentence(self, message: str, domain: str, at: Place | None, names: Names) -> str:
        """A sentence of a template as Markdown: its own mark-up stands, the values in it are escaped.

        `names` are all that it may use.
        """
        return self._fill(self._translated(message, domain, at), names, markdown=True)

    def written(self, sentence: str, at: Place | None = None, **more: object) -> Text:
        """A sentence that is in the document's language already, such as a form of address."""
        return Text(self._fill(Said(sentence, at), {**self.names, **more}))

    def _translated(self, message: str, domain: str, at: Place | None) -> Said:
        saying = self.sayings.get(message) if domain == FORMATS else None
        if saying:
            return Said(saying.text, at, saying.place, message, domain)
        try:
            return Said(
                self.catalogue.translate(message, domain, at), at, self._place(domain, message), message, domain
            )
        except BriefgenError as error:
            self._note(error.problems)
            return Said(message, at)

    def _counted(self, texts: tuple[str, str], number: int, domain: str, at: Place | None) -> Said:
        try:
            text = self.catalogue.translate_count(texts, number, domain, at)
            return Said(text, at, self._place(domain, texts[0]))
        except BriefgenError as error:
            self._note(error.problems)
            return Said(texts[1], at)

    def _place(self, domain: str, message: str) -> Place | None:
        entry = self.catalogue.entries.get((domain, message))
        return entry.place if entry else None

    def _fill(self, sentence: Said, names: Names, *, markdown: bool = False) -> str:
        try:
            text = fill(sentence.text, names)
            self.said.append(replace(sentence, text=text, template=sentence.text))
            return fill(sentence.text, names, _escaped) if markdown else text
        except PlaceholderError as error:
            self._note([Problem(f"{error} in “{sentence.text[:60]}”", sentence.translation or sentence.place)])
            return sentence.text

    def _note(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems += [problem for problem in problems if problem not in self.problems]


def _escaped(value: str) -> str:
    return Text(value).__html__()
