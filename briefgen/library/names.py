"""What the names of a template hold, in plain words."""

from __future__ import annotations

from pydantic import RootModel

from briefgen.library.shelves import Library
from briefgen.reading.validation import read_model


class _Names(RootModel[dict[str, str]]):
    """By dotted name: what it holds."""


def load_names(library: Library) -> dict[str, str]:
    """The names that a template may use, with what each holds (`templates/names.yaml`)."""
    path = library.require("file", "names.yaml", library.find("templates", "names.yaml"), [])
    return read_model(path, _Names)[0].root
