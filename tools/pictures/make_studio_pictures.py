"""Make the pictures of the studio from a real browser: `python -m tools.pictures.make_studio_pictures`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.studio.browser import chromium, running, window

IMAGES = Path(__file__).parents[2] / "docs" / "images"
CHOSEN = "report=north-korea-border&format=letter&to=KR&lang=ko&date=2026-12-01"
SAID = "저희의 요청은 {report.publisher}의 보고서 「{report.title}」에 근거하며, 보고서도 함께 보내 드립니다."
CAMPAIGN = """\
name: first-letters
formats: [letter]
to: [security-council]
languages: [en]
files: [txt]
date: 2026-12-01
"""


def main() -> None:
    """Write every picture to docs/images."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        workspace = Path(folder)
        (workspace / "first-letters.yaml").write_text(CAMPAIGN, encoding="utf-8")
        with running(workspace) as studio:
            page = window(browser, studio, "en").new_page()
            page.goto(studio.address)
            _document(page)
            _translate(page)
            _batch(page)


def _document(page: Page) -> None:
    page.goto(f"/?{CHOSEN}")
    page.reload()  # with the fonts that the first visit has loaded
    sentence = page.locator("details", has_text="{report.publisher}").first
    sentence.locator("summary").click()
    before = page.locator(".sheets img").first.get_attribute("src")
    sentence.locator("textarea").fill(SAID)
    page.wait_for_function("before => document.querySelector('.sheets img').getAttribute('src') != before", arg=before)
    sentence.scroll_into_view_if_needed()
    _shoot(page, "studio-document")


def _translate(page: Page) -> None:
    page.goto("/translate/?lang=ko&words=briefing")
    page.reload()
    _shoot(page, "studio-translate")


def _batch(page: Page) -> None:
    page.goto("/batch/?campaign=first-letters.yaml")
    page.locator('form[action="/batch/start"] button').click()
    page.locator("td > .state-built").first.wait_for(timeout=120_000)
    page.goto("/batch/?campaign=first-letters.yaml&only=built")
    _shoot(page, "studio-batch")


def _shoot(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    for size in ("16.01px", "16.02px"):  # draws anew what was drawn without its font; some words take it twice
        page.evaluate("size => document.documentElement.style.fontSize = size", size)
        page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
