"""The web application of the studio: its pages, behind the gate, in the words of the person who uses it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

from flask import Flask, abort, current_app, g, redirect, render_template, request, send_file, url_for
from jinja2 import StrictUndefined
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge
from werkzeug.wrappers import Response

from briefgen import fonts
from briefgen.batch.apart import Run
from briefgen.errors import BriefgenError, Problem
from briefgen.library.do_not_name import DoNotName, load_names
from briefgen.library.languages import SOURCE_LANGUAGE
from briefgen.library.packs import default_report
from briefgen.library.shelves import Library, built_in_shelf, open_library
from briefgen.studio.choices import Choices, Menus, choices_in, menus
from briefgen.studio.gate import Gate
from briefgen.studio.keeping import Keeper
from briefgen.studio.memory import Memory
from briefgen.studio.pictures import Pictures
from briefgen.studio.press import Press
from briefgen.studio.words import Words, load_words
from briefgen.studio.worker import work

MOST_BYTES = 1_000_000
"""Of a form that is sent; the longest sentence has a thousandth of it."""
_BUILT_IN = f"{built_in_shelf()}{os.sep}"
_HALVES = re.compile("[\ud800-\udfff]")
_UI = "briefgen-studio-words"
_CARRIED = frozenset(
    {
        "report",
        "format",
        "to",
        "lang",
        "date",
        "sender",
        "panel",
        "beside",
        "state",
        "words",
        "page",
        "campaign",
        "only",
    }
)
"""What of an address or a form says which page is shown."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What the pages of one run of the studio work with."""

    workspace: Path
    gate: Gate
    press: Press
    words: dict[str, Words]
    memory: Memory
    keeper: Keeper
    pictures: Pictures = field(default_factory=Pictures)
    runs: dict[str, Run] = field(default_factory=dict)
    """The batches that were begun here, by the names of their campaign files."""

    @property
    def library(self) -> Library:
        """The library of the workspace."""
        return open_library(self.workspace)

    def choices(self) -> Choices:
        """What the address of the page says was chosen; raises a BriefgenError where that cannot be read."""
        report = request.values.get("report", "")
        usual = report or self.memory.recall("report", lambda: default_report(self.library))
        return choices_in(request.values, usual, date.today())

    def menus(self, choices: Choices) -> Menus:
        """What there is to choose from, in the words of the person who asks."""
        key = ("menus", choices.report, choices.day, words().language)
        return self.memory.recall(key, lambda: menus(self.library, choices.report, choices.day, words().language))


def open_studio(workspace: Path, port: int) -> Studio:
    """A studio for a folder; its worker is not started yet."""
    memory = Memory(open_library(workspace).shelves)
    return Studio(workspace, Gate(port), Press(workspace, work), load_words(), memory, Keeper(workspace))


def studio() -> Studio:
    """The studio of the application that answers."""
    return cast(Studio, current_app.extensions["studio"])


def words() -> Words:
    """The words of the person who asks."""
    return cast(Words, g.words)


def application(opened: Studio) -> Flask:
    """The web application of a studio."""
    from briefgen.studio import batch_desk, document_desk, translation_desk  # noqa: PLC0415 - they import this module

    app = Flask(__name__, template_folder="pages", static_folder="assets")
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES
    app.extensions["studio"] = opened
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: words().gettext(text), lambda *texts: words().ngettext(*texts), newstyle=True
    )
    app.jinja_env.finalize = _showable
    app.jinja_env.filters["tellable"] = _tellable
    app.before_request(_choose_words)
    opened.gate.guard(app)
    app.after_request(_keep_words)
    app.context_processor(lambda: _everywhere(opened))
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(BriefgenError, _problems)
    app.register_error_handler(OSError, _refused_by_system)
    app.add_url_rule("/fonts/<name>.ttf", "font", _font)
    for desk in (document_desk.desk, translation_desk.desk, batch_desk.desk):
        app.register_blueprint(desk)
    return app


def _everywhere(opened: Studio) -> dict[str, object]:
    """What every page names."""
    return {
        "words": words(),
        "all_words": opened.words,
        "form_key": opened.gate.form_key,
        "here_in": _here_in,
        "short_place": lambda place: str(place).replace(f"{opened.workspace}{os.sep}", "").replace(_BUILT_IN, ""),
    }


def _here_in(tag: str) -> str:
    """The address of this page in other words; of an answer to a form it is that of the page with the form."""
    try:
        given: MultiDict[str, str] = request.values
    except RequestEntityTooLarge:
        given = request.args
    chosen = {name: text for name, text in given.items() if name in _CARRIED}
    page = f"{request.blueprint}.show" if request.blueprint else "document.show"
    return f"{url_for(page)}?{urlencode({**chosen, 'ui': tag})}"


def _tellable(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as a page may tell them: without the words of those that hold a name of the do-not-name list."""
    opened, names = studio(), DoNotName()
    with suppress(BriefgenError):  # a list that cannot be read is told as such
        names = opened.memory.recall("names", lambda: load_names(opened.library))
    return list(names.silenced(problems))


def _showable(value: object) -> object:
    """What a page can hold: a name of a file need not be in any encoding."""
    return _HALVES.sub("\ufffd", value) if isinstance(value, str) and _HALVES.search(value) else value


def _choose_words() -> None:
    """The language of the page: the one that was chosen, else the first that the browser asks for."""
    known = studio().words
    chosen = request.args.get("ui") or request.cookies.get(_UI, "")
    g.words = known.get(chosen) or known[request.accept_languages.best_match(list(known)) or SOURCE_LANGUAGE]


def _keep_words(response: Response) -> Response:
    if request.args.get("ui") in studio().words:
        response.set_cookie(_UI, request.args["ui"], httponly=True, samesite="Strict")
    return response


def _font(name: str) -> Response:
    """A font of the package, for a machine that has none for a script."""
    path = {each.stem: each for each in fonts.FOLDER.glob("*.ttf")}.get(name)
    if path is None:
        abort(404)
    return send_file(path, "font/ttf", max_age=86_400)


def _refused(error: HTTPException) -> Response | tuple[str, int]:
    if isinstance(error, MethodNotAllowed) and request.method == "GET":
        # a page that says why a form was refused has the address of the form; who loads that again wants the page
        return redirect(f"{request.path.rpartition('/')[0]}/", 303)
    return render_template("refused.html", error=error), error.code or 500


def _refused_by_system(error: OSError) -> tuple[str, int]:
    problem = Problem(f"the system refused something: {error}", None, "mend that and try again")
    return render_template("problems.html", problems=[problem]), 400


def _problems(error: BriefgenError) -> tuple[str, int]:
    return render_template("problems.html", problems=error.problems), 400
