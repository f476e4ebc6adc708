"""Who a phrase names, and to whom the words around a quotation lead."""

from __future__ import annotations

import pytest

from briefgen.importing.rules import rules_of
from briefgen.importing.speakers import speaker_of
from tests.importing.statements_read import read


@pytest.mark.parametrize(
    ("language", "phrase", "name", "kind"),
    [
        ("en", "fire chief Lena Moss", "Lena Moss", "person"),
        ("en", "the port’s president, Captain Paul Okoro", "Paul Okoro", "person"),
        ("en", "Police spokesman Karl Dol", "Karl Dol", "person"),
        ("en", "the ministry", "the ministry", "organisation"),
        ("en", "the charity Open Door", "Open Door", "organisation"),
        ("en", "a spokesman for the army", "a spokesman for the army", "official"),
        ("fr", "le porte-parole de la police, le colonel Jean Dol", "Jean Dol", "person"),
        ("fr", "la docteure Moss", "Moss", "person"),
        ("fr", "Contacté par la Ligue, le ministère de la Justice", "le ministère de la Justice", "organisation"),
        ("fr", "l’ONG Porte Ouverte", "Porte Ouverte", "organisation"),
        ("fr", "une vendeuse de 41 ans, qui a requis l’anonymat", "une vendeuse de 41 ans", "witness"),
        ("es", "la comisionada Ana Luz", "Ana Luz", "person"),
        ("es", "el alcalde de Dol, Ivo Mar", "Ivo Mar", "person"),
        ("es", "Consultado por la Liga, el Ministerio de Salud", "el Ministerio de Salud", "organisation"),
        ("es", "un pescador de Tarn, que pidió reserva", "un pescador de Tarn", "witness"),
        ("ko", "누리연대 박하늘 팀장", "박하늘", "person"),
        ("ko", "박하늘 누리연대 정책 국장", "박하늘", "person"),
        ("ko", "누리연대의 박하늘 사무국장", "박하늘", "person"),
        ("ko", "11년간 재봉사로 일한 로사 노바(44) 노조 지회장", "로사 노바", "person"),
        ("ko", "이에 대해 안나 노바 누리상담소 법률팀장", "안나 노바", "person"),
        ("ko", "국방부 장관 박하늘", "박하늘", "person"),
        ("ko", "돌마을 이장 박하늘 씨", "박하늘", "person"),
        ("ko", "유엔 특별보고관 마리아 로페스", "마리아 로페스", "person"),
        ("ko", "마리아 로페스 유엔 특별보고관", "마리아 로페스", "person"),
        ("ko", "병원협회", "병원협회", "organisation"),
        ("ko", "조사에 응한 한 30대 상인", "한 30대 상인", "witness"),
        ("ko", "평생 밭을 일궜다는 60대 농민", "60대 농민", "witness"),
        ("en", "the sister of a man who died in May", "the sister of a man", "witness"),
        ("en", "Salma, who fled in May and did not want her surname published", "Salma", "witness"),
        ("fr", "la directrice d’une clinique, qui préfère taire son nom", "la directrice d’une clinique", "witness"),
        ("es", "Salma, refugiada en Dol", "Salma", "witness"),
        ("fr", "la sœur d’un pêcheur, qui attend", "la sœur d’un pêcheur", "witness"),
        ("es", "la hermana de un pescador que murió", "la hermana de un pescador", "witness"),
        ("es", "la hermana de uno de los ahogados", "la hermana de uno de los ahogados", "witness"),
        ("ko", "한 어부의 아내", "한 어부의 아내", "witness"),
        ("en", "a 30-year-old trader sheltering in a barn", "a 30-year-old trader", "witness"),
        ("ko", "지난달 숨진 노동자(31)의 형", "노동자(31)의 형", "witness"),
        ("ko", "현장을 살펴본 법의학자 안나 노바 박사", "안나 노바", "person"),
        ("ko", "전직 경비원 A씨", "전직 경비원 A씨", "witness"),
        ("ko", "탈북민 이모 씨(45)", "탈북민 이모 씨(45)", "witness"),
        ("en", "District Collector Hemant Vorrick", "Hemant Vorrick", "person"),
        ("en", "the Most Reverend Isidore Makhalane, bishop of Dol", "Isidore Makhalane", "person"),
        ("en", "The Justice Ministry", "The Justice Ministry", "organisation"),
        ("en", "The Chair of the Council, retired Justice Ana Lima", "Ana Lima", "person"),
        ("en", "The Attorney General's office", "The Attorney General's office", "organisation"),
        ("en", "the Sarvian Border Guard", "the Sarvian Border Guard", "organisation"),
        ("en", "The skipper of a boat, who does not want to be named", "The skipper of a boat", "witness"),
        ("en", "Another fisher, who asked to be called Dodong, lost a hand", "Dodong", "witness"),
        ("en", "One complainant, a nurse who is called Joseph in the report", "Joseph", "witness"),
        ("en", "The Ministry of Defence rejected the criticism", "The Ministry of Defence", "organisation"),
        ("en", "Issa D.", "Issa D.", "witness"),
        ("en", "“Derin”, a fisher", "Derin", "witness"),
        ("en", "In its comments, annexed to the report, the Ministry", "the Ministry", "organisation"),
        ("fr", "la Chambre d’agriculture de la Valmarine", "Chambre d’agriculture de la Valmarine", "organisation"),
        ("fr", "Idriss, qui revient depuis six ans", "Idriss", "witness"),
        ("fr", "Le 4 novembre, la préfecture", "la préfecture", "organisation"),
        ("es", "La Asociación Azucarera de Ixcamal", "La Asociación Azucarera de Ixcamal", "organisation"),
        ("es", "La Superintendencia", "Superintendencia", "organisation"),
        ("ko", "나디아 카렌 감시단 공동대표", "나디아 카렌", "person"),
        ("ko", "안내견 훈련사인 오세찬 바른걸음학교 교장", "오세찬", "person"),
        ("ko", "교과서 집필자인 소르 하단 세린대 교수", "소르 하단", "person"),
        ("ko", "엘리안 도스카 평화적 집회 및 결사의 자유 특별보고관", "엘리안 도스카", "person"),
        ("ko", "유엔 북한인권 특별보고관 엘리자베스 살몬", "엘리자베스 살몬", "person"),
        ("ko", "유엔 북한인권 상황 특별보고관", "유엔 북한인권 상황 특별보고관", "organisation"),
        ("ko", "연대 상임대표 혜광 스님", "혜광", "person"),
        ("en", "The Ombudsman Institution", "The Ombudsman Institution", "organisation"),
        ("en", "The Forestry Service says that the families", "The Forestry Service", "organisation"),
        ("es", "La empresa gestora, Grupo Amparia", "Grupo Amparia", "organisation"),
        ("fr", "Mgr d’Aubrac", "d’Aubrac", "person"),
        ("fr", "Halima, dont le prénom a été modifié, cherche son fils", "Halima", "witness"),
    ],
)
def test_names_posts_bodies_and_descriptions(language: str, phrase: str, name: str, kind: str) -> None:
    found = speaker_of(phrase, rules_of(language))
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“The gates are shut,” said Ana Lima, director of the port.\n“No one asked us,” the director said.", 2),
        ("fr", "« Les portes sont closes », déplore Ana Lima, directrice du port.\n« Assez », lance la directrice.", 2),
        ("es", "“Las puertas están cerradas”, dijo la directora, Ana Lima.\n“Ya basta”, concluyó la directora.", 2),
        (
            "es",
            "“Las puertas están cerradas”, dijo Ana Lima.\n“Nadie preguntó nada”, agregó en rueda de prensa.",
            2,
        ),
    ],
)
def test_a_role_or_a_verb_alone_leads_back_to_the_name(language: str, text: str, speaker: int) -> None:
    assert [item.speaker for item in read(text, language).quotations] == ["Ana Lima"] * speaker


