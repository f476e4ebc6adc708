"""What WeasyPrint may read while it renders: data in the page itself and files of the layout and the fonts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from PIL import Image, UnidentifiedImageError
from weasyprint.urls import URLFetcher, URLFetcherResponse

MOST_BYTES = 20_000_000
MOST_PIXELS = 20_000_000
PICTURES = ("PNG", "JPEG", "GIF", "WEBP")
LONGEST_SHOWN = 120


class LocalFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches `data:` addresses and files below the given folders; refuses everything else, the network too.

    What it fetches is bounded in bytes and, where it is a picture, in pixels: a small file can hold a huge one.

    WeasyPrint logs what was refused, and `press` turns its log into problems. One fetcher must be given to every
    `HTML` and to every `CSS`: each that gets none makes an open one of its own.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self._roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """The response for an address that is allowed; raises `ValueError` for any other."""
        if not url.startswith("data:") and not self._is_ours(url):
            raise ValueError(f"a layout may only use files of its own folder, not {url[:LONGEST_SHOWN]}")
        response = super().fetch(url, headers)
        try:
            data = response.read(MOST_BYTES + 1)
        finally:
            response.close()
        _require_small(data, url[:LONGEST_SHOWN])
        return URLFetcherResponse(response.url, data, response.headers, response.status)

    def _is_ours(self, url: str) -> bool:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            return False
        path = Path(url2pathname(parts.path)).resolve()
        return any(path.is_relative_to(root) for root in self._roots)


def _require_small(data: bytes, url: str) -> None:
    """Raise `ValueError` for what is too large to be taken into a page, or is a picture of a kind that none needs."""
    if len(data) > MOST_BYTES:
        raise ValueError(f"{url} is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data))
    except UnidentifiedImageError:  # a style sheet, a font, a drawing
        return
    except Exception as error:
        raise ValueError(f"{url} is a picture that cannot be read: {error}") from error
    if picture.format not in PICTURES:
        raise ValueError(f"{url} is a picture of the kind {picture.format}; use one of {', '.join(PICTURES)}")
    if picture.width * picture.height > MOST_PIXELS:
        raise ValueError(f"{url} has {picture.width} × {picture.height} points, which is too large for a page")
