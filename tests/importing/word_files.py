"""Word files of a few parts, with what a library for writing Word does not write: notes and tracked changes."""

from __future__ import annotations

import zipfile
from pathlib import Path

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write_word(path: Path, body: str, footnotes: str = "") -> Path:
    """Write a Word file with a body and footnotes, each as WordprocessingML."""
    parts = {"document": f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>"}
    if footnotes:
        parts["footnotes"] = f"<w:footnotes {_W}>{footnotes}</w:footnotes>"
    kinds = {"document": "document.main", "footnotes": "footnotes"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kinds[name]}+xml"/>' for name in parts
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>')
        file.writestr("_rels/.rels", _relations("officeDocument", "word/document.xml"))
        file.writestr("word/_rels/document.xml.rels", _relations("footnotes", "footnotes.xml"))
        for name, text in parts.items():
            file.writestr(f"word/{name}.xml", text)
    return path


def _relations(kind: str, target: str) -> str:
    one = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """A run of text; `tag` is that of its text, `delText` in what was deleted."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
