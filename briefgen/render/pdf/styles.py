"""The part of the style sheet that depends on data: fonts by language, words of the page furniture, layout.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefgen.document import Direction, Document
from briefgen.model.typography import Layout, Margins, Typography

PLACEHOLDERS = re.compile(r"\{(pages?)\}")
PLAIN = re.compile(r"[A-Za-z0-9 ]")
TEXT_SIZE = 10.5
"""Points; `Typography.leading` is given for this size."""
FACES = {"Regular": (400, "normal"), "Bold": (700, "normal"), "Italic": (400, "italic"), "BoldItalic": (700, "italic")}
"""The weight and the style of each face that a layout's own family may have."""
TOP = 22
"""The top margin of base.css in millimetres."""
AROUND_LOGO = 8 + 5.5
"""Millimetres above and below a logo: to the edge of the page, and to the text."""


def css_string(text: str) -> str:
    r"""A CSS string that means exactly `text`, whatever it holds.

    Everything but letters, digits and spaces is written as an escape (CSS Syntax 3, 4.3.7), so that neither a
    quotation mark ends the string nor `</style>` the sheet. A character beyond ASCII needs no escape.
    """
    return '"{}"'.format("".join(c if PLAIN.match(c) or ord(c) > 0x9F else f"\\{ord(c):x} " for c in text))


def css_content(text: str) -> str:
    """A CSS content list: `{page}` and `{pages}` become counters, in any order, and the rest strings."""
    parts = PLACEHOLDERS.split(text)  # every second part is the name of a counter
    words = (f"counter({part})" if at % 2 else css_string(part) for at, part in enumerate(parts) if part)
    return " ".join(words) or '""'


def css_lines(lines: tuple[str, ...]) -> str:
    r"""A CSS string of several lines, for a box that keeps line breaks (`white-space: pre-line`)."""
    return css_string("\n".join(lines))


def families(typography: Typography, first: str | None = None) -> str:
    """The value of `font-family` for a language: the layout's own family where it has one, then the language's."""
    return ",".join(css_string(family) for family in ((first,) if first else ()) + typography.families)


def language_rules(typographies: Mapping[str, Typography], language: str, first: str | None = None) -> str:
    """Fonts for every language that may occur, and the leading of the document's own language.

    `:lang()` matches every element in a language, not only the one that carries the attribute; a run of
    another language therefore leaves a family set here only through its own rule.
    """
    rules = [_rule(typography, first) for typography in typographies.values()]
    step = typographies[language].leading
    return "\n".join([f"html{{--step:{step}pt;font-size:{TEXT_SIZE}pt}}", *rules])


def _rule(typography: Typography, first: str | None) -> str:
    chosen = f":lang({css_string(typography.tag)})"
    rule = f"{chosen}{{font-family:{families(typography, first)}}}"
    if typography.italics:
        return rule
    return f"{rule}\n{chosen}{{font-style:normal}} em{chosen}{{font-weight:700}}"


def page_rules(document: Document, layout: Layout) -> str:
    """What depends on the document: the fonts and the leading of its language, and the words in the margins."""
    start, end = ("right", "left") if document.direction == "rtl" else ("left", "right")
    family = layout.settings.fonts.family
    furniture = document.furniture
    rules = [
        language_rules(layout.typographies, document.language, family),
        "@page{",
        f"font-family:{families(layout.typographies[document.language], family)};",
        # Naskh reaches deeper below the line than other scripts.
        "line-height:14pt;" if document.direction == "rtl" else "",
        f"@top-{start}{{content:{css_string(furniture.short_title)}}}",
        f"@top-{end}{{content:{css_lines(furniture.marks)};font-weight:700}}",
        f"@bottom-{end}{{content:{css_content(furniture.page)}}}}}",
        f"@page :first{{@top-{start}{{content:none}}@top-{end}{{content:none}}}}",
    ]
    return "\n".join(rules)


def layout_rules(layout: Layout, language: str) -> str:
    """What `layout.yaml` says, as a style sheet that is read after those of the layout."""
    colours = layout.settings.colours.model_dump(exclude_none=True)
    indent = layout.typographies[language].indent if layout.settings.indent else 0
    rules = [
        f":root{{{';'.join(f'--{name}:{colour}' for name, colour in colours.items())}}}" if colours else "",
        *_margins(layout.settings.margins, layout.typographies[language].direction),
        f"p.body{{text-indent:{indent}em}}" if indent else "",
        # Pages are laid out on larger paper and then made smaller: all proportions stay as they are.
        f"@page{{size:{210 / layout.scale:.4f}mm {297 / layout.scale:.4f}mm}}" if layout.scale != 1 else "",
        *_logo(layout),
        *_faces(layout),
    ]
    return "\n".join(rule for rule in rules if rule)


def _margins(margins: Margins, direction: Direction) -> Iterator[str]:
    """The margins of pages, of those too that a style sheet calls `rtl` to mirror its own margins."""
    start, end = ("right", "left") if direction == "rtl" else ("left", "right")
    sides = (("top", margins.top), ("bottom", margins.bottom), (start, margins.start), (end, margins.end))
    stated = ";".join(f"margin-{side}:{width:g}mm" for side, width in sides if width is not None)
    if stated:
        yield f"@page{{{stated}}}"
        yield f"@page rtl{{{stated}}}"


def _logo(layout: Layout) -> Iterator[str]:
    """The height of the logo in the top margin of the first page; what that margin lacks is added to it."""
    if layout.logo is None:
        return
    yield f".logo img{{height:{layout.logo.height:g}mm}}"
    lacking = layout.logo.height + AROUND_LOGO - (layout.settings.margins.top or TOP)
    if lacking > 0:
        yield f"@page :first{{padding-top:{lacking:g}mm}}"


def _faces(layout: Layout) -> Iterator[str]:
    """The faces of the layout's own family, from its folder `fonts`."""
    family = layout.settings.fonts.family
    if family is None:
        return
    for face, (weight, style) in FACES.items():
        path = layout.file(f"fonts/{family.replace(' ', '')}-{face}.ttf").resolve()
        if path.is_file():
            source = f"src:url({css_string(path.as_uri())})"
            yield f"@font-face{{font-family:{css_string(family)};{source};font-weight:{weight};font-style:{style}}}"
