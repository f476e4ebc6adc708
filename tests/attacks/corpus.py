"""The attacks: what each writes into a workspace, what a user then does there, and the message that ends it."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from briefgen.library.shelves import built_in_shelf

BUILD = ("build", "letter", "--to", "FR", "--date", "2026-11-23", "--as")
PDF, DOCX, TXT = (*BUILD, "pdf"), (*BUILD, "docx"), (*BUILD, "txt")
EVIL = ("build", "evil", "--to", "FR", "--date", "2026-11-23", "--as", "txt")
PACK = ("check", "pack")
KOREAN = (*TXT, "--lang", "ko")
SECRET = "the secret of this machine"  # noqa: S105 - it is none
"""Stands in a file outside each workspace; no attack may bring it into a message or a file."""


@dataclass(frozen=True)
class Attack:
    """What stands in the workspace, by path; the command; and what the message must match, after its place."""

    words: tuple[str, ...]
    message: str
    files: Mapping[str, str | bytes | Callable[[Path], None]] = field(default_factory=dict)
    """A text may say PORT, for that of the server which must not be asked."""
    seconds: int = 0
    """Of processor time, where that is what ends it: users are allowed more."""


def template(body: str, line: int | str, message: str, **more: str | Callable[[Path], None]) -> Attack:
    head = "---\nid: evil\nkind: letter\nname: Evil\ndescription: x\naddressees: one\n---\n# Title\n\n"
    files = {f"templates/formats/{name}.md": text for name, text in more.items()}
    return Attack(
        EVIL, rf"templates/formats/\w+\.md:{line}: .*{message}", {"templates/formats/evil.md": head + body} | files
    )


def report(change: Callable[[str], str | bytes] | Callable[[Path], None], message: str) -> Attack:
    source = built_in_shelf() / "reports/example-school-water"

    def write(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "source.txt").write_bytes((source / "source.txt").read_bytes())
        text = (source / "report.yaml").read_text(encoding="utf-8")
        made = change(text)
        path.write_bytes(made if isinstance(made, bytes) else made.encode())

    return Attack(PACK, message, {"pack/report.yaml": write})


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def page(
    html: str, message: str, css: str = "", seconds: int = 0, **more: str | bytes | Callable[[Path], None]
) -> Attack:
    shell = '{% extends "_common/page.html" %}{% block top %}' + html + "{% endblock %}"
    folder = "templates/layouts/letterhead"
    files = {f"{folder}/{name.replace('_', '.')}": data for name, data in more.items()}
    return Attack(PDF, message, {f"{folder}/page.html": shell, f"{folder}/style.css": css, **files}, seconds)


def catalogue(header: str, message: str) -> Attack:
    text = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"{header}\\n"\n\n'
    plural = 'msgid "a {n}"\nmsgid_plural "b {n}"\nmsgstr[0] "x {n}"\n'
    return Attack(KOREAN, rf"formats\.po:\d+: .*{message}", {"locales/ko/LC_MESSAGES/formats.po": text + plural})


def link(target: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return write


def pipe(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def package(parts: Mapping[str, str | bytes], like: str = "") -> bytes:
    """A zip file of parts, with those of a Word file of ours that have no other content here."""
    found: dict[str, str | bytes] = {}
    if like:
        with zipfile.ZipFile(built_in_shelf() / like) as file:
            found = {name: file.read(name) for name in file.namelist()}
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (found | dict(parts)).items():
            file.writestr(name, data)
    return target.getvalue()


WORD = "templates/layouts/letterhead/word.docx"


def word(parts: Mapping[str, str | bytes]) -> bytes:
    return package(parts, WORD)


def own_word(text: str) -> bytes:
    """A Word template of a user with one paragraph."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    return word({"word/document.xml": body})