@pytest.mark.parametrize(
    "text",
    [
        "박하늘 누리연대 국장은 “문이 닫혔다”고 말했다. 박 국장은 “아무도 묻지 않았다”고 덧붙였다.",
        "박하늘 변호사는 소송을 맡고 있다. 그는 “문이 닫혔다”고 말했다.\n“아무도 묻지 않았다.” 박 변호사의 말이다.",
        "돌마을에서 온 박하늘(44) 씨는 “문이 닫혔다”고 말했다.\n박 씨는 “아무도 묻지 않았다”고 했다.",
        "박하늘 위원장은 “문이 닫혔다”고 말했다. 이어 “아무도 묻지 않았다”고 했다.",
        "“문이 닫혔다.” 돌마을 이장 박하늘 씨는 이렇게 말했다.\n박 이장은 “아무도 묻지 않았다”고 호소했다.",
    ],
)
def test_a_korean_surname_or_a_verb_alone_leads_back_to_the_name(text: str) -> None:
    assert [(item.speaker, len(item.text)) for item in read(text, "ko").quotations] == [("박하늘", 1), ("박하늘", 1)]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The flood is no accident, Ana Lima explains. “It was built into the dam.”", "Ana Lima"),
        ("en", "Ana Lima said that the flood was no accident. “It was built into the dam.”", "Ana Lima"),
        ("en", "Port chief Ana Lima dismissed the report. “It was written in a café,” she said.", "Ana Lima"),
        ("fr", "« On a tout perdu, raconte Ana Lima, et personne n’est venu. »", "Ana Lima"),
        ("fr", "« Il faut agir, insiste Mme Ana Lima. Sinon, rien ne bougera. »", "Ana Lima"),
        ("fr", "Le chef du port, le colonel Jean Dol, a aussitôt démenti : « Tout est ouvert. »", "Jean Dol"),
        ("fr", "« C'est fini », s'est indignée Ana Lima.", "Ana Lima"),
        ("fr", "« Tout est clos depuis hier », nous a écrit Ana Lima.", "Ana Lima"),
        ("fr", "La cheffe, Ana Lima, se retranche derrière la loi : « Nous la respectons. »", "Ana Lima"),
        ("es", "Ana Lima defendió la norma como “necesaria para frenar los rumores”.", "Ana Lima"),
        ("es", "“Lo perdimos todo —contó Ana Lima—, y nadie vino”.", "Ana Lima"),
        ("es", "Ana Lima advirtió que falta agua. “No queda ni una gota en el pozo”, subrayó.", "Ana Lima"),
        ("fr", "Pour Ana Lima, avocate, ces chiffres « ne résistent pas à la première visite ».", "Ana Lima"),
        ("es", "Para Ana Lima, abogada, esas cifras «no resisten la primera visita al pueblo».", "Ana Lima"),
        ("fr", "« On a vu le feu de loin. » Ana Lima, vendeuse au marché, a tout perdu.", "Ana Lima"),
        ("ko", "“문이 닫혔다”는 것이 누리연대의 설명이다.", "누리연대"),
        ("ko", "의사 박하늘 씨는 ‘더는 버틸 수 없는 상태가 될 수 있다’고 경고했다.", "박하늘"),
        ("en", "UN experts came to Dol.\n“The gates are still shut,” the experts said.", "UN experts"),
        (
            "es",
            "Llegaron expertos de la ONU.\n“Están cerradas”, dijeron los expertos.",
            "expertos de la ONU",
        ),
        ("es", "Según la médica forense Ana Lima, «las lesiones no son de una caída».", "Ana Lima"),
        ("es", "Ivo Mar criticó la nota. En una entrevista radial sostuvo que «aquí se respeta la ley».", "Ivo Mar"),
        ("en", "“It was hot,” said Judge (ret.) Nora Vell, at the vigil.", "Nora Vell"),
        ("en", "The Minister of Water, Mr Olan Reff, spoke on the radio, saying: “We will mend it.”", "Olan Reff"),
        ("en", "For Ruth Adler, the director, the message is clear: “Nobody is safe here.”", "Ruth Adler"),
        ("en", "“There is no excuse,” Amber Watch’s Joel Stern said.", "Joel Stern"),
        ("en", "“We left,” Lane said in court. A judge freed Ada Lane, a baker, on Tuesday. Lane wept.", "Ada Lane"),
        ("es", "“El agua está sucia”, dijo la toxicóloga Irene Ocampo.", "Irene Ocampo"),
        (
            "fr",
            "Joint hier, l’avocat, Maître Luc Tessier, parle d’« un procès joué d’avance, sans preuve ».",
            "Luc Tessier",
        ),
        ("en", "“He was alone,” said his father, Anton Reva, a retired electrician.", "Anton Reva"),
        ("en", "Mama Ida Webo-Oma waited. “I carried her all the way back,” Mama Ida recalled.", "Ida Webo-Oma"),
        ("fr", "« Il est mort seul hier soir », déplore sa sœur, Naïma Benkara.", "Naïma Benkara"),
        (
            "es",
            "Sin embargo, el propio Tribunal Electoral reconoció que no puede «cuidar a todas las juntas».",
            "Tribunal Electoral",
        ),
        ("ko", "오정태 푸른마루 원장은 “보호자들도 양해한 것으로 알고 있다”고 해명했다.", "오정태"),
        ("ko", "위원회(위원장 남궁현)가 나섰다. 남궁 위원장은 “더는 미루지 말라”고 했다.", "남궁현"),
        (
            "fr",
            "Interrogé par écrit, le ministère de la Marine répond que ses marins « agissent dans le droit strict ».",
            "ministère de la Marine",
        ),
        ("en", "The State Commissioner for Ports, Mr Olan Reff, said it was “a danger to public health”.", "Olan Reff"),
        ("en", "The observer, Ian Tallan KC, said that the judge “allowed them to shout it down”.", "Ian Tallan"),
        ("es", "La Secretaría de Seguridad afirmó que «no existe registro de nada».", "Secretaría de Seguridad"),
        ("ko", "게시판을 운영하는 주식회사 누리터는 “표현의 자유를 최대한 존중하고 있다”고 밝혔다.", "주식회사 누리터"),
        ("ko", "김율리야 한뿌리동포회 대표는 “우리 아이들이 먼저 배웁니다”라고 말했다.", "김율리야"),
        (
            "en",
            "The district health office told us that it “is not among the priorities of the year”.",
            "district health office",
        ),
        ("en", "Ivo Dahl is in prison. He had written that the level was “a grave with the lid open”.", "Ivo Dahl"),
        (
            "fr",
            "Le Bureau national des secours assure que « tout se déroule conformément au calendrier ».",
            "Bureau national des secours",
        ),
        (
            "fr",
            "Le ministère de la Justice, interrogé, s’est borné à répondre que « la justice suit son cours ».",
            "ministère de la Justice",
        ),
        ("es", "Para el lingüista Juan Rey, los datos dicen otra cosa. “Leen mejor en español”, explica.", "Juan Rey"),
        (
            "en",
            'In a notice on April 11, the army\'s general staff said it had "struck a gathering of armed elements".',
            "army's general staff",
        ),
        (
            "en",
            "They worked for an agency, Sunfield Labour. In an email to the union the agency wrote that it "
            "“complies with every rule laid down”.",
            "Sunfield Labour",
        ),
        (
            "en",
            "In comments shared with us, the Ministry of Ports said it “remains committed to opening the gates”.",
            "Ministry of Ports",
        ),
        (
            "en",
            "The Dol Growers’ Federation called the fire “an accident that no one foresaw”.",
            "Dol Growers’ Federation",
        ),
        ("en", "Mr Dele is Omar Dele, a clerk. Dele also has a word for the port: “You check the sugar.”", "Omar Dele"),
        (
            "en",
            "Quick Crate Ltd declined to meet us. In an email, it said that “the riders love their work”.",
            "Quick Crate Ltd",
        ),
        ("en", "Bishop Omar Dele saw the kiln. “I blessed a child there,” the bishop said.", "Omar Dele"),
        (
            "en",
            "Few are free, said the Special Rapporteur on ports, Omar Dele. “A girl cannot sit,” the expert said.",
            "Omar Dele",
        ),
        ("fr", "« Le jour où il boira avec nous, conclut Ana Roy, nous pourrons parler. »", "Ana Roy"),
        (
            "fr",
            "Le maire, Jean Roy, reconnaît un retard. Il conteste le reste : « Nul n’est gardé ici. »",
            "Jean Roy",
        ),
        (
            "fr",
            "Le Département de la santé dit prendre acte « de ces constats avec gravité ».",
            "Département de la santé",
        ),
        ("ko", "조사를 이끈 한도경 나란히 사무국장은 “문이 닫혔다”고 말했다.", "한도경"),
        ("ko", "하늬도 복지국은 “올해 안에 모두 점검하겠다”고 답했다.", "하늬도 복지국"),
        ("ko", "군부 공보실은 “훈련장을 타격했다”고 주장했다.", "군부 공보실"),
        ("en", "“We wash it,” said Ana Lima. “Pay us,” is how a captain put it.", "Ana Lima"),
        ("en", 'Maison Del, the buyer, wrote in reply that it "takes every case seriously".', "Maison Del"),
        ("es", "La doctora Ana Rey vino. “Hay que pedir perdón hoy”, dijo Rey al cierre del acto.", "Ana Rey"),
        ("fr", "Le linguiste Jean Roy, qui forme, y voit un choix. « Il est parlé, dit-il ; on le sait. »", "Jean Roy"),
        ("fr", "L’ingénieur des mines Jean Roy ne partage pas cet avis. « Cela coûte, dit-il, cher. »", "Jean Roy"),
        ("ko", "법률자문을 맡은 마르코 이벤시 변호사는 “강제노동 사건”이라고 지적했다.", "마르코 이벤시"),
        ("ko", "이 병원의 외과의사 하심 카라디 박사는 “마취제는 정오에 떨어졌다”고 말했다.", "하심 카라디"),
        ("ko", "아슈라딘 국방부는 성명에서 “집결지를 타격했다”고 주장했다.", "아슈라딘 국방부"),
        (
            "es",
            "La Cámara de Exportadores sostuvo que el sector “genera un gran bienestar en el valle”.",
            "Cámara de Exportadores",
        ),
        ("es", "La Ministra de Cultura y Pueblos, Ana Rey, manifestó que “no teme a la verdad”.", "Ana Rey"),
        ("es", "«Nos duele que se llame progreso», manifiesta monseñor Juan Rey, obispo de Dol.", "Juan Rey"),
        ("es", "La congregación, consultada por el Centro, contestó que «lamenta el dolor de todas».", "congregación"),
        ("fr", "Mgr Jean Roy, évêque, prie. Mgr Roy s’adresse enfin aux fidèles : « Ouvrez vos portes. »", "Jean Roy"),
        ("fr", "La préfecture maritime maintient que « les moyens ont été engagés vite ».", "préfecture maritime"),
        (
            "en",
            "In a note, the Ministry of Justice described the decree as “a step to restore public trust”.",
            "Ministry of Justice",
        ),
        ("ko", "넬라 주마바이는 “회원은 열 명뿐이다”라고 말했다. 넬라 주마바이 대표의 말이다.", "넬라 주마바이"),
        ("fr", "Dans sa réponse, datée du 6 mai, la Sucrière Belle affirme que « tout est clair ».", "Sucrière Belle"),
        ("es", "La patronal Agroalmorada afirma que «las empresas cumplen con todo».", "Agroalmorada"),
        ("ko", "새봄의 오미르 상임활동가는 “학생의 인권은 멈추지 않는다”고 말했다.", "오미르"),
        ("ko", "서린교육노조 역시 입장문을 내고 “권리는 제로섬이 아니다”라고 밝혔다.", "서린교육노조"),
        ("ko", "윤정호 변호사(열린모임)는 “위헌 소지가 크다”고 지적했다.", "윤정호"),
        ("ko", "조사를 맡은 서문재희 교수에 따르면 8%였다. 서문 교수는 “체념의 다른 이름”이라고 했다.", "서문재희"),
        (
            "en",
            "The Ministry, in a circular of 2 May, described the ban as needed “to restore trust in us”.",
            "Ministry",
        ),
        ("en", "It wrote to the Port of Dol, which stated that “all ships are searched with care”.", "Port of Dol"),
        ("es", "“Que cada parroquia abra una sala”, rogó Ana Rey, maestra.", "Ana Rey"),
        ("fr", "Me Jean Roy défend ces familles. Selon lui, « aucune étude n’a précédé ce décret ».", "Jean Roy"),
        ("en", "Omar Dele called the study “a collection of anecdotes with decimal points”.", "Omar Dele"),
        (
            "es",
            "Para el decano de Derecho Omar Dele, la medida “no resiste una lectura de la ley”.",
            "Omar Dele",
        ),
    ],
)
def test_speakers_beside_before_and_inside(language: str, text: str, speaker: str) -> None:
    (found,) = read(text, language).quotations
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "description"),
    [
        ("en", "“I signed it,” he said. One of them, a former clerk, said: “I signed twice.”", "a former clerk"),
        ("es", "“Ya no firmo mis notas”, contó a los expertos una reportera de Lorca.", "una reportera de Lorca"),
        ("es", "“Empezó a sangrar”, relató Don Julio, un agricultor de la zona.", "Don Julio"),
        ("fr", "Un ancien directeur d’école a renoncé : « Ils dorment là. »", "Un ancien directeur d’école"),
        ("fr", "« Il est né ici », confie à l’experte une vendeuse de Dirbé.", "une vendeuse de Dirbé"),
        ("fr", "« Nous étions 22 », raconte Yasmina*, arrivée avec ses filles.", "Yasmina"),
        (
            "en",
            "A colleague at the port, who was afraid, said no. “We left at six,” the colleague said.",
            "A colleague at the port",
        ),
        (
            "en",
            "This is the case of a mother from Skell, who signed. “It was too late,” she said.",
            "a mother from Skell",
        ),
        ("fr", "Un gardien du camp le reconnaît. « Je n’avais pas la clé », confie-t-il.", "Un gardien du camp"),
        ("fr", "Un chauffeur de 41 ans, arrêté en février, raconte : « J’ai compté. »", "Un chauffeur de 41 ans"),
        (
            "en",
            "Ana Lima left. Roshan (name changed) was burned at work. “They left me,” she said.",
            "Roshan (name changed)",
        ),
        ("ko", "한 의사는 이름을 밝히지 않는 조건으로 “그것을 진료라고 부르기는 어렵다”고 증언했다.", "한 의사"),
        ("ko", "“새벽에 철문을 두드렸습니다.” 같은 사동에 있던 한 출소자는 당시를 이렇게 전했다.", "한 출소자"),
        ("fr", "« J’ai signé sans lire », confie l’un des prévenus, libéré hier.", "l’un des prévenus"),
        ("en", "“We wash our own kit,” is how a captain from the south put it.", "a captain from the south"),
        (
            "fr",
            "Jo (prénom modifié) lave le minerai. « Mon bébé dort là, dit-elle. Il dort»",
            "Jo (prénom modifié)",
        ),
        ("ko", "익명을 요청한 군의관은 “채워진 서류가 왔다”고 말했다.", "익명을 요청한 군의관"),
        ("ko", "같은 부대에서 복무한 22세 전역병은 “창고로 불려 갔다”고 증언했다.", "22세 전역병"),
        ("ko", "가명으로 인터뷰에 응한 아디 씨는 “넉 달 뒤에야 알았다”고 했다.", "아디"),
        ("es", "Yolanda, recolectora desde niña, cuenta: “Lo amarraba a la mata con un rebozo”.", "Yolanda"),
        ("es", "Doña Rufina, campesina, nos dijo: «Sembré ese mango cuando nació mi hija».", "Doña Rufina"),
        ("fr", "Rencontrée dans la cour, une jeune mère a confié : « J’ai accouché ici. »", "une jeune mère"),
        ("fr", "Tesfay, mécanicien réfugié, parle de son fils : « Il me connaît comme une image. »", "Tesfay"),
        (
            "en",
            "The mother of a law student said she knew his shoes: “He never ties the left one.”",
            "The mother of a law student",
        ),
        ("ko", "퇴원자 정우(가명) 씨는 “약을 뱉으면 주사를 맞았다”고 했다.", "퇴원자 정우(가명) 씨"),
        ("ko", "지난가을 풀려난 한 번역가는 “비누에 단어를 새겼다”고 했다.", "한 번역가"),
        ("en", "A winch operator, whom we call Jonas, saw it. “We were behind,” he said.", "Jonas"),
        ("ko", "난민 신청자 ‘조’(가명)는 “밤마다 벽을 보았습니다”라고 했다.", "조"),
        ("en", "For Somchai, who does not want his name known, it ended there. “I cut my hand,” he says.", "Somchai"),
        ("en", "“I have been at sea since I was a boy,” the ship’s cook told us.", "the ship’s cook"),
        (
            "en",
            "A moulder whom we call Rashida was born there. “The number was bigger each week,” Rashida told us.",
            "Rashida",
        ),
        (
            "en",
            "An old man in Zarek, who works without a contract, told us: “I put the roofs on this town.”",
            "An old man in Zarek",
        ),
        (
            "es",
            "Así lo recuerda Marcelo (nombre supuesto), estibador: «Me enseñaron una foto».",
            "Marcelo (nombre supuesto)",
        ),
        ("es", "Rosaura, nombre ficticio, era joven. «La enfermera volvió a la casa», recordó.", "Rosaura"),
        ("ko", "일하던 ㄴ씨는 “외출은 한 달에 한 번이었다”고 털어놨다.", "일하던 ㄴ씨"),
        ("en", "“Derin”, a fisher from Hathe, lost his case. “The judge asked where my house was,” he said.", "Derin"),
        ("en", "“Huda,” whose sister is in prison, said: “She pulled her sleeve down.”", "Huda"),
        ("es", "«Yanira», que pasó por tres hogares, recuerda. «Nos quitaban los zapatos», dice.", "Yanira"),
        (
            "fr",
            "Même constat chez une infirmière du port : « On nous interdit d’écrire cela. »",
            "une infirmière du port",
        ),
        ("en", "Another fisher, who asked to be called Dodong, lost a hand. “He gave me tape,” he said.", "Dodong"),
    ],
)
def test_witnesses_as_they_are_described(language: str, text: str, description: str) -> None:
    assert read(text, language).testimonies[-1].speaker == description


