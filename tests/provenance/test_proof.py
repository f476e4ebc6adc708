"""The real report pack is proved; copies of it with one wrong word each have exactly one problem, at its line."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen.errors import Problem
from briefgen.model.report import Report
from briefgen.provenance.numbers import NumberStyle
from briefgen.provenance.proof import Proof
from briefgen.provenance.source_text import source_text
from briefgen.reading.validation import read_model

ROOT = Path(__file__).parents[2]
PACK = ROOT / "reports" / "north-korea-border"
ENGLISH = read_model(ROOT / "locales" / "en" / "numbers.yaml", NumberStyle)[0]
TRADER = "A former trader in her 50s from Ryanggang province"


def problems_of(folder: Path) -> list[Problem]:
    report, text = read_model(folder / "report.yaml", Report)
    path = folder / report.source.file
    source = source_text(path.read_text(encoding="utf-8"), path, report.source.parts)
    return Proof(report, text, source, ENGLISH).problems()


@dataclass
class Copy:
    """A copy of the pack that a test may spoil."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "report.yaml"

    def change(self, entry: str, key: str, old: str, new: str) -> str:
        """Replace words below one key of the entry with that id; returns the place of the key's value."""
        rows = self.file.read_text(encoding="utf-8").split("\n")
        start = 0 if not entry else next(at for at, row in enumerate(rows) if row.strip() == f"- id: {entry}")
        line = next(at for at in range(start, len(rows)) if rows[at].strip().removeprefix("- ").startswith(f"{key}:"))
        at = next(at for at in range(line, len(rows)) if old in rows[at])
        assert at - line < 14, "the words stand under another key"
        rows[at] = rows[at].replace(old, new, 1)
        self.file.write_text("\n".join(rows), encoding="utf-8")
        return f"{self.file}:{line + 1}:{rows[line].index(f'{key}:') + len(key) + 3}"


@pytest.fixture
def pack(tmp_path: Path) -> Copy:
    return Copy(Path(shutil.copytree(PACK, tmp_path / "pack")))


def test_the_report_pack_is_proved() -> None:
    assert problems_of(PACK) == []


@pytest.mark.parametrize(
    ("entry", "key", "old", "new", "message"),
    [
        ("facilities", "claim", "6,820", "6,280", "the number 6280 does not stand in the anchor"),
        ("facilities", "value", "6,820", "7,000", "the number 7000 does not stand in the anchor"),
        ("facilities", "caption", "security", "2 security", "the number 2 does not stand in the anchor"),
        ("layers", "claim", "two layers", "four layers", "the number 4 does not stand in the anchor"),
        ("S1", "claim", "2020", "2021", "the number 2021 does not stand in the anchor"),
        ("shoot-on-sight", "anchor", "strictly enforcing", "enforcing", "these words do not stand in source.txt"),
        ("sealed", "anchor", "effectively sealed", "effectively closed", "these words do not stand in source.txt"),
        ("shoot-on-sight", "claim", "“shoot on sight”", "“fire on sight”",
         "the quoted words “fire on sight” do not stand in the anchor"),
        ("works", "claim", "upgraded", "“upgraded and electrified”",
         "the quoted words “upgraded and electrified” do not stand in the anchor"),
        ("T5", "excerpt", "no more rice", "no rice", "the excerpt does not stand in the account"),
        ("T5", "excerpt", "After informal", "fter informal", "the excerpt does not stand in the account"),
        ("T5", "context", "late 2010s", "late 2000s", "the number 2000 does not stand in the anchor"),
        ("T5", "attribution", TRADER, "A former trader in her 50s",
         "the attribution must begin with the description of the speaker"),
        ("T5", "attribution", "Ryanggang province,", "Ryanggang province, now in Seoul,",
         "“Seoul” does not stand in the anchor"),
        ("T5", "context", "She left the country", "She left Hyesan", "“Hyesan” does not stand in the anchor"),
        ("T5", "sentence", "May 2021", "May 2022", "the number 2022 does not stand in the anchor"),
        ("Q1", "speaker", "Lina Yoon", "Lina Yoo", "the anchor does not name the speaker"),
        ("R4", "text", "Urgently", "Within 3 months", "the number 3 does not stand in the anchor"),
        ("R4", "anchor", "urgently review", "review", "these words do not stand in source.txt"),
        ("R1", "subject", "Isolation", "Isolation since 2020", "the number 2020 does not stand in the anchor"),
        ("R1", "opening", "We write", "We write, 2 years on,", "the number 2 does not stand in the anchor"),
        ("R1", "ask", "Urgently", "In 2 weeks", "the number 2 does not stand in the anchor"),
        ("T5", "anchor", "May 2021", "spring of May 2021", "these words do not stand in source.txt"),
        ("T5", "text", "all market activity", "market activity", "these words do not stand in source.txt"),
        ("Q1", "anchor", "senior Korea", "Korea", "these words do not stand in source.txt"),
        ("", "title", "Terror", "Horror", "these words do not stand in source.txt"),
        ("", "release", "Worsens", "Deepens", "these words do not stand in source.txt"),
        ("", "publisher", "Watch", "Watchers", "these words do not stand in source.txt"),
    ],
)  # fmt: skip
def test_one_wrong_word_is_one_problem_at_its_line(
    pack: Copy, entry: str, key: str, old: str, new: str, message: str
) -> None:
    place = pack.change(entry, key, old, new)
    (problem,) = problems_of(pack.folder)
    assert problem.message == message
    assert str(problem.place) == place


