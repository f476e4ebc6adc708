"""A draft report pack: what was read of a release in the form of `report.yaml`, with what a person has to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from briefgen.importing.accounts import accounts_of
from briefgen.importing.captions import caption_of
from briefgen.importing.concerned import ConcernedState
from briefgen.importing.doubts import Doubt
from briefgen.importing.frame import Frame
from briefgen.importing.passages import Passage
from briefgen.importing.passed import Passed
from briefgen.importing.source_parts import parts_of
from briefgen.importing.words import DraftWords
from briefgen.provenance.source_text import stands_in
from briefgen.reading.yaml_text import Path_

OPEN = "decide"
"""Stands where an addressee has to be named: no role is called so, and `check` says so."""
_PANEL = 6
_KINDS = ("summary", "figures", "findings", "quotations", "testimonies", "recommendations")


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt, and the place of `report.yaml` to which it belongs."""

    at: Path_
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Draft:
    """The data of `report.yaml`, and the remarks on it in the order of the source."""

    data: dict[str, Any]
    remarks: tuple[Remark, ...]
    passed: tuple[Passed, ...] = ()
    """What looks like a statement, and is in no list of the pack."""


@dataclass
class Drafting:
    """Writes the draft of one release. `statements` holds its proposals by kind, as fields."""

    name: str
    file: str
    passages: Sequence[Passage]
    frame: Frame
    statements: Any
    words: DraftWords
    concerned: ConcernedState | None = None
    _remarks: list[Remark] = field(default_factory=list)

    def draft(self) -> Draft:
        """The whole pack. Nothing is said in it that the release does not say, headings and notes aside."""
        self._remarks = [Remark((), doubt) for doubt in self.frame.doubts]
        self._remarks += [Remark((), doubt) for doubt in getattr(self.statements, "doubts", ())]
        data = {**self._head(), **self._claims()}
        data["recommendations"] = [self._recommendation(*item, data) for item in enumerate(self._of("recommendations"))]
        if not data["recommendations"]:
            self._ask(("recommendations",), Doubt(0, "No recommendation was found. What does the report ask, of whom?"))
        for kind in _KINDS:
            for index, item in enumerate(self._of(kind)):
                self._remarks += (Remark((kind, index), doubt) for doubt in getattr(item, "doubts", ()))
        remarks = sorted(dict.fromkeys(self._remarks), key=lambda remark: remark.doubt.line)
        return Draft(data, tuple(remarks), tuple(getattr(self.statements, "passed", ())))

    def _of(self, kind: str) -> Sequence[Any]:
        found = tuple(getattr(self.statements, kind))
        return accounts_of(found, " ".join(p.text for p in self.passages)) if kind == "testimonies" else found

    def _ask(self, at: Path_, doubt: Doubt) -> None:
        self._remarks.append(Remark(at, doubt))

    def _head(self) -> dict[str, Any]:
        frame, words = self.frame, self.words
        title = frame.title.text if frame.title else "[title]"
        short = title if len(title) <= 60 else title.partition(":")[0][:60]
        self._ask(("headline",), Doubt(_line(frame.title), "A headline and a short title of your own may read better."))
        head: dict[str, Any] = {
            "id": self.name,
            "language": frame.language,
            "publisher": _escaped(frame.publisher.text if frame.publisher else "[publisher]"),
            "title": _escaped(frame.report.text if frame.report else title),
            "headline": _escaped(title),
            "short_title": _escaped(short),
            "release": _escaped(title),
        }
        if frame.published:
            head["published"] = frame.published
        if self.concerned:
            head["concerned"] = self._concerned(self.concerned)
        note = ("first_note", "note") if frame.report else ("first_note_of_report", "note_of_report")
        return {
            **head,
            "languages": [frame.language],
            "source": {
                "file": "source.txt",
                "origin": words.origin.replace("<file>", self.file),
                "first_note": getattr(words, note[0]),
                "note": getattr(words, note[1]),
                "parts": parts_of(self.passages, frame.lines, words),
            },
        }

    def _concerned(self, state: ConcernedState) -> dict[str, str]:
        question = f"The title begins with “{state.called}”. Is the report about that state, and is it so called?"
        self._ask(("concerned",), Doubt(_line(self.frame.title), question, (state.iso, "no single state")))
        return {"state": state.iso, "introduced": state.introduced, "short": state.short, "own": state.introduced}

    def _claims(self) -> dict[str, Any]:
        summary = [_claim(item) for item in self._of("summary")] or self._lead()
        figures = [_figure(item) for item in self._of("figures")]
        findings = [_claim(item) for item in self._of("findings")]
        made = {item["anchor"]: item["id"] for item in (*figures, *findings) if _has(item["claim"], self.words.method)}
        quotations = [self._quotation(item) for item in self._of("quotations")]
        testimonies = [self._testimony(item) for item in self._of("testimonies")]
        return {
            "summary": summary,
            "figures": figures,
            "findings": findings,
            "sections": list(self._sections()),
            "key_figures": [item.id for item in self._of("figures") if item.key][:_PANEL],
            "method": list(made.values()),
            "quotations": quotations,
            "testimonies": testimonies,
            "accounts": [item["id"] for item in testimonies],
        }

    def _lead(self) -> list[dict[str, str]]:
        """The first paragraph, where the release has no points of its own."""
        body = [passage for passage in self.passages if passage.line not in self.frame.lines]
        lead = next((passage for passage in body if passage.kind == "paragraph"), (body or self.passages)[0])
        self._ask(("summary",), Doubt(lead.line, "The release has no summary; its first paragraph stands for one."))
        return [{"id": "S1", "claim": _escaped(lead.text), "anchor": lead.text}]

    def _sections(self) -> Iterator[dict[str, Any]]:
        """The findings under the headings of the release, figures where no finding of the same place says them."""
        headings = {p.line: p.text for p in self.passages if p.kind == "heading" and p.line not in self.frame.lines}
        findings = self._of("findings")
        anchors = {item.anchor for item in findings}
        groups: dict[int, list[Any]] = {}
        claims = [*findings, *(item for item in self._of("figures") if item.anchor not in anchors)]
        for item in sorted(claims, key=lambda item: item.line):
            above = max((line for line in headings if line < item.line), default=0)
            groups.setdefault(above, []).append(item)
        for number, (line, items) in enumerate(sorted(groups.items()), start=1):
            heading = headings.get(line, self.words.findings).rstrip(" :")
            section = {"id": f"section-{number}", "heading": _escaped(heading), "claims": [item.id for item in items]}
            begun = [item.id for before, item in pairwise(items) if item.line != before.line]
            yield {**section, "paragraphs": begun} if begun else section

    def _quotation(self, item: Any) -> dict[str, Any]:
        speaker = _given(item, "speaker") or "[speaker]"
        return {
            "id": item.id,
            "speaker": speaker,
            "attribution": _escaped(self._attribution(item, speaker)),
            "anchor": self._naming(item, speaker),
            "text": [_escaped(text) for text in item.text],
        }

    def _naming(self, item: Any, speaker: str) -> str:
        """The words that name a speaker in full: where one quotation has the surname alone, those of another."""
        own = [other.anchor for other in self._of("quotations") if _given(other, "speaker") == speaker]
        named: str = next((anchor for anchor in (item.anchor, *own) if stands_in(speaker, anchor)), item.anchor)
        return named

    def _attribution(self, item: Any, speaker: str) -> str:
        """A speaker with post and organisation, as far as the text gives them."""
        post, organisation = _given(item, "post"), _given(item, "organisation")
        if not post or not organisation or organisation in post:
            return ", ".join(filter(None, (speaker, post or organisation)))
        whole = self.words.attribution.replace("<speaker>", speaker).replace("<post>", post)
        return whole.replace("<organisation>", organisation)

    def _testimony(self, item: Any) -> dict[str, Any]:
        speaker = _given(item, "speaker") or "[speaker]"
        (text,) = item.text
        sentence = self.words.sentence.replace("<speaker>", _escaped(_capital(speaker)))
        return {
            "id": item.id,
            "speaker": speaker,
            "attribution": _escaped(", ".join(filter(None, (_capital(speaker), _given(item, "when"))))),
            "sentence": sentence,
            "context": _escaped(speaker),
            "anchor": item.anchor,
            "text": _escaped(text),
            "excerpt": _escaped(_excerpt(text)),
        }

    def _recommendation(self, index: int, item: Any, data: dict[str, Any]) -> dict[str, Any]:
        addressees = self._addressees(item, index)
        text = _escaped(_stopped(_capital(item.act) or item.anchor))
        if not item.act:
            question = "The ask is a sentence of the source. Write what is to be done, as it follows “We urge you to:”."
            self._ask(("recommendations", index, "asks", 0, "ask"), Doubt(item.line, question))
        ask = {
            "roles": addressees,
            "basis": "stated",
            "subject": data["short_title"],
            "opening": self.words.opening.replace("<text>", text),
            "ask": text,
        }
        claims = [*data["summary"], *data["figures"], *data["findings"]]
        return {
            "id": item.id,
            "text": text,
            "anchor": item.anchor,
            "addressees": addressees,
            "evidence": _evidence(item.anchor, claims),
            "asks": [ask],
        }

    def _addressees(self, item: Any, index: int) -> list[str]:
        """The roles that the words of the text for an addressee name; a word that no role carries is a doubt."""
        named = _given(item, "addressee")
        concerned = self.concerned is not None and self.concerned.called.casefold() in named.casefold()
        roles = ["state-concerned"] if concerned else []
        roles += [role for role, words in self.words.addressees.items() if _has(named, words)]
        if roles:
            return roles
        question = f"To whom is {item.id} addressed?" + (f" The text says: “{named}”." if named else "")
        self._ask(("recommendations", index), Doubt(item.line, question, ("state-concerned", *self.words.addressees)))
        return [OPEN]