def huge_png(width: int, height: int) -> bytes:
    """A picture of few bytes and many points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def sheet(rows: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook with the XML of its rows."""
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].append(["x"])
    target = BytesIO()
    book.save(target)
    with zipfile.ZipFile(target) as file:
        parts: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    name = "xl/worksheets/sheet1.xml"
    old = bytes(parts[name]).decode()  # type: ignore[arg-type]
    start, end = old.index("<sheetData>"), old.index("</sheetData>")
    parts[name] = f"{old[:start]}<sheetData>{rows}{old[end:]}"
    return package(parts | dict(more or {}))


ALIASES = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 10)}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
)
_TENFOLD = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
ENTITIES = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{_TENFOLD}<!ENTITY s SYSTEM "file:///etc/hostname">]>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
LAUGHS = "".join(f'<g id="g{n + 1}">{f"""<use href="#g{n}"/>""" * 10}</g>' for n in range(12))
VARIABLES = "".join(f"--a{n + 1}: {' '.join([f'var(--a{n})'] * 10)};" for n in range(12))
CAMPAIGN = "name: x\nformats: [letter]\nto: [FR]\ndate: 2026-11-23\nfiles: [txt]\n"
BATCH = ("batch", "campaign.yaml", "--jobs", "1")
IMPORT = ("translate", "import", "--lang", "ko", "--report", "example-school-water")
CONTACTS = (*TXT, "--contacts")
OWN = (*DOCX, "--template", "own.docx")
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(kind: str, target: str) -> str:
    """The relationships of a document, with one that leads outside."""
    with zipfile.ZipFile(built_in_shelf() / WORD) as file:
        text = file.read("word/_rels/document.xml.rels").decode()
    more = f'<Relationship Id="evil" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
    return text.replace("</Relationships>", f"{more}</Relationships>")


