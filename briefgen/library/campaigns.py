"""Campaign files: what they say, and the files that they name, which must not lie elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import BriefgenError, Problem
from briefgen.model.campaign import Campaign
from briefgen.reading.files import is_file, is_inside
from briefgen.reading.validation import read_model
from briefgen.reading.yaml_text import YamlText

_FILES = ("sender", "contacts", "details")


@dataclass(frozen=True, slots=True)
class CampaignFile:
    """A campaign with the places of its values; the files that it names are seen from its own folder."""

    campaign: Campaign
    text: YamlText

    def beside(self, name: str) -> Path | None:
        """The file of a name; None where there is no name."""
        return self.text.path.parent / name if name else None

    @property
    def report(self) -> str:
        """The report pack: its folder, or its id; empty where none is named."""
        own = self.beside(self.campaign.report)
        return str(own) if own and is_file(own / "report.yaml") else self.campaign.report


def read_campaign(path: Path, workspace: Path) -> CampaignFile:
    """Read a campaign file.

    Raises a BriefgenError with every problem of it; one is a file that it names and that stands neither in its own
    folder nor in the workspace: a campaign may come from somebody else, who is not to choose among all files.
    """
    campaign, text = read_model(path, Campaign)
    file = CampaignFile(campaign, text)
    named = {key: file.beside(getattr(campaign, key)) for key in _FILES}
    report = Path(file.report)
    if len(report.parts) > 1 or ".." in report.parts:
        named["report"] = report
    problems = [
        Problem(
            f"`{getattr(campaign, key)}` leads out of the folder of the campaign", text.place((key,)), "copy it there"
        )
        for key, target in named.items()
        if target and not any(is_inside(target, folder) for folder in (path.parent, workspace))
    ]
    if problems:
        raise BriefgenError(problems)
    return file
