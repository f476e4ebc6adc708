"""Files, folders, links and pictures that the documentation names are there, or the program writes them."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.docs.pages import ROOT, Piece, headings, links, pages, spans

ENDINGS = r"yaml|yml|md|py|csv|xlsx|docx|pdf|zip|po|pot|json|jsonl|html|css|txt|png|ttf|sh|toml|p12|eml"
PATH = re.compile(rf"[\w.][\w./*<>-]*/[\w./*<>-]*|\w[\w.-]*\.(?:{ENDINGS})")
"""A path, or the name of a file; `.po` alone is an ending."""
EXAMPLES = {
    "docs/batch.md": {"ko.zip", "eu-and-not-permanent-five.zip", "FR-2.zip", "fr.zip", "output/NAME/"},
    "docs/finished-files.md": {"letter_FR_fr.pdf"},
    "docs/layouts.md": {"fonts/MySerif-Regular.ttf", "fonts/MySerif-Bold.ttf"},
    "docs/overlays.md": {"_anything.md", "templates/delegations/KR/letter.md", "templates/delegations/JP/letter.md"},
    "docs/studio.md": {"templates/delegations/KR/letter.md"},
}
"""Files that a reader makes, or that are so called where a reader names things so."""
WRITTEN = {"NAME.seal.json": ".seal.json", "print.pdf": "print"}
"""What the program writes under a name that it makes, and the part of the name that stands in it."""


def paths() -> list[Piece]:
    every = (piece for page in pages() for piece in spans(page))
    return [piece for piece in every if PATH.fullmatch(piece.text) and piece.text not in EXAMPLES.get(piece.page, ())]


@cache
def files() -> tuple[str, ...]:
    """The files and folders of the project, from the root."""
    folders = ("briefgen", "templates", "locales", "reports", "docs", "tests", "tools", "benchmarks")
    found = (path for name in folders for path in (ROOT / name).rglob("*") if "__pycache__" not in path.parts)
    return tuple(f"/{path.relative_to(ROOT)}" for path in (*ROOT.iterdir(), *found))


@cache
def program() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "briefgen").rglob("*.py"))


def is_there(text: str) -> bool:
    """Whether a file or folder of that name is in the project, or written by the program."""
    if re.search(r"[*<]|\bTAG\b", text):
        pattern = re.sub(r"\*|<\w+>|\bTAG\b", "*", text).strip("/")
        return any(ROOT.glob(pattern))
    name = f"/{text.strip('/')}"
    return any(file.endswith(name) for file in files()) or f'"{WRITTEN.get(text, text).strip("/")}"' in program()


@pytest.mark.parametrize("piece", paths(), ids=str)
def test_every_file_that_is_named_is_there(piece: Piece) -> None:
    assert is_there(piece.text)


@pytest.mark.parametrize("name", ["docs/lettres.md", "templates/*.doc", "locales/TAG/none.yaml", "manifest.yaml"])
def test_a_file_that_is_not_there_is_noticed(name: str) -> None:
    assert PATH.fullmatch(name)
    assert not is_there(name)


def test_every_example_is_still_named() -> None:
    named = {page: {piece.text for piece in spans(page)} for page in EXAMPLES}
    assert {page: names - named[page] for page, names in EXAMPLES.items()} == {page: set() for page in EXAMPLES}


@pytest.mark.parametrize("page", pages())
def test_links_and_pictures_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    lost = []
    for link in links(page):
        path, _, place = link.text.partition("#")
        if re.match(r"https?:", path):
            continue
        target = (folder / path).resolve() if path else ROOT / page
        if not target.exists() or (place and place not in headings(str(target.relative_to(ROOT)))):
            lost.append(str(link))
    assert lost == []


def test_the_network_is_linked_to_but_once() -> None:
    outside = {link.text for page in pages() for link in links(page) if re.match(r"https?:", link.text)}
    assert outside == {"https://distributed.dask.org"}


def test_every_picture_of_the_docs_is_shown() -> None:
    shown = {link.text.rpartition("/")[2] for page in pages() for link in links(page) if link.text.endswith(".png")}
    assert {path.name for path in (ROOT / "docs/images").glob("*.png")} == shown


def test_every_page_of_the_docs_is_linked_to() -> None:
    linked = {link.text.partition("#")[0].rpartition("/")[2] for page in pages() for link in links(page)}
    assert {path.name for path in (ROOT / "docs").glob("*.md")} <= linked
