"""A joint letter goes from one state to the next, and its details file keeps everything else that it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.joint_letter import moved
from briefgen.model.occasion import Details
from briefgen.reading.validation import validate
from briefgen.reading.yaml_text import parse_yaml

HASHES = {"en": "aa11", "fr": "bb22"}
DRAFT = """\
# Our letter.
signatories:
  - name: {en: One}   # the first
sign_on:
  # draft, then locked, then signing, then sent
  state: draft  # until we agree
  deadline:
    at: 2026-12-01T18:00   # in New York
    zone: America/New_York
  reply_to: letters@example.org
# The end.
"""
LOCKED = DRAFT.replace(
    "  state: draft  # until we agree\n",
    "  state: locked  # until we agree\n  locked:\n    en: aa11\n    fr: bb22\n",
)


def read(text: str) -> Details:
    parsed, problems = parse_yaml(text, Path("letter.yaml"))
    assert problems == []
    return validate(parsed, Details)


def move(text: str, state: str, hashes: dict[str, str] | None = None) -> str:
    parsed, _ = parse_yaml(text, Path("letter.yaml"))
    return moved(text, read(text), parsed, state, hashes or {})


def told(text: str, state: str, hashes: dict[str, str] | None = None) -> str:
    with pytest.raises(BriefgenError) as caught:
        move(text, state, hashes)
    (problem,) = caught.value.problems
    return str(problem)


def test_the_text_is_locked_and_all_else_stays_as_it_is() -> None:
    assert move(DRAFT, "locked", HASHES) == LOCKED


def test_the_states_come_one_after_the_other_and_the_hashes_stay() -> None:
    signing = move(LOCKED, "signing")
    assert signing == LOCKED.replace("state: locked", "state: signing")
    assert move(signing, "sent") == LOCKED.replace("state: locked", "state: sent")


@pytest.mark.parametrize(
    ("now", "state", "before"),
    [
        ("draft", "signing", "locked"),
        ("draft", "sent", "signing"),
        ("locked", "locked", "draft"),
        ("locked", "sent", "signing"),
        ("signing", "signing", "locked"),
        ("signing", "locked", "draft"),
        ("sent", "locked", "draft"),
        ("sent", "sent", "signing"),
    ],
)
def test_no_state_is_passed_over_and_none_comes_back(now: str, state: str, before: str) -> None:
    line = f"letter.yaml:6:10: the letter is `{now}`; it becomes `{state}` when it is `{before}` "
    assert told(LOCKED.replace("state: locked", f"state: {now}"), state, HASHES).startswith(line)


def test_a_letter_without_a_deadline_is_not_opened() -> None:
    text = LOCKED.replace("    at: 2026-12-01T18:00   # in New York\n", "    open: {en: soon}\n")
    assert told(text, "signing") == (
        "letter.yaml:11:5: a letter is opened with a deadline (write `at: 2026-12-01T18:00` and `zone`)"
    )


def test_a_letter_may_be_locked_while_its_deadline_is_open() -> None:
    text = DRAFT.replace("    at: 2026-12-01T18:00   # in New York\n", "    open: {en: soon}\n")
    assert "state: locked" in move(text, "locked", HASHES)


def test_a_letter_that_went_back_to_draft_is_locked_with_new_hashes_in_the_place_of_the_old() -> None:
    again = move(LOCKED.replace("state: locked", "state: draft"), "locked", {"en": "cc33"})
    assert again == LOCKED.replace("    en: aa11\n    fr: bb22\n", "    en: cc33\n")


@pytest.mark.parametrize(
    "older",
    [
        "  locked:\n    en: aa11\n    # of November\n    fr: bb22\n",
        "  locked: {en: aa11, fr: bb22}\n",
        "  locked: {}\n",
        "  locked:\n    {en: aa11}\n",
    ],
)
@pytest.mark.parametrize("before", [True, False], ids=["above", "below"])
def test_older_hashes_are_replaced_wherever_and_however_they_are_written(older: str, before: bool) -> None:
    state = "  state: draft  # until we agree\n"
    text = DRAFT.replace(state, older + state if before else state + older)
    again = move(text, "locked", HASHES)
    assert again.count("locked:") == 1
    sign_on = read(again).sign_on
    assert sign_on
    assert (sign_on.state, sign_on.locked) == ("locked", HASHES)
    assert again.endswith("  reply_to: letters@example.org\n# The end.\n")


def test_older_hashes_at_the_end_of_a_file_without_a_last_line_end_are_replaced() -> None:
    text = DRAFT.removesuffix("# The end.\n") + "  locked: {en: aa11}"
    sign_on = read(move(text, "locked", HASHES)).sign_on
    assert sign_on
    assert sign_on.locked == HASHES


def test_what_is_called_locked_elsewhere_is_left_alone() -> None:
    text = DRAFT.replace("{en: One}   # the first", "\n      en: |-\n        locked: One\n        state: draft")
    again = read(move(text, "locked", HASHES))
    assert again.signatories == read(text).signatories


@pytest.mark.parametrize("written", ["'draft'", '"draft"'])
def test_a_state_in_quotation_marks_is_replaced(written: str) -> None:
    assert move(DRAFT.replace("state: draft", f"state: {written}"), "locked", HASHES) == LOCKED


@pytest.mark.parametrize(
    "sign_on",
    [
        "sign_on: {state: draft, deadline: {open: {en: soon}}, reply_to: a@example.org}\n",
        "sign_on:\n  state: &now draft\n  deadline: {open: {en: soon}}\n  reply_to: a@example.org\n",
    ],
)
def test_a_file_in_which_the_state_cannot_be_replaced_is_told_and_not_spoilt(sign_on: str) -> None:
    said = told(sign_on, "locked", HASHES)
    assert "the state cannot be replaced in the way in which it is written here" in said
    assert "(write `sign_on` as in templates/details/placeholder.yaml, one key in a line)" in said


def test_details_without_a_joint_letter_are_told() -> None:
    assert told("placeholder: true\n", "locked", HASHES) == (
        "letter.yaml:1:1: the details have no `sign_on` (see docs/formats.md)"
    )
