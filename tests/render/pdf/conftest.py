"""The sample documents, rendered once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.render.pdf import render_pdf
from tests.render.pdf.samples import SAMPLES, layout


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    paths = {name: folder / f"{name}.pdf" for name in SAMPLES}
    for name, path in paths.items():
        path.write_bytes(render_pdf(SAMPLES[name](), layout()))
    return paths
