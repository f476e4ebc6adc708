"""The scoring of the importer: what counts as found, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.importing.scoring import Score, passages_of, score_release, scores
from briefgen.importing.statements import statements_of

_TEXT = """# A release

“The gates are shut,” said Omar Dele, director of the Watch.

The port opened in May. Omar Dele said that he “saw no one at the gates” and that “no one came there at all”.

Rosa (name changed) said: “I waited for days.”

Four of the six ports are closed, and 17 of the 26 samples are bad. The port should open the gates."""


def _scored(kind: str, *keys: list[object], text: str = _TEXT) -> Score:
    return scores(statements_of(passages_of(text), "en"), {kind: list(keys)})[kind]


def test_a_quotation_counts_with_its_speaker_in_full_and_its_first_and_last_words() -> None:
    assert _scored("quotations", ["Omar Dele", "The gates are", "are shut"]).right == 1
    assert _scored("quotations", ["Dele", "The gates are", "are shut"]).missed != ()
    assert _scored("quotations", ["Omar Dele", "The gates", "are open"]).right == 0


def test_one_quotation_in_pieces_may_be_several_in_the_key() -> None:
    one = _scored("quotations", ["Omar Dele", "saw no one", "there at all"])
    two = _scored("quotations", ["Omar Dele", "saw no one", "at the gates"], ["Omar Dele", "no one came", "at all"])
    assert (one.right, two.right, two.found - one.found) == (1, 2, 1)


def test_a_description_may_say_more_than_the_key() -> None:
    assert _scored("testimonies", ["Rosa", "I waited", "for days"]).right == 1
    assert _scored("testimonies", ["Ana", "I waited", "for days"]).right == 0


@pytest.mark.parametrize("keys", [(["4/6", "ports"],), ([4, "ports"], [6, "ports"])])
def test_a_few_of_a_number_is_one_figure_or_two(keys: tuple[list[object], ...]) -> None:
    assert _scored("figures", *keys).missed == ()


def test_a_ratio_of_the_key_that_is_found_as_two_figures_counts_as_both() -> None:
    assert _scored("figures", ["17/26", "samples"]).missed == ()
    assert _scored("figures", ["16/26", "samples"]).missed == ("['16/26', 'samples']",)


def test_an_addressee_counts_without_its_article_and_only_where_the_ask_was_found() -> None:
    key = {"recommendations": [["open the gates", "port"], ["close the gates", "port"]]}
    scored = scores(statements_of(passages_of(_TEXT), "en"), key)
    assert (scored["addressees"].right, scored["addressees"].wanted) == (1, 1)
    assert scored["recommendations"].recall == 0.5


def test_the_key_beside_a_release_is_read_and_nothing_found_is_no_fault_where_nothing_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "en-1.txt").write_text("# A release\n\nNothing.", encoding="utf-8")
    (tmp_path / "en-1.yaml").write_text("language: en\n", encoding="utf-8")
    language, scored = score_release(tmp_path / "en-1.txt")
    assert (language, scored["quotations"].precision, scored["quotations"].recall) == ("en", 1, 1)
