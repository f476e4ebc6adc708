"""A campaign says which documents go to whom, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from briefgen.model.campaign import Campaign

CAMPAIGN: dict[str, Any] = {"name": "first-letters", "formats": ["letter"], "to": ["FR"], "date": "2026-12-01"}


def test_a_campaign_that_says_no_more_writes_in_the_languages_on_record() -> None:
    campaign = Campaign.model_validate(CAMPAIGN)
    assert (campaign.date, campaign.languages, campaign.files) == (date(2026, 12, 1), ("auto",), ())
    assert (campaign.report, campaign.sender, campaign.contacts, campaign.details) == ("", "", "", "")


@pytest.mark.parametrize(
    ("said", "sides"), [({}, ""), ({"print": True}, "simplex"), ({"print": False}, ""), ({"print": "duplex"}, "duplex")]
)
def test_it_says_how_it_is_printed(said: dict[str, Any], sides: str) -> None:
    assert Campaign.model_validate({**CAMPAIGN, **said}).sides == sides


@pytest.mark.parametrize("name", ["first-letters", "2026", "북한_편지"])
def test_the_name_is_that_of_a_folder(name: str) -> None:
    assert Campaign.model_validate({**CAMPAIGN, "name": name}).name == name


@pytest.mark.parametrize("name", ["", "../up", "a/b", "a b", ".", "a\n"])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="name"):
        Campaign.model_validate({**CAMPAIGN, "name": name})


@pytest.mark.parametrize("key", ["name", "formats", "to", "date"])
def test_what_a_campaign_needs_must_be_said(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Campaign.model_validate({name: value for name, value in CAMPAIGN.items() if name != key})
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [((key,), "missing")]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"formats": []}, ("formats",)),
        ({"to": []}, ("to",)),
        ({"date": "tomorrow"}, ("date",)),
        ({"files": ["docx", "pfd"]}, ("files", 1)),
        ({"recipients": ["FR"]}, ("recipients",)),
        ({"bundles": ["group", "languages"]}, ("bundles", 1)),
        ({"print": "triplex"}, ("print",)),
        ({"print": 2}, ("print",)),
    ],
)
def test_a_campaign_is_strict(change: dict[str, Any], place: tuple[str | int, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        Campaign.model_validate({**CAMPAIGN, **change})
    assert [error["loc"] for error in caught.value.errors()] == [place]
