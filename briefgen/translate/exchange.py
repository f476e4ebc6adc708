"""Tables for translators who know neither catalogues nor version control: out as Word or XLSX, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt, RGBColor
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, Protection

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.po import read_po
from briefgen.reading.sheets import read_sheet
from briefgen.render.docx.ooxml import Element, w
from briefgen.render.docx.own_package import parse_part, read_own_file

_KEY = re.compile("⟦([0-9a-f]{10})⟧")
_HEADINGS = ("key", "English", "translation", "note")
_WIDTHS = {"A": 13, "B": 70, "C": 70, "D": 40}
_MAX_ROWS = 20_000
_BREAKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the table: its key, its English text, its translation, and what a translator should know."""

    key: str
    original: str
    translation: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back in one row of a table; `number` is the row as the file shows it."""

    number: int
    key: str
    original: str
    translation: str


def as_xlsx(rows: Iterable[Row], language: str) -> bytes:
    """The rows as a workbook; every cell is text, so that nothing in it is taken for a formula."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(language)
    sheet.append(_HEADINGS)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append(["", "", "", ""])
        for cell, text in zip(sheet[sheet.max_row], (row.key, row.original, row.translation, row.note), strict=True):
            _write(cell, text)
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(cell: Cell, text: str) -> None:
    cell.value, cell.data_type = text, "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.protection = Protection(locked=cell.column_letter != "C")


def as_docx(rows: Iterable[Row], language: str) -> bytes:
    """The rows as a Word table of two columns: English with its key and note, and the translation."""
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.title = f"en – {language}"
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    listed = list(rows)
    table = document.add_table(rows=len(listed) + 1, cols=2, style="Table Grid")
    cells = table._cells  # one list for all rows: asking row by row takes time that grows with their square
    cells[0].text, cells[1].text = "English", language
    for index, row in enumerate(listed, start=1):
        cells[2 * index].text, cells[2 * index + 1].text = row.original, row.translation
        run = cells[2 * index].add_paragraph().add_run(f"⟦{row.key}⟧ {row.note}".strip())
        run.font.size, run.font.color.rgb = Pt(7), RGBColor(0x70, 0x70, 0x70)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_po(rows: Iterable[Row], language: str) -> bytes:
    """The rows as one PO file for translation tools; the key of a row is its context."""
    catalog = Catalog(locale=language.replace("-", "_"), charset="utf-8", fuzzy=False)
    for row in rows:
        notes = [row.note] if row.note else []
        catalog.add(row.original, row.translation, context=row.key, auto_comments=notes)
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True)
    header = 'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{header}"Content-Transfer-Encoding: 8bit\\n"\n"Language: {language}\\n"\n\n'.encode() + buffer.getvalue()


def read_table(path: Path) -> list[Returned]:
    """The rows of what came back, `.xlsx`, `.docx` or `.po`; raises a BriefgenError where it cannot be read."""
    readers = {".xlsx": _read_xlsx, ".docx": _read_docx, ".po": _read_po}
    if path.suffix.lower() not in readers:
        raise BriefgenError.one(
            "this is no table of ours", Place(path), "give the .xlsx, .docx or .po file that came back"
        )
    return list(readers[path.suffix.lower()](path))


def _read_xlsx(path: Path) -> Iterator[Returned]:
    for number, (key, original, translation) in enumerate(read_sheet(path, _MAX_ROWS, 3)[1:], start=2):
        if key:
            yield Returned(number, key, original, translation)


def _read_docx(path: Path) -> Iterator[Returned]:
    file = read_own_file(path)
    for table in parse_part(file.parts[file.main], Place(path)).iter(w("tbl")):
        for number, row in enumerate(table.iterfind(w("tr")), start=1):
            cells = row.findall(w("tc"))
            left, right = (_text_of(cells[at]) for at in (0, -1)) if cells else ("", "")
            found = _KEY.search(left)
            if found:
                yield Returned(number, found[1], left[: found.start()].strip(), right)


def _text_of(cell: Element) -> str:
    """The text of a cell, a line for each paragraph, as if all tracked changes were accepted."""
    return "\n".join("".join(map(_shown, paragraph.iter())) for paragraph in cell.iterfind(w("p")))


def _shown(element: Element) -> str:
    if element.tag == w("t"):
        moved = next(element.iterancestors(w("moveFrom"), w("txbxContent")), None) is not None
        return "" if moved else element.text or ""
    return _BREAKS.get(element.tag, "") if next(element.iterancestors(w("r")), None) is not None else ""


def _read_po(path: Path) -> Iterator[Returned]:
    for message in read_po(path):
        if message.context and isinstance(message.id, str) and isinstance(message.string, str):
            yield Returned(message.lineno or 0, message.context, message.id, message.string)


def changes(returned: Iterable[Returned], known: Mapping[str, Row], path: Path) -> tuple[dict[str, str], list[Problem]]:
    """What a table changes, by key, and the rows that belong to no message, or to an older English text."""
    changed: dict[str, str] = {}
    problems: list[Problem] = []
    for row in returned:
        if row.key not in known:
            hint = "export it again, and take this row over"
            message = "the English text of this row has changed since the export"
            problems.append(Problem(message, Place(path, row.number), hint))
        elif row.original.split() != known[row.key].original.split():
            problems.append(
                Problem("the English text of this row was altered", Place(path, row.number), "leave it as it was")
            )
        elif row.translation.strip() and row.translation.strip() != known[row.key].translation:
            changed[row.key] = row.translation.strip()
    return changed, problems
