"""Full names as a text gives them, by what it says elsewhere: a surname, a role, a kind of body."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from briefgen.importing.names import CAPITAL, WORD, Speaker, untitled, without_article
from briefgen.importing.rules import SpeakerRules

_NEAR = 90
"""How many characters before a surname the first names may stand."""


@dataclass(frozen=True, slots=True)
class FullNames:
    """Looks in a text for the full name of which only a part is given."""

    text: str
    rules: SpeakerRules

    def entitled(self, role: str) -> Speaker | None:
        """The person whose name stands behind the role as a title: “Bishop Anselm Kuruvath” is “the bishop”."""
        name = rf"(?P<name>{WORD}(?: (?:[A-Z]\. )?{WORD})+)"
        title = rf"\b(?i:{re.escape(role)})\.? {name}"
        behind = rf"{name}, (?:{self.rules.articles})? ?{re.escape(role)}\b"
        found = (re.finditer(form, self.text) for form in (title, behind))
        named = next(filter(None, (self._named(places) for places in found)), set())
        return Speaker(named.pop(), "person", role) if len(named) == 1 else None

    def _named(self, places: Iterable[re.Match[str]]) -> set[str]:
        """The names that stand at places, without their titles; “In January” is none."""
        found = {untitled(place["name"], self.rules) for place in places}
        return {name for name in found if not re.match(rf"(?:{self.rules.openers})\b", name)}

    def appointed(self) -> list[Speaker]:
        """Who a note at the end says holds a post: “Ms Ana Lima was appointed Special Rapporteur in 2022”."""
        name = rf"(?P<name>{CAPITAL}(?: (?:(?:{self.rules.particles}) )*{CAPITAL})+)"
        held = rf"{name},? (?:{self.rules.holds}) ?(?P<post>(?:[\w’-]+ ){{0,3}}?(?i:{self.rules.peers})\b)"
        found = self.rules.regex(held).finditer(self.text)
        people = {untitled(each["name"], self.rules): each["post"] for each in found}
        return [Speaker(name, "person", post) for name, post in people.items() if not ends_with(name, people)]

    def two_surnames(self, name: str) -> str:
        """The one full name of which a name is the two surnames, where the text begins with the full one."""
        place = self.text.find(name)
        before = self.text[max(0, place - _NEAR) : place]
        first = re.search(rf"(?P<before>\b[a-zà-ÿ]+,?) (?P<given>{WORD}) $", before)
        if place < 0 or first is None or re.fullmatch(self.rules.part_of, first["before"]):
            return ""
        no_name = rf"(?i:{self.rules.posts}|{self.rules.titles}|{self.rules.openers})"
        given = first["given"]
        return "" if self._opens(given) or re.fullmatch(no_name, given) else f"{given} {name}"

    def elsewhere(self, surname: str) -> set[str]:
        """The full names of which a name is a part."""
        first = rf"(?:{CAPITAL}|(?:{self.rules.particles}))"
        before = re.compile(rf"(?<![.!?:;«“‘]\s)(?<![«“‘\"'])\b{CAPITAL} (?:{first} ){{0,2}}$")
        behind = re.compile(rf" {CAPITAL}")
        found = []
        for place in re.finditer(rf"\b{re.escape(surname)}\b", self.text):
            start, end = place.span()
            if given := before.search(self.text[max(0, start - _NEAR) : start]):
                found.append(f"{given[0]}{surname}")
            begins = self.text[max(0, start - 2) : start] in (". ", "! ", "? ")
            if (given := behind.match(self.text, end)) and not begins:
                found.append(f"{surname}{given[0]}")
        names = {untitled(name, self.rules) for name in found if not pairs(surname, name)}
        full = {name for name in names if " " in name and not re.search(r"\w{3}\. ", name) and not self._opens(name)}
        return {name for name in full if not ends_with(name, full)}

    def _opens(self, name: str) -> bool:
        """Whether what looks like a first name is a word with which a sentence opens: “Que Hidroval restablezca”."""
        return bool(re.search(rf"\b{re.escape(name.split(' ', maxsplit=1)[0].lower())}\b", self.text))

    def in_full(self, kind: str) -> str:
        """The one name in the text of which a body’s kind is the last word or the first: “the association”."""
        if not re.fullmatch(rf"(?:{self.rules.kinds}|{self.rules.bodies})", kind):
            return ""
        head, joint = re.escape(kind.capitalize()), rf"(?:(?:{self.rules.part_of}|{self.rules.articles}|&) ?)"
        one = rf"(?<![.!?:] )\b(?:{CAPITAL} )+{head}\b|\b{head}(?: {joint}{{0,2}}{CAPITAL})+"
        names = {without_article(found[0], self.rules) for found in re.finditer(one, self.text)}
        return names.pop() if len(names) == 1 else ""

    def apposed(self, kind: str) -> str:
        """The one name that the text gives to a body beside its kind: “a single agency, Sunfield Labour”."""
        if not re.fullmatch(self.rules.kinds, kind, re.IGNORECASE):
            return ""
        name = rf"(?P<name>{WORD}(?: {WORD})*)"
        before = re.finditer(rf"\b(?i:{kind}), {name}(?=[,.)]| [a-z])", self.text)
        kinds = rf"(?:{self.rules.articles}) (?:[a-zà-ÿ-]+ ){{0,3}}(?i:{kind})"
        after = re.finditer(rf"{name}, {kinds}(?=[,.)]| (?:{self.rules.relative})\b)", self.text)
        names = {found["name"] for found in (*before, *after)}
        return names.pop() if len(names) == 1 else ""


def ends_with(name: str, others: Collection[str]) -> bool:
    """Whether a name is another one with words before it that belong to no name."""
    return any(name.endswith(f" {other}") for other in others)


def pairs(one: str, both: str) -> bool:
    """Whether a name is that of two, one of which is the short one: “Litiandes y Norsal”."""
    name = re.escape(one)
    return bool(re.search(rf"^[\w-]+ (?:and|et|y|e|&) {name}$|^{name} (?:and|et|y|e|&) [\w-]+$", both))
