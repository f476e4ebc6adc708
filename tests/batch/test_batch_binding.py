"""Bundles are made from what is done, made again only where it changed, and none of an earlier run is left behind."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from briefgen.batch.binding import RECORD, Bundled, Handed, hand_out, write_bundles
from briefgen.batch.bundles import FOLDER, PRINT, Bundle, bundles_of, every_bundle
from briefgen.batch.making import Site
from briefgen.batch.manifest import TABLE, Entry, append, close_journal, sha256
from briefgen.batch.plan import Batch, plan
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from tests.batch.conftest import batch_of


@cache
def pdf_of(pages: int) -> bytes:
    """A PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 300)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@dataclass(frozen=True)
class Batched:
    """A batch as if it had been made: its files are written, but none of them is a letter."""

    site: Site

    @property
    def bundles(self) -> Path:
        return self.site.folder / FOLDER

    def entries(self) -> list[Entry]:
        self.site.folder.mkdir(exist_ok=True)
        return [self._entry(job.name, job.recipient.name, job.language) for job in self._plan().jobs]

    def _entry(self, name: str, recipient: str, language: str) -> Entry:
        made = {"txt": name.encode(), "pdf": pdf_of(len(recipient) - 1)}
        files = {f"{name}.{kind}": made[kind] for kind in self.site.batch.kinds}
        for file, data in files.items():
            (self.site.folder / file).write_bytes(data)
        hashes = {file: sha256(data) for file, data in files.items()}
        return Entry(name=name, recipient=recipient, language=language, format="letter", files=hashes)

    def _plan(self) -> Any:
        return plan(self.site.library, self.site.batch)

    def bundled(self, entries: list[Entry]) -> Bundled:
        return write_bundles(self.site, bundles_of(self.site, self._plan()), entries)

    def but(self, **changes: Any) -> Batched:
        batch: Batch = replace(self.site.batch, **changes)
        return Batched(replace(self.site, batch=batch))

    def names(self) -> list[str]:
        """The bundles that stand."""
        return sorted(path.name for path in self.bundles.iterdir() if path.name != RECORD)

    def inside(self, name: str) -> list[str]:
        return zipfile.ZipFile(self.bundles / name).namelist()

    def times(self) -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in self.bundles.iterdir()}


@pytest.fixture
def batched(library: Library, folder: Path) -> Batched:
    batch = batch_of(bundles=("language", "group"), languages=("auto",), kinds=("txt",), to=("FR", "JP or NR"))
    return Batched(Site(library, batch, folder))


@pytest.fixture
def printed(batched: Batched) -> Batched:
    return batched.but(bundles=(), print="simplex", kinds=("txt", "pdf"))


def problem(entry: Entry) -> Entry:
    return entry.model_copy(update={"status": "problem", "files": {}, "problems": ("=no",)})


def test_every_bundle_is_made_and_named(batched: Batched) -> None:
    bundled = batched.bundled(batched.entries())
    assert bundled.problems == ()
    assert [path.name for path in bundled.paths] == ["en.zip", "fr.zip", "FR-2.zip", "JP-or-NR.zip"]
    assert batched.names() == sorted(path.name for path in bundled.paths)
    assert batched.inside("en.zip") == ["manifest.csv", *(f"letter_{iso}_en.txt" for iso in ("FR", "JP", "NR"))]
    assert batched.inside("FR-2.zip") == ["manifest.csv", "letter_FR_en.txt", "letter_FR_fr.txt"]


def test_a_document_with_a_problem_is_left_out_even_where_an_old_file_stands(batched: Batched) -> None:
    entries = batched.entries()
    bad = [problem(entry) if entry.name == "letter_JP_en" else entry for entry in entries]
    assert (batched.site.folder / "letter_JP_en.txt").exists()
    assert batched.bundled(bad).problems == ()
    for name in ("en.zip", "JP-or-NR.zip"):
        assert "letter_JP_en.txt" not in batched.inside(name)
        assert b"JP" not in zipfile.ZipFile(batched.bundles / name).read("manifest.csv")


def test_a_language_of_which_nothing_is_done_has_no_bundle(batched: Batched) -> None:
    entries = [problem(entry) if entry.language == "fr" else entry for entry in batched.entries()]
    bundled = batched.bundled(entries)
    assert "fr.zip" not in {path.name for path in bundled.paths}
    assert "fr.zip" not in batched.names()


