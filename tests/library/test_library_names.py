"""The names that a template may use are all described, and no other."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import get_type_hints

from briefgen.compose.views import Context
from briefgen.library.names import load_names
from briefgen.library.shelves import Library
from briefgen.model.language import StateForms

NOT_FOR_TEMPLATES = {"names"}


def test_every_name_of_the_context_is_described_and_no_other(library: Library) -> None:
    described = {name.partition(".")[0] for name in load_names(library)}
    assert described == {field.name for field in fields(Context)} - NOT_FOR_TEMPLATES | {"state"}


def test_every_part_of_a_view_is_described_and_no_other(library: Library) -> None:
    names = load_names(library)
    hints = get_type_hints(Context)
    for name in {name.partition(".")[0] for name in names if "." in name} - {"state"}:
        kinds = [kind for kind in getattr(hints[name], "__args__", (hints[name],)) if is_dataclass(kind)]
        parts = {field.name for kind in kinds for field in fields(kind)}
        assert {each.partition(".")[2] for each in names if each.startswith(f"{name}.")} == parts, name


def test_the_forms_of_a_state_are_described(library: Library) -> None:
    forms = {name.partition(".")[2] for name in load_names(library) if name.startswith("state.")}
    assert forms == set(StateForms.model_fields) - {"iso2", "sort"}
