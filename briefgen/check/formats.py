"""The check of a format: its template can be read, and its placeholders name something."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import BriefgenError, Problem
from briefgen.languages.sentences import PlaceholderError, placeholders
from briefgen.library.formats import load_format
from briefgen.library.layouts import load_layout
from briefgen.library.messages import format_messages
from briefgen.library.shelves import Library


def check_format(library: Library, name: str) -> Iterator[Problem]:
    """Every problem of a format that can be seen without writing to anyone."""
    try:
        file = load_format(library, name)
        load_layout(library, file.format.layout)
        messages = format_messages(file)
    except BriefgenError as error:
        yield from error.problems
        return
    for message in messages:
        try:
            placeholders(message.text)
        except PlaceholderError as error:
            yield Problem(str(error), message.place)
