"""The studio as a process: it tells its address, answers on this machine alone, and ends cleanly."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.studio.server import serve
from tests.studio.browser import running


def test_it_tells_an_address_that_answers_and_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with running(tmp_path) as studio:
        assert studio.address.startswith("http://127.0.0.1:")
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
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
