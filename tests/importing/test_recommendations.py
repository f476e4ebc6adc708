"""What a text asks, and of whom."""

from __future__ import annotations

import pytest

from tests.importing.statements_read import read


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The council should open the gates.", "The council"),
        ("The council must open the gates.", "The council"),
        ("The council needs to open the gates.", "The council"),
        ("The group urges the council to open the gates.", "the council"),
        ("The group calls on the council to open the gates.", "the council"),
        ("The group calls for an independent study.", ""),
        ("The group is calling for an independent study.", ""),
        ("Donors are urged to open their books.", "Donors"),
        ("The council has a responsibility to protect them.", "The council"),
        ("All prisoners should be released.", ""),
        ("The ban should be lifted by the council.", "the council"),
        ("# Dol: Free the Two Reporters", ""),
        ("“The council should open the gates,” said Ana Lima.", "The council"),
    ],
)
def test_recommendations_with_the_addressee_that_the_text_names(text: str, addressee: str) -> None:
    (found,) = read(text).recommendations
    assert found.addressee == addressee


def test_items_take_the_addressee_of_their_lead_in() -> None:
    found = read("The council should:\n- Open the gates.\n- Publish the plan.").recommendations
    assert [(item.anchor, item.addressee) for item in found] == [
        ("Open the gates.", "The council"),
        ("Publish the plan.", "The council"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Under international law, states must treat prisoners humanely.",
        "The Land Act says that companies must publish a plan.",
        "If the gates stay closed, the villages should expect a flood.",
        "This should not make us forget the others.",
        "The council should have acted long ago.",
        "Residents must walk for nine hours.",
        "Who should pay for it?",
    ],
)
def test_what_only_looks_like_a_recommendation(text: str) -> None:
    assert read(text).recommendations == ()