def test_a_word_changed_in_a_quotation_is_located_in_its_part(pack: Copy) -> None:
    text = pack.file.read_text(encoding="utf-8")
    words = "lived in deprivation and isolation for decades"
    pack.file.write_text(text.replace(words, words.replace("decades", "years")), encoding="utf-8")
    (problem,) = problems_of(pack.folder)
    assert problem.place
    assert "isolation for years" in pack.file.read_text(encoding="utf-8").split("\n")[problem.place.line - 1]
    assert problem.hint == 'the source (line 36) goes on: “…and isolation for decades," Yoon said. "The…”'


def test_an_enriched_description_of_a_witness_is_one_problem_at_the_speaker(pack: Copy) -> None:
    for key in ("attribution", "sentence"):
        pack.change("T5", key, TRADER, f"{TRADER} with children")
    place = pack.change("T5", "speaker", TRADER, f"{TRADER} with children")
    (problem,) = problems_of(pack.folder)
    assert str(problem.place) == place
    assert problem.message == "the speaker is not described in the words of the source"
    assert "never add to it" in problem.hint


def test_a_point_of_an_ask_is_located_in_its_list(pack: Copy) -> None:
    text = pack.file.read_text(encoding="utf-8")
    words = "Relax the restrictions on internal travel."
    pack.file.write_text(text.replace(words, f"Within 3 years. {words}"), encoding="utf-8")
    (problem,) = problems_of(pack.folder)
    assert problem.message == "the number 3 does not stand in the anchor"
    assert problem.place
    assert "Within 3 years" in pack.file.read_text(encoding="utf-8").split("\n")[problem.place.line - 1]


def test_a_description_cut_within_a_word_is_a_problem(pack: Copy) -> None:
    for key in ("attribution", "sentence", "speaker"):
        pack.change("T5", key, TRADER, "A former trade")
    assert [problem.message for problem in problems_of(pack.folder)] == [
        "the speaker is not described in the words of the source"
    ]


def test_a_changed_source_is_named_by_every_statement_that_rests_on_it(pack: Copy) -> None:
    source = pack.folder / "source.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("6,820", "6,280"), encoding="utf-8")
    rows = pack.file.read_text(encoding="utf-8").split("\n")
    problems = problems_of(pack.folder)
    assert len(problems) == sum("6,820 facilities" in row for row in rows)
    assert all(problem.place and "anchor:" in rows[problem.place.line - 1] for problem in problems)


def test_an_anchor_cut_out_of_a_larger_number_is_refused(pack: Copy) -> None:
    place = pack.change("pages", "anchor", "The 148-page report,", "8-page report,")
    messages = {str(problem.place): problem.message for problem in problems_of(pack.folder)}
    assert messages[place] == "these words do not stand in source.txt"


def test_typography_of_the_source_does_not_matter(pack: Copy) -> None:
    plain = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-"})
    source = pack.folder / "source.txt"
    source.write_text(source.read_text(encoding="utf-8").translate(plain), encoding="utf-8")
    assert problems_of(pack.folder) == []


def test_the_description_of_a_witness_may_begin_with_a_capital_where_it_begins_a_line(pack: Copy) -> None:
    lower = TRADER[:1].lower() + TRADER[1:]
    source = pack.folder / "source.txt"
    source.write_text(source.read_text("utf-8").replace(TRADER, lower), encoding="utf-8")
    for key in ("speaker", "anchor"):
        pack.change("T5", key, TRADER, lower)
    assert problems_of(pack.folder) == []
