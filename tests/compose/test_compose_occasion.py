"""The details of an occasion are said in the language of the document, or in English where they have no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.occasion import OccasionViews
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.views import SpeakerView
from briefgen.document import Signature, text_of
from briefgen.errors import BriefgenError
from briefgen.library.languages import load_language
from briefgen.library.shelves import Library, built_in_shelf
from briefgen.markup.escape import Text
from briefgen.model.occasion import Details

EVENT: dict[str, Any] = {
    "title": {"en": "A side event", "ko": "부대 행사", "de": "Eine Veranstaltung"},
    "when": {"at": "2026-12-10T13:15", "until": "14:30", "zone": "America/New_York"},
    "place": {"en": "Room 8"},
    "speakers": [
        {"name": {"en": "Kim Hana", "ko": "김하나"}, "post": {"en": "Director"}},
        {"name": {"en": "Camille Example"}},
    ],
    "reply_by": "2026-12-01",
    "reply_to": "events@example.org",
}

Views = Callable[..., OccasionViews]


@pytest.fixture(scope="session")
def views(library: Library) -> Views:
    """The views of details in a language."""
    language = cache(lambda tag: load_language(library, tag, "north-korea-border"))
    return lambda tag="en", **details: OccasionViews(Details.model_validate(details), language(tag))


def event(**change: object) -> dict[str, Any]:
    return {**EVENT, **change}


def signatories(*names: str | dict[str, Any]) -> list[dict[str, Any]]:
    return [{"name": {"en": name}} if isinstance(name, str) else name for name in names]


@pytest.mark.parametrize(
    ("tag", "title", "day", "hours", "reply_by"),
    [
        ("en", "A side event", "10 December 2026", "13:15–14:30 (Eastern Standard Time)", "1 December 2026"),
        ("ko", "부대 행사", "2026년 12월 10일", "13:15 ~ 14:30 (미 동부 표준시)", "2026년 12월 1일"),
        (
            "de",
            "Eine Veranstaltung",
            "10. Dezember 2026",
            "13:15–14:30 Uhr (Nordamerikanische Ostküsten-Normalzeit)",
            "1. Dezember 2026",
        ),
    ],
)
def test_an_event_has_its_day_and_its_hours_with_the_time_zone(
    views: Views, tag: str, title: str, day: str, hours: str, reply_by: str
) -> None:
    shown = views(tag, event=EVENT).event()
    assert shown
    assert (shown.title, shown.day, shown.reply_by) == (title, day, reply_by)
    assert " ".join(shown.hours.split()) == hours


@pytest.mark.parametrize(
    ("at", "zone", "named"),
    [
        ("2026-12-10T13:15", "Europe/Zurich", "Central European Standard Time"),
        ("2026-07-10T13:15", "Europe/Zurich", "Central European Summer Time"),
        ("2026-07-10T13:15", "America/New_York", "Eastern Daylight Time"),
        ("2026-07-10T13:15", "Asia/Seoul", "Korean Standard Time"),
    ],
)
def test_the_time_zone_is_that_of_the_season_and_the_time_stays_as_written(
    views: Views, at: str, zone: str, named: str
) -> None:
    shown = views(event=event(when={"at": at, "zone": zone})).event()
    assert shown
    assert shown.hours == f"13:15 ({named})"


def test_words_stand_in_the_place_of_what_is_open(views: Views) -> None:
    when = {"open": {"en": "in December", "ko": "12월 중"}}
    given = event(when=when, reply_by=None, reply_open={"en": "as soon as you can"})
    korean, english = views("ko", event=given).event(), views("en", event=given).event()
    assert korean
    assert english
    assert (english.day, english.hours, english.reply_by) == ("in December", "", "as soon as you can")
    assert (korean.day, korean.hours, korean.reply_by) == ("12월 중", "", "as soon as you can")


def test_what_is_not_said_in_the_language_is_said_in_english(views: Views) -> None:
    korean = views("ko", event=EVENT).event()
    assert korean
    assert korean.place == "Room 8"
    assert korean.speakers == (
        SpeakerView(Text("김하나"), Text("Director")),
        SpeakerView(Text("Camille Example"), Text("")),
    )


def test_what_is_said_neither_in_the_language_nor_in_english_is_a_problem_and_no_blank(views: Views) -> None:
    given = event(place={"ko": "8호실"})
    assert views("ko", event=given).event()
    with pytest.raises(BriefgenError) as caught:
        views("de", event=given).event()
    (problem,) = caught.value.problems
    assert problem.message == "the details do not say “8호실” in `de`, nor in `en`"
    assert problem.hint == "add it under `en`"


def test_it_is_told_with_the_file_of_the_details(library: Library, day: date, tmp_path: Path) -> None:
    text = (built_in_shelf() / "templates/details/placeholder.yaml").read_text(encoding="utf-8")
    path = tmp_path / "details.yaml"
    for line in ('    en: "[Room, building, city]"\n', '    de: "[Raum, Gebäude, Ort]"\n'):
        text = text.replace(line, "")
    path.write_text(text, encoding="utf-8")
    order = Order("invitation", "all", "de", "north-korea-border", day, details=path)
    with pytest.raises(BriefgenError) as caught:
        compose(resolve(library, order))
    assert [str(problem.place) for problem in caught.value.problems] == [str(path)]


def test_details_without_an_event_or_a_joint_letter_have_no_view_of_it(views: Views) -> None:
    bare = views()
    assert (bare.event(), bare.sign_on(), bare.signatories()) == (None, None, ())


@pytest.mark.parametrize(
    ("tag", "deadline"),
    [
        ("en", "1 December 2026, 18:00 (Central European Standard Time)"),
        ("ko", "2026년 12월 1일, 18:00 (중부유럽 표준시)"),
        ("de", "1. Dezember 2026, 18:00 (Mitteleuropäische Normalzeit)"),
    ],
)
def test_a_deadline_is_a_day_and_a_time_with_its_zone(views: Views, tag: str, deadline: str) -> None:
    given = {"at": "2026-12-01T18:00", "zone": "Europe/Berlin"}
    shown = views(tag, sign_on={"state": "draft", "deadline": given, "reply_to": "a@example.org"}).sign_on()
    assert shown
    assert (shown.state, shown.deadline, shown.reply_to) == ("draft", deadline, "a@example.org")


def test_an_open_deadline_is_words(views: Views) -> None:
    given = {"state": "draft", "deadline": {"open": {"en": "early next year"}}, "reply_to": "a@example.org"}
    shown = views("ko", sign_on=given).sign_on()
    assert shown
    assert shown.deadline == "early next year"


def test_signatories_stand_in_alphabetical_order_whatever_their_case_and_accents(views: Views) -> None:
    given = signatories(
        "Zeta", "Ökumene", "amnesty", "Éclair", "Oxford", "Amnistía", "Eclair Group", "Ärzte", "Östlich"
    )
    assert views("de", signatories=given).signatories() == (
        "amnesty",
        "Amnistía",
        "Ärzte",
        "Éclair",
        "Eclair Group",
        "Ökumene",
        "Östlich",
        "Oxford",
        "Zeta",
    )


@pytest.mark.parametrize(
    ("tag", "order"), [("ko", ("나무", "다리", "한국", "Alpha")), ("ru", ("Ёлка", "Жизнь", "Мир", "Alpha"))]
)
def test_the_order_is_that_of_the_names_in_the_language(views: Views, tag: str, order: tuple[str, ...]) -> None:
    names = [{"name": {"en": f"{9 - index} English", tag: name}} for index, name in enumerate(order[:3])]
    shown = views(tag, signatories=[{"name": {"en": "Alpha"}}, *reversed(names)]).signatories()
    assert set(shown) == set(order)
    assert [name for name in shown if name != "Alpha"] == list(order[:3])


def test_a_name_is_sorted_by_its_reading_where_its_script_does_not_tell(views: Views) -> None:
    given = [
        {"name": {"en": "Life Funds", "ja": "北朝鮮難民救援基金"}, "sort": {"ja": "きたちょうせん"}},
        {"name": {"en": "Asia Press", "ja": "亜細亜通信"}, "sort": {"ja": "あじあ"}},
        {"name": {"en": "Sakura", "ja": "桜会"}, "sort": {"ja": "さくら"}},
    ]
    assert views("ja", signatories=given).signatories() == ("亜細亜通信", "北朝鮮難民救援基金", "桜会")
    assert views("en", signatories=given).signatories() == ("Asia Press", "Life Funds", "Sakura")


def test_a_sort_key_goes_with_the_name_of_its_language(views: Views) -> None:
    given = signatories(
        "Middle", {"name": {"en": "The Association", "ko": "하나"}, "sort": {"en": "Association, The"}}, "Zeta"
    )
    english = ("The Association", "Middle", "Zeta")
    assert views("en", signatories=given).signatories() == english
    assert views("de", signatories=given).signatories() == english, "the English name comes with its key"
    assert views("ko", signatories=given).signatories() == ("Middle", "Zeta", "하나"), "the key is not that of 하나"


def test_no_signatory_is_lost_where_two_have_the_same_name(views: Views) -> None:
    assert views(signatories=signatories("Same", "Other", "Same")).signatories() == ("Other", "Same", "Same")


def test_the_signatories_stand_below_the_close_of_an_open_letter(library: Library, day: date) -> None:
    request = resolve(library, Order("open-letter", "all", "en", "north-korea-border", day))
    details = Details.model_validate({"signatories": signatories("Zeta", "Ärzte", "Beta & *Söhne*")})
    document = compose(replace(request, details=details)).document
    (signature,) = [block for block in document.blocks if isinstance(block, Signature)]
    assert [text_of(line) for line in signature.lines] == ["Ärzte", "Beta & *Söhne*", "Zeta"]
