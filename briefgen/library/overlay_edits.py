"""Overlays changed by a program: one saying, or what is picked, is set or taken out; all else in the file stays.

Every function takes the present text of an overlay (empty: there is none yet) and gives the new one, empty where
nothing is left that the file would be kept for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, Place
from briefgen.library.formats import FENCE, OVERLAYS, read_overlay_text
from briefgen.library.overlays import head_lines
from briefgen.model.format import Overlay
from briefgen.reading.yaml_edit import Value, with_value, without_value

_BREAK = "\n"
Head = tuple[str, str]
"""Of which format, and for whom an overlay is."""


def with_saying(text: str, head: Head, language: str, message: str, says: str) -> str:
    """The text of an overlay that says something in a language in the place of a sentence; empty `says`: no longer.

    A saying is one line: the line ends of what is given, and the spaces around them, become one space. Raises a
    BriefgenError where the present text cannot be read, or is written in a way in which this cannot be changed.
    """
    said = " ".join(filter(None, (line.strip() for line in says.splitlines())))
    at = ("says", language, message)
    return _edited(text, head, {at: said or None})


def with_pick(text: str, head: Head, asks: Sequence[str] | None, account: str | None, report: str = "") -> str:
    """The text of an overlay that picks asks and an account, or `none`, from a report; None: no longer.

    Without the id of a report that stays which is named there; it goes where nothing is picked. Raises a BriefgenError
    as `with_saying` does.
    """
    changes: dict[tuple[str, ...], Value | None] = {("asks",): asks, ("account",): account}
    if report or (asks is None and account is None):
        changes = {("report",): report if asks or account else None, **changes}
    return _edited(text, head, changes)


def _edited(text: str, head: Head, changes: Mapping[tuple[str, ...], Value | None]) -> str:
    """The text of an overlay with values set at paths of its front matter, or taken out."""
    before = text or f"{FENCE}{head_lines(*head)}{FENCE}"
    path = Path(*OVERLAYS, head[1], f"{head[0]}.md")
    wanted = read_overlay_text(before, path).overlay.model_dump(by_alias=True, exclude_unset=True)
    front, fence, body = before.removeprefix(FENCE).partition(f"\n{FENCE}")
    front += "\n"
    for at, value in changes.items():
        front = _changed(front, at, value, path)
        _set(wanted, at, value)
    after = f"{FENCE}{front.removesuffix(_BREAK)}{fence}{body}"
    overlay = read_overlay_text(after, path).overlay
    if _said(overlay) != _said(Overlay.model_validate(wanted)):
        raise _not_here(path)
    kept = body.strip() or "#" in front or _said(overlay) != Overlay(changes=overlay.changes, for_=overlay.for_)
    return after if kept else ""


def _changed(front: str, at: tuple[str, ...], value: Value | None, path: Path) -> str:
    try:
        return without_value(front, at) if value is None else with_value(front, at, value)
    except TypeError as error:
        raise _not_here(path) from error


def _not_here(path: Path) -> BriefgenError:
    hint = "change it by hand, or write it as in docs/overlays.md, one key in a line"
    return BriefgenError.one(
        "the front matter cannot be changed in the way in which it is written here", Place(path), hint
    )


def _set(data: dict[str, Any], at: tuple[str, ...], value: Value | None) -> None:
    """Put a value at a path of keys, or take away what is there."""
    for key in at[:-1]:
        data = data.setdefault(key, {})
    if value is None:
        data.pop(at[-1], None)
    else:
        data[at[-1]] = value


def _said(overlay: Overlay) -> Overlay:
    """An overlay without the languages in which it says nothing."""
    return overlay.model_copy(update={"says": {tag: said for tag, said in overlay.says.items() if said}})
