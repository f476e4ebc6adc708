"""Translations put into the text of a PO file in which nothing else changes, not even where a line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import normalize, unescape, write_po

from briefgen.errors import BriefgenError, Place
from briefgen.languages.po import parse_po
from briefgen.reading.files import one_kind_of_line_end

WIDTH = 100
"""The columns to which the texts of our own files are broken."""

_WIDTHS = (WIDTH, 76, 0)
"""The habits of others: that of gettext, and of tools that break no line."""
_SHOWN = 40
"""Texts that show the habit of a file well enough."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAID = re.compile(r"msgstr(?:\[(\d+)\])?\s")
_FLAGS = "#,"


def with_translations(text: str, messages: Iterable[Message], path: Path) -> str:
    """The text of a PO file in which each of these messages has its translation and is no longer stale.

    A message of Babel's carries the original, the translation (of one that counts: all forms), and what a new entry is
    to say besides. Every byte of other entries stays as it is; a message that is not there yet becomes the last entry.
    Raises a BriefgenError, with a place in `path`, where the text is no catalogue, or where that cannot be done.
    """
    lines = _LINE.findall(text)
    file = _File(lines, _parsed(text, path), _habit(lines), path)
    said = list(messages)
    file.require_sound(said)
    spans: list[tuple[int, int, list[str]]] = []
    new: list[Message] = []
    for message in said:
        found = file.catalog.get(message.id, message.context)
        if found is None:
            new.append(message)
        else:
            spans.append(file.changed(found, message))
    if new:
        spans.append(file.appended(new))
    for start, end, instead in sorted(spans, key=lambda span: span[:2], reverse=True):
        lines[start:end] = instead
    written = "".join(lines)
    _require_nothing_else_changed(file.catalog, _parsed(written, path), said, path)
    return written


@dataclass(frozen=True, slots=True)
class _File:
    """The lines of a catalogue with their ends, and what Babel reads in them."""

    lines: list[str]
    catalog: Catalog
    width: int
    path: Path

    def require_sound(self, messages: Iterable[Message]) -> None:
        """Refuse what no PO file can hold, and forms that are not those of the language."""
        for message in messages:
            forms = _forms(message)
            found = self.catalog.get(message.id, message.context)
            place = Place(self.path, (found.lineno if found else 0) or 0)
            if any("\ud800" <= char <= "\udfff" for char in "".join(forms)):
                half = "the translation has half of a character, which no file can hold"
                raise BriefgenError.one(half, place, "write it again")
            if found and found.pluralizable != message.pluralizable:
                problem = "only one of the entry and its sentence in the texts has plural forms"
                raise BriefgenError.one(problem, place, "run `briefgen translate update`")
            if message.pluralizable and len(forms) != self.catalog.num_plurals:
                problem = f"the translation has {len(forms)} plural forms, the catalogue {self.catalog.num_plurals}"
                raise BriefgenError.one(problem, place, "run `briefgen translate update`")

    def changed(self, found: Message, message: Message) -> tuple[int, int, list[str]]:
        """The lines from the comments of an entry to its end: the first, that behind the last, and those instead."""
        at = (found.lineno or 0) - 1
        start = self._beginning(at)
        said = next(index for index in range(at, len(self.lines)) if _SAID.match(self.lines[index].strip() + " "))
        end = self._end(said)
        comments = [kept for line in self.lines[start:at] if (kept := _without_stale(line))]
        return start, end, [*comments, *self.lines[at:said], *self._said(self.lines[said:end], found, message)]

    def _beginning(self, at: int) -> int:
        """The line behind the entry before: from there on, comments belong to the entry with its `msgid` at `at`."""
        start, in_context = 0, False
        for index, line in enumerate(self.lines[:at]):
            bare = line.strip()
            if bare.startswith("msgctxt"):
                in_context = True
            elif bare.startswith(("msg", "#~")):
                start, in_context = index + 1, False
            elif bare.startswith('"') and not in_context:
                start = index + 1
        return start

    def _end(self, said: int) -> int:
        """The line behind the last of a translation that begins at `said`."""
        end = said + 1
        for index in range(said, len(self.lines)):
            bare = self.lines[index].strip()
            if bare.startswith(('"', "msgstr")):
                end = index + 1
            elif bare:
                break
        return end

    def _said(self, lines: Sequence[str], found: Message, message: Message) -> list[str]:
        """The lines of a translation: those of a form that stays the same as they are."""
        before, forms = _forms(found), _forms(message)
        if before == forms:
            return list(lines)
        groups: dict[int, list[str]] = {}
        form = 0
        for line in lines:
            if keyword := _SAID.match(line.strip() + " "):
                form = int(keyword[1] or 0)
            groups.setdefault(form, []).append(line)
        for form, text in enumerate(forms):
            if form not in groups or text != before[form]:
                name = f"msgstr[{form}]" if message.pluralizable else "msgstr"
                groups[form] = self._ended(f"{name} {normalize(text, width=self.width)}".split("\n"))
        written = [line for group in groups.values() for line in group]
        return _with_last_end(written, _end_of(lines[-1]))

    def appended(self, messages: Iterable[Message]) -> tuple[int, int, list[str]]:
        """The place of new entries, behind the last that is no obsolete one, and their lines."""
        catalog = Catalog(charset="utf-8", fuzzy=False)
        catalog.mime_headers = [("Plural-Forms", self.catalog.plural_forms)]
        for message in messages:
            catalog[message.id] = message
        buffer = BytesIO()
        write_po(buffer, catalog, width=self.width, omit_header=True)
        lines = self._ended(buffer.getvalue().decode().rstrip("\n").split("\n"))
        last = max((index for index, line in enumerate(self.lines) if line.strip().startswith("msgstr")), default=-1)
        if last < 0:
            return len(self.lines), len(self.lines), lines
        end = self._end(last)
        before = self.lines[end - 1]
        gap = [f"{before.removesuffix(_end_of(before))}{self._line_end}", self._line_end]
        return end - 1, end, [*gap, *_with_last_end(lines, _end_of(before))]

    def _ended(self, lines: Iterable[str]) -> list[str]:
        return [f"{line}{self._line_end}" for line in lines]

    @property
    def _line_end(self) -> str:
        return (_end_of(self.lines[0]) if self.lines else "") or "\n"


