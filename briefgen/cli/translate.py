"""`briefgen translate`: the catalogues brought up to date, and how far they are."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.options import json_option, print_json, report_option, split_list, workspace
from briefgen.library.languages import SOURCE_LANGUAGE, language_tags
from briefgen.library.messages import Message, messages_to_translate
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library, open_library
from briefgen.production import write_all
from briefgen.translate.catalogues import status, template_of, updated


@click.group("translate", epilog="\b\nExamples:\n  briefgen translate update --lang ko\n  briefgen translate status")
def command() -> None:
    """Bring the catalogues up to date with the texts, and see how far they are."""


lang_option = click.option("--lang", "languages", default="", callback=split_list, help="Languages; all if not given.")


@command.command("update", epilog="\b\nExample:\n  briefgen translate update --lang ko")
@lang_option
@report_option
def update(languages: tuple[str, ...], report: str) -> None:
    """Add new messages to the catalogues of this folder, keep all work, and mark what is stale as fuzzy."""
    library, shelf = open_library(workspace()), workspace()
    written = {}
    for tag in _targets(library, languages):
        for domain, messages in _messages(library, report).items():
            at = ("locales", tag, "LC_MESSAGES", f"{domain}.po")
            # A catalogue that is new here begins with the built-in one: empty, it would hide its translations.
            written[shelf.joinpath(*at)] = updated(
                library.find(*at) or shelf.joinpath(*at), tag, template_of(domain, messages, shelf)
            )
    write_all(written)
    for path in written:
        click.echo(str(path.relative_to(shelf)))


@command.command("status", epilog="\b\nExample:\n  briefgen translate status --json")
@lang_option
@report_option
@json_option
def show_status(languages: tuple[str, ...], report: str, *, as_json: bool) -> None:
    """Show for each language and catalogue what is translated, stale and missing."""
    library = open_library(workspace())
    rows = []
    for tag in _targets(library, languages):
        for domain, messages in _messages(library, report).items():
            path = library.find("locales", tag, "LC_MESSAGES", f"{domain}.po") or Path("missing")
            state = status(domain, messages, path)
            rows.append({"language": tag, "catalogue": domain, **_counts(state.total, state.translated, state.stale)})
    if as_json:
        print_json(rows)
        return
    for row in rows:
        shown = "{language:8} {catalogue:24} {translated} of {messages} translated, {stale} stale, {missing} missing"
        click.echo(shown.format(**row))


def _counts(total: int, translated: int, stale: int) -> dict[str, int]:
    return {"messages": total, "translated": translated, "stale": stale, "missing": total - translated - stale}


def _targets(library: Library, languages: tuple[str, ...]) -> list[str]:
    known = [tag for tag in language_tags(library) if tag != SOURCE_LANGUAGE]
    for tag in languages:
        library.require("language", tag, Path() if tag in known else None, known)
    return list(languages) or known


def _messages(library: Library, report: str) -> dict[str, tuple[Message, ...]]:
    return messages_to_translate(library, [load_pack(library, report)])
