"""Campaign files: what they say, and the files that they name, which must not lie elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from briefgen.errors import BriefgenError, Problem
from briefgen.model.campaign import Campaign
from briefgen.reading.files import is_file, is_inside, read_text
from briefgen.reading.validation import model_in
from briefgen.reading.yaml_text import YamlText

_FILES = ("sender", "contacts", "details")
_WIDTH = 118


class _Dumper(yaml.SafeDumper):
    """Characters that are not printed are escaped: PyYAML would write some as line breaks, and read them as spaces."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if value.isprintable() else '"')


_Dumper.add_representer(str, _text)


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
    return campaign_in(read_text(path), path, workspace)


def campaign_text(chosen: Mapping[str, object], path: Path, workspace: Path) -> str:
    """The text of a campaign file that is to stand at a path, by the keys of a campaign; what is empty is left out.

    It is read back: raises a BriefgenError as `read_campaign` does, with its places in the text.
    """
    order = [*Campaign.model_fields, *chosen]
    told = {key: chosen[key] for key in sorted(chosen, key=order.index) if chosen[key]}
    text: str = yaml.dump(
        told, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=_WIDTH
    )
    campaign_in(text, path, workspace)
    return text


def campaign_in(source: str, path: Path, workspace: Path) -> CampaignFile:
    """The campaign of the text of a file, which need not stand there yet; raises a BriefgenError likewise."""
    campaign, text = model_in(source, path, Campaign)
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
