"""The server of the studio: on this machine alone, until the person ends it."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

from waitress.server import create_server

from briefgen.errors import BriefgenError
from briefgen.studio.app import MOST_BYTES, application, open_studio
from briefgen.studio.gate import LOOPBACK

_THREADS = 6
_IDLE_SECONDS = 60
"""After which a connection that says nothing is closed."""


def serve(workspace: Path, port: int, tell: Callable[[str], None], *, browse: bool) -> None:
    """Serve the studio of a folder until the process is interrupted; `tell` is told the address that opens it.

    Port 0 takes a free one. With `browse` the address is opened in the person's browser. Raises a BriefgenError where
    the port is taken.
    """
    with _bound(port) as line:
        studio = open_studio(workspace, int(line.getsockname()[1]))
        server = create_server(
            application(studio),
            sockets=[line],
            threads=_THREADS,
            channel_timeout=_IDLE_SECONDS,
            max_request_body_size=MOST_BYTES,  # what is larger is not even taken in
            ident=None,
        )
        threading.Thread(target=studio.press.start, daemon=True).start()
        tell(studio.gate.address)
        if browse:
            threading.Thread(target=webbrowser.open, args=(studio.gate.address,), daemon=True).start()
        try:
            server.run()
        finally:
            server.close()
            studio.press.close()


def _bound(port: int) -> socket.socket:
    """A socket at a port of this machine that no other machine reaches; raises a BriefgenError where it is taken."""
    line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one that was open a moment ago is free
    try:
        line.bind((LOOPBACK, port))
        line.listen()
    except OSError as error:
        line.close()
        message = f"port {port} of this machine cannot be used: {error.strerror}"
        raise BriefgenError.one(message, None, "leave --port out to take a free one") from error
    return line
