"""`briefgen batch`: many documents at once, planned first, made by several workers, made again only where needed."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefgen.batch.binding import Bundled, write_bundles
from briefgen.batch.bundles import bundles_of
from briefgen.batch.campaign import batch_of
from briefgen.batch.cluster import Cluster
from briefgen.batch.crew import Crew, Processes
from briefgen.batch.holding import held
from briefgen.batch.making import Site
from briefgen.batch.manifest import Entry
from briefgen.batch.plan import Batch, Job, Plan, plan
from briefgen.batch.running import Outcome, run
from briefgen.batch.sealing import seal_batch
from briefgen.cli import bundling
from briefgen.cli.options import from_here, json_option, print_json, split_list, workspace
from briefgen.library.packs import default_report
from briefgen.library.shelves import open_library

_file = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "batch",
    epilog="\b\nExamples:\n  briefgen batch campaign.yaml --dry-run\n"
    "  briefgen batch --format letter --to all --lang auto --as pdf,docx",
)
@click.argument("campaign", type=_file, required=False, metavar="[CAMPAIGN.yaml]")
@click.option("--format", "formats", multiple=True, metavar="FORMAT", help="A format; several times for several.")
@click.option("--to", multiple=True, metavar="SET", help="A state, a group, or a set: security-council and not eu.")
@click.option("--lang", "languages", default="auto", show_default=True, callback=split_list, help="With commas.")
@click.option(
    "--as", "kinds", default="", callback=split_list, help="Files to write; those of each format if not given."
)
@click.option("--name", default="batch", show_default=True, help="Name of the folder in --out.")
@click.option("--report", default="", help="Id of a report pack, or its folder; the only one if not given.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date of the documents; today if not given.")
@click.option("--sender", type=_file, help="YAML file of the organisation that signs.")
@click.option("--contacts", type=_file, help="CSV or XLSX list of the persons at missions.")
@click.option("--details", type=_file, help="YAML file of an event or joint letter.")
@bundling.bundle_options
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, show_default=True, help="Workers.")
@click.option("--fast-path/--no-fast-path", default=True, help="Whether letters are made from like ones; same files.")
@click.option(
    "--cluster", metavar="ADDRESS", help="A Dask scheduler, such as tcp://host:8786: its workers, not --jobs."
)
@click.option("--final", is_flag=True, help="No drafts: a document that is not ready is refused, with what is open.")
@click.option("--seal", is_flag=True, help="Write the hashes of the final files into seal.json, for `briefgen verify`.")
@click.option("--dry-run", is_flag=True, help="Only show the plan.")
@click.option("--out", default="output", show_default=True, type=click.Path(path_type=Path, file_okay=False))
@json_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    campaign: Path | None,
    formats: tuple[str, ...],
    to: tuple[str, ...],
    languages: tuple[str, ...],
    kinds: tuple[str, ...],
    name: str,
    report: str,
    day: datetime | None,
    sender: Path | None,
    contacts: Path | None,
    details: Path | None,
    bundles: tuple[str, ...],
    sides: str | None,
    jobs: int,
    fast_path: bool,
    cluster: str | None,
    final: bool,
    seal: bool,
    dry_run: bool,
    out: Path,
    as_json: bool,
) -> None:
    """Make the documents of a campaign, or of a set of recipients, and a manifest of them.

    The same batch again makes only what has changed or is missing. A recipient whose document cannot be made stops
    nobody else; it is listed with its reason, and the exit code is 1.
    """
    library, now = open_library(workspace()), datetime.now(UTC)
    if campaign:
        batch = batch_of(library, campaign, workspace(), now)
    elif formats and to:
        when = day.date() if day else date.today()
        chosen = report or default_report(library)
        batch = Batch(name, chosen, formats, to, languages, kinds, when, sender, contacts, details)
    else:
        raise click.UsageError("name a campaign file, or --format and --to")
    final_at = now if final else batch.final_at
    if seal and not final_at:
        raise click.UsageError("only what is final is sealed: add --final")
    batch = replace(batch, bundles=bundles or batch.bundles, print=sides or batch.print, final_at=final_at, sealed=seal)
    site, planned = Site(library, batch, out / batch.name, fast_path), plan(library, batch)
    if dry_run:
        _show(site, planned, as_json=as_json)
    else:
        crew = Cluster(cluster) if cluster else Processes(jobs)
        sys.exit(_make(site, planned, crew, as_json=as_json))


def _make(site: Site, planned: Plan, crew: Crew, *, as_json: bool) -> int:
    """Make a batch, its bundles and its seal, report them, and give the exit code."""
    asked = bundles_of(site, planned)  # first, since a batch without a PDF that is to be printed is not begun
    with held(site.folder) as hold:
        with _Bar(len(planned.jobs)) as bar:
            outcome = run(site, planned, crew, hold, bar.tell)
        bundled = write_bundles(site, asked, outcome.entries)
        _report(outcome, bundled, planned, site.folder, as_json=as_json)
        seal = seal_batch(site, outcome.entries) if site.batch.sealed else None
    if seal and not as_json:
        click.echo(seal)
    return 1 if outcome.problems or bundled.problems else 0


def _show(site: Site, planned: Plan, *, as_json: bool) -> None:
    asked = bundles_of(site, planned)
    if as_json:
        jobs = [_as_data(job) for job in planned.jobs]
        names = [bundle.name for bundle in asked]
        print_json({"documents": jobs, "not made": {left.what: left.why for left in planned.left}, "bundles": names})
        return
    for job in planned.jobs:
        person = f", to {job.contact.name}" if job.contact and job.contact.name else ""
        what = f"{' '.join(job.asks) or '-':20} {' '.join(job.kinds)}"
        click.echo(f"{job.format:24} {job.recipient.name:22} {job.language:8} {what}{person}")
    for left in planned.left:
        click.echo(f"not made: {left.what}: {left.why}")
    if asked:
        click.echo(bundling.shown(asked))
    files = sum(len(job.kinds) for job in planned.jobs)
    click.echo(f"{len(planned.jobs)} documents in {files} files; {len(planned.left)} not made")


def _as_data(job: Job) -> dict[str, object]:
    files = [f"{job.name}.{kind}" for kind in job.kinds]
    recipient = {"recipient": job.recipient.name, "contact": job.contact.name if job.contact else ""}
    return {"document": job.name, **recipient, "language": job.language, "asks": job.asks, "files": files}


def _report(outcome: Outcome, bundled: Bundled, planned: Plan, folder: Path, *, as_json: bool) -> None:
    if as_json:
        documents = [entry.model_dump() for entry in outcome.entries]
        made = {"folder": str(folder), "made": outcome.made, "documents": documents}
        print_json(made | bundling.as_data(bundled))
        return
    for problem, names in _reasons(outcome.problems):
        others = f" and {len(names) - 1} others" if len(names) > 1 else ""
        click.echo(f"{names[0]}{others}: {from_here(problem)}", err=True)
    for warning in dict.fromkeys(warning for entry in outcome.entries for warning in entry.warnings):
        click.echo(f"warning: {warning}", err=True)
    click.echo("\n".join(_table(outcome.entries)))
    unchanged = len(outcome.entries) - outcome.made
    click.echo(f"{folder}: {outcome.made} made, {unchanged} unchanged, {len(planned.left)} not planned")
    bundling.tell(bundled)


def _reasons(entries: Iterable[Entry]) -> list[tuple[str, list[str]]]:
    """Each reason for which documents were not made, with their names; first those that the most of them share."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        for problem in entry.problems:
            found.setdefault(problem, []).append(entry.name)
    return sorted(found.items(), key=lambda reason: -len(reason[1]))


def _table(entries: tuple[Entry, ...]) -> Iterator[str]:
    """The documents by language and status."""
    counts = Counter((entry.language, entry.status) for entry in entries)
    yield f"{'language':10}{'done':>8}{'problem':>10}"
    for language in sorted({language for language, _ in counts}):
        yield f"{language:10}{counts[language, 'done']:>8}{counts[language, 'problem']:>10}"


class _Bar:
    """A progress bar on a terminal, and nothing elsewhere."""

    def __init__(self, length: int) -> None:
        self._bar = click.progressbar(length=length, label="documents", file=sys.stderr, hidden=not sys.stderr.isatty())

    def __enter__(self) -> _Bar:
        self._bar.__enter__()
        return self

    def __exit__(self, *details: object) -> None:
        self._bar.__exit__(*details)  # type: ignore[arg-type]

    def tell(self, _entry: Entry) -> None:
        """One document more is finished."""
        self._bar.update(1)
