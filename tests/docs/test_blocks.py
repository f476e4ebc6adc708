"""The blocks of YAML, Markdown, CSS and Jinja in the documentation are read by the program as its own files are."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from docx import Document

from briefgen.check.overlays import check_overlays
from briefgen.cli import cli
from briefgen.library.campaigns import read_campaign
from briefgen.library.do_not_name import load_names
from briefgen.library.formats import FENCE, OverlayFile, load_format, read_overlay_text
from briefgen.library.shelves import Library, built_in_shelf, open_library
from briefgen.model.format import Format, Sender
from briefgen.model.report import Report
from briefgen.model.typography import LayoutSettings
from briefgen.reading.validation import model_in, read_model
from tests.docs.conftest import REPORT, SENDER, word_file
from tests.docs.pages import Piece, fences, pages

OF_LAYOUT = "docs/layouts.md"


def blocks(info: str, page: str = "") -> list[Piece]:
    return [piece for name in pages() for piece in fences(name) if piece.info == info and page in ("", name)]


def block(page: str, begins: str) -> str:
    """The block of a page that begins with these words."""
    (found,) = [piece.text for piece in fences(page) if piece.text.startswith(begins)]
    return found


def run(line: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, line.split())
    return result.exit_code, f"{result.output}{result.exception or ''}"


def campaign(text: str) -> None:
    """The campaign of a workspace, whose plan can be made."""
    Path("campaign.yaml").write_text(text, encoding="utf-8")
    read_campaign(Path("campaign.yaml"), Path())
    code, output = run("batch campaign.yaml --dry-run")
    assert (code, "JP" in output) == (0, True)


def report(text: str) -> None:
    """Keys of a report, in the place of those that the bundled one has."""
    given = yaml.safe_load(text)
    whole = read_report()
    for name, items in given.items():
        if isinstance(items, list):
            # Of an item only what the page is about is written out; all else is as in the item that there is.
            given[name] = [{**old, **new} for old, new in zip(whole[name], items, strict=False)]
    model_in(yaml.safe_dump({**whole, **given}, allow_unicode=True), Path("report.yaml"), Report)


def source(text: str) -> None:
    """Keys of the source of a report."""
    whole = read_report()
    whole["source"] |= yaml.safe_load(text)
    model_in(yaml.safe_dump(whole, allow_unicode=True), Path("report.yaml"), Report)


def read_report() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((built_in_shelf() / "reports" / REPORT / "report.yaml").read_text("utf-8"))
    return copy.deepcopy(data)


def sender(text: str) -> None:
    kept = [line for line in SENDER.splitlines(keepends=True) if not line.startswith("translations")]
    model_in("".join([*kept, text]), Path("sender.yaml"), Sender)


def format_(text: str) -> None:
    head = (built_in_shelf() / "templates/formats/letter.md").read_text("utf-8").split(FENCE)[1]
    kept = {key: value for key, value in yaml.safe_load(head).items() if key not in yaml.safe_load(text)}
    model_in(f"{yaml.safe_dump(kept)}{text}", Path("letter.md"), Format)


def layout(text: str) -> None:
    settings = model_in(text, Path("layout.yaml"), LayoutSettings)[0]
    assert settings.model_dump(exclude_defaults=True).keys() == yaml.safe_load(text).keys()


READERS: dict[str, Callable[[str], None]] = {
    "name: first-letters": campaign,
    "name: Letters": layout,
    "translations:": sender,
    "takes:": format_,
    "embargo:": report,
    "shared_with:": report,
    "parts:": source,
}
"""How a block of YAML is read, by its first words."""


@pytest.mark.parametrize("piece", blocks("yaml"), ids=str)
def test_a_block_of_yaml_is_read_by_the_reader_of_its_file(piece: Piece, here: Path) -> None:
    (read,) = [reader for begins, reader in READERS.items() if piece.text.startswith(begins)]
    read(piece.text)


def test_each_reader_is_of_use() -> None:
    texts = [piece.text for piece in blocks("yaml")]
    assert [begins for begins in READERS if not any(text.startswith(begins) for text in texts)] == []


OVERLAYS = {"says:": "ko", "asks:": "ko", "{% block": "en"}
"""The languages in which the overlays of the documentation change a letter, by what is in them."""


@pytest.mark.parametrize("piece", blocks("markdown"), ids=str)
def test_an_overlay_changes_the_letter_and_is_in_order(piece: Piece, here: Path, library: Library) -> None:
    overlay = read_at_its_place(piece.text)
    (language,) = [tag for words, tag in OVERLAYS.items() if words in piece.text]
    letter = f"build letter --to {overlay.overlay.for_} --lang {language} --as txt --date 2026-11-23"
    path = here / "output" / f"{REPORT}_letter_{overlay.overlay.for_}_{language}.txt"
    assert run(letter)[0] == 0
    before = path.read_text(encoding="utf-8")
    overlay.layer.path.parent.mkdir(parents=True)
    overlay.layer.path.write_text(piece.text, encoding="utf-8")
    assert run(letter) == (0, f"{path.relative_to(here)}\n")
    assert path.read_text(encoding="utf-8") != before
    files = {"letter": load_format(library, "letter")}
    assert list(check_overlays([overlay], files, {overlay.overlay.for_}, {REPORT})) == []


def read_at_its_place(text: str) -> OverlayFile:
    head = yaml.safe_load(text.split(FENCE)[1])
    return read_overlay_text(text, Path("templates/delegations", head["for"], f"{head['changes']}.md"))


def test_there_are_overlays_to_read() -> None:
    assert len(blocks("markdown")) == len(OVERLAYS)


def test_a_style_sheet_and_settings_are_set_without_a_warning(here: Path) -> None:
    assert run("customize --layout letterhead")[0] == 0
    folder = here / "templates/layouts/letterhead"
    with (folder / "style.css").open("a", encoding="utf-8") as file:
        file.write("".join(piece.text for piece in blocks("css", OF_LAYOUT)))
    settings = yaml.safe_load(block(OF_LAYOUT, "name: Letters"))
    del settings["logo"], settings["fonts"]["family"]  # files that a reader has
    (folder / "layout.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    assert read_model(folder / "layout.yaml", LayoutSettings)[0].indent
    assert run("build letter --to FR --as pdf,docx")[0] == 0


def test_the_tags_of_a_word_template_are_filled(here: Path) -> None:
    tags = [line for piece in blocks("jinja", "docs/word-templates.md") for line in piece.text.splitlines()]
    assert len(tags) > 8
    word_file(here / "my-letter.docx", tags)
    assert run("build letter --to FR --as docx --template my-letter.docx")[0] == 0


def test_a_sentence_that_counts_is_said_in_a_format(here: Path) -> None:
    (piece,) = blocks("jinja", "docs/formats.md")
    folder = here / "templates/formats"
    folder.mkdir()
    own = f"{{% block salutation %}}\n::: salutation\n{piece.text.strip()}\n\n:::\n\n{{% endblock %}}\n"
    text = (built_in_shelf() / "templates/formats/sign-on.md").read_text("utf-8")
    head = yaml.safe_load(text.split(FENCE)[1])
    head |= {"id": "own", "extends": "sign-on"}
    (folder / "own.md").write_text(f"{FENCE}{yaml.safe_dump(head)}{FENCE}{own}", encoding="utf-8")
    assert run("build own --to all --as txt --details details.yaml") == (0, f"output/{REPORT}_own_all_en.txt\n")
    assert "1 organisation has signed so far." in Path(f"output/{REPORT}_own_all_en.txt").read_text("utf-8")


def test_a_list_of_names_is_read_as_such(here: Path) -> None:
    (here / "do-not-name.txt").write_text(block("docs/final.md", "# witnesses"), encoding="utf-8")
    assert len(load_names(open_library(here)).names) == 2


def test_the_problems_that_are_quoted_are_those_that_are_told(here: Path) -> None:
    document = Document()
    for text in (*["Text."] * 6, "Dear {{ addres.block }}"):
        document.add_paragraph(text)
    document.add_table(1, 1)
    document.add_table(3, 1).cell(2, 0).text = "{{ evidence }}"
    document.save("my-letter.docx")
    code, told = run("build letter --to FR --as docx --template my-letter.docx")
    assert (code, told.splitlines()) == (1, block("docs/word-templates.md", "my-letter.docx").splitlines())
