"""The body, header, footer and notes of a layout: every kind of block once, between small grey tags."""

from __future__ import annotations

from typing import Final

from tools.layout.look import PAGE_WIDTH, Look
from tools.layout.word_xml import HEAD, R_NS, W_NS, twips

_FIRST_CELL: Final = 1512
"""The start side of the first page's header: room for a logo; in twentieths of a point, like all widths."""

# Every kind with the style of its sample, in the order in which a reader of the layout wants to see them.
_BRANCHES: Final = (
    ("paragraph", "BodyText"),
    ("letterhead_name", "LetterheadName"),
    ("letterhead_line", "LetterheadLine"),
    ("date", "Date"),
    ("addressee", "LetterAddress"),
    ("subject", "Subject"),
    ("salutation", "Salutation"),
    ("kicker", "Kicker"),
    ("title", "Title"),
    ("subtitle", "Subtitle"),
    ("summary", "Summary"),
    ("heading1", "Heading1"),
    ("heading2", "Heading2"),
    ("heading3", "Heading3"),
    ("number", "ListNumber"),
    ("bullet", "ListBullet"),
    ("quotation", "Quote"),
    ("quotation_source", "QuoteSource"),
    ("caption", "Caption"),
    ("closing", "Closing"),
    ("signature", "Signature"),
    ("method", "Method"),
    ("separator", "TableSeparator"),
)
_ADVICE: Final = (
    "This page is the layout. Change fonts, colours, spacing and borders of the sample lines, or better of their "
    "styles; leave these small grey lines as they are."
)
_SAMPLE_REFERENCE: Final = (
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(style: str, text: str = "", more: str = "") -> str:
    content = _run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}{more}</w:p>'


def _tag(text: str) -> str:
    return _paragraph("LayoutTag", text)


def _cell(width: int, *paragraphs: str) -> str:
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{properties}{''.join(paragraphs)}</w:tc>"


def _row(*cells: str, header: bool = False) -> str:
    repeat = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _tag_row(text: str, columns: tuple[int, ...]) -> str:
    """A row that holds a tag; docxtpl removes it."""
    return _row(*(_cell(width, _tag(words)) for width, words in zip(columns, (text, "", ""), strict=True)))


def _cells(columns: tuple[int, ...], variable: str, source: str, *samples: str) -> tuple[str, str, str]:
    """The three cells of a row that repeats the middle one."""
    return (
        _cell(columns[0], _tag(f"{{%tc for {variable} in {source} %}}")),
        _cell(columns[1], *samples),
        _cell(columns[2], _tag("{%tc endfor %}")),
    )


def _thirds(look: Look) -> tuple[int, ...]:
    third = look.text_width // 3
    return third, third, look.text_width - 2 * third


def _table(style: str, rows: str, first_row: bool, columns: tuple[int, ...], described: str = "") -> str:
    look = (
        f'<w:tblLook w:val="{"0420" if first_row else "0400"}" w:firstRow="{int(first_row)}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )
    alternative = f'<w:tblCaption w:val="{described}"/><w:tblDescription w:val="{described}"/>' if described else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{alternative}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _data_table(look: Look) -> str:
    columns = _thirds(look)
    rows = (
        _row(*_cells(columns, "cell", "block.header", _paragraph("TableHeading", "{{ cell.text }}")), header=True),
        _tag_row("{%tr for row in block.rows %}", columns),
        _row(*_cells(columns, "cell", "row", _paragraph("TableText", "{{ cell.text }}"))),
        _tag_row("{%tr endfor %}", columns),
    )
    return _table("BriefingTable", "".join(rows), True, columns)


def _figures_panel(look: Look) -> str:
    columns = _thirds(look)
    samples = (
        _paragraph("FigureValue", "{{ figure.value }}"),
        _paragraph("FigureCaption", "{{ figure.caption }}"),
    )
    rows = (
        _tag_row("{%tr for row in block.panel %}", columns),
        _row(*_cells(columns, "figure", "row", *samples)),
        _tag_row("{%tr endfor %}", columns),
    )
    return _table("FiguresPanel", "".join(rows), False, columns, described="{{ block.label }}")


def _section(look: Look) -> str:
    """A4; 22 mm above, 24 below; a first page without the running title."""
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{kind}_{page}"/>'
        for kind in ("header", "footer")
        for page in ("default", "first")
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{PAGE_WIDTH}" w:h="16838"/><w:pgMar w:top="{twips(22)}" '
        f'w:right="{twips(look.right)}" w:bottom="{twips(24)}" w:left="{twips(look.left)}" '
        'w:header="567" w:footer="624" w:gutter="0"/><w:cols w:space="708"/>'
        "<w:titlePg/></w:sectPr>"
    )


def document_xml(look: Look) -> str:
    """The main part: one loop, one chain of branches, and a last one so that nothing is lost."""
    sample = "{{ block.text }}"
    parts = [_tag(f"{{#p {_ADVICE} #}}"), _tag("{%p for block in blocks %}")]
    for index, (kind, style) in enumerate(_BRANCHES):
        parts.append(_tag(f"{{%p {'elif' if index else 'if'} block.{kind} %}}"))
        parts.append(_paragraph(style, sample, "" if index else _SAMPLE_REFERENCE))
    parts += [
        _tag("{%p elif block.table %}"),
        _data_table(look),
        _tag("{%p elif block.figures %}"),
        _figures_panel(look),
        _tag("{%p else %}"),
        _paragraph("BodyText", sample),
        _tag("{%p endif %}"),
        _tag("{%p endfor %}"),
    ]
    return f"{HEAD}<w:document {W_NS} {R_NS}><w:body>{''.join(parts)}{_section(look)}</w:body></w:document>"


def _marks() -> str:
    """The control marks, one line each; the empty line stands where there are none, since Word wants one."""
    lines = (
        _tag("{%p for mark in furniture.marks %}"),
        _paragraph("Mark", "{{ mark }}"),
        _tag("{%p else %}"),
        _paragraph("Mark"),
        _tag("{%p endfor %}"),
    )
    return "".join(lines)


def header_xml(look: Look, first: bool) -> str:
    """The marks of the document at the end side; from the second page on the short title at the start side."""
    title = "" if first else "{{ furniture.short_title }}"
    start = _FIRST_CELL if first else look.text_width // 2
    columns = (start, look.text_width - start)
    cells = (_cell(columns[0], _paragraph("Header", title)), _cell(columns[1], _marks()))
    row = f"<w:tr>{''.join(cells)}</w:tr>"
    table = _table("HeaderTable", row, False, columns)
    return f"{HEAD}<w:hdr {W_NS} {R_NS}>{table}{_paragraph('Header')}</w:hdr>"


def footer_xml() -> str:
    """The number of the page."""
    return f"{HEAD}<w:ftr {W_NS} {R_NS}>{_paragraph('Footer', '{{ furniture.page }}')}</w:ftr>"


def footnotes_xml() -> str:
    """The separators that Word wants, and one sample note."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:tab/></w:r>'
    sample = (
        f'<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}'
        f"{_run('{{ footnote.text }}')}</w:p></w:footnote>"
    )
    return f"{HEAD}<w:footnotes {W_NS} {R_NS}>{separators}{sample}</w:footnotes>"
