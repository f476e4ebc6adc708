"""`briefgen import`: a news release or report into a draft report pack."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from briefgen.cli.options import from_here, json_option, print_json, workspace
from briefgen.importing.release import Imported, import_release, pack_name
from briefgen.importing.statements import statements_of
from briefgen.library.shelves import open_library
from briefgen.writing import write_all


@click.command("import", epilog="\b\nExample:\n  briefgen import release.docx --out reports/my-report")
@click.argument("release", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--out", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder of the new pack."
)
@json_option
def command(*, release: Path, folder: Path, as_json: bool) -> None:
    """Draft a report pack from a release: plain text, Markdown, HTML, Word or PDF.

    Writes source.txt, report.yaml and decisions.md, the list of what a person has to decide. A pack that is there is
    never overwritten. With --json the proposal is printed as well.
    """
    name = pack_name(folder)
    found = import_release(release, name, open_library(workspace()), statements_of)
    files = found.files(folder)
    write_all(files)
    if as_json:
        print_json(_as_data(found, list(files)))
        return
    for path in files:
        click.echo(from_here(str(path)))
    click.echo(f"{len(found.draft.remarks)} things to decide: see decisions.md", err=True)


def _as_data(found: Imported, files: list[Path]) -> dict[str, object]:
    return {
        "files": [from_here(str(path)) for path in files],
        "frame": {key: value for key, value in asdict(found.frame).items() if key not in ("doubts", "lines")},
        "report": found.draft.data,
        "decisions": [{"at": remark.at, **asdict(remark.doubt)} for remark in found.draft.remarks],
        "passed": [asdict(each) for each in found.draft.passed],
        "aside": [asdict(aside) for aside in found.read.aside],
    }
