"""The states, their names and their seats, held against the United Nations' own names, sums and rules.

The oracle for English is the table of the UN OCHA taxonomy that `hdx-python-country` carries; it is read as a file,
never through the package, which might fetch a newer one.
"""

import csv
import importlib.util
import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from babel import Locale

ROOT = Path(__file__).parents[2]
FORMS = ["iso2", "name", "short", "formal", "of", "in", "to", "by", "sort"]
LANGUAGES = ["en", "ko"]
UN_LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}

# English names that differ from the oracle's, each with its reason. None does: the only difference kept is the
# typographic apostrophe (Côte d’Ivoire, the Lao People’s …), which `typographic` below applies to all alike.
# The oracle writes "Gambia" and "Bahamas" where the UN's web list adds "(Republic of The)" and "(The)": the oracle
# follows UNTERM, and the article stands in the running forms. "Naoero" (NR) is right: Nauru took that name on
# 26 June 2026.
NAMES_THAT_DIFFER: dict[str, str] = {}
FORMAL_NAMES_THAT_DIFFER: dict[str, str] = {}

# Where `short` is shorter than the UN short name in running order.
SHORTENED = {
    "GB": "the United Kingdom",  # nobody writes the full name twice in a letter
    "KP": "the DPRK",  # the abbreviation of UN documents
    "US": "the United States",
}

# Korean names that differ from CLDR's (spaces aside), each with its reason.
KOREAN_NAMES_THAT_DIFFER = {
    "AU": "호주",  # the ministry's name; 오스트레일리아 is the dictionary's
    "CD": "콩고민주공화국",  # CLDR tells the two Congos apart by their capitals
    "CG": "콩고공화국",
    "DM": "도미니카연방",  # never to be taken for 도미니카공화국
    "ER": "에리트레아",  # the Institute's spelling; CLDR has 에리트리아
    "KP": "조선민주주의인민공화국",  # the state's own name; 북한 stands in `short`
    "NR": "나오에로",  # Naoero since 26 June 2026; CLDR has the former name
    "PS": "팔레스타인",  # CLDR names the territory, 팔레스타인 지구
    "VA": "교황청",  # the observer is the Holy See, not the Vatican City State
    "ZA": "남아프리카공화국",  # CLDR drops 공화국, which then means the region
}

# What a word of the English formal name must become in the Korean one.
FORMAL_WORDS = {
    r"\bRepublic\b": "공화국",
    r"\bKingdom\b": "왕국",
    r"\bPrincipality\b": "공국",
    r"\bGrand Duchy\b": "대공국",
    r"\bSultanate\b": "술탄국",
    r"\bFedera|Confedera": "연방",
    r"\bIslamic\b": "이슬람",
    r"\bPeople’s\b": "인민",
    r"\bDemocratic\b": "민주",
    r"\bSocialist\b": "사회주의",
    r"\bArab\b": "아랍",
    r"\bUnion of\b": "연방",
    r"\bState of\b": "국",
}
FORMAL_WORDS_DIFFER = {"KR": "공화국"}  # the Republic of Korea is 대한민국 in its own language


def table(path):
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    assert len(body) < len(lines), f"{path} does not say its sources"
    rows = list(csv.DictReader(body))
    assert all(None not in row and None not in row.values() for row in rows), f"{path}: a row of another width"
    return rows


def by_code(rows):
    keyed = {row["iso2"]: row for row in rows}
    assert len(keyed) == len(rows), "a code stands twice"
    return keyed


def states(language):
    return by_code(table(f"locales/{language}/states.csv"))


def delegations():
    return by_code(table("briefgen/data/delegations.csv"))


def groups():
    data = yaml.safe_load((ROOT / "briefgen/data/memberships.yaml").read_text(encoding="utf-8"))
    return {group["id"]: group for group in data["groups"]}


def on(group, day):
    held = [
        seat["state"]
        for seat in groups()[group]["members"]
        if seat["from"] <= day and ("to" not in seat or day <= seat["to"])
    ]
    assert len(held) == len(set(held)), f"a state holds two seats of {group} on {day}"
    return set(held)


