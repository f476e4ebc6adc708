"""Workbooks (.xlsx) read as rows of text, from whoever made them."""

from __future__ import annotations

import warnings
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from briefgen.errors import BriefgenError, Place
from briefgen.reading.files import MEGABYTE, read_bytes
from briefgen.reading.packages import NoPackageError, unpacked

MAX_BYTES = 5 * MEGABYTE
MAX_UNPACKED = 20 * MEGABYTE

_UNREADABLE = (
    BadZipFile,
    NoPackageError,
    InvalidFileException,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,  # of the XML, by either of the parsers that openpyxl uses
    EOFError,
    OSError,
    RuntimeError,
    ArithmeticError,
    zlib.error,
)
"""What openpyxl raises for a file that is no workbook, or a broken one."""


def read_sheet(path: Path, rows: int, columns: int) -> list[tuple[str, ...]]:
    """The first rows and columns of the first sheet as text; raises a BriefgenError where the file cannot be read."""
    data, place = read_bytes(path, MAX_BYTES), Place(path)
    try:
        unpacked(data, place, MAX_UNPACKED)
        with warnings.catch_warnings():  # of what openpyxl does not carry over, such as lists to choose from
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), data_only=True, read_only=True)
            found = list(book.worksheets[0].iter_rows(max_row=rows, max_col=columns, values_only=True))
            return [tuple("" if cell is None else str(cell) for cell in cells) for cells in found]
    except _UNREADABLE as error:
        raise BriefgenError.one(f"the file cannot be read: {error}", place, "save it again in Excel") from error
