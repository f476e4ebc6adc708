"""The batch page: how the documents to all delegations stand, and the making of those that are to be made."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from briefgen.batch.apart import Progress
from briefgen.batch.binding import hand_out
from briefgen.compose.ordering import AUTO
from briefgen.errors import BriefgenError, Problem
from briefgen.studio.app import studio
from briefgen.studio.campaigns import CampaignFolder, Overview, campaigns_in, new_campaign
from briefgen.studio.choices import day_in, own_sender

desk = Blueprint("batch", __name__, url_prefix="/batch")

_KINDS = ("pdf", "docx", "html", "txt", "eml")
_STATES = ("problem", "stale", "planned", "built")
_NAME = "[\\w\\-]+"
_USUAL = MultiDict([("formats", "letter"), ("set", "all"), ("languages", AUTO), ("files", "pdf"), ("files", "docx")])
"""What the form of a new campaign says before anything is chosen."""


@desk.get("/")
def show() -> str:
    """The campaigns of the workspace, and how the documents of the chosen one stand."""
    return _page()


@desk.get("/progress")
def progress() -> str:
    """How far the running batch has come."""
    chosen = _chosen()
    return render_template("progress.html", campaign=chosen, progress=_progress(chosen))


@desk.post("/write")
def write() -> Response | tuple[str, int]:
    """Write a campaign file."""
    try:
        path, text = new_campaign(studio().library, studio().workspace, _given(request.form))
        studio().keeper.save(path, text.encode(), "")
    except BriefgenError as error:
        return _page(error.problems, request.form), 400
    return redirect(url_for("batch.show", campaign=path.name), 303)


def _given(form: MultiDict[str, str]) -> dict[str, object]:
    """What was chosen for a new campaign, by the keys of its file."""
    return {
        "name": form.get("name", "").strip(),
        "report": form.get("report", ""),
        "formats": form.getlist("formats"),
        "to": [text.strip() for text in form.get("set", "").split(",") if text.strip()],
        "languages": form.getlist("languages") or [AUTO],
        "files": form.getlist("files"),
        "date": day_in(form, date.today()),
        "sender": form.get("sender", "") or own_sender(studio().workspace),
    }


@desk.post("/start")
def start() -> Response:
    """Begin to make what is to be made."""
    chosen = _chosen()
    studio().runs[chosen.name] = chosen.run(os.cpu_count() or 1)
    return redirect(url_for("batch.show", campaign=chosen.name), 303)


@desk.post("/stop")
def stop() -> Response:
    """End the batch; what is finished stays."""
    chosen = _chosen()
    run = chosen.running() or studio().runs.get(chosen.name)
    if run:
        run.stop()
    return redirect(url_for("batch.show", campaign=chosen.name), 303)


@desk.get("/file/<name>")
def file(name: str) -> Response:
    """A document of the batch."""
    path = _chosen().file(name)
    if path is None or not path.is_file():
        abort(404)
    return send_file(path, as_attachment=path.suffix != ".pdf", download_name=path.name)


@desk.get("/bundle/<name>")
def bundle(name: str) -> Response:
    """Many documents as one file; those that are not finished are not in it."""
    chosen = _chosen()
    site, _ = chosen.planned()
    wanted = next((each for each in chosen.bundles() if each.name == name), None)
    if wanted is None:
        abort(404)
    with tempfile.TemporaryDirectory() as folder:
        data = hand_out(site, wanted, Path(folder)).path.read_bytes()
    return send_file(BytesIO(data), "application/zip", as_attachment=True, download_name=f"{site.batch.name}-{name}")


def _page(problems: tuple[Problem, ...] = (), entered: MultiDict[str, str] = _USUAL) -> str:
    opened = studio()
    choices = opened.choices()
    known = list(campaigns_in(opened.library, opened.workspace))
    name = request.values.get("campaign", "")
    chosen = next((each for each in known if each.name == name), None)
    overview: Overview | None = None
    found = list(problems)
    if chosen:
        try:
            overview = chosen.overview()
        except BriefgenError as error:
            found += error.problems
    menus = opened.menus(choices)
    return render_template(
        "batch.html",
        choices=choices,
        menus=menus,
        campaigns=known,
        campaign=chosen,
        overview=overview,
        bundles=chosen.bundles() if overview and chosen else (),
        progress=_progress(chosen) if chosen else None,
        problems=found,
        entered=entered,
        kinds=_KINDS,
        states=_STATES,
        only=only if (only := request.values.get("only", "")) in _STATES else "",
        name_pattern=_NAME,
        own_senders=[each for each in menus.senders if each.value.endswith(".yaml")],
    )


def _chosen() -> CampaignFolder:
    opened, name = studio(), request.values.get("campaign", "")
    for each in campaigns_in(opened.library, opened.workspace):
        if each.name == name:
            return each
    abort(404)


def _progress(chosen: CampaignFolder) -> Progress | None:
    """How far the batch has come that is running, or that ran last in this studio."""
    run = chosen.running() or studio().runs.get(chosen.name)
    return run.progress() if run else None
