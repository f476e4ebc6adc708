"""The gate of the studio: who may come in, and what a page may do.

The page can read and write the files of a person, so it is for that person's browser alone: not for other programs on
the network, other users of the machine who do not know the address, or other pages in the same browser.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from dataclasses import dataclass, field

from flask import Flask, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

LOOPBACK = "127.0.0.1"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all a browser hides the origin of our own forms too
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_KEPT = frozenset({"static", "font"})
"""What a browser may keep: it tells nothing of a document."""
_OPEN = frozenset({"enter", "static"})
"""What is answered without a session: the door itself, and the style sheet of the page that refuses."""


@dataclass(slots=True)
class Gate:
    """The keys of one run of the studio: a token that opens once, and the session and form key that follow it."""

    port: int
    _token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _session: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    form_key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """What every form carries, so that no other page can send one."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def address(self) -> str:
        """The address that opens the studio, once."""
        return f"http://{LOOPBACK}:{self.port}/enter?token={self._token}"

    @property
    def _cookie(self) -> str:
        return f"briefgen-studio-{self.port}"  # cookies do not know ports

    def guard(self, app: Flask) -> None:
        """Put the gate before every answer of a web application."""
        app.before_request(self._check)
        app.after_request(_with_headers)
        app.add_url_rule("/enter", "enter", self._enter)

    def _check(self) -> AnyResponse | None:
        if request.host not in (f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"):
            abort(421, "this address is not that of the studio")
        if request.endpoint in _OPEN:
            return None
        if not hmac.compare_digest(request.cookies.get(self._cookie, "").encode(), self._session.encode()):
            abort(
                403,
                "open the address that `briefgen studio` has printed; it opens once: start again for another",
            )
        if request.method not in ("GET", "HEAD"):
            self._check_form()
        return None

    def _check_form(self) -> None:
        if request.headers.get("Origin") != f"http://{request.host}":
            abort(403, "this form does not come from the studio")
        if not hmac.compare_digest(request.form.get("key", "").encode(), self.form_key.encode()):
            abort(403, "this form is of an earlier run of the studio; load the page again")

    def _enter(self) -> AnyResponse:
        given = request.args.get("token", "").encode()
        with self._lock:
            fits = bool(self._token) and hmac.compare_digest(given, self._token.encode())
            self._token = "" if fits else self._token
        if not fits:
            abort(403, "this address was used already, or is not the one that `briefgen studio` has printed")
        answer = redirect(url_for("document.show"), 303)
        answer.set_cookie(self._cookie, self._session, httponly=True, samesite="Strict")
        return answer


def _with_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    if request.endpoint not in _KEPT:
        response.headers["Cache-Control"] = "no-store"
    return response
