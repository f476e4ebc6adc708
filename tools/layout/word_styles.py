"""The styles of the layouts: one serif text face, one deep blue, thin rules."""

from __future__ import annotations

from typing import Final

from tools.layout.look import Look
from tools.layout.word_xml import (
    ACCENT,
    BOLD,
    HEAD,
    ITALIC,
    QUIET,
    RULE,
    W_NS,
    Style,
    border,
    color,
    face,
    size,
    spacing,
)

_KEEP: Final = "<w:keepNext/><w:keepLines/>"
_TIGHT: Final = "<w:contextualSpacing/>"
_FLUSH: Final = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_DARK: Final = "262626"
_BUILT_IN: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)
_DEFAULTS: Final = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{face('minor')}{size(11)}"
    '<w:lang w:val="en-GB" w:eastAsia="ko-KR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    f"<w:pPrDefault><w:pPr><w:widowControl/>{spacing(0, 0, '15.5')}</w:pPr></w:pPrDefault></w:docDefaults>"
)


def _numbering(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def _rule(*borders: str) -> str:
    return f"<w:pBdr>{''.join(borders)}</w:pBdr>"


def _letter() -> list[Style]:
    """Letterhead, date, address, subject, salutation and close."""
    # The same rule under both, so that Word draws one, below the last line of the letterhead.
    rule = _rule(border("bottom", 0.75, ACCENT, 6))
    name = f"{face('major')}{BOLD}{color(ACCENT)}{size(13)}"
    return [
        Style(
            "LetterheadName",
            "Letterhead Name",
            f"{rule}{spacing(0, 0, '17')}",
            name,
            next="LetterheadLine",
            custom=True,
        ),
        Style(
            "LetterheadLine",
            "Letterhead Line",
            f"{rule}{spacing(0, 14, '12')}{_TIGHT}",
            f"{color(QUIET)}{size(9)}",
            custom=True,
        ),
        Style("Date", "Date", f'{spacing(0, 16)}{_TIGHT}<w:jc w:val="right"/>'),
        Style("LetterAddress", "Letter Address", f"{spacing(0, 18)}{_TIGHT}", custom=True),
        Style(
            "Subject",
            "Subject",
            f'{_KEEP}{spacing(0, 14, "19")}<w:outlineLvl w:val="0"/>',
            f"{color(ACCENT)}{size(12)}",
            based_on="Heading1",
            next="Salutation",
            custom=True,
        ),
        Style("Salutation", "Salutation", spacing(0, 8), next="BodyText"),
        Style("Closing", "Closing", f"<w:keepLines/>{spacing(12, 40)}{_TIGHT}", next="Signature"),
        Style("Signature", "Signature", f"<w:keepLines/>{spacing(0, 0)}"),
    ]


def _headings(look: Look) -> list[Style]:
    title = f"{face('major')}{BOLD}{color(ACCENT)}"
    dark = f"{face('major')}{BOLD}{color(_DARK)}"
    return [
        Style("Kicker", "Kicker", f"{_KEEP}{spacing(0, 4)}", f"{BOLD}{color(QUIET)}{size(9.5)}", custom=True),
        Style(
            "Title",
            "Title",
            f"{_KEEP}{spacing(0, 6, look.title.step)}",
            f"{title}{size(look.title.size)}",
            next="Subtitle",
        ),
        Style("Subtitle", "Subtitle", spacing(0, 10, "18"), f"{color(_DARK)}{size(13)}", next="BodyText"),
        Style(
            "Heading1",
            "heading 1",
            f'{_KEEP}{spacing(18, 5, look.heading.step)}<w:outlineLvl w:val="0"/>',
            f"{title}{size(look.heading.size)}",
            next="BodyText",
        ),
        Style(
            "Heading2",
            "heading 2",
            f'{_KEEP}{spacing(13, 4, "17")}<w:outlineLvl w:val="1"/>',
            f"{title}{size(12)}",
            next="BodyText",
        ),
        Style(
            "Heading3",
            "heading 3",
            f'{_KEEP}{spacing(10, 3)}<w:outlineLvl w:val="2"/>',
            f"{dark}{size(11)}",
            next="BodyText",
        ),
    ]


def _text() -> list[Style]:
    indent = '<w:ind w:left="340" w:right="340"/>'
    rule = _rule(border("left", 1, ACCENT, 10))
    above = _rule(border("top", 0.5, RULE, 6))
    return [
        Style("BodyText", "Body Text", spacing(0, 7)),
        Style("Summary", "Summary", spacing(0, 10, "17"), size(12), custom=True),
        Style("ListNumber", "List Number", f"{_numbering(2)}{spacing(0, 6)}"),
        Style("ListBullet", "List Bullet", f"{_numbering(1)}{spacing(0, 5)}"),
        Style("Quote", "Quote", f"<w:keepLines/>{rule}{spacing(5, 5)}{indent}", next="QuoteSource"),
        Style(
            "QuoteSource",
            "Quote Source",
            f"<w:keepLines/>{spacing(0, 12, '12.5')}{indent}",
            f"{color(QUIET)}{size(9.5)}",
            next="BodyText",
            custom=True,
        ),
        Style(
            "Method",
            "Method",
            f"{above}{spacing(18, 6, '13')}",
            f"{color(QUIET)}{size(9.5)}",
            custom=True,
        ),
    ]


def _tables(look: Look) -> list[Style]:
    value = f"{face('major')}{BOLD}{color(ACCENT)}{size(look.value.size)}"
    # An indent keeps the columns apart: unlike the margins of cells it mirrors in right-to-left documents.
    gap = '<w:ind w:right="240"/>'
    return [
        Style("Caption", "caption", f"{_KEEP}{spacing(12, 4, '14')}", f"{BOLD}{color(ACCENT)}{size(10)}"),
        Style(
            "TableHeading", "Table Heading", f"<w:keepNext/>{spacing(3, 3, '13')}", f"{BOLD}{size(9.5)}", custom=True
        ),
        Style("TableText", "Table Text", spacing(2.5, 2.5, "13"), size(9.5), custom=True),
        Style("FigureValue", "Figure Value", f"<w:keepNext/>{spacing(7, 0, look.value.step)}{gap}", value, custom=True),
        Style(
            "FigureCaption", "Figure Caption", f"{spacing(0, 7, '12')}{gap}", f"{color(_DARK)}{size(9)}", custom=True
        ),
        Style("TableSeparator", "Table Separator", spacing(0, 0, "single"), size(6), custom=True, hidden=True),
        Style("BriefingTable", "Briefing Table", based_on="TableNormal", kind="table", more=_grid(), custom=True),
        Style(
            "HeaderTable",
            "Header Table",
            based_on="TableNormal",
            kind="table",
            more=f"<w:tblPr>{_FLUSH}</w:tblPr>",
            custom=True,
            hidden=True,
        ),
        Style("FiguresPanel", "Figures Panel", based_on="TableNormal", kind="table", more=_panel(), custom=True),
    ]


def _grid() -> str:
    """Rules between rows only, a stronger one below the header row."""
    rules = border("bottom", 0.5, RULE) + border("insideH", 0.5, RULE)
    head = border("bottom", 1, ACCENT)
    return (
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{head}</w:tcBorders></w:tcPr></w:tblStylePr>'
    )


def _panel() -> str:
    rules = border("top", 1, ACCENT) + border("bottom", 1, ACCENT)
    return f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders>{_FLUSH}</w:tblPr>"


def _pages() -> list[Style]:
    """Header, footer, notes, and the small grey tags of the layout."""
    small = f"{color(QUIET)}{size(9)}"
    mark = f"{face('major')}{BOLD}{color(ACCENT)}{size(8.5)}"
    return [
        Style("Header", "header", spacing(0, 0, "12"), small, hidden=True),
        Style("Mark", "Mark", f'{spacing(0, 0, "12")}<w:jc w:val="right"/>', mark, custom=True),
        Style("Footer", "footer", f'{spacing(0, 0, "12")}<w:jc w:val="right"/>', small, hidden=True),
        Style(
            "FootnoteText",
            "footnote text",
            f'<w:tabs><w:tab w:val="left" w:pos="284"/></w:tabs>{spacing(0, 2, "11.5")}'
            '<w:ind w:left="284" w:hanging="284"/>',
            size(8.5),
            hidden=True,
        ),
        Style(
            "LayoutTag",
            "Layout Tag",
            spacing(0, 0, "single"),
            f'<w:noProof/><w:color w:val="A6A6A6"/>{size(6.5)}',
            custom=True,
        ),
    ]


def _characters() -> list[Style]:
    plain = "DefaultParagraphFont"
    link = f'{color(ACCENT)}<w:u w:val="single"/>'
    note = '<w:vertAlign w:val="superscript"/>'
    return [
        Style("FootnoteReference", "footnote reference", "", note, plain, kind="character", hidden=True),
        Style("Hyperlink", "Hyperlink", "", link, plain, kind="character", hidden=True),
        Style("Strong", "Strong", "", BOLD, plain, kind="character"),
        Style("Emphasis", "Emphasis", "", ITALIC, plain, kind="character"),
    ]


def styles_xml(look: Look) -> str:
    """The styles part."""
    groups = (_letter(), _headings(look), _text(), _tables(look), _pages(), _characters())
    styles = "".join(style.xml() for group in groups for style in group)
    return f"{HEAD}<w:styles {W_NS}>{_DEFAULTS}{_BUILT_IN}{styles}</w:styles>"
