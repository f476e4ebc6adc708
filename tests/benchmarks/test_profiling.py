"""Shares of named places in the profile of a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.profiling import Place, of_command, of_program, shares

SLOW = Place("the slow part", "program.py", "slow")
QUICK = Place("the quick part", "program.py", "quick")


def test_a_place_has_the_share_of_all_that_it_calls() -> None:
    profile = {
        ("/a/program.py", 1, "slow"): (2, 2, 1.0, 3.0, {}),
        ("/a/program.py", 9, "inner"): (4, 4, 2.0, 2.0, {}),
        ("/a/program.py", 5, "quick"): (1, 1, 1.0, 1.0, {}),
    }
    assert shares(profile, [QUICK, SLOW]).rows == (("the slow part", "2", "75%"), ("the quick part", "1", "25%"))


def test_a_place_that_was_renamed_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"gone of program\.py was not called"):
        shares({}, [Place("renamed", "program.py", "gone")])


def test_a_program_is_profiled(tmp_path: Path) -> None:
    program = "import time\ndef slow(): time.sleep(0.2)\ndef quick(): pass\nslow()\nquick()\n"
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    first, second = of_program(["program.py"], tmp_path, [QUICK, SLOW]).rows
    assert (first[0], second[0], second[2]) == ("the slow part", "the quick part", "0%")


def test_a_command_is_profiled(tmp_path: Path) -> None:
    table = of_command(["list", "formats"], tmp_path, [Place("the command", "briefgen/cli/__init__.py", "main")])
    assert table.rows[0][:2] == ("the command", "1")