def _line(given: Any) -> int:
    return given.line if given else 0


def _claim(item: Any) -> dict[str, str]:
    return {"id": item.id, "claim": _escaped(_given(item, "claim") or item.anchor), "anchor": item.anchor}


def _figure(item: Any) -> dict[str, Any]:
    caption = caption_of(item.anchor, item.value)
    return {**_claim(item), "value": _escaped(item.value), "caption": _escaped(caption)}


def _given(item: Any, *names: str) -> Any:
    """The first field of these names that an item has and that is not empty; no field is empty text."""
    return next((value for name in names if (value := getattr(item, name, None))), "")


def _escaped(text: str) -> str:
    """Words of the source as a sentence of the pack, in which braces would be placeholders."""
    return text.replace("{", "{{").replace("}", "}}")


def _capital(text: str) -> str:
    """A description as it begins a sentence or a line."""
    return text[:1].upper() + text[1:]


def _stopped(text: str) -> str:
    """A sentence with its full stop, which one that ends where a quotation does may lack."""
    return text if text.rstrip('”»"’」)').endswith((".", "!", "?", "…", "。")) else f"{text}."


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)


def _excerpt(text: str) -> str:
    """The first sentences of an account, up to the length of a quotation."""
    end = max((match.end() for match in re.finditer(r"[.!?…。](?=\s)", text[:300])), default=0)
    return text[:end].strip() if end > 40 else text


def _evidence(anchor: str, claims: Sequence[dict[str, str]]) -> list[str]:
    """The three claims that share most words with a recommendation and are not the recommendation itself."""
    wanted = _content(anchor)
    shared = {item["id"]: len(wanted & _content(item["anchor"])) for item in claims if item["anchor"] != anchor}
    best = sorted((name for name, number in shared.items() if number > 1), key=lambda name: -shared[name])
    return best[:3] or [claims[0]["id"]]


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"\w{5,}", text.casefold())}
