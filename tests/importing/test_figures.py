"""Figures: value, unit and approximation; years, addresses and ages are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.importing.figures import Quantity, quantities_in
from briefgen.importing.rules import rules_of
from tests.importing.statements_read import read


def figures(text: str, language: str) -> tuple[Quantity, ...]:
    return quantities_in(text, rules_of(language).figures)


@pytest.mark.parametrize(
    ("text", "number", "upper", "unit", "approximation"),
    [
        ("Almost 150 people came.", "150", None, "people", "Almost"),
        ("More than two hundred and forty-five thousand people came.", "245000", None, "people", "More than"),
        ("There was a 20-fold rise.", "20", None, "times", ""),
        ("It cost US$1.2 million.", "1200000", None, "US$", ""),
        ("Between 40 and 60 percent left.", "40", "60", "%", ""),
        ("It took 3 to 5 trucks.", "3", "5", "trucks", ""),
        ("Ten or more villages burned.", "10", None, "villages", "or more"),
        ("Dol ranked 152nd out of 180 countries.", "152", None, "rank", ""),
        ("Roughly two-thirds of the homes fell.", "0.67", None, "share", "Roughly"),
    ],
)
def test_figures(text: str, number: str, upper: str | None, unit: str, approximation: str) -> None:
    (found,) = read(text).figures
    assert (found.number, found.upper) == (Decimal(number), Decimal(upper) if upper else None)
    assert (found.unit.startswith(unit), found.approximation) == (True, approximation)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2019 and went on through the 1990s, from 2015 to 2018.",
        "See resolution 2397 (2017), Article 14, paragraph 3 and document A/HRC/52/65.",
        "The office at 12 Hill Road opened on 12 March 2025 at 10:30.",
        "A 34-year-old aged 34 died of Covid-19.",
        "Over the past 30 years nothing changed; 3 years later it did.",
        "Call +41 22 917 90 00 or write to a2@example.org.",
    ],
)
def test_years_paragraphs_addresses_and_ages_are_no_figures(text: str) -> None:
    assert read(text).figures == ()


@pytest.mark.parametrize(
    ("language", "text", "number", "unit", "approximation"),
    [
        ("en", "About one-tenth of the wells are dry.", "0.1", "share", "About"),
        ("en", "Three-fifths of the wells are dry.", "0.6", "share", ""),
        ("en", "Kidnappings rose by a factor of four.", "4", "times", ""),
        ("en", "Kidnappings trebled.", "3", "times", ""),
        ("en", "Two dozen guards came.", "24", "guards", ""),
        ("en", "An answer took 19 weeks on average.", "19", "weeks", ""),
        ("en", "Well over 90 per cent of them agreed.", "90", "%", "Well over"),
        ("en", "Only 8 wells are open.", "8", "wells", ""),
        ("en", "At 11 of the wells, oil was seen.", "11", "wells", ""),
        ("es", "Examinó 8 de los pozos.", "8", "pozos", ""),
        ("fr", "Près d’un tiers des puits sont à sec.", "0.33", "share", "Près d’"),
        ("fr", "Plus de 3,5 millions de personnes ont fui.", "3500000", "personnes", "Plus de"),
        ("fr", "Le budget est de 40 millions d’euros.", "40000000", "euros", ""),
        ("fr", "Les prix ont été multipliés par cinq.", "5", "times", ""),
        ("fr", "Il y a quatre fois plus de cas.", "4", "times", ""),
        ("fr", "Les cas ont doublé.", "2", "times", ""),
        ("fr", "Elle a été condamnée à huit ans de prison.", "8", "ans", ""),
        ("es", "Más de un tercio de los pozos está seco.", "0.33", "share", "Más de"),
        ("es", "Una quinta parte de los pozos está seca.", "0.2", "share", ""),
        ("es", "Cuesta 40 millones de pesos.", "40000000", "pesos", ""),
        ("es", "Los casos se cuadruplicaron.", "4", "times", ""),
        ("es", "Los casos se multiplicaron por cinco.", "5", "times", ""),
        ("es", "En torno a 1.500 casos siguen abiertos.", "1500", "casos", "En torno a"),
        ("es", "Apenas 300 casos se cerraron.", "300", "casos", ""),
        ("es", "Fue condenado a ocho años de prisión.", "8", "años", ""),
        ("en", "Half a million people fled.", "500000", "people", ""),
        ("fr", "Un quart d'entre elles travaillent ici.", "0.25", "share", ""),
        ("es", "La cuarta parte llevaba años aquí.", "0.25", "share", ""),
        ("es", "Huyó medio millón de personas.", "500000", "personas", ""),
        ("ko", "피해액은 약 3조 2천억 원이다.", "3200000000000", "원", "약"),
        ("ko", "4천300여 헥타르가 잠겼다.", "4300", "헥타르", "여"),
        ("ko", "경찰은 120여 명을 연행했다.", "120", "명", "여"),
        ("ko", "2만5천명가량이 떠났다.", "25000", "명", "가량"),
        ("ko", "1,200명이 넘는 사람이 다쳤다.", "1200", "명", "넘는"),
        ("ko", "100만 명 가까운 사람이 떠났다.", "1000000", "명", "가까운"),
        ("ko", "서른다섯 명이 숨졌다.", "35", "명", ""),
        ("ko", "오천 가구가 집을 잃었다.", "5000", "가구", ""),
        ("ko", "세 차례 신고했다.", "3", "차례", ""),
        ("ko", "차량 12대가 불탔다.", "12", "차량", ""),
        ("ko", "학교 56곳을 조사했다.", "56", "학교", ""),
        ("ko", "징역 8년을 선고받았다.", "8", "년", ""),
        ("ko", "응답자의 3분의 2가 답했다.", "0.67", "share", ""),
        ("ko", "벌금이 세 배 늘었다.", "3", "times", ""),
        ("ko", "시간당 2천500원을 받는다.", "2500", "원", ""),
        ("en", "The wage came to 38 kroner.", "38", "kroner", ""),
        ("en", "One and a half times as many were held.", "1.5", "times", ""),
        ("ko", "번역가 33명이 선고받았다.", "33", "번역가", ""),
        ("en", "Of those killed, 240 were children.", "240", "children", ""),
        ("es", "El viaje dura hasta 14 horas.", "14", "horas", "hasta"),
        ("es", "De ellos, 1.940 eran menores de edad.", "1940", "menores", ""),
        ("fr", "Un tarif d’environ 15 000 nouras.", "15000", "nouras", "environ"),
        ("fr", "Il a été détenu pendant 16 mois.", "16", "mois", ""),
        ("ko", "사망자 가운데 어린이는 11명이었다.", "11", "어린이", ""),
        ("ko", "피란민은 62만 명이 넘는다.", "620000", "피란민", "넘는다"),
        ("ko", "군부의 공습은 864건으로 늘었다.", "864", "공습", ""),
        ("en", "An order went to all five mobile operators.", "5", "mobile", ""),
        ("en", "They sat in on hearings over eight months.", "8", "months", ""),
        ("en", "It has lasted for over eight months.", "8", "months", "over"),
        ("en", "The clinic admitted 58 wounded before noon.", "58", "wounded", ""),
        ("en", "The group placed before the court 1,120 complaints.", "1120", "complaints", ""),
        ("es", "Casi el 80 % trabajaba a destajo.", "80", "%", "Casi"),
        ("fr", "Elle défend 31 des personnes arrêtées.", "31", "personnes", ""),
        ("fr", "Le passage coûte aujourd’hui 900 francs.", "900", "francs", ""),
        ("ko", "심사는 길어야 15분이었다.", "15", "분", "길어야"),
        ("ko", "선거 당일 8개 도시에서 열렸다.", "8", "개", ""),
    ],
)
def test_numbers_with_what_they_count(language: str, text: str, number: str, unit: str, approximation: str) -> None:
    (found,) = figures(text, language)
    assert (found.number, found.unit.split(" ")[0], found.approximation) == (Decimal(number), unit, approximation)


@pytest.mark.parametrize(
    ("language", "text", "part", "whole"),
    [
        ("en", "Nine of every ten left.", 9, 10),
        ("en", "Two out of every three wells are dry.", 2, 3),
        ("fr", "Deux puits sur cinq sont à sec.", 2, 5),
        ("es", "Siete de cada diez pozos están secos.", 7, 10),
        ("ko", "네 명 중 한 명은 굶었다.", 1, 4),
        ("ko", "열 가구 가운데 일곱 가구가 떠났다.", 7, 10),
        ("ko", "10곳 중 3곳꼴로 닫혔다.", 3, 10),
        ("en", "Three of the four wells are dry.", 3, 4),
        ("en", "Only seven of 48 wells were cleaned.", 7, 48),
        ("es", "El país ocupa el puesto 31 de 34.", 31, 34),
        ("es", "Tres de los cuatro pozos están secos.", 3, 4),
        ("ko", "넷 중 하나는 굶었다.", 1, 4),
        ("ko", "180개국 중 62위를 차지했다.", 62, 180),
    ],
)
def test_parts_of_a_whole(language: str, text: str, part: int, whole: int) -> None:
    (found,) = figures(text, language)
    assert (found.number, found.out_of) == (part, whole)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3. The office is independent."),
        ("en", "Amina (29) and Omar, 27, were there."),
        ("en", "A mother of four waited."),
        ("en", "A like act came into force in 2021."),
        ("es", "Murieron en el pabellón siete."),
        ("fr", "Un homme de 34 ans, Paul, attend depuis trois ans."),
        ("fr", "Entre mars et mai 2024, à 14 h 30, au 01 23 45 67 89."),
        ("es", "Marta, de 27 años, madre de tres, espera desde hace dos años."),
        ("ko", "20대 여성 A씨(24)는 3년 전에 왔다."),
        ("ko", "2024년 1~6월, 오후 2시 30분, 02-123-4567."),
        ("ko", "만 18세 미만, 제5조 2항, 세 번째."),
        ("ko", "조개와 만두, 천막을 팔았다."),
        ("fr", "Il faut fermer la cellule 4 dès maintenant."),
        ("es", "Puede llamar al 1800 555 018."),
        ("fr", "Deux mois après le typhon, rien n’a changé."),
        ("en", "She is in the second half of the year."),
        ("en", "Her brother Sam is 9 and ill. They were under 18. The youngest was seven."),
        ("fr", "Une marche partira à 14 h de la place."),
        ("es", "El viernes a las 9 a. m. hay una marcha."),
        ("ko", "2025. 9. 22.(월) 배포"),
        ("en", "Call 555 0172 or 0800-15-170."),
        ("en", "Meena*, 11, was at the back of the line."),
        ("en", "The two men were released."),
        ("es", "Una marcha sale a las 15 horas; Rosaura tenía entonces 22 años."),
        ("fr", "Ses parents sont âgés de 71 et 76 ans."),
        ("es", "La asamblea es de la colonia Tres Cruces."),
        ("es", "Las víctimas, de 27 y 45 años, trabajaban allí entre las 12 y las 17 horas."),
        ("fr", "Une marche aura lieu à 15 heures devant la mairie."),
        ("en", "Children as young as six work here; a child under five died."),
        ("en", "A boy of ten was there, with his mother, Ruth Dele, 78."),
        ("en", "A vigil is held at seven o’clock; most are younger than twelve."),
        ("fr", "La plus jeune avait 12 ans ; on mange entre midi et trois heures."),
        ("fr", "Les pluies du 11 et du 12 février ont tout emporté."),
        ("ko", "두발 길이를 제한하는 규정이 있다."),
    ],
)
def test_ages_dates_addresses_and_ordinals_are_no_figures(language: str, text: str) -> None:
    assert figures(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "Only 312 of the 905 registered households were paid.", "312", "registered households"),
        ("en", "It fell from 40 to 20 schools.", "40", "schools"),
        ("en", "Roughly one in three patients is a child.", "1", "patients"),
        ("en", "Two-thirds of the people are ill.", "0.67", "share people"),
        ("en", "Some 1,100 of them children fled.", "1100", "children"),
        ("en", "Thirty-one outlets closed.", "31", "outlets"),
        ("fr", "Près d’un jeune sur trois est malade.", "1", "jeune"),
        ("fr", "Une quarantaine d’enfants attendent.", "40", "enfants"),
        ("fr", "Trente et une personnes attendent.", "31", "personnes"),
        ("es", "Seis de cada diez personas esperan.", "6", "personas"),
        ("es", "Un centenar de familias espera.", "100", "familias"),
        ("ko", "여성 10명 중 7명이 두려워한다.", "7", "여성"),
        ("ko", "네 곳 중 한 곳에 그쳤다.", "1", "곳"),
        ("ko", "절반이 넘는 학생이 겪었다.", "0.5", "share 학생"),
        ("ko", "전국 42개 시설을 방문했다.", "42", "개 시설"),
        ("en", "Funds fell from €38 million in 2022 to €21.5 million in 2024.", "38000000", "€"),
        ("en", "It takes four and a half hours.", "4.5", "hours"),
        ("ko", "징집 통지서 68장을 분석했다.", "68", "통지서 장"),
        ("ko", "진료는 열 건 중 한 건에 그쳤다.", "1", "진료 건"),
        ("ko", "욕창은 입소자의 5분의 1에게서 확인됐다.", "0.2", "share 입소자"),
        ("ko", "아동의 절반 이상은 듣지 못했다.", "0.5", "share 아동"),
        ("es", "De las 63 mujeres, 40 firmaron un papel.", "63", "mujeres"),
    ],
)
def test_the_first_number_counts_what_the_sentence_says(language: str, text: str, number: str, unit: str) -> None:
    found = figures(text, language)[0]
    assert (found.number, found.unit.startswith(unit)) == (Decimal(number), True)


def test_parts_of_a_whole_in_digits_are_asked_about() -> None:
    whole, part = figures("Sur les 39 plaintes déposées, 31 ont été classées.", "fr")
    assert (part.unit, part.unsure, whole.unsure) == (whole.unit, True, False)
    whole, part = figures("이용인 46명 가운데 17명이 답했다.", "ko")
    assert (whole.out_of, part.unit, part.unsure) == (None, "이용인 명", False)


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    _, before, after = figures("The sentence was doubled from two to four years.", "en")
    assert [(item.number, item.upper, item.unit) for item in (before, after)] == [
        (2, None, "years"),
        (4, None, "years"),
    ]


def test_a_range_may_be_written_with_a_minus_sign() -> None:
    (found,) = figures("Between them 10−20 men came.", "en")
    assert (found.number, found.upper) == (10, 20)


def test_a_range_in_korean_is_one_figure() -> None:
    (found,) = figures("50~60명이 연행됐다.", "ko")
    assert (found.number, found.upper, found.unit) == (50, 60, "명")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was minus 17 degrees."),
        ("en", "It was 17 degrees below zero."),
        ("en", "It was −17 degrees."),
        ("fr", "Il faisait moins six degrés."),
        ("es", "Hacía menos seis grados."),
        ("es", "Hacía seis grados bajo cero."),
        ("ko", "기온은 영하 17도까지 떨어졌다."),
    ],
)
def test_no_figure_loses_its_sign(language: str, text: str) -> None:
    """A pack has no numbers below zero; without its sign the figure would be false."""
    assert figures(text, language) == ()


@pytest.mark.parametrize(("language", "text"), [("fr", "Au moins six enfants."), ("es", "Al menos seis niños.")])
def test_at_least_is_no_sign(language: str, text: str) -> None:
    (found,) = figures(text, language)
    assert found.number == 6


def test_a_share_takes_what_it_is_of_from_the_number_before() -> None:
    whole, share = figures("They have read 2,350 applications, of which more than half were granted.", "en")
    assert (whole.unit, share.unit, share.unsure) == ("applications", "share applications", True)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("es", "Hay 37 casas, de las cuales 29 dependen de parroquias.", "casas"),
        ("es", "Se atendieron 350 casos, casi la mitad de ellos en invierno.", "share casos"),
        ("fr", "Cinq dessinateurs sont en détention, dont deux sans procès.", "dessinateurs"),
    ],
)
def test_a_part_takes_its_unit_from_the_whole_a_clause_before(language: str, text: str, unit: str) -> None:
    _, part = figures(text, language)
    assert (part.unit, part.unsure) == (unit, True)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "They saw 112 of the town’s 130 workshops.", "workshops"),
        ("en", "It seized 40 boats. Six of them sank.", "boats"),
        ("fr", "Elle a saisi 40 barques. Six d’entre elles ont coulé.", "barques"),
        ("en", "It seized 40 boats. A third of them sank.", "share boats"),
    ],
)
def test_a_part_of_what_was_named_before_is_counted_by_its_noun(language: str, text: str, unit: str) -> None:
    assert unit in {figure.unit for figure in read(text, language).figures if figure.number != Decimal(40)}
