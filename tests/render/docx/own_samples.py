"""Word templates as a desk officer may make them, with python-docx, and the names that fill them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from markupsafe import Markup

from briefgen.document import Run
from briefgen.markup.escape import Text

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489".replace(" ", "")
    + "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@dataclass(frozen=True)
class StateNames:
    name: Text
    of: Text


@dataclass(frozen=True)
class Asks:
    subject: Text
    stated: tuple[Text, ...]


@dataclass(frozen=True)
class Passage:
    text: Text
    cite: Text
    note: Markup


NAMES: dict[str, object] = {
    "state": StateNames(Text("France"), Text("of France")),
    "asks": Asks(Text("water"), (Text("sign the pledge"), Text("report each year"))),
    "date": Text("23 November 2026"),
    "evidence": (Passage(Text("One in three."), Text("paragraph 7"), Markup("Water *Report* &#40;2026&#41;")),),
    "account": None,
    "motto": (Run("Water "), Run("for all", "strong")),
}


def template(path: Path, *paragraphs: str, then: Callable[[WordDocument], object] | None = None) -> Path:
    """A Word file with these paragraphs, changed by `then`."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if then:
        then(document)
    document.save(str(path))
    return path


def pieces(document: WordDocument, *texts: str, style: str | None = None) -> Any:
    """Add a paragraph of several runs, with the marks of the spelling checker between them."""
    paragraph = document.add_paragraph(style=style)
    for index, text in enumerate(texts):
        run = paragraph.add_run(text)
        run.bold = index % 2 == 1
        run._r.addprevious(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
    return paragraph


def table(document: WordDocument, *rows: tuple[str, ...]) -> Any:
    """Add a table with these texts."""
    added = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(added.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return added


def raw(document: WordDocument, xml: str) -> None:
    """Add WordprocessingML at the end of the text."""
    body = document.element.body
    for element in parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{xml}</w:body>"):
        body.insert(len(body) - (1 if body[-1].tag == qn("w:sectPr") else 0), element)


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path: Path, changes: dict[str, bytes | None]) -> Path:
    """The same file with parts exchanged, added, or left out where there is None."""
    found: dict[str, bytes | None] = {**parts(path), **changes}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            if data is not None:
                archive.writestr(name, data)
    path.write_bytes(target.getvalue())
    return path


def replaced(path: Path, part: str, old: str, new: str) -> Path:
    """The same file with `old` in a part replaced by `new`."""
    text = parts(path)[part].decode()
    assert old in text, old
    return rewritten(path, {part: text.replace(old, new).encode()})


def related(path: Path, part: str, kind: str, target: str, *, external: bool = False) -> Path:
    """The same file with one more relationship of `part`."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    outside = ' TargetMode="External"' if external else ""
    new = f'<Relationship Id="new" Type="http://x.example/{kind}" Target="{target}"{outside}/></Relationships>'
    return replaced(path, rels, "</Relationships>", new)


def without(path: Path, *kinds: str) -> Path:
    """The same file without its parts of these kinds (`numbering`, `settings` …)."""
    from lxml import etree

    changes: dict[str, bytes | None] = {f"word/{kind}.xml": None for kind in kinds}
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        root = etree.fromstring(parts(path)[name])
        for item in list(root):
            if any(f"{kind}.xml" in (item.get("Target") or item.get("PartName") or "") for kind in kinds):
                root.remove(item)
        changes[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return rewritten(path, changes)
