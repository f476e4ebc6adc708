"""The machine on which was measured, without anything that names it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("weasyprint", "docxtpl", "python-docx", "jinja2", "babel", "lxml", "pydyf", "pypdfium2", "typst")


@dataclass(frozen=True, slots=True)
class Machine:
    """What times depend on beside the program."""

    processor: str
    cores: int
    memory_gib: float
    system: str
    python: str
    libraries: tuple[tuple[str, str], ...]

    def lines(self) -> Iterator[str]:
        """The machine as items of a list."""
        yield f"{self.processor}, {self.cores} cores, {self.memory_gib:.0f} GiB of memory"
        yield f"{self.system}, Python {self.python}"
        yield ", ".join(f"{name} {number}" for name, number in self.libraries)


def this_machine() -> Machine:
    """The machine that this runs on."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return Machine(
        processor=_after("/proc/cpuinfo", "model name") or platform.machine(),
        cores=len(os.sched_getaffinity(0)),
        memory_gib=pages * size / 2**30,
        system=_after("/etc/os-release", "PRETTY_NAME").strip('"') or platform.system(),
        python=platform.python_version(),
        libraries=tuple(_versions()),
    )


def load() -> float:
    """How many processes wanted a core, on average over a minute: well above 1 says that others used the machine."""
    return os.getloadavg()[0]


def _after(path: str, key: str) -> str:
    """What a file of `key: value` or `key=value` says of a key."""
    source = Path(path)
    for line in source.read_text(encoding="utf-8").splitlines() if source.is_file() else ():
        name, _, value = line.replace("=", ":", 1).partition(":")
        if name.strip() == key:
            return value.strip()
    return ""


def _versions() -> Iterator[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"
