"""The sample documents, rendered once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.render.pdf import render_pdf
from tests.render.pdf.samples import SAMPLES, layout_of


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    paths = {name: folder / f"{name}.pdf" for name in SAMPLES}
    for name, path in paths.items():
        sample = SAMPLES[name]()
        path.write_bytes(render_pdf(sample, layout_of(sample)))
    return paths
