from pathlib import Path

import pytest
from pydantic import ValidationError

from briefgen.model.typography import Layout, LayoutSettings, Typography

LATIN = {"tag": "en", "families": ["A", "B"], "leading": 15, "word_tag": "en-GB", "word_body": "C", "word_heading": "D"}


def test_what_is_not_said_is_that_of_a_latin_script() -> None:
    latin = Typography.model_validate(LATIN)
    assert (latin.direction, latin.italics, latin.word_slot, latin.word_size) == ("ltr", True, "val", 11)
    assert latin.families == ("A", "B")


@pytest.mark.parametrize("change", [{"direction": "up"}, {"word_slot": "west"}, {"leading": "wide"}, {"colour": "red"}])
def test_a_typography_is_strict(change: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Typography.model_validate({**LATIN, **change})


def test_a_layout_knows_its_folder_and_its_typographies() -> None:
    latin = Typography.model_validate(LATIN)
    layout = Layout(folder=Path("layouts") / "letterhead", typographies={"en": latin})
    assert layout.typographies["en"] == latin
    with pytest.raises(ValidationError, match="frozen"):
        layout.folder = Path("other")


def test_settings_need_a_name_and_nothing_else() -> None:
    plain = LayoutSettings.model_validate({"name": "Plain"})
    assert (plain.logo, plain.indent, plain.fonts.family) == (None, False, None)
    assert not plain.colours.model_dump(exclude_none=True)
    assert not plain.margins.model_dump(exclude_none=True)
    with pytest.raises(ValidationError):
        LayoutSettings.model_validate({})


@pytest.mark.parametrize(
    "change",
    [
        {"colours": {"accent": "red"}},
        {"colours": {"accent": "#12345"}},
        {"colours": {"accent": None}},
        {"colours": {"acent": "#123456"}},
        {"margins": {"start": 5}},
        {"margins": {"top": 12}},
        {"margins": {"left": 25}},
        {"logo": {"file": "a.png", "height": 10}},
        {"logo": {"file": "a.png", "alt": "{{ 7*7 }}", "height": 10}},
        {"logo": {"file": "a.png", "alt": "a", "height": 200}},
        {"fonts": {"family": "../x"}},
    ],
)
def test_settings_are_strict(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        LayoutSettings.model_validate({"name": "Plain", **change})


def test_files_are_searched_in_the_folder_then_on_the_shelves(tmp_path: Path) -> None:
    mine, shelf = tmp_path / "mine" / "letterhead", tmp_path / "shelf"
    for path in (mine / "style.css", shelf / "letterhead" / "style.css", shelf / "letterhead" / "page.html"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    layout = Layout(folder=mine, typographies={}, shelves=(mine.parent, shelf))
    assert layout.file("style.css") == mine / "style.css"
    assert layout.file("page.html") == shelf / "letterhead" / "page.html"
    assert layout.file("word.docx") == mine / "word.docx"
    assert layout.common("base.css") == mine.parent / "_common" / "base.css"
    (shelf / "_common").mkdir()
    (shelf / "_common" / "base.css").touch()
    assert layout.common("base.css") == shelf / "_common" / "base.css"
