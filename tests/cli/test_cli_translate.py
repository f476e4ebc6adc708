"""`briefgen translate`: catalogues are brought up to date in the user's folder, and hide none of the built-in ones."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.errors import BriefgenError
from briefgen.library.shelves import built_in_shelf, open_library
from tests.check.shelf_copy import ShelfCopy

DOMAINS = ["formats", "interface", "north-korea-border"]


def translate(*words: str) -> Result:
    return CliRunner().invoke(cli, ["translate", *words], catch_exceptions=True)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the user works."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_update_writes_every_catalogue_and_prints_its_path(here: Path) -> None:
    result = translate("update", "--lang", "ko")
    assert result.exit_code == 0
    assert result.output.splitlines() == [f"locales/ko/LC_MESSAGES/{domain}.po" for domain in DOMAINS]
    assert all((here / line).is_file() for line in result.output.splitlines())


def test_an_update_in_an_empty_folder_keeps_the_built_in_translations(here: Path) -> None:
    """An empty catalogue of the workspace would be found first, and hide them all."""
    order = Order("letter", "FR", "ko", "north-korea-border", date(2026, 11, 23))
    before = compose(resolve(open_library(here), order)).document
    translate("update", "--lang", "ko")
    assert compose(resolve(open_library(here), order)).document == before


def test_the_bundled_catalogues_are_up_to_date(here: Path) -> None:
    """What `update` would write is what stands there: messages, comments and work; lines may break elsewhere."""
    written = translate("update").output.splitlines()
    assert len(written) >= len(DOMAINS)
    for file in written:
        assert messages_in(here / file) == messages_in(built_in_shelf() / file), file


def messages_in(path: Path) -> dict[object, tuple[object, ...]]:
    catalogue = read_po(BytesIO(path.read_bytes()))
    return {each.id: (each.string, each.fuzzy, tuple(each.auto_comments)) for each in catalogue if each.id}


def test_an_update_twice_is_the_same_bytes(here: Path) -> None:
    translate("update", "--lang", "ko")
    first = {path.name: path.read_bytes() for path in (here / "locales").rglob("*.po")}
    translate("update", "--lang", "ko")
    assert {path.name: path.read_bytes() for path in (here / "locales").rglob("*.po")} == first
    assert len(first) == len(DOMAINS)


def test_a_changed_sentence_becomes_stale_and_no_letter_goes_out_with_it(
    shelf: ShelfCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add_language("ko")
    monkeypatch.chdir(shelf.path)
    shelf.edit(
        "templates/formats/letter.md", "We therefore urge your Government to:", "We thus urge your Government to:"
    )
    translate("update", "--lang", "ko")
    rows = json.loads(translate("status", "--lang", "ko", "--json").output)
    formats = next(row for row in rows if row["catalogue"] == "formats")
    assert (formats["stale"], formats["missing"]) == (1, 0)
    with pytest.raises(BriefgenError, match="the translation is stale: “We thus urge"):
        compose(resolve(shelf.library, Order("letter", "FR", "ko", "north-korea-border", date(2026, 11, 23))))


def test_the_status_of_the_bundled_catalogues_is_complete(here: Path) -> None:
    rows = json.loads(translate("status", "--lang", "ko", "--json").output)
    assert [row["catalogue"] for row in rows] == DOMAINS
    for row in rows:
        assert row["messages"] == row["translated"] > 0
        assert (row["stale"], row["missing"]) == (0, 0)


def test_the_status_is_shown_in_one_line_for_each_catalogue(here: Path) -> None:
    lines = translate("status", "--lang", "ko").output.splitlines()
    assert len(lines) == len(DOMAINS)
    assert all(line.startswith("ko ") and " translated, 0 stale, 0 missing" in line for line in lines)


@pytest.mark.parametrize("words", [["update"], ["status"]])
@pytest.mark.parametrize("language", ["xx", "en"])
def test_a_language_to_which_nothing_is_translated_is_refused(here: Path, words: list[str], language: str) -> None:
    result = translate(*words, "--lang", language)
    assert isinstance(result.exception, BriefgenError)
    assert f"there is no language `{language}`" in str(result.exception)
    assert list(here.iterdir()) == []
