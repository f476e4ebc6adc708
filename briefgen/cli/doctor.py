"""`briefgen doctor`: whether this machine has what briefgen needs, and what mends it where it has not."""

from __future__ import annotations

import ctypes.util
import hashlib
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import click

from briefgen import fonts
from briefgen.cli.options import json_option, print_json, workspace
from briefgen.errors import BriefgenError
from briefgen.library.languages import language_tags
from briefgen.library.shelves import open_library

PANGO = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""The system libraries that WeasyPrint loads, and the Debian packages that hold them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `mend` is the command or the step that helps where it is not well."""

    what: str
    well: bool
    detail: str = ""
    mend: str = ""


@click.command("doctor", epilog="\b\nExample:\n  briefgen doctor")
@json_option
def command(*, as_json: bool) -> None:
    """See whether this machine has what briefgen needs; print the exact command that mends what is missing."""
    findings = list(examine())
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            state = "ok     " if finding.well else "MISSING"
            click.echo(f"{state}  {finding.what}{': ' if finding.detail else ''}{finding.detail}")
            if not finding.well:
                click.echo(f"         {finding.mend}")
    sys.exit(0 if all(finding.well for finding in findings) else 1)


def examine() -> Iterator[Finding]:
    """Look at Python, the system libraries, the fonts, and the library."""
    version = platform.python_version()
    yield Finding("Python 3.11 or newer", sys.version_info >= (3, 11), version, "install Python 3.11")
    for library, package in PANGO.items():
        found = ctypes.util.find_library(library)
        yield Finding(f"system library {library}", bool(found), found or "", _install(package))
    yield _fonts()
    yield _library()


def _install(package: str) -> str:
    if sys.platform == "darwin":
        return "brew install pango"
    if sys.platform == "win32":
        return "install Pango with MSYS2 and set WEASYPRINT_DLL_DIRECTORIES to its folder of DLLs"
    return f"apt-get install -y --no-install-recommends {package}"


def _fonts() -> Finding:
    sums = (fonts.FOLDER / "SHA256SUMS").read_text(encoding="ascii").split()
    wanted = dict(zip(sums[1::2], sums[::2], strict=True))
    wrong = [name for name, digest in wanted.items() if _digest(name) != digest]
    detail = f"{len(wanted)} faces" if not wrong else ", ".join(wrong)
    return Finding("fonts of the package", not wrong, detail, "install briefgen again")


def _digest(name: str) -> str:
    path = fonts.FOLDER / name
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _library() -> Finding:
    try:
        library = open_library(workspace())
        shown = ", ".join(language_tags(library))
    except BriefgenError as error:
        return Finding("templates, languages and reports", False, str(error), "install briefgen again")
    return Finding("templates, languages and reports", True, f"languages {shown}")