def test_a_source_at_the_end_of_a_sentence_is_meant_by_the_next_pronoun() -> None:
    found = read("“It began here,” Ema Reva said, according to her lawyer, Ivo Dahl. He said: “She is ill.”").quotations
    assert [item.speaker for item in found] == ["Ema Reva", "Ivo Dahl"]


def test_a_verb_for_several_people_means_those_who_speak_together() -> None:
    text = "Los expertos de la ONU, y Ana Ruiz, hablaron.\n“Es inaceptable”, dijo Ruiz.\n“No basta ya”, advirtieron."
    assert [item.speaker for item in read(text, "es").quotations] == ["Ana Ruiz", "expertos de la ONU"]


def test_words_around_an_incise_are_the_two_halves() -> None:
    (found,) = read("“Lo perdimos todo —contó una vecina de Tarn—, y nadie vino”.", "es").testimonies
    assert (found.speaker, found.text) == ("una vecina de Tarn", ("Lo perdimos todo", "y nadie vino"))


def test_a_witness_of_the_passage_before_goes_on() -> None:
    found = read("A former guard said the cells were full. She had counted them.\n“I counted twice,” she said.", "en")
    assert [(item.speaker, item.text) for item in found.testimonies] == [("A former guard", ("I counted twice,",))]


def test_single_marks_may_hold_double_ones() -> None:
    (found,) = read("‘A voice said, “Go home, and do not come back,”’ Omar Dele recalled.", "en").quotations
    assert (found.speaker, found.text) == ("Omar Dele", ("A voice said, “Go home, and do not come back,”",))


