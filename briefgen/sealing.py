"""Seals: lists of the hashes of finished files, by which anyone can see later whether a file is as it was made.

A seal proves no author: whoever can change a file can write another seal. Keep it apart, or sign.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from briefgen import __version__
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.reading.files import read_text

OF_ALL = "seal.json"
"""The seal of a folder that a batch wrote."""
OF_ONE = ".seal.json"
"""The ending of the seal of the files of one document."""

Status = Literal["intact", "changed", "not sealed", "missing"]
PlainName = Annotated[str, StringConstraints(pattern=r"^[^/\\\x00]+$")]


class SealedFile(BaseModel):
    """A finished file as it was made, and what it is; it names no folder and no time of day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: PlainName
    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    report: str
    format: str
    recipient: str
    language: str
    date: date


class Seal(BaseModel):
    """The files of one document, or of a batch, and the version of the program that made them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    briefgen: str = __version__
    files: tuple[SealedFile, ...]

    def data(self) -> bytes:
        """The seal as the bytes of its file; the same files give the same bytes."""
        return f"{self.model_dump_json(indent=1)}\n".encode()


@dataclass(frozen=True, slots=True)
class Identity:
    """What the sealed files are: one document."""

    report: str
    format: str
    recipient: str
    language: str
    day: date

    def sealed(self, files: Mapping[str, bytes]) -> tuple[SealedFile, ...]:
        """Its files, by their names, as a seal records them."""
        return tuple(
            SealedFile(
                name=name,
                size=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                report=self.report,
                format=self.format,
                recipient=self.recipient,
                language=self.language,
                date=self.day,
            )
            for name, data in files.items()
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the seals beside a file say of it."""

    path: Path
    status: Status
    seal: str = ""
    """The seal that names it; empty where none does."""


def verify(paths: Iterable[Path]) -> list[Verdict]:
    """What the seals beside files say of them; of a seal or a folder, all files that are sealed there.

    Raises a BriefgenError with every seal that cannot be read.
    """
    verdicts: dict[Path, Verdict] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            for verdict in _of(path):
                verdicts.setdefault(verdict.path, verdict)
        except BriefgenError as error:
            problems += error.problems
    if problems:
        raise BriefgenError(dict.fromkeys(problems))
    return list(verdicts.values())


def _of(path: Path) -> Iterator[Verdict]:
    if _is_seal(path):
        yield from _all_of(path.parent, [path])
    elif path.is_dir():
        seals = _seals(path)
        yield from _all_of(path, seals)
        if not seals:
            yield Verdict(path, "not sealed")
    else:
        yield _verdict(path, _named(_seals(path.parent)))


def _all_of(folder: Path, seals: Iterable[Path]) -> Iterator[Verdict]:
    """Every file that is sealed in a folder."""
    named = _named(seals)
    for found in named.values():
        yield _verdict(folder / found[0][1].name, named)


def _is_seal(path: Path) -> bool:
    return path.name == OF_ALL or path.name.endswith(OF_ONE)


def _seals(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.json")) if _is_seal(path)]


def _named(seals: Iterable[Path]) -> dict[str, list[tuple[str, SealedFile]]]:
    """The files of seals by their names, each with the seal that names it."""
    found: dict[str, list[tuple[str, SealedFile]]] = {}
    for path in seals:
        for file in _read(path).files:
            found.setdefault(_composed(file.name), []).append((path.name, file))
    return found


def _read(path: Path) -> Seal:
    try:
        return Seal.model_validate_json(read_text(path))
    except ValidationError as error:
        raise BriefgenError.one("this is not a seal, or not a whole one", Place(path), "take it from a copy") from error


def _verdict(path: Path, sealed: Mapping[str, list[tuple[str, SealedFile]]]) -> Verdict:
    """A file by the seals that name it; it is intact where all of them agree."""
    named = sealed.get(_composed(path.name), [])
    shown = ", ".join(dict.fromkeys(name for name, _ in named))
    if not path.is_file():
        return Verdict(path, "missing", shown)
    if not named:
        return Verdict(path, "not sealed")
    with path.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    agree = all((file.sha256, file.size) == (digest, path.stat().st_size) for _, file in named)
    return Verdict(path, "intact" if agree else "changed", shown)


def _composed(name: str) -> str:
    """A name as one spelling of it: some systems store the accents of file names apart."""
    return unicodedata.normalize("NFC", name)