def regions(codes):
    known = delegations()
    return Counter(known[code]["regional_group"] for code in codes)


def typographic(text):
    return text.replace("'", "’")


def oracle():
    folder = Path(importlib.util.find_spec("hdx.location").submodule_search_locations[0])
    (file,) = folder.glob("*Taxonomy*.csv")
    with file.open(encoding="utf-8-sig", newline="") as handle:
        rows = {row["ISO 3166-1 Alpha 2-Codes"]: row for row in csv.DictReader(handle)}
    # Every state that the UN's terminology lists, but the Cook Islands and Niue, which have no mission.
    return {
        code: row for code, row in rows.items() if row["Appears in UNTERM list"] == "Y" and code not in {"CK", "NU"}
    }


# The delegations


def test_193_members_and_two_observers():
    rows = delegations()
    assert Counter(row["status"] for row in rows.values()) == {"member": 193, "observer": 2}
    assert {code for code, row in rows.items() if row["status"] == "observer"} == {"PS", "VA"}


def test_members_are_those_that_the_general_assembly_lists():
    listed = {code for code, row in oracle().items() if row["Appears in DGACM list"] == "Y"}
    assert {code for code, row in delegations().items() if row["status"] == "member"} == listed


def test_codes_are_those_of_iso():
    rows = delegations()
    assert {code: row["iso3"] for code, row in rows.items()} == {
        code: row["ISO 3166-1 Alpha 3-Codes"] for code, row in oracle().items()
    }
    assert len({row["iso3"] for row in rows.values()}) == 195


def test_regional_groups_have_their_sums():
    assert regions(delegations()) == {
        "african": 54,
        "asia-pacific": 54,
        "eastern-european": 23,
        "grulac": 33,
        "weog": 29,
        "": 2,
    }


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("CY", "asia-pacific"),
        ("GE", "eastern-european"),
        ("IL", "weog"),
        ("KI", "asia-pacific"),
        ("KZ", "asia-pacific"),
        ("MX", "grulac"),
        ("PS", ""),
        ("RU", "eastern-european"),
        ("TR", "weog"),
        ("US", "weog"),
        ("VA", ""),
    ],
)
def test_states_whose_group_is_not_their_continent(code, group):
    assert delegations()[code]["regional_group"] == group


def test_african_group_is_the_continent():
    africa = {code for code, row in oracle().items() if row["Region Name"] == "Africa"}
    assert {code for code, row in delegations().items() if row["regional_group"] == "african"} == africa


def test_languages_are_those_of_the_united_nations():
    rows = delegations()
    assert {row["un_language"] for row in rows.values()} == {*UN_LANGUAGES, ""}
    chosen = {code: rows[code]["un_language"] for code in ("CN", "EG", "FR", "GB", "JP", "KP", "KR", "MX", "RU")}
    assert chosen == {
        "CN": "zh",
        "EG": "ar",
        "FR": "fr",
        "GB": "en",
        "JP": "",
        "KP": "",
        "KR": "",
        "MX": "es",
        "RU": "ru",
    }


def test_no_language_of_correspondence_is_claimed():
    assert {(row["correspondence_language"], row["checked_on"]) for row in delegations().values()} == {("", "")}


# The groups


def test_groups_and_the_days_to_which_they_are_known():
    assert {name: group.get("known_to") for name, group in groups().items()} == {
        "security-council": date(2027, 12, 31),
        "permanent-five": None,
        "human-rights-council": date(2026, 12, 31),
        "eu": None,
    }


