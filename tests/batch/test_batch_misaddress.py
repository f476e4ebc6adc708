"""A finished file that names somebody else, has another title or another language, is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefgen.batch.making import Task, expectation
from briefgen.batch.misaddress import Expectation, misaddressed
from briefgen.batch.plan import Job
from briefgen.compose.request import Recipient, Request
from briefgen.document import Addressee, Run
from briefgen.library.languages import language_tags
from briefgen.library.shelves import Library, open_library
from briefgen.model.contact import Contact
from briefgen.workshop import Draft, Workshop

Ask = Callable[..., Request]
KINDS = ["pdf", "docx", "txt", "html", "eml"]


def drafted(library: Library, request: Request) -> tuple[Draft, Expectation]:
    draft = Workshop(library).draft(request)
    job = Job("letter", request.recipient, request.language.tag, request.contact)
    return draft, expectation(draft, Task(job, ("Jo Other", "Camille Example")))


def swapped(draft: Draft, text: str) -> Draft:
    """The draft with another line in the place of the first of its address."""
    document = draft.composition.document
    blocks = tuple(
        replace(block, lines=((Run(text),), *block.lines[1:])) if isinstance(block, Addressee) else block
        for block in document.blocks
    )
    return replace(draft, composition=replace(draft.composition, document=replace(document, blocks=blocks)))


def found(library: Library, draft: Draft, kind: str, expected: Expectation) -> list[str]:
    return list(misaddressed(kind, Workshop(library).files(draft, [kind])[kind], expected))


@pytest.mark.parametrize("language", language_tags(open_library()))
def test_a_letter_to_the_right_one_passes_in_every_language(library: Library, request_for: Ask, language: str) -> None:
    for state in ("FR", "GW", "CG"):
        draft, expected = drafted(library, request_for(state, language=language))
        for kind in ("pdf", "docx", "txt"):
            assert found(library, draft, kind, expected) == [], (state, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_address_of_another_state_is_found(library: Library, request_for: Ask, kind: str) -> None:
    draft, expected = drafted(library, request_for("FR"))
    wrong = swapped(draft, "The Permanent Representative of Japan to the United Nations")
    messages = found(library, wrong, kind, expected)
    assert any("is missing" in message for message in messages)
    assert any("somebody else" in message and "Japan" in message for message in messages)


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_another_person_is_found(library: Library, request_for: Ask, kind: str) -> None:
    request = replace(request_for("FR"), contact=Contact(name="Camille Example", state="FR"))
    draft, expected = drafted(library, request)
    assert found(library, draft, kind, expected) == []
    messages = found(library, swapped(draft, "H.E. Jo Other"), kind, expected)
    assert any("“Jo Other”" in message for message in messages)


@pytest.mark.parametrize("kind", ["pdf", "docx", "eml"])
def test_another_title_is_found(library: Library, request_for: Ask, kind: str) -> None:
    draft, expected = drafted(library, request_for("FR"))
    messages = found(library, draft, kind, replace(expected, title="Re: Something else"))
    assert any("its title is" in message for message in messages)


def test_another_language_is_found(library: Library, request_for: Ask) -> None:
    draft, expected = drafted(library, request_for("FR"))
    assert any("its language is" in text for text in found(library, draft, "docx", replace(expected, language="ko")))
    assert any("its language is" in text for text in found(library, draft, "pdf", replace(expected, language="ko")))


def test_china_may_be_spoken_of_in_a_letter_to_another(library: Library, request_for: Ask) -> None:
    draft, expected = drafted(library, request_for("RU"))
    assert found(library, draft, "txt", expected) == []


def test_a_group_has_no_state_to_be_mistaken(library: Library, request_for: Ask) -> None:
    request = replace(request_for(format_="open-letter", group="all"), recipient=Recipient(group="all"))
    draft, expected = drafted(library, request)
    assert found(library, draft, "pdf", expected) == []
