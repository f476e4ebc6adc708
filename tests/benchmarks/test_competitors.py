"""All competitors make the same letter, each in the way of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.competitors import DOCXTPL, TYPST, WEASYPRINT, WORD
from benchmarks.material import Composer, as_options, layout_of_letters, letters, member_jobs
from benchmarks.rows.word import differing
from benchmarks.stand import Stand, by_turns
from benchmarks.typst_letter import TypstLetters, as_data
from briefgen.batch.plan import plan
from briefgen.document import Document, Heading, Line, Run, lines_of, notes_of
from briefgen.render.pdf import render_pdf
from briefgen.render.pdf.pages import count_pages


def bare(text: str) -> str:
    """A text without white space; pdfium gives a hyphen at the end of a line as U+FFFE."""
    return "".join(text.replace("\ufffe", "-").split())


def text_in(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def stretches(document: Document) -> Iterator[str]:
    """The text of a letter, cut where the number of a note stands."""
    notes = (note.line for note in notes_of(document))
    for line in (*(line for block in document.blocks for line in lines_of(block)), *notes):
        yield from _cut(line)


def _cut(line: Line) -> Iterator[str]:
    text = ""
    for run in line:
        if isinstance(run, Run):
            text += run.text
        else:
            yield text
            text = ""
    yield text


def composed(language: str, state: str) -> tuple[Document, int]:
    library, batch = letters((language,), ("pdf",))
    jobs = member_jobs(library, batch)
    number = next(number for number, job in enumerate(jobs) if job.recipient.state == state)
    return Composer(library, batch).compose(jobs[number]), number


def test_one_letter_for_each_member_state() -> None:
    library, batch = letters(("en",))
    assert len(member_jobs(library, batch)) == 193
    assert len(plan(library, batch).jobs) == 195


def test_the_options_of_a_batch_are_those_of_the_command_line() -> None:
    _, batch = letters()
    assert " ".join(as_options(batch)).startswith(
        "--format letter --to all --lang auto --as pdf,docx --date 2026-11-23"
    )


@pytest.mark.parametrize(("language", "state"), [("en", "FR"), ("ko", "KR")])
def test_the_plain_loop_says_what_ours_says(language: str, state: str, tmp_path: Path) -> None:
    document, number = composed(language, state)
    with Stand(WEASYPRINT, language, tmp_path) as stand:
        assert len(stand.make(number, number + 1)) == 1
    plain = next(tmp_path.glob("letter_*.pdf")).read_bytes()
    ours = render_pdf(document, layout_of_letters(letters()[0]))
    assert bare(text_in(plain)) == bare(text_in(ours))


@pytest.mark.parametrize(("language", "state"), [("en", "FR"), ("ko", "KR"), ("ko", "AE")])
def test_the_typst_letter_holds_the_same_text_on_as_many_pages(language: str, state: str) -> None:
    document, _ = composed(language, state)
    layout = layout_of_letters(letters()[0])
    made = TypstLetters(layout).render(document)
    found = bare(text_in(made))
    assert [text for text in stretches(document) if bare(text) not in found] == []
    assert all(bare(mark) in found for mark in document.furniture.marks)
    assert count_pages(made) == count_pages(render_pdf(document, layout))
    assert b"pdfuaid" in made


def test_typst_leaves_no_block_out_in_silence() -> None:
    document, _ = composed("en", "FR")
    other = replace(document, blocks=(*document.blocks, Heading(1, (Run("new"),))))
    with pytest.raises(ValueError, match="Heading"):
        as_data(other, layout_of_letters(letters()[0]))


def test_docxtpl_makes_the_same_parts_as_ours(tmp_path: Path) -> None:
    _, number = composed("ko", "KR")
    with Stand(WORD, "ko", tmp_path / "ours") as ours, Stand(DOCXTPL, "ko", tmp_path / "other") as other:
        ours.make(number, number + 1)
        other.make(number, number + 1)
    name = f"{number}.docx"
    assert differing(tmp_path / "ours" / name, tmp_path / "other" / name) == ()


def test_stands_take_turns_and_make_every_letter(tmp_path: Path) -> None:
    class Counting:
        letters = 10

        def __init__(self, name: str) -> None:
            self.name = name

        def make(self, start: int, stop: int) -> list[float]:
            asked.append((self.name, start, stop))
            return [float(number) for number in range(start, stop)]

    asked: list[tuple[str, int, int]] = []
    times = by_turns([Counting("a"), Counting("b")], 3)  # type: ignore[list-item]
    assert times == {"a": tuple(map(float, range(10))), "b": tuple(map(float, range(10)))}
    assert [name for name, _, _ in asked] == ["a", "b"] * 3


def test_a_stand_that_breaks_down_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="nobody"):
        Stand("nobody", "en", tmp_path)


def test_typst_is_given_every_family_that_a_letter_needs() -> None:
    document, _ = composed("ko", "KR")
    data = as_data(document, layout_of_letters(letters()[0]))
    assert "en" in data["families"]
    assert "ko" in data["families"]
    assert TYPST == "Typst"
