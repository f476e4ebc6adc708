"""`briefgen translate`: the catalogues brought up to date, and how far they are."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from briefgen.cli.options import from_here, json_option, print_json, report_option, split_list, workspace
from briefgen.library.messages import messages_to_translate
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library, open_library
from briefgen.translate.catalogues import Status, pot_bytes, target_languages, template_of, to_translate
from briefgen.translate.desk import open_desk
from briefgen.translate.exchange import as_docx, as_po, as_xlsx, read_table
from briefgen.translate.folder import CatalogueFolder
from briefgen.translate.review import record_review, rows_of, take_back
from briefgen.writing import write_all


@click.group("translate", epilog="\b\nExamples:\n  briefgen translate update --lang ko\n  briefgen translate status")
def command() -> None:
    """Bring the catalogues up to date with the texts, and see how far they are."""


lang_option = click.option("--lang", "languages", default="", callback=split_list, help="Languages; all if not given.")


@command.command("extract", epilog="\b\nExample:\n  briefgen translate extract --out output")
@click.option("--out", default="output", show_default=True, type=click.Path(path_type=Path, file_okay=False))
@report_option
def extract(out: Path, report: str) -> None:
    """Write the sentences to translate as .pot files, with their places and what a translator should know."""
    library = open_library(workspace())
    messages = messages_to_translate(library, [load_pack(library, report)])
    files = {
        out / f"{domain}.pot": pot_bytes(template_of(domain, found, workspace())) for domain, found in messages.items()
    }
    write_all(files)
    for path in files:
        click.echo(str(path))


@command.command("update", epilog="\b\nExample:\n  briefgen translate update --lang ko")
@lang_option
@report_option
def update(languages: tuple[str, ...], report: str) -> None:
    """Add new messages to the catalogues of this folder, keep all work, and mark what is stale as fuzzy."""
    library = open_library(workspace())
    written: dict[Path, bytes] = {}
    pack = load_pack(library, report)
    every = messages_to_translate(library, [pack])
    for tag in _targets(library, languages, report):
        folder, wanted = CatalogueFolder(library, workspace(), tag), to_translate(every, tag, pack)
        written |= {folder.path(domain): folder.updated(domain, messages) for domain, messages in wanted.items()}
    write_all(written)
    for path in written:
        click.echo(str(path.relative_to(workspace())))


@command.command("status", epilog="\b\nExample:\n  briefgen translate status --json")
@lang_option
@report_option
@json_option
def show_status(languages: tuple[str, ...], report: str, *, as_json: bool) -> None:
    """Show for each language and catalogue what is translated, stale and missing."""
    library = open_library(workspace())
    rows = []
    for tag in _targets(library, languages, report):
        found = open_desk(library, workspace(), report, tag).progress()
        rows += [
            {"language": tag, "catalogue": each.domain, **_counts(each), "signed off": found.signed_off}
            for each in found.catalogues
        ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        review = "signed off" if row["signed off"] else "not signed off"
        shown = "{language:8} {catalogue:24} {translated} of {messages} translated, {stale} stale, {missing} missing"
        click.echo(f"{shown.format(**row)}, {review}")


@command.command("export", epilog="\b\nExample:\n  briefgen translate export --lang fr --as docx,xlsx")
@click.option("--lang", "language", required=True, help="Language to export.")
@click.option(
    "--as", "kinds", default="docx", show_default=True, callback=split_list, help="docx, xlsx, po; several with commas."
)
@click.option("--out", default="output", show_default=True, type=click.Path(path_type=Path, file_okay=False))
@report_option
def export(language: str, kinds: tuple[str, ...], out: Path, report: str) -> None:
    """Write the sentences of a language for a translator: as a table in Word or XLSX, or as one PO file."""
    library = open_library(workspace())
    writers = {"docx": as_docx, "xlsx": as_xlsx, "po": as_po}
    for kind in kinds:
        library.require("kind of table", kind, Path() if kind in writers else None, list(writers))
    at = open_desk(library, workspace(), report, language)
    rows = rows_of(at.language, at.messages)
    files = {out / f"{report}_translation_{language}.{kind}": writers[kind](rows, language) for kind in kinds}
    write_all(files)
    for path in files:
        click.echo(str(path))


@command.command("import", epilog="\b\nExample:\n  briefgen translate import table.docx --lang fr")
@click.argument("table", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--lang", "language", required=True, help="Language of the table.")
@report_option
def take(table: Path, language: str, report: str) -> None:
    """Take a table or PO file back into the catalogues: only what changed, and nothing where a row is at fault."""
    desk = open_desk(open_library(workspace()), workspace(), report, language)
    result = take_back(read_table(table), table, desk)
    write_all(result.files)
    click.echo(f"{result.changed} sentences changed")
    for path in result.files:
        click.echo(from_here(str(path)))


@command.command("sign-off", epilog='\b\nExample:\n  briefgen translate sign-off fr --role "reviser, French"')
@click.argument("language", metavar="LANG")
@click.option("--role", required=True, help="The role in which it was reviewed; no names of persons.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of the review; today if not given.")
@report_option
def sign_off(language: str, role: str, day: datetime | None, report: str) -> None:
    """Record that the translation was reviewed; any later change of source or translation voids the record."""
    desk = open_desk(open_library(workspace()), workspace(), report, language)
    path, data = record_review(desk, role, day.date() if day else date.today())
    write_all({path: data})
    click.echo(from_here(str(path)))


def _counts(state: Status) -> dict[str, int]:
    return {
        "messages": state.total,
        "translated": state.translated,
        "stale": state.stale,
        "missing": state.missing,
    }


def _targets(library: Library, languages: tuple[str, ...], report: str) -> list[str]:
    """The languages that were named, or all in which documents on a report are written."""
    known = target_languages(library, load_pack(library, report))
    for tag in languages:
        library.require("language", tag, Path() if tag in known else None, known)
    return list(languages) or known
