"""Whether two machines make the same bytes: what they say of themselves, and a specimen that each sets in type."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from importlib.metadata import version

from briefgen import __version__
from briefgen.batch.fingerprint import Fingerprints, program
from briefgen.batch.plan import Batch, Job
from briefgen.document import Block, Document, Furniture, Paragraph, Run, Title
from briefgen.errors import BriefgenError
from briefgen.library.formats import load_format
from briefgen.library.languages import language_tags, load_settings
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import Library
from briefgen.workshop import renderer

Likeness = Mapping[str, str]
"""What must be the same on all machines, by what it is called."""
_HASH = 64
"""The length of a SHA-256 in hexadecimal digits."""
_SET = ("pdf", "docx")
"""The kinds of file whose bytes depend on the libraries of the system."""


def likeness(library: Library, batch: Batch, job: Job, threads: int) -> Likeness:
    """What decides of the bytes of documents on this machine, where a worker has that many threads.

    There may be only one, since PDFium must not be called by two at a time (pypdfium2, “Thread safety”).
    """
    here = Fingerprints(library, batch)
    return {
        "briefgen": __version__,
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "WeasyPrint": version("weasyprint"),
        "Dask": version("distributed"),
        "threads of a worker": str(threads),
        "the program or a library of it": program(),
        "fonts, layouts or settings of languages": here.looks(),
        "the report, a template or a catalogue": here.inputs(job),
    }


def differences(theirs: Likeness, ours: Likeness) -> str:
    """What differs between a worker and the machine that asks, in words; empty where nothing does."""
    found: list[str] = []
    for what, own in ours.items():
        other = theirs.get(what, "none")
        if other != own and len(own) == _HASH:
            return "; ".join([*found, what])  # each further hash holds this one, and says nothing of its own
        if other != own:
            found.append(f"{what}: {other}, not {own}")
    return "; ".join(found)


def specimen(library: Library, batch: Batch) -> str:
    """The hash of a page with the names of all languages, as this machine sets it; empty where it cannot.

    So differences show that no version tells, such as those between system libraries (Pango, HarfBuzz, zlib). It is
    none of the documents: one that ends its worker would end every worker.
    """
    form = load_format(library, batch.formats[0]).format
    layout = load_layout(library, form.layout)
    tags = language_tags(library)
    settings = {tag: load_settings(library, tag) for tag in tags}
    blocks: list[Block] = [Title((Run("briefgen"),))]
    blocks += [Paragraph((Run(settings[tag].name, language=tag),)) for tag in tags]
    document = Document(
        kind=form.kind,
        title="briefgen",
        language=tags[0],
        direction=settings[tags[0]].typography.direction,
        organisation="briefgen",
        date=batch.day,
        furniture=Furniture("briefgen", "{page}/{pages}"),
        blocks=tuple(blocks),
    )
    kinds = [kind for kind in batch.kinds or form.files if kind in _SET]
    try:
        return hashlib.sha256(b"".join(renderer(kind)(document, layout) for kind in kinds)).hexdigest()
    except BriefgenError:
        return ""
