"""The first page: choose a document, see it, change it for its addressee, take it along."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from briefgen.compose.ordering import find_recipient
from briefgen.errors import BriefgenError, Conflict, Problem
from briefgen.library.delegations import load_delegations
from briefgen.library.languages import SOURCE_LANGUAGE
from briefgen.studio.app import Studio, studio
from briefgen.studio.changes import Change, OverlayText, Pick, Saying, overlay_text
from briefgen.studio.choices import Choices, name_in
from briefgen.studio.keeping import mark_of
from briefgen.studio.pictures import Picture
from briefgen.studio.sheets import Sheet

desk = Blueprint("document", __name__)

PANELS = ("text", "why", "languages", "difference")
_KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_AS_CHOSEN = "default"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a person tried to save and could not: the sentence and its words, and why."""

    message: str
    says: str
    problems: tuple[Problem, ...]
    conflict: bool


@desk.get("/")
def show() -> str:
    """The page of a document, or of the choices where no addressee is chosen yet."""
    return _page(studio().choices())


@desk.post("/preview")
def preview() -> str:
    """The pages as they would be with the sentence that is being written."""
    opened, choices = studio(), studio().choices()
    try:
        sheet = opened.press.ask("sheet", choices, _pending(opened, choices))
    except BriefgenError as error:
        return render_template("pages.html", pictures=(), sheet=None, problems=error.problems)
    return render_template("pages.html", pictures=opened.pictures.keep(sheet.pages), sheet=sheet, problems=())


@desk.post("/say")
def say() -> Response | tuple[str, int]:
    """Save one sentence for the addressee."""
    says = request.form.get("says", "").strip()
    if request.form.get("default"):
        says = ""
    at = request.form.get("at", "")
    return _saved(Saying(studio().choices().language, request.form["message"], says), at)


@desk.post("/pick")
def pick() -> Response | tuple[str, int]:
    """Save which asks are made of the addressee, and which account goes in."""
    chosen = request.form.get("asks-by", _AS_CHOSEN) != _AS_CHOSEN
    account = request.form.get("account", _AS_CHOSEN)
    asks = tuple(request.form.getlist("ask")) if chosen else None
    return _saved(Pick(studio().choices().report, asks or None, None if account == _AS_CHOSEN else account), "picked")


@desk.post("/undo")
def undo() -> Response:
    """Take the last change back."""
    studio().keeper.undo(request.form.get("change", ""))
    return _back("undone")


@desk.get("/pages/<mark>.png")
def picture(mark: str) -> Response:
    """The picture of a page."""
    data = studio().pictures.get(mark)
    if data is None:
        abort(404)
    return send_file(BytesIO(data), "image/png")


@desk.get("/files/<kind>")
def download(kind: str) -> Response:
    """The document as a file to take along."""
    if kind not in _KINDS:
        abort(404)
    ((name, data),) = studio().press.ask("files", studio().choices(), (kind,)).items()
    return send_file(BytesIO(data), _KINDS[kind], as_attachment=True, download_name=name)


def _page(choices: Choices, attempt: Attempt | None = None) -> str:
    opened = studio()
    panel = request.values.get("panel", PANELS[0])
    sheet: Sheet | None = None
    seen = ""
    problems: tuple[Problem, ...] = ()
    pictures: tuple[Picture, ...] = ()
    if choices.to:
        try:
            seen = mark_of(_overlay(opened, choices).path)  # before it is read: what changes meanwhile was not seen
            sheet = opened.press.ask("sheet", choices)
            pictures = opened.pictures.keep(sheet.pages)
        except BriefgenError as error:
            problems = error.problems
    return render_template(
        "document.html",
        choices=choices,
        menus=opened.menus(choices),
        sheet=sheet,
        pictures=pictures,
        problems=problems,
        attempt=attempt,
        panel=panel if panel in PANELS else PANELS[0],
        seen=seen,
        last_change=opened.keeper.last,
        done=request.args.get("done", ""),
        newest_change=opened.keeper.newest,
        **_of_panel(opened, choices, panel, sheet),
    )


def _of_panel(opened: Studio, choices: Choices, panel: str, sheet: Sheet | None) -> dict[str, object]:
    """What only one panel shows, so that it is made for that one alone."""
    if sheet and panel == "languages":
        usual = SOURCE_LANGUAGE if choices.language != SOURCE_LANGUAGE else "ko"
        beside = name_in(request.values, "beside") or usual
        try:
            return {"beside": beside, "aligned": opened.press.ask("aligned", choices, beside), "panel_problems": ()}
        except BriefgenError as error:
            return {"beside": beside, "aligned": None, "panel_problems": error.problems}
    if sheet and panel == "difference":
        return {"differences": opened.press.ask("differences", choices)}
    return {}


def _overlay(opened: Studio, choices: Choices) -> OverlayText:
    """The overlay for the addressee as it stands; raises a BriefgenError where there is no such addressee."""
    library = opened.library
    owner = opened.memory.recall(
        ("owner", choices.to), lambda: find_recipient(library, load_delegations(library), choices.to).name
    )
    return overlay_text(library, opened.workspace, choices.format, owner)


def _pending(opened: Studio, choices: Choices) -> OverlayText | None:
    """The overlay with the sentence that is being written."""
    message, says = request.form.get("message", ""), request.form.get("says", "").strip()
    return _overlay(opened, choices).with_change(Saying(choices.language, message, says)) if message else None


def _saved(change: Change, at: str) -> Response | tuple[str, int]:
    """Save a change of the overlay and go back to its place; where it cannot be saved the page says why."""
    opened, choices = studio(), studio().choices()
    try:
        sheet: Sheet = opened.press.ask("sheet", choices)
        if isinstance(change, Saying):
            sheet.require_sentence(change.message)
        overlay = _overlay(opened, choices).with_change(change)
        opened.press.ask("sheet", choices, overlay)  # what cannot be composed is not saved
        opened.keeper.save(overlay.path, overlay.text.encode() or None, request.form.get("seen", ""))
    except BriefgenError as error:
        message, says = (change.message, change.says) if isinstance(change, Saying) else ("", "")
        conflict = isinstance(error, Conflict)
        return _page(choices, Attempt(message, says, error.problems, conflict)), 409 if conflict else 400
    return _back(at)


def _back(done: str) -> Response:
    """Back to the page, at the element that says what was done."""
    query = studio().choices().query(panel=request.form.get("panel", PANELS[0]), done=done)
    return redirect(f"{url_for('document.show')}?{query}#{quote(done)}", 303)
