"""From an order to files: composed once, rendered in every kind that is asked for, written all or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, languages_of, resolve
from briefgen.document import Document
from briefgen.errors import BriefgenError, Place, did_you_mean
from briefgen.library.languages import load_layout
from briefgen.library.shelves import Library
from briefgen.model.typography import Layout

# Imported when used: each of the two loads for a good part of a second.
_RENDERERS = {"pdf": ("briefgen.render.pdf", "render_pdf"), "docx": ("briefgen.render.docx", "render_docx")}


@dataclass(frozen=True, slots=True)
class Product:
    """The files that an order came to, and what the sender should know before they go out."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...]


def produce(library: Library, order: Order, kinds: Sequence[str], out: Path) -> Product:
    """Compose, render and write the document of an order into the folder `out`.

    `kinds` are the files to write (`pdf`, `docx`). The language `auto` stands for those of the delegation's
    correspondence. Raises a BriefgenError with every problem; then no file of the order is written.
    """
    renderers = {kind: _renderer(kind) for kind in kinds}
    contents: dict[Path, bytes] = {}
    warnings: list[str] = []
    for language in languages_of(library, order):
        request = resolve(library, replace(order, language=language))
        composition = compose(request)
        layout = load_layout(library, request.format.format.layout)
        parts = (request.pack.report.id, request.format.format.id, request.recipient.name, language)
        for kind, render in renderers.items():
            contents[out / f"{'_'.join(parts)}.{kind}"] = render(composition.document, layout)
        warnings += composition.warnings
    write_all(contents)
    return Product(tuple(contents), tuple(dict.fromkeys(warnings)))


def _renderer(kind: str) -> Callable[[Document, Layout], bytes]:
    if kind not in _RENDERERS:
        hint = did_you_mean(kind, _RENDERERS) or f"known are {', '.join(_RENDERERS)}"
        raise BriefgenError.one(f"there is no kind of file `{kind}`", None, hint)
    module, name = _RENDERERS[kind]
    try:
        render: Callable[[Document, Layout], bytes] = getattr(import_module(module), name)
    except OSError as error:
        raise BriefgenError.one(
            f"a library that {kind.upper()} files need cannot be loaded: {error}", None, "run `briefgen doctor`"
        ) from error
    return render


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each appears whole or not at all: beside its place first, then renamed.

    Raises a BriefgenError where the folder cannot be written; files that stood there before are then untouched.
    """
    drafts = {path: path.with_name(f".{path.name}.part") for path in contents}
    before: dict[Path, bytes | None] = {}
    try:
        for path, draft in drafts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(contents[path])
        for path, draft in drafts.items():
            old = path.read_bytes() if path.is_file() else None
            draft.replace(path)
            before[path] = old
    except OSError as error:
        for path, old in before.items():
            _put_back(path, old)
        at = error.filename2 or error.filename
        where = Place(at) if at else None
        raise BriefgenError.one(f"cannot write: {error.strerror}", where, "choose another folder with --out") from error
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _put_back(path: Path, old: bytes | None) -> None:
    """Leave a place as it was before: with its old file, or without any."""
    with suppress(OSError):
        if old is None:
            path.unlink()
        else:
            path.write_bytes(old)