def document(text: str) -> str:
    """The document part of the layout with another text before its first paragraph."""
    with zipfile.ZipFile(built_in_shelf() / WORD) as file:
        found = file.read("word/document.xml").decode()
    return found.replace("<w:body>", f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>", 1)


ATTACKS: dict[str, Attack] = {
    # Templates
    "loops without end": template(
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        10,
        "more than any document needs",
    ),
    "a text of a gigabyte": template("{{ 'x' * 1000000000 }}", 10, "grows too long"),
    "a text that doubles": template(
        "{% set x %}x{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}", 10, "grows too long"
    ),
    "a number of millions of digits": template("{{ 10 ** 10 ** 8 }}", 10, "not for templates"),
    "a macro that calls itself": template("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 10, "recursion"),
    "brackets without end": template("{{ " + "(" * 9000 + ")" * 9000 + " }}", 8, "nested too deeply"),
    "a pickle in a template": template(
        "{{ state.parse_raw('cos\\nsystem\\n(S\"touch output\"\\ntR.', content_type='application/pickle', allow_pickle=true) }}",
        10,
        "`parse_raw` cannot be called",
    ),
    "a file read by a template": template(
        "{{ state.parse_file('../secret.txt') }}", 10, "`parse_file` cannot be called"
    ),
    "an import of another file": template("{% include '../../../secret.txt' %}", 10, "secret"),
    "an import by a link": Attack(
        EVIL,
        r"templates/formats/_link\.md: this leads out of its folder",
        {
            "templates/formats/evil.md": "---\nid: evil\nkind: letter\nname: x\ndescription: x\naddressees: one\n---\n{% include '_link.md' %}\n",
            "templates/formats/_link.md": link("../../../secret.txt"),
        },
    ),
    "blocks that never close": template("{% block a %}" * 20_000, r"\d+", "a"),
    "a template of a megabyte": Attack(
        EVIL, r"evil\.md: the file is larger than 0\.5 MB", {"templates/formats/evil.md": "x" * 1_000_000}
    ),
    "a template that is a link": Attack(
        EVIL, r"evil\.md: this leads out of the workspace", {"templates/formats/evil.md": link("../../../secret.txt")}
    ),
    "brackets of Markdown": Attack(
        EVIL,
        r"evil\.md: the mark-up in “.* opens or closes nothing",
        {
            "templates/formats/evil.md": f"---\nid: evil\nkind: letter\nname: x\ndescription: x\naddressees: one\n---\n# x\n\n{'[' * 2_000}{'^[' * 2_000}\n"
        },
    ),
    # Report packs
    "aliases that multiply": report(
        lambda text: text + ALIASES, r"report\.yaml:\d+:\d+: the file holds too many values"
    ),
    "a source elsewhere": report(
        replaced("file: source.txt", "file: ../../secret.txt"),
        r"report\.yaml:\d+:\d+: the source \.\./\.\./secret\.txt is missing",
    ),
    "a source with U+0000 in its name": report(
        replaced("file: source.txt", 'file: "a\\0b"'), r"report\.yaml:\d+:\d+: the source "
    ),
    "a source with a long name": report(
        replaced("file: source.txt", f"file: {'a' * 5000}"), r"report\.yaml:\d+:\d+: the source "
    ),
    "a number that takes hours": report(
        replaced("language: en", f"language: {'1:' * 200_000}1"),
        r"report\.yaml:\d+:\d+: not a valid value: `1:1:1.*too long",
    ),
    "keys without end": report(
        lambda text: text + "".join(f"k{n}: 1\n" for n in range(20_000)), r"report\.yaml: there are \d+ more problems"
    ),
    "brackets in YAML": report(
        lambda text: text + "x: " + "[" * 20_000, r"report\.yaml: the values are nested too deeply"
    ),
    "values without end": report(
        lambda _: "x: [" + "[]," * 101_000 + "]", r"report\.yaml:\d+:\d+: the file holds too many values"
    ),
    "an object of Python": report(
        lambda text: text + "x: !!python/object/apply:os.system ['touch output']\n",
        r"report\.yaml:\d+:\d+: the tag .*python/object.* is not allowed",
    ),
    "a pack of ten megabytes": report(
        lambda text: text + "#" * 10_000_000, r"report\.yaml: the file is larger than 2 MB"
    ),
    "bytes that are no text": report(lambda _: b"\xff\xfe\0\0", r"report\.yaml: the file is not in UTF-8"),
    "words for a terminal": report(
        lambda text: text + '"\\e]0;owned\\a\\u202E": 1\n',
        r"report\.yaml:\d+:\d+: the key `\ufffd]0;owned\ufffd\ufffd` is not known",
    ),
    "a pack that is a pipe": Attack(PACK, r"there is no report `pack`", {"pack/report.yaml": pipe}),
    "a source that is a link": Attack(
        PACK,
        r"report\.yaml:\d+:\d+: the source source\.txt is missing",
        {
            "pack/report.yaml": (built_in_shelf() / "reports/example-school-water/report.yaml").read_bytes(),
            "pack/source.txt": link("../../secret.txt"),
        },
    ),
    # Catalogues and records
    "plural forms without end": catalogue("Plural-Forms: nplurals=1000000000; plural=0;", "`nplurals` is 1000000000"),
    "a plural rule that divides by nothing": catalogue("Plural-Forms: nplurals=1; plural=n/0;", "plural rule"),
    "a plural rule beyond its forms": catalogue("Plural-Forms: nplurals=1; plural=n;", "does not fit"),
    "a plural rule in brackets": catalogue(f"Plural-Forms: nplurals=1; plural={'(' * 900}n;", "plural rule"),
    "a plural rule that runs": catalogue(
        "Plural-Forms: nplurals=1; plural=__import__('os').system('touch output');", "plural rule"
    ),
    "a catalogue of many megabytes": Attack(
        KOREAN, r"formats\.po: the file is larger than 5 MB", {"locales/ko/LC_MESSAGES/formats.po": "#" * 6_000_000}
    ),
    "a record of aliases": Attack(
        KOREAN, r"sign-off\.yaml:\d+:\d+: .*too many values", {"locales/ko/sign-off.yaml": f"reports: {{}}\n{ALIASES}"}
    ),
    "a pattern that takes ages": Attack(
        ("check", "example-school-water"),
        "the check of `ko` takes more than 4 seconds",
        {"locales/ko/checks.yaml": 'negations: "(?:.+.+)+[0-9]!"\nobligations: x\napproximations: x\n'},
        4,
    ),
    "a pattern that is none": Attack(
        ("check", "example-school-water"),
        r"checks\.yaml:1:12: `negations`: is no regular expression",
        {"locales/ko/checks.yaml": 'negations: "("\nobligations: x\napproximations: x\n'},
    ),
    "a locale elsewhere": Attack(
        KOREAN,
        r"language\.yaml:\d+:\d+: `babel`: is no locale of Babel",
        {
            "locales/ko/language.yaml": (built_in_shelf() / "locales/ko/language.yaml")
            .read_text(encoding="utf-8")
            .replace("babel: ", "babel: ../")
        },
    ),
    # Lists of contacts
    "a workbook of a gigabyte": Attack(
        (*CONTACTS, "c.xlsx"),
        r"c\.xlsx: the file is too large when unpacked",
        {"c.xlsx": lambda path: path.write_bytes(sheet(f"<!--{'x' * 60_000_000}-->"))},
    ),
    "a workbook of cells": Attack(
        (*CONTACTS, "c.xlsx"),
        r"c\.xlsx: the file is too large when unpacked",
        {"c.xlsx": lambda path: path.write_bytes(sheet("<row>" + "<c/>" * 2_000_000 + "</row>"))},
    ),
    "a workbook of entities": Attack(
        (*CONTACTS, "c.xlsx"),
        r"c\.xlsx: the file is damaged: a part declares a document type",
        {"c.xlsx": lambda path: path.write_bytes(sheet("", {"xl/workbook.xml": f"{ENTITIES}<x>&i;&s;</x>"}))},
    ),
    "a cell of a megabyte": Attack(
        (*CONTACTS, "c.csv"),
        r"c\.csv:2: this is not a readable row: field larger",
        {"c.csv": "name,state\n" + "x" * 1_000_000 + ",FR\n"},
    ),
    "columns without end": Attack(
        (*CONTACTS, "c.csv"), r"c\.csv:1: the list has more than 20 columns", {"c.csv": "state," + "x," * 1_000_000}
    ),
    "a list without end": Attack((*CONTACTS, "/dev/zero.csv"), r"/dev/zero\.csv: the file is missing"),
    "a mail with more recipients": Attack(
        (*BUILD[:-1], "--as", "eml", "--contacts", "c.csv"),
        r"“x@example\.org Bcc: y@example\.org” is no mail address",
        {"c.csv": 'name,state,address\nA,FR,"x@example.org\nBcc: y@example.org"\n'},
    ),
    # Campaigns
    "contacts elsewhere": Attack(
        BATCH,
        r"campaign\.yaml:6:11: `/etc/passwd` leads out of the folder of the campaign",
        {"campaign.yaml": f"{CAMPAIGN}contacts: /etc/passwd\n"},
    ),
    "a sender elsewhere": Attack(
        BATCH,
        r"campaign\.yaml:6:9: `\.\./secret\.yaml` leads out",
        {"campaign.yaml": f"{CAMPAIGN}sender: ../secret.yaml\n"},
    ),
    "a report elsewhere": Attack(
        BATCH, r"campaign\.yaml:6:9: `\.\./\.\.` leads out", {"campaign.yaml": f"{CAMPAIGN}report: ../..\n"}
    ),
    "contacts by a link": Attack(
        BATCH,
        r"campaign\.yaml:6:11: `c\.csv` leads out",
        {"campaign.yaml": f"{CAMPAIGN}contacts: c.csv\n", "c.csv": link("../secret.txt")},
    ),
    "details of a long name": Attack(
        BATCH, r"the file cannot be read: File name too long", {"campaign.yaml": f"{CAMPAIGN}details: {'a' * 5000}\n"}
    ),
    "a format elsewhere": Attack(("build", "../../../secret", *TXT[2:]), r"there is no format|leads out"),
    # Tables of translators
    "a table of a gigabyte": Attack(
        (*IMPORT, "t.docx"),
        r"t\.docx: the file is too large when unpacked",
        {"t.docx": lambda path: path.write_bytes(word({"word/x.xml": "x" * 60_000_000}))},
    ),
    "a table of entities": Attack(
        (*IMPORT, "t.docx"),
        r"t\.docx: the file is damaged: a part declares a document type",
        {"t.docx": word({"word/document.xml": f"{ENTITIES}<x>&i;</x>"})},
    ),
    "a table that is no table": Attack(
        (*IMPORT, "t.xlsx"), r"t\.xlsx: the file cannot be read", {"t.xlsx": b"PK\x03\x04" + b"x" * 99}
    ),
    "a table with plural forms without end": Attack(
        (*IMPORT, "t.po"),
        r"t\.po:1: .*nplurals",
        {
            "t.po": 'msgid ""\nmsgstr "Plural-Forms: nplurals=999999999; plural=0;\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'
        },
    ),
    # Word templates
    "a template of a gigabyte": Attack(
        OWN,
        r"own\.docx: the file is too large when unpacked",
        {"own.docx": lambda path: path.write_bytes(word({"word/media/x.png": bytes(60_000_000)}))},
    ),
    "a template of entities": Attack(
        OWN, r"own\.docx: the file is damaged", {"own.docx": word({"word/styles.xml": f"{ENTITIES}<x>&i;</x>"})}
    ),
    "a template that leads outside": Attack(
        OWN,
        r"own\.docx, document: the file refers to something outside itself: http://127",
        {
            "own.docx": lambda path: path.write_bytes(
                word({"word/_rels/document.xml.rels": relations("image", "http://127.0.0.1:PORT/x.png")})
            )
        },
    ),
    "a template that climbs": Attack(
        OWN, r"own\.docx: the file is damaged", {"own.docx": word({"../../evil.txt": "x"})}
    ),
    "a template with a long text": Attack(
        OWN, r"own\.docx, paragraph 1 .*does more than a tag may do", {"own.docx": own_word("{{ 'x' * 1000000000 }}")}
    ),
    "a template with a program": Attack(
        OWN, r"own\.docx: the file holds macros", {"own.docx": word({"word/vbaProject.bin": "x"})}
    ),
    # Layouts
    "a sheet from the network": page("", "WeasyPrint: .*127.0.0.1", "@import url(http://127.0.0.1:PORT/x.css);"),
    "a picture from the network": page('<img alt="x" src="http://127.0.0.1:PORT/x.png">', "WeasyPrint: .*127.0.0.1"),
    "a face from the network": page(
        "", "WeasyPrint: ", "@font-face { font-family: x; src: url(http://127.0.0.1:PORT/x.ttf) }"
    ),
    "a drawing that fetches": page(
        '<img alt="x" src="x.svg">',
        "WeasyPrint: .*127.0.0.1",
        x_svg=SVG.format('<image href="http://127.0.0.1:PORT/x.png" width="9" height="9"/>'),
    ),
    "a drawing in the page that fetches": page(
        SVG.format(
            '<image href="http://127.0.0.1:PORT/x.png" width="9" height="9"/><style>@import url(http://127.0.0.1:PORT/y.css);</style>'
        ),
        "WeasyPrint: .*(127.0.0.1|inline SVG)",
    ),
    "a drawing in an address that fetches": page(
        f"<img alt='x' src='data:image/svg+xml,{SVG.format('<image href=%22http://127.0.0.1:PORT/x.png%22 width=%229%22 height=%229%22/>').replace('<', '%3C').replace(chr(34), '%22')}'>",
        "WeasyPrint: .*127.0.0.1",
    ),
    "a drawing of entities": page(
        '<img alt="x" src="x.svg">', "WeasyPrint: ", x_svg=f"{ENTITIES}{SVG.format('<text>&i;&s;</text>')}"
    ),
    "a drawing that laughs": page(
        '<img alt="x" src="x.svg">',
        "WeasyPrint: |takes more than",
        seconds=4,
        x_svg=SVG.format(f'<defs><g id="g0"><rect width="1" height="1"/></g>{LAUGHS}</defs><use href="#g12"/>'),
    ),
    "an attachment from this machine": page(
        '<a rel="attachment" href="../../../../secret.txt">x</a>', "WeasyPrint: .*secret"
    ),
    "a picture from this machine": page('<img alt="x" src="file:///etc/hostname">', "WeasyPrint: .*etc/hostname"),
    "a picture of many points": page(
        '<img alt="x" src="x.png">',
        "WeasyPrint: .*30000 × 30000 points|WeasyPrint: .*cannot be read",
        x_png=lambda path: path.write_bytes(huge_png(30_000, 30_000)),
    ),
    "a shell that includes a link": page(
        "{% include 'x.html' %}", r"x\.html: this leads out of its folder", x_html=link("../../../../secret.txt")
    ),
    "a shell that includes a file": page(
        "{% include '../../../../secret.txt' %}", r"page\.html:1: the layout's shell: .*secret"
    ),
    "a shell without end": page(
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        r"page\.html:1: the layout's shell: .*more than any document needs",
    ),
    "variables that multiply": page(
        "",
        "takes more than",
        seconds=4,
        css=f"body {{ --a0: x x x x x x x x x x; {VARIABLES} content: var(--a12); font: var(--a12) }}",
    ),
    "a page without end": page(
        '{% for i in range(50000) %}<p style="break-before: page">x</p>{% endfor %}', "takes more than", seconds=4
    ),
    "a sheet that is a link": page("", r"y\.css: this leads out of its folder", y_css=link("../../../../secret.txt")),
    "a logo of many points": Attack(
        PDF,
        r"layout\.yaml:\d+:\d+: the picture has 30000 × 30000 points|cannot be read",
        {
            "templates/layouts/letterhead/layout.yaml": "name: x\nlogo: {file: x.png, alt: x, height: 9}\n",
            "templates/layouts/letterhead/x.png": lambda path: path.write_bytes(huge_png(30_000, 30_000)),
        },
    ),
    "a logo elsewhere": Attack(
        PDF,
        r"layout\.yaml:\d+:\d+: `file` must be the name of a file in the folder",
        {"templates/layouts/letterhead/layout.yaml": "name: x\nlogo: {file: ../../x.png, alt: x, height: 9}\n"},
    ),
    "a Word layout of a gigabyte": Attack(
        DOCX,
        r"word\.docx: the file is too large when unpacked",
        {WORD: lambda path: path.write_bytes(word({"word/x.xml": "x" * 60_000_000}))},
    ),
    "a Word layout of entities": Attack(
        DOCX,
        r"word\.docx: the file is damaged: a part declares a document type",
        {WORD: word({"word/styles.xml": f"{ENTITIES}<x>&i;</x>"})},
    ),
    "a Word layout that leads outside": Attack(
        DOCX,
        r"word\.docx: the Word layout refers to something outside itself",
        {
            WORD: lambda path: path.write_bytes(
                word({"word/_rels/document.xml.rels": relations("attachedTemplate", "http://127.0.0.1:PORT/x.dotm")})
            )
        },
    ),
    "a Word layout with a long text": Attack(
        DOCX,
        r"word\.docx: a tag in the Word layout does what a layout may not do: .*too long",
        {
            WORD: lambda path: path.write_bytes(
                word({"word/document.xml": document("{{ blocks|length * 'x' * 1000000000 }}")})
            )
        },
    ),
    "a Word layout with loops": Attack(
        DOCX,
        r"word\.docx: a tag in the Word layout does what a layout may not do: .*more than any",
        {
            WORD: lambda path: path.write_bytes(
                word(
                    {
                        "word/document.xml": document(
                            "{% for block in range(99999) %}{% for cell in range(99999) %}{% endfor %}{% endfor %}"
                        )
                    }
                )
            )
        },
    ),
    "a layout elsewhere": Attack(
        EVIL,
        r"there is no layout|leads out of the workspace",
        {
            "templates/formats/evil.md": "---\nid: evil\nkind: letter\nname: x\ndescription: x\naddressees: one\nlayout: ../../..\n---\n# x\n"
        },
    ),
}
