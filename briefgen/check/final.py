"""What is still open in a document that is to be final: the whole list, each point with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from briefgen.check.catalogues import check_catalogues, load_yardstick
from briefgen.check.packs import check_pack
from briefgen.check.sayings import sayings_in
from briefgen.compose.request import Request
from briefgen.errors import Place, Problem
from briefgen.library.languages import SOURCE_LANGUAGE, language_tags, load_numbers
from briefgen.library.messages import messages_to_translate
from briefgen.library.packs import details_file
from briefgen.library.shelves import Library
from briefgen.model.format import Sender
from briefgen.model.occasion import Details
from briefgen.reading.validation import read_model
from briefgen.reading.yaml_text import Path_, YamlText, scalars

_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]")
"""How the files that briefgen brings mark a text that is to be replaced."""
_OPEN = frozenset({"open", "reply_open"})
"""Keys of words that stand in the place of a moment; the moment itself is asked for."""
_SIGNED_BY = ("organisation", "address", "signatory", "post")


@dataclass(frozen=True, slots=True)
class Readiness:
    """Finds what is open in requests; what many of them share is looked at once."""

    library: Library
    _known: dict[object, list[Problem]] = field(default_factory=dict)

    def open_points(self, request: Request) -> list[Problem]:
        """Everything for which a document cannot be final, but what composing it tells; nothing for a draft."""
        if request.final_at is None:
            return []
        pack, tag = request.pack, request.language.tag
        return [
            *_example(request),
            *_embargo(request),
            *self._once(("sender", request.sender_path, tag), lambda: list(_sender(request))),
            *self._details(request),
            *self._sign_off(request),
            *self._once(("pack", pack.text.path), lambda: self._pack(request)),
            *self._once(("language", pack.text.path, tag), lambda: list(self._translation(request))),
            *self._once(("sayings", request.format.path, request.owners, tag), lambda: list(self._sayings(request))),
        ]

    def _once(self, what: object, find: Callable[[], list[Problem]]) -> list[Problem]:
        if what not in self._known:
            self._known[what] = find()
        return self._known[what]

    def _details(self, request: Request) -> Iterator[Problem]:
        """Whatever the format needs of the details of an occasion, and is open there."""
        if request.format.format.needs:
            details, text = read_model(details_file(self.library, request.details_path), Details)
            if details.placeholder:
                hint = "fill them in, remove `placeholder`, and name the file with --details"
                place = text.place(("placeholder",), key=True)
                yield Problem("the details of the occasion are a placeholder", place, hint)
            else:
                yield from self._in_brackets(text, request)
            yield from _moments(details, text, request)
            yield from _state(details, text, request)

    def _in_brackets(self, text: YamlText, request: Request) -> Iterator[Problem]:
        """The texts of an occasion that are still to be filled in, in the language of the document or in English."""
        needs = request.format.format.needs
        passed = _OPEN | set(language_tags(self.library)) - {request.language.tag, SOURCE_LANGUAGE}
        for at, words in scalars(text.data):
            if at[0] in needs and not passed & set(map(str, at)) and _IN_BRACKETS.search(words):
                yield _to_fill_in(text, at)

    def _sign_off(self, request: Request) -> Iterator[Problem]:
        """Whether the translation may go out: signed off, or marked as unofficial by the policy of the sender."""
        tag, report = request.language.tag, request.pack.report
        if tag == report.language or request.signed_off or request.sender.translations == "marked":
            return
        path = self.library.find("locales", tag, "sign-off.yaml")
        record = request.language.signoffs.reports.get(report.id)
        what = "is not signed off"
        if record:
            what = f"was signed off on {record.date}, and has changed since"
        hint = f"run `briefgen translate sign-off {tag}` after a review, or write `translations: marked` for the sender"
        yield Problem(f"the translation into `{tag}` {what}", Place(path) if path and record else None, hint)

    def _pack(self, request: Request) -> list[Problem]:
        style = load_numbers(self.library, request.pack.report.language)
        return check_pack(request.pack, request.delegations, style)

    def _translation(self, request: Request) -> Iterator[Problem]:
        """What is wrong with the catalogues of the document's language: their numbers, names and all else."""
        messages = messages_to_translate(self.library, [request.pack])
        yield from check_catalogues(self.library, request.language.catalogue, messages)

    def _sayings(self, request: Request) -> Iterator[Problem]:
        """What is wrong with what overlays say in the place of sentences of the format."""
        tag, overlays = request.language.tag, request.format.overlays
        speaking = [overlays[name] for name in request.owners if name in overlays and overlays[name].sayings(tag)]
        if speaking:
            yardstick = load_yardstick(self.library, tag, SOURCE_LANGUAGE)
            for overlay in speaking:
                yield from sayings_in(overlay, request.format, tag, yardstick)


