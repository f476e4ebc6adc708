"""Prepare a layout for one language: what a person cannot show in Word is added to the samples here.

The layout shows each kind of block once; this step adds numbering, column widths, page breaks, alignment of
numbers and the repetition of the sample note, and fits everything to the language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from briefgen.errors import BriefgenError, Place
from briefgen.model.typography import PLAIN, LayoutFonts, LayoutSettings, Typography
from briefgen.render.docx.language import (
    Proportion,
    fit_settings,
    fit_styles,
    fit_text,
    mirror,
    mirror_borders,
    proportion,
)
from briefgen.render.docx.numbering import definition_behind, first_free
from briefgen.render.docx.ooxml import Element, ensure, insert, local, make, properties_of, rank, text_in, value_of, w
from briefgen.render.docx.package import DOCUMENT, FOOTNOTES, NUMBERING, SETTINGS, STYLES, Parts, parse, serialize
from briefgen.render.docx.styles import Styles

_RUN_STYLES: Final = ("emphasis", "strong", "hyperlink", "footnote reference")
_FURNITURE: Final = re.compile(r"word/(header|footer)\d*\.xml")
_BRANCH: Final = re.compile(r"\{%p\s+(?:el)?if\s+block\.(\w+)\s*%\}")
_VARIABLE: Final = re.compile(r"\{\{r?\s*(block|cell|figure)\.")
_CELLS: Final = re.compile(r"\{%tc\s+for\s+(\w+)\s+in\s")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A layout ready for documents of one language."""

    parts: Parts
    style_ids: Mapping[str, str]
    list_definition: str
    """The abstract numbering that the sample of numbered items shows."""
    first_list: int
    first_note: int


def prepare(parts: Parts, typography: Typography, place: Place, settings: LayoutSettings = PLAIN) -> Prepared:
    """Prepare the parts of a layout for a language, with the faces and the indent that its settings state.

    Raises BriefgenError when a part is damaged, a character style is missing, or the sample of numbered items
    is not numbered.
    """
    trees = {name: parse(parts[name], place) for name in parts if _is_dynamic(name)}
    styles = Styles(trees[STYLES])
    style_ids = styles.ids()
    if missing := [name for name in _RUN_STYLES if name not in style_ids]:
        hint = "start from the layout letterhead, which has them all"
        raise BriefgenError.one(f"the Word layout lacks the styles {', '.join(missing)}", place, hint)
    samples = _samples(trees[DOCUMENT])
    definition = _number_samples(samples.get("number", []), styles, trees[NUMBERING], place)
    first_note = _repeat_note(trees[FOOTNOTES], place)
    _drop_sample_references(trees[DOCUMENT])
    _share_widths(trees[DOCUMENT])
    _fit(trees, typography, settings.fonts)
    if settings.indent and typography.indent:
        _indent(samples.get("paragraph", []), typography)
    # Last, since whatever is inserted between the tags of a condition would depend on it.
    _add_flags(trees[DOCUMENT], styles)
    return Prepared(
        {**parts, **{name: serialize(tree) for name, tree in trees.items()}},
        style_ids,
        definition,
        first_free(trees[NUMBERING]),
        first_note,
    )


def _is_dynamic(name: str) -> bool:
    return name in (DOCUMENT, STYLES, SETTINGS, NUMBERING, FOOTNOTES) or bool(_FURNITURE.fullmatch(name))


def _fit(trees: Mapping[str, Element], typography: Typography, fonts: LayoutFonts) -> None:
    """Fit every tree to the language; the numbering only takes the direction of its text."""
    change: Proportion = proportion(trees[STYLES], typography)
    for name, tree in trees.items():
        if name == STYLES:
            fit_styles(tree, typography, change, fonts)
        elif name == SETTINGS:
            fit_settings(tree, typography)
        else:
            fit_text(tree, typography, change, fonts)
    if typography.direction == "rtl":
        mirror_borders(trees[STYLES])
        for name, tree in trees.items():
            if name not in (STYLES, SETTINGS, NUMBERING):
                mirror(tree)


def _indent(samples: list[Element], typography: Typography) -> None:
    """Let the first line of running text stand in by whole characters, unless the sample settles its indent.

    Word goes by the characters (`w:firstLineChars`, ECMA-376 part 1, 17.3.1.12), others by the length.
    """
    for paragraph in samples:
        properties = properties_of(paragraph)
        if properties.find(w("ind")) is None:
            length = round(typography.indent * typography.word_size * 20)
            insert(properties, make("ind", firstLineChars=str(typography.indent * 100), firstLine=str(length)))


def _samples(document: Element) -> dict[str, list[Element]]:
    """The sample paragraphs of each kind: those between its tag and the next one."""
    found: dict[str, list[Element]] = {}
    kind = ""
    for paragraph in document.iter(w("p")):
        text = text_in(paragraph)
        if "{%p" in text:
            branch = _BRANCH.search(text)
            kind = branch[1] if branch else ""
        elif kind:
            found.setdefault(kind, []).append(paragraph)
    return found


