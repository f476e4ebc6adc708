"""A number stays on the line of its unit, a title on that of its name."""

from __future__ import annotations

import pytest

from briefgen.languages.binding import bind
from briefgen.library.languages import load_settings
from briefgen.library.shelves import open_library
from briefgen.model.language import LanguageSettings


def settings(language: str = "en", **changes: tuple[str, ...]) -> LanguageSettings:
    return load_settings(open_library(), language).model_copy(update=changes)


def test_a_number_and_its_unit_are_bound() -> None:
    text = "one every 110 metres, 20 per cent"
    assert bind(text, settings(units=("m", "metres", "per cent"))) == "one every 110\u00a0metres, 20\u00a0per cent"


def test_other_words_are_not_bound() -> None:
    text = "in 2017 most of 6 monkeys"
    assert bind(text, settings(units=("m", "metres"))) == text


def test_without_settings_nothing_changes() -> None:
    text = "6 metres, Mr Example"
    assert bind(text, settings(units=(), titles=(), titles_behind=())) == text


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "H.E. Ms Jo Example and Dr. Li", "H.E.~Ms~Jo Example and Dr.~Li"),
        ("en", "the Ambassador of France; alarms Jo", "the Ambassador of France; alarms Jo"),
        (
            "fr",
            "Son Excellence Madame Jo Exemple, Madame la Représentante",
            "Son Excellence~Madame~Jo Exemple, Madame la Représentante",
        ),
        ("de", "Herrn Dr. Jo Beispiel", "Herrn~Dr.~Jo Beispiel"),
        ("ru", "Ее Превосходительство госпожа Пример", "Ее Превосходительство госпожа~Пример"),
        ("ar", "سعادة السيدة مثال", "سعادة~السيدة~مثال"),
        ("ko", "홍길동 상주대표 각하", "홍길동~상주대표~각하"),
        ("ja", "見本 太郎 閣下", "見本 太郎~閣下"),
    ],
)
def test_a_title_and_its_name_are_bound(language: str, text: str, bound: str) -> None:
    assert bind(text, settings(language)).replace("\u00a0", "~") == bound
