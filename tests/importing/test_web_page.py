"""A page is its article without what stands around it."""

from __future__ import annotations

from pathlib import Path

from tests.importing.released import SENTENCE, kinds, read


def test_a_page_is_its_article_without_what_stands_around_it(tmp_path: Path) -> None:
    page = f"""<!doctype html><html><head><title>x</title><script>var a = 1;</script></head><body>
    <nav><a href="/">Start</a></nav><article><h1>A River <em>Runs</em> Dry</h1>
    <p>{SENTENCE}<sup><a href="#fn1">1</a></sup></p><figure><figcaption>A well.</figcaption></figure>
    <ul><li>One<br>point.</li></ul><div class="share-buttons">Tell others</div>
    <p hidden>Unseen.</p><ol class="footnotes"><li>A note.</li></ol></article>
    <div><p>Elsewhere.</p></div><form>Your name</form></body></html>"""
    found = read(tmp_path, "a.html", page)
    assert kinds(found) == [
        ("heading", "A River Runs Dry"),
        ("paragraph", SENTENCE.strip()),
        ("item", "One point."),
        ("note", "A note."),
    ]
    asides = {aside.text: aside.why for aside in found.aside}
    assert asides["Start"] == "navigation"
    assert asides["A well."] == "a caption"
    assert asides["Tell others"] == "a share line"
    assert asides["Elsewhere."] == "outside of the article"
    assert "Unseen." not in asides