def test_a_file_that_was_altered_stops_its_bundles_and_no_other(batched: Batched) -> None:
    entries = batched.entries()
    (batched.site.folder / "letter_JP_en.txt").write_bytes(b"altered")
    bundled = batched.bundled(entries)
    (told,) = bundled.problems
    assert "letter_JP_en.txt: the file is not as it was written (run the batch again)" in str(told)
    assert batched.names() == ["FR-2.zip", "fr.zip"]
    assert [path.name for path in bundled.paths] == ["fr.zip", "FR-2.zip"]


def test_bundles_of_the_same_files_are_not_made_again(batched: Batched) -> None:
    entries = batched.entries()
    first, times = batched.bundled(entries), batched.times()
    assert batched.bundled(entries) == first
    assert batched.times() == times


def test_a_changed_document_makes_only_its_bundles_again(batched: Batched) -> None:
    entries = batched.entries()
    batched.bundled(entries)
    times = batched.times()
    path = batched.site.folder / "letter_FR_fr.txt"
    path.write_bytes(b"another text")
    changed = entries[1].model_copy(update={"files": {path.name: sha256(b"another text")}})
    assert changed.name == "letter_FR_fr"
    batched.bundled([entries[0], changed, *entries[2:]])
    assert {name for name, time in batched.times().items() if times[name] != time} == {"fr.zip", "FR-2.zip", RECORD}
    assert zipfile.ZipFile(batched.bundles / "fr.zip").read(path.name) == b"another text"


@pytest.mark.parametrize("altered", [b"altered", None])
def test_a_bundle_that_was_altered_or_deleted_is_made_again(batched: Batched, altered: bytes | None) -> None:
    entries = batched.entries()
    batched.bundled(entries)
    path = batched.bundles / "en.zip"
    before = path.read_bytes()
    path.unlink() if altered is None else path.write_bytes(altered)
    batched.bundled(entries)
    assert path.read_bytes() == before


def test_bundles_are_the_same_bytes_wherever_they_are_made(batched: Batched, tmp_path: Path) -> None:
    elsewhere = Batched(replace(batched.site, folder=tmp_path / "elsewhere"))
    for each in (batched, elsewhere):
        each.but(print="duplex", kinds=("pdf",)).bundled(each.but(kinds=("pdf",)).entries())
    contents = [{path.name: path.read_bytes() for path in each.bundles.iterdir()} for each in (batched, elsewhere)]
    assert contents[0] == contents[1]
    assert "print.pdf" in contents[0]


def test_a_bundle_that_the_batch_no_longer_has_is_removed(batched: Batched) -> None:
    batched.bundled(batched.entries())
    fewer = batched.but(to=("JP or NR",))
    fewer.bundled(fewer.entries())
    assert fewer.names() == ["JP-or-NR.zip", "en.zip"]


def test_what_is_not_asked_for_now_and_what_others_put_there_stays(batched: Batched) -> None:
    batched.bundled(batched.entries())
    (batched.bundles / "mine.zip").write_bytes(b"mine")
    (batched.bundles / "FR-2.zip").write_bytes(b"changed by hand")
    fewer = batched.but(to=("JP or NR",), bundles=("group",))
    fewer.bundled(fewer.entries())
    assert fewer.names() == ["FR-2.zip", "JP-or-NR.zip", "en.zip", "fr.zip", "mine.zip"]


def test_a_batch_that_asks_for_none_touches_none(batched: Batched) -> None:
    entries = batched.entries()
    batched.bundled(entries)
    times = batched.times()
    assert batched.but(bundles=()).bundled(entries) == Bundled()
    assert batched.times() == times
    other = Batched(replace(batched.site, folder=batched.site.folder / "other", batch=batch_of()))
    other.bundled(other.entries())
    assert not other.bundles.exists()


def test_a_record_leads_to_no_file_outside_the_folder(batched: Batched) -> None:
    entries = batched.entries()
    outside = batched.site.folder / "letter_JP_en.txt"
    batched.bundles.mkdir()
    known = f'{{"sort": "group", "contents": "", "file": "{sha256(outside.read_bytes())}"}}'
    (batched.bundles / RECORD).write_text(f'{{"../{outside.name}": {known}}}', encoding="utf-8")
    batched.bundled(entries)
    assert outside.exists()


@pytest.mark.parametrize("text", ["", "[]", '{"en.zip": 1}'])
def test_a_record_that_cannot_be_read_is_as_none(batched: Batched, text: str) -> None:
    batched.bundles.mkdir(parents=True)
    (batched.bundles / RECORD).write_text(text, encoding="utf-8")
    assert batched.bundled(batched.entries()).problems == ()
    assert "en.zip" in batched.names()


def bookmarks(path: Path) -> list[str]:
    outline: list[Any] = PdfReader(path).outline
    return [item.title for item in outline]


