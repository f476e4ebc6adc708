"""Nothing that is open goes out as final, and all of it is told at once, each point with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from briefgen.check.final import Readiness
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Request
from briefgen.document import lines_of, text_of
from briefgen.errors import BriefgenError, Problem
from briefgen.library.messages import messages_to_translate, texts_of
from briefgen.translate.review import signed
from briefgen.workshop import Workshop
from tests.check.shelf_copy import REPORT, ShelfCopy

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
DAY = date(2026, 11, 24)
SENDER = """\
organisation: {en: Example Organisation}
address: {en: ["1 Example Street, Geneva"]}
signatory: {en: Jo Example}
post: {en: Director}
"""
LETTER = """\
signatories:
  - name: {en: One}
sign_on:
  state: draft
  deadline: {at: 2026-12-01T18:00, zone: UTC}
  reply_to: letters@example.org
"""
EVENT = """\
event:
  title: {en: Title}
  when: {at: 2026-12-10T13:15, zone: America/New_York}
  place: {en: Room}
  reply_by: 2026-12-01
  reply_to: events@example.org
"""


@dataclass(frozen=True)
class Desk:
    """A shelf and the files of a sender and of an occasion, which a test may change."""

    shelf: ShelfCopy

    def request(self, format_: str = "letter", to: str = "FR", language: str = "en", **changes: Any) -> Request:
        files = {name: self.shelf.path / f"{name}.yaml" for name in ("sender", "details")}
        named = {name: path for name, path in files.items() if path.is_file()}
        order = Order(format_, to, language, "north-korea-border", DAY, **named, final_at=NOW)
        return resolve(self.shelf.library, replace(order, **changes))

    def found(self, *args: Any, **changes: Any) -> list[Problem]:
        return Readiness(self.shelf.library).open_points(self.request(*args, **changes))

    def messages(self, *args: Any, **changes: Any) -> list[str]:
        return [problem.message for problem in self.found(*args, **changes)]

    def sign_off(self, tag: str) -> None:
        language = self.request(language=tag).language
        messages = messages_to_translate(self.shelf.library, [self.request().pack])
        path = self.shelf.path / "locales" / tag / "sign-off.yaml"
        path.write_bytes(signed(path, "north-korea-border", "reviser", DAY, language.reviewed_hash(texts_of(messages))))


@pytest.fixture
def desk(shelf: ShelfCopy) -> Desk:
    shelf.write("sender.yaml", SENDER)
    return Desk(shelf)


@pytest.fixture
def french(desk: Desk) -> Desk:
    desk.shelf.add_language("fr")
    return desk


def test_a_letter_with_nothing_open_is_final(desk: Desk) -> None:
    assert desk.found() == []
    document = Workshop(desk.shelf.library).draft(desk.request()).composition.document
    assert document.furniture.marks == ()


def test_a_draft_has_no_open_points(shelf: ShelfCopy) -> None:
    assert Desk(shelf).found(final_at=None) == []


def test_the_placeholder_sender_is_told_in_its_file(shelf: ShelfCopy) -> None:
    (problem,) = Desk(shelf).found()
    assert problem.message == "the sender is a placeholder"
    line = shelf.line_of("templates/senders/placeholder.yaml", "placeholder: true")
    assert str(problem.place) == f"{shelf.path}/templates/senders/placeholder.yaml:{line}:1"


@pytest.mark.parametrize("key", ["organisation", "address", "signatory", "post"])
def test_what_the_sender_lacks_in_the_language_and_in_english_is_told(desk: Desk, key: str) -> None:
    line = desk.shelf.edit("sender.yaml", f"{key}: {{en:", f"{key}: {{de:")
    (problem,) = desk.found()
    assert problem.message == f"the sender has no {key} in `en`, nor in `en`"
    assert problem.place is not None
    assert (problem.place.path, problem.place.line) == (desk.shelf.path / "sender.yaml", line)


def test_what_the_sender_does_not_say_at_all_is_told(desk: Desk) -> None:
    desk.shelf.edit("sender.yaml", "post: {en: Director}\n", "")
    assert desk.messages() == ["the sender has no post in `en`, nor in `en`"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("Jo Example", '"[Name]"'), ("1 Example", "[Street] 1"), ("post:", 'contact: ["[www.example.org]"]\npost:')],
)
def test_brackets_that_were_left_are_told(desk: Desk, old: str, new: str) -> None:
    desk.shelf.edit("sender.yaml", old, new)
    (message,) = desk.messages()
    assert message.endswith("is still in [brackets]")


def test_everything_is_told_at_once(desk: Desk) -> None:
    desk.shelf.edit("sender.yaml", "post: {en: Director}\n", "")
    desk.shelf.edit(REPORT, "publisher:", "embargo: {at: 2026-12-01T10:00, zone: UTC}\nexample: true\npublisher:")
    desk.shelf.edit(REPORT, "    anchor: >-\n", "    anchor: >-\n      Not so\n")
    messages = desk.messages()
    for part in ("invented", "embargo until 2026-12-01 10:00 (UTC)", "no post", "these words do not stand"):
        assert any(part in message for message in messages), (part, messages)


@pytest.mark.parametrize(("now", "open_"), [("14:59:59", True), ("15:00:00", False), ("16:00:00", False)])
def test_an_embargo_must_be_past(desk: Desk, now: str, open_: bool) -> None:
    line = desk.shelf.edit(REPORT, "publisher:", "embargo: {at: 2026-11-24T10:00, zone: America/New_York}\npublisher:")
    found = desk.found(final_at=datetime.fromisoformat(f"2026-11-24T{now}+00:00"))
    assert [problem.place and problem.place.line for problem in found] == ([line] if open_ else [])


def test_a_translation_that_is_not_signed_off_is_refused(french: Desk) -> None:
    (message,) = french.messages(language="fr")
    assert message == "the translation into `fr` is not signed off"
    french.sign_off("fr")
    assert french.messages(language="fr") == []


def test_a_sign_off_that_a_change_has_voided_is_told_as_such(french: Desk) -> None:
    french.sign_off("fr")
    french.shelf.edit("locales/fr/LC_MESSAGES/interface.po", "Page {page} sur", "Feuille {page} sur")
    (problem,) = french.found(language="fr")
    assert problem.message == "the translation into `fr` was signed off on 2026-11-24, and has changed since"
    assert str(problem.place) == f"{french.shelf.path}/locales/fr/sign-off.yaml"


def test_a_saying_of_an_overlay_is_signed_off_with_the_language_and_checked_like_it(french: Desk) -> None:
    french.sign_off("fr")
    sentence = "We therefore urge your Government to:"
    head = "---\nchanges: letter\nfor: FR\nsays:\n  fr:\n"
    french.shelf.write(
        "templates/delegations/FR/letter.md", f'{head}    "{sentence}": "Nous vous prions de\u00a0:"\n---\n'
    )
    (message,) = french.messages(language="fr")
    assert message == "the translation into `fr` was signed off on 2026-11-24, and has changed since"
    french.sign_off("fr")
    assert french.messages(language="fr") == []
    document = Workshop(french.shelf.library).draft(french.request(language="fr")).composition.document
    assert any(text_of(line) == "Nous vous prions de\u00a0:" for block in document.blocks for line in lines_of(block))
    french.shelf.write(
        "templates/delegations/FR/letter.md", f'{head}    "{sentence}": "Nous vous prions de {{date}}"\n---\n'
    )
    assert "the translation has the placeholder {date}, which the original has not" in french.messages(language="fr")


def test_the_policy_of_the_sender_lets_a_marked_translation_go_out(french: Desk) -> None:
    french.shelf.edit("sender.yaml", "post:", "translations: marked\npost:")
    draft = Workshop(french.shelf.library).draft(french.request(language="fr"))
    (mark,) = draft.composition.document.furniture.marks
    assert mark.startswith("Traduction non officielle")


def test_a_signed_off_translation_has_no_mark(french: Desk) -> None:
    french.shelf.edit("sender.yaml", "post:", "translations: marked\npost:")
    french.sign_off("fr")
    assert (
        Workshop(french.shelf.library).draft(french.request(language="fr")).composition.document.furniture.marks == ()
    )


def test_a_wrong_number_in_a_translation_is_told_where_it_stands(french: Desk) -> None:
    name = "locales/fr/LC_MESSAGES/north-korea-border.po"
    french.shelf.edit(name, 'msgstr "110', 'msgstr "111')
    french.shelf.edit("sender.yaml", "post:", "translations: marked\npost:")
    found = french.found(language="fr")
    assert found
    assert {str(problem.place and problem.place.path) for problem in found} == {str(french.shelf.path / name)}


def test_what_composing_finds_comes_in_the_same_list(french: Desk) -> None:
    french.shelf.edit("sender.yaml", "post: {en: Director}\n", "")
    line = french.shelf.edit("locales/fr/LC_MESSAGES/interface.po", 'msgstr "Page {page} sur {pages}"', 'msgstr ""')
    with pytest.raises(BriefgenError) as caught:
        Workshop(french.shelf.library).draft(french.request(language="fr"))
    messages = [str(problem) for problem in caught.value.problems]
    assert len(messages) == len(set(messages)) == 3
    assert any("no post" in message for message in messages)
    assert any("not signed off" in message for message in messages)
    assert any(f"interface.po:{line - 1}: the translation is empty" in message for message in messages), messages


@pytest.mark.parametrize(
    ("format_", "state", "final"),
    [
        ("sign-on", "draft", False), ("sign-on", "locked", True), ("sign-on", "signing", True),
        ("sign-on", "sent", False), ("open-letter", "draft", False), ("open-letter", "locked", False),
        ("open-letter", "signing", False), ("open-letter", "sent", True),
    ],
)  # fmt: skip
def test_a_joint_letter_is_final_when_it_has_come_so_far(desk: Desk, format_: str, state: str, final: bool) -> None:
    desk.shelf.write("details.yaml", LETTER.replace("draft", f"{state}\n  locked: {{en: abc}}"))
    found = desk.found(format_, "all")
    assert (found == []) is final
    if not final:
        assert found[0].message.startswith(f"the joint letter is `{state}`")
        assert str(found[0].place) == f"{desk.shelf.path}/details.yaml:4:10"


def test_a_joint_letter_without_a_state_is_not_final(desk: Desk) -> None:
    desk.shelf.write("details.yaml", LETTER.partition("sign_on")[0])
    (message,) = desk.messages("open-letter", "all")
    assert message == "the details do not say how far the joint letter is; a final `open-letter` is `sent`"


def test_an_event_with_all_its_moments_is_final(desk: Desk) -> None:
    desk.shelf.write("details.yaml", EVENT)
    assert desk.found("invitation") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{at: 2026-12-10T13:15, zone: America/New_York}", "{open: {en: soon}}", "the time of the event is open"),
        ("reply_by: 2026-12-01", "reply_open: {en: soon}", "the date of reply is open"),
        ("{en: Room}", '{en: "[Room]"}', "`event` is still in [brackets]"),
    ],
)
def test_what_is_open_in_an_event_is_told(desk: Desk, old: str, new: str, message: str) -> None:
    desk.shelf.write("details.yaml", EVENT.replace(old, new))
    assert desk.messages("invitation") == [message]


def test_brackets_count_in_the_language_of_the_document(french: Desk) -> None:
    french.shelf.write("details.yaml", EVENT.replace("{en: Title}", '{en: Title, fr: "[Titre]"}'))
    assert french.messages("invitation") == []
    french.shelf.edit("sender.yaml", "post:", "translations: marked\npost:")
    assert french.messages("invitation", language="fr") == ["`event` is still in [brackets]"]


def test_placeholder_details_are_told(desk: Desk) -> None:
    messages = desk.messages("invitation")
    assert messages[0] == "the details of the occasion are a placeholder"
    assert messages[1:] == ["the time of the event is open", "the date of reply is open"]


def test_an_open_deadline_is_told(desk: Desk) -> None:
    letter = LETTER.replace("draft", "locked\n  locked: {en: abc}").replace(
        "{at: 2026-12-01T18:00, zone: UTC}", "{open: {en: soon}}"
    )
    desk.shelf.write("details.yaml", letter)
    assert desk.messages("sign-on", "all") == ["the deadline for signature is open"]


def test_what_documents_share_is_looked_at_once(french: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.check import final

    calls: list[Callable[..., object]] = []
    original = final.check_pack

    def counted(*args: Any) -> list[Problem]:
        calls.append(original)
        return original(*args)

    monkeypatch.setattr(final, "check_pack", counted)
    workshop = Workshop(french.shelf.library)
    for state in ("FR", "JP"):
        workshop.draft(french.request(to=state))
    assert len(calls) == 1


def test_nothing_goes_out_with_a_file_that_is_missing(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="missing"):
        desk.found(sender=tmp_path / "none.yaml")
