"""Every attack ends with exit code 1 and a message at a place, writes nothing, and asks no server for anything."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.corpus import ATTACKS, SECRET, Attack

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.takes_minutes
RECORDS = {"manifest.json", "manifest.csv", ".journal.jsonl"}
"""In which a batch says what it has not made, and why."""


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[int, list[str]]]:
    """The port of a server on this machine, and what it was asked for."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, requests
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def ended(asked: tuple[int, list[str]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """How each attack ended; all of them are run once, by one process that forks."""
    outside = tmp_path_factory.mktemp("attacks")
    (outside / "secret.txt").write_text(SECRET)
    (outside / "secret.yaml").write_text(f"organisation: {{en: {SECRET}}}\n")
    folders = {name: outside / f"{number:03}" for number, name in enumerate(ATTACKS)}
    for name, attack in ATTACKS.items():
        folders[name].mkdir()
        write(attack, folders[name], asked[0])
    given = [
        {"folder": str(folders[name]), "words": attack.words, "seconds": attack.seconds}
        for name, attack in ATTACKS.items()
    ]
    run = subprocess.run(
        [sys.executable, "-m", "tests.attacks.runner"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    return {name: {**one, "folder": folders[name]} for name, one in zip(ATTACKS, found, strict=True)}


def write(attack: Attack, folder: Path, port: int) -> None:
    for name, data in attack.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, str):
            path.write_text(data.replace("PORT", str(port)), encoding="utf-8")
        elif isinstance(data, bytes):
            path.write_bytes(data)
        else:
            data(path)


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_with_a_message_and_without_a_file(name: str, ended: dict[str, dict[str, Any]]) -> None:
    attack, end = ATTACKS[name], ended[name]
    assert "Traceback" not in end["stderr"] + end["stdout"]
    assert end["code"] == 1, end["stderr"][-2000:]
    assert re.search(attack.message, end["stderr"]), end["stderr"][:2000]
    assert SECRET not in end["stderr"] + end["stdout"]
    written = {path.name for path in (end["folder"] / "output").rglob("*") if path.is_file()}
    assert not written - RECORDS


def test_no_server_was_asked_for_anything(asked: tuple[int, list[str]], ended: dict[str, dict[str, Any]]) -> None:
    assert ended
    assert asked[1] == []
