"""Commands, memory, lists of contacts and of files: what the measurements stand on."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.commands import BRIEFGEN, PYTHON, alternating, font_environment, output_of, timed
from benchmarks.contacts import LONGEST, contacts_csv
from benchmarks.inputs import HASHING
from benchmarks.memory import children, use_of, watched
from briefgen.library.contacts import read_contacts


def test_a_command_is_timed_and_a_failure_is_an_error(tmp_path: Path) -> None:
    assert timed([*PYTHON, "-c", ""], tmp_path) > 0
    with pytest.raises(RuntimeError, match="broken"):
        timed([*PYTHON, "-c", "raise SystemExit('broken')"], tmp_path)


def test_the_command_line_is_the_one_that_is_measured(tmp_path: Path) -> None:
    assert "--lang" in output_of([*BRIEFGEN, "batch", "--help"], tmp_path)


def test_competitors_take_turns() -> None:
    asked: list[str] = []

    def of(name: str, seconds: float) -> float:
        asked.append(name)
        return seconds

    assert alternating({"a": lambda: of("a", 1.0), "b": lambda: of("b", 2.0)}, 2) == {"a": (1.0, 1.0), "b": (2.0, 2.0)}
    assert asked == ["a", "b", "a", "b"]


def test_fonts_of_a_command_leave_this_process_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setenv("FONTCONFIG_FILE", "mine")
    assert font_environment(tmp_path)["FONTCONFIG_FILE"] != "mine"
    assert os.environ["FONTCONFIG_FILE"] == "mine"


def test_the_memory_of_a_command_and_its_workers_is_seen(tmp_path: Path) -> None:
    worker = "import time; held = bytearray(60_000_000); time.sleep(1.5)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {worker!r}], check=True)"
    seen = watched([*PYTHON, "-c", parent], tmp_path)
    assert seen.seconds > 1
    assert len(seen.workers) == 1
    assert seen.worker.resident > 60 > seen.parent.resident > 1
    assert seen.worker.share <= seen.worker.resident


def test_a_process_that_has_ended_has_no_memory() -> None:
    assert children(2**30) == ()
    assert use_of(2**30).resident == 0


def test_a_list_of_contacts_of_the_longest_kind_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(contacts_csv(("FR", "KR", "NR"), LONGEST), encoding="utf-8")
    names = [row.contact.name for row in read_contacts(path)]
    assert len(set(names)) == len(names) == LONGEST
    assert len({len(name) for name in names}) == 1


def test_persons_are_dealt_out_to_the_states_in_turn() -> None:
    rows = list(csv.DictReader(io.StringIO(contacts_csv(("FR", "KR"), 5))))
    assert [row["state"] for row in rows] == ["FR", "KR", "FR", "KR", "FR"]


def test_the_files_that_a_batch_hashes_are_found(tmp_path: Path) -> None:
    listed = output_of([*PYTHON, "-m", "benchmarks.inputs"], tmp_path).splitlines()
    names = {Path(line).name for line in listed}
    assert {"workshop.py", "letter.md", "base.css", "word.docx", "language.yaml", "report.yaml"} <= names
    files = tmp_path / "files.txt"
    files.write_text("\n".join(listed), encoding="utf-8")
    assert timed([sys.executable, "-I", "-S", "-c", HASHING, str(files)], tmp_path) > 0


def test_an_unknown_section_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "nothing"])
    assert "invalid choice" in capsys.readouterr().err