def test_members_of_groups_are_member_states():
    rows = delegations()
    for name, group in groups().items():
        for seat in group["members"]:
            assert rows[seat["state"]]["status"] == "member", (name, seat)
            assert set(seat) <= {"state", "from", "to"}, (name, seat)
            assert seat["from"] < seat.get("to", date.max), (name, seat)


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 11, 23), date(2026, 12, 31)])
def test_councils_of_2026(day):
    assert len(on("security-council", day)) == 15
    assert len(on("human-rights-council", day)) == 47
    assert len(on("eu", day)) == 27


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 1, 15), date(2027, 12, 31)])
def test_security_council_of_2027_is_full_and_the_human_rights_council_is_not(day):
    assert len(on("security-council", day)) == 15
    assert day > groups()["human-rights-council"]["known_to"]
    assert len(on("human-rights-council", day)) == 32


def test_nothing_is_full_after_the_last_known_day():
    day = groups()["security-council"]["known_to"] + timedelta(days=1)
    assert len(on("security-council", day)) == 10
    assert len(on("human-rights-council", day)) == 14


def test_new_year_changes_half_of_the_elected_members():
    before, after = on("security-council", date(2026, 12, 31)), on("security-council", date(2027, 1, 1))
    assert before - after == {"DK", "GR", "PA", "PK", "SO"}
    assert after - before == {"AT", "KG", "PT", "TT", "ZW"}


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 1, 15)])
def test_elected_seats_of_the_security_council_by_region(day):
    elected = on("security-council", day) - on("permanent-five", day)
    assert on("permanent-five", day) == {"CN", "FR", "GB", "RU", "US"}
    assert regions(elected) == {"african": 3, "asia-pacific": 2, "grulac": 2, "weog": 2, "eastern-european": 1}


def test_seats_of_the_human_rights_council_by_region():
    assert regions(on("human-rights-council", date(2026, 11, 23))) == {
        "african": 13,
        "asia-pacific": 13,
        "grulac": 8,
        "weog": 7,
        "eastern-european": 6,
    }


# The elected by the last year of their term, named as the reports of the elections name them.
ELECTED = {
    ("security-council", 2026): "Denmark, Greece, Pakistan, Panama, Somalia",
    ("security-council", 2027): "Bahrain, Colombia, Democratic Republic of the Congo, Latvia, Liberia",
    ("security-council", 2028): "Austria, Kyrgyzstan, Portugal, Trinidad and Tobago, Zimbabwe",
    ("human-rights-council", 2026): (
        "Albania, Brazil, Bulgaria, Burundi, China, Côte d’Ivoire, Cuba, Dominican Republic, France, Ghana, Indonesia,"
        " Japan, Kuwait, Malawi, Netherlands (Kingdom of the)"
    ),
    ("human-rights-council", 2027): (
        "Benin, Bolivia (Plurinational State of), Colombia, Cyprus, Czechia, Democratic Republic of the Congo,"
        " Ethiopia, Gambia, Iceland, Kenya, Marshall Islands, Mexico, North Macedonia, Qatar, Republic of Korea, Spain,"
        " Switzerland, Thailand"
    ),
    ("human-rights-council", 2028): (
        "Angola, Chile, Ecuador, Egypt, Estonia, India, Iraq, Italy, Mauritius, Pakistan, Slovenia, South Africa,"
        " United Kingdom of Great Britain and Northern Ireland, Viet Nam"
    ),
}


@pytest.mark.parametrize(("group", "year"), ELECTED)
def test_elected_members_by_name(group, year):
    names = states("en")
    held = [names[seat["state"]]["name"] for seat in groups()[group]["members"] if seat.get("to") == date(year, 12, 31)]
    assert sorted(held) == sorted(ELECTED[group, year].split(", "))


def test_members_of_the_european_union_by_name():
    names = states("en")
    assert sorted(names[code]["name"] for code in on("eu", date(2026, 11, 23))) == [
        *("Austria", "Belgium", "Bulgaria", "Croatia", "Cyprus", "Czechia", "Denmark", "Estonia", "Finland"),
        *("France", "Germany", "Greece", "Hungary", "Ireland", "Italy", "Latvia", "Lithuania", "Luxembourg"),
        *("Malta", "Netherlands (Kingdom of the)", "Poland", "Portugal", "Romania", "Slovakia", "Slovenia"),
        *("Spain", "Sweden"),
    ]


