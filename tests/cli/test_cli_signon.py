"""`briefgen sign-on`: from draft to sent, with the text locked on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.errors import BriefgenError
from tests.check.shelf_copy import REPORT, ShelfCopy

LETTER = """\
# Our letter.
signatories:
  - name: {en: One}
sign_on:
  state: draft
  deadline:
    at: 2026-12-01T18:00
    zone: America/New_York
  reply_to: letters@example.org
"""
LOCK = ("lock", "letter.yaml", "--to", "all", "--date", "2026-11-23")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the user works, with the details of a joint letter."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.yaml").write_text(LETTER, encoding="utf-8")
    return tmp_path


def sign_on(*words: str) -> Result:
    return CliRunner().invoke(cli, ["sign-on", *words])


def build(format_: str = "sign-on", *words: str) -> Result:
    order = ["build", format_, "--to", "all", "--details", "letter.yaml", "--as", "txt", "--date", "2026-11-23"]
    return CliRunner().invoke(cli, [*order, *words])


def built(folder: Path, format_: str = "sign-on") -> str:
    assert build(format_).exit_code == 0
    text = (folder / f"output/north-korea-border_{format_}_all_en.txt").read_text(encoding="utf-8")
    return " ".join(text.split())


def state_of(folder: Path) -> str:
    return str(yaml.safe_load((folder / "letter.yaml").read_text(encoding="utf-8"))["sign_on"]["state"])


def message(result: Result) -> str:
    assert isinstance(result.exception, BriefgenError)
    return str(result.exception)


def test_a_letter_goes_all_the_way_and_says_how_far_it_is(here: Path) -> None:
    assert "Draft for comment" in built(here)
    for words, state, said in (
        (LOCK, "locked", "The text is final and can no longer be changed."),
        (
            ("open", "letter.yaml"),
            "signing",
            "Open for signature until 1 December 2026, 18:00 (Eastern Standard Time).",
        ),
        (("sent", "letter.yaml"), "sent", "This letter has been sent and is closed for signature."),
    ):
        result = sign_on(*words)
        assert (result.exit_code, result.output) == (0, f"letter.yaml: {state}\n")
        assert state_of(here) == state
        assert said in built(here)
        assert built(here, "open-letter")


def test_the_details_keep_their_comments_and_get_a_hash_for_each_language(here: Path) -> None:
    assert sign_on(*LOCK).exit_code == 0
    lines = (here / "letter.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[:6] == ["# Our letter.", *LETTER.splitlines()[1:4], "  state: locked", "  locked:"]
    assert lines[6].startswith("    en: ")
    assert len(lines[6]) == len("    en: ") + 64
    assert lines[7:] == LETTER.splitlines()[5:]


def test_line_ends_of_windows_stay(here: Path) -> None:
    (here / "letter.yaml").write_bytes(LETTER.replace("\n", "\r\n").encode())
    assert sign_on(*LOCK).exit_code == 0
    data = (here / "letter.yaml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == len(LETTER.splitlines()) + 2
    assert built(here)


def test_another_signatory_does_not_change_the_text_that_was_locked(here: Path) -> None:
    sign_on(*LOCK)
    sign_on("open", "letter.yaml")
    path = here / "letter.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{en: One}", "{en: One}\n  - name: {en: Two}"), "utf-8")
    text = built(here)
    assert "2 organisations have signed so far." in text


def test_a_change_of_the_text_is_refused_until_it_is_locked_again(
    shelf: ShelfCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shelf.path)
    shelf.write("letter.yaml", LETTER)
    assert sign_on(*LOCK).exit_code == 0
    shelf.edit("templates/formats/open-letter.md", "We, the undersigned organisations,", "We, the organisations below,")
    for format_ in ("sign-on", "open-letter"):
        assert "the text in `en` has changed since it was locked" in message(build(format_))
    assert not (shelf.path / "output").exists()
    shelf.edit("letter.yaml", "state: locked", "state: draft")
    assert sign_on(*LOCK).exit_code == 0
    assert build().exit_code == 0


def test_a_change_of_the_report_is_refused_as_well(shelf: ShelfCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shelf.path)
    shelf.write("letter.yaml", LETTER)
    assert sign_on(*LOCK).exit_code == 0
    shelf.edit(REPORT, "publisher: Human Rights Watch", "publisher: Someone Else")
    assert "has changed since it was locked" in message(build())


def test_a_language_that_was_not_locked_is_refused(here: Path) -> None:
    sign_on(*LOCK)
    assert "the text was not locked in `ko` (it is in en)" in message(build("sign-on", "--lang", "ko"))


def test_a_letter_is_locked_in_several_languages(here: Path) -> None:
    assert sign_on(*LOCK, "--lang", "en, ko").exit_code == 0
    locked = yaml.safe_load((here / "letter.yaml").read_text(encoding="utf-8"))["sign_on"]["locked"]
    assert list(locked) == ["en", "ko"]
    assert len(set(locked.values())) == 2
    assert build("sign-on", "--lang", "ko").exit_code == 0


@pytest.mark.parametrize("words", [("open", "letter.yaml"), ("sent", "letter.yaml")])
def test_no_state_is_passed_over(here: Path, words: tuple[str, str]) -> None:
    assert "the letter is `draft`" in message(sign_on(*words))
    assert (here / "letter.yaml").read_text(encoding="utf-8") == LETTER


def test_a_letter_is_locked_once(here: Path) -> None:
    sign_on(*LOCK)
    before = (here / "letter.yaml").read_text(encoding="utf-8")
    assert "the letter is `locked`; it becomes `locked` when it is `draft`" in message(sign_on(*LOCK))
    assert (here / "letter.yaml").read_text(encoding="utf-8") == before


def test_a_letter_without_a_deadline_is_not_opened(here: Path) -> None:
    text = LETTER.replace("    at: 2026-12-01T18:00\n    zone: America/New_York\n", "    open: {en: soon}\n")
    (here / "letter.yaml").write_text(text, encoding="utf-8")
    assert sign_on(*LOCK).exit_code == 0
    assert "a letter is opened with a deadline" in message(sign_on("open", "letter.yaml"))
    assert state_of(here) == "locked"


@pytest.mark.parametrize("languages", ["", " , "])
def test_no_language_at_all_is_wrong_usage_and_locks_nothing(here: Path, languages: str) -> None:
    result = sign_on(*LOCK, "--lang", languages)
    assert result.exit_code == 2
    assert "--lang" in result.stderr
    assert (here / "letter.yaml").read_text(encoding="utf-8") == LETTER


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lock", "letter.yaml", "--to", "FR"), "a `sign-on` goes to a group"),
        (("lock", "letter.yaml", "--to", "all", "--lang", "xx"), "there is no language `xx`"),
        (("lock", "nowhere.yaml", "--to", "all"), "nowhere.yaml: the file is missing"),
        (("open", "nowhere.yaml"), "nowhere.yaml: the file is missing"),
    ],
)
def test_what_is_wrong_is_one_message_and_nothing_is_written(here: Path, words: tuple[str, ...], said: str) -> None:
    assert said in message(sign_on(*words))
    assert (here / "letter.yaml").read_text(encoding="utf-8") == LETTER
    assert [path.name for path in here.iterdir()] == ["letter.yaml"]


@pytest.mark.parametrize("words", [("open", "letter.yaml"), LOCK])
def test_details_without_a_joint_letter_are_told(here: Path, words: tuple[str, ...]) -> None:
    (here / "letter.yaml").write_text("signatories:\n  - name: {en: One}\n", encoding="utf-8")
    said = message(sign_on(*words))
    assert "no `sign_on`" in said or "needs `sign_on` in the details" in said


@pytest.mark.parametrize("words", [(), ("lock",), ("open",), ("sent",)])
def test_every_command_explains_itself_with_an_example(words: tuple[str, ...]) -> None:
    result = sign_on(*words, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
