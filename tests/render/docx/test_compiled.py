"""What a layout becomes once, and which layouts docxtpl alone can fill."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.document import Paragraph, Table
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.compiled import CompiledLayout, UnfitError, compile_layout
from briefgen.render.docx.package import pack
from briefgen.render.docx.source import make_ready, read_source
from tests.render.docx.editing import edited, parts
from tests.render.docx.samples import LETTERHEAD, document, layout, line

BODY, CORE, RELATIONS = "word/document.xml", "docProps/core.xml", "word/_rels/document.xml.rels"
CONTEXT = flatten(document("en", Paragraph(line("water"))), 1, 3).context


def compiled(folder: Path = LETTERHEAD) -> CompiledLayout:
    ready = make_ready(read_source(layout(folder), "en"))
    return compile_layout(pack(ready.prepared.parts), ready.runs.write)


def test_the_parts_with_tags_are_found_with_what_they_print() -> None:
    found = {part.name: part.prints for part in compiled().rendered}
    assert found["word/document.xml"] == {"blocks"}
    assert found["word/footnotes.xml"] == {"footnotes"}
    assert {name: found[name] for name in found if "header" in name or "footer" in name} == {
        f"word/{kind}{number}.xml": {"furniture"} for kind in ("header", "footer") for number in (1, 2)
    }


def test_a_part_is_filled_anew_for_each_document() -> None:
    body = next(part for part in compiled().rendered if part.name == BODY)
    first = body.render(CONTEXT)
    assert b"water" in first
    assert b"water" not in body.render({**CONTEXT, "blocks": ()})
    assert body.render(CONTEXT) == first


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (BODY, "block.heading3 %", "block.headin3 %"),
        (BODY, "{%p endif %}", ""),
        ("word/footnotes.xml", "footnote.text", "footnote.txt"),
        (CORE, '1.1/"/>', '1.1/"><dc:title>{{ furniture.short_title }}</dc:title></cp:coreProperties>'),
        (RELATIONS, "</Rel", '<Relationship Id="link1" Type="{}" Target="u:x" TargetMode="External"/></Rel'),
    ],
)  # fmt: skip
def test_what_cannot_be_compiled_is_left_to_docxtpl(tmp_path: Path, part: str, old: str, new: str) -> None:
    assert old in parts()[part]
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    folder = edited(tmp_path, part, old, new.replace("{}", link))
    with pytest.raises(UnfitError):
        compiled(folder)


@pytest.mark.parametrize("tag", ["{{ 1 // 0 }}", "{{ blocks.append(1) }}", "{{ ().__class__ }}"])
def test_a_tag_that_fails_in_a_document(tmp_path: Path, tag: str) -> None:
    folder = edited(tmp_path, BODY, "{{ block.text }}", tag)
    try:
        body = next(part for part in compiled(folder).rendered if part.name == BODY)
    except UnfitError:
        return
    with pytest.raises(UnfitError):
        body.render(CONTEXT)


def test_a_part_that_is_not_well_formed_when_filled(tmp_path: Path) -> None:
    broken = edited(tmp_path, BODY, "{%p elif block.letterhead_name %}", "{% elif block.letterhead_name %}")
    with pytest.raises(UnfitError):
        [part.render(CONTEXT) for part in compiled(broken).rendered]


def test_columns_of_tables_are_put_right_as_docxtpl_does() -> None:
    table = Table((line("a"), line("b")), ((line("c"), line("d")),))
    body = next(part for part in compiled().rendered if part.name == BODY)
    found = body.render(flatten(document("en", table), 1, 3).context)
    assert found.count(b"<w:gridCol") == 2
