"""What stands under a figure: the words behind it, else those of the clause around it."""

from __future__ import annotations

import pytest

from briefgen.importing.captions import caption_of


@pytest.mark.parametrize(
    ("anchor", "value", "caption"),
    [
        ("Some 40 wells in the valley are dry, they said.", "Some 40 wells", "in the valley are dry"),
        ("Catches fell by 60 percent.", "60 percent", "Catches fell by …"),
        ("In May, the union visited 17 ports, and left.", "17 ports", "the union visited …"),
        ("Turnout was 61 percent, the lowest since 1998.", "61 percent", "Turnout was …, the lowest since 1998"),
        ("Les prises ont baissé de 60 %.", "60 %", "Les prises ont baissé de …"),
        ("우물의 38%가 고장 나 있었다.", "38%", "우물의 …가 고장 나 있었다"),
        ("교사 87명을 면담했다.", "87명", "교사 …을 면담했다"),
        ("A twofold rise, and two, of them.", "two", "and …, of them"),
        ("The 40-page report, “A Long Winter”, is out.", "40-page report", "The …"),
        ("17 ports.", "17 ports", "17 ports."),
    ],
)
def test_a_caption_is_never_the_whole_sentence_where_it_has_other_words(anchor: str, value: str, caption: str) -> None:
    assert caption_of(anchor, value) == caption


def test_a_long_clause_before_a_figure_is_cut() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    assert caption_of(f"{words} 17 ports.", "17 ports") == " ".join([*words.split()[-12:], "…"])
