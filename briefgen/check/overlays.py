"""The check of overlays: each changes blocks that its format has, as they were when the overlay was written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from briefgen.errors import Problem, did_you_mean
from briefgen.library.formats import FormatFile, OverlayFile
from briefgen.library.overlays import block_hash, inherited_blocks

_OUTSIDE = re.compile(r"\{#.*?#\}|\s+", re.DOTALL)
_WHOLE_BLOCK = re.compile(r"\{%-?\s*block\s.*?endblock.*?%\}", re.DOTALL)


def check_overlays(
    overlays: Iterable[OverlayFile],
    files: Mapping[str, FormatFile],
    owners: Collection[str],
    reports: Collection[str],
) -> Iterator[Problem]:
    """Overlays for nobody, of no format, on no report, with blocks that the format has not, or on an older text."""
    for overlay in overlays:
        changes, text = overlay.overlay.changes, overlay.text
        if overlay.overlay.for_ not in owners:
            hint = did_you_mean(overlay.overlay.for_, owners) or "write an ISO code or the name of a group"
            yield Problem(f"there is no state or group `{overlay.overlay.for_}`", text.place(("for",)), hint)
        if overlay.overlay.report and overlay.overlay.report not in reports:
            hint = did_you_mean(overlay.overlay.report, reports) or f"there is {', '.join(sorted(reports))}"
            yield Problem(f"there is no report `{overlay.overlay.report}`", text.place(("report",)), hint)
        if changes not in files:
            hint = did_you_mean(changes, files)
            yield Problem(f"there is no format `{changes}`", text.place(("changes",)), hint)
            continue
        yield from _blocks(overlay, files[changes])


def _blocks(overlay: OverlayFile, file: FormatFile) -> Iterator[Problem]:
    inherited = inherited_blocks(file)
    own = overlay.layer.blocks()
    for name, block in own.items():
        if name not in inherited:
            hint = did_you_mean(name, inherited) or f"its blocks are {', '.join(inherited)}"
            yield Problem(f"the format `{file.format.id}` has no block `{name}`", block.place, hint)
    if _OUTSIDE.sub("", _WHOLE_BLOCK.sub("", overlay.layer.body)):
        yield Problem("text outside the blocks is never printed", overlay.layer.place(1), "put it into a block")
    for name, digest in overlay.overlay.written_against.items():
        if name in inherited and name in own and block_hash(inherited[name].text) != digest:
            yield Problem(
                f"the block `{name}` of `{file.format.id}` has changed since the overlay was written",
                own[name].place,
                f'read it ({inherited[name].place}), then write `{name}: "{block_hash(inherited[name].text)}"`'
                " under `written_against`",
            )
