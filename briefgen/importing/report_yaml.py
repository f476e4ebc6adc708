"""A draft as the text of `report.yaml`, with a comment at each place where a person has to decide."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from briefgen.errors import BriefgenError, Problem
from briefgen.importing.draft import Draft, Remark
from briefgen.model.report import Report
from briefgen.reading.validation import validate
from briefgen.reading.yaml_text import YamlText, parse_yaml

_WIDTH = 118
_FOLDED = 70
"""Text longer than this is folded."""
_HEAD = """\
# A draft, written from source.txt by `briefgen import`. Every `anchor` is the verbatim words of the source. Each line
# “decide” asks for something that the source does not settle; they all stand in decisions.md. Correct the texts,
# delete those lines, and run `briefgen check`.
"""


class _Dumper(yaml.SafeDumper):
    """Lists stand indented under their keys, long texts are folded, and what is said twice is written twice."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=">" if len(value) > _FOLDED else None)


_Dumper.add_representer(str, _text)


def report_yaml(draft: Draft, path: Path) -> str:
    """The text of the file, read back and held against the model of a report.

    An empty list of recommendations is left to `check`. Raises a BriefgenError for anything else that does not fit.
    """
    body = yaml.dump(draft.data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    parsed, problems = parse_yaml(body, path)
    rows = body.splitlines()
    for number, comments in sorted(_comments(draft.remarks, parsed).items(), reverse=True):
        indent = rows[number - 1][: len(rows[number - 1]) - len(rows[number - 1].lstrip())] if number else ""
        rows[max(0, number - 1) : max(0, number - 1)] = [f"{indent}# decide: {comment}" for comment in comments]
    _hold(draft, path, problems)
    return "\n".join([_HEAD, *rows]) + "\n"


def _comments(remarks: Sequence[Remark], parsed: YamlText) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for remark in remarks:
        line = parsed.place(remark.at, key=True).line if remark.at else 0
        found.setdefault(line, []).append(one_doubt(remark))
    return found


def one_doubt(remark: Remark) -> str:
    """A doubt in one line: question, candidates, and the line of the source."""
    doubt = remark.doubt
    candidates = f" Candidates: {'; '.join(doubt.candidates)}." if doubt.candidates else ""
    where = f" (source.txt:{doubt.line})" if doubt.line else ""
    return " ".join(f"{doubt.question}{candidates}{where}".split())


def _hold(draft: Draft, path: Path, problems: Sequence[Problem]) -> None:
    data: dict[str, Any] = draft.data
    if not data["recommendations"]:
        role = {"roles": ["x"], "basis": "stated", "subject": "x", "opening": "x", "ask": "x"}
        one = {"id": "R1", "text": "x", "anchor": "x", "addressees": ["x"], "asks": [role]}
        data = {**data, "recommendations": [one]}
    if problems:
        raise BriefgenError(problems)
    validate(YamlText(path, data), Report)
