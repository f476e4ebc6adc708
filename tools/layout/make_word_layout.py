"""Write the Word file of every layout: `python -m tools.layout.make_word_layout [FOLDER]`.

Each is an ordinary Word document with docxtpl tags. They are made by a program once so that they start clean; a copy
of one may be edited in Word.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from tools.layout.look import LOOKS, Look
from tools.layout.word_parts import parts

LAYOUTS = Path(__file__).parents[2] / "templates" / "layouts"


def write_layout(look: Look, path: Path) -> None:
    """Write a layout to `path`; the same program writes the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts(look).items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, xml.encode())


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else LAYOUTS
    for each in LOOKS:
        write_layout(each, folder / each.name / "word.docx")
