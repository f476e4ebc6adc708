"""What is kept from document to document, and that it is the right thing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.document import Paragraph
from briefgen.errors import BriefgenError
from briefgen.render import docx
from briefgen.render.docx import render_docx
from briefgen.render.docx.press import Press, press_for
from briefgen.render.docx.source import read_source
from tests.render.docx.editing import edited
from tests.render.docx.reading import texts
from tests.render.docx.samples import LETTERHEAD, ROOT, document, layout, line

BODY, CORE = "word/document.xml", "docProps/core.xml"
WATER = document("en", Paragraph(line("water")))


def press(folder: Path = LETTERHEAD, **settings: object) -> Press | None:
    return press_for(read_source(layout(folder, **settings), "en"))


def test_a_layout_is_made_ready_once_for_each_language_and_setting() -> None:
    assert press() is press()
    assert press() is not press_for(read_source(layout(), "ko"))
    assert press() is not press(colours={"accent": "#8a1c1c"})
    assert press() is not press_for(read_source(layout().scaled(0.9), "en"))


def test_a_change_in_the_file_is_seen(tmp_path: Path) -> None:
    run = '<w:t xml:space="preserve">{{ block.text }}</w:t>'
    before = texts(render_docx(WATER, layout(edited(tmp_path, BODY, "nothing", ""))))
    after = texts(render_docx(WATER, layout(edited(tmp_path, BODY, run, run.replace("{{", "– {{")))))
    assert (before, after) == (["water"], ["– water"])


def test_a_layout_that_docxtpl_alone_can_fill(tmp_path: Path) -> None:
    title = '1.1/"><dc:title>{{ furniture.short_title }}</dc:title></cp:coreProperties>'
    folder = edited(tmp_path, CORE, '1.1/"/>', title)
    assert press(folder) is None
    assert texts(render_docx(WATER, layout(folder))) == ["water"]


def test_where_a_tag_fails_docxtpl_tells_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = edited(tmp_path, BODY, "{{ block.text }}", "{{ 1 // 0 }}")
    with pytest.raises(BriefgenError, match="do not fit together"):
        render_docx(WATER, layout(folder))
    monkeypatch.setattr(docx, "render_with_docxtpl", lambda *_: b"by docxtpl")
    assert render_docx(WATER, layout(folder)) == b"by docxtpl"


MANY = """
from pathlib import Path
from tests.render.docx.samples import *
from briefgen.render.docx import render_docx

STATE = Path("/proc/self/statm")

def render(first, last):
    given = layout()
    for number in range(first, last):
        text = (Run(f"text {number}", url=f"https://water.example/{number}"), Note(line(f"note {number}")))
        blocks = (Paragraph(text), *[ListBlock((text,), True, start) for start in range(number % 5)])
        made = document("en", *blocks, ListBlock((text,), True, number), marks=(f"mark {number}",))
        render_docx(made, given)
    return int(STATE.read_text().split()[1])

print(render(0, 400), render(400, 2000))
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells the memory of a process like this")
def test_two_thousand_documents_take_no_more_memory_than_a_few_hundred() -> None:
    found = subprocess.run([sys.executable, "-c", MANY], check=True, cwd=ROOT, capture_output=True, text=True).stdout
    before, after = map(int, found.split())
    assert after < before * 1.05
