"""The studio in a real browser: the tasks of an advocate, from the keyboard, in Korean and English."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.studio.browser import Running, barriers, chromium, needs_browser, running, window

pytestmark = [needs_browser, pytest.mark.takes_minutes]
expect.set_options(timeout=90_000)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("workspace")) as started:
        yield started


@pytest.fixture(scope="module")
def session(browser: Browser, studio: Running) -> Any:
    """What the browser keeps once the address was opened."""
    first = window(browser, studio)
    page = first.new_page()
    answer = page.goto(studio.address)
    assert answer
    assert answer.status == 200
    return first.cookies()


@pytest.fixture
def english(browser: Browser, studio: Running, session: Any) -> Iterator[Page]:
    yield from _page(window(browser, studio, "en", session))


@pytest.fixture
def korean(browser: Browser, studio: Running, session: Any) -> Iterator[Page]:
    yield from _page(window(browser, studio, "ko", session))


def _page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    told = [fault for fault in faults if not any(code in fault for code in ("status of 400", "status of 409"))]
    assert not told, "the page told the browser of an error"


def sheets(page: Page) -> Any:
    return page.locator('[data-region="pages"] img')


def test_a_newcomer_writes_to_seoul_in_korean(korean: Page, studio: Running, tmp_path: Path) -> None:
    """Choose by keyboard, change one sentence, see it on the page, save it, take PDF and Word along."""
    korean.goto("/")
    field = korean.locator("#choose-to")
    field.focus()
    korean.keyboard.type("대한민국")
    korean.keyboard.press("ArrowDown")
    korean.keyboard.press("Enter")
    expect(field).to_have_value("KR")
    expect(sheets(korean)).not_to_have_count(0)
    korean.locator("#choose-language").select_option("ko")
    expect(korean.locator(".said", has_text="주유엔 대한민국 상주대표부")).to_be_visible()
    before = sheets(korean).first.get_attribute("src")

    sentence = korean.locator("details", has_text="{report.publisher}").first
    sentence.locator("summary").press("Enter")
    words = sentence.locator("textarea")
    words.fill("저희는 {report.publisher}의 보고서 「{report.title}」에 근거하여 이 서한을 드립니다.")
    expect(sheets(korean).first).not_to_have_attribute("src", before or "")
    overlay = studio.workspace / "templates" / "delegations" / "KR" / "letter.md"
    assert not overlay.exists(), "what is being written is shown, not saved"
    sentence.locator("button[type=submit]").first.press("Enter")
    expect(korean.locator(".said", has_text="근거하여 이 서한을 드립니다")).to_be_visible()
    assert "근거하여 이 서한을 드립니다" in overlay.read_text(encoding="utf-8")

    files = {kind: _download(korean, kind) for kind in ("pdf", "docx")}
    pdf = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(files["pdf"])).pages)
    word = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(files["docx"])).paragraphs)
    for text in (pdf, word):
        assert "근거하여이서한을드립니다" in "".join(text.split())

    korean.locator('[data-region="tools"] form button').press("Enter")
    expect(korean.locator(".said", has_text="근거하여 이 서한을 드립니다")).to_have_count(0)
    assert not overlay.exists(), "undone, nothing is left of it"


def _download(page: Page, kind: str) -> bytes:
    with page.expect_download() as waited:
        page.locator(f'[data-region="tools"] a[href*="/files/{kind}"]').press("Enter")
    return Path(waited.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("en", "/"),
        ("ko", "/?to=KR&lang=ko&panel=text"),
        ("ko", "/?to=KR&lang=ko&panel=why"),
        ("en", "/?to=EG&lang=ar&panel=text"),
        ("en", "/?to=EG&lang=ar&panel=languages&beside=en"),
        ("en", "/?to=VA&lang=en&panel=difference"),
        ("en", "/?to=nowhere"),
        ("ko", "/translate/?lang=ko"),
        ("en", "/translate/?lang=ar"),
        ("en", "/batch/"),
        ("ko", "/batch/?campaign=barriers.yaml"),
    ],
)
def test_no_page_has_barriers(browser: Browser, studio: Running, session: Any, words: str, address: str) -> None:
    """Neither in light colours nor in dark ones, which come without loading the page again."""
    (studio.workspace / "barriers.yaml").write_text(
        "name: barriers\nformats: [letter]\nto: [eu]\nlanguages: [en]\nfiles: [txt]\ndate: 2026-12-01\n"
    )
    for page in _page(window(browser, studio, words, session)):
        page.emulate_media(color_scheme="light")
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == words
        if "lang=" in address and "panel" in address:
            expect(sheets(page)).not_to_have_count(0)
        assert barriers(page) == []
        page.emulate_media(color_scheme="dark")
        assert barriers(page) == []


def test_an_arabic_document_is_shown_from_right_to_left_in_an_english_page(english: Page) -> None:
    english.goto("/?to=EG&lang=ar&panel=text")
    blocks = english.locator(".blocks .said")
    assert blocks.count() > 8
    assert {each.get_attribute("dir") for each in blocks.all()} == {"rtl"}
    assert english.locator("html").get_attribute("dir") == "ltr"
    box = english.locator("textarea").first
    assert box.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_everything_is_reached_from_the_keyboard(english: Page) -> None:
    """Tab goes through the page in its order, shows where it is, and never gets stuck."""
    english.goto("/?format=letter&to=FR&panel=why")
    reached: list[str] = []
    for _ in range(60):
        english.keyboard.press("Tab")
        name = english.evaluate(
            "() => { const e = document.activeElement; return e.id || e.textContent.trim() || e.value }"
        )
        outline = english.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        if english.evaluate("() => document.activeElement === document.body"):
            break
        assert outline != "none", f"nothing shows that `{name}` is where one is"
        reached.append(name)
    for wanted in (
        "Skip to the content",
        "Translate",
        "choose-report",
        "choose-to",
        "choose-date",
        "Download PDF",
        "Two languages",
    ):
        assert any(wanted in each for each in reached), wanted
    assert reached.index("choose-report") < reached.index("choose-to") < reached.index("choose-date")


def test_a_delegation_is_found_by_any_of_its_names_and_by_group(english: Page) -> None:
    english.goto("/")
    options = english.locator("#choose-to-list [role=option]")
    for typed, iso in (
        ("Deutschland", "DE"),
        ("프랑스", "FR"),
        ("日本", "JP"),
        ("الأردن", "JO"),
        ("Cote d", "CI"),
        ("usa", "US"),
    ):
        english.locator("#choose-to").fill(typed)
        expect(english.locator(f"#to-{iso}")).to_be_visible()
        assert options.locator("visible=true").count() < 8, typed
    english.locator("#choose-group").select_option("security-council")
    english.locator("#choose-to").fill("")
    english.locator("#choose-to").click()
    assert options.locator("visible=true").count() == 15


def test_two_windows_never_lose_each_others_words(browser: Browser, studio: Running, session: Any) -> None:
    address = "/?format=letter&to=JP&lang=en"
    overlay = studio.workspace / "templates" / "delegations" / "JP" / "letter.md"
    pages = [window(browser, studio, "en", session).new_page() for _ in range(2)]
    for number, page in enumerate(pages):
        page.goto(address)
        offer = page.locator("details", has_text="We enclose a briefing").first
        offer.locator("summary").click()
        offer.locator("textarea").fill(f"We enclose a briefing, window {number}.")
    first, second = pages
    first.locator("details[open] button[type=submit]").first.click()
    expect(first.locator(".said", has_text="window 0")).to_be_visible()
    second.locator("details[open] button[type=submit]").first.click()
    expect(second.locator(".problems")).to_contain_text("changed meanwhile")
    assert "window 0" in overlay.read_text(encoding="utf-8")
    expect(second.locator("details[open] textarea")).to_have_value("We enclose a briefing, window 1.")
    expect(second.locator("details[open] .help")).to_contain_text("window 0")
    second.locator("details[open] button[type=submit]").first.click()
    expect(second.locator(".said", has_text="window 1")).to_be_visible()
    second.locator("details", has_text="window 1").first.locator("summary").click()
    second.locator("button[name=default]").click()
    expect(second.locator(".said", has_text="window 1")).to_have_count(0)
    assert not overlay.exists()
    for page in pages:
        page.context.close()


def test_a_broken_placeholder_is_told_where_it_is_and_not_saved(english: Page, studio: Running) -> None:
    english.goto("/?format=letter&to=DE&lang=en")
    sentence = english.locator("details", has_text="{report.publisher}").first
    sentence.locator("summary").click()
    sentence.locator("textarea").fill("Our request rests on {report.publiser}.")
    expect(english.locator('[data-region="pages"] .problems')).to_contain_text("publiser")
    sentence.locator("button[type=submit]").first.click()
    expect(english.locator(".problems").first).to_contain_text("publiser")
    expect(english.locator("details[open] textarea")).to_have_value("Our request rests on {report.publiser}.")
    assert not (studio.workspace / "templates" / "delegations" / "DE").exists()


def test_asks_are_picked_for_one_delegation(english: Page, studio: Running) -> None:
    english.goto("/?format=letter&to=FR&lang=en&panel=why")
    asks = english.locator(".asks > li")
    names = [each.locator("code").first.inner_text() for each in asks.all()]
    english.locator('input[value="person"]').check()
    asks.nth(1).locator('[data-move="up"]').press("Enter")
    for item in asks.all()[2:]:
        item.locator("input").uncheck()
    english.locator(".actions button").first.click()
    expect(english.locator('input[value="person"]')).to_be_checked()
    overlay = (studio.workspace / "templates" / "delegations" / "FR" / "letter.md").read_text(encoding="utf-8")
    assert f"{names[1]}, {names[0]}" in overlay
    english.locator('[data-region="tools"] form button').click()
    expect(english.locator('input[value="default"]').first).to_be_checked()


def test_a_translator_sees_faults_while_writing_and_saves_one_sentence(korean: Page, studio: Running) -> None:
    korean.goto("/translate/?lang=ko&words=Our+request+rests+on")
    card = korean.locator(".sentences > li").first
    field = card.locator("textarea")
    before = field.input_value()
    field.fill(f"{before} {{nothing}}")
    expect(card.locator(".faults")).to_contain_text("nothing")
    field.fill(before.replace("저희의", "우리의"))
    expect(card.locator(".good")).to_be_visible()
    card.locator("button").first.press("Enter")
    expect(korean.locator(".sentences textarea").first).to_have_value(before.replace("저희의", "우리의"))
    catalogue = studio.workspace / "locales" / "ko" / "LC_MESSAGES" / "formats.po"
    assert "우리의" in catalogue.read_text(encoding="utf-8")
    korean.goto("/?to=KR&lang=ko&panel=text")
    expect(korean.locator(".said", has_text="우리의 요청은")).to_be_visible()
    korean.locator('[data-region="tools"] form button').press("Enter")
    expect(korean.locator(".said", has_text="저희의 요청은")).to_be_visible()
    assert not catalogue.exists()


def test_a_campaign_is_written_made_watched_and_taken_along(english: Page, studio: Running) -> None:
    english.goto("/batch/")
    english.locator("#b-name").fill("autumn")
    english.locator("#b-set").fill("FR, JP, BR")
    english.locator('input[name="files"][value="docx"]').uncheck()
    english.locator('form[action="/batch/write"] button').press("Enter")
    expect(english.locator("#b-campaign")).to_have_value("autumn.yaml")
    expect(english.locator("tbody .state-planned").first).to_be_visible()
    english.locator('form[action="/batch/start"] button').press("Enter")
    expect(english.locator("tbody > tr > td > .state-built")).to_have_count(3, timeout=120_000)
    with english.expect_download() as waited:
        english.locator('a[href*="autumn.zip"]').press("Enter")
    assert waited.value.suggested_filename == "autumn-autumn.zip"
    assert (studio.workspace / "output" / "autumn" / "letter_JP_en.pdf").is_file()


def test_a_batch_is_stopped_from_the_page(english: Page, studio: Running) -> None:
    (studio.workspace / "long.yaml").write_text(
        "name: long\nformats: [letter]\nto: [all]\nlanguages: [auto]\nfiles: [pdf, docx]\ndate: 2026-12-01\n"
    )
    english.goto("/batch/?campaign=long.yaml")
    english.locator('form[action="/batch/start"] button').click()
    stop = english.locator('form[action="/batch/stop"] button')
    expect(stop).to_be_visible()
    stop.click()
    expect(english.locator('[data-region="progress"]')).to_contain_text("It was stopped")
