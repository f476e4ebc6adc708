"""Who has been named in a text, so that a surname, a role, an abbreviation or a pronoun leads back to the full name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from briefgen.importing.full_names import FullNames, pairs
from briefgen.importing.names import CAPITAL, Speaker, without_article
from briefgen.importing.rules import SpeakerRules

_STEM = 6
"""How much of a post is the same whoever holds it: director, directora."""


@dataclass(slots=True)
class Roster:
    """Who has been named in a text, so that a surname, an abbreviation or a pronoun leads back to the full name."""

    text: str
    rules: SpeakerRules
    people: dict[str, Speaker] = field(default_factory=dict)
    witnesses: list[Speaker] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=dict)
    last: Speaker | None = None
    collectives: dict[str, str] = field(init=False)
    """The full names of people who speak together, by their heads, in the order of the text."""
    called: frozenset[str] = field(init=False)
    """The names that the text gives to witnesses."""
    full_names: FullNames = field(init=False)

    def __post_init__(self) -> None:
        self.full_names = FullNames(self.text, self.rules)
        self.called = frozenset(called["name"] for called in self.rules.regex(self.rules.called).finditer(self.text))
        named = self.rules.regex(self.rules.collectives).finditer(self.text)
        self.collectives = {}
        for found in named:
            self.collectives.setdefault(found["head"].casefold(), found["name"])

    def add(self, speaker: Speaker) -> None:
        """Keep a speaker whose full name the text gives; the fuller post and organisation stay."""
        if speaker.kind == "person" and self._is_full(speaker.name):
            known = self.people.get(speaker.name)
            if known is None or (not known.post and speaker.post):
                self.people[speaker.name] = speaker
        if speaker.kind == "witness" and speaker not in self.witnesses:
            self.witnesses.append(speaker)
        for group in (speaker.name if speaker.kind == "organisation" else "", speaker.organisation):
            if group:
                self.groups[group] = self.groups.get(group, 0) + 1

    def _is_full(self, name: str) -> bool:
        """Whether a name is more than a surname, or a surname with a post."""
        if self.rules.regex(self.rules.surname_form).fullmatch(name) or re.fullmatch(
            rf"(?i){CAPITAL} (?:{self.rules.posts})s|(?:{self.rules.articles}) (?:{self.rules.posts})", name
        ):
            return False
        surname = re.match(rf"(?:{self.rules.particles}) ", name)
        return (" " in name and not surname) or bool(self.rules.wholes)

    def resolve(self, speaker: Speaker) -> Speaker:
        """The speaker with the full name that stands elsewhere in the text, or with the candidates for it."""
        if speaker.kind == "pronoun":
            return self.last or replace(speaker, kind="unknown", candidates=tuple(self.people))
        if speaker.kind == "organisation":  # 연구원 is an institute and a researcher
            named = [person for person in self._titled(speaker) if person.name in self.people]
            return named[0] if len(named) == 1 else self._organisation(speaker)
        if speaker.kind == "person":
            return replace(speaker, kind="witness") if speaker.name in self.called else self._person(speaker)
        if speaker.kind == "witness":  # 한 is “a” and a surname
            named = [*self._titled(speaker), *self._surnamed(speaker)]
            return named[0] if named else self._described_before(speaker)
        if speaker.kind in ("official", "unknown"):
            surnamed = self._surnamed(speaker) if self.rules.wholes else []
            return surnamed[0] if len(surnamed) == 1 else self._by_role(speaker)
        return speaker

    def _described_before(self, witness: Speaker) -> Speaker:
        """The witness whom “the colleague” is, once “a colleague at the port” was described."""
        definite = re.match(self.rules.definite, witness.name, re.IGNORECASE)
        known = self._by_role(witness) if definite and definite[0] else witness
        return known if known.kind == "witness" else witness

    def _by_role(self, speaker: Speaker) -> Speaker:
        """Who “the director” or “the nurse” is: the last one who was named or described as such."""
        if titled := self._titled(speaker):
            return titled[-1]
        role = re.fullmatch(rf"(?:{self.rules.definite})(?P<role>.+)", speaker.name, re.IGNORECASE)
        if together := self._together(speaker.name):
            return replace(speaker, name=together, kind="organisation")
        if role is None:
            return speaker
        head = re.split(rf" (?:{self.rules.part_of})\b", role["role"])[0] if not self.rules.wholes else role["role"]
        words = re.findall(r"\w{2,}", head.casefold())
        heads, posts = {*words[:1], *words[-1:]}, self._posts(role["role"])
        known = [*([self.last] if self.last else []), *reversed(self.people.values()), *reversed(self.witnesses)]
        for person in known:
            held = self._posts(person.post)
            if person.kind == "person" and any(_same_post(one, other) for one in posts for other in held):
                return person
            if person.kind == "witness" and heads & set(re.findall(r"\w+", person.name.casefold())):
                return person
        entitled = self.full_names.entitled(role["role"])
        meant = self.people.get(entitled.name, entitled) if entitled else self._only_one(posts)
        return meant or (replace(speaker, kind="witness") if self._is_witness(role["role"]) else speaker)

    def _is_witness(self, role: str) -> bool:
        """Whether a role of which no one is named is that of a witness: “the ship’s cook”."""
        return bool(re.search(rf"\b(?:{self.rules.persons})$", role)) and not self.rules.wholes

    def _only_one(self, posts: Collection[str]) -> Speaker | None:
        """The one person of the text, whom a post that no one is introduced with must mean: “the expert”."""
        alike = re.compile(rf"(?:{self.rules.peers})", re.IGNORECASE)
        people = list(self.people.values()) or self.full_names.appointed()
        if any(map(alike.fullmatch, posts)):
            people = [each for each in people if any(map(alike.fullmatch, self._posts(each.post)))] or people
        if len(people) != 1 or not posts:
            return None
        (person,) = people
        held = self._posts(person.post)
        meant = not person.post or (any(map(alike.fullmatch, held)) and any(map(alike.fullmatch, posts)))
        return replace(person, candidates=(person.name,)) if meant else None

    def together(self) -> Speaker | None:
        """The people who speak together throughout the text, if it names such: “UN experts”."""
        name = next(iter(self.collectives.values()), "")
        return Speaker(name, "organisation") if name else None

    def _together(self, name: str) -> str:
        """The full name of people who speak together, by the word that is left of it: “the experts”."""
        return self.collectives.get(without_article(name, self.rules).casefold(), "")

    def _posts(self, words: str) -> set[str]:
        """The posts that the words name."""
        return {post.casefold() for post in re.findall(rf"(?i)\b(?:{self.rules.posts})\b", words)}

    def _titled(self, speaker: Speaker) -> list[Speaker]:
        """The people whom a surname with a post means where names are written without spaces: 김 대표."""
        short = self.rules.regex(self.rules.surname_form).fullmatch(speaker.name)
        if short is None:
            return []
        people = [
            person
            for person in self.people.values()
            if person.name.startswith(short["name"]) or person.name.endswith(f" {short['name']}")
        ]
        same = [person for person in people if person.post.endswith(short["post"])]
        same = same or [person for person in people if self._holds(person.name, short["post"])]
        if not people:
            pattern = self.rules.posted.replace("<name>", re.escape(short["name"]))
            found = re.findall(pattern.replace("<post>", re.escape(short["post"])), self.text)
            named = sorted({first or second for first, second in found})
            return [replace(speaker, name=name, kind="person", post=short["post"]) for name in named]
        return same or (people if speaker.kind == "person" else [])

    def _holds(self, name: str, post: str) -> bool:
        """Whether the text sets a post near before a name: 조사단장을 맡은 한지완."""
        return bool(re.search(rf"{re.escape(post)}\S* (?:\S+ ){{0,2}}?{re.escape(name)}", self.text))

    def _surnamed(self, speaker: Speaker) -> list[Speaker]:
        """The people whose surname one word is: “Okoro, who leads the team” may be named in full before."""
        return [person for name, person in self.people.items() if name.endswith(f" {speaker.name}")]

    def _person(self, speaker: Speaker) -> Speaker:
        if titled := self._titled(speaker):
            candidates = tuple(person.name for person in titled)
            return titled[0] if len(titled) == 1 else replace(speaker, candidates=candidates)
        known = self.people.get(speaker.name)
        if known is not None:
            return replace(
                known, post=known.post or speaker.post, organisation=known.organisation or speaker.organisation
            )
        known_as = {name: person for name, person in self.people.items() if not pairs(speaker.name, name)}
        matches = [person for name, person in known_as.items() if f" {name} ".find(f" {speaker.name} ") >= 0]
        if len(matches) == 1:
            return matches[0]
        if " " in speaker.name and not matches:
            return replace(speaker, name=self.full_names.two_surnames(speaker.name) or speaker.name)
        names = {person.name for person in matches} or self.full_names.elsewhere(speaker.name)
        return self._single(speaker, sorted(names))

    def _single(self, speaker: Speaker, names: Sequence[str]) -> Speaker:
        """Who is meant by a single name that is part of the given full names, or of none."""
        if not names and self._is_first_name(speaker):
            return replace(speaker, kind="witness")
        return replace(speaker, name=names[0]) if len(names) == 1 else replace(speaker, candidates=tuple(names))

    def _is_first_name(self, speaker: Speaker) -> bool:
        """Whether a single name, which the text gives no more of, is that of a witness, with no post or title."""
        if self.rules.wholes or speaker.organisation or re.search(rf"\b(?:{self.rules.officials})\b", speaker.post):
            return False
        described = rf"\b{re.escape(speaker.name)}(?: \([^()]*\))?, (?:\d\d\b|(?:{self.rules.anonymous}) |[a-zà-ÿ])"
        name = rf"(?: |, ){re.escape(speaker.name)}\b"
        other = rf"\b(?:(?:{self.rules.titles})\.?|{self.rules.kinds}|{self.rules.bodies}|and|et|y){name}"
        kind = rf"(?:{self.rules.articles})(?: |(?<=[’']))(?:\w+ ){{0,2}}?(?:{self.rules.bodies})"
        return bool(re.search(described, self.text)) and not re.search(rf"{other}|{name}, {kind}\b", self.text)

    def _organisation(self, speaker: Speaker) -> Speaker:
        bare = without_article(speaker.name, self.rules)
        if named := self.full_names.in_full(bare):
            return replace(speaker, name=named)
        if re.fullmatch(self.rules.group, speaker.name, re.IGNORECASE):
            groups = sorted(self.groups, key=lambda name: -self.groups[name])
            return replace(speaker, name=groups[0]) if len(groups) == 1 else replace(speaker, candidates=tuple(groups))
        if re.fullmatch(r"[A-Z]{2,8}", bare):
            joint = "of|for|the|and|de|des|du|la|las|los|les|para|pour|y|et"
            word = rf"(?:{CAPITAL}|{joint}|d’\w+)"
            full = re.search(rf"({word}(?: {word}){{1,9}}) \({bare}\)", self.text)
            if full:
                return replace(speaker, name=_spelt_out(full[1], bare))
        if named := self.full_names.apposed(bare):
            return replace(speaker, name=named)
        longer = [name for name in self.groups if name != bare and _heads(bare, name) and not pairs(bare, name)]
        return replace(speaker, name=longer[0] if len(longer) == 1 else bare)


def _heads(short: str, name: str) -> bool:
    """Whether a name goes by one of its words: “the Commission”, « la Ligue », 위원회."""
    words = name.split(" ")
    return (words[-1].endswith(short) if len(words) == 1 else short in (words[0], words[-1])) and len(short) > 2


def _same_post(one: str, other: str) -> bool:
    """Whether two words are one post: director and directora, 국장 and 사무국장."""
    return one[:_STEM] == other[:_STEM] or one.endswith(other) or other.endswith(one)


def _spelt_out(words: str, letters: str) -> str:
    """The words from the one at which an abbreviation begins."""
    pieces = words.split(" ")
    starts = [index for index, piece in enumerate(pieces) if piece[:1] == letters[0]]
    best = [index for index in starts if sum(piece[:1].isupper() for piece in pieces[index:]) >= len(letters)]
    return " ".join(pieces[(best or starts or [0])[-1] :])
