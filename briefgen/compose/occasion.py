"""What the details of an occasion say in one language: a side event, a joint letter, its signatories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from pyuca import Collator

from briefgen.compose.views import EventView, SignOnView, SpeakerView
from briefgen.errors import BriefgenError, Place
from briefgen.languages.calendar import day_and_time, hours, long_date
from briefgen.library.languages import SOURCE_LANGUAGE, Language
from briefgen.markup.escape import Text
from briefgen.model.occasion import Details, Event, Moment, Signatory, SignOn, Texts

Given = TypeVar("Given")
View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class OccasionViews:
    """The details of an occasion, said in the language of a document."""

    details: Details
    language: Language
    place: Place | None = None
    """The file of the details."""

    def event(self) -> EventView | None:
        """The side event; None where the details have none."""
        return _or_none(self.details.event, self._event)

    def sign_on(self) -> SignOnView | None:
        """The state of the joint letter; None where the details have none."""
        return _or_none(self.details.sign_on, self._sign_on)

    def signatories(self) -> tuple[Text, ...]:
        """The names of the signatories in the alphabetical order of the language.

        The order is that of the Unicode Collation Algorithm (UTS #10, default table); a name is sorted by its `sort`
        key where the details give one: the reading of a Chinese or Japanese name.
        """
        collator = _collator()
        named = sorted(self.details.signatories, key=lambda one: collator(self._sorted_by(one)))
        return tuple(self._said(one.name) for one in named)

    def _sorted_by(self, signatory: Signatory) -> str:
        """The sort key in the language in which the name is said, or else the name."""
        tag = self.language.tag if self._own(signatory.name) else SOURCE_LANGUAGE
        return signatory.sort.get(tag) or self._said(signatory.name)

    def _event(self, event: Event) -> EventView:
        when = event.when
        return EventView(
            title=self._said(event.title),
            day=Text(long_date(when.at.date(), self.language.settings)) if when.at else self._said(when.open),
            hours=Text(hours(when.at, when.until, when.zone, self.language.settings)) if when.at else Text(),
            place=self._said(event.place),
            speakers=tuple(SpeakerView(self._said(one.name), self._said(one.post)) for one in event.speakers),
            reply_by=Text(long_date(event.reply_by, self.language.settings))
            if event.reply_by
            else self._said(event.reply_open),
            reply_to=Text(event.reply_to),
        )

    def _sign_on(self, sign_on: SignOn) -> SignOnView:
        return SignOnView(sign_on.state, self._moment(sign_on.deadline), Text(sign_on.reply_to))

    def _moment(self, moment: Moment) -> Text:
        """A day and a time as one text."""
        if moment.at is None:
            return self._said(moment.open)
        return Text(day_and_time(moment.at, moment.zone, self.language.settings))

    def _said(self, texts: Texts) -> Text:
        """The text in the language, or in English; nothing only where the details say nothing at all."""
        said = self._own(texts) or texts.get(SOURCE_LANGUAGE, "")
        if texts and not said:
            known = next(iter(texts.values()))
            message = f"the details do not say “{known}” in `{self.language.tag}`, nor in `{SOURCE_LANGUAGE}`"
            raise BriefgenError.one(message, self.place, f"add it under `{SOURCE_LANGUAGE}`")
        return Text(said)

    def _own(self, texts: Texts) -> str:
        return texts.get(self.language.tag, "")


def _or_none(value: Given | None, view: Callable[[Given], View]) -> View | None:
    return None if value is None else view(value)


@cache
def _collator() -> Callable[[str], tuple[int, ...]]:
    """The sort key of a text by the table that comes with the library."""
    key: Callable[[str], tuple[int, ...]] = Collator().sort_key
    return key