def _habit(lines: Iterable[str]) -> int:
    """The width to which a file breaks its texts: the one that accounts for most of the first of them."""
    texts = [("".join(map(unescape, said)), said) for said in islice(_texts(lines), _SHOWN)]
    habits = {width: sum(_broken(text, width) == said for text, said in texts) for width in _WIDTHS}
    return max(_WIDTHS, key=lambda width: habits[width])


def _parsed(text: str, path: Path) -> Catalog:
    return parse_po(one_kind_of_line_end(text), path)


def _forms(message: Message) -> tuple[str, ...]:
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def _without_stale(line: str) -> str:
    """A line before an entry without what says that it is stale; empty where the line says nothing else."""
    bare = line.strip()
    if bare.startswith("#|"):
        return ""
    if not bare.startswith(_FLAGS):
        return line
    head, _, flags = line.partition(_FLAGS)
    kept = [flag for flag in flags.removesuffix(_end_of(line)).split(",") if flag.strip() != "fuzzy"]
    if len(kept) == flags.count(",") + 1:
        return line
    return f"{head}{_FLAGS}{','.join(kept)}{_end_of(line)}" if kept else ""


def _with_last_end(lines: Sequence[str], end: str) -> list[str]:
    """Lines of which the last ends as it is to end: a file may have no line end at its last."""
    *others, last = lines
    return [*others, f"{last.removesuffix(_end_of(last))}{end}"]


def _end_of(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _texts(lines: Iterable[str]) -> Iterator[list[str]]:
    """The long texts of a file, each as the pieces in quotation marks of which it is made.

    One with line ends of its own, as every header has them, tells nothing of a habit.
    """
    texts: list[list[str]] = []
    for line in lines:
        bare = line.strip()
        if bare.startswith("msg"):
            texts.append([bare.partition(" ")[2].strip()])
        elif bare.startswith('"') and texts:
            texts[-1].append(bare)
    yield from (text for text in texts if (len(text) > 1 or text[0][76:]) and "\\n" not in "".join(text))


def _broken(text: str, width: int) -> list[str]:
    broken: str = normalize(text, width=width)
    return broken.split("\n")


def _require_nothing_else_changed(before: Catalog, after: Catalog, said: Iterable[Message], path: Path) -> None:
    """Refuse a text in which a translation does not stand as it should, or in which another entry has changed."""
    wanted = {_key(message): _forms(message) for message in said}
    old, new = ({_key(message): message for message in catalog if message.id} for catalog in (before, after))
    wrong = [key for key, forms in wanted.items() if key not in new or new[key].fuzzy or _forms(new[key]) != forms]
    wrong += [key for key in old if key not in wanted and (key not in new or _told(old[key]) != _told(new[key]))]
    places = [Place(path, (old[key].lineno or 0) if key in old else 0) for key in wrong]
    if list(new) != [*old, *(key for key in wanted if key not in old)] or _kept(before) != _kept(after):
        places.append(Place(path))
    if places:
        problem = "the translation cannot be put here without a change of other entries"
        raise BriefgenError.one(problem, places[0], "see whether the text stands in two entries; then edit it by hand")


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", message.id if isinstance(message.id, str) else message.id[0]


def _told(message: Message) -> dict[str, object]:
    """Everything that an entry says, wherever it stands."""
    return {name: value for name, value in vars(message).items() if name != "lineno"}


def _kept(catalog: Catalog) -> list[dict[str, object]]:
    """The entries that are kept aside."""
    return [_told(message) for message in catalog.obsolete.values()]
