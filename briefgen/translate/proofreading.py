"""What helps while one translates: the terms of the glossary, and the faults of a text that is not saved yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.check.catalogues import Yardstick, check_catalogue, load_yardstick
from briefgen.check.naming import named_in_catalogues
from briefgen.check.translations import stands_in
from briefgen.errors import Problem
from briefgen.languages.catalogue import Entry
from briefgen.library.do_not_name import DoNotName, load_names
from briefgen.library.languages import SOURCE_LANGUAGE, Language, load_glossary
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library
from briefgen.limits import bounded
from briefgen.model.language import Term
from briefgen.translate.sentences import Sentence

_ASIDE = re.compile(r"\s*\([^()]*\)")
_INFINITIVE = re.compile(r"to (?=[a-z])")
_ENDINGS = (("y", "(?:y|ies|ied|ying)"), ("e", "(?:es?|ed|ing)"), ("", "(?:s|es|ed|ing)?"))
"""How the last word of an English term may end in a sentence, by how it ends in the glossary."""


@dataclass(frozen=True, slots=True)
class Proofreader:
    """What the translations into a language are held against, read once for many sentences."""

    language: Language
    yardsticks: Mapping[str, Yardstick]
    """By the language of the originals."""
    names: DoNotName
    glossary: tuple[Term, ...]

    def faults(self, sentence: Sentence, forms: Sequence[str]) -> tuple[Problem, ...]:
        """What `briefgen check` would say of a sentence if this were its translation.

        It is the check of a language whose catalogues have this sentence alone.
        """
        key, place = (sentence.domain, sentence.message.text), sentence.place or sentence.message.place
        entry = Entry(forms[0], place, fuzzy=False, forms=tuple(forms) if sentence.message.plural else ())
        catalogue = replace(self.language.catalogue, entries={key: entry})
        language = replace(self.language, catalogue=catalogue)
        with bounded(f"the check of `{language.tag}`"):  # its patterns may come from a stranger
            yardstick = self.yardsticks[catalogue.source_of(sentence.domain)]
            found = [*check_catalogue(catalogue, sentence.domain, [sentence.message], yardstick)]
        found += named_in_catalogues([language], self.names)
        return tuple(dict.fromkeys(self.names.silenced(found)))

    def terms_for(self, sentence: Sentence) -> tuple[Term, ...]:
        """The terms and names of the glossary that occur in a sentence."""
        return terms_for(self.glossary, sentence)


def open_proofreader(library: Library, pack: ReportPack, language: Language) -> Proofreader:
    """What the translations of a report into a language are held against; raises a BriefgenError with all problems."""
    sources = {SOURCE_LANGUAGE, pack.report.language} - {language.tag}
    return Proofreader(
        language,
        {source: load_yardstick(library, language.tag, source) for source in sources},
        load_names(library, [pack.text.path.parent]),
        load_glossary(library, language.tag),
    )


def terms_for(glossary: Iterable[Term], sentence: Sentence) -> tuple[Term, ...]:
    """The terms and names of a glossary that occur in a sentence: names as they are written, terms as English bends."""
    text = "\n".join(dict.fromkeys((sentence.message.text, sentence.message.plural)))
    return tuple(term for term in glossary if _occurs(term, text))


def _occurs(term: Term, text: str) -> bool:
    if term.kind == "name":
        return stands_in(term.english, text)
    words = _INFINITIVE.sub("", _ASIDE.sub("", term.english), count=1)
    ending, endings = next(each for each in _ENDINGS if words.endswith(each[0]))
    stem = re.escape(words.removesuffix(ending))
    return re.search(rf"(?<!\w){stem}{endings}(?!\w)", text, re.IGNORECASE) is not None
