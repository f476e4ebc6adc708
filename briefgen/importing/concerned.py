"""The state that a release is about, where its title begins with its name."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.errors import BriefgenError
from briefgen.importing.frame import Frame
from briefgen.library.delegations import find_state, load_delegations
from briefgen.library.languages import load_states
from briefgen.library.shelves import Library


@dataclass(frozen=True, slots=True)
class ConcernedState:
    """A state by its ISO code, what the title calls it, and what documents call it."""

    iso: str
    called: str
    introduced: str
    short: str


def concerned_in(frame: Frame, library: Library) -> ConcernedState | None:
    """The state that a title names before a colon, `Ruritania: …`; None where it names none."""
    called, colon, _ = (frame.title.text if frame.title else "").partition(":")
    if not colon:
        return None
    tags = library.names("locales")
    tag = frame.language if frame.language in tags else "en"
    states = load_states(library, tag)
    try:
        iso = find_state(called, load_delegations(library), {tag: states})
    except BriefgenError:
        return None
    forms = states[iso]
    return ConcernedState(iso, called.strip(), forms.formal, forms.short)
