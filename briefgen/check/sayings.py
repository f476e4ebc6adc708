"""The check of what overlays say in the place of sentences: each like the translation of its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.check.catalogues import Yardstick, placeholder_problems
from briefgen.errors import Problem, did_you_mean
from briefgen.library.formats import FormatFile, OverlayFile, Saying
from briefgen.library.messages import Message, format_messages


def check_sayings(
    overlay: OverlayFile, file: FormatFile, yardsticks: Mapping[str, Yardstick | None]
) -> Iterator[Problem]:
    """What is wrong with what an overlay of a format says, in whatever language.

    `yardsticks` are those of all languages by their tags; for one that could not be read there is none.
    """
    for tag in overlay.overlay.says:
        if tag in yardsticks:
            yield from sayings_in(overlay, file, tag, yardsticks[tag])
        else:
            hint = did_you_mean(tag, yardsticks) or f"known are {', '.join(yardsticks)}"
            yield Problem(f"there is no language `{tag}`", overlay.text.place(("says", tag), key=True), hint)


def sayings_in(overlay: OverlayFile, file: FormatFile, tag: str, yardstick: Yardstick | None) -> Iterator[Problem]:
    """What is wrong with what an overlay of a format says in one language."""
    messages = {message.text: message for message in format_messages(file)}
    for text, saying in overlay.sayings(tag).items():
        told = list(_lost(text, messages, file))
        place = overlay.text.place(("says", tag, text), key=True)
        yield from (Problem(message, place, hint) for message, hint in told)
        if not told:
            yield from _said(text, saying, yardstick)


def _lost(text: str, messages: Mapping[str, Message], file: FormatFile) -> Iterator[tuple[str, str]]:
    """Why a text is no sentence in whose place another can be read, and what to do."""
    if text not in messages:
        hint = did_you_mean(text, messages) or "write the sentence as it stands between trans and endtrans"
        yield f"the format `{file.format.id}` does not say this sentence", hint
    elif messages[text].plural:
        yield "a sentence that counts things cannot be said otherwise here", "change its block instead"


def _said(original: str, saying: Saying, yardstick: Yardstick | None) -> Iterator[Problem]:
    if len(saying.text.splitlines()) > 1:
        yield Problem("this goes over several lines", saying.place, "write it as one line")
    yield from placeholder_problems(original, saying.text, saying.place)
    if yardstick:
        yield from (Problem(found, saying.place) for found in yardstick.problems(original, saying.text))