@pytest.mark.parametrize(
    ("language", "text", "addressee"),
    [
        ("en", "The league is pressing the Senate to pass the bill.", "the Senate"),
        ("en", "We want the port to publish the list.", "the port"),
        ("en", "It is vital that the port open the gates.", "the port"),
        ("en", "There must be an inquiry into the fire.", ""),
        ("en", "Dele said that the port should open the gates.", "the port"),
        ("en", "The league urges ports not to close the gates.", "ports"),
        ("en", "All parties should open the gates.", "All parties"),
        ("en", "The port has promised this. It must now open the gates.", "The port"),
        ("en", "The port must “open the gates at once”, Omar Dele said.", "The port"),
        ("en", "# Dol: Port Should Open Gates", "Port"),
        ("en", "Farmers fled. They should be compensated, and soon.", ""),
        ("en", "Dol’s neighbours, in particular, have a responsibility to speak up.", "Dol’s neighbours"),
        ("fr", "Elle recommande en outre au port d’ouvrir ses portes.", "port"),
        ("es", "# Dol: ¡Abran el puerto ya!", ""),
        ("ko", "# [성명] 농성 90일, 항만청은 어부를 복직시켜라", "항만청"),
        ("fr", "La Ligue presse le Sénat d’adopter la loi.", "le Sénat"),
        ("fr", "Nous exigeons du port qu’il publie la liste.", "port"),
        ("fr", "Il est urgent que les ports ouvrent les portes.", "les ports"),
        ("fr", "Il faut mettre fin à ces pratiques.", ""),
        ("fr", "Il appartient au port de protéger les témoins.", "port"),
        ("fr", "La Ligue demande que les chefs soient jugés.", ""),
        ("fr", "La Ligue invite les ports à ne plus acheter ce bois.", "les ports"),
        ("fr", "Le port a promis. Il doit ouvrir ses portes.", "Le port"),
        ("fr", "La Ligue recommande au ministre de la Justice d’abroger l’article 12.", "ministre de la Justice"),
        ("es", "La Liga instó al Senado a aprobar la ley.", "Senado"),
        ("es", "Exigimos al puerto que publique la lista.", "puerto"),
        ("es", "Es urgente que los puertos abran las puertas.", "los puertos"),
        ("es", "Hay que poner fin a esta práctica.", ""),
        ("es", "Corresponde al puerto proteger a los testigos.", "puerto"),
        ("es", "La Liga recomendó al puerto derogar la norma 12.", "puerto"),
        ("es", "El puerto lo prometió. Debe cumplir su palabra.", "El puerto"),
        ("es", "La Liga hizo un llamado a los puertos para que abran.", "los puertos"),
        ("ko", "연대는 국회에 법안을 처리하라고 촉구했다.", "국회"),
        ("ko", "연대는 정부가 명단을 공개해야 한다고 강조했다.", "정부"),
        ("ko", "연대는 법무부 장관에게 지침을 폐지할 것을 권고하였다.", "법무부 장관"),
        ("ko", "또 기업들에는 거래를 멈출 것을 촉구했다.", "기업들"),
        ("ko", "기업들도 거래를 멈춰야 한다.", "기업들"),
        ("ko", "조사가 이뤄져야 한다.", ""),
        ("ko", "국제사회는 이 일을 외면해서는 안 된다.", "국제사회"),
        ("ko", "# 정부는 철거를 즉각 중단하라", "정부"),
        ("en", "“Let the Minister come to the valley,” said Ana Lima, a nurse.", "the Minister"),
        ("en", "We also appeal to parents: do not hide your children.", "parents"),
        ("en", "Norway and Malta, he said, should check every credit.", "Norway and Malta"),
        ("en", "The bank, the lender behind it, must suspend its loans.", "The bank"),
        ("en", "Port Lam, June 17, 2025—The council should open the gates.", "The council"),
        ("fr", "L’association exige du gouvernement la fermeture du bassin.", "gouvernement"),
        ("fr", "Elles invitent par ailleurs la Défenseure des droits à enquêter.", "la Défenseure des droits"),
        ("es", "«Y que las misiones de observación no se queden lejos», pide Ana Ruiz.", "las misiones de observación"),
        ("ko", "위원회는 장관에게 지침을 마련하라는 의견을 표명하였다.", "장관"),
        ("ko", "이 자리에 함께해 주시기 바란다.", ""),
        ("en", "Churches and mosques, please bring drinking water to the hall.", "Churches and mosques"),
        ("en", "Donors, including the League, should pay for it.", "Donors"),
        ("en", "All those who carry guns must keep them away.", "All those who carry guns"),
        ("en", "The men knew her name, and police must find out why.", "police"),
        ("fr", "Le Parlement a une occasion unique ; il doit la saisir.", "Le Parlement"),
        (
            "fr",
            "Elle a exhorté le Gouvernement à abroger l’article 17 du Code et à reconnaître ce moyen.",
            "le Gouvernement",
        ),
        ("fr", "La Commission devrait, pour sa part, suspendre le versement.", "La Commission"),
        ("fr", "GENÈVE (26 juin 2025) – La Maurélie doit libérer Ana Roy.", "La Maurélie"),
        ("es", "Exhortamos a todas las vecinas a cerrar el pozo.", "todas las vecinas"),
        ("ko", "위원회는 결과를 발표하고, 보건부장관에게 기준을 정할 것을 권고하였다.", "보건부장관"),
        ("en", "The league urges all armed groups to free every child.", "all armed groups"),
        ("en", "As for the bank, it should freeze the loan.", "the bank"),
        ("fr", "Quant à la banque du Golfe, principal bailleur, elle devrait geler le prêt.", "banque du Golfe"),
        ("fr", "Nous demandons aussi à la France, qui garantit ce prêt, d’exiger un audit.", "la France"),
        ("en", "Pending their release, the prison service must end it.", "the prison service"),
        ("es", "Es urgente, además, que se proteja a los testigos.", ""),
        ("fr", "La Ligue demande également que le matériel saisi soit rendu.", ""),
        ("fr", "Quant aux marques de Dol, elles doivent exiger la réintégration.", "marques de Dol"),
        ("en", "First, the inquest has to be held in public.", ""),
        ("en", "Those responsible must be brought to justice.", ""),
        ("en", "We also encourage the Regional Union to send a mission.", "the Regional Union"),
        ("en", "The league calls on the parties to the conflict to agree on a truce.", "the parties to the conflict"),
        ("en", "Donors, too, are urged not to wait.", "Donors"),
        ("es", "La gente lo dice: «Queremos que esta vez regresen con agua».", ""),
        ("fr", "« Rendez-nous les bancs », résume Clara Ebon, présidente du collectif.", ""),
        ("fr", "« Que la préfète vienne passer une heure avec nous », dit Ana Roy, médecin.", "la préfète"),
        ("fr", "Il est urgent que l’Union européenne suspende son aide.", "l’Union européenne"),
        ("fr", "Les autorités savent tout. Elles doivent agir maintenant.", "Les autorités"),
        ("ko", "국회 또한 이 법을 조속히 통과시켜야 할 것이다.", "국회"),
        ("ko", "기업은 하청 노동자의 안전에 책임을 져야 한다.", "기업"),
        ("ko", "유엔 회원국들은 결의안에 찬성해 주기를 바란다.", "유엔 회원국들"),
        ("ko", "우리 단체들은 정부가 대화에 나설 것을 강력히 요구한다.", "정부"),
        ("ko", "또한 인권위원회가 이번 사안에 대해 긴급구제를 권고할 것을 촉구한다.", "인권위원회"),
        ("ko", "적십자위원회에는 이달 안에 교도소를 방문해 줄 것을 요청한다.", "적십자위원회"),
        ("en", "“Let one truck through,” said Omar Dele.", ""),
        ("en", "“Do not look away,” said Omar Dele.", ""),
        ("en", "“Those who planned this and ordered it must be brought to justice,” said Omar Dele.", ""),
        ("en", "Parishes throughout the country are invited to hold a vigil.", "Parishes throughout the country"),
        ("en", "The League recommends that provincial ports publish the list.", "provincial ports"),
        ("en", "It recommends that the Minister of Ports present a plan to Parliament.", "the Minister of Ports"),
        ("en", "She asked the Security Council to take up the matter.", "the Security Council"),
        ("en", "We call on the insurer, Northgate Mutual, to pay without delay.", "Northgate Mutual"),
        ("en", "“Parliament has had a draft since May and should adopt it,” said Omar Dele.", "Parliament"),
        ("en", "They advise that the turbines be stopped in March.", ""),
        ("en", "The expert called on the government to abolish isolation by law.", "the government"),
        ("en", "Children must be moved to open homes by the end of the month.", ""),
        ("en", "She asked States to issue visas.", "States"),
        (
            "fr",
            "« Que les universités partenaires accueillent nos amis », lance Ana Roy.",
            "les universités partenaires",
        ),
        ("fr", "L’organisation appelle également à la libération immédiate des détenus.", ""),
        ("fr", "Le barreau, enfin, devrait proposer des cours.", "Le barreau"),
        ("es", "Al Ministerio de Salud le pedimos que abra un puesto.", "Ministerio de Salud"),
        ("ko", "수산물을 사들이는 대형 업체는 어느 배인지 공개해야 한다.", "수산물을 사들이는 대형 업체"),
        ("es", "“Insto al Congreso a crear una comisión”, dijo Ana Rey.", "Congreso"),
        ("ko", "나르비아 정부는 명부를 기관에 맡겨 전면 재조사해야 한다.", "나르비아 정부"),
        ("fr", "« Les traces existent, et le parquet doit les saisir », insiste Ana Roy.", "le parquet"),
        ("es", "A la Unión Europea, donde está la sede, la Red le reclama que cierre la oficina.", "la Unión Europea"),
        ("en", "The police must register every complaint under the Offences Act.", "The police"),
        ("en", "States of arrival should have every passenger examined by a doctor.", "States of arrival"),
        ("en", "It further recommends that parliament prohibit night raids.", "parliament"),
        ("en", "It recommends that Parliament amend the Act to create a fund.", "Parliament"),
        ("en", "“I say to the Minister: open the kitchens first,” said Ana Lima.", "the Minister"),
        ("en", "“Let the government hand over the deeds,” Ana Lima said.", "the government"),
        ("en", "Donors, above all the European Union, should fund a clinic.", "Donors"),
        (
            "en",
            "“The European Union finances the boats, and it should watch them,” said Ana Lima.",
            "The European Union",
        ),
        (
            "fr",
            "Aux opérateurs Morva et Sonda, nous demandons de ne livrer aucune donnée.",
            "opérateurs Morva et Sonda",
        ),
        ("fr", "Les bailleurs, au premier rang desquels l’Union, doivent débloquer les fonds.", "Les bailleurs"),
        ("fr", "« Le juge est saisi, il doit suspendre cet arrêté », dit Ana Roy.", "Le juge"),
        ("es", "Al Ministerio de Puertos se le pide crear un fondo.", "Ministerio de Puertos"),
        ("es", "La Red pide que el Ministerio de Justicia nombre bibliotecarios.", "el Ministerio de Justicia"),
        ("ko", "새봄은 인권위원회에도 통역 없이 선고된 사건을 조사할 것을 촉구했다.", "인권위원회"),
        ("ko", "유엔 주거권 특별보고관도 이곳을 방문해 주기 바란다.", "유엔 주거권 특별보고관"),
        ("en", "“Parliament must now amend the Act and guarantee access to a judge,” said Ana Lima.", "Parliament"),
        ("es", "A la Comisión Interamericana le solicitamos medidas cautelares.", "la Comisión Interamericana"),
        ("fr", "Quant à l’Union, nous l’appelons à financer une étude.", "Union"),
    ],
)
def test_what_is_asked_and_of_whom(language: str, text: str, addressee: str) -> None:
    (found,) = read(text, language).recommendations
    assert found.addressee == addressee


