"""Who has been named in a text: short names, roles and abbreviations lead back to the full one, or to candidates."""

from __future__ import annotations

from briefgen.importing.names import Speaker
from briefgen.importing.roster import Roster
from briefgen.importing.rules import rules_of


def roster(text: str = "", language: str = "en") -> Roster:
    return Roster(text, rules_of(language).speakers)


def person(name: str, post: str = "", organisation: str = "") -> Speaker:
    return Speaker(name, "person", post, organisation)


def test_a_surname_means_the_one_who_has_it_and_two_are_candidates() -> None:
    known = roster()
    known.add(person("Ana Lima", "nurse"))
    assert known.resolve(person("Lima")).name == "Ana Lima"
    known.add(person("Ivo Lima"))
    assert known.resolve(person("Lima")).candidates == ("Ana Lima", "Ivo Lima")


def test_a_full_name_that_stands_elsewhere_in_the_text_is_found_without_the_sentence_before() -> None:
    text = "It was Tuesday. Lima wept. The court freed Ana Lima, a nurse. President Ana Lima is another."
    assert roster(text).resolve(person("Lima")).name == "Ana Lima"


def test_a_first_name_leads_to_the_full_name_of_the_text() -> None:
    assert roster("Mama Ida Webo, a trader, waited.").resolve(person("Ida")).name == "Ida Webo"


def test_a_role_means_the_last_who_held_it_and_a_witness_described_so() -> None:
    known = roster()
    known.add(person("Ana Lima", "director", "Delta Clinic"))
    known.add(Speaker("A colleague at the port", "witness"))
    assert known.resolve(Speaker("the director", "official")).name == "Ana Lima"
    assert known.resolve(Speaker("the colleague", "witness")).name == "A colleague at the port"
    assert known.resolve(Speaker("another colleague", "witness")).name == "another colleague"


def test_a_pronoun_means_the_last_who_spoke_or_has_those_named_as_candidates() -> None:
    known = roster()
    known.add(person("Ana Lima"))
    pronoun = Speaker("she", "pronoun")
    assert known.resolve(pronoun).candidates == ("Ana Lima",)
    known.last = person("Ana Lima")
    assert known.resolve(pronoun).name == "Ana Lima"


def test_those_who_speak_together_are_called_as_the_text_calls_them_first() -> None:
    known = roster("UN experts spoke. The experts wrote to the UN rapporteurs.")
    assert known.together() == Speaker("UN experts", "organisation")
    assert known.resolve(Speaker("the experts", "unknown")).name == "UN experts"
    assert roster("Nobody spoke.").together() is None


def test_an_abbreviation_and_one_word_of_a_name_mean_the_organisation() -> None:
    known = roster("The Delta Clinic Network (DCN) spoke.")
    assert known.resolve(Speaker("DCN", "organisation")).name == "Delta Clinic Network"
    known.add(Speaker("Harbour Commission", "organisation"))
    assert known.resolve(Speaker("the Commission", "organisation")).name == "Harbour Commission"


def test_a_korean_surname_with_a_post_is_found_before_and_behind_the_post() -> None:
    for text in ("서문재희 교수에 따르면 8%였다.", "위원회(교수 서문재희)가 나섰다."):
        assert roster(text, "ko").resolve(Speaker("서문 교수", "person")).name == "서문재희"


def test_of_two_bodies_that_are_named_together_each_is_one() -> None:
    known = roster("Dos empresas, Litiandes y Norsal, bombean agua.", "es")
    known.add(Speaker("Litiandes y Norsal", "person"))
    assert known.resolve(person("Norsal")).name == "Norsal"


def test_what_begins_a_sentence_is_no_first_name() -> None:
    known = roster("« Et Petrombel doit publier », dit-elle. Petrombel affirme le contraire, et le répète.", "fr")
    assert known.resolve(person("Petrombel")).name == "Petrombel"


def test_a_body_that_goes_by_its_kind_is_called_by_its_name() -> None:
    known = roster("The Varanga Seed Association denied it.")
    assert known.resolve(Speaker("the association", "organisation")).name == "Varanga Seed Association"


def test_the_expert_is_the_one_whom_a_note_says_to_hold_the_post() -> None:
    known = roster("Boats are towed, a UN expert said. Ms Odile Bao was appointed Special Rapporteur in 2022.")
    found = known.resolve(Speaker("The expert", "unknown"))
    assert (found.name, found.candidates) == ("Odile Bao", ("Odile Bao",))


def test_two_surnames_are_those_of_the_one_who_is_named_in_full_before() -> None:
    known = roster("Lo dice la abogada Matilde Yupari Soler. Según Yupari Soler, faltan jueces.", "es")
    assert known.resolve(person("Yupari Soler")).name == "Matilde Yupari Soler"
