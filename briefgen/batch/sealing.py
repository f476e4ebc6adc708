"""The seal of a batch: every finished file of its folder with its hash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefgen.batch.making import Site
from briefgen.batch.manifest import Entry, read_finished
from briefgen.library.packs import load_pack
from briefgen.sealing import OF_ALL, Identity, Seal, SealedFile
from briefgen.writing import write_all


def seal_batch(site: Site, entries: Iterable[Entry]) -> Path | None:
    """Seal the documents of a batch that are done; None where there is none.

    Raises a BriefgenError where a file is not as it was written, or the seal cannot be written.
    """
    report = load_pack(site.library, site.batch.report).report.id
    files: list[SealedFile] = []
    for entry in entries:
        if entry.status == "done":
            identity = Identity(report, entry.format, entry.recipient, entry.language, site.batch.day)
            files += identity.sealed({name: read_finished(site.folder, entry, name) for name in entry.files})
    if not files:
        return None
    path = site.folder / OF_ALL
    write_all({path: Seal(files=tuple(files)).data()})
    return path
