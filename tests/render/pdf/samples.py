"""Small documents of our own about drinking water, with every kind of block, in English, Korean and Arabic."""

# ruff: noqa: E501 - sentences

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from briefgen.document import (
    Addressee,
    DateLine,
    Document,
    Furniture,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Line,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
    Title,
    text_of,
)
from briefgen.model.typography import Layout, LayoutSettings, Typography

ROOT = Path(__file__).parents[3]
LAYOUTS = ROOT / "templates" / "layouts"
LETTERHEAD = LAYOUTS / "letterhead"
BRIEFING = LAYOUTS / "briefing"
DAY = date(2026, 11, 23)
ARABIC = Typography(
    tag="ar",
    direction="rtl",
    families=("Briefgen Serif", "Briefgen Serif Ext"),
    leading=19.5,
    italics=False,
    word_tag="ar-SA",
    word_slot="bidi",
    word_body="Times New Roman",
    word_heading="Times New Roman",
)


def typography(language: str) -> Typography:
    if language == "ar":
        return ARABIC
    text = (ROOT / "locales" / language / "language.yaml").read_text(encoding="utf-8")
    return Typography(**yaml.safe_load(text)["typography"])


def layout(*languages: str, folder: Path = LETTERHEAD, **settings: object) -> Layout:
    """A layout with the typography of some languages, and with settings as `layout.yaml` would have them."""
    return Layout(
        folder=folder,
        shelves=(LAYOUTS,),
        typographies={tag: typography(tag) for tag in languages or ("en", "ko")},
        settings=LayoutSettings.model_validate({"name": "Sample", **settings}),
    )


def layout_of(sample: Document) -> Layout:
    """The layout in which a sample document is set."""
    return layout(folder=BRIEFING if sample.kind == "briefing" else LETTERHEAD)


def line(*parts: str | Run | Note) -> Line:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def note(text: str, url: str = "") -> Note:
    return Note((Run(text), Run(url, url=url), Run(".")) if url else (Run(text),))


def document(*blocks: object, language: str = "en", kind: str = "briefing", **changes: object) -> Document:
    """A document of the given blocks; the furniture is in English."""
    values = {
        "title": "Water",
        "direction": "rtl" if language == "ar" else "ltr",
        "organisation": "Open Wells",
        "date": DAY,
        "furniture": Furniture("Clean water", "Page {page} of {pages}"),
        **changes,
    }
    return Document(kind=kind, language=language, blocks=blocks, **values)  # type: ignore[arg-type]


ENGLISH_TABLE = Table(
    header=(line("District"), line("Wells tested"), line("Wells unsafe"), line("Share unsafe")),
    rows=(
        (line("Upper Valley"), line("412"), line("96"), line("23%")),
        (line("Lower Valley"), line("1,180"), line("402"), line("34%")),
        (line("Coast, with the islands"), line("77"), line("9"), line("12%")),
        (line("Capital"), line("2,046"), line("311"), line("15%")),
    ),
    caption=line("Wells tested between March and October 2026", note("Counts of the districts’ own laboratories.")),
    numeric=(False, True, True, True),
)


