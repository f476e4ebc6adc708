"""The server as a person starts and ends it, in a folder of which not every file is to be trusted."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from briefgen.errors import BriefgenError
from briefgen.studio.server import serve
from tests.studio.browser import running as started

LETTER = "?report=north-korea-border&format=letter&to=FR&lang=en&date=2026-12-01"
_ROOT = Path(__file__).parents[2]
_START = """
import signal
from briefgen.cli import main
if __name__ == '__main__':
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal; the tests may run in the background
    main()
"""


@contextmanager
def running(program: Path, workspace: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The studio of a folder, and the address that opens it; started as an installed command is: from a file."""
    program.write_text(_START, encoding="utf-8")
    command = [sys.executable, str(program), "studio", "--no-browser"]
    with subprocess.Popen(
        command,
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [pid for pid, of in pairs if of == parent]


def visitor(address: str) -> OpenerDirector:
    """A browser that has come in."""
    made = build_opener(HTTPCookieProcessor())
    made.open(address).close()
    return made


def worker_of(studio: subprocess.Popen[str]) -> int:
    """The process in which documents are made, once it is there: the last that the studio has started."""
    for _ in range(300):
        found = sorted(children(studio.pid))
        if len(found) > 1:
            return found[-1]
        time.sleep(0.1)
    raise AssertionError("there is no worker")


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and ") Z " not in status.read_text()


def gone(pid: int) -> bool:
    for _ in range(100):
        if not is_alive(pid):
            return True
        time.sleep(0.1)
    return False


def test_no_module_of_the_workspace_is_loaded(tmp_path: Path, workspace: Path) -> None:
    """A new Python looks for its modules in the folder in which it starts, unless it is told not to."""
    for name in ("multiprocessing", "pickle", "signal", "briefgen"):
        program = f"open({str(tmp_path / 'loaded')!r}, 'w')\n"
        (workspace / f"{name}.py").write_text(program, encoding="utf-8")
    with running(tmp_path / "program", workspace) as (_, address):
        page = visitor(address).open(address.partition("enter")[0] + LETTER)
        assert "Excellency" in page.read().decode()
    assert not (tmp_path / "loaded").exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc here")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("busy", [False, True])
def test_no_worker_outlives_the_studio(tmp_path: Path, workspace: Path, number: int, *, busy: bool) -> None:
    with running(tmp_path / "program", workspace) as (process, address):
        worker, browser = worker_of(process), visitor(address)
        letter = address.partition("enter")[0] + LETTER
        browser.open(letter).close()
        if busy:
            os.kill(worker, signal.SIGSTOP)
            threading.Thread(target=_ask, args=(browser, letter), daemon=True).start()
            time.sleep(1)
        os.killpg(process.pid, number) if number == signal.SIGINT else os.kill(process.pid, number)
        process.wait(20)
        if busy and number != signal.SIGINT:
            os.kill(worker, signal.SIGCONT)
        assert gone(worker)
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def _ask(browser: OpenerDirector, address: str) -> None:
    with suppress(OSError, HTTPException):
        browser.open(address).close()


def test_it_tells_an_address_that_answers_and_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with started(tmp_path) as studio:
        assert studio.address.startswith("http://127.0.0.1:")
        opener = build_opener(HTTPCookieProcessor())
        with opener.open(studio.address, timeout=60) as answer:
            assert answer.status == 200
            assert "briefgen" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            opener.open(studio.address, timeout=60)
        port = int(studio.here.rpartition(":")[2])
        for address in _other_addresses():
            with socket.socket() as other:
                other.settimeout(2)
                assert other.connect_ex((address, port)) != 0, address


def _other_addresses() -> list[str]:
    found = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    return [str(address) for address in found if not str(address).startswith("127.")]


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BriefgenError, match="cannot be used"):
            serve(tmp_path, taken.getsockname()[1], lambda _: None, browse=False)
