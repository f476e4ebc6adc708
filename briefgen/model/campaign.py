"""A campaign: which documents go to whom, in which languages, signed by whom."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Campaign(BaseModel):
    """What a campaign file says; paths in it are seen from the file's own folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=r"^[\w-]+$")
    """The name of the folder in `output/`."""
    report: str = ""
    """Id of a report pack, or its folder; empty: the only one."""
    formats: tuple[str, ...] = Field(min_length=1)
    to: tuple[str, ...] = Field(min_length=1)
    """States and groups."""
    languages: tuple[str, ...] = ("auto",)
    files: tuple[Literal["pdf", "docx", "html", "txt", "eml"], ...] = ()
    """Kinds of file; none named: those of each format."""
    bundles: tuple[Literal["language", "group"], ...] = ()
    """A zip for each language, for each entry of `to`, or both."""
    print: Literal[True, False, "simplex", "duplex"] = False
    """One PDF of all documents to print, on one side of the paper (`true` too) or on both."""
    date: date
    final: bool = False
    """Whether the documents are final: what is not ready is refused, and nothing says DRAFT."""
    sender: str = ""
    contacts: str = ""
    details: str = ""

    @property
    def sides(self) -> str:
        """How it is printed, `simplex` or `duplex`; empty where it is not."""
        return "simplex" if self.print is True else self.print or ""
