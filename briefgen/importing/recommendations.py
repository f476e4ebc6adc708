"""What a text asks for, and of whom – not what a law prescribes, a condition supposes or a figure of speech demands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefgen.importing.addressees import named_in, subject_in
from briefgen.importing.clauses import clause_of
from briefgen.importing.doubts import Doubt
from briefgen.importing.passages import Passage
from briefgen.importing.passed import Passed, Taken
from briefgen.importing.patterns import compiled
from briefgen.importing.rules import Rules
from briefgen.importing.sentences import texts_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation: its words, and the addressee as the text names it; empty where it names none.

    `act` are those of the words that say what to do, beginning with the verb; empty where they do not say it so.
    """

    anchor: str
    line: int
    addressee: str = ""
    doubts: tuple[Doubt, ...] = ()
    act: str = ""


@dataclass(slots=True)
class Asking:
    """Reads sentences, headings and lists in order for what they ask, remembering whom the last one addressed."""

    rules: Rules
    last: str = ""
    subject: str = ""
    """The subject of the sentence before, empty where it has none that can be addressed."""
    that: bool = False
    """Whether the items of the list go on a clause: “recommends that:”."""
    under: str | None = None
    """The addressee of the list or section that is being read; None outside of one."""
    in_section: bool = False
    found: list[Asked] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    """What looks like an ask, and was taken for something else."""

    def heading(self, passage: Passage) -> None:
        """A heading asks by itself, or says whom the list below addresses."""
        rules, text = self.rules.recommendations, passage.text.strip()
        self.under, addressed = None, self.to_heading(text)
        if addressed is not None:
            self.under, self.in_section = addressed, True
        elif compiled(rules.heading).search(text):
            self.in_section = True
            self.that = bool(compiled(rules.lead_open).search(f"{text.rstrip(':：')}:"))
        elif text.endswith((":", "：")) and self.lead_in(text):
            self.in_section = True
        else:
            self.in_section = False
            for sentence in texts_of(text, self.rules):
                self._demand(sentence, passage)

    def to_heading(self, text: str) -> str | None:
        """Whom a heading such as “To the Government of …” addresses."""
        found = compiled(self.rules.recommendations.to_heading).match(text.strip())
        return found["who"].strip(" :\u00a0\u202f") if found and len(text) < 120 else None

    def _demand(self, text: str, passage: Passage) -> None:
        """Keep what a heading asks for: of whom it names, or as an imperative."""
        rules = self.rules.recommendations
        named = rules.regex(rules.heading_asks, re.IGNORECASE).search(text)
        if named and not self._taken_for(text) and not compiled(rules.false_who).search(named["who"]):
            addressee, asked = self._addressee(named["who"], passage.line, named["act"])
            act = clause_of(_lowered(named["act"]), rules)
            self.found.append(Asked(text, passage.line, addressee, asked, act))
            return
        found = compiled(rf"^(?:(?P<topic>[^:]{{2,40}}):\s*)?(?:{rules.imperatives})\b").search(text)
        if found and len(text.split()) > 2:
            doubts: tuple[Doubt, ...] = ()
            if found["topic"]:
                doubts = (Doubt(passage.line, "whom does this heading address?", (found["topic"],)),)
            act = text[found.end("topic") + 1 if found["topic"] else 0 :]
            self.found.append(Asked(text, passage.line, "", doubts, clause_of(_lowered(act), rules)))

    def lead_in(self, text: str) -> bool:
        """Whether a paragraph introduces a list of what is asked; keeps whom it addresses."""
        text = f"{text.rstrip()}:" if re.search(r"[a-zà-ÿ]\s*$", text) else text
        if (addressed := self.to_heading(text)) is not None and (text.rstrip().endswith(":") or self.in_section):
            self.under, self.in_section = addressed, True
            return True
        if re.search(r"[:：>〉】\]]\s*$", text) and compiled(self.rules.recommendations.heading).search(text):
            self.under, self.that = "", bool(compiled(self.rules.recommendations.lead_open).search(text))
            return True
        for pattern in self.rules.recommendations.lead_ins:
            if found := self.rules.recommendations.regex(pattern).search(text):
                self.that = bool(compiled(self.rules.recommendations.lead_open).search(text.rstrip()))
                self.under = self._addressee(found.groupdict().get("who") or "", 0)[0]
                return True
        return False

    def item(self, text: str, line: int) -> bool:
        """Whether an item stands in a list of what is asked, and so asks itself."""
        if self.under is None and not self.in_section:
            return False
        rules = self.rules.recommendations
        imperative = compiled(rf"^(?:{rules.imperatives}|{rules.item_verbs})\b", re.IGNORECASE).search(text)
        if self._addressed(text, line) or self._clause(text, line) or (not imperative and self.sentence(text, line)):
            return True
        if self.under is None and not imperative:
            return False
        doubts = () if self.under else (Doubt(line, "whom does this address?"),)
        self.found.append(Asked(text, line, self.under or "", doubts, self._act_of_item(text)))
        return True

    def _act_of_item(self, text: str) -> str:
        """What an item asks, where it begins with a verb: by itself, or behind the words that name the addressee."""
        rules = self.rules.recommendations
        begins = self.under or compiled(rf"^(?:{rules.imperatives})\b").search(text)
        return clause_of(_lowered(text), rules) if begins else ""

    def _addressed(self, text: str, line: int) -> bool:
        """Whether an item begins with the one whom it addresses, and a colon: “Parliament: abolish …”."""
        rules = self.rules.recommendations
        verb = rf"(?:{rules.imperatives}|{rules.verbs}|{rules.item_verbs})"
        found = compiled(rf"^(?P<who>[^:.]{{3,90}}?)\s?: (?i:{verb})\b").search(text)
        if found is None or not re.match(r"(?:\w+[ ’'])?[A-ZÀ-Þ]|\w+ \w+", found["who"]):
            return False
        act = text[found.end("who") :].strip(" :\u00a0\u202f")
        addressee, doubts = self._addressee(found["who"].strip(), line, act)
        self.found.append(Asked(text, line, addressee, doubts, clause_of(act, rules)))
        return True

    def _clause(self, text: str, line: int) -> bool:
        """Whether an item names in its own clause whom it addresses."""
        rules = self.rules.recommendations
        pattern = rules.item_subject.replace("{imperatives}", rules.imperatives.lower())
        found = rules.regex(pattern).search(text) if self.that else None
        if found is None:
            return False
        who = next((words for words in found.groupdict().values() if words), "")
        act = text[found.end() :]
        addressee, doubts = self._addressee(who, line, act)
        self.found.append(Asked(text, line, addressee, doubts, clause_of(act, rules) if who else ""))
        return True

    def around(self, words: str, anchor: str, line: int) -> bool:
        """Whether a sentence asks around the quotation in it, which is masked in `words`; keeps it as it stands."""
        said = rf"(?<=[§¶])(?:(\W*)(?:{self.rules.speakers.says})|(\s*, )\w+)\b"  # “…”, demanded Ana Lima
        told = compiled(said).sub(r"\1\2§", words)
        return self._asks(told, anchor, line)

    def sentence(self, text: str, line: int) -> bool:
        """Whether a sentence asks for something; keeps it if so."""
        return self._asks(text, text, line)

    def spoken(self, text: str, line: int) -> bool:
        """Whether a sentence of a quotation asks for something, if only as a command: “Let one truck through”."""
        if self.sentence(text, line):
            return True
        rules = self.rules.recommendations
        if not rules.regex(rf"^(?:{rules.commands})").search(text) or self._taken_for(text):
            return False
        doubts = (Doubt(line, "whom does this address?"),)
        self.found.append(Asked(text.strip(), line, "", doubts, clause_of(_lowered(text), rules)))
        return True

    def _asks(self, text: str, anchor: str, line: int) -> bool:
        rules = self.rules.recommendations
        before, self.subject = self.subject, self._subject(text)
        if topic := compiled(rules.topic).search(text):  # « Quant à l’Union, nous l’appelons à … »
            self.last = topic["who"].strip()
        groups = self._matched(text, before)
        imperative = self.in_section and compiled(rf"^(?:{rules.imperatives})\b").search(text)
        if groups is None and not imperative:
            return False
        if taken_for := self._taken_for(text):
            self.passed.append(Passed(taken_for, anchor.strip(), line))
            return False
        if groups is None:
            self.found.append(Asked(anchor.strip(), line, self.under or "", act=self._act_of_item(text)))
            return True
        who, act = groups.get("who") or "", groups.get("act") or ""
        asked = self._asked(who, act, anchor, line, before)
        self.found.append(asked)
        self.last = asked.addressee or self.last
        if second := compiled(rules.second_subject).search(act):
            self._second(act[second.start() :], anchor, line)
        return True

    def _asked(self, who: str, act: str, anchor: str, line: int, before: str = "") -> Asked:
        addressee, doubts = self._addressee(who, line, act, before)
        words = clause_of(act, self.rules.recommendations) if who else ""
        return Asked(anchor.strip(), line, addressee, doubts, words if words in anchor else "")

    def _second(self, clause: str, anchor: str, line: int) -> None:
        """Keep what a sentence asks of someone else in a second clause."""
        rules = self.rules.recommendations
        groups = self._matched(compiled(rules.clause_joint).sub("", clause), "") or {}
        who, act = groups.get("who") or "", groups.get("act") or ""
        if not who or compiled(rules.pronouns).search(who):
            return
        asked = self._asked(who, act, anchor, line)
        if asked.addressee and asked.addressee != self.last:
            self.found.append(asked)

    def _taken_for(self, text: str) -> Taken | None:
        """What a sentence is although it has the form of an ask; None where it is one."""
        rules = self.rules.recommendations
        if compiled(rules.norms).search(text):
            return "a norm"
        if compiled(rules.conditions).search(text):
            return "a condition"
        return "something else than an ask" if compiled(rules.false).search(text) else None

    def _matched(self, text: str, before: str) -> dict[str, str | None] | None:
        """Addressee and act of a sentence that has the form of an ask; None where it has not."""
        rules = self.rules.recommendations
        core = compiled(rules.said_end).sub("", text)
        core = compiled(rules.said_start).sub("", core)
        for pattern in rules.patterns:
            found = rules.regex(pattern).search(core) or rules.regex(pattern).search(text)
            if found is None:
                continue
            groups = found.groupdict()
            who = (groups.get("who") or "").strip()
            meant = self._meant(who, before)
            if not who or not (compiled(rules.false_who).search(named_in(who, rules)) or self._suffers(who, meant)):
                return groups
        return None

    def _meant(self, who: str, before: str) -> str:
        """Whom a pronoun means: the subject of the clause before it in the sentence, else of the sentence before."""
        *told, _ = compiled(self.rules.recommendations.clause_break).split(who)
        return (self._subject(told[0]) if told else "") or before

    def _subject(self, text: str) -> str:
        """The subject of a sentence, if a pronoun after it may address it; a pronoun keeps the one before."""
        rules = self.rules.recommendations
        if compiled(rules.pronouns).search(text.split(" ", 1)[0]):
            return self.subject
        return subject_in(text, rules)

    def _is_pronoun(self, who: str) -> bool:
        rules = self.rules.recommendations
        return bool(compiled(rules.pronouns).search(who) or compiled(rules.clitics).search(who))

    def _suffers(self, who: str, before: str) -> bool:
        """Whether a pronoun means someone whose lot is told, or no one that the text has named."""
        rules = self.rules.recommendations
        if not self._is_pronoun(named_in(who, rules)):
            return False
        return not (before or self.last) or bool(compiled(rules.sufferers).search(before))

    def _addressee(self, who: str, line: int, act: str = "", before: str = "") -> tuple[str, tuple[Doubt, ...]]:
        rules = self.rules.recommendations
        before = self._meant(who, before)
        who = named_in(who, rules)
        if act and (passive := compiled(rules.passive).search(act)):
            by = compiled(rules.passive_by).search(act[passive.end() :])
            return (by["who"].strip(), ()) if by else ("", (Doubt(line, "whom does this address?"),))
        if not who or compiled(rules.impersonal).search(who):
            return "", (Doubt(line, "whom does this address?"),)
        if self._is_pronoun(who):
            spoken_of = compiled(rules.clitics).search(who)  # whom the last sentence asked, not who asks in it
            meant = (self.last or before) if spoken_of else (before or self.last)
            candidates = (meant,) if meant else ()
            return meant, (Doubt(line, f"whom does “{who}” mean?", candidates),)
        return who, ()


def _lowered(text: str) -> str:
    """A sentence as it goes on behind other words, where it begins with no name."""
    words = text.strip()
    return words[:1].lower() + words[1:]
