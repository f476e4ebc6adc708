"""Changes of a format for one delegation or group, as the page makes them: each turns one overlay into another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from briefgen.compose.request import Request
from briefgen.library.formats import OVERLAYS, FormatFile, OverlayFile, read_overlay_text
from briefgen.library.overlay_edits import with_pick, with_saying
from briefgen.library.shelves import Library
from briefgen.reading.files import read_text


class Change(Protocol):
    """One change of an overlay."""

    def made_in(self, text: str, head: tuple[str, str]) -> str:
        """The text of an overlay with the change; `head` are its format and its owner."""
        ...


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence said in other words in one language; without words it is as the format has it again."""

    language: str
    message: str
    says: str

    def made_in(self, text: str, head: tuple[str, str]) -> str:
        """The text of an overlay with the sentence in its new words."""
        return with_saying(text, head, self.language, self.message, self.says)


@dataclass(frozen=True, slots=True)
class Pick:
    """Which asks of a report are made, in which order, and which account goes in; None: as the format chooses."""

    report: str
    asks: tuple[str, ...] | None
    account: str | None

    def made_in(self, text: str, head: tuple[str, str]) -> str:
        """The text of an overlay with the pick."""
        return with_pick(text, head, self.asks, self.account, self.report)


@dataclass(frozen=True, slots=True)
class OverlayText:
    """An overlay as it stands: the place in the workspace where a change of it is written, and its text."""

    path: Path
    text: str
    head: tuple[str, str]

    def with_change(self, change: Change) -> OverlayText:
        """The overlay with a change; its text is empty where nothing is left in it."""
        return replace(self, text=change.made_in(self.text, self.head))

    def read(self) -> OverlayFile | None:
        """The overlay as the library reads it; None where there is none. Raises a BriefgenError with all problems."""
        return read_overlay_text(self.text, self.path) if self.text else None


def overlay_text(library: Library, workspace: Path, format_: str, owner: str) -> OverlayText:
    """The overlay of a format for an owner: that of the workspace, else the built-in one, else none yet."""
    at = (*OVERLAYS, owner, f"{format_}.md")
    found = library.find(*at)
    return OverlayText(workspace.joinpath(*at), read_text(found) if found else "", (format_, owner))


def with_overlay(request: Request, overlay: OverlayText) -> Request:
    """The request as if the overlay were written already."""
    overlays: Mapping[str, OverlayFile] = {
        owner: file for owner, file in request.format.overlays.items() if owner != overlay.head[1]
    }
    read = overlay.read()
    changed = {**overlays, overlay.head[1]: read} if read else overlays
    return replace(request, format=replace(request.format, overlays=changed))


def as_default(request: Request) -> Request:
    """The request as it is for a delegation for which nothing was changed."""
    plain: FormatFile = replace(request.format, overlays={})
    return replace(request, format=plain)
