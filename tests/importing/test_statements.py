from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.importing.scoring import passages_of
from briefgen.errors import BriefgenError
from briefgen.importing.marks import quotes_in
from briefgen.importing.passages import Passage
from briefgen.importing.proposals import Proposals
from briefgen.importing.statements import statements_of
from briefgen.provenance.source_text import fold

PACK = Path(__file__).parents[2] / "reports" / "north-korea-border"


def read(text: str, language: str = "en") -> Proposals:
    return statements_of(passages_of(text), language)


@pytest.mark.parametrize(
    "text",
    [
        "“We left at night, all of us,” said Omar Dele.",
        '"We left at night, all of us," said Omar Dele.',
        "«We left at night, all of us,» said Omar Dele.",
        "« We left at night, all of us, » said Omar Dele.",
        "“ We left at night, all of us, ” said Omar Dele.",
        "「We left at night, all of us,」 said Omar Dele.",
        '“We left at night, all of us," said Omar Dele.',
        "„We left at night, all of us,“ said Omar Dele.",
        "‘We left at night, all of us,’ said Omar Dele.",
        "<<We left at night, all of us,>> said Omar Dele.",
        "``We left at night, all of us,'' said Omar Dele.",
        "“We left at night, all of us, said Omar Dele.",
    ],
)
def test_marks_of_every_shape(text: str) -> None:
    (quotation,) = read(text).quotations
    assert (quotation.speaker, quotation.text) == ("Omar Dele", ("We left at night, all of us,",))


def test_a_missing_mark_is_a_question_to_a_person() -> None:
    (quotation,) = read("“We left at night, all of us, said Omar Dele.").quotations
    assert "closing mark is missing" in quotation.doubts[0].question


@pytest.mark.parametrize(
    "text",
    [
        "“We left. It was cold,” said Ana Lima, director of the Delta Clinic.",
        "“We left. It was cold,” Ana Lima, director of the Delta Clinic, said on Monday.",
        "Ana Lima, director of the Delta Clinic, said: “We left. It was cold,”",
        "In a statement on Monday, Ana Lima, director of the Delta Clinic, said: “We left. It was cold,”",
        "According to Ana Lima, director of the Delta Clinic, “We left. It was cold,”",
    ],
)
def test_speaker_before_after_and_around(text: str) -> None:
    (quotation,) = read(text).quotations
    assert (quotation.speaker, quotation.post, quotation.organisation) == ("Ana Lima", "director", "Delta Clinic")


def test_speaker_in_the_middle_by_surname_and_by_abbreviation() -> None:
    found = read(
        "The Free Page Network (FPN) spoke out.\n"
        "“We left,” said Ana Lima, researcher at the Free Page Network. “It was cold.”\n"
        "“No one came,” Lima said.\n"
        "“They must be told,” FPN said."
    ).quotations
    assert [(item.speaker, item.text) for item in found] == [
        ("Ana Lima", ("We left,", "It was cold.")),
        ("Ana Lima", ("No one came,",)),
        ("Free Page Network", ("They must be told,",)),
    ]


def test_two_people_of_one_surname_are_not_guessed() -> None:
    found = read("“One,” said Ana Lima.\n“Two,” said Karl Lima.\n“Three,” Lima said.").quotations[2]
    assert (found.speaker, found.doubts[0].candidates) == ("Lima", ("Ana Lima", "Karl Lima"))


def test_a_quotation_over_paragraphs_is_opened_each_time_and_closed_once() -> None:
    (found,) = read("“First of all.\n\n“Second of all.\n\n“Third of all,” said Omar Dele.").quotations
    assert (found.speaker, found.text) == ("Omar Dele", ("First of all.", "Second of all.", "Third of all,"))


@pytest.mark.parametrize(
    "text",
    [
        "The company called its payments “gifts.”",
        "A standing order to “shoot on sight” was given.",
        "The report, “A Long Winter Without Any Heat at All in Dol,” was published.",
        "The decree says that “anyone who leaves the camp must be punished by law”.",
    ],
)
def test_scare_quotes_titles_and_laws_are_no_quotations(text: str) -> None:
    assert read(text).quotations == ()


