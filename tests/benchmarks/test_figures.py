"""Medians, ratios and verdicts, and the page that is made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.figures import Row, Sample, Section, Table, Target, as_table
from benchmarks.machine import Machine, this_machine
from benchmarks.report import Results, as_markdown, missed

OURS = Sample("ours", (0.004, 0.002, 0.003), "ms")
OTHER = Sample("other", (0.03, 0.02, 0.04), "ms")


def test_median_and_mean_of_a_sample() -> None:
    sample = Sample("x", (1.0, 9.0, 2.0))
    assert (sample.median, sample.mean) == (2.0, 4.0)
    assert str(sample) == "x: 2.00 s (3: 1.00–9.00)"


def test_a_part_that_was_measured_is_scaled() -> None:
    sample = Sample("x", (0.5, 0.7, 0.6), times=100)
    assert sample.median == pytest.approx(60)
    assert str(sample) == "x: 60.0 s (3: 50.0–70.0)"


def test_the_range_of_many_leaves_out_a_tenth_at_either_end() -> None:
    assert str(Sample("x", tuple(map(float, range(1, 21))))) == "x: 10.5 s (20: 3.00–18.0)"


def test_one_run_says_so() -> None:
    assert str(Sample("x", (0.1234,), "ms")) == "x: 123 ms (one run)"


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (Target("faster", 10), True),
        (Target("faster", 11), False),
        (Target("within", 3), True),
        (Target("within", 2.9), False),
        (None, None),
    ],
)
def test_verdicts(target: Target | None, met: bool | None) -> None:
    assert Row("row", OURS, OTHER, target).met is met


def test_how_many_times_slower_is_the_other_way_round() -> None:
    row = Row("row", OTHER, OURS, Target("slower", 10))
    assert row.met
    assert row.cells()[3] == "10.00×"
    assert not replace(row, target=Target("slower", 9.9)).met


def test_a_ratio_needs_something_to_compare_with() -> None:
    with pytest.raises(ValueError, match="nothing to be compared"):
        _ = Row("row", OURS, None, Target("faster", 2)).met


def test_cells_say_faster_or_slower_in_words() -> None:
    assert Row("row", OURS, OTHER).cells()[3] == "10.0× faster"
    assert Row("row", OTHER, OURS).cells()[3] == "10.0× slower"
    assert Row("row", OURS).cells()[2:] == ("–", "–", "–", "–")


def test_a_bar_in_a_cell_is_escaped() -> None:
    assert as_table(("a",), [("b|c",)]) == "| a |\n| --- |\n| b\\|c |"


def results() -> Results:
    machine = Machine("CPU", 2, 24.0, "Linux", "3.11", (("weasyprint", "70"),))
    row = Row("row", OURS, OTHER, Target("faster", 11))
    section = Section("Title", "How.", (row,), (Table(("size",), (("1",),)),), ("a remark",))
    return Results(date(2026, 11, 23), machine, 0.5, quick=False, sections=(section,))


def test_the_page_holds_everything_and_is_the_same_each_time() -> None:
    page = as_markdown(results())
    assert page == as_markdown(results())
    held = ("CPU, 2 cores", "weasyprint 70", "2026-11-23", "## Title", "| row |", "| ≥ 11× faster | **no** |")
    assert all(text in page for text in (*held, "| size |", "* a remark"))
    assert "quick" not in page
    assert "quick run" in as_markdown(replace(results(), quick=True))
    assert "busy" not in page
    assert "busy" in as_markdown(replace(results(), load=1.5))
    assert missed(results().sections) == ("row",)


def test_the_machine_is_described_without_its_name() -> None:
    import platform

    text = "\n".join(this_machine().lines())
    assert "cores" in text
    assert "typst 0." in text
    assert len(platform.node()) < 4 or platform.node() not in text
