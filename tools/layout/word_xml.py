"""Short ways to write WordprocessingML by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W_NS: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R_NS: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

ACCENT: Final = "1B3A6B"
QUIET: Final = "4A4F57"
RULE: Final = "9AA3B2"
_THEME: Final = {ACCENT: "accent1", QUIET: "accent2", RULE: "accent3"}


def _themed(value: str) -> str:
    """The attribute that lets a colour follow the theme, so that one change in Word moves it everywhere."""
    return f' w:themeColor="{_THEME[value]}"' if value in _THEME else ""


def color(value: str) -> str:
    """A text colour."""
    return f'<w:color w:val="{value}"{_themed(value)}/>'


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def size(points: float) -> str:
    """A text size, for both kinds of scripts."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def face(kind: Literal["major", "minor"]) -> str:
    """The theme's face for headings (major) or text (minor)."""
    return (
        f'<w:rFonts w:asciiTheme="{kind}HAnsi" w:eastAsiaTheme="{kind}EastAsia" '
        f'w:hAnsiTheme="{kind}HAnsi" w:cstheme="{kind}Bidi"/>'
    )


BOLD: Final = "<w:b/><w:bCs/>"
ITALIC: Final = "<w:i/><w:iCs/>"


def spacing(before: float = 0, after: float = 0, line: str = "") -> str:
    """Space above and below in points; `line` is `single` or a step in points, and inherited when empty."""
    step = ""
    if line == "single":
        step = ' w:line="240" w:lineRule="auto"'
    elif line:
        step = f' w:line="{round(float(line) * 20)}" w:lineRule="atLeast"'
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{step}/>'


def border(side: str, points: float, shade: str, space: int = 0) -> str:
    """One border; its width in points."""
    width = round(points * 8)
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{shade}"{_themed(shade)}/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A style of the layout: Word's name for it, what it is based on, and its properties as inner XML."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    more: str = ""
    hidden: bool = False
    custom: bool = False

    def xml(self) -> str:
        """The `w:style` element, its children in the order of CT_Style (ECMA-376 part 1, 17.7.4.17)."""
        custom = ' w:customStyle="1"' if self.custom else ""
        parts = [
            f'<w:style w:type="{self.kind}"{custom} w:styleId="{self.id}">',
            f'<w:name w:val="{self.name}"/>',
            f'<w:basedOn w:val="{self.based_on}"/>' if self.based_on else "",
            f'<w:next w:val="{self.next}"/>' if self.next else "",
            '<w:uiPriority w:val="99"/>' if self.hidden else '<w:uiPriority w:val="1"/><w:qFormat/>',
            f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "",
            f"<w:rPr>{self.run}</w:rPr>" if self.run else "",
            self.more,
            "</w:style>",
        ]
        return "".join(parts)
