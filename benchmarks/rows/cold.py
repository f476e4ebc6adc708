"""One letter from the command line, from a cold start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.commands import BRIEFGEN, PYTHON, alternating, font_environment, timed
from benchmarks.figures import Row, Sample, Section, Target
from benchmarks.material import DAY, Composer, layout_of_letters, letters
from benchmarks.plain_pdf import command, page
from benchmarks.profiling import IMPORTS, Place, of_command
from briefgen.batch.plan import Job
from briefgen.compose.request import Recipient

_PLACES = (
    IMPORTS,
    Place("reading the language, the format and the report", "compose/ordering.py", "resolve"),
    Place("composing", "compose/composition.py", "compose"),
    Place("laying out and drawing", "pdf/press.py", "impression"),
    Place("cutting parts of fonts out", "pdf/subsets.py", "part"),
)

_METHOD = """\
`briefgen build letter --to KR --lang ko --as pdf`, beside the `weasyprint` command on the same page, with the same
style sheets and fonts. Only ours reads the report and composes; fontconfig's records of an earlier run stand ready for
the command."""


def measure(folder: Path, *, quick: bool) -> Section:
    """The section of a cold start."""
    library, batch = letters(("ko",), ("pdf",))
    document = Composer(library, batch).compose(Job("letter", Recipient(state="KR"), "ko"))
    made = page(document, layout_of_letters(library), folder)
    bare = command(made, folder / "letter.html", folder / "letter.pdf", PYTHON)
    env = font_environment(folder / "fontconfig")
    order = ("build", "letter", "--to", "KR", "--lang", "ko", "--as", "pdf", "--date", DAY.isoformat())
    competitors: dict[str, Callable[[], float]] = {
        "ours": lambda: timed([*BRIEFGEN, *order, "--out", "out"], folder),
        "bare": lambda: timed(bare, folder, env),
    }
    for warm in competitors.values():
        warm()
    times = alternating(competitors, 7 if quick else 11)
    row = Row(
        "One letter, cold",
        Sample("briefgen build", times["ours"]),
        Sample("weasyprint", times["bare"]),
        Target("slower", 1.3),
    )
    profile = of_command((*order, "--out", "out"), folder, _PLACES)
    return Section("One letter from a cold start", _METHOD, (row,), (profile,))
