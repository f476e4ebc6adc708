"""Who may come in, and what a page may do."""

from __future__ import annotations

import pytest

from tests.studio.conftest import HERE, PORT, Visitor

LETTER = "/?format=letter&to=FR"


def test_without_the_address_nothing_is_shown(stranger: Visitor) -> None:
    for path in (
        "/",
        LETTER,
        "/translate/",
        "/batch/",
        "/files/pdf?to=FR",
        "/pages/0.png",
        "/fonts/BriefgenSerif-Regular.ttf",
    ):
        assert stranger.get(path).status_code == 403, path


def test_the_address_opens_once(stranger: Visitor) -> None:
    address = stranger.studio.gate.address.removeprefix(HERE)
    first = stranger.get(address)
    assert first.status_code == 303
    cookie = first.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert stranger.get("/").status_code == 200
    assert stranger.get(address).status_code == 403
    assert stranger.get("/").status_code == 200, "who is in stays in"


@pytest.mark.parametrize("token", ["", "x", "%00", "é" * 40])
def test_another_token_opens_nothing(stranger: Visitor, token: str) -> None:
    assert stranger.get(f"/enter?token={token}").status_code == 403
    stranger.enter()
    assert stranger.get("/").status_code == 200, "a wrong token does not use the right one up"


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", "[::1]"])
def test_another_host_is_refused(visitor: Visitor, host: str) -> None:
    """A name that a stranger lets point to this machine (DNS rebinding) is not the studio."""
    assert visitor.get("/", headers={"Host": host}).status_code in (400, 421)


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", f"https://127.0.0.1:{PORT}", f"{HERE}.evil.example"]
)
def test_a_form_of_another_page_is_refused(visitor: Visitor, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    data = {"key": visitor.studio.gate.form_key}
    assert visitor.client.post("/undo", base_url=HERE, data=data, headers=headers).status_code == 403


@pytest.mark.parametrize("key", ["", "x", "ключ"])
def test_a_form_without_the_key_is_refused(visitor: Visitor, key: str) -> None:
    assert visitor.post("/undo", {"key": key}).status_code == 403


def test_every_answer_says_what_a_page_may_do(visitor: Visitor, stranger: Visitor) -> None:
    for answer in (visitor.get("/"), visitor.get("/nowhere"), visitor.get("/", headers={"Host": "evil.example"})):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/..%2fapp.py",
        "/assets/%2e%2e/%2e%2e/__init__.py",
        "/fonts/..%2f..%2fpyproject.ttf",
        "/fonts/build.json",
        "/pages/..%2f..%2fx.png",
        "/files/..%2f..%2fx",
    ],
)
def test_no_path_leads_out_of_what_is_served(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("name", ["report", "sender", "format", "lang", "to"])
@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "..", "a/../../b"])
def test_no_choice_is_a_path(visitor: Visitor, name: str, path: str) -> None:
    """A report or sender is one of the library's by its name; files elsewhere are not read."""
    answer = visitor.get("/", query_string={"to": "FR", name: path})
    text = answer.get_data(as_text=True)
    assert "root:" not in text
    assert 'class="problems"' in text or "refused" in text


def test_too_much_is_refused(visitor: Visitor) -> None:
    assert visitor.post("/say", {"message": "x", "says": "x" * 2_000_000}).status_code == 413


def test_pages_hold_no_inline_script_or_style(visitor: Visitor) -> None:
    text = visitor.get(LETTER).get_data(as_text=True)
    assert "<style" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    assert text.count("<script") == text.count("<script src=")