def test_no_speaker_is_invented() -> None:
    (found,) = read("“Nobody has asked the people who live here.”").quotations
    assert found.speaker == ""
    assert found.doubts


def test_witnesses_keep_their_description() -> None:
    (found,) = read(
        "A former trader from Dol, who left last year, said in May 2021:\nWe had nothing to eat."
    ).testimonies
    assert (found.speaker, found.when, found.text) == (
        "A former trader from Dol",
        "May 2021",
        ("We had nothing to eat.",),
    )


@pytest.mark.parametrize(
    ("text", "number", "upper", "unit", "approximation"),
    [
        ("Almost 150 people came.", "150", None, "people", "Almost"),
        ("More than two hundred and forty-five thousand people came.", "245000", None, "people", "More than"),
        ("There was a 20-fold rise.", "20", None, "times", ""),
        ("It cost US$1.2 million.", "1200000", None, "US$", ""),
        ("Between 40 and 60 percent left.", "40", "60", "%", ""),
        ("It took 3 to 5 trucks.", "3", "5", "trucks", ""),
        ("Ten or more villages burned.", "10", None, "villages", "or more"),
        ("Dol ranked 152nd out of 180 countries.", "152", None, "rank", ""),
        ("Roughly two-thirds of the homes fell.", "0.67", None, "share", "Roughly"),
    ],
)
def test_figures(text: str, number: str, upper: str | None, unit: str, approximation: str) -> None:
    (found,) = read(text).figures
    assert (found.number, found.upper) == (Decimal(number), Decimal(upper) if upper else None)
    assert (found.unit.startswith(unit), found.approximation) == (True, approximation)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2019 and went on through the 1990s, from 2015 to 2018.",
        "See resolution 2397 (2017), Article 14, paragraph 3 and document A/HRC/52/65.",
        "The office at 12 Hill Road opened on 12 March 2025 at 10:30.",
        "A 34-year-old aged 34 died of Covid-19.",
        "Over the past 30 years nothing changed; 3 years later it did.",
        "Call +41 22 917 90 00 or write to a2@example.org.",
    ],
)
def test_years_paragraphs_addresses_and_ages_are_no_figures(text: str) -> None:
    assert read(text).figures == ()


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The council should open the gates.", "The council"),
        ("The council must open the gates.", "The council"),
        ("The council needs to open the gates.", "The council"),
        ("The group urges the council to open the gates.", "the council"),
        ("The group calls on the council to open the gates.", "the council"),
        ("The group calls for an independent study.", ""),
        ("The group is calling for an independent study.", ""),
        ("Donors are urged to open their books.", "Donors"),
        ("The council has a responsibility to protect them.", "The council"),
        ("All prisoners should be released.", ""),
        ("The ban should be lifted by the council.", "the council"),
        ("# Dol: Free the Two Reporters", ""),
        ("“The council should open the gates,” said Ana Lima.", "The council"),
    ],
)
def test_recommendations_with_the_addressee_that_the_text_names(text: str, addressee: str) -> None:
    (found,) = read(text).recommendations
    assert found.addressee == addressee


def test_items_take_the_addressee_of_their_lead_in() -> None:
    found = read("The council should:\n- Open the gates.\n- Publish the plan.").recommendations
    assert [(item.anchor, item.addressee) for item in found] == [
        ("Open the gates.", "The council"),
        ("Publish the plan.", "The council"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Under international law, states must treat prisoners humanely.",
        "The Land Act says that companies must publish a plan.",
        "If the gates stay closed, the villages should expect a flood.",
        "This should not make us forget the others.",
        "The council should have acted long ago.",
        "Residents must walk for nine hours.",
        "Who should pay for it?",
    ],
)
def test_what_only_looks_like_a_recommendation(text: str) -> None:
    assert read(text).recommendations == ()


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


@given(st.text(alphabet="ab .,“”\"'‘’«»", max_size=60))
def test_quotations_lie_within_the_text_and_apart(text: str) -> None:
    end = 0
    for quote in quotes_in(text):
        assert end <= quote.start <= quote.first <= quote.last <= len(text)
        end = quote.end
