"""The language of a text by its script and its words."""

from __future__ import annotations

import pytest

from briefgen.importing.tongue import languages_of

BODY = "The wells in the valley are dry and the people have to walk, Example Water Watch said in a report today."


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        (BODY, ("en",)),
        ("Les puits de la vallée sont à sec et les habitants ont dû partir, selon le rapport.", ("fr",)),
        ("Los pozos del valle están secos y las familias han tenido que irse, según el informe.", ("es",)),
        ("골짜기의 우물이 말라 사람들이 떠나야 했다.", ("ko",)),
        ("12345", ()),
    ],
)
def test_languages_by_script_and_words(text: str, languages: tuple[str, ...]) -> None:
    assert languages_of(text)[:1] == languages
