"""Plain text: a document as a file or the body of a mail that reads well in any program."""

from __future__ import annotations

from briefgen.document import Document
from briefgen.errors import BriefgenError
from briefgen.model.typography import Layout
from briefgen.render.text.blocks import block_lines, note_lines
from briefgen.render.text.characters import problems_in
from briefgen.render.text.lines import written, written_notes
from briefgen.render.text.wrapping import wrap

__all__ = ["render_text"]


def render_text(document: Document, layout: Layout) -> bytes:  # noqa: ARG001 - all renderers are called alike
    r"""The document as plain text in UTF-8 without a byte order mark; lines end in `\n`.

    Control marks come first, notes last. Lines have at most 76 columns unless a single word is wider. Text from
    right to left stays in logical order. Raises `BriefgenError` with every control character and every address
    that is not a web or mail address.
    """
    problems = problems_in(document)
    if problems:
        raise BriefgenError(problems)
    stanzas = [
        [line for mark in document.furniture.marks for line in wrap(mark)],
        *(block_lines(item, document.direction) for item in written(document)),
        note_lines(written_notes(document)),
    ]
    text = "\n\n".join("\n".join(lines) for lines in stanzas if lines)
    return f"{text.lstrip(chr(10))}\n".encode()
