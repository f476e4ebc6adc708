"""A whole batch as a plain loop: one process, WeasyPrint and docxtpl for each document, nothing else.

`python -m benchmarks.plain_loop FOLDER` writes the letters to all delegations, PDF and Word, to a folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.material import Composer, layout_of_letters, letters
from benchmarks.plain_pdf import PlainPdf
from benchmarks.plain_word import PlainWord
from briefgen import fonts
from briefgen.batch.plan import plan


def main(target: Path) -> None:
    """Write every document of the batch to a folder, one after the other."""
    library, batch = letters()
    layout, composer = layout_of_letters(library), Composer(library, batch)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        fonts.isolate(folder / "fontconfig")
        pdf, word = PlainPdf(layout, folder), PlainWord(layout, folder)
        for job in plan(library, batch).jobs:
            document = composer.compose(job)
            (target / f"{job.name}.pdf").write_bytes(pdf.render(document))
            (target / f"{job.name}.docx").write_bytes(word.render(document))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
