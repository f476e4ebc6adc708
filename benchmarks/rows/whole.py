"""A whole batch as a user would time it, beside a plain loop and beside the `weasyprint` command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.commands import BRIEFGEN, PYTHON, alternating, font_environment, timed
from benchmarks.figures import Row, Sample, Section, Target
from benchmarks.material import Composer, as_options, layout_of_letters, letters
from benchmarks.plain_pdf import Page, command, page
from benchmarks.profiling import IMPORTS, Place, of_program
from briefgen.batch.plan import Job, plan

FAST = "briefgen batch"
SLOWER = "briefgen batch --no-fast-path"
LOOP = "plain loop"
EACH = "`weasyprint` for each letter"
_CORES = 2
_SAMPLE = 24
_PLACES = (
    IMPORTS,
    Place(
        "laying out in full: for each structure the master, and the letter that proves it", "pdf/press.py", "impression"
    ),
    Place("setting and exchanging lines", "pdf/master.py", "exchanged"),
    Place("preparing and compiling Word layouts, once for each language", "docx/press.py", "press_for"),
    Place("filling Word files", "docx/press.py", "print"),
    Place("reading finished files back", "batch/misaddress.py", "misaddressed"),
    Place("reading languages, formats and the report", "compose/ordering.py", "resolve"),
    Place("composing", "compose/composition.py", "compose"),
    Place("writing files", "briefgen/writing.py", "write_all"),
)

_METHOD = """\
The letter to every member and observer state in the languages of its correspondence, PDF and Word: {documents}
documents, on {cores} cores. Each command runs from an empty folder, from the start of the process to its end.

The *plain loop* is one process with one loop over WeasyPrint and docxtpl: the same texts, composed by the library, the
same pages, style sheets, fonts and Word layout; style sheets are parsed and Word layouts prepared once, before the
loop. It makes PDF/UA-1 alone, does not correct line breaks and tags, and checks nothing. The *`weasyprint` command*
gets finished HTML, one letter after the other, and makes no Word files."""


def measure(folder: Path, *, quick: bool) -> Section:
    """The section of whole batches."""
    library, batch = letters()
    jobs = plan(library, batch).jobs
    options = (*as_options(batch), "--jobs", str(_CORES), "--out", "out")
    competitors: dict[str, Callable[[], float]] = {
        FAST: lambda: _afresh([*BRIEFGEN, "batch", *options], folder),
        SLOWER: lambda: _afresh([*BRIEFGEN, "batch", "--no-fast-path", *options], folder),
        LOOP: lambda: _afresh([*PYTHON, "-m", "benchmarks.plain_loop", "out"], folder),
    }
    rounds = 1 if quick else 3
    singles: list[float] = []
    parts = iter(_pages(jobs, folder, rounds))

    def each_alone() -> float:
        taken = _one_by_one(next(parts), folder)
        singles.extend(taken)
        return sum(taken)

    competitors[EACH] = each_alone
    times = alternating(competitors, rounds)
    fast, loop = Sample(FAST, times[FAST]), Sample(LOOP, times[LOOP])
    each = Sample(EACH, tuple(singles), times=len(jobs))
    rows = [Row("Whole batch, default options", fast, loop, Target("faster", 15))]
    rows.append(Row("Whole batch, supported means", Sample(SLOWER, times[SLOWER]), loop, Target("faster", 6)))
    rows.append(Row("Whole batch, and the command for each letter", fast, each, Target("faster", 25)))
    remarks = (
        f"`weasyprint`: {len(singles)} letters, spread evenly over the batch, were measured and scaled.",
        "The table of places is a profile of the batch with default options in one process without workers; a profiler "
        "makes Python code look dearer than it is. What must be laid out in full bounds the ratio: the plain loop lays "
        "out every letter once, a batch two letters of each structure.",
    )
    method = _METHOD.format(documents=len(jobs), cores=_CORES)
    profile = of_program(("-m", "benchmarks.in_one_process", "profiled"), folder, _PLACES)
    return Section("A whole batch", method, tuple(rows), (profile,), remarks)


def _afresh(line: list[str], folder: Path) -> float:
    shutil.rmtree(folder / "out", ignore_errors=True)
    return timed(line, folder)


def _pages(jobs: tuple[Job, ...], folder: Path, rounds: int) -> list[list[Page]]:
    """Letters from all over the batch as HTML, dealt out to the rounds."""
    library, batch = letters()
    composer, layout = Composer(library, batch), layout_of_letters(library)
    chosen = (jobs[number * len(jobs) // _SAMPLE] for number in range(_SAMPLE))
    pages = [page(composer.compose(job), layout, folder) for job in chosen]
    return [pages[start::rounds] for start in range(rounds)]


def _one_by_one(pages: list[Page], folder: Path) -> list[float]:
    """The times of the `weasyprint` command for some letters."""
    env = font_environment(folder / "fontconfig")
    source, target = folder / "letter.html", folder / "letter.pdf"
    return [timed(command(made, source, target, PYTHON), folder, env) for made in pages]