def english_letter() -> Document:
    return Document(
        kind="letter",
        title="Clean drinking water: a vote on 14 December",
        language="en",
        direction="ltr",
        organisation="Open Wells",
        date=DAY,
        furniture=Furniture(
            "Clean drinking water", "Page {page} of {pages}", ("Draft", "Embargoed until 1 December 2026")
        ),
        blocks=(
            Letterhead(
                "Open Wells", ("12 Spring Lane, Geneva, Switzerland", "openwells.example · post@openwells.example")
            ),
            DateLine(("23 November 2026", "Our reference: OW/2026/118")),
            Addressee(
                (
                    line("H.E. Ms Ana Example"),
                    line("Permanent Representative of the Republic of Exampleland"),
                    line("to the United Nations"),
                    line("New York"),
                )
            ),
            Subject(line("Re: Clean drinking water – please support the resolution on wells")),
            Paragraph(line("Excellency,"), role="salutation"),
            Paragraph(
                line(
                    "I write for Open Wells, which has tested village wells in four districts since 2019. We ask your "
                    "government to vote for the resolution on rural water when the Assembly takes it up on ",
                    Run("14 December", emphasis="strong"),
                    ", and to say before the vote that you will.",
                )
            ),
            Paragraph(
                line(
                    "In eight months our partners tested 3,715 wells. In 818 of them they found more nitrate than the "
                    "World Health Organization’s guideline allows.",
                    note(
                        "Open Wells, Water in Four Districts, p. 12, ",
                        "https://openwells.example/reports/2026/water-in-four-districts",
                    ),
                    " The wells that failed serve about 61,000 people, a third of them children under twelve. A report "
                    "in Korean, ",
                    Run("마을 우물의 물", language="ko"),
                    ", found much the same in 2024.",
                    note("Ibid., p. 31."),
                    note("The Korean report tested 190 wells."),
                )
            ),
            Quotation(
                (
                    line(
                        "“We boil it, we let it stand, we pour it through cloth. ",
                        Run("Nitrate", emphasis="emphasis"),
                        " does not care about cloth.”",
                    ),
                ),
                line("Teacher, 41, Lower Valley, interviewed in June 2026"),
            ),
            Paragraph(line("We therefore urge your government to:"), keep_with_next=True),
            ListBlock(
                (
                    line("vote for the resolution, and explain the vote in the words of its fourth paragraph;"),
                    line("use its seat in the Second Committee to ask for a yearly count of unsafe wells;"),
                    line(
                        "open its own laboratories to the districts that have none, as it did in 2021 (see ",
                        Run("the Assembly’s record", url="https://assembly.example/records/2021/77"),
                        ").",
                    ),
                ),
                ordered=True,
            ),
            Paragraph(
                line(
                    "My colleagues and I would be glad to meet you or your experts in New York in the first week of "
                    "December. The enclosed briefing gives the figures district by district, the method by which the "
                    "wells were chosen, and what four governments have already promised to do."
                )
            ),
            Paragraph(
                line(
                    "None of this is costly. A field test costs less than four euros, and a closed well can be replaced "
                    "by a shared one within the hour’s walk that most families already make. What is missing is a duty "
                    "to look, and a public place to write down what was found."
                )
            ),
            Signature(
                (line("Please accept, Excellency, the assurances of my highest consideration."),),
                (line(Run("Maria Beispiel", emphasis="strong")), line("Executive Director"), line("Open Wells")),
            ),
        ),
    )


