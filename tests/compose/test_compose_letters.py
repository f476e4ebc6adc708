"""What must be true of the letters to all 195 delegations, whatever their words: asks, basis, marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from briefgen.compose.context import ContextBuilder, chosen_for
from briefgen.compose.request import Request
from briefgen.compose.statements import Statements
from briefgen.compose.views import AsksView
from briefgen.compose.wording import Wording
from briefgen.document import Document, ListBlock, Paragraph, notes_of, text_of
from briefgen.library.languages import FORMATS
from briefgen.library.messages import format_messages

Ask = Callable[..., Request]
Letters = Callable[[str], dict[str, Document]]

BESIDE_OTHERS = (
    "On our own behalf, and building on recommendations that the report addresses to others, "
    "we also ask your Government to:"
)
ALONE = "On our own behalf, and building on recommendations that the report addresses to others, we ask you to:"
STATED = "We therefore urge your Government to:"


@pytest.fixture(scope="module", params=["en", "ko"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def asks(request_for: Ask, language: str, letters: Letters) -> dict[str, AsksView]:
    """The asks of each delegation in the words of its letter."""

    def of(iso: str) -> AsksView:
        request = request_for(iso, language=language)
        wording = Wording(request.language.catalogue)
        statements = Statements(request.pack, wording, request.language.settings)
        return ContextBuilder(request, wording, statements, chosen_for(request)).build().asks

    return {iso: of(iso) for iso in letters(language)}


def paragraphs(letter: Document) -> list[str]:
    return [text_of(block.line) for block in letter.blocks if isinstance(block, Paragraph)]


def numbered(letter: Document) -> Iterator[tuple[int, str]]:
    for block in letter.blocks:
        if isinstance(block, ListBlock):
            assert block.ordered
            yield from enumerate((text_of(item) for item in block.items), start=block.start)


def bare(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_sentences_looked_for_stand_in_the_format(request_for: Ask) -> None:
    texts = {message.text for message in format_messages(request_for("FR").format)}
    assert {BESIDE_OTHERS, ALONE, STATED} <= texts


def test_each_introduction_stands_where_there_are_asks_of_its_basis(
    language: str, letters: Letters, asks: dict[str, AsksView], request_for: Ask
) -> None:
    catalogue = request_for("FR", language=language).language.catalogue
    beside, alone, stated = (catalogue.translate(text, FORMATS) for text in (BESIDE_OTHERS, ALONE, STATED))
    for iso, letter in letters(language).items():
        said = paragraphs(letter)
        has_stated, has_inferred = bool(asks[iso].stated), bool(asks[iso].inferred)
        assert (stated in said) == has_stated, iso
        assert (beside in said) == (has_stated and has_inferred), iso
        assert (alone in said) == (has_inferred and not has_stated), iso


def test_the_asks_are_numbered_through_stated_before_inferred(
    language: str, letters: Letters, asks: dict[str, AsksView]
) -> None:
    for iso, letter in letters(language).items():
        wanted = [str(ask) for ask in (*asks[iso].stated, *asks[iso].inferred)]
        assert [(number, bare(text)) for number, text in numbered(letter)] == [
            (number, bare(text)) for number, text in enumerate(wanted, start=1)
        ], iso


def test_the_ask_for_a_review_of_sanctions_stands_in_letters_to_the_council_alone(
    language: str, letters: Letters, asks: dict[str, AsksView], request_for: Ask
) -> None:
    request = request_for("FR")
    members = request.delegations.members("security-council", request.day)
    review, subject, opening = asks["FR"].stated[0], asks["FR"].subject, asks["FR"].opening
    for iso, letter in letters(language).items():
        everything = " ".join([letter.title, *paragraphs(letter), *(text for _, text in numbered(letter))])
        for words in (review, subject, opening):
            assert (bare(str(words)) in bare(everything)) == (iso in members), iso


def test_no_letter_off_the_council_speaks_of_a_seat_on_it(letters: Letters, request_for: Ask) -> None:
    request = request_for("FR")
    members = request.delegations.members("security-council", request.day)
    for iso, letter in letters("en").items():
        everything = " ".join([*paragraphs(letter), *(text for _, text in numbered(letter))])
        assert ("seat on the Security Council" in everything) == (iso in members), iso


def test_a_translation_is_marked_as_such_and_the_original_is_not(letters: Letters, request_for: Ask) -> None:
    interface = request_for("FR").interface
    translated = request_for("FR", language="ko").language.catalogue.translate(interface.translation, "interface")
    for iso in ("FR", "KP", "VA"):
        assert letters("en")[iso].furniture.marks == (interface.draft,)
        marks = letters("ko")[iso].furniture.marks
        assert len(marks) == 2
        assert marks[1] == translated


def test_the_first_note_of_a_letter_gives_the_sources_in_full_and_the_others_the_place(letters: Letters) -> None:
    for letter in letters("en").values():
        first, *others = [text_of(note.line) for note in notes_of(letter)]
        assert "‘A Sense of Terror Stronger than a Bullet’" in first
        assert all(note.startswith("Human Rights Watch, news release, ") for note in others)


def test_the_page_number_keeps_its_placeholders_for_the_renderer(letters: Letters, language: str) -> None:
    for letter in letters(language).values():
        assert "{page}" in letter.furniture.page
        assert "{pages}" in letter.furniture.page
