"""What a person has to decide about a draft, and what was set aside, as a text to work through."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.importing.draft import Draft
from briefgen.importing.frame import Frame
from briefgen.importing.pieces import Read


def decisions_text(read: Read, frame: Frame, draft: Draft) -> str:
    """The text of `decisions.md`."""
    return "\n".join([*_frame(frame), *_open(draft), *_passed(draft), *_aside(read)]) + "\n"


def _frame(frame: Frame) -> Iterator[str]:
    yield "# To decide before this report pack is used\n"
    yield "## What the release says of itself\n"
    given = (("title", frame.title), ("subtitle", frame.subtitle), ("report", frame.report),
             ("publisher", frame.publisher), ("place", frame.city), ("embargo", frame.embargo))  # fmt: skip
    for name, found in given:
        yield f"- {name}: {found.text} (source.txt:{found.line})" if found else f"- {name}: not stated"
    yield f"- date: {frame.published or 'not stated'}"
    yield f"- language: {frame.language}\n"


def _open(draft: Draft) -> Iterator[str]:
    yield "## To decide\n"
    for remark in draft.remarks:
        doubt = remark.doubt
        where = f"source.txt:{doubt.line}: " if doubt.line else ""
        about = ".".join(str(step) for step in remark.at)
        yield f"- [ ] {where}{doubt.question}{f' (`{about}`)' if about else ''}"
        yield from (f"    - {candidate}" for candidate in doubt.candidates)
    yield ""


def _passed(draft: Draft) -> Iterator[str]:
    yield "## Set aside: in source.txt, but no statement of the report\n"
    yield from (f"- taken for {each.taken_for}: {each.text} (source.txt:{each.line})" for each in draft.passed)
    yield "" if draft.passed else "Nothing.\n"


def _aside(read: Read) -> Iterator[str]:
    yield "## Set aside: not in source.txt\n"
    shown = dict.fromkeys((aside.why, aside.text) for aside in read.aside)
    yield from (f"- {why}: {text}" for why, text in shown)
    if not shown:
        yield "Nothing."
