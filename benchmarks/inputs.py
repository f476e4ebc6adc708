"""Which files a batch hashes to see that nothing has changed, and how long that alone takes.

`python -m benchmarks.inputs` prints the files, one a line: every one that is opened while the hashes of the jobs of
the batch of letters are made.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.material import letters
from briefgen.batch.fingerprint import Fingerprints
from briefgen.batch.plan import plan

HASHING = """\
import hashlib, sys
with open(sys.argv[1], encoding="utf-8") as names:
    for name in names.read().splitlines():
        with open(name, "rb") as file:
            hashlib.sha256(file.read()).hexdigest()
"""
"""A bare program that reads and hashes the files of a list."""


def hashed() -> tuple[Path, ...]:
    """The files that are opened for the hashes of a batch."""
    library, batch = letters()
    jobs = plan(library, batch).jobs
    opened: dict[Path, None] = {}
    listening = True

    def listen(event: str, details: tuple[object, ...]) -> None:
        if listening and event == "open" and isinstance(details[0], str):
            opened.setdefault(Path(details[0]))

    sys.addaudithook(listen)
    fingerprints = Fingerprints(library, batch)
    for job in jobs:
        fingerprints.inputs(job)
    listening = False
    return tuple(sorted(path.resolve() for path in opened if path.is_file()))


if __name__ == "__main__":
    sys.stdout.write("".join(f"{path}\n" for path in hashed()))
