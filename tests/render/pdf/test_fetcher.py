"""Nothing but data and the layout's own files is read while a page is set."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefgen.errors import BriefgenError
from briefgen.render.pdf import load, render_pdf
from tests.render.pdf.samples import LAYOUTS, document, layout

load("press")
from briefgen.render.pdf import fetcher  # noqa: E402 - the fonts must be shown to fontconfig first
from briefgen.render.pdf.fetcher import LocalFetcher  # noqa: E402


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ours = tmp_path / "layout"
    ours.mkdir()
    (ours / "logo.txt").write_text("ours")
    (tmp_path / "secret.txt").write_text("secret")
    (ours / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    return ours


def test_files_of_the_layout_and_data_are_read(folder: Path) -> None:
    ours = LocalFetcher([folder])
    with_file = ours.fetch((folder / "logo.txt").as_uri())
    assert with_file.read() == b"ours"
    with_file.close()
    assert ours.fetch("data:text/plain,ours").read() == b"ours"


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


def png(width: int, height: int) -> bytes:
    target = BytesIO()
    Image.new("1", (width, height)).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.png", lambda: png(5_000, 5_000), "5000 × 5000 points"),
        ("x.tif", lambda: b"II*\0\x08\0\0\0\0\0", "picture"),
        ("x.ppm", lambda: b"P6 2 2 255\n" + bytes(12), "kind PPM"),
        ("x.css", lambda: bytes(fetcher.MOST_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_is_too_large_or_of_another_kind_is_refused(
    name: str, data: Callable[[], bytes], message: str, folder: Path
) -> None:
    (folder / name).write_bytes(data())
    with pytest.raises(ValueError, match=message):
        LocalFetcher([folder]).fetch((folder / name).as_uri())


def test_a_picture_in_the_address_is_looked_at_too(folder: Path) -> None:
    address = f"data:image/png;base64,{b64encode(png(5_000, 5_000)).decode()}"
    with pytest.raises(ValueError, match="5000 × 5000 points"):
        LocalFetcher([folder]).fetch(address)
    (folder / "x.png").write_bytes(png(100, 100))
    assert LocalFetcher([folder]).fetch((folder / "x.png").as_uri()).read() == png(100, 100)