def test_what_describes_a_witness_counts_nothing() -> None:
    assert read("“I hid for two nights,” said a mother of four who has lived there three years.", "en").figures == ()


def test_two_sentences_that_each_name_the_speaker_are_two_quotations() -> None:
    found = read("“The gates are shut,” said Omar Dele. “No one asked us,” Dele added.", "en").quotations
    assert [item.text for item in found] == [("The gates are shut,",), ("No one asked us,",)]


def test_a_plural_pronoun_means_no_single_person() -> None:
    text = "“Shut,” said Omar Dele. The guards disagree. In a note, they wrote that “the gates were never once shut”."
    assert [item.speaker for item in read(text, "en").quotations] == ["Omar Dele", ""]


def test_a_korean_surname_that_is_also_an_article_is_known_by_the_full_name() -> None:
    found = read("한소라 센터장은 “문이 닫혔다”고 말했다.\n한 센터장은 “아무도 묻지 않았다”고 덧붙였다.", "ko")
    assert ([item.speaker for item in found.quotations], found.testimonies) == (["한소라", "한소라"], ())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“Shut,” said Ana Lima, director of the port.\nThe director resigned in May. “I was tired,” she said.",
            "Ana Lima",
        ),
        ("“Shut,” said Ana Lima, a nurse.\nThe director resigned in May. “I was very tired,” he said.", "The director"),
    ],
)
def test_a_role_that_acts_before_a_pronoun_is_meant_by_it(text: str, speaker: str) -> None:
    assert [item.speaker for item in read(text, "en").quotations] == ["Ana Lima", speaker]