def _number_samples(samples: list[Element], styles: Styles, numbering: Element, place: Place) -> str:
    """Let the samples of numbered items take the number of their list; returns what defines their look."""
    definition = None
    for paragraph in samples:
        properties = properties_of(paragraph)
        own = value_of(properties, "numPr/numId")
        level = value_of(properties, "numPr/ilvl") or "0"
        shown = (own, level) if own else styles.numbering(value_of(properties, "pStyle"))
        definition = definition_behind(numbering, *shown) if shown else None
        if definition is None:
            break
        instance = ensure(properties, "numPr")
        instance[:] = [make("ilvl", val=level), make("numId", val="{{ block.list_id }}")]
    if definition is None:
        hint = "give the paragraph under the tag block.number the style List Number"
        raise BriefgenError.one("the Word layout shows no numbered sample of a numbered list", place, hint)
    return definition


def _add_flags(document: Element, styles: Styles) -> None:
    """Give the samples the properties that vary from paragraph to paragraph, each behind its flag."""
    below_table = styles.space_before(styles.ids().get("caption"))
    for paragraph in document.iter(w("p")):
        variable = _VARIABLE.search(text_in(paragraph))
        if variable is None:
            continue
        properties = properties_of(paragraph)
        name = variable[1]
        # In the order of CT_PPr: each stands behind the condition of the one before it.
        if name == "block":
            _add_flag(properties, make("keepNext"), "block.keep_next")
        _add_flag(properties, make("pageBreakBefore"), f"{name}.new_page")
        if name == "block":
            # As much space below a table as above it; a table itself has none (ECMA-376 has no such property).
            space = max(below_table, styles.space_before(value_of(properties, "pStyle")))
            _add_flag(properties, make("spacing", before=str(space)), "block.after_table")
        if name == "cell":
            # In this position `right` means the end of the line in either direction (17.3.1.13).
            _add_flag(properties, make("jc", val="right"), "cell.numeric")


def _add_flag(properties: Element, child: Element, condition: str) -> None:
    """Put `child` between the tags of a condition, unless the sample settles that property itself."""
    if properties.find(w(local(child))) is not None:
        return
    before = [sibling for sibling in properties if rank("pPr", local(sibling)) < rank("pPr", local(child))]
    insert(properties, child)
    opening, closing = f"{{% if {condition} %}}", "{% endif %}"
    if before:
        before[-1].tail = (before[-1].tail or "") + opening
    else:
        properties.text = (properties.text or "") + opening
    child.tail = closing


def _share_widths(document: Element) -> None:
    """Let tables that repeat a cell take as many columns as there are, of the widths that the document wants."""
    for table in document.iter(w("tbl")):
        grid = table.find(w("tblGrid"))
        columns = [] if grid is None else list(grid)
        total = sum(int(column.get(w("w"), "0")) for column in columns)
        repeated = False
        for row in table.findall(w("tr")):
            cells = row.findall(w("tc"))
            loop = _CELLS.search("".join(text_in(cell) for cell in cells))
            if loop:
                repeated = True
                _set_widths(cells, f"{{{{ ({loop[1]}.share * {total})|int }}}}")
        if repeated and grid is not None:
            grid[:] = columns[:1]
            columns[0].set(w("w"), f"{{{{ (share * {total})|int }}}}")
            grid.text = "{% for share in block.columns %}"
            columns[0].tail = "{% endfor %}"


def _set_widths(cells: list[Element], width: str) -> None:
    for cell in cells:
        found = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if found is not None:
            found.set(w("w"), width)
            found.set(w("type"), "dxa")


def _repeat_note(footnotes: Element, place: Place) -> int:
    """Let the sample note stand for every note; returns the first id that notes may take."""
    samples = [note for note in footnotes if note.get(w("type")) is None]
    separators = [note for note in footnotes if note.get(w("type")) is not None]
    if not samples or not separators:
        hint = "insert one footnote whose text is {{ footnote.text }}"
        raise BriefgenError.one("the Word layout has no sample footnote", place, hint)
    for surplus in samples[1:]:
        footnotes.remove(surplus)
    sample = samples[0]
    sample.set(w("id"), "{{ footnote.id }}")
    footnotes.remove(sample)
    separators[-1].tail = "{% for footnote in footnotes %}"
    separators[-1].addnext(sample)
    # lxml moves the tail of the separator along; the loop opens before the sample and closes after it.
    sample.tail, separators[-1].tail = "{% endfor %}", "{% for footnote in footnotes %}"
    return 1 + max(0, *(int(note.get(w("id"), "0")) for note in separators))


def _drop_sample_references(document: Element) -> None:
    """Remove the references to the sample note, which only shows how notes look."""
    for reference in list(document.iter(w("footnoteReference"))):
        run = reference.getparent()
        if run is not None:
            paragraph = run.getparent()
            if paragraph is not None:
                paragraph.remove(run)