@pytest.mark.parametrize(("group", "years"), [("security-council", 2), ("human-rights-council", 3)])
def test_terms_have_their_length(group, years):
    for seat in groups()[group]["members"]:
        if "to" in seat:
            assert (seat["from"].month, seat["from"].day) == (1, 1), seat
            assert seat["to"] == date(seat["from"].year + years - 1, 12, 31), seat


@pytest.mark.parametrize(
    ("day", "size"),
    [
        (date(1957, 12, 31), 0),
        (date(1972, 12, 31), 6),
        (date(1980, 12, 31), 8),
        (date(1985, 12, 31), 9),
        (date(1994, 12, 31), 11),
        (date(2004, 4, 30), 14),
        (date(2006, 12, 31), 24),
        (date(2013, 6, 30), 26),
        (date(2013, 7, 1), 27),
    ],
)
def test_european_union_grew_by_accessions(day, size):
    # One less than the Union had at the time from 1973 on: the United Kingdom is not listed.
    assert len(on("eu", day)) == size


# The names, in both languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_state_has_every_form(language):
    rows = table(f"locales/{language}/states.csv")
    assert [row["iso2"] for row in rows] == sorted(delegations())
    for row in rows:
        assert list(row) == FORMS
        for form, value in row.items():
            assert value, (row["iso2"], form)
            assert value == " ".join(value.split()), (row["iso2"], form, "stray space")
            assert value == unicodedata.normalize("NFC", value), (row["iso2"], form, "not composed")
            assert "'" not in value, (row["iso2"], form, "typewriter apostrophe")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["name", "short", "formal", "of", "sort"])
def test_no_two_states_share_a_name(language, form):
    shared = [name for name, count in Counter(row[form] for row in states(language).values()).items() if count > 1]
    assert not shared


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_state_bears_the_name_of_another(language):
    owner = {}
    for code, row in states(language).items():
        for form in ("name", "short", "formal"):
            assert owner.setdefault(row[form], code) == code, (code, owner[row[form]], row[form])


# English


def test_english_names_are_those_of_the_united_nations():
    ours = {code: row["name"] for code, row in states("en").items()}
    theirs = {code: typographic(row["English Short"]) for code, row in oracle().items()}
    assert {code: name for code, name in ours.items() if name != theirs[code]} == NAMES_THAT_DIFFER


def test_english_formal_names_are_those_of_the_united_nations():
    ours = {code: row["formal"] for code, row in states("en").items()}
    theirs = {code: typographic(row["English Formal"]) for code, row in oracle().items()}
    assert {code: name for code, name in ours.items() if name != theirs[code]} == FORMAL_NAMES_THAT_DIFFER


def running(row):
    """The UN short name in running order; the UN's formal name tells whether it takes an article."""
    name, formal = typographic(row["English Short"]), typographic(row["English Formal"])
    if in_brackets := re.fullmatch(r"(.+) \((.+)\)", name):
        return f"the {in_brackets[2]} {in_brackets[1]}"
    takes_article = formal == f"the {name}" or formal.endswith(f" of the {name}")
    return f"the {name}" if takes_article else name


def test_english_running_forms_carry_article_and_preposition():
    theirs = {code: running(row) for code, row in oracle().items()}
    for code, row in states("en").items():
        assert row["of"] == f"of {theirs[code]}"
        assert row["short"] == SHORTENED.get(code, theirs[code])
        assert (row["in"], row["to"], row["by"]) == tuple(f"{word} {row['short']}" for word in ("in", "to", "by"))


