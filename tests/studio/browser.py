"""A real browser for tests: Debian's Chromium, driven by Playwright, and the studio as a person starts it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
AXE = Path(sys.prefix) / "axe" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here: apt-get install chromium")
_QUIET = [
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
]
_START = "from briefgen.cli import main; main()"


@dataclass(frozen=True)
class Running:
    """A studio that is running, and where its workspace is."""

    address: str
    workspace: Path

    @property
    def here(self) -> str:
        return self.address.partition("/enter")[0]


@contextmanager
def running(workspace: Path) -> Iterator[Running]:
    """The studio of a folder, started from the command line."""
    command = [sys.executable, "-c", _START, "studio", "--no-browser"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, cwd=workspace, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield Running(process.stdout.readline().strip(), workspace)
        finally:
            process.terminate()


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        try:
            yield browser
        finally:
            browser.close()


def window(browser: Browser, studio: Running, words: str = "en", cookies: Any = None) -> BrowserContext:
    """A window of a browser that asks for pages in a language."""
    context = browser.new_context(base_url=studio.here, locale=words, viewport={"width": 1500, "height": 950})
    context.set_default_timeout(90_000)
    if cookies:
        context.add_cookies(cookies)
    return context


def barriers(page: Page) -> list[str]:
    """What axe-core finds on a page against WCAG 2.2 AA, each with the elements concerned."""
    if not AXE.is_file():
        pytest.skip("axe-core is not here: make setup of the tests installs it where there is npm")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        f"{each['id']}: {each['help']}: {json.dumps([node['html'][:160] for node in each['nodes']][:4])}"
        for each in found["violations"]
    ]
