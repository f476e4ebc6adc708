"""Write the Word layout of the house: `python tools/layout/make_word_layout.py [PATH]`.

The file is an ordinary Word document with docxtpl tags. It is made by a program once so that it starts clean;
from then on it may be edited in Word.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from word_parts import parts

HOUSE = Path(__file__).parents[2] / "templates" / "layouts" / "house" / "word.docx"


def write_layout(path: Path) -> None:
    """Write the layout to `path`; the same program writes the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts().items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, xml.encode())


if __name__ == "__main__":
    write_layout(Path(sys.argv[1]) if len(sys.argv) > 1 else HOUSE)
