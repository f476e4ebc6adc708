"""`briefgen import`: a draft pack that loads, builds and says what is open; nothing is overwritten."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import weasyprint
from click.testing import CliRunner, Result

from briefgen.check.packs import check_pack
from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations
from briefgen.library.languages import load_numbers
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library

BUNDLED = Path(__file__).parents[2] / "reports/north-korea-border/source.txt"
SMALL = """A River Runs Dry

(Springfield, March 7, 2024) – The ministry closed 14 wells, Example Water Watch said in a report released today.

Villagers should {speak} up soon.
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "release.txt").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_the_bundled_release_becomes_a_pack_that_builds_unedited(
    here: Path, library: Library, delegations: Delegations
) -> None:
    assert run("import", str(BUNDLED), "--out", "reports/draft").exit_code == 0
    pack = load_pack(library, "reports/draft")
    assert check_pack(pack, delegations, load_numbers(library, "en")) == []
    assert (pack.report.publisher, pack.report.about, pack.report.published) == ("Human Rights Watch", "KP", None)
    assert len(pack.report.testimonies) == 7
    for words in ("briefing --to all", "letter --to FR"):
        built = run("build", *words.split(), "--report", "reports/draft", "--as", "txt", "--date", "2026-11-23")
        assert (built.exit_code, built.exception) == (0, None)


def test_a_small_release_says_what_is_open_where_it_stands(here: Path, library: Library) -> None:
    result = run("import", "release.txt", "--out", "reports/river", "--json")
    proposal = json.loads(result.stdout)
    assert proposal["frame"]["published"] == "2024-03-07"
    assert proposal["report"]["id"] == "river"
    report = (here / "reports/river/report.yaml").read_text(encoding="utf-8")
    decisions = (here / "reports/river/decisions.md").read_text(encoding="utf-8")
    assert proposal["decisions"]
    for decision in proposal["decisions"]:
        assert decision["question"] in decisions
        assert f"# decide: {decision['question']}" in report
    assert "{{speak}}" in report
    pack = load_pack(library, "reports/river")
    assert pack.report.published == date(2024, 3, 7)
    assert pack.report.recommendations[0].addressees == ("decide",)
    assert re.search(r"source\.txt:5: To whom is R1 addressed", decisions)


@pytest.mark.parametrize("name", ["report.yaml", "source.txt", "decisions.md"])
def test_a_pack_that_is_there_is_never_overwritten(here: Path, name: str) -> None:
    folder = here / "reports/river"
    folder.mkdir(parents=True)
    (folder / name).write_text("mine", encoding="utf-8")
    result = run("import", "release.txt", "--out", "reports/river")
    assert isinstance(result.exception, BriefgenError)
    assert f"{name}: there is a file already" in str(result.exception)
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_folder_whose_name_cannot_be_an_id_is_refused(here: Path) -> None:
    result = run("import", "release.txt", "--out", "reports/7 rivers")
    assert "cannot be the id" in str(result.exception)
    assert not (here / "reports").exists()


def test_what_cannot_be_read_leaves_nothing_behind(here: Path) -> None:
    (here / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    assert isinstance(run("import", "broken.pdf", "--out", "reports/river").exception, BriefgenError)
    assert not (here / "reports").exists()


def test_letters_on_a_pdf_cite_its_pages(here: Path, library: Library) -> None:
    filler = "".join(
        f"<p>In village {n}, the ministry closed its wells without a word to anyone.</p>" for n in range(60)
    )
    ask = "<p>The UN Security Council should ask the ministry for its reasons.</p>"
    html = f"<style>@page {{ size: A5 }}</style><h1>A River Runs Dry</h1>{filler}{ask}"
    weasyprint.HTML(string=html).write_pdf(here / "report.pdf")
    assert run("import", "report.pdf", "--out", "reports/river").exit_code == 0
    pack = load_pack(library, "reports/river")
    found = pack.source.find("The UN Security Council should ask the ministry for its reasons.")
    assert found is not None
    assert found.part is not None
    assert found.number == max(found.part.pages) > 2
    assert found.part.cite == "p. {numbers}"


def test_what_is_taken_for_no_statement_is_listed_and_an_ask_is_a_clause(here: Path, library: Library) -> None:
    text = SMALL.replace("Villagers should {speak} up soon.", "Under the Water Act, mines must close the wells.")
    (here / "release.txt").write_text(f"{text}\nDonors should pay for 3 new wells.\n", encoding="utf-8")
    result = run("import", "release.txt", "--out", "reports/river", "--json")
    words = "Under the Water Act, mines must close the wells."
    assert json.loads(result.stdout)["passed"] == [{"taken_for": "a norm", "text": words, "line": 5}]
    decisions = (here / "reports/river/decisions.md").read_text(encoding="utf-8")
    assert f"- taken for a norm: {words} (source.txt:5)" in decisions
    (asked,) = load_pack(library, "reports/river").report.recommendations
    assert (asked.text, asked.asks[0].ask, asked.anchor) == (
        "Pay for 3 new wells.",
        "Pay for 3 new wells.",
        "Donors should pay for 3 new wells.",
    )
    assert "The ask is a sentence" not in decisions


def test_an_ask_that_is_no_clause_stays_whole_and_is_asked_about(here: Path, library: Library) -> None:
    (here / "release.txt").write_text(
        SMALL.replace("Villagers should {speak} up", "The wells should be opened"), "utf-8"
    )
    assert run("import", "release.txt", "--out", "reports/river").exit_code == 0
    (asked,) = load_pack(library, "reports/river").report.recommendations
    assert asked.asks[0].ask == asked.anchor == "The wells should be opened soon."
    report = (here / "reports/river/report.yaml").read_text(encoding="utf-8")
    assert re.search(r"# decide: The ask is a sentence of the source\..*\(source\.txt:5\)\n\s+ask: ", report)