def english_briefing() -> Document:
    body = (
        "Most of the wells that failed had never been tested before. Where a result is known, it is often kept in a "
        "drawer of the district office: of the eleven offices that we visited, two had put the figures on a board "
        "outside, and none had sent them to the villages. People judge water by its taste and colour, and nitrate has "
        "neither."
    )
    return Document(
        kind="briefing",
        title="Clean drinking water in four districts",
        language="en",
        direction="ltr",
        organisation="Open Wells",
        date=DAY,
        furniture=Furniture("Clean drinking water in four districts", "{page} / {pages}", ("Unofficial translation",)),
        blocks=(
            Letterhead("Open Wells"),
            Title(
                line("One well in five is unsafe, and few people are told"),
                kicker="Briefing for the Permanent Mission of Exampleland",
                subtitle="Clean drinking water in four districts, March to October 2026",
            ),
            DateLine(("23 November 2026",)),
            Paragraph(
                line(
                    "Between March and October 2026 our partners tested 3,715 wells in four districts. In 818 the water "
                    "was not fit to drink. The resolution on rural water, to be voted on in December, would oblige "
                    "districts to test every well once a year and to tell the people who use it."
                ),
                role="summary",
            ),
            KeyFigures(
                "Key figures",
                (
                    KeyFigure("3,715", line("wells tested in four districts")),
                    KeyFigure("818", line("of them with more nitrate than the guideline allows")),
                    KeyFigure("61,000", line("people who drink from the wells that failed")),
                    KeyFigure("€3.80", line("cost of one field test, with the visit")),
                    KeyFigure("2 of 11", line("district offices that publish what they find")),
                ),
            ),
            Heading(1, line("Nobody tells the villages what the laboratory found")),
            Paragraph(
                line(body, note("Open Wells, field notes of 2026, on file.")),
            ),
            Paragraph(
                line("Families named three reasons why they went on drinking from a well that they mistrusted:"),
                keep_with_next=True,
            ),
            ListBlock(
                (
                    line("the next well is more than an hour away;"),
                    line("the new pump belongs to another village, which asks for money;"),
                    line("the water “has always been like this”, and nobody had said otherwise."),
                )
            ),
            Heading(2, line("What a test can and cannot show")),
            Paragraph(line(body + " " + body)),
            ENGLISH_TABLE,
            Heading(
                1,
                line(
                    "Where districts publish results, wells are mended",
                    note("Twelve wells in the Upper Valley, nine on the coast."),
                ),
            ),
            Paragraph(
                line(
                    body + " " + body + " ",
                    Run("(emphasis in the original)", emphasis="emphasis"),
                    " ",
                    Run("très important", language="fr", emphasis="emphasis"),
                    ".",
                )
            ),
            Heading(1, line("In their words")),
            Quotation(
                (
                    line(
                        "“They came with a small case, looked at the colour and wrote something down. I asked what it said. "
                        "They told me the letter would come. That was in spring; the letter has not come.”"
                    ),
                ),
                line("Farmer, 58, Upper Valley"),
            ),
            Quotation(
                (
                    line(Run("“물을 끓여도 소용이 없다는 말을 올해 처음 들었습니다.”", language="ko")),
                    line("“That boiling does not help I heard for the first time this year.”"),
                ),
                line("Nurse, 34, Capital"),
            ),
            PageBreak(),
            Heading(1, line("What Exampleland should do")),
            ListBlock(
                (
                    line("Vote for the resolution on 14 December, and say so before the vote."),
                    line("Ask, in the Second Committee, for a yearly count of unsafe wells by district."),
                ),
                ordered=True,
            ),
            Heading(1, line("What all states should do")),
            ListBlock(
                (
                    line("Test every well that serves more than ten families once a year."),
                    line("Post the result at the well within a month, in the languages that are read there."),
                    line("Close a well only when another is open."),
                ),
                ordered=True,
                start=3,
            ),
            Paragraph(
                line(
                    "Wells were drawn by lot from the registers of the districts. Each was tested twice with field strips, and "
                    "one in ten again in a laboratory. The report gives the method in full: ",
                    Run("openwells.example/method", url="https://openwells.example/method"),
                    ".",
                ),
                role="method",
            ),
        ),
    )


