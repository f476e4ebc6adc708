"""The lines between which a container stands: each opened, each closed, none inside another."""

from __future__ import annotations

from briefgen.markup.inline import MarkupError

_MARK = ":::"


def require_closed(markdown: str) -> None:
    """Raise MarkupError for a container that is not closed: the parser would take all that follows into it."""
    opened = ""
    for line in markdown.splitlines():
        if not line.startswith(_MARK):
            continue
        name = line.strip(": ").split(" ")[0]
        if name and opened:
            raise MarkupError(f"`::: {opened}` is not closed before `::: {name}`; end it with a line of `:::`")
        opened = name
    if opened:
        raise MarkupError(f"`::: {opened}` is not closed; end it with a line of `:::`")
