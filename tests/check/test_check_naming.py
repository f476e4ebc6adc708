"""No listed name gets into a document, a file, or a message about it."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from briefgen.check.library import check_library
from briefgen.check.naming import named_in_file, named_in_files
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Request
from briefgen.document import Document, Paragraph, Run
from briefgen.errors import BriefgenError
from briefgen.library.do_not_name import FILE, load_names
from briefgen.model.contact import Contact
from briefgen.workshop import Draft, Workshop
from tests.check.shelf_copy import REPORT, ShelfCopy
from tests.check.test_check_final import DAY, SENDER

Ask = Callable[..., Request]
NAME = "Kim Chol-su"
WRITTEN = "kim  CHÓL su"


@pytest.fixture
def listed(shelf: ShelfCopy) -> ShelfCopy:
    shelf.write(FILE, f"# nobody may name\n\n{NAME}\n")
    shelf.write("sender.yaml", SENDER)
    return shelf


def request(shelf: ShelfCopy, format_: str = "letter", to: str = "FR", **changes: Any) -> Request:
    order = Order(format_, to, "en", "north-korea-border", DAY, sender=shelf.path / "sender.yaml")
    return replace(resolve(shelf.library, order), **changes)


def told(shelf: ShelfCopy, asked: Request) -> list[str]:
    with pytest.raises(BriefgenError) as caught:
        Workshop(shelf.library).draft(asked)
    messages = [str(problem).replace(f"{shelf.path}/", "") for problem in caught.value.problems]
    assert not any("chol" in message.casefold() for message in messages), messages
    return messages


def test_a_letter_that_names_nobody_is_made(listed: ShelfCopy) -> None:
    assert Workshop(listed.library).draft(request(listed)).name == "north-korea-border_letter_FR_en"


def test_a_sentence_of_the_pack_is_told_at_its_place(listed: ShelfCopy) -> None:
    line = listed.edit(REPORT, 'short_title: "The closing', f'short_title: "{WRITTEN} and the closing')
    messages = told(listed, request(listed))
    wanted = f"{REPORT}:{line}:14: a name of the do-not-name list (do-not-name.txt:3) stands in this sentence"
    assert messages == [f"{wanted} (take it out)"]


def test_a_translation_is_told_at_its_place(listed: ShelfCopy) -> None:
    listed.add_language("fr")
    listed.edit("locales/fr/LC_MESSAGES/interface.po", 'msgstr "PROJET', f'msgstr "{WRITTEN}')
    order = Order("letter", "FR", "fr", "north-korea-border", DAY, sender=listed.path / "sender.yaml")
    (message,) = told(listed, resolve(listed.library, order))
    assert message.startswith("locales/fr/LC_MESSAGES/interface.po:")


@pytest.mark.parametrize(
    ("old", "part"),
    [
        ("Example Organisation", "the name of the organisation"),
        ("1 Example", "the letterhead"),
        ("Jo Example", "signature"),
    ],
)
def test_what_the_sender_says_is_told_by_its_part(listed: ShelfCopy, old: str, part: str) -> None:
    listed.edit("sender.yaml", old, WRITTEN)
    assert any(part in message for message in told(listed, request(listed)))


def test_a_contact_is_told_and_so_is_its_address(listed: ShelfCopy) -> None:
    contact = Contact(name="Kim Chol Su", state="FR", address="kim.chol-su@example.org")
    messages = told(listed, request(listed, contact=contact))
    for part in ("the address", "the name of its addressee", "the address of the message"):
        assert any(message.endswith(f"stands in {part} (take it out)") for message in messages), (part, messages)


def test_the_list_of_the_pack_counts_too(listed: ShelfCopy) -> None:
    (listed.path / FILE).unlink()
    listed.write("reports/north-korea-border/do-not-name.txt", "Government of France\n")
    listed.edit(REPORT, 'short_title: "The', 'short_title: "Government of France: the')
    (message,) = told(listed, request(listed))
    assert "(north-korea-border/do-not-name.txt:1)" in message


def test_a_problem_that_would_show_the_name_is_told_without_it(listed: ShelfCopy) -> None:
    listed.add_language("fr")
    listed.edit(REPORT, 'short_title: "The closing', f'short_title: "{WRITTEN} and the closing')
    order = Order("letter", "FR", "fr", "north-korea-border", DAY, sender=listed.path / "sender.yaml")
    messages = told(listed, resolve(listed.library, order))
    assert any("a problem whose words hold a name" in message for message in messages)


@pytest.mark.parametrize("kind", ["pdf", "docx", "txt", "html", "eml"])
def test_the_finished_file_is_read_back(listed: ShelfCopy, kind: str) -> None:
    draft = Workshop(listed.library).draft(request(listed, final_at=datetime(2026, 11, 24, tzinfo=UTC)))
    assert Workshop(listed.library).files(draft, [kind])
    for changed in (_said(draft), *([] if kind == "txt" else [_retitled(draft)])):
        with pytest.raises(BriefgenError, match=r"finished \w+ file") as caught:
            Workshop(listed.library).files(changed, [kind])
        assert "chol" not in str(caught.value).casefold()


def _changed(draft: Draft, document: Document) -> Draft:
    return replace(draft, composition=replace(draft.composition, document=document))


def _retitled(draft: Draft) -> Draft:
    document = draft.composition.document
    return _changed(draft, replace(document, title=WRITTEN, organisation=WRITTEN))


def _said(draft: Draft) -> Draft:
    """The draft with the name in the place of each paragraph."""
    document = draft.composition.document
    paragraph = Paragraph((Run(WRITTEN),))
    blocks = tuple(paragraph if isinstance(block, Paragraph) else block for block in document.blocks)
    return _changed(draft, replace(document, blocks=blocks))


def test_a_message_is_searched_with_its_attachments(listed: ShelfCopy) -> None:
    from briefgen.render.eml import render_eml

    draft = Workshop(listed.library).draft(request(listed, "cover-email"))
    inner = Workshop(listed.library).files(_said(draft), ["pdf"])["pdf"]
    document = draft.composition.document
    names = load_names(listed.library)
    for attachments in ({"letter.pdf": inner}, {"kim-chol-su.bin": b""}, {"a.txt": WRITTEN.encode()}):
        data = render_eml(document, draft.layout, attachments)
        assert [each.message for each in named_in_file("eml", data, names)] == [
            "a name of the do-not-name list (do-not-name.txt:3) stands in what the finished EML file carries unseen"
        ]
    assert named_in_file("eml", render_eml(document, draft.layout), names) == []


def test_the_text_of_a_picture_counts(listed: ShelfCopy) -> None:
    draft = Workshop(listed.library).draft(request(listed))
    from briefgen.model.typography import Picture

    logo = Picture(png=b"", alt=f"Photograph of {WRITTEN}", width=1, height=1)
    assert load_names(listed.library).found_in(
        replace(draft, layout=draft.layout.model_copy(update={"logo": logo})).carried["the text of the logo"]
    )


def test_files_of_senders_and_contacts_are_searched(listed: ShelfCopy) -> None:
    sender = listed.write("mine.yaml", f"organisation: {{en: A}}\nsignatory:\n  en: {WRITTEN}\n")
    table = io.StringIO()
    csv.writer(table).writerows([["state", "name"], ["FR", "Jo"], ["JP", WRITTEN]])
    contacts = listed.write("contacts.csv", table.getvalue())
    found = list(named_in_files([sender, contacts, listed.path / "none.yaml"], load_names(listed.library)))
    assert [str(problem.place) for problem in found] == [f"{sender}:3:7", f"{contacts}:3"]


def test_check_finds_names_in_packs_catalogues_and_templates(listed: ShelfCopy) -> None:
    shutil.rmtree(listed.path / "reports/example-school-water")
    anchor = listed.edit(REPORT, "    anchor: >-\n", f"    anchor: >-\n      {WRITTEN}\n") + 0
    overlay = listed.edit("templates/delegations/VA/letter.md", "changes: letter", f"changes: letter # {WRITTEN}")
    problems = [str(problem) for problem in check_library(listed.library, ["north-korea-border"], DAY)]
    assert not any("chol" in problem.casefold() for problem in problems)
    named = [problem for problem in problems if "stands here" in problem]
    assert any(f"report.yaml:{anchor}:" in problem for problem in named), problems
    assert any(f"VA/letter.md:{overlay}: " in problem for problem in named), problems
