"""The states of a joint letter and the way from one to the next, as its details file records it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.errors import BriefgenError
from briefgen.model.occasion import Details
from briefgen.reading.validation import validate
from briefgen.reading.yaml_text import YamlText, parse_yaml

BEFORE = {"locked": "draft", "signing": "locked", "sent": "signing"}
"""From which state a letter comes to each; there is no way back but by hand, to `draft`."""

_STATE, _LOCKED = ("sign_on", "state"), ("sign_on", "locked")
_WORD = re.compile(r"""(["']?)\w+\1""")


def moved(text: str, details: Details, parsed: YamlText, state: str, hashes: Mapping[str, str]) -> str:
    """The text of a details file with the joint letter in its next state; all else stays as it is, comments too.

    `hashes` are those of the locked text, by language. Raises a BriefgenError where the letter is in another state
    than the one before, where it would be opened without a deadline, and where the file is written in a way in which
    the state cannot be replaced.
    """
    place = parsed.place(_STATE)
    sign_on = details.sign_on
    if sign_on is None:
        raise BriefgenError.one("the details have no `sign_on`", parsed.place(()), "see docs/formats.md")
    if sign_on.state != BEFORE[state]:
        message = f"the letter is `{sign_on.state}`; it becomes `{state}` when it is `{BEFORE[state]}`"
        raise BriefgenError.one(message, place, "draft, locked, signing, sent: one after the other")
    if state == "signing" and sign_on.deadline.at is None:
        place = parsed.place(("sign_on", "deadline"))
        raise BriefgenError.one("a letter is opened with a deadline", place, "write `at: 2026-12-01T18:00` and `zone`")
    written = _written(text, parsed, state, hashes)
    changes = {"state": state, **({"locked": dict(hashes)} if hashes else {})}
    if not _says(written, parsed, details.model_copy(update={"sign_on": sign_on.model_copy(update=changes)})):
        hint = "write `sign_on` as in templates/details/placeholder.yaml, one key in a line"
        raise BriefgenError.one("the state cannot be replaced in the way in which it is written here", place, hint)
    return written


def _written(text: str, parsed: YamlText, state: str, hashes: Mapping[str, str]) -> str:
    """The text with another state, and with the hashes in the place of older ones, or below the state."""
    lines = [line if line.endswith("\n") else f"{line}\n" for line in text.splitlines(keepends=True)]
    place, key = parsed.place(_STATE), parsed.keys[_STATE]
    line = lines[place.line - 1]
    before, rest = line[: place.column - 1], line[place.column - 1 :]
    lines[place.line - 1] = before + _WORD.sub(state, rest, count=1)
    if hashes:
        indent = " " * (key.column - 1)
        start, end = _older(lines, parsed) or (place.line, place.line)
        lines[start:end] = [f"{indent}locked:\n", *(f"{indent}  {tag}: {digest}\n" for tag, digest in hashes.items())]
    return "".join(lines)


def _older(lines: list[str], parsed: YamlText) -> tuple[int, int] | None:
    """From which line to which older hashes stand; None where there are none."""
    key = parsed.keys.get(_LOCKED)
    if key is None:
        return None
    end = key.line
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip(" ")) >= key.column:
        end += 1
    return key.line - 1, end


def _says(written: str, parsed: YamlText, wanted: Details) -> bool:
    """Whether a text is a details file that says what is wanted."""
    again, problems = parse_yaml(written, parsed.path)
    if problems:
        return False
    try:
        return validate(again, Details) == wanted
    except BriefgenError:
        return False
