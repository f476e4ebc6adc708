"""The details of an occasion say when, where and by whom, or have words in the place of what is open."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from pydantic import ValidationError

from briefgen.model.occasion import Details, Event, Moment, Signatory, SignOn, Speaker

EVENT: dict[str, Any] = {
    "title": {"en": "A side event"},
    "when": {"at": "2026-12-10T13:15", "until": "14:30", "zone": "America/New_York"},
    "place": {"en": "Room 8"},
    "reply_by": "2026-12-01",
    "reply_to": "events@example.org",
}
SIGN_ON: dict[str, Any] = {"state": "draft", "deadline": {"open": {"en": "soon"}}, "reply_to": "letters@example.org"}


def places(model: type[Any], data: dict[str, Any]) -> list[tuple[str | int, ...]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [error["loc"] for error in caught.value.errors()]


def test_a_moment_is_a_day_and_a_time_in_a_named_zone() -> None:
    moment = Moment.model_validate(EVENT["when"])
    assert (moment.at, moment.until, moment.zone) == (datetime(2026, 12, 10, 13, 15), time(14, 30), "America/New_York")


def test_a_moment_may_be_open_and_then_has_words_in_its_place() -> None:
    assert Moment.model_validate({"open": {"en": "in December"}}).at is None
    assert places(Moment, {}) == [()]
    assert places(Moment, {"zone": "Europe/Berlin", "open": {}}) == [()]


def test_no_time_zone_is_made_up() -> None:
    with pytest.raises(ValidationError, match="needs the `zone` in which the time is meant"):
        Moment.model_validate({"at": "2026-12-10T13:15"})
    assert Moment.model_validate({"at": "2026-12-10T13:15", "zone": "UTC"}).zone == "UTC"


@pytest.mark.parametrize(
    "zone", ["", "Mars/Olympus", "America", "EST5CDT6", "/etc/localtime", "../UTC", "Europe/Berlin ", "x" * 300]
)
def test_what_is_no_time_zone_is_refused(zone: str) -> None:
    assert places(Moment, {"at": "2026-12-10T13:15", "zone": zone}) == [("zone",)]


@pytest.mark.parametrize("at", ["2026-12-10", date(2026, 12, 10), 20261210, "noon", "2026-02-30T13:15"])
def test_a_moment_needs_a_time_of_day_which_is_never_made_up(at: object) -> None:
    assert places(Moment, {"at": at, "zone": "UTC"}) == [("at",)]


@pytest.mark.parametrize(
    "at", ["2026-12-10T13:15Z", "2026-12-10T13:15+09:00", datetime(2026, 12, 10, 13, 15, tzinfo=UTC)]
)
def test_an_offset_beside_the_time_zone_is_refused(at: object) -> None:
    assert places(Moment, {"at": at, "zone": "America/New_York"}) == [("at",)]


@pytest.mark.parametrize("until", [870, 14.5, "14:30Z", "half past two"])
def test_what_yaml_makes_of_a_time_without_quotation_marks_is_refused(until: object) -> None:
    """YAML reads 14:30 as the number 870, which would become fourteen minutes past midnight."""
    assert places(Moment, {**EVENT["when"], "until": until}) == [("until",)]


def test_an_event_is_read_whole() -> None:
    event = Event.model_validate({**EVENT, "speakers": [{"name": {"en": "A"}, "post": {"en": "Director"}}]})
    assert event.speakers == (Speaker(name={"en": "A"}, post={"en": "Director"}),)
    assert (event.reply_by, event.reply_to) == (date(2026, 12, 1), "events@example.org")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title": {}}, ("title",)),
        ({"title": {"en": ""}}, ("title", "en")),
        ({"place": {}}, ("place",)),
        ({"speakers": [{"name": {}}]}, ("speakers", 0, "name")),
        ({"reply_to": ""}, ("reply_to",)),
        ({"reply_by": None}, ()),
        ({"sala": "8"}, ("sala",)),
    ],
)
def test_an_event_has_no_blank(change: dict[str, Any], place: tuple[str | int, ...]) -> None:
    assert places(Event, {**EVENT, **change}) == [place]


def test_the_date_of_reply_may_be_open() -> None:
    event = Event.model_validate({**EVENT, "reply_by": None, "reply_open": {"en": "a day before"}})
    assert event.reply_by is None


def test_a_signatory_has_a_name() -> None:
    assert places(Signatory, {"name": {}}) == [("name",)]
    assert Signatory.model_validate({"name": {"en": "A"}}).sort == {}


def test_a_draft_is_not_locked() -> None:
    assert SignOn.model_validate(SIGN_ON).locked == {}


@pytest.mark.parametrize("state", ["locked", "signing", "sent"])
def test_a_letter_past_its_draft_has_the_hashes_of_its_text(state: str) -> None:
    assert SignOn.model_validate({**SIGN_ON, "state": state, "locked": {"en": "0f"}}).state == state
    with pytest.raises(ValidationError, match=rf"cannot be `{state}` before the text is locked; run `briefgen sign-on"):
        SignOn.model_validate({**SIGN_ON, "state": state})


@pytest.mark.parametrize(
    ("change", "key"), [({"state": "open"}, "state"), ({"reply_to": ""}, "reply_to"), ({"end": "now"}, "end")]
)
def test_the_state_of_a_letter_is_strict(change: dict[str, Any], key: str) -> None:
    assert places(SignOn, {**SIGN_ON, **change}) == [(key,)]


def test_details_may_hold_as_little_as_a_format_needs() -> None:
    details = Details.model_validate({})
    assert (details.event, details.signatories, details.sign_on, details.placeholder) == (None, (), None, False)
