"""The statements of a whole release."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefgen.errors import BriefgenError
from briefgen.importing.passages import Passage
from briefgen.importing.statements import statements_of
from briefgen.provenance.source_text import fold
from tests.importing.statements_read import read

PACK = Path(__file__).parents[2] / "reports" / "north-korea-border"


def test_the_bundled_release_yields_everything_that_its_pack_holds() -> None:
    lines = (PACK / "source.txt").read_text(encoding="utf-8").splitlines()[:70]
    passages = [
        Passage(line.strip(" •"), "item" if "•" in line else "heading" if number < 4 else "paragraph", number)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    found, pack = statements_of(passages, "en"), yaml.safe_load((PACK / "report.yaml").read_text(encoding="utf-8"))
    text = fold(" ".join(item.anchor for item in (*found.summary, *found.findings, *found.recommendations)))
    for kind in ("summary", "findings", "figures", "recommendations"):
        assert [item["id"] for item in pack[kind] if fold(item["anchor"]).strip(",") not in text] == []
    assert {6820, 20, 110, 321, 500, 2, 3, 150, 148} <= {int(item.number) for item in found.figures}
    assert [(q.speaker, len(q.text)) for q in found.quotations] == [("Lina Yoon", 2), ("Lina Yoon", 2)]
    assert [item.speaker for item in found.testimonies] == [item["speaker"] for item in pack["testimonies"]]
    assert [fold(item.text[0]) for item in found.testimonies] == [fold(item["text"]) for item in pack["testimonies"]]


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(BriefgenError, match="cannot be read yet"):
        read("Text.", "xx")


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("en", "Eleven judges were dismissed. At least six have been barred.", ["judges", "judges"]),
        ("en", "Eleven judges were dismissed.\nAt least six have been barred.", ["judges", ""]),
        ("en", "Nine workers died, and 58 injured people are in hospital.", ["workers", "injured people"]),
        ("es", "Hay 9 heridos; 7 llevaban acreditación.", ["heridos", "heridos"]),
    ],
)
def test_a_number_alone_counts_what_the_one_before_in_its_paragraph_does(
    language: str, text: str, units: list[str]
) -> None:
    found = read(text, language).figures
    assert [figure.unit for figure in found] == units
    unsure = units[0] == units[1] or units[1] == ""
    assert any("count" in doubt.question for doubt in found[1].doubts) == unsure
