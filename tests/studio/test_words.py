"""The words of the page itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.languages.catalogue import Plurals
from briefgen.studio.words import Words, load_words
from tools.words.update import PAGES, messages

_NAMED = re.compile(r"%\(\w+\)s|\{[\w.]+\}")


def test_korean_has_every_word_of_the_pages() -> None:
    """Run `python -m tools.words.update`, then translate what is empty or fuzzy."""
    korean = load_words()["ko"]
    lacking = [message.text for message in messages() if not all(korean.texts.get(message.text, ("",)))]
    assert lacking == []


def test_a_translation_names_what_its_original_names() -> None:
    named = {each.text: set(_NAMED.findall(f"{each.text} {each.plural}")) for each in messages()}
    for words in load_words().values():
        for message, texts in words.texts.items():
            for text in texts:
                assert set(_NAMED.findall(text)) == named[message], text


def test_no_word_of_a_page_stands_outside_the_catalogues() -> None:
    """What a person reads is marked for translation; the name of the program is not translated."""
    for path in sorted(PAGES.glob("*.html")):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        left = re.sub(r"briefgen|[^\w]", "", text)
        assert left == "", f"{Path(path).name}: {left}"


def test_english_is_first_and_says_the_messages_themselves() -> None:
    words = load_words()
    assert next(iter(words)) == "en"
    assert words["en"].gettext("Choose") == "Choose"
    assert words["en"].ngettext("one", "many", 1) == "one"
    assert words["en"].ngettext("one", "many", 5) == "many"
    assert words["ko"].gettext("Choose") != "Choose"


@pytest.mark.parametrize(("number", "said"), [(1, "eins"), (2, "zwei")])
def test_a_counted_text_takes_its_form(number: int, said: str) -> None:
    words = Words("de", "Deutsch", "ltr", {"one": ("eins", "zwei")}, Plurals())
    assert words.ngettext("one", "many", number) == said
    assert words.ngettext("other", "others", number) == ("other" if number == 1 else "others")
