import csv
from pathlib import Path

import pytest

from briefgen.languages.particles import PAIRS, particle

STATES = Path(__file__).parents[2] / "locales" / "ko" / "states.csv"
NAMES = [
    row["name"] for row in csv.DictReader(r for r in STATES.read_text(encoding="utf-8").splitlines() if r[0] != "#")
]


@pytest.mark.parametrize(
    ("word", "after"),
    [
        ("대한민국", "은 이 을 과 으로"),
        ("프랑스", "는 가 를 와 로"),
        ("브라질", "은 이 을 과 로"),
        ("일본", "은 이 을 과 으로"),
        ("수단", "은 이 을 과 으로"),
        ("캐나다", "는 가 를 와 로"),
        ("값", "은 이 을 과 으로"),
        ("가", "는 가 를 와 로"),
        ("힣", "은 이 을 과 으로"),
    ],
)
def test_each_pair_follows_the_last_sound(word: str, after: str) -> None:
    pairs = ["은/는", "이/가", "을/를", "과/와", "으로/로"]
    assert " ".join(particle(word, pair) for pair in pairs) == after


@pytest.mark.parametrize("spec", [*PAIRS, "은/는", "는/은", "이/가", "을/를", "과/와", "와/과", "으로/로", "로/으로"])
def test_a_pair_may_be_named_by_either_form_or_both(spec: str) -> None:
    forms = set(PAIRS[spec.split("/", maxsplit=1)[0]])
    assert {particle("일본", spec), particle("프랑스", spec)} == forms


@pytest.mark.parametrize(
    ("word", "topic", "direction"),
    [
        ("10", "은", "으로"),  # 십
        ("11", "은", "로"),  # 일
        ("2", "는", "로"),
        ("3", "은", "으로"),
        ("4", "는", "로"),
        ("5", "는", "로"),
        ("6", "은", "으로"),
        ("7", "은", "로"),
        ("8", "은", "로"),
        ("2019", "는", "로"),
        ("100", "은", "으로"),
        ("EU", "는", "로"),
        ("DPRK", "는", "로"),
        ("WHO", "는", "로"),
        ("UN", "은", "으로"),
        ("ILO", "는", "로"),
        ("OHCHR", "은", "로"),
        ("URL", "은", "로"),
        ("atom", "은", "으로"),
    ],
)
def test_digits_and_latin_letters_are_read_aloud(word: str, topic: str, direction: str) -> None:
    assert (particle(word, "은"), particle(word, "로")) == (topic, direction)


@pytest.mark.parametrize(
    "word", ["일본)", "“일본”", "‘일본’", "'일본'", '"일본"', "「일본」", "《일본》", "일본.”", "[일본] "]
)
def test_closing_signs_are_not_read(word: str) -> None:
    assert particle(word, "은") == "은"
    assert particle(word.replace("일본", "프랑스"), "은") == "는"


@pytest.mark.parametrize("word", ["", " ", "”", "()", "100%", "北朝鮮", "Café", "Strauß", "İ", "²", "하나\u200b"])
def test_a_word_whose_reading_is_not_known_is_an_error(word: str) -> None:
    with pytest.raises(ValueError, match=r"the reading of “.+” is not known|there is no word"):
        particle(word, "은")


@pytest.mark.parametrize("spec", ["의", "에서", "", "은는", "x", "/는"])
def test_an_unknown_particle_is_an_error(spec: str) -> None:
    with pytest.raises(ValueError, match="is not a Korean particle; known are"):
        particle("일본", spec)


def test_every_state_has_its_particles() -> None:
    assert len(NAMES) == 195
    for name in NAMES:
        for spec in PAIRS:
            assert particle(name, spec) in PAIRS[spec]


@pytest.mark.parametrize("column", ["short", "formal"])
def test_the_subject_forms_of_the_table_agree(column: str) -> None:
    rows = csv.DictReader(row for row in STATES.read_text(encoding="utf-8").splitlines() if row[0] != "#")
    for row in rows:
        assert particle(row[column], "이") in "이가"
        assert row["by"] == row["short"] + particle(row["short"], "이/가")
