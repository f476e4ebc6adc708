"""The machine itself: its version, its warnings, and its independence from the fonts of the machine."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.render.pdf import _press, render_pdf
from tests.render.pdf.samples import HOUSE, ROOT, document, layout


def with_css(folder: Path, css: str) -> Path:
    (folder / "page.html").write_text((HOUSE / "page.html").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "style.css").write_text((HOUSE / "style.css").read_text(encoding="utf-8") + css, encoding="utf-8")
    return folder


def test_warnings_of_weasyprint_are_problems(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError) as caught:
        render_pdf(document(), layout("en", folder=with_css(tmp_path, "p { colour: red; font-wait: bold }")))
    assert len(caught.value.problems) == 2
    assert "colour" in caught.value.problems[0].message


def test_a_layout_that_was_mended_is_good_again(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError):
        render_pdf(document(), layout("en", folder=with_css(tmp_path, "p { colour: red }")))
    assert render_pdf(document(), layout("en", folder=with_css(tmp_path, "p { color: red }"))).startswith(b"%PDF-1.7")


def test_no_handler_is_left_behind() -> None:
    before = list(logging.getLogger("weasyprint").handlers)
    assert render_pdf(document(), layout())
    assert logging.getLogger("weasyprint").handlers == before


def test_another_version_of_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    press = _press()
    monkeypatch.setattr(press.weasyprint, "VERSION", "71.0")
    with pytest.raises(BriefgenError, match=r"needs WeasyPrint 70\.x, and 71\.0 is installed"):
        press.require_tried_version()


def test_a_file_is_the_same_from_another_process_with_other_settings(tmp_path: Path) -> None:
    script = (
        "import sys; from tests.render.pdf.samples import SAMPLES, layout; from briefgen.render.pdf import render_pdf;"
        "sys.stdout.buffer.write(render_pdf(SAMPLES['letter-ko'](), layout()))"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), **settings},
            capture_output=True,
            check=True,
        ).stdout
        for settings in (
            {"TZ": "Asia/Seoul", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
            {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
        )
    )
    assert first == second
    assert first.startswith(b"%PDF")


def test_importing_the_package_does_not_load_weasyprint() -> None:
    script = "import sys, briefgen.render.pdf; sys.exit('weasyprint' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_missing_text_libraries_are_explained(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    script = (
        "from tests.render.pdf.samples import document, layout; from briefgen.errors import BriefgenError\n"
        "from briefgen.render.pdf import render_pdf\n"
        "try: render_pdf(document(), layout())\n"
        "except BriefgenError as err: print(err)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "cannot load library libpango-1.0-0" in done.stdout
    assert "apt-get install" in done.stdout
