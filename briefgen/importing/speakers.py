"""Who speaks: a name with post and organisation, an organisation, or a witness of whom only a description is given."""

from __future__ import annotations

import re

from briefgen.importing.names import CAPITAL, Speaker, full_name, is_group, name_pattern, untitled, without_article
from briefgen.importing.rules import Rules, SpeakerRules
from briefgen.importing.witnesses import called_witness, described_witness, related_witness


def speaker_of(phrase: str, rules: Rules) -> Speaker:
    """Read the words that name a speaker: “Lina Yoon, senior researcher at …”, “the Monitor”, “a nurse from …”."""
    words = rules.speakers
    if witness := called_witness(phrase, words):
        return witness
    phrase = trimmed(phrase, words)
    if re.fullmatch(words.pronouns, phrase, re.IGNORECASE) or re.search(rf"(?:^|, ?|\s)(?:{words.pronouns})$", phrase):
        return Speaker(phrase, "pronoun")
    if related := related_witness(phrase, words):
        return related
    apposed = _whole(phrase[cut.end() :], words) if (cut := re.match(words.apposed, phrase)) else None
    if apposed and apposed.kind == "person":
        return apposed
    return _whole(phrase, words) or described_witness(phrase, words) or _named(phrase, words)


def _whole(phrase: str, words: SpeakerRules) -> Speaker | None:
    """A name with post and organisation where a language writes them without commas."""
    for pattern in words.wholes:
        if found := words.regex(pattern).search(phrase):
            given = {key: (value or "").strip() for key, value in found.groupdict().items()}
            name, group = given.get("name", ""), given.get("organisation", "")
            if re.fullmatch(words.no_name, name):
                continue
            if name:
                return Speaker(name, "person", given.get("post", ""), group)
            return Speaker(group, "organisation", given.get("post", ""))
    return None


def trimmed(phrase: str, words: SpeakerRules) -> str:
    """The words that name a speaker, without those before and behind them that say when, where and in what."""
    phrase = re.sub(rf"^(?:(?:{words.openers})\b[^,]*, )+", "", phrase)
    phrase = words.regex(words.medium).sub("", phrase)
    if words.wholes:
        phrase = re.sub(rf"^(?:{words.openers}) ", "", phrase)
    tail = re.search(words.tail, phrase)
    if tail and not _belongs(phrase[: tail.start()], tail[0]):
        phrase = phrase[: tail.start()]
    return phrase.strip(" ,;:–—-.§¶")


def _belongs(word: str, end: str) -> bool:
    """Whether what looks like a Korean particle is part of the word: 이, 은 follow a consonant, 가, 는 a vowel."""
    if end not in ("이", "은", "가", "는") or not re.search(r"[가-힣]$", word):
        return False
    vowel = (ord(word[-1]) - ord("가")) % 28 == 0
    return (end in ("이", "은")) == vowel


def _body(phrase: str, words: SpeakerRules) -> Speaker | None:
    """An organisation that its kind names: “the ministry”, « l’ONG Main Ouverte »."""
    head = without_article(_head(phrase), words)
    proper = re.fullmatch(rf"(?P<kind>(?i:{words.kinds})) (?:[a-zà-ÿ]+ )?(?P<name>{CAPITAL}.*)", head)
    apposed = re.match(
        rf"(?i:{words.kinds})(?: [a-zà-ÿ]+)?, (?P<name>{CAPITAL}(?: {CAPITAL})*)$", without_article(phrase, words)
    )
    if apposed:
        return Speaker(apposed["name"], "organisation")
    if proper and not proper["kind"].istitle():
        return Speaker(proper["name"], "organisation")
    body = re.match(rf"(?:(?-i:[A-Z][a-zà-ÿ-]+) ){{0,2}}(?:{words.bodies})\b(?![’'])", head, re.IGNORECASE)
    body = body or re.search(rf"^\w[^,]*[’']s (?:{words.bodies})$", without_article(phrase, words))
    if body is None and not re.search(rf"\b(?:{words.posts})\b", head) and not full_name(phrase, words):
        body = re.search(rf"^[a-z].*\b(?:{words.bodies})$", head)
    if body is None:
        return None
    named = full_name(head, words)
    if named and named.start():
        return None
    return Speaker(_acting(_head(phrase), words), "organisation")


def _named(phrase: str, words: SpeakerRules) -> Speaker:
    if re.fullmatch(words.group, phrase, re.IGNORECASE):
        return Speaker(phrase, "organisation")
    if body := _body(phrase, words):
        return body
    titled = untitled(phrase, words)
    titled = re.sub(rf"^(?:{CAPITAL} ?){{1,5}}[’']s (?={CAPITAL} {CAPITAL}(?:,|$))", "", titled)
    office = _office(titled, words)
    if office and office["name"][0].isupper():
        return Speaker(office["name"], "person", office["post"])
    found = full_name(titled, words)
    if found is None and is_group(_head(titled), words):
        return Speaker(_acting(_head(titled), words), "organisation")
    if found is None:
        return _short(titled, words)
    name, before, after = found[0], titled[: found.start()].strip(" ,"), titled[found.end() :].strip(" ,)")
    posts = list(re.finditer(rf"\b(?:{words.posts})\b\.?", name, re.IGNORECASE))
    if posts and posts[-1].end() < len(name) and name[posts[-1].end() :].strip()[:1].isupper():
        before, name = f"{before} {name[: posts[-1].end()]}".strip(), name[posts[-1].end() :].strip()
    name = untitled(name, words).rstrip(".")
    name = re.sub(rf"[’']s$|,? (?:{words.suffixes})$", "", name)
    return _with_post(name, _last_post(before, words), after.removeprefix("(").strip(), words)