def test_a_colon_leads_to_the_words_behind_it_and_no_further() -> None:
    text = "In a letter dated 4 May, the port’s envoy, Omar Dele, wrote: “The gates are shut.” "
    text += "Port chief Ana Lima told the press that it was “a plain lie and nothing but a lie”."
    assert [item.speaker for item in read(text, "en").quotations] == ["Omar Dele", "Ana Lima"]


def test_a_quotation_in_the_words_that_introduce_another_does_not_hide_the_speaker() -> None:
    (found,) = read(
        "Une vendeuse parle d’un port « à bout » : « On nous a dit de partir. Je reste. »", "fr"
    ).testimonies
    assert (found.speaker, found.text) == ("Une vendeuse", ("On nous a dit de partir. Je reste.",))


def test_a_declaration_is_no_person() -> None:
    assert read("The Declaration on ports is clear: “No gate shall be shut to anyone at all”.", "en").quotations == ()


def test_the_one_expert_of_a_text_is_proposed_and_asked_about() -> None:
    text = "Few are free, said the Special Rapporteur on ports, Omar Dele. “A girl cannot sit there,” the expert said."
    (found,) = read(text, "en").quotations
    assert (found.post, found.doubts[0].candidates) == ("Special Rapporteur on ports", ("Omar Dele",))


