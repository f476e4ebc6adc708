"""The words that all files of a batch in one language embed the glyphs of: those of every address."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from briefgen import fonts
from briefgen.languages.binding import NO_BREAK_SPACE
from briefgen.library.languages import Language


def stock_of(language: Language, names: Iterable[str]) -> str:
    """Every word that can stand in an address in a language: names of states, forms of address, names of persons.

    The same for all documents of a batch, whoever else is in it, so that a document has the same bytes whichever is
    made first. Words that the fonts of the package cannot draw are left out.
    """
    states = (text for state in language.states.values() for text in _texts(state.model_dump()))
    texts = (*string.ascii_letters, *string.digits, *string.punctuation)
    forms = _texts(language.address.model_dump())
    words = {word for text in (*texts, *states, *forms, *names) for word in text.split()}
    # The space between a title and its name is a glyph of the face of the title.
    return f"{NO_BREAK_SPACE} ".join(sorted(word for word in words if not fonts.uncovered(word)))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value made of mappings and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
