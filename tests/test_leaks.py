"""What an addressee may not see reaches it by no format, no template, no overlay, no kind of file, no attachment."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import SMTP
from html import unescape
from pathlib import Path

import pikepdf
import pytest

from briefgen.compose.composition import compose, context_of
from briefgen.compose.fitting import misfit
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Recipient, Request
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations
from briefgen.library.formats import format_names, load_format, read_format, read_overlay
from briefgen.library.names import load_names
from briefgen.library.shelves import open_library
from briefgen.production import produce
from briefgen.workshop import Extras
from tests.batch.conftest import ran
from tests.check.shelf_copy import ShelfCopy
from tests.render.docx.own_samples import template
from tests.render.pdf.reading import text_of_pages
from tests.secret_pack import NEVER_PRINTED, found_in, secret_shelf, word, words

REPORT = "north-korea-border"
KINDS = ("txt", "html", "docx", "pdf", "eml")
SHARED = {"partners": ["JP", "eu"], "restricted": ["CH", "LV"]}
TO_ALL = {"partners": ["KP", "all"], "restricted": ["KP", "all", "asia-pacific"]}
"""As no check would let it pass: the state concerned is among those with whom the report is shared."""
READERS: dict[str, tuple[str, ...]] = {
    "BR": (),
    "PK": (),
    "JP": ("partners",),
    "FR": ("partners",),
    "CH": ("partners", "restricted"),
    "LV": ("partners", "restricted"),
    "KP": (),
    "all": (),
    "human-rights-council": (),
    "eu": ("partners",),
}
"""The levels beyond what is public that each may see."""
FRONT_MATTER = """\
---
id: memo
kind: briefing
name: Memo
description: It names whatever it can.
addressees: any
sees: restricted
layout: briefing
takes: {asks: 9, evidence: 9, accounts: 9, figures: 9}
---
"""
EVERYTHING = """\
::: title
# {{ accounts[0].excerpt }}
:::

{{ summary.text }}^[{{ summary.cite.full }}]

{{ introduction.text }}

{{ method.text }}

{% for each in summary_points %}
{{ each.text }}

{% endfor %}
::: key-figures Figures

{% for each in key_figures.figures %}
- **{{ each.value }}** {{ each.caption }}
{% endfor %}
:::

{% for each in sections + annexes %}
## {{ each.heading }}

{{ each.passage.text }}

{% for point in each.points %}
{{ point.text }}

{% endfor %}
{% endfor %}
{% for each in challenges.items %}
{{ each.heading }} {{ each.text }}

{% endfor %}
{% for each in accounts %}
{{ each.excerpt }} {{ each.attribution }} {{ each.sentence }}

{% endfor %}
{% for each in quotations %}
{{ each.parts | join(" ") }} {{ each.attribution }}

{% endfor %}
{% for each in questions %}
{{ each.question }} {{ each.answer.text }}

{% endfor %}
{% for each in evidence + background %}
{{ each.text }}

{% endfor %}
{% for each in asks_in_full %}
{{ each.subject }} {{ each.text }} {{ each.evidence.text }} {{ each.reply }} {{ each.answer.text }}

{% endfor %}
{% if account %}
{{ account.excerpt }} {{ account.attribution }} {{ account.sentence }}

