"""The translator's page: source and translation side by side, what the glossary says, and faults as one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import ceil

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from briefgen.errors import BriefgenError, Conflict, Problem
from briefgen.studio.app import Studio, studio
from briefgen.studio.choices import Choices
from briefgen.studio.keeping import mark_of
from briefgen.translate.desk import Desk, Originals, read_originals
from briefgen.translate.proofreading import Proofreader
from briefgen.translate.review import sign_off_file
from briefgen.translate.sentences import Sentence

desk = Blueprint("translation", __name__, url_prefix="/translate")

STATES = ("missing", "stale", "translated")
_ON_A_PAGE = 25
_DIGITS = 10
"""Of the number of a page; Python makes no number of some thousands."""
_FIRST = "ko"
"""The language that is shown where none was chosen."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which sentences are shown: in what state, with which words, and which page of them."""

    state: str
    words: str
    page: int

    def of(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The sentences that are selected, on all pages."""
        wanted = self.words.casefold()
        return [
            each
            for each in sentences
            if self.state in ("", each.state)
            and (not wanted or any(wanted in text.casefold() for text in (*each.originals, *each.forms)))
        ]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A translation that could not be saved, and why."""

    key: str
    forms: tuple[str, ...]
    problems: tuple[Problem, ...]
    conflict: bool


@desk.get("/")
def show() -> str:
    """The sentences of a report in a language."""
    return _page()


@desk.post("/check")
def check() -> str:
    """The faults of a translation that is being written."""
    opened, choices = studio(), _choices()
    sentence = _desk(opened, choices).sentence(request.form["sentence"])
    try:
        faults = _faults(opened, choices, sentence)
    except BriefgenError as error:
        faults = error.problems
    return render_template("faults.html", faults=faults)


@desk.post("/save")
def save() -> Response | tuple[str, int]:
    """Save one translation into the catalogue."""
    try:
        sentence = _save()
    except BriefgenError as error:
        conflict = isinstance(error, Conflict)
        texts = tuple(request.form.getlist("form"))
        return _page(Attempt(request.form["sentence"], texts, error.problems, conflict)), 409 if conflict else 400
    return _back(f"s-{sentence.key}")


def _save() -> Sentence:
    """Save the translation that was sent; raises a BriefgenError, for faults where one does not insist on them."""
    opened, choices = studio(), _choices()
    at = _desk(opened, choices)
    sentence = at.sentence(request.form["sentence"])
    faults = _faults(opened, choices, sentence)
    if faults and not request.form.get("anyway"):
        raise BriefgenError(faults)
    mark = mark_of(at.folder.path(sentence.domain))
    path, data = at.saved(sentence.key, _forms(sentence), tuple(request.form.getlist("seen")))
    opened.keeper.save(path, data, mark)
    return sentence


@desk.post("/undo")
def undo() -> Response:
    """Take the last change back."""
    studio().keeper.undo(request.form.get("change", ""))
    return _back("undone")


@desk.post("/sign-off")
def sign_off() -> Response:
    """Put on record that the translation was reviewed, and in which role."""
    opened, choices = studio(), _choices()
    at = _desk(opened, choices)
    mark = mark_of(sign_off_file(at))
    role = request.form.get("role", "").strip()
    path, data = opened.press.ask("reviewed", choices.report, choices.language, role, date.today())
    opened.keeper.save(path, data, mark)
    return _back("signed")


def _faults(opened: Studio, choices: Choices, sentence: Sentence) -> Sequence[Problem]:
    """The faults of the translation that was sent."""
    found: list[Problem] = opened.press.ask("faults", choices.report, choices.language, sentence.key, _forms(sentence))
    return found


def _choices() -> Choices:
    return studio().choices()


def _page(attempt: Attempt | None = None) -> str:
    opened, choices = studio(), _choices()
    menus = opened.menus(choices)
    languages = [each for each in menus.languages if each.value != _source(opened, choices)]
    tag = choices.language if choices.language in [each.value for each in languages] else _FIRST
    at = _desk(opened, choices, tag)
    selection = _selection()
    found = selection.of(at.sentences())
    proofreader = _proofreader(opened, choices, tag)
    first = (selection.page - 1) * _ON_A_PAGE
    shown = found[first : first + _ON_A_PAGE]
    return render_template(
        "translation.html",
        choices=choices,
        menus=menus,
        languages=languages,
        language=at.language,
        direction=at.language.settings.typography.direction,
        sentences=[(each, proofreader.terms_for(each)) for each in shown],
        number=len(found),
        selection=selection,
        pages=max(1, ceil(len(found) / _ON_A_PAGE)),
        progress=[_desk(opened, choices, each.value).progress() for each in languages],
        attempt=attempt,
        last_change=opened.keeper.last,
        done=request.args.get("done", ""),
        newest_change=opened.keeper.newest,
    )


def _selection() -> Selection:
    state, page = request.values.get("state", ""), request.values.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < _DIGITS else 1
    return Selection(state if state in STATES else "", request.values.get("words", "").strip(), max(1, number))


def _desk(opened: Studio, choices: Choices, tag: str = "") -> Desk:
    language = tag or choices.language
    key = ("desk", choices.report, language)
    return opened.memory.recall(key, lambda: _originals(opened, choices).desk(language))


def _proofreader(opened: Studio, choices: Choices, tag: str = "") -> Proofreader:
    at = _desk(opened, choices, tag)
    return opened.memory.recall(("proofreader", choices.report, at.language.tag), at.proofreader)


def _source(opened: Studio, choices: Choices) -> str:
    return _originals(opened, choices).pack.report.language


def _originals(opened: Studio, choices: Choices) -> Originals:
    read = partial(read_originals, opened.library, opened.workspace, choices.report)
    return opened.memory.recall(("originals", choices.report), read)


def _forms(sentence: Sentence) -> tuple[str, ...]:
    """The translation that was sent, in as many forms as the sentence has."""
    given = [text.strip() for text in request.form.getlist("form")]
    return tuple((*given, *[""] * len(sentence.originals))[: len(sentence.originals)])


def _back(done: str) -> Response:
    """Back to the page, at the element that says what was done."""
    selection = _selection()
    query = _choices().query(state=selection.state, words=selection.words, page=str(selection.page), done=done)
    return redirect(f"{url_for('translation.show')}?{query}#{done}", 303)
