"""What a text asks for, and of whom – not what a law prescribes, a condition supposes or a figure of speech demands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefgen.importing.doubts import Doubt
from briefgen.importing.passages import Passage
from briefgen.importing.rules import Rules, compiled


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation: its words, and the addressee as the text names it; empty where it names none."""

    anchor: str
    line: int
    addressee: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class Asking:
    """Reads sentences, headings and lists in order for what they ask, remembering whom the last one addressed."""

    rules: Rules
    last: str = ""
    under: str | None = None
    """The addressee of the list or section that is being read; None outside of one."""
    in_section: bool = False
    found: list[Asked] = field(default_factory=list)

    def heading(self, passage: Passage) -> None:
        """A heading asks by itself, or says whom the list below addresses."""
        rules, text = self.rules.recommendations, passage.text.strip()
        self.under, addressed = None, self.to_heading(text)
        if addressed is not None:
            self.under, self.in_section = addressed, True
        elif compiled(rules.heading).search(text):
            self.in_section = True
        else:
            self.in_section = False
            self._imperative(text, passage)

    def to_heading(self, text: str) -> str | None:
        """Whom a heading such as “To the Government of …” addresses."""
        found = compiled(self.rules.recommendations.to_heading).match(text.strip())
        return found["who"].strip(" :") if found and len(text) < 120 else None

    def _imperative(self, text: str, passage: Passage) -> None:
        pattern = rf"^(?:(?P<topic>[^:]{{2,40}}):\s*)?(?:{self.rules.recommendations.imperatives})\b"
        found = compiled(pattern).search(text)
        if found and len(text.split()) > 2:
            doubts: tuple[Doubt, ...] = ()
            if found["topic"]:
                doubts = (Doubt(passage.line, "whom does this heading address?", (found["topic"],)),)
            self.found.append(Asked(text, passage.line, "", doubts))

    def lead_in(self, text: str) -> bool:
        """Whether a paragraph introduces a list of what is asked; keeps whom it addresses."""
        if (addressed := self.to_heading(text)) is not None and (text.rstrip().endswith(":") or self.in_section):
            self.under, self.in_section = addressed, True
            return True
        if not text.rstrip().endswith((":", "：")):
            return False
        for pattern in self.rules.recommendations.lead_ins:
            if found := self.rules.recommendations.regex(pattern).search(text):
                self.under = self._addressee(found.groupdict().get("who") or "", 0)[0]
                return True
        return False

    def item(self, text: str, line: int) -> bool:
        """Whether an item stands in a list of what is asked, and so asks itself."""
        if self.under is None and not self.in_section:
            return False
        if self.sentence(text, line):
            return True
        imperative = compiled(rf"^(?:{self.rules.recommendations.imperatives})\b", re.IGNORECASE).search(text)
        if self.under is None and not imperative:
            return False
        doubts = () if self.under else (Doubt(line, "whom does this address?"),)
        self.found.append(Asked(text, line, self.under or "", doubts))
        return True

    def sentence(self, text: str, line: int) -> bool:
        """Whether a sentence asks for something; keeps it if so."""
        rules = self.rules.recommendations
        if compiled(rules.false).search(text):
            return False
        core = compiled(rules.said_end).sub("", text)
        core = compiled(rules.said_start).sub("", core) if "{" not in rules.said_start else core
        for pattern in rules.patterns:
            found = rules.regex(pattern).search(core) or rules.regex(pattern).search(text)
            if found is None:
                continue
            groups = found.groupdict()
            who = (groups.get("who") or "").strip()
            if who and compiled(rules.false_who).search(self._bare(who)):
                continue
            addressee, doubts = self._addressee(who, line, groups.get("act") or "")
            self.found.append(Asked(text.strip(), line, addressee, doubts))
            self.last = addressee or self.last
            return True
        if self.in_section and compiled(rf"^(?:{rules.imperatives})\b").search(text):
            self.found.append(Asked(text.strip(), line, self.under or ""))
            return True
        return False

    def _bare(self, who: str) -> str:
        """The words that name the addressee, without what stands before and after them."""
        rules = self.rules.recommendations
        while compiled(rules.who_openers).search(who) and "," in who:
            who = who.split(",", 1)[1].strip()
        who = compiled(rules.who_openers).sub("", who).strip() or who
        who = compiled(rules.who_relative).sub("", who)
        who = compiled(rules.who_end).sub("", who)
        return who.strip(' ,;:–—-“”"«»')

    def _addressee(self, who: str, line: int, act: str = "") -> tuple[str, tuple[Doubt, ...]]:
        rules = self.rules.recommendations
        who = self._bare(who)
        if act and (passive := compiled(rules.passive).search(act)):
            by = compiled(rules.passive_by).search(act[passive.end() :])
            return (by["who"].strip(), ()) if by else ("", (Doubt(line, "whom does this address?"),))
        if not who or compiled(rules.impersonal).search(who):
            return "", (Doubt(line, "whom does this address?"),)
        if compiled(rules.pronouns).search(who):
            candidates = (self.last,) if self.last else ()
            return self.last, (Doubt(line, f"whom does “{who}” mean?", candidates),)
        return who, ()
