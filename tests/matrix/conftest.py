"""A letter, and a briefing in two directions, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.matrix.cases import Case
from tests.matrix.making import Made, make_all

CASES = [
    Case("letter", "FR", "en", layout="restyled"),
    Case("briefing", "KR", "ko"),
    Case("talking-points", "JP", "ar"),
]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    folder: Path = tmp_path_factory.mktemp("matrix")
    return make_all(CASES, folder)