def test_a_korean_surname_with_a_post_that_the_text_sets_before_the_name_is_no_witness() -> None:
    text = "조사단장을 맡은 한지완 전문의는 “막을 수 있는 병”이라고 했다.\n한 단장은 “국회가 나설 때”라고 말했다."
    assert [item.speaker for item in read(text, "ko").quotations] == ["한지완", "한지완"]


def test_a_second_clause_has_the_subject_of_the_first_and_makes_a_quotation_of_it() -> None:
    text = "Le ministère des Ports reconnaît « des difficultés ponctuelles », mais assure que « tout va bien ici »."
    (found,) = read(text, "fr").quotations
    assert (found.speaker, found.text) == ("ministère des Ports", ("des difficultés ponctuelles", "tout va bien ici"))


def test_the_name_of_an_offence_is_no_quotation() -> None:
    text = "Le tribunal a condamné hier Jean Roy à une amende pour « offense au chef de l’État », dit la Ligue."
    assert read(text, "fr").quotations == ()


def test_a_second_clause_that_is_quoted_belongs_to_the_first_however_short() -> None:
    text = "Ana Lima said that it “supports officers and never replaces them” and that it had “reduced the gap much”."
    (found,) = read(text, "en").quotations
    assert found.text == ("supports officers and never replaces them", "reduced the gap much")


