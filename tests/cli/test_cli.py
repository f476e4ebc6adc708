"""The command line as a user meets it: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import ctypes.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import cli
from tests.check.shelf_copy import ShelfCopy

COMMANDS = ["build", "check", "doctor", "list", "schema", "translate"]
PROGRAM = [sys.executable, "-c", "from briefgen.cli import main; main()"]


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    return subprocess.run([*PROGRAM, *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_help_page_appears_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from briefgen.cli import cli\n"
        "try: cli(['--help'])\n"
        "except SystemExit: pass\n"
        "print({'weasyprint', 'docx', 'docxtpl', 'pydantic', 'jinja2', 'babel', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
    assert all(f"  {name}" in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("words", [[name] for name in COMMANDS] + [["translate", "export"], ["translate", "sign-off"]])
def test_every_command_explains_itself_with_an_example(words: list[str]) -> None:
    result = CliRunner().invoke(cli, [*words, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.output


def test_a_letter_is_written_and_its_paths_are_printed(tmp_path: Path) -> None:
    done = run("build", "letter", "--to", "Republic of Korea", "--lang", "ko", "--date", "2026-11-23", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    stem = "output/north-korea-border_letter_KR_ko"
    assert done.stdout.splitlines() == [f"{stem}.pdf", f"{stem}.docx"]
    assert all((tmp_path / line).is_file() for line in done.stdout.splitlines())
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == sorted(
        Path(line).name for line in done.stdout.splitlines()
    )


def test_a_script_reads_json(tmp_path: Path) -> None:
    words = ["build", "letter", "--to", "FRA", "--as", "docx", "--date", "2027-01-15", "--json"]
    done = run(*words, cwd=tmp_path)
    data = json.loads(done.stdout)
    assert data["files"] == ["output/north-korea-border_letter_FR_en.docx"]
    assert "human-rights-council" in data["warnings"][0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["letter", "--to", "Frnace"], "did you mean `france`"),
        (["lettre", "--to", "FR"], "did you mean `letter`"),
        (["letter", "--to", "eu"], "goes to one delegation"),
        (["letter", "--to", "FR", "--lang", "kr"], "there is no language `kr`"),
        (["letter", "--to", "FR", "--as", "pfd"], "did you mean `pdf`"),
        (["letter", "--to", "FR", "--report", "north-korea"], "did you mean `north-korea-border`"),
        (["letter", "--to", "FR", "--sender", "none.yaml"], "none.yaml"),
    ],
)
def test_a_wrong_name_is_one_clear_message_and_nothing_is_written(words: list[str], said: str, tmp_path: Path) -> None:
    done = run("build", *words, cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_ends_with_two(tmp_path: Path) -> None:
    assert run("build", "letter", cwd=tmp_path).returncode == 2
    done = run("bild", cwd=tmp_path)
    assert done.returncode == 2
    assert "Did you mean `build`?" in done.stderr


def test_a_problem_leaves_what_stood_there(shelf: ShelfCopy) -> None:
    old = shelf.write("output/north-korea-border_letter_FR_en.pdf", "what stood there")
    shelf.edit("templates/formats/letter.md", "{{ asks.opening }}", "{{ asks.openin }}")
    line = shelf.line_of("templates/formats/letter.md", "{{ asks.openin }}")
    done = run("build", "letter", "--to", "FR", cwd=shelf.path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"templates/formats/letter.md:{line}: ")
    assert "openin" in done.stderr
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_text(encoding="utf-8") == "what stood there"


def test_a_character_without_a_glyph_is_told_and_no_file_is_written(shelf: ShelfCopy) -> None:
    text = Path(shelf.path / "templates/senders/placeholder.yaml").read_text(encoding="utf-8")
    sender = shelf.write("mine.yaml", text.replace("[Name of your organisation]", "Rights ክ"))
    done = run("build", "letter", "--to", "FR", "--sender", sender.name, cwd=shelf.path)
    assert done.returncode == 1
    assert "U+12AD" in done.stderr
    assert not (shelf.path / "output").exists()


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file, not a folder", encoding="utf-8")
    done = run("build", "letter", "--to", "FR", "--as", "docx", "--out", "output/deep", cwd=tmp_path)
    assert done.returncode == 1
    assert "cannot write" in done.stderr


@pytest.mark.parametrize("what", ["formats", "delegations", "groups", "languages", "reports", "recommendations"])
def test_what_there_is_can_be_listed_for_people_and_for_scripts(what: str) -> None:
    shown = CliRunner().invoke(cli, ["list", what, "--date", "2026-11-23"])
    data = json.loads(CliRunner().invoke(cli, ["list", what, "--date", "2026-11-23", "--json"]).output)
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) == len(data) + 1
    assert all(next(iter(row.values())) in shown.output for row in data)


def test_states_are_listed_by_their_names_in_a_language() -> None:
    data = json.loads(CliRunner().invoke(cli, ["list", "delegations", "--lang", "ko", "--json"]).output)
    assert {row["iso2"]: row["name"] for row in data}["FR"] == "프랑스"
    assert len(data) == 195


def test_the_schema_accepts_the_bundled_pack_and_refuses_a_wrong_key() -> None:
    import jsonschema
    import yaml

    schema = json.loads(CliRunner().invoke(cli, ["schema"]).output)
    text = Path(__file__).resolve().parents[2].joinpath("reports/north-korea-border/report.yaml").read_text("utf-8")
    pack = yaml.safe_load(text)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(pack)) == []
    assert list(validator.iter_errors({**pack, "publishr": "x"})) != []


def test_doctor_prints_the_command_that_mends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None if name == "pango-1.0" else f"lib{name}.so")
    monkeypatch.setattr(sys, "platform", "linux")
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 1
    assert "apt-get install -y --no-install-recommends libpango-1.0-0" in result.output
    assert result.output.count("MISSING") == 1


def test_check_finds_nothing_wrong_with_what_is_bundled(tmp_path: Path) -> None:
    done = run("check", "--date", "2026-11-23", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_check_prints_every_problem_at_once_with_file_and_line(shelf: ShelfCopy) -> None:
    report = "reports/north-korea-border/report.yaml"
    first = shelf.edit(report, "a total of 6,820 security facilities", "a total of 6,280 security facilities")
    second = shelf.edit(report, "addressees: [security-council]", "addressees: [securty-council]")
    done = run("check", cwd=shelf.path)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert any(line.startswith(f"{report}:{first - 1}") and "6280" in line for line in lines)
    assert any(line.startswith(f"{report}:{second}") and "did you mean `security-council`" in line for line in lines)


def test_check_reports_a_missing_translation_with_its_file_and_line(shelf: ShelfCopy) -> None:
    shelf.add_language("ko")
    at = shelf.edit("locales/ko/LC_MESSAGES/formats.po", 'msgstr "주요 수치"', 'msgstr ""')
    done = run("check", cwd=shelf.path)
    assert done.returncode == 1
    assert f"locales/ko/LC_MESSAGES/formats.po:{at - 1}: the translation is empty: “Key figures”" in done.stderr
    built = run("build", "briefing", "--to", "all", "--lang", "ko", cwd=shelf.path)
    assert built.returncode == 1
    assert f"formats.po:{at - 1}: the translation is empty" in built.stderr
    assert not (shelf.path / "output").exists()
