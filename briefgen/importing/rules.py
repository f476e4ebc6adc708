"""What the importer knows of a language, as `languages/<lang>.yaml` states it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from briefgen.errors import BriefgenError
from briefgen.importing.figure_rules import FigureRules
from briefgen.importing.patterns import NEVER, Pattern, Section
from briefgen.reading.validation import read_model

_FOLDER = Path(__file__).parent / "languages"


class SentenceRules(Section):
    """Where a full stop ends no sentence."""

    abbreviations: tuple[str, ...] = ()


class SpeakerRules(Section):
    """How a text names who speaks. In patterns of attribution § stands for the quotation, `who` is the speaker."""

    says: Pattern
    pronouns: Pattern = NEVER
    neuter: Pattern = NEVER
    """Those of them that mean a body and no person."""
    plural: Pattern = NEVER
    """Those of them that mean no single person."""
    collectives: Pattern = NEVER
    """The full `name` of people who speak together, whom the text then calls by its `head` alone: “UN experts”."""
    anonymous: Pattern = NEVER
    """What begins the description of a witness who is not named."""
    officials: Pattern = NEVER
    """Who speaks for an office: without a name, yet no witness."""
    former: Pattern = NEVER
    """What says that someone no longer holds the office."""
    shares: Pattern = NEVER
    """What makes of “one child” a share of all children: “in three”."""
    one_of: Pattern = NEVER
    """What leads from several people to the description of one: “One of them, a clerk”."""
    source: Pattern = NEVER
    """Who is named at the end of a sentence as the source of it; a pronoun in the next one means them."""
    view: Pattern = NEVER
    """Whose view a sentence begins with: “For Ruth Adler, …”."""
    several_say: Pattern = NEVER
    """A quotation whose verb says, without a subject, that several people spoke."""
    group: Pattern = NEVER
    name: Pattern = ""
    """What a personal name looks like; empty: words with capitals, joined by `particles`."""
    surname_form: Pattern = NEVER
    """A surname with a post, where names are written without spaces."""
    posted: Pattern = "(?!)()()"
    """A full name before or behind its post, each a group, by the surname `<name>` and the `<post>`."""
    first_name: Pattern = NEVER
    """A witness of whom only a first name is given, as `name`, with what follows it."""
    definite: Pattern = NEVER
    """What begins a role that someone has been named by."""
    holds: Pattern = NEVER
    """What leads from a name to the post that the person holds."""
    peers: Pattern = NEVER
    """Posts of which one may be called by the other: a rapporteur is an expert."""
    witnesses: tuple[Pattern, ...] = ()
    """Further descriptions of a witness, the `text` of a whole phrase."""
    bodies: Pattern = NEVER
    """The common nouns with which organisations are called."""
    kinds: Pattern = NEVER
    """Those of them after which the name follows."""
    surnames: Pattern = NEVER
    persons: Pattern = NEVER
    """The common nouns by which a witness is described."""
    withheld: Pattern = NEVER
    """What follows the description of a witness who asked not to be named."""
    called: Pattern = NEVER
    """What gives a witness a name that is not theirs, as `name`: “whom we call Rashida”."""
    when: Pattern = NEVER
    """When and where something is said, between the verb and the speaker."""
    titles: Pattern = NEVER
    suffixes: Pattern = NEVER
    """What stands behind a name and is none of it."""
    cases: Pattern = NEVER
    """What introduces a witness, as `who`, who does not act: “the case of a mother from Dol”."""
    particles: Pattern = NEVER
    posts: Pattern = NEVER
    organisations: Pattern = NEVER
    part_of: Pattern = NEVER
    strong_part_of: Pattern = NEVER
    articles: Pattern = NEVER
    relative: Pattern = NEVER
    unnamed: Pattern = NEVER
    openers: Pattern = NEVER
    """What begins a phrase before the speaker: “In a statement, …”."""
    medium: Pattern = NEVER
    """What someone says something in, where it stands before them without a comma: “In a letter to us the mayor …”."""
    joints: Pattern = NEVER
    """What joins a second clause whose subject is that of the first: “, *but* says §”."""
    tail: Pattern = NEVER
    """Where the words about the speaker end and others begin."""
    said_when: Pattern = NEVER
    appraised: Pattern = NEVER
    """What someone gives a work a name of their own by: “called the study §”."""
    works: Pattern = NEVER
    """What has a title rather than something to say."""
    norms: Pattern = NEVER
    """What states a rule rather than an opinion."""
    after: tuple[Pattern, ...] = ()
    before: tuple[Pattern, ...] = ()
    clause: Pattern = NEVER
    """What leads from a verb of saying into a clause that is quoted, however short: “wrote that it §”."""
    that: Pattern = NEVER
    """What a clause that is quoted begins with."""
    charges: Pattern = NEVER
    """What leads to the name of an offence: “charged with §”."""
    reported: Pattern = NEVER
    """What follows a quotation within a sentence of speech."""
    bare: Pattern = NEVER
    """A verb of saying whose subject is not named beside the quotation."""
    inside: tuple[Pattern, ...] = ()
    """Words within the quotation marks that name the speaker."""
    reports: Pattern = r"^(?P<who>.+?),? (?:\w+(?:ly|ment|mente) |also |later |then |has |had |have )?(?:{says})\b"
    """A sentence of indirect speech."""
    predicate: Pattern = NEVER
    """What a subject ends before, where the sentence is not about saying."""
    introduction: Pattern = NEVER
    no_name: Pattern = NEVER
    """What stands where a name could, and is none: what a rapporteur reports on."""
    apposed: Pattern = NEVER
    """What leads to the name of someone of whom it says what they are: 시인이자 번역가인 …."""
    wholes: tuple[Pattern, ...] = ()
    """Forms of name, post and organisation that a language writes without commas."""


class RecommendationRules(Section):
    """How a text asks for something, and what only looks like it. `who` is the addressee."""

    patterns: tuple[Pattern, ...]
    modals: Pattern = NEVER
    imperatives: Pattern = NEVER
    verbs: Pattern = NEVER
    """What someone may be asked to do, as the verb stands behind them: “that parliament *prohibit* …”."""
    commands: Pattern = NEVER
    """What begins a sentence of a quotation that asks as a command."""
    item_verbs: Pattern = NEVER
    """How an item of a list begins that asks; as a sentence or a heading it need not."""
    numbering: Pattern = NEVER
    """What numbers an item in words, or letters it."""
    item_subject: Pattern = NEVER
    """Whom an item addresses that goes on after “recommends that:”."""
    heading_asks: Pattern = NEVER
    lead_open: Pattern = NEVER
    """A lead-in whose items name whom they address: “recommends that:”, “we call on:”."""
    heading: Pattern = NEVER
    to_heading: Pattern = NEVER
    lead_ins: tuple[Pattern, ...] = ()
    conditions: Pattern = NEVER
    norms: Pattern = NEVER
    """What a law or a rule prescribes."""
    false: Pattern = NEVER
    infinitive: Pattern = NEVER
    """How what is to be done begins where a letter can go on with it: “… your Government to” or its like."""
    act_openers: Pattern = NEVER
    """Words before the verb that belong to the text around."""
    second_subject: Pattern = NEVER
    """Where someone else comes in who should act, too."""
    relative: Pattern = NEVER
    """What begins a clause about the words before it."""
    topic: Pattern = NEVER
    """What a sentence begins with that names, as `who`, whom a pronoun behind it means: “As for the bank, it …”."""
    clause_break: Pattern = NEVER
    """What stands between a clause that tells something and the one that asks."""
    goes_on: Pattern = NEVER
    """What ends words that tell something of the one who should then act: “Parliament has a draft *and* should”."""
    clause_joint: Pattern = NEVER
    """What joins the clause about someone else to the one before."""
    false_who: Pattern = NEVER
    passive: Pattern = NEVER
    passive_by: Pattern = NEVER
    impersonal: Pattern = NEVER
    pronouns: Pattern = NEVER
    clitics: Pattern = NEVER
    """Pronouns for whom a verb of asking has as its object: “We urge *them* to”."""
    subject: Pattern = NEVER
    """The subject of a sentence, which a pronoun in the next one may mean."""
    sufferers: Pattern = NEVER
    """Whose lot is told and who are not addressed: a pronoun for them makes no recommendation."""
    who_openers: Pattern = NEVER
    who_relative: Pattern = NEVER
    who_end: Pattern = NEVER
    said_end: Pattern = NEVER
    said_start: Pattern = NEVER


class FindingRules(Section):
    """Which sentences are no findings."""

    skip: Pattern = NEVER
    context: Pattern = NEVER
    about: Pattern = NEVER
    """What the last passages say of the publisher: who it is and since when."""
    closing: Pattern = NEVER
    """What heads the notes below a release: who the publisher is, and remarks for editors."""
    contact: Pattern = NEVER
    """What introduces a telephone number."""
    dateline: Pattern = NEVER


class Rules(BaseModel):
    """The rules of one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sentences: SentenceRules
    speakers: SpeakerRules
    figures: FigureRules
    recommendations: RecommendationRules
    findings: FindingRules


@lru_cache(maxsize=16)
def rules_of(language: str) -> Rules:
    """The rules of a language by its code; raises a BriefgenError where there are none."""
    path = _FOLDER / f"{language}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in _FOLDER.glob("*.yaml")))
        raise BriefgenError.one(f"releases in `{language}` cannot be read yet", None, f"there are rules for: {known}")
    return read_model(path, Rules)[0]
