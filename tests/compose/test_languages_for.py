"""The language of correspondence of a delegation, and the courtesy translation."""

from __future__ import annotations

import pytest

from briefgen.compose.ordering import languages_for
from briefgen.model.delegation import Delegation

KNOWN = ["ar", "en", "fr", "ko", "zh-Hans"]


def delegation(un_language: str = "", correspondence: str = "") -> Delegation:
    row = {"iso2": "XX", "iso3": "XXX", "status": "member", "un_language": un_language}
    return Delegation.model_validate({**row, "correspondence_language": correspondence})


@pytest.mark.parametrize(
    ("un_language", "correspondence", "languages"),
    [
        ("", "", ("en",)),
        ("en", "", ("en",)),
        ("fr", "", ("en", "fr")),
        ("zh", "", ("en", "zh-Hans")),
        ("es", "", ("en",)),
        ("fr", "fr", ("fr",)),
        ("", "ko", ("ko",)),
    ],
)
def test_english_unless_another_is_on_record(un_language: str, correspondence: str, languages: tuple[str, ...]) -> None:
    assert languages_for(delegation(un_language, correspondence), KNOWN) == languages
