"""The whole batch in one process without workers, to be profiled: `python -m benchmarks.in_one_process OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.material import letters
from briefgen.batch.crew import shares
from briefgen.batch.making import Site, Task, make_all
from briefgen.batch.plan import plan

if __name__ == "__main__":
    library, batch = letters()
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for share in shares([Task(job, ()) for job in plan(library, batch).jobs]):
        for entry in make_all(Site(library, batch, folder), share):
            if entry.problems:
                sys.exit("; ".join(entry.problems))
