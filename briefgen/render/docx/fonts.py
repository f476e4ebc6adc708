"""The font table: which faces a document names, and what to use where one is missing."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from lxml import etree

from briefgen.render.docx.ooxml import W, make, w
from briefgen.render.docx.package import FONTS, Parts, serialize

_FACE: Final = re.compile(r"<w:rFonts [^>]*>")
_SLOT: Final = re.compile(r'w:(?:ascii|hAnsi|eastAsia|cs)="([^"]+)"')

ALTERNATIVES: Final = MappingProxyType(
    {
        "Arabic Typesetting": "Sakkal Majalla,Geeza Pro,Amiri,Noto Naskh Arabic",
        "Batang": "바탕,AppleMyungjo,Nanum Myeongjo,Noto Serif CJK KR",
        "Malgun Gothic": "맑은 고딕,Apple SD Gothic Neo,Nanum Gothic,Noto Sans CJK KR",
        "Microsoft YaHei": "微软雅黑,PingFang SC,Noto Sans CJK SC",
        "SimSun": "宋体,Songti SC,Noto Serif CJK SC",
        "Times New Roman": "Times,Liberation Serif,Tinos",
        "Yu Gothic": "游ゴシック,Hiragino Sans,Noto Sans CJK JP",
        "Yu Mincho": "游明朝,Hiragino Mincho ProN,Noto Serif CJK JP",
    }
)
"""The localised name of a face, then faces of other systems that stand nearest to it."""


def font_table(parts: Parts) -> bytes:
    """The font table with every face that the parts name (ECMA-376 part 1, 17.8.3.10 and 17.8.3.1)."""
    texts = (data for name, data in parts.items() if name.startswith("word/") and name.endswith(".xml"))
    return _table(parts[FONTS], frozenset().union(*map(_faces, texts)))


# Kept, since most parts are the same from document to document, and then come as the same bytes.
@lru_cache(maxsize=128)
def _faces(part: bytes) -> frozenset[str]:
    """The faces that a part names."""
    return frozenset(face for fonts in _FACE.findall(part.decode()) for face in _SLOT.findall(fonts))


@lru_cache(maxsize=64)
def _table(table: bytes, named: frozenset[str]) -> bytes:
    root = etree.fromstring(table)
    known = {font.get(w("name")): font for font in root}
    for face in sorted(named - known.keys()):
        font = etree.SubElement(root, w("font"), {w("name"): face}, nsmap={"w": W})
        if face in ALTERNATIVES:
            font.append(make("altName", val=ALTERNATIVES[face]))
    return serialize(root)