def test_the_mother_of_a_student_is_not_the_student() -> None:
    text = "A student said: “I was in the hall.” The mother of a student came. “I knew his shoes,” the mother said."
    assert [item.speaker for item in read(text, "en").testimonies] == ["A student", "The mother of a student"]


def test_a_korean_name_of_two_words_is_known_by_the_second() -> None:
    text = (
        "요나 벨트람 선임연구원은 “취재원 사냥이다”라고 말했다. 편집장 마르타 솔린은 “한 해가 넘었다”고 전했다.\n"
        "벨트람 연구원은 “사람을 보내야 한다”고 했다. 솔린은 이어 “두려움이 먼저다”라고 말했다."
    )
    names = ["요나 벨트람", "마르타 솔린", "요나 벨트람", "마르타 솔린"]
    assert [item.speaker for item in read(text, "ko").quotations] == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Omar Dele, a spokesperson, said the raid had “struck a base” and that “no civilian was hurt there”."),
        (
            "fr",
            "La mairie a reconnu « des lacunes connues » tout en affirmant que « les agents ont agi avec courage ».",
        ),
    ],
)
def test_a_short_quotation_counts_where_a_second_clause_goes_on_with_one(language: str, text: str) -> None:
    (found,) = read(text, language).quotations
    assert len(found.text) == 2


def test_what_follows_a_quotation_that_ends_its_sentence_is_another_one() -> None:
    text = (
        "“We won,” said Ana Lima. For the company, manager Omar Dele described it as “a free offer to all.” "
        "Asked why it was so, he replied that “discipline is an internal matter.”"
    )
    assert [item.speaker for item in read(text, "en").quotations] == ["Ana Lima", "Omar Dele"]


def test_a_word_that_is_said_is_no_pseudonym() -> None:
    assert [item.text for item in read("“Enough,” said Ana Lima.", "en").quotations] == [("Enough,",)]


def test_of_several_people_the_expert_is_the_one_who_is_a_rapporteur() -> None:
    text = (
        "“One,” said the UN Special Rapporteur on judges, Ana Lima. “Two,” said Omar Dele, a driver.\n"
        "“Judges need tenure,” the expert said."
    )
    assert read(text, "en").quotations[-1].speaker == "Ana Lima"


def test_no_post_holds_the_mask_of_a_quotation() -> None:
    text = "DOL (8 April) – “A judge is no applicant,” the UN Special Rapporteur on judges, Ana Lima, said."
    (found,) = read(text, "en").quotations
    assert "§" not in found.post
