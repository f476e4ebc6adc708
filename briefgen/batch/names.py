"""Names of files and cells of tables that are safe wherever they go."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")
_LONGEST = 60
_FORMULA = "=+-@\t\r"


def file_part(text: str) -> str:
    """A text as a part of a file name: Unicode stays, what Windows or a path would take otherwise goes.

    Never empty, never a reserved name, no dot or space at an end, at most 60 characters (Microsoft, Naming Files).
    """
    plain = unicodedata.normalize("NFC", text)
    bare = "".join(char for char in plain if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    words = " ".join(_FORBIDDEN.sub(" ", bare).replace("_", " ").split())[:_LONGEST].strip(" .")
    if not words or _RESERVED.fullmatch(words.partition(".")[0]):
        return f"x{words}"
    return words.replace(" ", "-")


def cell(value: object) -> str:
    """A value as a cell of a CSV file that no spreadsheet runs as a formula (OWASP, CSV injection)."""
    text = " ".join(str(value).split())
    return f"'{text}" if text[:1] and text[0] in _FORMULA else text