def korean_letter() -> Document:
    return Document(
        kind="letter",
        title="깨끗한 식수: 12월 14일 표결",
        language="ko",
        direction="ltr",
        organisation="열린우물",
        date=DAY,
        furniture=Furniture("깨끗한 식수", "{pages}쪽 중 {page}쪽", ("초안", "2026년 12월 1일까지 보도 금지")),
        blocks=(
            Letterhead("열린우물", ("스위스 제네바 샘물길 12", "openwells.example · post@openwells.example")),
            DateLine(("2026년 11월 23일", "문서 번호: OW/2026/118")),
            Addressee((line("주유엔 예시국 대표부"), line("아나 예시 대사님 귀하"), line("뉴욕"))),
            Subject(line("제목: 깨끗한 식수 – 마을 우물에 관한 결의안을 지지해 주시기 바랍니다")),
            Paragraph(line("존경하는 대사님께,"), role="salutation"),
            Paragraph(
                line(
                    "열린우물은 2019년부터 4개 지역에서 마을 우물의 수질을 검사해 온 단체입니다. 총회가 ",
                    Run("12월 14일", emphasis="strong"),
                    "에 농촌 식수에 관한 결의안을 다룰 때 귀국 정부가 찬성표를 던지고, 표결에 앞서 그 뜻을 밝혀 주시기를 요청드립니다.",
                )
            ),
            Paragraph(
                line(
                    "저희 협력 단체들은 8개월 동안 우물 3,715개를 검사하였습니다. 그 가운데 818개에서 세계보건기구(WHO)의 "
                    "지침이 허용하는 수준을 넘는 질산염이 검출되었습니다.",
                    note(
                        "열린우물, 「네 지역의 물」, 12쪽, ",
                        "https://openwells.example/reports/2026/water-in-four-districts",
                    ),
                    " 기준을 넘은 우물은 약 61,000명이 이용하며, 그 가운데 3분의 1은 12세 미만의 어린이입니다. 가장 가까운 "
                    "안전한 우물까지의 거리는 평균 4.2킬로미터였습니다. 영어 보고서 ",
                    Run("Water in Four Districts", language="en", emphasis="emphasis"),
                    "에 자세한 내용이 실려 있습니다.",
                    note("같은 보고서, 31쪽."),
                )
            ),
            Quotation(
                (
                    line(
                        "“물을 끓이고, 가라앉히고, 천에 걸러 마십니다. 그래도 ",
                        Run("질산염", emphasis="emphasis"),
                        "은 천에 걸러지지 않습니다.”",
                    ),
                ),
                line("교사, 41세, 아랫골 지역, 2026년 6월 면담"),
            ),
            Paragraph(line("이에 귀국 정부에 다음과 같이 요청드립니다."), keep_with_next=True),
            ListBlock(
                (
                    line("결의안에 찬성표를 던지고, 제4항의 문구로 표결 이유를 설명해 주십시오."),
                    line("제2위원회에서 안전하지 않은 우물의 수를 해마다 집계하도록 요구해 주십시오."),
                    line("2021년에 하신 것처럼, 실험실이 없는 지역에 귀국의 실험실을 개방해 주십시오."),
                ),
                ordered=True,
            ),
            Paragraph(
                line(
                    "12월 첫째 주에 뉴욕에서 대사님이나 담당자를 직접 뵙고 설명드릴 수 있기를 바랍니다. 동봉한 자료에는 지역별 "
                    "수치와 조사 방법, 그리고 네 나라 정부가 이미 약속한 조치가 정리되어 있습니다."
                )
            ),
            Signature(
                (line("감사합니다."),),
                (line(Run("마리아 바이슈필", emphasis="strong")), line("사무총장"), line("열린우물")),
            ),
        ),
    )


KOREAN_TABLE = Table(
    header=(line("지역"), line("검사한 우물"), line("부적합 우물"), line("부적합 비율")),
    rows=(
        (line("윗골"), line("412개"), line("96개"), line("23%")),
        (line("아랫골"), line("1,180개"), line("402개"), line("34%")),
        (line("해안과 섬"), line("77개"), line("9개"), line("12%")),
        (line("수도"), line("2,046개"), line("311개"), line("15%")),
    ),
    caption=line("2026년 3월부터 10월까지 검사한 우물", note("각 지역 실험실의 집계.")),
    numeric=(False, True, True, True),
)


