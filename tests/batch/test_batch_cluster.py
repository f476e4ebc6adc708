"""A batch on a cluster: a real scheduler with two workers on the loopback, and what goes wrong there."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dask
import pytest
from distributed import Client

from briefgen.batch.cluster import Cluster
from briefgen.batch.crew import Processes
from briefgen.batch.holding import held
from briefgen.batch.making import Site
from briefgen.batch.manifest import MANIFEST, Entry
from briefgen.batch.plan import plan
from briefgen.batch.running import Outcome, run
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library, built_in_shelf
from tests.batch.conftest import batch_of, ran
from tests.batch.dask_preload import DEADLY
from tests.check.shelf_copy import ShelfCopy

TWENTY_FOUR = ("security-council", "BE", "DE", "JP", "NR", "VA", "IE", "NO", "SE", "CH")
DASK = [sys.executable, "-m", "dask"]
LOCAL = ["--host", "127.0.0.1", "--no-dashboard"]


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command of Dask, and all that it starts, until the block ends."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(built_in_shelf()),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",  # so that a deadly letter ends two workers, not eight
    }
    process = subprocess.Popen(
        [*DASK, *words, *LOCAL],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def workers(address: str, *words: str) -> list[str]:
    return ["worker", address, "--nthreads", "1", *words]


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler without workers."""
    file = tmp_path_factory.mktemp("dask") / "scheduler.json"
    with running("scheduler", "--port", "0", "--scheduler-file", str(file)) as process:
        for _ in range(600):
            if file.exists() and file.read_text(encoding="utf-8").endswith("}"):
                break
            assert process.poll() is None, "the scheduler has ended"
            time.sleep(0.05)
        yield json.loads(file.read_text(encoding="utf-8"))["address"]


@pytest.fixture(scope="module")
def address(scheduler: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    preload = str(Path(__file__).with_name("dask_preload.py"))
    scratch = str(tmp_path_factory.mktemp("scratch"))
    with running(*workers(scheduler, "--nworkers", "2", "--preload", preload, "--local-directory", scratch)):
        with Client(scheduler, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=30)
        yield scheduler


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def ran_with(library: Library, folder: Path, address: str, progress: Callable[[Entry], None]) -> Outcome:
    batch = batch_of(to=TWENTY_FOUR)
    with held(folder) as hold:
        return run(Site(library, batch, folder), plan(library, batch), Cluster(address), hold, progress)


def test_a_worker_that_is_killed_changes_no_byte(library: Library, tmp_path: Path, address: str) -> None:
    ran(library, tmp_path / "here", Processes(2), to=TWENTY_FOUR)
    made: list[Entry] = []

    def kill_one(entry: Entry) -> None:
        made.append(entry)
        if len(made) == 6:
            with Client(address, set_as_default=False) as client:
                victim = next(iter(client.run(os.getpid).values()))
            os.kill(victim, signal.SIGKILL)

    outcome = ran_with(library, tmp_path / "there", address, kill_one)
    assert len(outcome.entries) == outcome.made == len(made) == 24
    assert outcome.problems == ()
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_a_letter_that_ends_every_worker_is_listed_and_stops_nobody_else(
    library: Library, tmp_path: Path, address: str
) -> None:
    contacts = tmp_path / "contacts.csv"
    contacts.write_text(f"state,name\nFR,{DEADLY}\n", encoding="utf-8")
    outcome = ran(library, tmp_path / "out", Cluster(address), contacts=contacts)
    (lost,) = outcome.problems
    assert lost.contact == DEADLY
    assert "every worker that made it was ended" in lost.problems[0]
    assert {entry.name for entry in outcome.entries if entry.status == "done"} == {"letter_JP_en", "letter_NR_en"}


def test_a_changed_sentence_writes_again_only_the_documents_that_use_it(
    shelf: ShelfCopy, folder: Path, address: str
) -> None:
    to = ("FR", "NR", "VA")
    ran(shelf.library, folder, Cluster(address), to=to)
    times = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.txt")}
    shelf.edit("templates/formats/letter.md", "discuss these matters with you", "discuss this matter with you")
    (folder / "letter_VA_en.txt").unlink()
    outcome = ran(shelf.library, folder, Cluster(address), to=to)
    assert outcome.problems == ()
    assert outcome.made == 3
    changed = {path.name for path in folder.glob("*.txt") if path.stat().st_mtime_ns != times[path.name]}
    assert changed == {"letter_NR_en.txt", "letter_VA_en.txt"}


def test_a_worker_with_two_threads_is_refused_by_its_name(library: Library, folder: Path, scheduler: str) -> None:
    with running(*workers(scheduler, "--nthreads", "2", "--name", "two", "--no-nanny")):
        with Client(scheduler, set_as_default=False) as client:
            while 2 not in client.nthreads().values():
                time.sleep(0.05)
            two = next(worker for worker, threads in client.nthreads().items() if threads == 2)
        with pytest.raises(BriefgenError, match=f"worker {two} differs: threads of a worker: 2, not 1") as caught:
            ran(library, folder, Cluster(scheduler))
    assert len(caught.value.problems) == 1
    assert not list(folder.glob("*.txt"))
    with Client(scheduler, set_as_default=False) as client:
        while 2 in client.nthreads().values():
            time.sleep(0.05)


def test_where_no_scheduler_answers_it_is_told_in_a_few_seconds(library: Library, folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = time.monotonic()
    with pytest.raises(BriefgenError, match=f"no Dask scheduler answers at tcp://127.0.0.1:{port}"):
        ran(library, folder, Cluster(f"tcp://127.0.0.1:{port}"))
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("address", ["", "nonsense", "http://127.0.0.1:8786", "tcp://127.0.0.1", "tcp://:8786"])
def test_what_is_no_address_is_told(library: Library, folder: Path, address: str) -> None:
    with pytest.raises(BriefgenError, match="is no address of a scheduler"):
        ran(library, folder, Cluster(address))


def test_an_address_with_tls_needs_certificates(library: Library, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="there are no certificates for TLS"):
        ran(library, folder, Cluster("tls://127.0.0.1:8786"))
    missing = {f"distributed.comm.tls.{name}": str(tmp_path / "none.pem") for name in ("ca-file", "client.cert")}
    with dask.config.set(missing), pytest.raises(BriefgenError, match=r"cannot be read: .*No such file"):
        ran(library, folder, Cluster("tls://127.0.0.1:8786"))


def test_without_the_extra_it_is_told_what_to_install(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BriefgenError, match=r'pip install "briefgen\[cluster\]"'):
        ran(library, folder, Cluster("tcp://127.0.0.1:8786"))


def test_a_batch_in_which_all_stands_needs_no_cluster(library: Library, folder: Path) -> None:
    ran(library, folder)
    before = contents(folder)
    assert ran(library, folder, Cluster("tcp://127.0.0.1:1")).made == 0
    assert (folder / MANIFEST).read_bytes() == before[MANIFEST]
