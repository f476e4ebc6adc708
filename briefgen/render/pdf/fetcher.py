"""What WeasyPrint may read while it renders: data in the page itself and files of the layout and the fonts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher


class LocalFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches `data:` addresses and files below the given folders; refuses everything else, the network too.

    WeasyPrint logs what was refused, and `press` turns its log into problems. One fetcher must be given to every
    `HTML` and to every `CSS`: each that gets none makes an open one of its own.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self._roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """The response for an address that is allowed; raises `ValueError` for any other."""
        if not url.startswith("data:") and not self._is_ours(url):
            raise ValueError(f"a layout may only use files of its own folder, not {url}")
        return super().fetch(url, headers)

    def _is_ours(self, url: str) -> bool:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            return False
        path = Path(url2pathname(parts.path)).resolve()
        return any(path.is_relative_to(root) for root in self._roots)
