"""A listed name is found however it is written, is no part of another word, and is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, Problem
from briefgen.library.do_not_name import FILE, DoNotName, folded, load_names
from briefgen.library.shelves import Library

LABEL = "do-not-name.txt:1"


def names(folder: Path, *lines: str) -> DoNotName:
    (folder / FILE).write_text("\n".join(lines), encoding="utf-8")
    return load_names(Library((folder,)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kim Chol-su", "Mr Kim Chol-su said"),
        ("Kim Chol-su", "KIM CHOL SU"),
        ("Kim Chol-su", "kim  chol\nsu,"),
        ("Kim Chol-su", "Kim Cholsu’s"),
        ("Kim Chol-su", "letter_Kim-Chol-su_en.pdf"),
        ("Kim Chol-su", "<kim.chol.su@example.org>"),
        ("Kim Chol-su", "Kim Chol\u00ad-s\u200bu"),
        ("Kim Chol-su", "Ｋｉｍ Ｃｈｏｌ－ｓｕ"),
        ("Kim Chol-su", "Kim Chol-su12"),
        ("Kim Chol-su", "Kim Chol-su는"),
        ("Adébáyọ̀ Núñez", "ADEBAYO NUNEZ"),
        ("Adebayo Nunez", "Adébáyọ̀ Nu\u0301n\u0303ez"),
        ("O'Brien", "O’Brien"),
        ("Łukasz Groß", "Lukasz Gross"),
        ("Ёлкин", "Елкин"),
        ("김철수", "김철수는 말했다"),
        ("김철수", "김철\n수가"),
        ("김철수", "김 철수"),
        ("김철수", "전김철수씨"),
        ("金正男", "据金正男说"),
        ("ザ・ハン", "ザハンさん"),
        ("محمد علي", "ومحمد عليّ"),
        ("محمد علي", "مُحَمَّـد عَلي"),
    ],
)
def test_a_name_is_found_however_it_is_written(tmp_path: Path, name: str, text: str) -> None:
    assert names(tmp_path, name).found_in(text) == [LABEL]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ann Li", "planning"),
        ("Ann Li", "Ann List"),
        ("Ann Li", "Hannah Ann, Lisa"),
        ("Kim", "Kimchi"),
        ("Ли", "или"),
        ("기수", "김수"),
        ("かん", "がん"),
        ("김철수", "김철"),
        ("Kim Chol", "Kim and Chol"),
    ],
)
def test_another_word_is_no_name(tmp_path: Path, name: str, text: str) -> None:
    assert names(tmp_path, name).found_in(text) == []


def test_each_name_is_told_by_its_line(tmp_path: Path) -> None:
    found = names(tmp_path, "\ufeff# names", "", "Jo Example", "  # another", "Camille Example", "Nobody Here")
    assert found.found_in("Camille Example and Jo Example") == ["do-not-name.txt:3", "do-not-name.txt:5"]


def test_the_list_of_a_pack_is_told_by_its_folder(tmp_path: Path) -> None:
    pack = tmp_path / "reports" / "mine"
    pack.mkdir(parents=True)
    (pack / FILE).write_text("Jo Example\r\n", encoding="utf-8")
    names(tmp_path, "Camille Example")
    found = load_names(Library((tmp_path,)), [pack, pack, tmp_path, tmp_path / "none"])
    assert found.found_in("Jo Example, Camille Example") == ["do-not-name.txt:1", "mine/do-not-name.txt:1"]


@pytest.mark.parametrize("line", ["-", "A", "김", "…!"])
def test_a_line_that_would_stand_everywhere_or_nowhere_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        names(tmp_path, "Jo Example", line)
    assert str(caught.value.problems[0].place) == f"{tmp_path / FILE}:2"


def test_no_list_is_no_name(tmp_path: Path) -> None:
    assert load_names(Library((tmp_path,))).found_in("Jo Example") == []


def test_the_name_is_not_shown(tmp_path: Path) -> None:
    found = names(tmp_path, "Jo Example")
    assert "example" not in repr(found).casefold()
    problems = [Problem("the sentence “Jo Example said” is stale"), Problem("another", hint="ask jo-example")]
    told = list(found.silenced([*problems, Problem("no post")]))
    assert not any("example" in str(problem).casefold() for problem in told)
    assert [LABEL in problem.message for problem in told] == [True, True, False]
    assert told[2] == Problem("no post")


WORDS = st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=2, max_size=8)


@given(words=st.lists(WORDS, min_size=1, max_size=3), gap=st.sampled_from([" ", "-", ".\n", "  ", "_"]))
def test_every_name_is_found_in_itself(words: list[str], gap: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    try:
        listed = names(folder, " ".join(words))
    except BriefgenError:
        return
    text = gap.join(words)
    assert listed.found_in(f"({text})") == [LABEL]
    assert listed.found_in(text.upper()) or folded(text.upper()) != folded(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
