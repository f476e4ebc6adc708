"""A campaign names files in its own folder or in the workspace, and no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.library.campaigns import campaign_in, campaign_text, read_campaign

CAMPAIGN = "name: x\nformats: [letter]\nto: [FR]\ndate: 2026-12-01\n"


def written(folder: Path, *lines: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "campaign.yaml"
    path.write_text(CAMPAIGN + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_files_stand_beside_the_campaign_or_in_the_workspace(tmp_path: Path) -> None:
    path = written(tmp_path / "own", "sender: sender.yaml", "contacts: ../contacts.csv", "report: pack")
    (tmp_path / "own/pack").mkdir()
    (tmp_path / "own/pack/report.yaml").touch()
    file = read_campaign(path, tmp_path)
    assert file.beside(file.campaign.sender) == tmp_path / "own/sender.yaml"
    assert file.beside(file.campaign.details) is None
    assert file.report == str(tmp_path / "own/pack")
    assert read_campaign(written(tmp_path / "own", "report: school"), tmp_path).report == "school"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("sender: /etc/passwd", "5:9"),
        ("contacts: ../../contacts.csv", "5:11"),
        ("details: link.yaml", "5:10"),
        ("report: ../../reports", "5:9"),
        ("report: /etc", "5:9"),
    ],
)
def test_a_file_elsewhere_is_refused_at_its_place(tmp_path: Path, line: str, place: str) -> None:
    path = written(tmp_path / "own", line)
    (tmp_path / "secret.yaml").touch()
    (tmp_path / "own/link.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(BriefgenError) as caught:
        read_campaign(path, tmp_path / "own")
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{path}:{place}: `{line.partition(': ')[2]}` leads out of the folder")


def test_all_that_is_elsewhere_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path / "own", "sender: /a", "contacts: /b", "details: /c")
    with pytest.raises(BriefgenError) as caught:
        read_campaign(path, tmp_path / "own")
    assert len(caught.value.problems) == 3


CHOSEN = {"date": date(2026, 12, 1), "to": ("NO", "eu and not IE"), "formats": ["letter"], "name": "first-letters"}


def test_what_was_chosen_is_written_in_the_order_of_a_campaign_without_what_is_empty(tmp_path: Path) -> None:
    chosen = {**CHOSEN, "sender": "", "languages": ("auto",), "final": False, "bundles": ()}
    assert campaign_text(chosen, tmp_path / "c.yaml", tmp_path).splitlines() == [
        "name: first-letters",
        "formats: [letter]",
        "to: ['NO', eu and not IE]",
        "languages: [auto]",
        "date: 2026-12-01",
    ]
    assert not (tmp_path / "c.yaml").exists()


@settings(deadline=None)
@given(to=st.lists(st.text(min_size=1), min_size=1), languages=st.lists(st.text(min_size=1), min_size=1))
def test_whatever_is_chosen_is_read_as_it_was_chosen(to: list[str], languages: list[str]) -> None:
    path = Path("c.yaml")
    text = campaign_text({**CHOSEN, "to": to, "languages": languages}, path, Path())
    campaign = campaign_in(text.encode().decode(), path, Path()).campaign
    assert (campaign.to, campaign.languages, campaign.date) == (tuple(to), tuple(languages), CHOSEN["date"])


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"name": "a/b"}, "c.yaml:1:7: `name` has a form that is not allowed: 'a/b'"),
        ({"to": ()}, "`to` is missing"),
        ({"sender": "../../sender.yaml"}, "c.yaml:5:9: `../../sender.yaml` leads out of the folder"),
        ({"files": ["pdff"]}, "item 1 of `files` cannot be 'pdff' (did you mean `pdf`?)"),
        ({"formatss": "letter"}, "the key `formatss` is not known here"),
    ],
)
def test_a_choice_that_is_no_campaign_is_told(tmp_path: Path, chosen: dict[str, object], message: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        campaign_text({**CHOSEN, **chosen}, tmp_path / "c.yaml", tmp_path)
    assert message in str(caught.value).replace(f"{tmp_path}/", "")
