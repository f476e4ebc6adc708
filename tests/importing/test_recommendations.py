"""What a text asks, and of whom."""

from __future__ import annotations

import pytest

from tests.importing.statements_read import read


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
