"""`briefgen schema`: the JSON Schema of a report pack, for editors that check while one types."""

from __future__ import annotations

import click

from briefgen.cli.options import print_json
from briefgen.model.report import Report


@click.command("schema", epilog="\b\nExample:\n  briefgen schema > report.schema.json")
def command() -> None:
    """Print the JSON Schema of report.yaml, for editors that check while one types."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Report.model_json_schema()}
    print_json(schema)