@pytest.mark.parametrize(
    ("code", "form", "text"),
    [
        ("BO", "name", "Bolivia (Plurinational State of)"),
        ("BO", "of", "of the Plurinational State of Bolivia"),
        ("CI", "formal", "the Republic of Côte d’Ivoire"),
        ("FR", "formal", "the French Republic"),
        ("GB", "of", "of the United Kingdom of Great Britain and Northern Ireland"),
        ("GB", "in", "in the United Kingdom"),
        ("KP", "by", "by the DPRK"),
        ("KP", "of", "of the Democratic People’s Republic of Korea"),
        ("MV", "in", "in Maldives"),
        ("NL", "name", "Netherlands (Kingdom of the)"),
        ("NL", "to", "to the Kingdom of the Netherlands"),
        ("PH", "short", "the Philippines"),
        ("SD", "of", "of the Sudan"),
        ("TR", "sort", "turkiye"),
        ("US", "short", "the United States"),
        ("VA", "of", "of the Holy See"),
    ],
)
def test_english_forms_by_example(code, form, text):
    assert states("en")[code][form] == text


def test_english_sort_keys_are_plain_and_follow_the_names():
    for code, row in states("en").items():
        assert re.fullmatch(r"[a-z]+( [a-z]+)*", row["sort"]), (code, row["sort"])
        letters = unicodedata.normalize("NFKD", row["name"]).casefold()
        assert row["sort"].replace(" ", "") == re.sub(r"[^a-z]", "", letters), code


# Korean


def ends_in_consonant(word):
    """Whether the last syllable has a final: Unicode lays syllables out as (initial, vowel, 28 finals)."""
    decomposed = unicodedata.normalize("NFD", word[-1])
    assert len(decomposed) in {2, 3}, f"{word} does not end in a Hangul syllable"
    assert (len(decomposed) == 3) == bool((ord(word[-1]) - 0xAC00) % 28)
    return len(decomposed) == 3


def test_korean_particles_follow_the_last_syllable():
    for code, row in states("ko").items():
        subject = "이" if ends_in_consonant(row["short"]) else "가"
        assert row["by"] == row["short"] + subject, code
        assert row["in"] == row["short"] + "에서", code
        assert row["to"] == row["short"] + "에", code


def test_korean_attributive_and_sort_key_are_the_name():
    for code, row in states("ko").items():
        assert row["of"] == row["sort"] == row["name"], code
        assert row["short"] == {"KP": "북한", "KR": "한국"}.get(code, row["name"]), code


def test_korean_names_are_hangul():
    for code, row in states("ko").items():
        assert re.fullmatch(r"[가-힣]+", row["name"]), code
        assert re.fullmatch(r"[가-힣]+( [가-힣]+)*", row["formal"]), code


def test_korean_names_are_the_usual_ones():
    usual = Locale("ko").territories
    differing = {code: row["name"] for code, row in states("ko").items() if row["name"] != usual[code].replace(" ", "")}
    assert set(differing) <= set(KOREAN_NAMES_THAT_DIFFER)
    assert {code: states("ko")[code]["name"] for code in KOREAN_NAMES_THAT_DIFFER} == KOREAN_NAMES_THAT_DIFFER


def test_korean_formal_names_say_what_the_english_say():
    korean, wrong = states("ko"), []
    for code, row in states("en").items():
        for pattern, word in FORMAL_WORDS.items():
            if re.search(pattern, row["formal"]) and word not in korean[code]["formal"]:
                wrong.append((code, word))
    assert wrong == list(FORMAL_WORDS_DIFFER.items())


@pytest.mark.parametrize(
    ("code", "form", "text"),
    [
        ("DE", "formal", "독일 연방공화국"),
        ("DO", "name", "도미니카공화국"),
        ("FR", "formal", "프랑스 공화국"),
        ("FR", "of", "프랑스"),
        ("GB", "name", "영국"),
        ("GB", "formal", "그레이트브리튼 및 북아일랜드 연합왕국"),
        ("KP", "by", "북한이"),
        ("KR", "by", "한국이"),
        ("MK", "name", "북마케도니아"),
        ("NP", "by", "네팔이"),
        ("RU", "formal", "러시아 연방"),
        ("SZ", "name", "에스와티니"),
        ("TR", "by", "튀르키예가"),
        ("US", "formal", "미합중국"),
    ],
)
def test_korean_forms_by_example(code, form, text):
    assert states("ko")[code][form] == text
