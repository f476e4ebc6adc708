"""Nothing but data and the layout's own files is read while a page is set."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.render.pdf import load, render_pdf
from tests.render.pdf.samples import LAYOUTS, document, layout

load("press")
from briefgen.render.pdf.fetcher import LocalFetcher  # noqa: E402 - the fonts must be shown to fontconfig first


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ours = tmp_path / "layout"
    ours.mkdir()
    (ours / "logo.txt").write_text("ours")
    (tmp_path / "secret.txt").write_text("secret")
    (ours / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    return ours


def test_files_of_the_layout_and_data_are_read(folder: Path) -> None:
    fetcher = LocalFetcher([folder])
    with_file = fetcher.fetch((folder / "logo.txt").as_uri())
    assert with_file.read() == b"ours"
    with_file.close()
    assert fetcher.fetch("data:text/plain,ours").read() == b"ours"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/x",
        "https://example.org/x",
        "ftp://example.org/x",
        "file:///etc/hostname",
        "file://example.org/x",
        "FILE:///etc/hostname",
        "HTTP://example.org/",
        "x:y",
        "",
    ],
)
def test_everything_else_is_refused(url: str, folder: Path) -> None:
    with pytest.raises(ValueError, match="only use files of its own folder"):
        LocalFetcher([folder]).fetch(url)


@pytest.mark.parametrize("path", ["../secret.txt", "%2e%2e/secret.txt", "way-out.txt"])
def test_no_way_leads_out_of_the_folder(path: str, folder: Path) -> None:
    with pytest.raises(ValueError, match="only use files of its own folder"):
        LocalFetcher([folder]).fetch(f"{folder.as_uri()}/{path}")


@pytest.mark.parametrize(
    ("html", "css"),
    [
        ('<img alt="x" src="http://127.0.0.1:9/x.png">', ""),
        ('<img alt="x" src="../secret.txt">', ""),
        ('<link rel="stylesheet" href="http://127.0.0.1:9/x.css">', ""),
        ('<link rel="attachment" href="../secret.txt">', "@import url(http://127.0.0.1:9/x.css);"),
        ("", "@import url(http://127.0.0.1:9/x.css);"),
        ("", "@font-face { font-family: x; src: url(http://127.0.0.1:9/x.ttf) }"),
        ("", "body { background: url(http://127.0.0.1:9/x.png) }"),
    ],
)
def test_a_layout_that_reaches_out_is_refused(html: str, css: str, folder: Path) -> None:
    shell = (LAYOUTS / "_common" / "page.html").read_text(encoding="utf-8").replace("</body>", f"{html}</body>")
    (folder / "page.html").write_text(shell, encoding="utf-8")
    (folder / "style.css").write_text(css, encoding="utf-8")
    for _ in range(2):  # a parsed style sheet is kept; its fault must not be forgotten
        with pytest.raises(BriefgenError, match="WeasyPrint: "):
            render_pdf(document(), layout("en", folder=folder))
