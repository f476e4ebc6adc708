from pathlib import Path

import pytest
from pydantic import ValidationError

from briefgen.model.typography import Layout, Typography

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
    layout = Layout(folder=Path("layouts") / "house", typographies={"en": latin})
    assert layout.typographies["en"] == latin
    with pytest.raises(ValidationError, match="frozen"):
        layout.folder = Path("other")