def korean_briefing() -> Document:
    body = (
        "기준을 넘은 우물은 대부분 한 번도 검사를 받은 적이 없었습니다. 결과가 나와 있더라도 지역 사무소의 서랍 속에 머무는 경우가 "
        "많습니다. 저희가 방문한 사무소 11곳 가운데 2곳만이 수치를 게시판에 공개하였고, 마을에 결과를 알린 곳은 한 곳도 없었습니다. "
        "주민들은 맛과 빛깔로 물을 판단하지만, 질산염에는 맛도 빛깔도 없습니다."
    )
    return Document(
        kind="briefing",
        title="네 지역의 깨끗한 식수",
        language="ko",
        direction="ltr",
        organisation="열린우물",
        date=DAY,
        furniture=Furniture("네 지역의 깨끗한 식수", "{page} / {pages}", ("비공식 번역",)),
        blocks=(
            Letterhead("열린우물"),
            Title(
                line("우물 다섯 곳 가운데 한 곳이 안전하지 않지만, 주민들은 알지 못합니다"),
                kicker="예시국 대표부를 위한 설명 자료",
                subtitle="네 지역의 깨끗한 식수, 2026년 3월~10월",
            ),
            DateLine(("2026년 11월 23일",)),
            Paragraph(
                line(
                    "2026년 3월부터 10월까지 협력 단체들은 4개 지역에서 우물 3,715개를 검사하였습니다. 그 가운데 818개의 물은 마시기에 "
                    "적합하지 않았습니다. 12월에 표결될 농촌 식수 결의안은 각 지역이 해마다 모든 우물을 검사하고, 그 결과를 이용하는 "
                    "주민에게 알리도록 의무화합니다."
                ),
                role="summary",
            ),
            KeyFigures(
                "주요 수치",
                (
                    KeyFigure("3,715개", line("4개 지역에서 검사한 우물")),
                    KeyFigure("818개", line("질산염이 지침의 허용 수준을 넘은 우물")),
                    KeyFigure("61,000명", line("기준을 넘은 우물의 물을 마시는 주민")),
                    KeyFigure("4.2km", line("가장 가까운 안전한 우물까지의 평균 거리")),
                ),
            ),
            Heading(1, line("실험실의 결과가 마을에 전해지지 않습니다")),
            Paragraph(line(body, note("열린우물, 2026년 현장 기록, 미공개."))),
            Paragraph(
                line("주민들은 믿지 못하는 우물의 물을 계속 마시는 까닭을 세 가지로 들었습니다."), keep_with_next=True
            ),
            ListBlock(
                (
                    line("다음 우물까지 걸어서 한 시간이 넘게 걸립니다."),
                    line("새 펌프는 이웃 마을의 것이어서 돈을 내야 합니다."),
                    line("“물은 늘 이랬고”, 다르다고 말해 준 사람이 없었습니다."),
                )
            ),
            Heading(2, line("검사가 보여 주는 것과 보여 주지 못하는 것")),
            Paragraph(line(body + " " + body)),
            KOREAN_TABLE,
            Heading(1, line("결과를 공개하는 지역에서는 우물이 고쳐집니다")),
            Paragraph(line(body + " " + body)),
            Heading(1, line("주민들의 목소리")),
            Quotation(
                (
                    line(
                        "“작은 가방을 들고 와서 색을 보고는 무언가를 적었습니다. 무엇이라고 적었느냐고 물으니 편지가 올 것이라고 하였습니다. 그때가 봄이었는데, 편지는 아직 오지 않았습니다.”"
                    ),
                ),
                line("농민, 58세, 윗골 지역"),
            ),
            PageBreak(),
            Heading(1, line("예시국이 해야 할 일")),
            ListBlock(
                (
                    line("12월 14일에 결의안에 찬성하고, 표결에 앞서 그 뜻을 밝혀야 합니다."),
                    line("제2위원회에서 지역별 부적합 우물의 수를 해마다 집계하도록 요구해야 합니다."),
                ),
                ordered=True,
            ),
            Heading(1, line("모든 국가가 해야 할 일")),
            ListBlock(
                (
                    line("열 가구 이상이 쓰는 우물은 해마다 한 번 검사해야 합니다."),
                    line("결과는 한 달 안에 주민이 읽는 언어로 우물가에 게시해야 합니다."),
                    line("다른 우물이 열린 뒤에만 우물을 닫아야 합니다."),
                ),
                ordered=True,
                start=3,
            ),
            Paragraph(
                line(
                    "우물은 각 지역의 등록부에서 추첨으로 골랐습니다. 우물마다 시험지로 두 번 검사하고, 열 곳 가운데 한 곳은 실험실에서 다시 검사하였습니다. 조사 방법: ",
                    Run("openwells.example/method", url="https://openwells.example/method"),
                ),
                role="method",
            ),
        ),
    )


SAMPLES = {
    "letter-en": english_letter,
    "letter-ko": korean_letter,
    "briefing-en": english_briefing,
    "briefing-ko": korean_briefing,
}
"""The documents that are rendered, by name."""

__all__ = ["SAMPLES", "document", "layout", "line", "note", "text_of"]
