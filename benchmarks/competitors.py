"""Who makes a letter, from its job to its file, in a process that is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.material import Composer, layout_of_letters, letters, member_jobs
from benchmarks.plain_pdf import PlainPdf
from benchmarks.plain_word import PlainWord
from benchmarks.stand import Make
from benchmarks.typst_letter import TypstLetters
from briefgen import fonts
from briefgen.batch.making import Site, Task, make
from briefgen.batch.plan import Job
from briefgen.document import Document
from briefgen.model.typography import Layout
from briefgen.workshop import renderer

COMPOSED = "composing alone"
FAST = "briefgen, fast path"
SUPPORTED = "briefgen, supported means"
TYPST = "Typst"
WEASYPRINT = "WeasyPrint alone"
WORD = "briefgen, Word"
DOCXTPL = "docxtpl alone"


def made_by(name: str, language: str, folder: Path) -> tuple[int, Make]:
    """How many letters there are, and who makes them."""
    library, batch = letters((language,), ("pdf",))
    jobs = member_jobs(library, batch)
    if name in (FAST, SUPPORTED):
        site = Site(library, batch, folder / "letters")
        return len(jobs), _of_batch(replace(site, fast_path=name == FAST), jobs)
    composer, layout = Composer(library, batch), layout_of_letters(library)
    if name in (WORD, DOCXTPL):
        return len(jobs), _of_documents(list(map(composer.compose, jobs)), _WORD[name](layout, folder), folder)
    if name == COMPOSED:
        return len(jobs), lambda number: composer.compose(jobs[number])
    render = _PDF[name](layout, folder)

    def whole(number: int) -> None:
        document = composer.compose(jobs[number])
        (folder / f"{jobs[number].name}.pdf").write_bytes(render(document))

    return len(jobs), whole


def _of_batch(site: Site, jobs: tuple[Job, ...]) -> Make:
    """The batch's own way: composed, hashed, rendered, read back and written."""
    site.folder.mkdir(parents=True, exist_ok=True)

    def one(number: int) -> None:
        entry = make(site, Task(jobs[number], ()))
        if entry.problems:
            raise RuntimeError("; ".join(entry.problems))

    return one


def _of_documents(documents: list[Document], render: Callable[[Document], bytes], folder: Path) -> Make:
    def one(number: int) -> None:
        (folder / f"{number}.docx").write_bytes(render(documents[number]))

    return one


def _our_word(layout: Layout, _folder: Path) -> Callable[[Document], bytes]:
    render = renderer("docx")
    return lambda document: render(document, layout)


def _plain_pdf(layout: Layout, folder: Path) -> Callable[[Document], bytes]:
    fonts.isolate(folder / "fontconfig")
    return PlainPdf(layout, folder).render


_WORD: Mapping[str, Callable[[Layout, Path], Callable[[Document], bytes]]] = {
    WORD: _our_word,
    DOCXTPL: lambda layout, folder: PlainWord(layout, folder).render,
}
_PDF: Mapping[str, Callable[[Layout, Path], Callable[[Document], bytes]]] = {
    TYPST: lambda layout, _folder: TypstLetters(layout).render,
    WEASYPRINT: _plain_pdf,
}
