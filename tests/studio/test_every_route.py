"""Whatever is asked of any route: it is answered or refused, and nothing outside the workspace is read or written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.studio.conftest import Visitor

NAME = "secret.txt"
OUTSIDE = "what stands outside of the workspace"
FITTING = {
    "report": ("north-korea-border",),
    "format": ("letter", "briefing"),
    "to": ("FR", "KR", "all", "대한민국"),
    "lang": ("en", "ko", "ar"),
    "date": ("2026-12-01",),
    "panel": ("text", "why", "languages", "difference"),
    "beside": ("en", "ko"),
    "message": ("Excellency,",),
    "says": ("{report.title}", "Excellency, {"),
    "asks-by": ("default", "chosen"),
    "account": ("default", ""),
    "name": ("autumn",),
    "set": ("FR, KR", "all"),
    "formats": ("letter",),
    "languages": ("auto", "ko"),
    "files": ("pdf", "txt"),
    "state": ("missing", "stale"),
    "anyway": ("yes",),
    "role": ("legal adviser",),
    "ui": ("ko",),
}
FREE = (
    "sender",
    "ask",
    "at",
    "change",
    "default",
    "done",
    "form",
    "only",
    "page",
    "seen",
    "sentence",
    "token",
    "words",
)
FIELDS = (*FITTING, *FREE, "campaign")
PLACES = (f"../outside/{NAME}", "../outside", "..", "/etc/passwd", "a/../../outside", "secret.txt\0", "..\\outside")
ODD = st.one_of(st.sampled_from(PLACES), st.text(max_size=40), st.sampled_from(("", "{{7*7}}", "9" * 5000, "x" * 5000)))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / NAME).write_text(OUTSIDE, encoding="utf-8")
    return folder


def state_of(folder: Path, but: Path) -> dict[str, bytes]:
    """The files of a folder and what stands in them, those of one folder in it apart."""
    found = (path for path in folder.rglob("*") if path.is_file() and but not in path.parents)
    return {str(path): path.read_bytes() for path in found}


@st.composite
def requests(draw: st.DrawFn, routes: list[tuple[str, str]]) -> tuple[str, str, dict[str, Any]]:
    """A method, an address, and fields of which some fit; no campaign that there is, so that no batch is begun."""
    method, rule = draw(st.sampled_from(routes))
    odd = [draw(ODD).replace("?", "%3F") for _ in range(rule.count("<"))]  # in an address it would begin the fields
    names = draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=8))
    fields = {
        name: draw(st.one_of(ODD, st.sampled_from(FITTING[name]))) if name in FITTING else draw(ODD) for name in names
    }
    return method, rule.partition("<")[0] + "".join(odd) + rule.partition(">")[2], fields


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_route_answers_or_refuses(visitor: Visitor, outside: Path, workspace: Path, data: st.DataObject) -> None:
    rules = list(visitor.client.application.url_map.iter_rules())
    routes = sorted((method, rule.rule) for rule in rules for method in (rule.methods or ()) & {"GET", "POST"})
    assert len(routes) > len(FITTING), "all desks are there"
    method, address, fields = data.draw(requests(routes))
    answer = visitor.get(address, query_string=fields) if method == "GET" else visitor.post(address, fields)
    told = answer.get_data()
    answer.close()
    assert answer.status_code < 500, (method, address, fields)
    assert OUTSIDE.encode() not in told
    assert b"root:" not in told
    assert state_of(outside.parent, workspace) == {str(outside / NAME): OUTSIDE.encode()}, (
        "nothing outside the workspace is written"
    )
