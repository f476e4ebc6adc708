"""Adding a language is adding a folder: an eleventh language, made on the fly, is listed, checked and written in."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from briefgen.check.library import check_library
from briefgen.compose.ordering import Order
from briefgen.errors import BriefgenError
from briefgen.library.languages import language_tags
from briefgen.library.messages import messages_to_translate
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library, built_in_shelf, open_library
from briefgen.production import produce
from briefgen.translate.catalogues import po_bytes, template_of, updated

REPORT = "north-korea-border"
DAY = date(2026, 11, 23)
SETTINGS = """\
name: italiano
english_name: Italian
babel: it
quotes: ["«", "»"]
typography:
  tag: it
  families: [Briefgen Serif, Briefgen Serif Ext]
  leading: 14.75
  word_tag: it-IT
  word_body: Times New Roman
  word_heading: Times New Roman
"""
CHECKS = "negations: '.'\nobligations: '.'\napproximations: '.'\nlongest: 2.0\n"
GLOSSARY = "english,translation,kind,note\nsanctions,snoitcnas,term,\n"


def backwards(text: str) -> str:
    """A translation for the test: every word backwards, placeholders and digits as they were."""
    return re.sub(r"\{[^}]*\}|[A-Za-z]+", lambda word: word[0] if word[0][0] == "{" else word[0][::-1], text)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    folder = root / "locales" / "it"
    (folder / "LC_MESSAGES").mkdir(parents=True)
    for name, text in (("language.yaml", SETTINGS), ("checks.yaml", CHECKS), ("glossary.csv", GLOSSARY)):
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("states.csv", "address.yaml", "numbers.yaml"):
        shutil.copy(built_in_shelf() / "locales" / "en" / name, folder / name)
    numbers = folder / "numbers.yaml"
    words = re.sub(r"^  (\w+):", lambda word: f"  {word[1][::-1]}:", numbers.read_text("utf-8"), flags=re.MULTILINE)
    numbers.write_text(words, "utf-8")
    library = open_library(root)
    for domain, messages in messages_to_translate(library, [load_pack(library, REPORT)]).items():
        template = template_of(domain, messages, built_in_shelf())
        path = folder / "LC_MESSAGES" / f"{domain}.po"
        path.write_bytes(updated(path, "it", template))
        _fill(path)
    return root


def _fill(path: Path) -> None:
    """Write the translations into the file that the update has made."""
    with path.open("rb") as file:
        catalog = read_po(file, locale="it")
    for message in catalog:
        if message.id:
            counts = not isinstance(message.id, str)
            one, several = map(backwards, message.id) if counts else (backwards(message.id), "")
            message.string = (one, *[several] * (catalog.num_plurals - 1)) if counts else one
    catalog.fuzzy = False
    path.write_bytes(po_bytes(catalog, "it"))


@pytest.fixture(scope="module")
def library(workspace: Path) -> Library:
    return open_library(workspace)


def test_the_new_language_is_listed_beside_the_others(library: Library) -> None:
    assert set(language_tags(library)) == {*language_tags(open_library()), "it"}


def test_the_new_language_passes_the_checks(library: Library) -> None:
    assert check_library(library, [REPORT], DAY) == []


@pytest.mark.parametrize(("format_", "recipient"), [("letter", "IT"), ("briefing", "all")])
def test_documents_are_written_in_it(library: Library, format_: str, recipient: str, tmp_path: Path) -> None:
    files = produce(library, Order(format_, recipient, "it", REPORT, DAY), ["pdf", "docx"], tmp_path).files
    assert [path.suffix for path in files] == [".pdf", ".docx"]
    assert all(path.stat().st_size > 10_000 for path in files)


def test_a_sentence_that_it_lacks_is_told(library: Library, workspace: Path, tmp_path: Path) -> None:
    other = tmp_path / "workspace"
    shutil.copytree(workspace, other)
    path = other / "locales" / "it" / "LC_MESSAGES" / "interface.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'msgstr "{backwards("The Security Council")}"', 'msgstr ""'), encoding="utf-8")
    with pytest.raises(BriefgenError, match=r"interface\.po:\d+: the translation is empty: “The Security Council”"):
        produce(open_library(other), Order("briefing", "all", "it", REPORT, DAY), ["docx"], tmp_path)
