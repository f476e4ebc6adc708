"""A copy of the shelf whose report holds words that only some may see, each of a kind that is found wherever it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from tests.check.shelf_copy import REPORT, ShelfCopy, copy_shelf

ANCHOR = "The 148-page report,"
LEVELS = {"partners": "xp", "restricted": "xr"}
PLACES = (
    "summary", "value", "caption", "figure", "finding", "section", "quotation", "speaker",
    "excerpt", "witness", "sentence", "context", "question", "annex", "annexed", "named",
)  # fmt: skip
"""What has a word of its own, at either level."""
NEVER_PRINTED = {"context"}


def word(level: str, place: str) -> str:
    """The word that stands in one place at one level; short, so that no line breaks in it."""
    return f"{LEVELS[level]}q{chr(ord('a') + PLACES.index(place))}zk"


def words(*levels: str) -> set[str]:
    return {word(level, place) for level in levels for place in PLACES}


def found_in(texts: Iterable[str]) -> set[str]:
    """The secret words in texts, however lines and marks fall."""
    bare = re.sub(r"[\W_]", "", " ".join(texts)).casefold()
    return {each for each in words(*LEVELS) if each in bare}


def secret_shelf(folder: Path, shared_with: dict[str, list[str]]) -> ShelfCopy:
    """The shelf with secrets of both levels in every place of the report, and formats that may show all of them."""
    shelf = copy_shelf(folder)
    path = shelf.path / REPORT
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["shared_with"] = shared_with
    for level in LEVELS:
        _hide(data, level)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for file in (shelf.path / "templates" / "formats").glob("[!_]*.md"):
        text = re.sub(r"^(sees|pages):.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        file.write_text(text.replace("\nlayout:", "\nsees: restricted\nlayout:", 1), encoding="utf-8")
    return shelf


def _hide(data: dict[str, Any], level: str) -> None:
    """Put what only a level may see before everything else, and have all refer to it."""
    said = {place: f"Said of {word(level, place)} here." for place in PLACES}
    common = {"anchor": ANCHOR, "visibility": level}

    def claim(place: str) -> dict[str, str]:
        return {"id": f"{level}-{place}", "claim": said[place], **common}

    data["summary"].insert(0, claim("summary"))
    data["figures"].insert(0, {**claim("figure"), "value": word(level, "value"), "caption": said["caption"]})
    data["findings"][:0] = [claim("finding"), claim("annexed")]
    data["quotations"].insert(0, {
        "id": f"{level}-quotation", "speaker": said["speaker"], "attribution": said["speaker"],
        "text": [said["quotation"]], **common,
    })  # fmt: skip
    data["testimonies"].insert(0, {
        "id": f"{level}-witness", "speaker": said["witness"], "attribution": said["witness"],
        "sentence": f"{said['sentence']} {{quotation}}", "context": said["context"],
        "text": said["excerpt"], "excerpt": said["excerpt"], **common,
    })  # fmt: skip
    secret = [f"{level}-{place}" for place in ("finding", "figure", "summary")]
    data["sections"].insert(0, {"id": f"{level}-section", "heading": said["section"], "claims": secret})
    data["sections"][-1]["claims"][:0] = secret
    data["questions"].insert(0, {"id": f"{level}-question", "question": said["question"], "answer": secret})
    data["questions"][-1]["answer"][:0] = secret
    data["key_figures"].insert(0, f"{level}-figure")
    data["method"].insert(0, f"{level}-finding")
    data["accounts"].insert(0, f"{level}-witness")
    data["annexes"] = [
        {"id": f"{level}-annex", "heading": said["annex"], "claims": ["sealed"], "visibility": level},
        {"id": f"{level}-open-annex", "heading": said["named"], "claims": [f"{level}-annexed"]},
        {"id": f"mixed-annex-{level}", "heading": "An annex for all", "claims": ["sealed", f"{level}-annexed"]},
        *data.get("annexes", []),
    ]
    for number, item in enumerate(data["recommendations"]):
        item["evidence"][:0] = secret
        item["answer"] = secret if number % 2 else [*secret, *item.get("answer", [])]
        if number % 2 == (level == "partners"):
            item["account"] = f"{level}-witness"
