"""Make the pictures of README and docs from real documents: `python -m tools.pictures.make_pictures`."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2

from briefgen.compose.ordering import Order
from briefgen.library.shelves import Library, open_library
from briefgen.production import produce

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
DAY = date(2026, 12, 1)
SCALE = 0.8
"""Pixels a point: a page is 476 pixels wide."""

CONTACTS = "state,name,form of address\nFR,Camille Example,Ms\n"
LAYOUT = """\
name: Letters in another dress
indent: true
colours: {accent: "#7a1f1f", quiet: "#4a4f57", rule: "#b39a9a"}
margins: {top: 26, bottom: 24, start: 32, end: 28}
"""


@dataclass(frozen=True)
class Picture:
    """One picture: the first page of a document."""

    name: str
    format: str
    recipient: str
    language: str
    contacts: bool = False
    restyled: bool = False


PICTURES = (
    Picture("letter-ko", "letter", "FR", "ko"),
    Picture("factsheet-en", "factsheet", "all", "en"),
    Picture("talking-points-ar", "talking-points", "JP", "ar"),
    Picture("letter-named-fr", "letter", "FR", "fr", contacts=True),
    Picture("letter-overlay-en", "letter", "VA", "en"),
    Picture("letter-restyled-en", "letter", "NR", "en", restyled=True),
)


def main() -> None:
    """Write every picture to docs/images."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        (workspace / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
        restyled = workspace / "restyled" / "templates" / "layouts" / "letterhead"
        restyled.mkdir(parents=True)
        (restyled / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
        for picture in PICTURES:
            _draw(picture, workspace)


def _draw(picture: Picture, workspace: Path) -> None:
    library: Library = open_library(workspace / "restyled" if picture.restyled else None)
    contacts = workspace / "contacts.csv" if picture.contacts else None
    report = "north-korea-border"
    order = Order(picture.format, picture.recipient, picture.language, report, DAY, contacts=contacts)
    (pdf,) = produce(library, order, ["pdf"], workspace).files
    page = pypdfium2.PdfDocument(pdf)[0]
    page.render(scale=SCALE).to_pil().convert("P", colors=64).save(IMAGES / f"{picture.name}.png", optimize=True)


if __name__ == "__main__":
    main()