def test_a_sentence_that_asks_two_addressees_is_kept_for_each() -> None:
    found = read("The ministry should free them, and the prosecutor should order a study.").recommendations
    assert [item.addressee for item in found] == ["The ministry", "the prosecutor"]


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("es", "Pide al Ministerio que abra y a la Asamblea que cree un fondo.", ["Ministerio", "Asamblea"]),
        ("fr", "Elle demande au Sénat d’agir vite et à la Cour de juger ce crime.", ["Sénat", "Cour"]),
    ],
)
def test_what_is_asked_of_two_in_one_breath(language: str, text: str, addressees: list[str]) -> None:
    assert [item.addressee.removeprefix("la ") for item in read(text, language).recommendations] == addressees


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gates should stay open, according to the Convention on Gates."),
        ("en", "Under section 14 of the Gates (Dol) Act 2003, the port must reply within a month."),
        ("en", "The court ruled that the port must pay damages."),
        ("en", "A guard asked that his name not be used."),
        ("en", "The union had called on the port to open the gates after the last flood."),
        ("fr", "La Ligue avait demandé au port d’ouvrir ses portes."),
        ("fr", "En 2024, mille jeunes ont demandé une protection."),
        ("es", "La Liga había pedido al puerto que abriera."),
        ("ko", "협약 제9호에 따르면 어부는 차별에서 보호받아야 한다."),
        ("en", "Farmers fled. They must walk two days."),
        ("fr", "Le procès devrait s’ouvrir en mars."),
        ("fr", "Conformément aux Principes directeurs, les ports doivent consulter les riverains."),
        ("fr", "Un garde a demandé l’anonymat."),
        ("fr", "Les paysans doivent marcher deux jours."),
        ("es", "De acuerdo con los Principios de Dol, los puertos deben abrir."),
        ("es", "Un guardia pidió no ser identificado."),
        ("es", "Los campesinos deben caminar dos días."),
        ("ko", "협약은 국가가 배상해야 한다고 규정하고 있다."),
        ("ko", "농민들은 이틀을 걸어야 한다."),
        ("ko", "한 경비원은 익명을 요구했다."),
        ("es", "Son hechos que nada tienen que ver con el proceso."),
        ("es", "Nosotras no pedimos escoltas."),
        ("ko", "「근로기준법」은 사용자가 안전을 지켜야 한다고 정하고 있다."),
        ("en", "# Press statement: they came at dawn"),
        ("en", "Lawyers must be able to work."),
        ("es", "Quienes reclaman desde lejos tampoco están a salvo."),
        ("ko", "군인들은 석방 대가로 돈을 요구했다."),
        ("ko", "ㄱ씨는 가슴 통증을 호소하며 진료를 신청했다고 한다."),
        ("en", "In 2021, a panel of the bank said that the project should be halted."),
        ("en", "Last week the ministry demanded that reporters should submit their texts."),
        ("en", "The president has dismissed calls for openness."),
        ("es", "El Convenio de Minamata exige a los Estados reducir el uso de mercurio."),
        ("fr", "La Charte africaine énonce que les États doivent fournir un enseignement gratuit."),
        ("fr", "La Déclaration, signée en 2018, demande aux armées de ne pas utiliser les écoles."),
        ("es", "“Aquí no hay agua”, reclamó la maestra Ana Ruiz."),
        ("es", "“Una mujer que llama a nuestra puerta a las tres no puede esperar”, dijo Ana Ruiz."),
        ("fr", "Dans 47 dossiers, un test a été exigé aux frais de la famille."),
        ("fr", "L’administration a réclamé une pièce qui n’existe pas."),
        ("es", "Cuando llamaron a la ambulancia, llevaba horas sin hablar."),
        ("es", "“Nos pidieron pruebas”, dijo Ana Ruiz, maestra."),
        ("en", "“Let us take the case of Dol. Take the village of Arn,” said Omar Dele."),
        ("en", "Ana once told me that the last one out should leave the light on."),
        ("en", "A school should be the safest place in a child’s day."),
        ("fr", "« On nous dit de ne plus manger de poisson », résume Ana Roy, pêcheuse."),
        ("ko", "위원회도 일반논평 제37호에서 불편은 감수되어야 한다고 설명한 바 있다."),
        ("en", "The lawyer, who has filed appeals for 22 of the drivers, was heard."),
        ("en", "Under the new press law, every paper must hold a licence."),
        ("fr", "Depuis la réforme de 2020, toute naissance doit être déclarée au district."),
        ("es", "Los enfermos de ambas orillas deben viajar 140 kilómetros."),
        ("en", "A judge who must ask the minister each year is no judge."),
        ("en", "The firm answers calls for three banks."),
        ("es", "La fiscalía pide penas de entre 8 y 15 años."),
        ("fr", "Nous ne réclamons aucun privilège."),
    ],
)
def test_norms_expectations_and_hardships_are_none(language: str, text: str) -> None:
    assert read(text, language).recommendations == ()


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("en", "The league recommends that:\n- the port publish the list;\n- no gate be closed.", ["the port", ""]),
        ("en", "To the port:\n- Open the gates.\n- Do not fine anyone.", ["the port", "the port"]),
        ("fr", "Au port\u00a0:\n- de publier la liste ;\n- Ne pas fermer les portes.", ["port", "port"]),
        ("es", "Al puerto:\n- Publicar la lista.\n- No cerrar las puertas.", ["puerto", "puerto"]),
        ("en", "We call on:\n- The Port of Dol to open the gates;\n- Banks to pay.", ["The Port of Dol", "Banks"]),
        ("en", "The League is calling on:\n- the port to open the gates;\n- banks to pay.", ["the port", "banks"]),
        (
            "fr",
            "La Ligue demande notamment :\n- que la liste de noms soit publiée ;\n- que les ports ouvrent.",
            ["", "les ports"],
        ),
        ("fr", "Les signataires appellent :\n- le port à ouvrir ses portes ;", ["le port"]),
        ("es", "Exigimos:\n- Al puerto, que abra las puertas.", ["puerto"]),
        ("ko", "우리는 요구한다.\n- 항만청은 문을 열어라!", ["항만청"]),
        ("en", "What needs to happen:\n- Stop all fines; the port must pay them back.", [""]),
        ("es", "# Recomendaciones al puerto\n- Publicar la lista.", ["puerto"]),
        ("fr", "# Recommandations au port\n- Publier la liste.", ["port"]),
        ("ko", "# 정부에\n- 명단을 공개할 것\n- 문을 닫지 말 것", ["정부", "정부"]),
        ("ko", "# 요구 사항\n- 명단을 공개하라", [""]),
        ("en", "# The league calls for:\n- The EU to stop the returns\n- An end to detention", ["The EU", ""]),
        ("en", "# WE DEMAND:\n- That the District Office admits all children", ["the District Office"]),
        ("fr", "# Nos organisations demandent :\n- au ministre d’interdire la clé ;", ["ministre"]),
        ("es", "# EXIGIMOS\n- Que el Ministerio de Justicia nombre una médica.", ["el Ministerio de Justicia"]),
        ("ko", "# 주요 권고 내용\n- (도지사) 실태를 전수조사할 것", ["도지사"]),
        ("en", "What we want from the union:\n- Hire more guards.", ["the union"]),
        ("es", "La Defensoría recomendó:\n- Al Ministerio de Salud, enviar médicos.", ["Ministerio de Salud"]),
        ("es", "# Por eso pedimos\n- Al intendente: que haga cumplir la ordenanza.", ["intendente"]),
        (
            "en",
            "We call on:\n- the owner, Northgate Mutual, to pay;\n- shops in Dol to wait.",
            ["Northgate Mutual", "shops in Dol"],
        ),
        ("es", "Por todo ello, pedimos:\n- Al Gobierno de Dol, que acepte la visita.", ["Gobierno de Dol"]),
        ("en", "We want the council to act before the winter:\n- Test every child.", ["the council"]),
        ("es", "# Lo que pedimos\n- Que todo cambio se consulte antes.", [""]),
        ("ko", "우리는 요구한다.\n- 법무부는 아동을 풀어 주고 시설에 맡기라.", ["법무부"]),
        ("es", "Tierra Sana solicita:\n- Que la Fiscalía investigue a la empresa.", ["la Fiscalía"]),
        ("fr", "Nous demandons :\n- à la commune, l’installation de douches ;", ["commune"]),
        (
            "es",
            "La Comisión recomienda:\nPrimera. Al alcalde de Dol, abrir la calle.\nSegunda. Al puerto, cerrarse.",
            ["alcalde de Dol", "puerto"],
        ),
        ("en", "The League recommends that the Port of Dol:\n- open the gates;", ["the Port of Dol"]),
        ("es", "# Qué pedimos\n- A la Alcaldía: que abra la calle.", ["la Alcaldía"]),
        ("ko", "# 정부에\n- 모든 사건을 독립 기구가 다시 조사할 것", ["정부"]),
        (
            "es",
            "Ante estos hechos, la Liga exige:\n- Al Ministerio de Trabajo, inspeccionar.",
            ["Ministerio de Trabajo"],
        ),
        (
            "fr",
            "La Commission recommande :\n- au ministère des Ports, d’affecter six navires ;",
            ["ministère des Ports"],
        ),
        ("ko", "우리는 요구한다.\n- 다른 공여국들은 내년의 공백을 메울 것", ["다른 공여국들"]),
        ("en", "We ask:\n- that the Port of Dol stop night shifts;", ["the Port of Dol"]),
        ("en", "The commission therefore asks:\n- that the Port of Dol stop all work;", ["the Port of Dol"]),
        ("es", "El SIC reclama:\n- al puerto, que suspenda la actividad;", ["puerto"]),
        ("ko", "새봄은 조사를 마쳤다. 각 학교에는 다음 사항을 권고했다.\n- 동의 없는 검사를 중단할 것", ["각 학교"]),
        ("en", "We ask\n\n- the Ministry of Ports to accept a statement;", ["the Ministry of Ports"]),
        ("en", "The authors recommend that\n\n- the city council set up dismantling halls;", ["the city council"]),
        ("en", "# What has to follow\n\n- The Treasury: pay the family.", ["The Treasury"]),
        ("fr", "La Ligue exige :\n- de Portalia, l’arrêt du travail dès 35 degrés ;", ["Portalia"]),
        ("es", "El SIC exige:\n- que Termoval vacíe y selle las balsas;", ["Termoval"]),
        ("es", "El SIC pide:\n- a la Consejería de Bienestar, que revise las puertas;", ["la Consejería de Bienestar"]),
        ("fr", "La Ligue exige du gouvernement :\n- le versement immédiat des arriérés ;", ["gouvernement"]),
    ],
)
def test_items_of_a_list(language: str, text: str, addressees: list[str]) -> None:
    assert [item.addressee for item in read(text, language).recommendations] == addressees


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Ligue recommande au port de publier la liste. Elle l’invite en outre à ouvrir la porte."),
        ("fr", "Le port devrait publier la liste. Il lui revient aussi d’ouvrir la porte."),
        ("es", "La Liga pide al puerto que publique la lista. Lo insta también a abrir la puerta."),
    ],
)
def test_a_pronoun_that_a_verb_of_asking_has_as_its_object_is_the_last_addressee(language: str, text: str) -> None:
    first, second = read(text, language).recommendations
    assert second.addressee == first.addressee != ""


def test_a_korean_sentence_without_a_subject_asks_the_last_addressee() -> None:
    text = "나르비아 정부는 명부를 재조사해야 한다. 또한 재판 없이 갇힌 이들을 석방해야 한다."
    first, second = read(text, "ko").recommendations
    assert (second.addressee, second.doubts[0].candidates) == (first.addressee, (first.addressee,))