def _example(request: Request) -> Iterator[Problem]:
    if request.pack.report.example:
        place = request.pack.text.place(("example",))
        message = "everything in this report is invented: no document on it is final"
        yield Problem(message, place, "name your own with --report")


def _embargo(request: Request) -> Iterator[Problem]:
    embargo = request.pack.report.embargo
    if embargo and request.final_at and request.final_at < embargo.ends:
        until = f"{embargo.local:%Y-%m-%d %H:%M} ({embargo.zone})"
        place = request.pack.text.place(("embargo", "at"))
        yield Problem(f"the report is under embargo until {until}", place, "make drafts, which say so, until then")


def _sender(request: Request) -> Iterator[Problem]:
    """What the sender lacks in the language of the document, and in English."""
    sender, text = read_model(request.sender_path, Sender)
    if sender.placeholder:
        hint = "fill it in, remove `placeholder`, and name the file with --sender"
        yield Problem("the sender is a placeholder", text.place(("placeholder",), key=True), hint)
    tags = (request.language.tag, SOURCE_LANGUAGE)
    for key in _SIGNED_BY:
        said = {tag: _joined(texts) for tag, texts in getattr(sender, key).items()}
        tag = next((tag for tag in tags if said.get(tag)), "")
        if not tag:
            message = f"the sender has no {key} in `{tags[0]}`, nor in `{SOURCE_LANGUAGE}`"
            yield Problem(message, text.place((key,), key=True), f"add it under `{key}`")
        elif _IN_BRACKETS.search(said[tag]) and not sender.placeholder:
            yield _to_fill_in(text, (key, tag))
    if not sender.placeholder and _IN_BRACKETS.search(" ".join(sender.contact)):
        yield _to_fill_in(text, ("contact",))


def _joined(texts: str | tuple[str, ...]) -> str:
    return (texts if isinstance(texts, str) else " ".join(texts)).strip()


def _to_fill_in(text: YamlText, at: Path_) -> Problem:
    return Problem(f"`{at[0]}` is still in [brackets]", text.place(at), "replace it")


def _moments(details: Details, text: YamlText, request: Request) -> Iterator[Problem]:
    """The days and times that a format shows, and that are open."""
    event, sign_on, needs = details.event, details.sign_on, request.format.format.needs
    if "event" in needs and event:
        if event.when.at is None:
            place = text.place(("event", "when", "open"), key=True)
            yield Problem("the time of the event is open", place, "write `at: 2026-12-10T13:15` and `zone`")
        if event.reply_by is None:
            place = text.place(("event", "reply_open"), key=True)
            yield Problem("the date of reply is open", place, "write `reply_by: 2026-12-01`")
    if "sign_on" in needs and sign_on and sign_on.deadline.at is None:
        place = text.place(("sign_on", "deadline", "open"), key=True)
        yield Problem("the deadline for signature is open", place, "write `at: 2026-12-01T18:00` and `zone`")


def _state(details: Details, text: YamlText, request: Request) -> Iterator[Problem]:
    """Whether a joint letter has come as far as the format shows it: on its way to signatories, or signed and sent."""
    form = request.format.format
    if not {"sign_on", "signatories"} & set(form.needs):
        return
    wanted = ("locked", "signing") if "sign_on" in form.needs else ("sent",)
    state = details.sign_on.state if details.sign_on else ""
    if state not in wanted:
        said = f"the joint letter is `{state}`" if state else "the details do not say how far the joint letter is"
        known = " or ".join(f"`{each}`" for each in wanted)
        place = text.place(("sign_on", "state"))
        yield Problem(f"{said}; a final `{form.id}` is {known}", place, "see `briefgen sign-on --help`")
