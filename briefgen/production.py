"""From an order to files, written all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.compose.ordering import Order, languages_of, resolve
from briefgen.errors import BriefgenError, Problem
from briefgen.library.shelves import Library
from briefgen.limits import bounded
from briefgen.sealing import OF_ONE, Identity, Seal
from briefgen.workshop import Draft, Extras, Workshop, renderer
from briefgen.writing import write_all


@dataclass(frozen=True, slots=True)
class Product:
    """The files that an order came to, and what the sender should know before they go out."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...]


def produce(library: Library, order: Order, kinds: Sequence[str], out: Path, extras: Extras | None = None) -> Product:
    """Compose, render and write the document of an order into the folder `out`.

    `kinds` are the files to write (`pdf`, `docx`, `html`, `txt`, `eml`); none: those of the format. The language `auto`
    stands for those of the delegation's correspondence. Raises a BriefgenError with every problem; then no file of the
    order is written.
    """
    for kind in kinds:
        renderer(kind)
    workshop = Workshop(library, extras or Extras())
    contents: dict[Path, bytes] = {}
    warnings: list[str] = []
    problems: list[Problem] = []
    for language in languages_of(library, order):
        try:
            with bounded(f"the {order.format} to {order.recipient}"):
                draft = workshop.draft(resolve(library, replace(order, language=language)))
                files = workshop.files(draft, kinds)
        except BriefgenError as error:
            problems += error.problems
            continue
        named = {f"{draft.name}.{kind}": data for kind, data in files.items()}
        if workshop.extras.sealed:
            named[f"{draft.name}{OF_ONE}"] = Seal(files=_identity(draft).sealed(named)).data()
        contents |= {out / name: data for name, data in named.items()}
        warnings += draft.composition.warnings
    if problems:
        raise BriefgenError(dict.fromkeys(problems))
    write_all(contents)
    return Product(tuple(contents), tuple(dict.fromkeys(warnings)))


def _identity(draft: Draft) -> Identity:
    """What a seal says of the files of a draft."""
    request = draft.request
    form, report = request.format.format.id, request.pack.report.id
    return Identity(report, form, request.recipient.name, request.language.tag, request.day)
