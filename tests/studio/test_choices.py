"""What was chosen, and what there is to choose from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library, open_library
from briefgen.studio.choices import Choices, choices_in, menus, order_of, sender_files

DAY = date(2026, 11, 27)
REPORT = "north-korea-border"


def test_what_is_left_out_is_as_on_the_command_line() -> None:
    assert choices_in({"to": " KR "}, REPORT, DAY) == Choices(REPORT, "letter", "KR", "en", DAY)


def test_an_address_carries_the_choices_there_and_back() -> None:
    chosen = Choices("r", "briefing", "대한민국", "ko", DAY, "sender.yaml")
    again = choices_in({key: texts[0] for key, texts in parse_qs(chosen.query()).items()}, REPORT, date(2020, 1, 1))
    assert again == chosen
    assert parse_qs(chosen.query(panel="why"))["panel"] == ["why"]


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "27.11.2026"])
def test_a_date_that_is_none_is_told(text: str) -> None:
    with pytest.raises(BriefgenError, match="is no date"):
        choices_in({"date": text}, REPORT, DAY)


@pytest.mark.parametrize("name", ["../north-korea-border", "/etc", "north-korea-bordr"])
def test_a_report_that_the_library_has_not_is_refused(library: Library, name: str) -> None:
    with pytest.raises(BriefgenError, match="no report"):
        order_of(Choices(name, "letter", "KR", "en", DAY), library)


def test_a_sender_is_one_of_the_workspace_by_its_name_alone(tmp_path: Path) -> None:
    (tmp_path / "sender.yaml").write_text("organisation: {en: A}\n")
    (tmp_path / "sender-geneva.yaml").write_text("organisation: {en: B}\n")
    (tmp_path / "secret.yaml").write_text("x: y\n")
    library = open_library(tmp_path)
    assert {"sender.yaml", "sender-geneva.yaml", "placeholder"} <= set(sender_files(library))
    usual = order_of(Choices(REPORT, "letter", "KR", "en", DAY), library)
    assert usual.sender == tmp_path / "sender.yaml", "one's own sender is the usual one"
    chosen = order_of(Choices(REPORT, "letter", "KR", "en", DAY, "sender-geneva.yaml"), library)
    assert chosen.sender == tmp_path / "sender-geneva.yaml"
    for name in ("secret.yaml", "../sender.yaml", str(tmp_path / "sender.yaml")):
        with pytest.raises(BriefgenError, match="no sender"):
            order_of(Choices(REPORT, "letter", "KR", "en", DAY, name), library)


def test_there_are_all_delegations_by_all_their_names(library: Library) -> None:
    found = menus(library, REPORT, DAY, "ko")
    assert len(found.delegations) == 195
    korea = next(each for each in found.delegations if each.iso == "KR")
    assert korea.name == "대한민국"
    assert {"KR", "KOR", "Republic of Korea", "République de Corée", "大韓民国"} <= set(korea.names)
    assert "all" in korea.groups
    names = [each.name for each in found.delegations]
    assert names.index("가나") < names.index("프랑스"), "in the order of the language"
    assert "letter" in [each.value for each in found.formats]
    assert "한국어" in [each.name for each in found.languages]
    assert "security-council" in [each.value for each in found.groups]


@pytest.mark.parametrize("key", ["report", "format", "lang", "sender"])
@pytest.mark.parametrize("text", ["..", ".", "../formats/letter", "/etc/passwd", "a\\b", "letter\0", ".hidden"])
def test_what_could_be_a_path_is_no_name(key: str, text: str) -> None:
    with pytest.raises(BriefgenError, match="is no name"):
        choices_in({key: text}, REPORT, DAY)


def test_a_sender_that_lies_elsewhere_is_none(tmp_path: Path) -> None:
    workspace, outside = tmp_path / "workspace", tmp_path / "secret.yaml"
    workspace.mkdir()
    outside.write_text("x")
    (workspace / "sender.yaml").symlink_to(outside)
    assert "sender.yaml" not in sender_files(open_library(workspace))
