"""The frame of a release: what it is called, who publishes it, where and when; only what its text gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.importing.dates import dates_in
from briefgen.importing.doubts import Doubt
from briefgen.importing.page_head import NO_HEAD, PageHead
from briefgen.importing.passages import Passage
from briefgen.importing.publishers import publishers_in
from briefgen.importing.tongue import languages_of

_DATELINE = re.compile(
    r"\((?P<a>[^()\d]{2,50}?)(?:,\s*(?P<da>[^()]*\d[^()]*))?\)\s*[–—-]\s*\S"
    r"|(?P<b>[A-Z][^\W\d_]*(?:[ .’'/,-]+[A-Z][^\W\d_]*){0,5})(?:,\s*(?P<db>[^–—]{0,30}\d{4}|[^–—]{0,4}\d{1,2}))?"
    r"\s*(?:\((?P<dc>[^()]{3,30})\))?\s*[–—]\s*\S"
)
_EMBARGO = re.compile(r"\W*(?:strictly )?(?:embargo(?:ed)?|sous embargo|bajo embargo|엠바고)\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:report|rapport|informe),?\s+(?P<open>[“«\"])\s?(?P<title>.{5,200}?),?\s?[”»\"]", re.IGNORECASE
)
_TOP = 8
"""The frame of a release stands in its first passages."""


@dataclass(frozen=True, slots=True)
class Given:
    """Words of the release, and the line at which they stand."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What frames a release; None for what its text does not give. `lines` hold nothing else."""

    language: str
    title: Given | None = None
    report: Given | None = None
    subtitle: Given | None = None
    publisher: Given | None = None
    city: Given | None = None
    published: date | None = None
    embargo: Given | None = None
    lines: frozenset[int] = frozenset()
    doubts: tuple[Doubt, ...] = ()


def frame_of(passages: Sequence[Passage], head: PageHead = NO_HEAD) -> Frame:
    """The frame of a release. What it does not give, or gives in two ways, is a doubt; `head` has candidates for it."""
    doubts: list[Doubt] = []
    top = [passage for passage in passages[:_TOP] if passage.kind in ("heading", "paragraph")]
    embargo = next((passage for passage in top if _EMBARGO.match(passage.text)), None)
    plain = [passage for passage in top if passage is not embargo and not _is_date(passage)]
    title = next((p for p in plain if p.kind == "heading"), None)
    after = passages[passages.index(title) + 1 :][:1] if title else ()
    subtitle = next((p for p in after if p in plain and p.kind == "heading"), None)
    dated = next((p for p in top if _DATELINE.match(p.text) and p is not title), None)
    lines = {p.line for p in (title, subtitle, embargo, *filter(_is_date, top)) if p}
    return Frame(
        language=_language(passages, doubts),
        title=_given(title, doubts, "The release has no title. What is it called?", head.titles),
        report=_report(passages, title, doubts),
        subtitle=_subtitle(subtitle, doubts),
        publisher=_publisher(passages, doubts, head),
        city=_city(dated),
        published=_published(top, dated, embargo, (doubts, head)),
        embargo=_given(embargo, doubts, "", ()),
        lines=frozenset(lines),
        doubts=tuple(doubts),
    )


def _given(passage: Passage | None, doubts: list[Doubt], question: str, candidates: tuple[str, ...]) -> Given | None:
    if passage is None and question:
        doubts.append(Doubt(0, question, candidates))
    return Given(passage.text, passage.line) if passage else None


def _is_date(passage: Passage) -> bool:
    """Whether a passage holds a date and hardly anything else."""
    return len(passage.text) < 60 and bool(dates_in(passage.text)) and not _EMBARGO.match(passage.text)


def _language(passages: Sequence[Passage], doubts: list[Doubt]) -> str:
    found = languages_of(" ".join(passage.text for passage in passages[:200]))
    if len(found) != 1:
        doubts.append(Doubt(0, "The language of the release does not show. Which is it?", found))
    return found[0] if found else "en"


def _subtitle(passage: Passage | None, doubts: list[Doubt]) -> Given | None:
    if passage is None:
        return None
    if len(passage.text) < 25:
        question = f"“{passage.text}” stands under the title. Is it a subtitle, or a rubric of the page?"
        doubts.append(Doubt(passage.line, question, ("subtitle", "rubric")))
        return None
    return Given(passage.text, passage.line)


def _report(passages: Sequence[Passage], title: Passage | None, doubts: list[Doubt]) -> Given | None:
    named = [Given(match["title"].rstrip(" ,."), p.line) for p in passages[:20] for match in _REPORT.finditer(p.text)]
    if len({given.text for given in named}) > 1:
        doubts.append(Doubt(named[0].line, "Which report is the release about?", tuple(given.text for given in named)))
    if not named and title is not None:
        doubts.append(Doubt(title.line, "No report is named by its title. The title of the release stands for it."))
    return named[0] if named else None


def _publisher(passages: Sequence[Passage], doubts: list[Doubt], head: PageHead) -> Given | None:
    scores: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for name, line, weight in publishers_in(passages):
        scores[name] += weight
        lines.setdefault(name, line)
    ranked = [name for name, _ in scores.most_common(3)]
    if not ranked:
        doubts.append(Doubt(0, "The text does not say who publishes it. Who does?", head.publishers))
        return None
    if scores[ranked[0]] < 2 or (len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]):
        doubts.append(Doubt(lines[ranked[0]], "Who publishes the release?", (*ranked, *head.publishers)))
    return Given(ranked[0], lines[ranked[0]])


def _city(dated: Passage | None) -> Given | None:
    match = _DATELINE.match(dated.text) if dated else None
    return Given((match["a"] or match["b"]).strip(" ,"), dated.line) if dated and match else None


def _published(
    top: Sequence[Passage],
    dated: Passage | None,
    embargo: Passage | None,
    told: tuple[list[Doubt], PageHead],
) -> date | None:
    doubts, head = told
    match = _DATELINE.match(dated.text) if dated else None
    written = " ".join(filter(None, (match["da"], match["db"], match["dc"]))) if match else ""
    line = dated.line if dated and written else 0
    found = dates_in(written)
    if not found:
        line, found = next(((p.line, dates_in(p.text)) for p in top if _is_date(p)), (0, ()))
    if len(found) == 1:
        return found[0]
    until = dates_in(embargo.text) if embargo else ()
    if found:
        question = "Day and month of the date cannot be told apart. Which is it?"
    elif written and dated:
        line, question = dated.line, f"The dateline says “{written}”. On which day was the release published?"
    else:
        line, question = (embargo.line if embargo else 0), "The text bears no date. When was it published?"
    doubts.append(Doubt(line, question, (*(day.isoformat() for day in found or until), *head.dates)))
    return None
