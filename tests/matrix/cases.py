"""The documents of the matrix: each format to whom it goes differently, each layout, every language; and its parts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from briefgen.library.languages import language_tags
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library

DAY = date(2026, 11, 23)
"""The day of all documents."""
PARTS = 10
"""Each part has every document once, in one language or another; together they have it in all."""
PART = "MATRIX_PART"
"""The environment variable that names the part for the tests; without it the day decides."""
REPORT, EXAMPLE = "north-korea-border", "example-school-water"

# Delegations that differ in what they are asked, and by whom it is said: Japan and the Republic of Korea are concerned
# governments, China and France permanent members, Pakistan an elected one, France and Germany have the overlay of the
# European Union, the Holy See has its own and is an observer; Nauru is a member state and no more.
RECIPIENTS = {
    "letter": ("FR", "JP", "KR", "CN", "DE", "VA", "NR", "KP"),
    "letter-security-council": ("GB", "PK"),
    "letter-state-concerned": ("KP",),
    "open-letter": ("all", "security-council", "eu"),
    "sign-on": ("eu",),
    "briefing": ("all", "security-council", "KR", "KP"),
    "factsheet": ("all", "human-rights-council", "JP"),
    "talking-points": ("JP", "FR", "NR"),
    "oral-statement": ("human-rights-council",),
    "questions-answers": ("all", "CN"),
    "invitation": ("FR", "all"),
    "cover-email": ("all", "FR"),
}
OF_THE_EXAMPLE = {"letter": "FR", "open-letter": "all", "briefing": "all", "factsheet": "all", "talking-points": "NR"}
"""The formats in which the example pack is written up, each once."""

Layout = Literal["own", "other", "restyled"]
"""The layout of the format; the other one; and its own with a logo, colours and margins as a user may set them."""
Variant = Literal["", "named", "locked", "signing", "sent"]
"""A letter to a person by name; the states of a joint letter after its draft."""
VARIANTS: dict[Variant, tuple[str, str]] = {
    "named": ("letter", "FR"),
    "locked": ("sign-on", "eu"),
    "signing": ("sign-on", "eu"),
    "sent": ("sign-on", "eu"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One document of the matrix."""

    format: str
    recipient: str
    language: str = ""
    report: str = REPORT
    layout: Layout = "own"
    variant: Variant = ""

    @property
    def name(self) -> str:
        """The name of its files, without the ending."""
        parts = (self.report, self.format, self.recipient, self.language, self.layout, self.variant)
        return "_".join(part for part in parts if part)


def all_cases(library: Library) -> list[Case]:
    """Every document in every language, part by part."""
    return _in_languages(library, range(PARTS))


def cases_of(library: Library, part: int) -> list[Case]:
    """The documents of one part: each one in the language that is as far down the list as the part says."""
    return _in_languages(library, [part])


def _in_languages(library: Library, parts: Iterable[int]) -> list[Case]:
    languages = language_tags(library)
    written = {name: load_pack(library, name).report.languages or languages for name in (REPORT, EXAMPLE)}
    found = []
    for part in parts:
        for number, case in enumerate(_documents()):
            tags = [tag for index, tag in enumerate(languages) if index % PARTS == (part + number) % PARTS]
            found += [replace(case, language=tag) for tag in tags if tag in written[case.report]]
    return found


def _documents() -> Iterator[Case]:
    """Every document, in no language yet."""
    for format_, recipients in RECIPIENTS.items():
        yield from (Case(format_, recipient) for recipient in recipients)
        yield from (Case(format_, recipients[0], layout=layout) for layout in ("other", "restyled"))
    yield from (Case(*addressed, variant=variant) for variant, addressed in VARIANTS.items())
    yield from (Case(format_, recipient, report=EXAMPLE) for format_, recipient in OF_THE_EXAMPLE.items())


def part_of_today() -> int:
    """The part that the tests check: the one that `MATRIX_PART` names, else that of the day."""
    named = os.environ.get(PART)
    return int(named) % PARTS if named else date.today().toordinal() % PARTS
