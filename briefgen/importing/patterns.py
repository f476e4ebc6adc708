"""Regular expressions as the rules of a language state them: over several lines, naming each other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

NEVER = "(?!)"
"""The pattern of what a language has not."""


def _one_line(value: object) -> object:
    """A pattern that the file breaks over several lines, as one."""
    return "".join(line.lstrip() for line in value.splitlines()) if isinstance(value, str) and "\n" in value else value


def _compiles(value: str) -> str:
    value = _either_apostrophe(value)
    re.compile(re.sub(r"\{[a-z_]+\}", "x", value))
    return value


def _either_apostrophe(pattern: str) -> str:
    """The pattern with every typographic apostrophe matching a straight one too."""
    classes = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|’", re.DOTALL)

    def either(match: re.Match[str]) -> str:
        if match[0] == "’":
            return "[’']"
        return match[0].replace("’", "’'") if match[0].startswith("[") and "'" not in match[0] else match[0]

    return classes.sub(either, pattern)


Pattern = Annotated[str, BeforeValidator(_one_line), AfterValidator(_compiles)]
"""A regular expression; `{name}` stands for the pattern of that name in the same section."""


class Section(BaseModel):
    """A part of the rules of a language, with patterns that may name each other."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def regex(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """The pattern compiled, with the patterns that it names put in."""
        return compiled(re.sub(r"\{([a-z_]+)\}", lambda match: str(getattr(self, match[1])), pattern), flags)


@lru_cache(maxsize=4096)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled once."""
    return re.compile(pattern, flags)
