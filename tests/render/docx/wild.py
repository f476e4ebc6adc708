"""Documents of every kind of block with texts that tempt a template, for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Document,
    Furniture,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Line,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
    Title,
)

TEXTS = (
    *("water", "", "  ", "모든 학교에 안전한 물", "ماء (WHO 2026) من", "(א) [b] {ج} 12.5 %", "e\u0301 \U0001d4b3"),
    *("{{ 7*7 }}", "{_{ x }_}", "{_% y %_}", "_}{_", "{# c #}", "{% raw %}{%p if %}", "{{r x}} ]]> \\a"),
    "a & b < c > \"d\" 'e'",
    *("a\tb\nc\r\nd\re", "\u2028x\u2029", "\u0085\x7f\ufeff", "</w:t></w:r>", "\n"),
)  # fmt: skip
URLS = (
    'https://water.example/?q=1&r="2"\'',
    "https://water.example/가 나",
    "mailto:a@water.example",
    "https://b.example",
)

_texts = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2).map("".join)
_flags = st.booleans()


def documents(languages: Sequence[str]) -> st.SearchStrategy[Document]:
    """Documents in any of these languages, with runs in the others."""
    runs = st.builds(
        Run,
        _texts,
        st.sampled_from(("plain", "emphasis", "strong")),
        st.none() | st.sampled_from(languages),
        st.none() | st.sampled_from(URLS),
    )
    notes = st.builds(Note, st.lists(runs, min_size=1, max_size=2).map(tuple))
    lines = st.lists(runs | runs | notes, min_size=1, max_size=3).map(tuple)
    return st.builds(
        Document,
        st.sampled_from(("letter", "briefing")),
        _texts,
        st.sampled_from(languages),
        st.just("ltr"),
        _texts,
        st.just(date(2026, 11, 23)),
        st.builds(Furniture, _texts, st.sampled_from(("{page} of {pages}", "{pages}, {page}", "")), _some(_texts, 2)),
        st.lists(_blocks(lines), max_size=8).map(tuple),
    )


def _some(items: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=most).map(tuple)


def _blocks(lines: st.SearchStrategy[Line]) -> st.SearchStrategy[Block]:
    optional = st.just(()) | lines
    figures = _some(st.builds(KeyFigure, _texts, lines), 7)
    return st.one_of(
        st.builds(Letterhead, _texts, _some(_texts)),
        st.builds(Title, lines, _texts, _texts),
        st.builds(DateLine, _some(_texts)),
        st.builds(Addressee, _some(lines)),
        st.builds(Subject, lines),
        st.builds(Heading, st.integers(1, 3), lines),
        st.builds(Paragraph, lines, st.sampled_from(("body", "summary", "salutation", "method")), _flags),
        st.builds(ListBlock, _some(lines), _flags, st.integers(0, 9)),
        st.builds(KeyFigures, _texts, figures),
        st.builds(Quotation, _some(lines), optional),
        st.builds(Signature, _some(lines), _some(lines)),
        st.just(PageBreak()),
        st.integers(1, 5).flatmap(lambda width: _tables(lines, optional, width)),
    )


def _tables(lines: st.SearchStrategy[Line], captions: st.SearchStrategy[Line], width: int) -> st.SearchStrategy[Block]:
    rows = st.lists(lines, min_size=width, max_size=width).map(tuple)
    numeric = st.just(()) | st.lists(_flags, min_size=width, max_size=width).map(tuple)
    return st.builds(Table, rows, _some(rows), captions, numeric)


def everything(language: str) -> Document:
    """One document with every kind of block, several lists, tables and panels side by side, notes and links."""
    nasty = tuple(Run(text or "x") for text in TEXTS)
    link, note = Run("here", url=URLS[0]), Note((*nasty, Run("there", "strong", url=URLS[1])))
    table = Table((nasty, (link,)), ((nasty, (note,)),), (Run("caption"), note), (False, True))
    panels = (
        KeyFigures("\t".join(TEXTS), tuple(KeyFigure(text, nasty) for text in TEXTS[:count])) for count in (1, 4, 5)
    )
    blocks: tuple[Block, ...] = (
        *(Letterhead("name", TEXTS), Title(nasty, "kicker", "subtitle"), DateLine(TEXTS), Addressee((nasty,))),
        *(Subject(nasty), Heading(1, nasty), Heading(2, nasty), Heading(3, (link, note)), Paragraph(nasty, "summary")),
        *(Paragraph((*nasty, note, link), keep_with_next=True), Paragraph(nasty, "salutation"), table, table),
        *(ListBlock((nasty, (note,)), ordered=True), ListBlock(((link,),)), ListBlock((nasty,), ordered=True, start=4)),
        *(PageBreak(), *panels, PageBreak(), table, Quotation((nasty, nasty), (note,)), PageBreak()),
        *(
            Paragraph((Run("fremd", "emphasis", "ko"), Run("autre", "strong", "ar")), "method"),
            Signature((nasty,), (nasty,)),
        ),
    )
    direction = "rtl" if language == "ar" else "ltr"
    furniture = Furniture("{{ 7*7 }}\t&", "{page} < {pages}", TEXTS)
    return Document("letter", "T & {_{", language, direction, "O <x>", date(2026, 11, 23), furniture, blocks)  # type: ignore[arg-type]
