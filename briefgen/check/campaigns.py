"""The check of a campaign: its formats, addressees, languages and files are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from briefgen.compose.ordering import AUTO, find_recipient, selected
from briefgen.errors import BriefgenError, Place, Problem, did_you_mean
from briefgen.library.campaigns import CampaignFile, read_campaign
from briefgen.library.contacts import read_contacts
from briefgen.library.delegations import Delegations, load_delegations
from briefgen.library.formats import format_names
from briefgen.library.languages import language_tags
from briefgen.library.packs import default_report, load_details, load_pack, load_sender
from briefgen.library.shelves import Library
from briefgen.reading.yaml_text import YamlText


def check_campaign(library: Library, path: Path) -> Iterator[Problem]:
    """Every problem of a campaign file, which stands in the workspace, and of the files that it names."""
    try:
        file = read_campaign(path, path.parent)
    except BriefgenError as error:
        yield from error.problems
        return
    campaign, text = file.campaign, file.text
    yield from _known(campaign.formats, format_names(library), text, ("formats", "format"))
    languages = [AUTO, *language_tags(library)]
    yield from _known(campaign.languages, languages, text, ("languages", "language"))
    delegations = load_delegations(library)
    for index, name in enumerate(campaign.to):
        yield from _at(text.place(("to", index)), partial(selected, library, delegations, name, campaign.date))
    yield from _files(library, file, delegations)


def _known(names: Iterable[str], known: list[str], text: YamlText, what: tuple[str, str]) -> Iterator[Problem]:
    key, called = what
    for index, name in enumerate(names):
        if name not in known:
            hint = did_you_mean(name, known) or f"known are {', '.join(known)}"
            yield Problem(f"there is no {called} `{name}`", text.place((key, index)), hint)


def _files(library: Library, file: CampaignFile, delegations: Delegations) -> Iterator[Problem]:
    """The problems of the sender, the contacts, the details and the report that a campaign names."""
    campaign = file.campaign
    readers: list[tuple[str, Callable[[Path], object]]] = [
        (campaign.sender, partial(load_sender, library)),
        (campaign.details, partial(load_details, library)),
        (campaign.contacts, partial(_require_contacts, library, delegations)),
    ]
    for name, read in readers:
        path = file.beside(name)
        if path:
            try:
                read(path)
            except BriefgenError as error:
                yield from error.problems
    try:
        load_pack(library, file.report or default_report(library))
    except BriefgenError as error:
        place = file.text.place(("report",))
        yield from (Problem(each.message, each.place or place, each.hint) for each in error.problems)


def _require_contacts(library: Library, delegations: Delegations, path: Path) -> None:
    """Raise a BriefgenError with every row of a list that cannot be used: its state or its language is not known."""
    languages = language_tags(library)
    problems: list[Problem] = []
    for row in read_contacts(path):
        problems += _at(row.place, partial(_require_state, library, delegations, row.contact.state))
        if row.contact.language not in ("", *languages):
            hint = did_you_mean(row.contact.language, languages) or f"known are {', '.join(languages)}"
            problems.append(Problem(f"there is no language `{row.contact.language}`", row.place, hint))
    if problems:
        raise BriefgenError(problems)


def _require_state(library: Library, delegations: Delegations, name: str) -> None:
    """Raise a BriefgenError where a name is that of no state."""
    if find_recipient(library, delegations, name).group:
        raise BriefgenError.one(f"`{name}` is a group", None, "name the state at whose mission the person is")


def _at(place: Place, find: Callable[[], object]) -> Iterator[Problem]:
    """The problems of a name, at the place where it stands."""
    try:
        find()
    except BriefgenError as error:
        yield from (Problem(each.message, place, each.hint) for each in error.problems)
