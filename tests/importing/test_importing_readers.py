"""Releases in every kind of file, with what is no part of them set aside; nothing but a BriefgenError is raised."""

from __future__ import annotations

import os
from pathlib import Path

import docx
import pytest
import weasyprint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, Place
from briefgen.importing.boilerplate import why_aside
from briefgen.importing.decoding import decoded
from briefgen.importing.files import read_release
from briefgen.importing.pieces import Read, source_of

PLACE = Place("release.txt")
SENTENCE = "The ministry closed 14 wells in the valley, and nobody was told why. "


def long(number: int) -> str:
    """A paragraph of several rows, of which no two are alike."""
    names = (f"{chr(97 + number % 26) * 3}{chr(97 + number // 26)}{chr(97 + part)}" for part in range(12))
    return "says that the ministry closed wells in " + ", which nobody foresaw, and in ".join(names) + ", and more."


def read(folder: Path, name: str, data: bytes | str) -> Read:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_release(path)


def kinds(found: Read) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in found.passages]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_text_is_read_in_every_unicode_encoding(encoding: str) -> None:
    assert decoded("Café – “word”".encode(encoding), PLACE).text == "Café – “word”"
    assert decoded("Café – “word”".encode(encoding), PLACE).doubts == ()


def test_windows_1252_is_read_with_a_doubt_and_other_bytes_are_refused() -> None:
    found = decoded("Café – “word”".encode("windows-1252"), PLACE)
    assert found.text == "Café – “word”"
    assert "windows-1252" in found.doubts[0].question
    with pytest.raises(BriefgenError, match="not a text"):
        decoded(b"\x00\x01\x02\x80\x81", PLACE)


def test_plain_text_of_one_width_is_joined_and_items_stay_apart(tmp_path: Path) -> None:
    text = (
        "A River Runs Dry\n\n"
        "The ministry closed the wells in\nthe valley in spring and nobody\nwas told why it had done that.\n\n"
        "• First point.\n• Second point.\n\nShare this:\n"
    )
    found = read(tmp_path, "a.txt", text)
    assert kinds(found) == [
        ("heading", "A River Runs Dry"),
        (
            "paragraph",
            "The ministry closed the wells in the valley in spring and nobody was told why it had done that.",
        ),
        ("item", "First point."),
        ("item", "Second point."),
    ]
    assert [(aside.why, aside.text) for aside in found.aside] == [("a share line", "Share this:")]
    rows = source_of(found.passages).splitlines()
    assert all(rows[passage.line - 1] == passage.text for passage in found.passages)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Source link", "a link of the page"),
        ("Leave a Reply", "a comment form"),
        ("Share on Facebook", "a share line"),
        ("Photo: A. Example", "a caption"),
        ("Disclaimer: this text is for information.", "a disclaimer"),
        ("Donate now", "a plea for donations"),
        ("###", "a mark of the press office"),
        ("Share the water fairly, the ministry was told in a letter that nobody in the valley has seen.", ""),
        ("The views of the villagers were not heard.", ""),
    ],
)
def test_lines_of_the_page_are_told_from_those_of_the_release(line: str, why: str) -> None:
    assert why_aside(line) == why


def test_markdown_loses_its_marks_and_keeps_its_notes_apart(tmp_path: Path) -> None:
    text = "---\nid: 1\n---\n# Title\n\nA **bold** [link](http://a.b).[^1]\n\n- One\n- Two\n\n[^1]: The note.\n"
    found = read(tmp_path, "a.md", text)
    assert kinds(found)[:2] == [("heading", "Title"), ("paragraph", "A bold link.")]
    assert ("item", "One") in kinds(found)
    assert ("note", "The note.") in kinds(found)
    assert [aside.why for aside in found.aside] == ["the front matter of the file"]


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


def test_word_styles_tell_headings_and_items(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("A River Runs Dry", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("One point.", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    assert kinds(read_release(tmp_path / "a.docx")) == [
        ("heading", "A River Runs Dry"),
        ("paragraph", SENTENCE.strip()),
        ("item", "One point."),
    ]


def test_a_pdf_keeps_its_printed_pages_and_loses_heads_and_numbers(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>Paragraph {number} {long(number)}</p>" for number in range(40))
    style = "@page { size: A5; @top-center { content: 'A River' } @bottom-center { content: counter(page) } }"
    html = f"<style>{style} h1 {{ font-size: 24pt }} p {{ text-align: justify }}</style><h1>A River</h1>{paragraphs}"
    weasyprint.HTML(string=html).write_pdf(tmp_path / "a.pdf")
    found = read_release(tmp_path / "a.pdf")
    assert kinds(found)[0] == ("heading", "A River")
    body = [passage for passage in found.passages if passage.kind == "paragraph"]
    assert [passage.text for passage in body] == [f"Paragraph {n} {long(n)}" for n in range(40)]
    assert [passage.page for passage in body] == sorted(passage.page for passage in body)
    assert body[0].page == 1
    turning = [passage for passage in body if passage.turns]
    assert turning
    assert all(page == passage.page + 1 for passage in turning for _, page in passage.turns)
    assert {aside.text for aside in found.aside} >= {"A River", "2"}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF-1.7 broken", "not a PDF"),
        ("a.docx", b"PK\x03\x04broken", "not a Word document"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "old kind of Word"),
        ("a.rtf", b"{\\rtf1 old}", "old kind of Word"),
        ("a.txt", b" \n\n", "no text"),
        ("a.html", b"<html></html>", "no text"),
    ],
)
def test_what_is_no_release_is_refused_by_its_name(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    with pytest.raises(BriefgenError, match=message) as caught:
        read(tmp_path, name, data)
    assert caught.value.problems[0].place == Place(tmp_path / name)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"none\.txt: the file is missing"):
        read_release(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("name", "start"), [("a.txt", b""), ("a.md", b"# T\n"), ("a.html", b"<p>"), ("a.pdf", b"%PDF-1.4\n")]
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300) | st.text(st.sampled_from("<>/pbr&;= \n\"'#*-1[]^:a“”"), max_size=200).map(str.encode)
)
def test_no_bytes_raise_anything_but_a_briefgen_error(tmp_path: Path, name: str, start: bytes, data: bytes) -> None:
    try:
        found = read(tmp_path, name, start + data)
    except BriefgenError:
        return
    assert all(passage.text == " ".join(passage.text.split()) for passage in found.passages)
    assert len(source_of(found.passages).splitlines()) == 2 * len(found.passages) - 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "release.txt")
    with pytest.raises(BriefgenError, match="this is no ordinary file"):
        read_release(tmp_path / "release.txt")
