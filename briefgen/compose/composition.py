"""From a request to a document: the one way by which every document comes about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from briefgen.compose.choice import Chosen, weighed
from briefgen.compose.context import ContextBuilder, addressee_of, chosen_for, sender_names
from briefgen.compose.notes import with_notes_placed
from briefgen.compose.picking import carries_account, pick_problems
from briefgen.compose.request import Request
from briefgen.compose.signing import require_locked_text
from briefgen.compose.speech import speech_warnings
from briefgen.compose.statements import Statements
from briefgen.compose.template import Template, names_in
from briefgen.compose.views import Context
from briefgen.compose.visibility import as_seen
from briefgen.compose.wording import Said, Wording
from briefgen.document import Block, Document, Furniture, Subject, Title, text_of
from briefgen.errors import BriefgenError, Place
from briefgen.languages.binding import bind
from briefgen.languages.calendar import day_and_time
from briefgen.library.languages import INTERFACE
from briefgen.markup.blocks import parse_blocks
from briefgen.markup.inline import MarkupError


@dataclass(frozen=True, slots=True)
class Composition:
    """A document, and what its sender should know before it goes out."""

    document: Document
    warnings: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    """The texts of which it is made, with their places."""
    asks: tuple[Chosen, ...] = ()
    """What it asks of its addressee."""


def compose(request: Request) -> Composition:
    """Compose the document of a request; raises a BriefgenError with every problem found on the way."""
    wording = Wording(request.language.catalogue, sayings=request.sayings)
    layers, shared = request.format.layers_for(request.owners), request.format.shared
    builder = _builder(request, wording)
    context = builder.build(names_in(layers, shared))
    markdown = Template(layers, shared, wording).render(context)
    furniture = _furniture(request, context, wording)
    if wording.problems:
        raise BriefgenError(wording.problems)
    blocks = _blocks(bind(markdown, request.language.settings), request)
    document = Document(
        kind=request.format.format.kind,
        title=_title(blocks, request),
        language=request.language.tag,
        direction=request.language.settings.typography.direction,
        organisation=str(sender_names(request).organisation),
        date=request.day,
        furniture=furniture,
        blocks=blocks,
    )
    require_locked_text(document, request)
    warnings = tuple([*_warnings(request), *speech_warnings(document, request)])
    return Composition(document, warnings, tuple(wording.said), builder.chosen)


@dataclass(frozen=True, slots=True)
class Possible:
    """What may be asked of an addressee, and the accounts that may go with it, in the words of the document."""

    asks: tuple[tuple[Chosen, str], ...]
    accounts: Mapping[str, str]
    """By their ids."""


def possible_picks(request: Request) -> Possible:
    """What an overlay may pick for the addressee of a request; what is not translated is given in English."""
    wording = Wording(request.language.catalogue, sayings=request.sayings)
    seen = as_seen(request)
    addressee, takes = addressee_of(seen), seen.format.format.takes
    decisions = (weighed(item, addressee, takes) for item in seen.pack.report.recommendations if takes.asks)
    chosen = tuple(decision.chosen for decision in decisions if decision.chosen)
    builder = replace(_builder(request, wording), chosen=chosen)
    worded = builder.build({"asks_in_full"}).asks_in_full
    carries = carries_account(seen.format, seen.owners)
    named = {item.recommendation.account for item in chosen if carries}
    accounts = [each for each in seen.pack.report.testimonies if each.id in named]
    return Possible(
        tuple((item, str(view.text)) for item, view in zip(chosen, worded, strict=True)),
        {each.id: str(builder.statements.account(each).sentence) for each in accounts},
    )


def context_of(request: Request) -> dict[str, object]:
    """Everything that a template may name, by name; raises a BriefgenError with every problem found on the way."""
    wording = Wording(request.language.catalogue, sayings=request.sayings)
    context = _builder(request, wording).build()
    if wording.problems:
        raise BriefgenError(wording.problems)
    return {**{each.name: getattr(context, each.name) for each in fields(context)}, **context.names}


def _builder(request: Request, wording: Wording) -> ContextBuilder:
    """What says everything in a document: it has only what the document may show."""
    seen = as_seen(request)
    wording.problems += pick_problems(seen.pack.report, addressee_of(seen), seen.format, seen.owners)
    statements = Statements(seen.pack, wording, seen.language.settings)
    return ContextBuilder(seen, wording, statements, chosen_for(seen))


def _blocks(markdown: str, request: Request) -> tuple[Block, ...]:
    try:
        before = request.language.settings.notes_before
        return tuple(with_notes_placed(block, before) for block in parse_blocks(markdown))
    except MarkupError as error:
        raise BriefgenError.one(str(error), Place(request.format.path)) from error


def _title(blocks: tuple[Block, ...], request: Request) -> str:
    """The title that metadata and title bar show: the title of a briefing, the subject of a letter."""
    for block in blocks:
        if isinstance(block, (Title, Subject)):
            return text_of(block.line)
    raise BriefgenError.one(
        "the format gives the document no title", Place(request.format.path), "add a `# heading` or a `::: subject`"
    )


def _furniture(request: Request, context: Context, wording: Wording) -> Furniture:
    interface = request.interface
    embargo = request.pack.report.embargo
    marks = [] if request.final_at else [wording.say(interface.draft, INTERFACE)]
    if embargo and not request.final_at:  # whatever the time is: a draft is the same whenever it is made
        moment = day_and_time(embargo.local, embargo.zone, request.language.settings)
        marks.append(wording.say(interface.embargo, INTERFACE, moment=moment))
    if request.language.tag != request.pack.report.language and not request.signed_off:
        marks.append(wording.say(interface.translation, INTERFACE))
    if request.pack.report.example:
        marks.append(wording.say(interface.example, INTERFACE))
    page = wording.say(interface.page, INTERFACE, page="{page}", pages="{pages}")
    return Furniture(str(context.report.short_title), str(page), tuple(str(mark) for mark in marks))


def _warnings(request: Request) -> list[str]:
    """Roles whose list of holders is not known for the day of the document."""
    return [
        f"the members of `{group.id}` are known only up to {group.known_to}; check them for {request.day}"
        for group in request.delegations.groups.values()
        if group.known_to and request.day > group.known_to
    ]
