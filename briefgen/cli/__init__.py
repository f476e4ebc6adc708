"""The command line: the door at which problems are printed and become exit codes.

Exit codes: 0 done, 1 problems found (all of them printed), 2 wrong usage.
"""

from __future__ import annotations

import os
import sys

import click

from briefgen import __version__
from briefgen.cli.lazy import LazyGroup

_COMMANDS = {
    "batch": ("briefgen.cli.batch", "Make many documents at once, and again only what has changed."),
    "build": ("briefgen.cli.build", "Write one document as PDF and Word."),
    "check": ("briefgen.cli.check", "Prove packs, formats and catalogues."),
    "compare": ("briefgen.cli.compare", "Say what a changed report means for letters and translations."),
    "customize": ("briefgen.cli.customize", "Change a format for one delegation or group, or copy a layout."),
    "doctor": ("briefgen.cli.doctor", "See whether this machine has what briefgen needs."),
    "explain": ("briefgen.cli.explain", "Say which asks a document makes, why, and where each piece stands."),
    "import": ("briefgen.cli.importing", "Draft a report pack from a news release or report."),
    "init": ("briefgen.cli.init", "Make a workspace of your own that builds at once."),
    "list": ("briefgen.cli.listing", "List formats, delegations, groups, languages, reports, recommendations."),
    "schema": ("briefgen.cli.schema", "Print the JSON Schema of a report pack, for editors."),
    "sign-on": ("briefgen.cli.signon", "Lock the text of a joint letter, open it for signature, close it."),
    "studio": ("briefgen.cli.studio", "Open a page on this machine to see, adapt, translate and send to print."),
    "verify": ("briefgen.cli.verify", "See whether finished files are as they were sealed."),
    "translate": ("briefgen.cli.translate", "Update the catalogues, and see how far they are."),
}


@click.group(
    cls=LazyGroup,
    commands_in=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        "\b\nExamples:\n"
        "  briefgen build briefing --to all --lang ko --as pdf,docx\n"
        "  briefgen build letter --to FR --lang en\n"
        "  briefgen list delegations --lang ko\n"
        "  briefgen check\n"
    ),
)
@click.version_option(__version__, prog_name="briefgen")
def cli() -> None:
    """Write briefings and letters to every UN member state, from one report, as PDF and Word."""


def main() -> None:
    """Run the command line; print every problem of a BriefgenError and end with its exit code."""
    from briefgen.cli.options import from_here, tellable  # noqa: PLC0415 - the help page starts without them
    from briefgen.errors import BriefgenError  # noqa: PLC0415
    from briefgen.limits import limit_memory, within_memory  # noqa: PLC0415

    os.environ["PYTHONSAFEPATH"] = "1"  # a Python that this one starts looks for no modules in the workspace
    limit_memory()
    try:
        with within_memory():
            cli(prog_name="briefgen")
    except BriefgenError as error:
        for problem in tellable(error.problems):
            click.echo(from_here(str(problem)), err=True)
        sys.exit(1)
