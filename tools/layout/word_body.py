"""The body, header, footer and notes of the house layout: every kind of block once, between small grey tags."""

from __future__ import annotations

from typing import Final

from word_xml import HEAD, R_NS, W_NS

_TEXT_WIDTH: Final = 9072
"""In twentieths of a point: A4 less 25 mm on both sides."""
_COLUMNS: Final = (3024, 3024, 3024)
_HEADER: Final = (4536, 4536)
_FIRST_HEADER: Final = (1512, 7560)

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


def _cell(*paragraphs: str, width: int = _COLUMNS[0]) -> str:
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{properties}{''.join(paragraphs)}</w:tc>"


def _row(*cells: str, header: bool = False) -> str:
    repeat = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _tag_row(text: str) -> str:
    """A row that holds a tag; docxtpl removes it."""
    return _row(_cell(_tag(text)), _cell(_tag("")), _cell(_tag("")))


def _cells(variable: str, source: str, *samples: str) -> tuple[str, str, str]:
    """The three cells of a row that repeats the middle one."""
    return (
        _cell(_tag(f"{{%tc for {variable} in {source} %}}")),
        _cell(*samples),
        _cell(_tag("{%tc endfor %}")),
    )


def _table(style: str, rows: str, first_row: bool, described: str = "", columns: tuple[int, ...] = _COLUMNS) -> str:
    look = (
        f'<w:tblLook w:val="{"0420" if first_row else "0400"}" w:firstRow="{int(first_row)}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )
    alternative = f'<w:tblCaption w:val="{described}"/><w:tblDescription w:val="{described}"/>' if described else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{alternative}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _data_table() -> str:
    rows = (
        _row(*_cells("cell", "block.header", _paragraph("TableHeading", "{{ cell.text }}")), header=True),
        _tag_row("{%tr for row in block.rows %}"),
        _row(*_cells("cell", "row", _paragraph("TableText", "{{ cell.text }}"))),
        _tag_row("{%tr endfor %}"),
    )
    return _table("BriefingTable", "".join(rows), first_row=True)


def _figures_panel() -> str:
    samples = (
        _paragraph("FigureValue", "{{ figure.value }}"),
        _paragraph("FigureCaption", "{{ figure.caption }}"),
    )
    rows = (
        _tag_row("{%tr for row in block.panel %}"),
        _row(*_cells("figure", "row", *samples)),
        _tag_row("{%tr endfor %}"),
    )
    return _table("FiguresPanel", "".join(rows), first_row=False, described="{{ block.label }}")


def _section() -> str:
    """A4; 22 mm above, 24 below, 25 at the sides; a first page without the running title."""
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{kind}_{page}"/>'
        for kind in ("header", "footer")
        for page in ("default", "first")
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1417" '
        'w:bottom="1361" w:left="1417" w:header="567" w:footer="624" w:gutter="0"/><w:cols w:space="708"/>'
        "<w:titlePg/></w:sectPr>"
    )


def document_xml() -> str:
    """The main part: one loop, one chain of branches, and a last one so that nothing is lost."""
    sample = "{{ block.text }}"
    parts = [_tag(f"{{#p {_ADVICE} #}}"), _tag("{%p for block in blocks %}")]
    for index, (kind, style) in enumerate(_BRANCHES):
        parts.append(_tag(f"{{%p {'elif' if index else 'if'} block.{kind} %}}"))
        parts.append(_paragraph(style, sample, "" if index else _SAMPLE_REFERENCE))
    parts += [
        _tag("{%p elif block.table %}"),
        _data_table(),
        _tag("{%p elif block.figures %}"),
        _figures_panel(),
        _tag("{%p else %}"),
        _paragraph("BodyText", sample),
        _tag("{%p endif %}"),
        _tag("{%p endfor %}"),
    ]
    return f"{HEAD}<w:document {W_NS} {R_NS}><w:body>{''.join(parts)}{_section()}</w:body></w:document>"


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


def header_xml(first: bool) -> str:
    """The marks of the document at the end side; from the second page on the short title at the start side."""
    title = "" if first else "{{ furniture.short_title }}"
    columns = _FIRST_HEADER if first else _HEADER
    cells = (_cell(_paragraph("Header", title), width=columns[0]), _cell(_marks(), width=columns[1]))
    row = f"<w:tr>{''.join(cells)}</w:tr>"
    table = _table("HeaderTable", row, columns=columns, first_row=False)
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
