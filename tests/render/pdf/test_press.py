"""The machine itself: its version, its warnings, and its independence from the fonts of the machine."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.document import Heading, Paragraph, Run
from briefgen.errors import BriefgenError
from briefgen.render.pdf import load, render_pdf
from tests.render.pdf.reading import opened
from tests.render.pdf.samples import LETTERHEAD, ROOT, document, layout


def with_css(folder: Path, css: str) -> Path:
    (folder / "page.html").write_text((LETTERHEAD / "page.html").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "style.css").write_text((LETTERHEAD / "style.css").read_text(encoding="utf-8") + css, encoding="utf-8")
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


def test_the_sheet_of_a_layout_is_added_to_the_common_one_and_the_settings_to_both(tmp_path: Path) -> None:
    heading = document(Heading(1, (Run("Wells"),)))
    plain = render_pdf(heading, layout("en", folder=with_css(tmp_path, "")))
    green = render_pdf(heading, layout("en", folder=with_css(tmp_path, ":root { --accent: #006644 }")))
    again = layout("en", folder=tmp_path, colours={"accent": "#1b3a6b"})
    assert plain != green
    assert render_pdf(heading, again) == plain


def test_a_layout_may_leave_out_what_a_shelf_has(tmp_path: Path) -> None:
    (tmp_path / "letterhead").mkdir()
    assert render_pdf(document(), layout(folder=tmp_path / "letterhead")) == render_pdf(document(), layout())
    with pytest.raises(BriefgenError, match=r"page\.html"):
        render_pdf(document(), layout(folder=tmp_path / "other"))


def test_faces_of_a_layout_are_embedded_and_ours_stay_for_what_they_lack(tmp_path: Path) -> None:
    folder = with_css(tmp_path, "")
    (folder / "fonts").mkdir()
    for face in ("Regular", "Bold"):
        data = (ROOT / "briefgen" / "fonts" / f"BriefgenSerif-{face}.ttf").read_bytes()
        (folder / "fonts" / f"MySerif-{face}.ttf").write_bytes(data)
    words = Paragraph((Run("water 물"),))
    with opened(render_pdf(document(words), layout(folder=folder, fonts={"family": "My Serif"}))) as pdf:
        names = {str(font.BaseFont).split("+")[1] for font in pdf.pages[0].Resources.Font.values()}
    assert any("My" in name for name in names), names
    assert any("KR" in name for name in names), names


def test_where_weasyprint_gets_stuck_a_page_of_another_height_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    press = load("press")
    render, tried = press.weasyprint.HTML.render, []

    def stuck(self: object, *args: object, **options: object) -> object:
        tried.append(1)
        assert len(tried) > stops, "as in weasyprint.layout.page.make_page"
        return render(self, *args, **options)

    monkeypatch.setattr(press.weasyprint.HTML, "render", stuck)
    stops = 1
    assert render_pdf(document(), layout()).startswith(b"%PDF")
    stops = 99
    with pytest.raises(BriefgenError, match="cannot be made up"):
        render_pdf(document(), layout())


def test_no_handler_is_left_behind() -> None:
    before = list(logging.getLogger("weasyprint").handlers)
    assert render_pdf(document(), layout())
    assert logging.getLogger("weasyprint").handlers == before


def test_another_version_of_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    press = load("press")
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
