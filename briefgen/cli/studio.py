"""`briefgen studio`: a page on this machine on which documents are seen, adapted, translated and sent to print."""

from __future__ import annotations

import click

from briefgen.cli.options import workspace


@click.command("studio", epilog="\b\nExample:\n  briefgen studio")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on this machine; a free one if not given.")
@click.option("--no-browser", is_flag=True, help="Only print the address; do not open a browser.")
def command(port: int, *, no_browser: bool) -> None:
    """Open the studio for this folder and print its address; it runs until Ctrl+C.

    Only this machine reaches it, and the address opens once.
    """
    from briefgen.studio.server import serve  # noqa: PLC0415 - the help page starts without a web server

    serve(workspace(), port, _tell, browse=not no_browser)


def _tell(address: str) -> None:
    click.echo(address)
    click.echo("The studio is open at this address, on this machine alone. Ctrl+C ends it.", err=True)
