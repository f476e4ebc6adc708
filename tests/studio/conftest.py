"""A studio for tests: its pages as a browser without scripts sees them, its documents made in this process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from briefgen.errors import BriefgenError, Problem
from briefgen.library.shelves import open_library
from briefgen.studio.app import Studio, application, open_studio
from briefgen.studio.memory import Memory
from briefgen.studio.press import Press
from briefgen.studio.worker import Worker, answer, work

PORT = 5999
HERE = f"http://127.0.0.1:{PORT}"


class PressHere(Press):
    """A press that makes documents in this process."""

    def __init__(self, workspace: Path) -> None:
        super().__init__(workspace, work)
        library = open_library(workspace)
        self.worker = Worker(library, Memory(library.shelves))

    def ask(self, call: str, *arguments: object) -> Any:
        found = answer(self.worker, call, arguments)
        if isinstance(found, tuple) and found and all(isinstance(each, Problem) for each in found):
            raise BriefgenError(found)
        return found


@dataclass
class Visitor:
    """A browser that has come in by the address that was printed."""

    studio: Studio
    client: FlaskClient

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.client.get(path, base_url=HERE, **more)

    def post(self, path: str, fields: Mapping[str, Any], **more: Any) -> TestResponse:
        headers = {"Origin": HERE, **more.pop("headers", {})}
        data = {"key": self.studio.gate.form_key, **fields}
        return self.client.post(path, base_url=HERE, headers=headers, data=data, **more)

    def undo(self, path: str, fields: Mapping[str, str]) -> TestResponse:
        """Press the button that takes the last change back."""
        return self.post(path, {**fields, "change": self.studio.keeper.newest})

    def enter(self) -> Visitor:
        self.get(self.studio.gate.address.removeprefix(HERE))
        return self


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


@pytest.fixture
def opened(workspace: Path) -> Studio:
    return replace(open_studio(workspace, PORT), press=PressHere(workspace))


@pytest.fixture
def stranger(opened: Studio) -> Visitor:
    """Somebody who does not know the address."""
    return Visitor(opened, application(opened).test_client())


@pytest.fixture
def visitor(stranger: Visitor) -> Visitor:
    return stranger.enter()


def plain(answer: TestResponse) -> str:
    """A page without its mark-up."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.get_data(as_text=True)))
