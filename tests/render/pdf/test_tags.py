"""The structure that a screen reader walks through."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from briefgen.document import notes_of
from tests.render.pdf.reading import elements, of_type, opened
from tests.render.pdf.samples import SAMPLES


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_note_is_a_note_with_an_identifier_of_its_own(name: str, files: dict[str, Path]) -> None:
    with opened(files[name].read_bytes()) as pdf:
        notes = of_type(pdf, "/Note")
        assert len(notes) == len(notes_of(SAMPLES[name]()))
        assert len({str(note.ID) for note in notes}) == len(notes)
        assert len(of_type(pdf, "/Reference")) == len(notes)
        assert all(str(note.K[0].S) == "/Lbl" for note in notes)


def test_runs_in_another_language_carry_it(files: dict[str, Path]) -> None:
    with opened(files["briefing-en"].read_bytes()) as pdf:
        languages = [str(element.Lang) for element in elements(pdf) if "/Lang" in element]
    assert languages == ["fr", "ko"]


def test_heads_of_tables_say_what_they_head(files: dict[str, Path]) -> None:
    with opened(files["briefing-en"].read_bytes()) as pdf:
        scopes = [str(head.A.Scope) for head in of_type(pdf, "/TH")]
        assert scopes == ["/Column"] * 4 + ["/Row"] * 4
        assert len(of_type(pdf, "/Caption")) == 1
        cell = of_type(pdf, "/TD")[0]
        assert len(cell.A.Headers) == 2


def test_lists_say_how_they_are_numbered(files: dict[str, Path]) -> None:
    with opened(files["briefing-en"].read_bytes()) as pdf:
        numbering = [str(found.A.ListNumbering) for found in of_type(pdf, "/L")]
        assert all([str(kid.S) for kid in item.K][-1] == "/LBody" for item in of_type(pdf, "/LI"))
        labels = [item.K[0] for item in of_type(pdf, "/LI") if len(item.K) == 2]
        assert len(labels) == 3 + 2 + 3
        assert all(str(label.S) == "/Lbl" for label in labels)
    assert numbering == ["/None", "/Disc", "/Decimal", "/Decimal"]


def test_headings_follow_one_another(files: dict[str, Path]) -> None:
    with opened(files["briefing-en"].read_bytes()) as pdf:
        ranks = [int(str(found.S)[2:]) for found in elements(pdf) if str(found.S) in ("/H1", "/H2", "/H3")]
    assert ranks == [1, 2, 3, 2, 2, 2, 2]


def test_headers_and_footers_are_no_part_of_the_text(files: dict[str, Path]) -> None:
    with opened(files["letter-en"].read_bytes()) as pdf:
        for page in pdf.pages:
            marks = [
                operands[1]
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) == "BDC" and str(operands[0]) == "/Artifact"
            ]
            assert marks
            assert all(str(mark.Type) == "/Pagination" for mark in marks)


def test_every_piece_of_content_is_reachable_from_the_root(files: dict[str, Path]) -> None:
    for path in files.values():
        with opened(path.read_bytes()) as pdf:
            reachable = {element.objgen for element in elements(pdf)}
            parents = pdf.Root.StructTreeRoot.ParentTree.Nums
            for entry in list(parents)[1::2]:
                for element in entry if isinstance(entry, pikepdf.Array) else [entry]:
                    assert element.objgen in reachable


def test_quotations_are_block_quotes(files: dict[str, Path]) -> None:
    with opened(files["briefing-en"].read_bytes()) as pdf:
        quotations = of_type(pdf, "/BlockQuote")
        assert [[str(kid.S) for kid in found.K] for found in quotations] == [["/P", "/P"], ["/P", "/P", "/P"]]
