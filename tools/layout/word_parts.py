"""The parts of a layout that hold no text: numbering, settings, theme, fonts, package."""

from __future__ import annotations

from typing import Final

from tools.layout.look import Look
from tools.layout.word_body import document_xml, footer_xml, footnotes_xml, header_xml
from tools.layout.word_styles import styles_xml
from tools.layout.word_xml import ACCENT, HEAD, QUIET, RULE, W_NS, color

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE_TYPE: Final = "application/vnd.openxmlformats-officedocument"
_DRAWING: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

_TYPES: Final = {
    "word/document.xml": f"{_WORD_TYPE}.document.main+xml",
    "word/styles.xml": f"{_WORD_TYPE}.styles+xml",
    "word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "word/numbering.xml": f"{_WORD_TYPE}.numbering+xml",
    "word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
    "word/footnotes.xml": f"{_WORD_TYPE}.footnotes+xml",
    "word/header1.xml": f"{_WORD_TYPE}.header+xml",
    "word/header2.xml": f"{_WORD_TYPE}.header+xml",
    "word/footer1.xml": f"{_WORD_TYPE}.footer+xml",
    "word/footer2.xml": f"{_WORD_TYPE}.footer+xml",
    "word/theme/theme1.xml": f"{_OFFICE_TYPE}.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_OFFICE_TYPE}.extended-properties+xml",
}
_RELATED: Final = (
    ("styles", "styles", "styles.xml"),
    ("settings", "settings", "settings.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("fonts", "fontTable", "fontTable.xml"),
    ("footnotes", "footnotes", "footnotes.xml"),
    ("theme", "theme", "theme/theme1.xml"),
    ("header_default", "header", "header1.xml"),
    ("header_first", "header", "header2.xml"),
    ("footer_default", "footer", "footer1.xml"),
    ("footer_first", "footer", "footer2.xml"),
)


def _relationships(*entries: tuple[str, str, str]) -> str:
    """A relationships part from triples of id, type and target."""
    inner = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _numbering() -> str:
    """A bulleted list (1) and a numbered one (2), tied to their styles."""
    definitions = (("bullet", "ListBullet", "•", ""), ("decimal", "ListNumber", "%1.", "<w:b/><w:bCs/>"))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr>'
        f"<w:rPr>{bold}{color(ACCENT)}</w:rPr></w:lvl></w:abstractNum>"
        for index, (kind, style, text, bold) in enumerate(definitions)
    )
    instances = "".join(f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in (0, 1))
    return f"{HEAD}<w:numbering {W_NS}>{abstract}{instances}</w:numbering>"


def _settings() -> str:
    """Word 2013 and later; numbers and punctuation as they are typed."""
    settings = (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in settings
    )
    return (
        f'{HEAD}<w:settings {W_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{compatibility}</w:compat>"
        '<w:themeFontLang w:val="en-GB" w:eastAsia="ko-KR" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _theme() -> str:
    """Accent, quiet and rule as the first three accents, one serif; the rest the schema demands (20.1.6.9)."""
    names = "dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
    shades = f"262626 F2F2F2 {ACCENT} {QUIET} {RULE} {ACCENT} {ACCENT} {ACCENT} {ACCENT} {ACCENT}"
    pairs = zip(names.split(), shades.split(), strict=True)
    colours = "".join(f'<a:{name}><a:srgbClr val="{shade}"/></a:{name}>' for name, shade in pairs)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme {_DRAWING} name="Briefgen"><a:themeElements><a:clrScheme name="Briefgen">'
        '<a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
        f'{colours}</a:clrScheme><a:fontScheme name="Briefgen">{fonts}</a:fontScheme><a:fmtScheme name="Briefgen">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def parts(look: Look) -> dict[str, str]:
    """Every part of a layout by its name in the package, the content types first."""
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
    )
    metadata = f"{_PACKAGE}/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", metadata, "docProps/core.xml"),
            ("app", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}"/>',
        "docProps/core.xml": core,
        "word/_rels/document.xml.rels": _relationships(
            *((name, f"{_OFFICE}/{kind}", target) for name, kind, target in _RELATED)
        ),
        "word/document.xml": document_xml(look),
        "word/fontTable.xml": f"{HEAD}<w:fonts {W_NS}/>",
        "word/footer1.xml": footer_xml(),
        "word/footer2.xml": footer_xml(),
        "word/footnotes.xml": footnotes_xml(),
        "word/header1.xml": header_xml(look, first=False),
        "word/header2.xml": header_xml(look, first=True),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(look),
        "word/theme/theme1.xml": _theme(),
    }
