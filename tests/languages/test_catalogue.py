from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.languages.catalogue import Catalogue, Plurals, read_catalogue

CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Yours"
msgstr "올림"

#: letter.md:3
msgid ""
"A long "
"sentence"
msgstr "긴 문장"

msgid "Empty"
msgstr ""

#, fuzzy
msgid "Stale"
msgstr "낡음"

#~ msgid "Gone"
#~ msgstr "사라짐"
"""


@pytest.fixture
def write(tmp_path: Path):
    def write_po(text: str, name: str = "formats.po", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(dedent(text).encode(encoding))
        return path

    return write_po


@pytest.fixture
def korean(write) -> Catalogue:
    return read_catalogue("ko", [("formats", write(CATALOGUE))])


def problem_of(catalogue: Catalogue, message: str, domain: str = "formats", at: Place | None = None) -> str:
    with pytest.raises(BriefgenError) as caught:
        catalogue.translate(message, domain, at)
    (problem,) = caught.value.problems
    return str(problem).replace(f"{catalogue.files['formats'].parent}/", "")


def test_what_is_translated_is_found(korean: Catalogue) -> None:
    assert korean.translate("Yours", "formats") == "올림"
    assert korean.translate("A long sentence", "formats") == "긴 문장"


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("Nowhere", "formats.po: no translation into `ko`: “Nowhere” (add it to formats.po)"),
        ("Gone", "formats.po: no translation into `ko`: “Gone” (add it to formats.po)"),
        ("Empty", "formats.po:13: the translation is empty: “Empty” (translate it)"),
        ("Stale", "formats.po:17: the translation is stale: “Stale”"
         " (read it against the new text, then remove the mark `fuzzy`)"),
        ("", "formats.po: no translation into `ko`: “” (add it to formats.po)"),
    ],
)  # fmt: skip
def test_what_is_not_translated_is_a_located_problem(korean: Catalogue, message: str, problem: str) -> None:
    assert problem_of(korean, message) == problem


def test_a_message_belongs_to_its_domain(korean: Catalogue) -> None:
    assert problem_of(korean, "Yours", "interface") == (
        "interface.po: no translation into `ko`: “Yours” (add it to interface.po)"
    )


def test_a_missing_message_is_placed_where_it_is_used_if_that_is_known(korean: Catalogue) -> None:
    assert problem_of(korean, "Nowhere", at=Place("letter.md", 7)).startswith("letter.md:7: no translation")
    assert problem_of(korean, "Empty", at=Place("letter.md", 7)).startswith("formats.po:13: ")


def test_a_long_message_is_cut_in_the_problem(korean: Catalogue) -> None:
    assert f"“{'x' * 67}…”" in problem_of(korean, "x" * 90)
    assert f"“{'x' * 69}”" in problem_of(korean, "x" * 69)


def test_the_source_language_passes_through() -> None:
    assert read_catalogue("en", []).translate("Anything", "formats") == "Anything"
    assert Catalogue("ko", source="ko").translate("아무 말", "formats") == "아무 말"


def test_a_domain_in_the_language_itself_passes_through_and_only_that_one(korean: Catalogue) -> None:
    own = replace(korean, sources={"pack": "ko"})
    assert own.translate("아무 말", "pack") == "아무 말"
    assert own.translate("Yours", "formats") == "올림"
    assert (own.translates("pack"), own.translates("formats"), own.source_of("pack")) == (False, True, "ko")


def test_english_is_translated_into_where_a_domain_is_in_another_language() -> None:
    with pytest.raises(BriefgenError, match="no translation into `en`"):
        Catalogue("en", sources={"pack": "fr"}).translate("Une phrase.", "pack")


def test_of_two_files_of_a_domain_the_first_prevails_entry_by_entry(write) -> None:
    own = write('msgid "Yours"\nmsgstr "드림"\n\nmsgid "Own"\nmsgstr "자체"\n', "own.po")
    catalogue = read_catalogue("ko", [("formats", own), ("formats", write(CATALOGUE))])
    assert catalogue.translate("Yours", "formats") == "드림"
    assert catalogue.translate("Own", "formats") == "자체"
    assert catalogue.translate("A long sentence", "formats") == "긴 문장"
    assert catalogue.files == {"formats": own}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('msgid "a"\nmsgstr "안녕\n', "broken.po:2: the quotation mark at the end of the text is missing"),
        ('msgid "a"\nmsgstr "b"\n\nnonsense\n', "broken.po:4: not a valid catalogue: Unknown or misformatted keyword"),
        ('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgid "d"\nmsgstr ""\n',
         "broken.po:3: not a valid catalogue: missing msgstr for msgid 'c'"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=nothing\\n"\n\nmsgid "a"\nmsgstr "가"\n',
         "broken.po:1: the header of the catalogue is not valid: unknown encoding: nothing"),
        ('msgid ""\nmsgstr "POT-Creation-Date: YEAR\\n"\n\nmsgid "a"\nmsgstr "b"\n',
         "broken.po:1: the header of the catalogue is not valid: "),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=1000000000; plural=0;\\n"\n\nmsgid "a"\nmsgstr "b"\n',
         "broken.po:1: the header of the catalogue is not valid: `nplurals` is 1000000000"),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n;\\n"\n\nmsgid "a"\nmsgstr "b"\n',
         "broken.po:1: the plural rule in the header of the catalogue does not fit its 2 forms"),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n==7?n/0:0;\\n"\n\nmsgid "a"\nmsgstr "b"\n',
         "broken.po:1: the plural rule in the header of the catalogue is not valid: "),
    ],
)  # fmt: skip
def test_a_broken_file_is_a_located_problem(write, text: str, problem: str) -> None:
    path = write(text, "broken.po")
    with pytest.raises(BriefgenError) as caught:
        read_catalogue("ko", [("formats", path)])
    assert str(caught.value).replace(f"{path.parent}/", "").startswith(problem)


def test_every_broken_file_is_named(write, tmp_path: Path) -> None:
    files = [
        ("formats", write("nonsense\n", "one.po")),
        ("interface", write('msgid "a"\nmsgstr "가"\n', "two.po", "euc-kr")),
        ("formats", tmp_path / "three.po"),
        ("formats", write(CATALOGUE)),
    ]
    with pytest.raises(BriefgenError) as caught:
        read_catalogue("ko", files)
    assert [str(problem).replace(f"{tmp_path}/", "") for problem in caught.value.problems] == [
        "one.po:1: not a valid catalogue: Unknown or misformatted keyword (open it in an editor for PO files, "
        "which shows the fault, or take the last version that worked)",
        "two.po: the file is not in UTF-8 (save it as UTF-8)",
        "three.po: the file is missing (check its name and folder)",
    ]


def test_a_plural_takes_the_form_of_its_number(tmp_path: Path) -> None:
    path = tmp_path / "formats.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"\n\n'
        'msgid "{n} place"\nmsgid_plural "{n} places"\n'
        'msgstr[0] "{n} место"\nmsgstr[1] "{n} места"\nmsgstr[2] "{n} мест"\n',
        encoding="utf-8",
    )
    catalogue = read_catalogue("ru", [("formats", path)])
    texts = ("{n} place", "{n} places")
    assert [catalogue.translate_count(texts, n, "formats") for n in (1, 3, 5, 21)] == [
        "{n} место", "{n} места", "{n} мест", "{n} место",
    ]  # fmt: skip
    assert catalogue.plurals.examples() == (1, 2, 5)


def test_the_source_language_has_a_singular_and_a_plural() -> None:
    catalogue = Catalogue("en")
    assert [catalogue.translate_count(("one", "many"), n, "formats") for n in (0, 1, 2)] == ["many", "one", "many"]


def test_a_plural_without_one_of_its_forms_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "formats.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "un"\nmsgstr[1] ""\n',
        encoding="utf-8",
    )
    with pytest.raises(BriefgenError, match="the translation is empty: “one”"):
        read_catalogue("fr", [("formats", path)]).translate_count(("one", "many"), 2, "formats")


def test_a_stale_text_of_several_lines_keeps_what_it_was_made_for(tmp_path: Path) -> None:
    path = tmp_path / "formats.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        '#, fuzzy\n#| msgid "" "An older “sentence” \\"here\\" "\n#| "that goes on."\n'
        'msgid "A sentence."\nmsgstr "Une phrase."\n',
        encoding="utf-8",
    )
    entry = read_catalogue("fr", [("formats", path)]).entries[("formats", "A sentence.")]
    assert entry.previous == 'An older “sentence” "here" that goes on.'


def test_each_language_counts_by_its_own_rule() -> None:
    russian = Plurals(3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)")
    assert [russian.form(number) for number in (1, 2, 5, 11, 21, 22)] == [0, 1, 2, 2, 0, 1]
    assert [Plurals().form(number) for number in (0, 1, 2, 21)] == [1, 0, 1, 1]
    assert [Plurals(1, "0").form(number) for number in (0, 1, 2)] == [0, 0, 0]