def test_the_pdf_to_print_says_to_whom_in_which_language_what(printed: Batched) -> None:
    entries = printed.entries()
    entries[0] = entries[0].model_copy(update={"contact": "Camille Example"})
    printed.bundled(entries)
    assert bookmarks(printed.bundles / "print.pdf") == [
        "France, Camille Example – en – letter",
        "France – fr – letter",
        "Japan – en – letter",
        "Naoero – en – letter",
    ]


def test_a_group_is_named_by_its_own_name(printed: Batched) -> None:
    groups = printed.but(formats=("open-letter",), to=("eu",), languages=("en",))
    (entry,) = groups.entries()
    groups.bundled([entry.model_copy(update={"format": "open-letter"})])
    assert bookmarks(groups.bundles / "print.pdf") == ["eu – en – open-letter"]


def test_what_is_not_done_is_not_printed(printed: Batched) -> None:
    entries = printed.entries()
    printed.bundled([problem(entries[0]), *entries[1:]])
    assert len(bookmarks(printed.bundles / "print.pdf")) == 3


def test_another_side_of_the_paper_makes_the_pdf_again(printed: Batched) -> None:
    entries = printed.entries()
    printed.bundled(entries)
    assert len(PdfReader(printed.bundles / "print.pdf").pages) == 4
    printed.but(print="duplex").bundled(entries)
    assert len(PdfReader(printed.bundles / "print.pdf").pages) == 8


def test_where_no_pdf_is_done_that_is_told_and_an_old_one_is_not_left(printed: Batched) -> None:
    entries = printed.entries()
    printed.bundled(entries)
    bundled = printed.bundled([problem(entry) for entry in entries])
    (told,) = bundled.problems
    assert str(told).startswith("there is nothing to print: no document of the batch has a PDF (ask for PDF")
    assert printed.names() == []


def test_a_pdf_that_was_altered_is_not_printed(printed: Batched) -> None:
    entries = printed.entries()
    (printed.site.folder / "letter_FR_fr.pdf").write_bytes(pdf_of(3))
    (told,) = printed.bundled(entries).problems
    assert "letter_FR_fr.pdf: the file is not as it was written" in str(told)
    assert not printed.bundles.exists() or printed.names() == []


def test_a_folder_that_cannot_be_written_is_told(batched: Batched) -> None:
    entries = batched.entries()
    batched.bundles.write_text("a file", encoding="utf-8")
    problems = batched.bundled(entries).problems
    assert problems
    assert "cannot write" in str(problems[0])


def handed(batched: Batched, name: str, folder: Path) -> Handed:
    planned = plan(batched.site.library, batched.site.batch)
    (bundle,) = (each for each in every_bundle(batched.site, planned) if each.name == name)
    return hand_out(batched.site, bundle, folder)


def test_what_is_finished_of_an_unfinished_batch_is_handed_out(batched: Batched, tmp_path: Path) -> None:
    entries = batched.entries()
    append(batched.site.folder, entries[0])
    append(batched.site.folder, problem(entries[1]))
    append(batched.site.folder, entries[2])
    (batched.site.folder / f"{entries[2].name}.txt").unlink()
    before = sorted(batched.site.folder.iterdir())
    found = handed(batched, "small.zip", tmp_path / "handed")
    assert found.path == tmp_path / "handed/small.zip"
    assert (found.inside, found.outside) == ((entries[0].name,), tuple(entry.name for entry in entries[1:]))
    with zipfile.ZipFile(found.path) as archive:
        assert archive.namelist() == [TABLE, *entries[0].files]
    assert sorted(batched.site.folder.iterdir()) == before


def test_a_bundle_that_is_handed_out_is_the_one_that_a_batch_writes(batched: Batched, tmp_path: Path) -> None:
    entries = batched.entries()
    batched.bundled(entries)
    close_journal(batched.site.folder, entries)
    found = handed(batched, "en.zip", tmp_path / "handed")
    assert found.outside == ()
    assert found.path.read_bytes() == (batched.bundles / "en.zip").read_bytes()


def test_what_is_to_be_printed_is_handed_out_too(printed: Batched, tmp_path: Path) -> None:
    entries = printed.entries()
    close_journal(printed.site.folder, entries[:2])
    bundle = Bundle(PRINT, "print.pdf", tuple(entry.name for entry in entries))
    found = hand_out(printed.site, bundle, tmp_path / "handed")
    assert len(bookmarks(found.path)) == 2


def test_where_nothing_is_finished_that_is_told(batched: Batched, tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"nothing of `small\.zip` is finished"):
        handed(batched, "small.zip", tmp_path / "handed")