def _acting(group: str, words: SpeakerRules) -> str:
    """The name of a body without what it does: “The Ministry of Defence rejected the criticism”."""
    cut = words.regex(rf"{words.predicate}| (?:{words.says})\b").search(group)
    return group[: cut.start()] if cut else group


def _last_post(before: str, words: SpeakerRules) -> str:
    """The post right before a name, without the clause before it: “…, the Rapporteur on water, Ana Lima”."""
    clauses = before.split(", ")
    begins = rf"(?i)(?:(?:{words.articles})(?: |(?<=[’'])))?(?:[\w’'-]+ )?(?:{words.posts})\b"
    starts = [number for number, clause in enumerate(clauses) if re.match(begins, clause)]
    return ", ".join(clauses[starts[-1] :]) if starts else before


def _office(phrase: str, words: SpeakerRules) -> re.Match[str] | None:
    """A post at a body with the name right behind it: « l’ex-rapporteur de l’ONU Jean Dol »."""
    held = rf"(?:ex-?|vice-?|co-?)?(?:{words.posts}) (?:{words.part_of}) ?"
    article = rf"(?:(?:{words.articles})(?: |(?<=[’'])))?"
    short = rf"(?i:{article})(?P<post>(?i:{held}{article})[A-Z]{{2,}}) (?P<name>{CAPITAL}(?: {CAPITAL}){{1,3}})"
    return re.fullmatch(short, phrase) or re.fullmatch(
        rf"{article}(?P<post>{held}[^,]+?) (?P<name>{CAPITAL} {CAPITAL})", phrase, re.IGNORECASE
    )


def _head(phrase: str) -> str:
    return phrase.split(",", maxsplit=1)[0].strip()


def _short(phrase: str, words: SpeakerRules) -> Speaker:
    """A surname, an abbreviation, or words that name no one."""
    phrase = untitled(phrase, words)
    last = re.sub(rf"^(?:{words.openers}) ", "", phrase.rsplit(", ", 1)[-1])
    for words_ in (_head(phrase), last):
        bare = without_article(words_, words)
        if re.fullmatch(r"[A-Z][A-Z&-]+", bare):
            return Speaker(words_, "organisation")
        surname = re.fullmatch(rf"(?:(?:{words.particles}) )*(?:d[’'])?{CAPITAL}", words_)
        if len(words_) > 1 and bare == words_ and (surname or re.fullmatch(name_pattern(words), words_)):
            return Speaker(words_.rstrip("."), "person")
        posted = re.fullmatch(rf"(?:.*\b(?:{words.posts})) ({CAPITAL})", words_, re.IGNORECASE)
        if posted and posted[1][0].isupper():
            return Speaker(posted[1], "person")
    if re.search(rf"\b(?:{words.officials})\b", phrase, re.IGNORECASE):
        return Speaker(_head(phrase), "official")
    if is_group(last, words) and (words.wholes or last[:1].isupper() or last != without_article(last, words)):
        return Speaker(last, "organisation")
    return _proper(phrase, words) or Speaker(_head(phrase), "unknown")


def _proper(phrase: str, words: SpeakerRules) -> Speaker | None:
    """An organisation that is known as one by nothing but its article and its capitals: “the Directorate for Ports”."""
    bare = without_article(_head(phrase), words)
    role = rf"\b(?:{words.posts}|{words.persons})\b"
    if bare == _head(phrase) or re.search(role, bare) or re.search(rf"(?i)^{role}|{role}$", bare):
        return None
    joined = rf"(?: (?:(?:{words.part_of}|and|{words.articles}) ?(?:[a-zà-ÿ’'-]+ ){{0,4}})?{CAPITAL})"
    return Speaker(bare, "organisation") if re.fullmatch(rf"{CAPITAL}{joined}*(?<=\w{{3}})", bare) else None


def _with_post(name: str, before: str, after: str, words: SpeakerRules) -> Speaker:
    post = after or without_article(before, words)
    if relative := re.search(rf"(?:^|,? )(?:{words.relative})\b", post):
        post = post[: relative.start()]
    strong = list(re.finditer(rf"\b(?:{words.strong_part_of}) ((?:{words.articles})(?: |(?<=[’'])))?(?=[A-Z])", post))
    weak = list(re.finditer(rf"\b(?:{words.part_of}) ?((?:{words.articles})(?: |(?<=[’'])))?(?=[A-Z])", post))
    group = ""
    if cut := (strong or weak)[-1:] or None:
        group, post = post[cut[0].end() :].strip(" ,"), post[: cut[0].start()].strip(" ,")
    elif re.match(rf"(?:{words.part_of}) ", after):
        group, post = "", before
    elif owner := re.match(rf"((?:{CAPITAL} ?)+)[’']s (.+)$", post):
        group, post = owner[1], owner[2]
    elif is_group(post, words) and not re.search(rf"\b(?:{words.posts})\b", post, re.IGNORECASE):
        group, post = post, ""
    post = re.sub(r"^of |^at |^\d{1,2}(?:, |$)", "", post) or without_article(before, words)
    return Speaker(name, "person", post, group.split(",")[0])