{% endif %}
"""
HOSTILE = [
    "{{ report }}",
    "{{ report.findings }}",
    "{{ report.claims['restricted-finding'].claim }}",
    "{{ report.__dict__ }}",
    "{{ report.__class__.__mro__[1].__subclasses__() }}",
    "{{ report | attr('__init__') }}",
    "{{ (report | attr('__class__')).__module__ }}",
    "{{ '{0.__class__}'.format(report) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format_map({'0': report}) }}",
    "{{ '%s' | format(sections) }}",
    "{{ '%r' | format(accounts) }}",
    "{{ sections | pprint }}",
    "{{ sections | string }}",
    "{{ quotations | list | tojson }}",
    "{{ dict(a=annexes) | xmlattr }}",
    "{{ names }}",
    "{{ names.report.pack.report.findings }}",
    "{{ self._TemplateReference__context.parent }}",
    "{{ self.__init__.__globals__ }}",
    "{{ gettext.__closure__ }}",
    "{{ gettext.__globals__['Wording'] }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__ }}",
    "{{ namespace(report=report).report.__class__ }}",
    "{{ request.pack.report.findings[0].claim }}",
    "{{ pack.report.annexes[0].heading }}",
    "{{ statements.pack.text.data }}",
    "{{ sections[0].heading.__class__.__init__.__globals__ }}",
    "{{ sections[0].passage.cite.full.__class__ }}",
    "{{ findings }}",
    "{% debug %}",
    "{% include 'report.yaml' %}",
    "{% include '../../reports/north-korea-border/report.yaml' %}",
    "{% import 'layer 9' as other %}{{ other.findings }}",
    "{% trans %}{report.findings}{% endtrans %}",
    "{% trans %}{report.__class__.__init__.__globals__}{% endtrans %}",
    "{% trans %}{concerned.pack.report}{% endtrans %}",
    "{% trans %}{accounts}{% endtrans %}",
    "{% trans x=sections[0] %}{x}{% endtrans %}",
    "{% for s in sections %}{{ s.heading }} {{ s.passage.text }} {{ s.points[0].text }} {% endfor %}",
    "{{ sections | map(attribute='heading') | join(' ') }}",
    "{{ questions | map(attribute='question') | join(' ') }}",
    "{{ accounts | map(attribute='sentence') | join(' ') }}",
    "{{ annexes | map(attribute='heading') | join(' ') }}",
    "{{ (evidence + background) | map(attribute='text') | join(' ') }}",
    "{{ key_figures.figures | map(attribute='caption') | join(' ') }}",
    "{{ annexes[0].heading }} {{ accounts[-1].excerpt }} {{ quotations[0].parts[0] }}",
]
WORD = [
    "{%p for each in sections %}", "{{ each.heading }} {{ each.passage.text }}", "{%p endfor %}",
    "{%p for each in annexes %}", "{{ each.heading }} {{ each.passage.text }}", "{%p endfor %}",
    "{%p for each in accounts %}", "{{ each.excerpt }} {{ each.attribution }} {{ each.sentence }}", "{%p endfor %}",
    "{%p for each in quotations %}", "{{ each.attribution }}", "{%p for part in each.parts %}", "{{ part }}",
    "{%p endfor %}", "{%p endfor %}",
    "{%p for each in questions %}", "{{ each.question }} {{ each.answer.text }}", "{%p endfor %}",
    "{%p for each in evidence %}", "{{ each.text }}", "{%p endfor %}",
    "{%p for each in background %}", "{{ each.text }}", "{%p endfor %}",
    "{%p for each in key_figures.figures %}", "{{ each.value }} {{ each.caption }}", "{%p endfor %}",
    "{{ summary.text }} {{ introduction.text }} {{ method.text }}",
]  # fmt: skip


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> ShelfCopy:
    return secret_shelf(tmp_path_factory.mktemp("secret") / "shelf", SHARED)


@pytest.fixture(scope="module")
def betrayed(tmp_path_factory: pytest.TempPathFactory) -> ShelfCopy:
    return secret_shelf(tmp_path_factory.mktemp("betrayed") / "shelf", TO_ALL)


def memo(shelf: ShelfCopy, body: str) -> ShelfCopy:
    shelf.write("templates/formats/memo.md", FRONT_MATTER + body)
    return shelf


def texts(data: bytes, kind: str) -> Iterator[str]:
    """Everything that a file says, its metadata and attachments included."""
    if kind == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    elif kind == "pdf":
        yield from text_of_pages(data)
        with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata, pdf.open_outline() as outline:
            yield from (str(value) for value in pdf.docinfo.values())
            yield str(metadata)
            yield from (str(item.title) for item in outline.root)
    elif kind == "eml":
        message = message_from_bytes(data, policy=SMTP)
        yield from (str(value) for value in message.values())
        for part in message.walk():
            if part.get_content_type() == "application/pdf":
                yield from texts(part.get_content(), "pdf")
            elif not part.is_multipart():
                yield str(part.get_content())
    else:
        yield unescape(data.decode("utf-8"))


def seen(paths: Iterator[Path] | tuple[Path, ...]) -> set[str]:
    return {each for path in paths for each in found_in(texts(path.read_bytes(), path.suffix[1:]))}


def order(format_: str, to: str, day: date) -> Order:
    return Order(format_, to, "en", REPORT, day)


def recipient(delegations: Delegations, to: str) -> Recipient:
    return Recipient(state=to) if to in delegations.states else Recipient(group=to)


def readers_of(shelf: ShelfCopy, name: str, delegations: Delegations, day: date) -> list[str]:
    """One reader of each sort to whom a format goes: by level, a state or a group, and the state concerned."""
    file = load_format(shelf.library, name)
    pack = resolve(shelf.library, order("briefing", "all", day)).pack
    sorts: dict[tuple[object, ...], str] = {}
    for to, levels in READERS.items():
        if not misfit(file, recipient(delegations, to), delegations, pack, day):
            sorts.setdefault((levels, to in delegations.states, to == "KP"), to)
    return list(sorts.values())


# --- formats, and every kind of file -------------------------------------------------------------------------


@pytest.mark.parametrize("name", format_names(open_library()))
def test_no_format_says_in_any_kind_of_file_what_its_reader_may_not_see(
    name: str, secret: ShelfCopy, delegations: Delegations, day: date, tmp_path: Path
) -> None:
    readers = readers_of(secret, name, delegations, day)
    assert readers
    for to in readers:
        found = seen(produce(secret.library, order(name, to, day), KINDS, tmp_path / to).files)
        assert found <= words(*READERS[to]), to


@pytest.mark.parametrize("name", format_names(open_library()))
def test_the_state_concerned_is_told_nothing_whatever_format_and_pack_say(
    name: str, betrayed: ShelfCopy, delegations: Delegations, day: date, tmp_path: Path
) -> None:
    file, pack = load_format(betrayed.library, name), resolve(betrayed.library, order("briefing", "all", day)).pack
    to_it = [
        to
        for to in ("KP", "all", "asia-pacific")
        if not misfit(file, recipient(delegations, to), delegations, pack, day)
    ]
    assert to_it or file.format.within
    for to in to_it:
        kinds = KINDS if to == "KP" else ("txt", "html")
        assert seen(produce(betrayed.library, order(name, to, day), kinds, tmp_path / to).files) == set()


def test_what_a_reader_may_see_does_arrive(secret: ShelfCopy, day: date, tmp_path: Path) -> None:
    """Without this, the others would prove nothing: each word is found where it may be."""
    memo(secret, EVERYTHING)
    for to in ("CH", "JP", "eu", "BR", "KP", "all"):
        allowed = words(*READERS[to]) - {word(level, place) for level in READERS[to] for place in NEVER_PRINTED}
        for kind in ("txt", "html", "docx", "pdf") if to in ("CH", "JP") else ("txt",):
            paths = produce(secret.library, order("memo", to, day), [kind], tmp_path / to).files
            assert seen(paths) == allowed, (to, kind)


def test_the_title_in_the_metadata_is_narrowed_too(secret: ShelfCopy, day: date) -> None:
    memo(secret, EVERYTHING)
    titles = {to: compose(resolve(secret.library, order("memo", to, day))).document.title for to in READERS}
    assert found_in([titles["JP"]]) == {word("partners", "excerpt")}
    assert found_in([titles["CH"]]) == {word("restricted", "excerpt")}
    assert {to for to, title in titles.items() if found_in([title])} == {"JP", "FR", "CH", "LV", "eu"}


def test_a_format_of_the_public_says_nothing_more_to_anyone(secret: ShelfCopy, day: date) -> None:
    memo(secret, EVERYTHING)
    for to, levels in READERS.items():
        request = resolve(secret.library, order("memo", to, day))
        for sees, allowed in (("public", set()), ("partners", {"partners"} & set(levels))):
            described = request.format.format.model_copy(update={"sees": sees})
            narrowed = replace(request, format=replace(request.format, format=described))
            assert found_in([repr(compose(narrowed))]) <= words(*allowed)


def test_what_a_message_encloses_is_narrowed_for_its_reader(secret: ShelfCopy, day: date, tmp_path: Path) -> None:
    extras = Extras(encloses=("briefing", "letter"))
    found = {
        to: seen(produce(secret.library, order("cover-email", to, day), ["eml"], tmp_path, extras).files)
        for to in ("BR", "JP", "CH", "KP")
    }
    assert (found["BR"], found["KP"]) == (set(), set())
    assert found["JP"]
    assert found["JP"] <= words("partners")
    assert found["CH"] & words("restricted")


# --- templates that try --------------------------------------------------------------------------------------


@pytest.mark.parametrize("attempt", HOSTILE)
@pytest.mark.parametrize("to", ["BR", "KP"])
def test_no_template_reaches_what_is_withheld(attempt: str, to: str, secret: ShelfCopy, day: date) -> None:
    memo(secret, f"# A title\n\n{attempt}\n")
    request = resolve(secret.library, order("memo", to, day))
    assert found_in([_outcome(request)]) == set()


def _outcome(request: Request) -> str:
    """What comes of a request: its document with all that is told of it, or the problem."""
    try:
        return repr(compose(request))
    except BriefgenError as error:
        return str(error)


@pytest.mark.parametrize("owner", ["BR", "KP", "all"])
def test_no_overlay_reaches_what_is_withheld(owner: str, secret: ShelfCopy, day: date, tmp_path: Path) -> None:
    path = tmp_path / owner / "letter.md"
    path.parent.mkdir()
    body = EVERYTHING.partition(":::\n\n")[2]
    path.write_text(
        f"---\nchanges: letter\nfor: {owner}\n---\n{{% block opening %}}\n{body}{{% endblock %}}\n", encoding="utf-8"
    )
    base = resolve(secret.library, order("letter", "BR", day))
    base = replace(base, format=replace(base.format, overlays={owner: read_overlay(path)}))
    for to, levels in {"BR": (), "KP": (), "CH": ("partners", "restricted")}.items():
        said = compose(replace(base, recipient=Recipient(to)))
        assert found_in([repr(said)]) <= words(*levels)
    assert "An annex for all" in repr(compose(replace(base, recipient=Recipient(owner if owner != "all" else "BR"))))


def test_nothing_that_a_template_may_name_holds_what_is_withheld(
    secret: ShelfCopy, betrayed: ShelfCopy, day: date
) -> None:
    memo(secret, EVERYTHING)
    names = {name.partition(".")[0] for name in load_names(secret.library)}
    for to, levels in READERS.items():
        context = context_of(resolve(secret.library, order("memo", to, day)))
        assert names - {"state"} <= set(context)
        assert found_in([repr(context)]) <= words(*levels), to
        assert bool(found_in([repr(context)])) == bool(levels), to
    assert found_in([repr(context_of(resolve(betrayed.library, order("briefing", "KP", day))))]) == set()


def test_no_word_template_of_ones_own_reaches_what_is_withheld(secret: ShelfCopy, day: date, tmp_path: Path) -> None:
    memo(secret, EVERYTHING)
    own = Extras(template=template(tmp_path / "own.docx", *WORD, "{{p body }}"))
    for to in ("BR", "KP", "JP", "CH", "all"):
        paths = produce(secret.library, order("memo", to, day), ["docx"], tmp_path / to, own).files
        allowed = words(*READERS[to]) - {word(level, place) for level in READERS[to] for place in NEVER_PRINTED}
        assert seen(paths) == allowed, to


# --- many letters at once ------------------------------------------------------------------------------------


def test_letters_of_a_batch_that_are_made_from_one_another_keep_to_their_readers(
    secret: ShelfCopy, tmp_path: Path
) -> None:
    to = ("CH", "BR", "JP", "KP", "FR", "NR", "LV")
    outcome = ran(secret.library, tmp_path, to=to, kinds=("txt", "docx", "pdf"))
    assert outcome.problems == ()
    for state in to:
        found = seen(tuple(tmp_path.glob(f"letter_{state}_en.*")))
        assert found <= words(*READERS.get(state, ())), state
        assert bool(found) == bool(READERS.get(state)), state


def test_a_request_that_was_narrowed_for_one_reader_shows_another_no_more(secret: ShelfCopy, day: date) -> None:
    base: Request = resolve(secret.library, order("briefing", "CH", day))
    first = found_in([repr(compose(base).document)])
    assert first & words("restricted")
    for to in ("KP", "BR", "JP", "CH", "KP"):
        said = found_in([repr(compose(replace(base, recipient=Recipient(to))).document)])
        assert said <= words(*READERS[to])
    assert found_in([repr(compose(base).document)]) == first


def test_a_format_that_is_read_from_anywhere_is_held_to_its_reader(
    secret: ShelfCopy, day: date, tmp_path: Path
) -> None:
    path = tmp_path / "memo.md"
    path.write_text(FRONT_MATTER + EVERYTHING, encoding="utf-8")
    request = replace(resolve(secret.library, order("briefing", "KP", day)), format=read_format(path))
    assert found_in([repr(compose(request))]) == set()
