"""The same batch again with nothing changed."""

from __future__ import annotations

from pathlib import Path

from benchmarks.commands import BRIEFGEN, PYTHON, alternating, output_of, timed
from benchmarks.figures import Row, Sample, Section, Target
from benchmarks.inputs import HASHING
from benchmarks.material import as_options, letters
from benchmarks.profiling import IMPORTS, Place, of_command

_PLACES = (
    IMPORTS,
    Place("planning", "batch/plan.py", "plan"),
    Place("hashing what the documents depend on", "batch/fingerprint.py", "inputs"),
    Place("reading the manifest", "batch/manifest.py", "read_entries"),
    Place("hashing what stands there", "batch/manifest.py", "stands"),
    Place("writing the manifest", "batch/manifest.py", "close_journal"),
)

_METHOD = """\
The batch of letters again, into the folder in which it stands, with nothing changed. Beside it: the start of the
program alone, and a bare Python process, from its start, that reads and hashes the same files ({inputs} on which the
documents depend, {outputs} that were made; {size:.0f} MB)."""


def measure(folder: Path, *, quick: bool) -> Section:
    """The section of a batch that is made again."""
    _, batch = letters()
    line = [*BRIEFGEN, "batch", *as_options(batch), "--out", "out"]
    timed(line, folder)
    inputs = [Path(name) for name in output_of([*PYTHON, "-m", "benchmarks.inputs"], folder).splitlines()]
    outputs = [path for path in (folder / "out" / batch.name).iterdir() if path.is_file()]
    names = folder / "files.txt"
    names.write_text("".join(f"{path}\n" for path in (*inputs, *outputs)), encoding="utf-8")
    hashing = [*PYTHON, "-I", "-S", "-c", HASHING, str(names)]
    nothing = [*BRIEFGEN, "--help"]
    competitors = {
        "again": lambda: timed(line, folder),
        "hashing": lambda: timed(hashing, folder),
        "start": lambda: timed(nothing, folder),
    }
    times = alternating(competitors, 5 if quick else 9)
    again = Sample("briefgen batch, nothing changed", times["again"])
    rows = (
        Row("Again, nothing changed", again, Sample("briefgen --help", times["start"]), Target("within", 2)),
        Row("Again, and hashing alone", again, Sample("hashing", times["hashing"]), Target("slower", 3)),
    )
    size = sum(path.stat().st_size for path in (*inputs, *outputs)) / 1e6
    method = _METHOD.format(inputs=len(inputs), outputs=len(outputs), size=size)
    profile = of_command(line[len(BRIEFGEN) :], folder, _PLACES)
    return Section("The same batch again", method, rows, (profile,))
