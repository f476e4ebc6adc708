"""`briefgen import` in each language that it reads: the draft is clean once the addressees are named, and builds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.errors import BriefgenError

RELEASES = Path(__file__).parents[2] / "benchmarks/importing/releases"
DAY = "2026-11-23"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """The folder of a draft in which someone has named the addressees."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(RELEASES / f"{request.param}.txt", tmp_path / "release.md")
    assert run("import", "release.md", "--out", "reports/draft").exception is None
    report = tmp_path / "reports/draft/report.yaml"
    report.write_text(report.read_text("utf-8").replace("- decide\n", "- all-member-states\n"), encoding="utf-8")
    return "reports/draft"


DRAFTS = pytest.mark.parametrize(
    ("drafted", "language", "publisher", "words"),
    [
        ("built/fr-01-eau", "fr", "Observatoire des écoles", "Un gardien de Hale"),
        ("built/es-01-tierra", "es", "Red de Tierras", "Una agricultora de Hale"),
        ("built/ko-51-mine", "ko", "광산노동연대", "기침이 멎지 않는다"),
    ],
    indirect=["drafted"],
)


@DRAFTS
def test_a_draft_is_clean_and_builds_in_its_own_language(
    drafted: str, language: str, publisher: str, words: str
) -> None:
    checked = run("check", drafted, "--date", DAY)
    assert (checked.exit_code, checked.exception) == (0, None)
    for order, kinds in (("briefing --to all", "html,txt,pdf"), ("letter --to FR", "html,txt,pdf")):
        built = run("build", *order.split(), "--report", drafted, "--lang", language, "--as", kinds, "--date", DAY)
        assert (built.exit_code, built.exception, len(built.stdout.splitlines())) == (0, None, 3)
    briefing = Path(f"output/draft_briefing_all_{language}.txt").read_text("utf-8")
    assert publisher in briefing
    assert words in briefing
    assert Path(f"output/draft_letter_FR_{language}.pdf").read_bytes().startswith(b"%PDF")


@DRAFTS
def test_a_draft_is_not_written_in_english_before_someone_translates_it(
    drafted: str, language: str, publisher: str, words: str
) -> None:
    del publisher, words
    built = run("build", "letter", "--to", "FR", "--report", drafted, "--as", "txt", "--date", DAY)
    assert isinstance(built.exception, BriefgenError)
    assert f"documents on this report are written in {language}, not in `en` (add `en` here" in str(built.exception)


@pytest.mark.parametrize("drafted", ["built/fr-01-eau"], indirect=True)
def test_what_is_left_to_translate_is_the_report_into_english_and_nothing_of_it_into_its_own(drafted: str) -> None:
    report = Path(drafted, "report.yaml")
    report.write_text(report.read_text("utf-8").replace("languages:\n  - fr", "languages: [fr, en, ko]"), "utf-8")
    written = run("translate", "update", "--report", drafted)
    assert written.exception is None
    names = [path.removeprefix("locales/").replace("/LC_MESSAGES", "") for path in written.output.splitlines()]
    assert {"fr/formats.po", "en/draft.po", "ko/formats.po", "ko/draft.po"} <= set(names)
    assert not {"fr/draft.po", "en/formats.po"} & set(names)
    built = run("build", "letter", "--to", "FR", "--report", drafted, "--as", "txt", "--date", DAY)
    assert "locales/en/LC_MESSAGES/draft.po" in str(built.exception)
    assert "the translation is empty" in str(built.exception)
