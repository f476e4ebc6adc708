# ruff: noqa: E501 - Korean and Arabic count double or read best on one line
"""Small documents about clean drinking water: a letter and a briefing in English, Korean and Arabic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Direction,
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
)
from briefgen.model.typography import Layout, LayoutSettings, Typography

ROOT = Path(__file__).parents[3]
LAYOUTS = ROOT / "templates" / "layouts"
LETTERHEAD = LAYOUTS / "letterhead"
BRIEFING = LAYOUTS / "briefing"
URL = "https://water.example/report?year=2026&part=1"

ARABIC = Typography(
    tag="ar",
    direction="rtl",
    families=("Briefgen Naskh",),
    leading=19.5,
    italics=False,
    word_tag="ar-SA",
    word_slot="bidi",
    word_body="Times New Roman",
    word_heading="Times New Roman",
    word_size=14,
)


def _typography(language: str) -> Typography:
    data = yaml.safe_load((ROOT / "locales" / language / "language.yaml").read_text(encoding="utf-8"))
    return Typography.model_validate(data["typography"])


def layout(folder: Path = LETTERHEAD, **settings: object) -> Layout:
    """The letterhead (or another folder) with the languages of the samples, and settings as in `layout.yaml`."""
    return Layout(
        folder=folder,
        typographies={"ar": ARABIC, **{tag: _typography(tag) for tag in ("en", "ko", "ja", "zh-Hans")}},
        settings=LayoutSettings.model_validate({"name": "Sample", **settings}),
    )


def line(text: str) -> Line:
    return (Run(text),)


def document(language: str = "en", *blocks: Block, kind: str = "briefing", marks: tuple[str, ...] = ()) -> Document:
    """A document of these blocks in a language."""
    words = {
        "en": ("Safe water for every school", "Water Alliance", "Page {page} of {pages}"),
        "ko": ("모든 학교에 안전한 물을", "물 연대", "전체 {pages}쪽 중 {page}쪽"),
        "ar": ("مياه آمنة لكل مدرسة", "تحالف المياه", "صفحة {page} من {pages}"),
    }
    title, organisation, page = words.get(language, words["en"])
    direction: Direction = "rtl" if language == "ar" else "ltr"
    furniture = Furniture(title, page, marks)
    return Document(kind, title, language, direction, organisation, date(2026, 11, 23), furniture, blocks)


@dataclass(frozen=True)
class Words:
    """The text of one language's samples."""

    name: str
    address: tuple[str, ...]
    marks: tuple[str, ...]
    date: tuple[str, ...]
    to: tuple[str, ...]
    subject: str
    greeting: str
    ask: tuple[str, str, str]
    note: str
    link: str
    body: str
    foreign: Run
    urge: str
    asks: tuple[str, ...]
    longer: str
    close: str
    signatory: tuple[str, ...]
    kicker: str
    title: str
    subtitle: str
    panel: str
    figures: tuple[tuple[str, str], ...]
    headings: tuple[str, str, str]
    quote: tuple[str, str]
    source: str
    caption: str
    table: tuple[tuple[str, str, str], ...]
    method: str


ENGLISH = Words(
    name="Water Alliance",
    address=("12 River Lane, Springfield", "water.example · office@water.example"),
    marks=("DRAFT – not for circulation", "Embargoed until 30 November 2026, 10:00 UTC"),
    date=("23 November 2026", "Ref. WA/2026/17"),
    to=("H.E. the Permanent Representative", "Permanent Mission of Exampleland", "New York"),
    subject="Re: Safe drinking water in schools: support for the pledge of 2027",
    greeting="Excellency,",
    ask=(
        "The Water Alliance asks your government to ",
        "join the pledge on safe water in schools",
        ", which will be opened for signature in March 2027.",
    ),
    note="Water Alliance, Safe Water for Every School, 2026, p. 12. See ",
    link="the full report",
    body="One school in three has no safe drinking water, and children carry it for an hour a day. Where a well was "
    "dug beside the school, attendance rose within a term; where a filter was kept in repair by the parents, illness "
    "fell by half. The report names the programme in Korean: ",
    foreign=Run("모든 학교에 안전한 물을", language="ko"),
    urge="We therefore urge your government to:",
    asks=(
        "announce its support for the pledge in the general debate;",
        "report each year how many schools have safe water, by district, so that no school is counted twice and none "
        "is left out;",
        "name a focal point in the ministry responsible for water.",
    ),
    longer="In the longer term it could:",
    close="Yours faithfully,",
    signatory=("Jane Example", "Director", "Water Alliance"),
    kicker="Briefing",
    title="Safe water for every school",
    subtitle="What a pledge can change by 2030",
    panel="Key figures",
    figures=(
        ("6,820", "schools without safe water in the districts that were studied"),
        ("321 km", "of new pipes"),
        ("1 in 3", "schools has no safe source within its grounds"),
        ("24 h", "to mend a pump with a trained keeper"),
        ("2030", "the year by which all schools can be reached"),
    ),
    headings=("A well beside the school changes the day", "Repairs decide", "What the parents keep"),
    quote=(
        "We used to leave before dawn. Now the water is here, and my daughter reads in the morning instead.",
        "Nobody came to repair the pump, so we learned to do it.",
    ),
    source="A mother of three, northern district, interviewed in May 2026",
    caption="Table 1. Schools with safe water, by district",
    table=(
        ("District", "Schools", "With safe water"),
        ("Northern district and the islands", "1,204", "61 %"),
        ("Riverside", "87", "9.5 %"),
        ("Hills", "312", "44 %"),
    ),
    method="Method: 412 interviews in 37 schools between January and June 2026, compared with the registers of the "
    "districts.",
)

KOREAN = Words(
    name="물 연대",
    address=("스프링필드 강변로 12", "water.example · office@water.example"),
    marks=("초안 – 배포 금지", "2026년 11월 30일 10시(협정 세계시)까지 보도 금지"),
    date=("2026년 11월 23일", "문서 번호 WA/2026/17"),
    to=("상주대표 각하", "예시국 유엔 상주대표부", "뉴욕"),
    subject="제목: 학교의 안전한 식수 – 2027년 서약 지지 요청",
    greeting="각하께,",
    ask=(
        "물 연대는 귀국 정부가 2027년 3월 서명을 위해 개방되는 ",
        "학교의 안전한 물에 관한 서약에 참여",
        "해 주실 것을 요청합니다.",
    ),
    note="물 연대, 「모든 학교에 안전한 물을」, 2026년, 12쪽. 다음을 참조하십시오: ",
    link="보고서 전문",
    body="학교 세 곳 가운데 한 곳에는 안전한 식수가 없으며, 아이들은 하루 한 시간씩 물을 나릅니다. 학교 옆에 우물을 판 곳에서는 한 학기 "
    "만에 출석률이 올랐고, 학부모가 정수기를 관리한 곳에서는 질병이 절반으로 줄었습니다. 영어로 된 사업의 이름은 다음과 같습니다: ",
    foreign=Run("Safe Water for Every School", "emphasis", language="en"),
    urge="이에 귀국 정부가 다음과 같이 해 주실 것을 촉구합니다.",
    asks=(
        "일반 토의에서 서약에 대한 지지를 발표해 주십시오.",
        "안전한 물이 있는 학교의 수를 지역별로 해마다 보고하여 어느 학교도 두 번 세거나 빠뜨리지 않도록 해 주십시오.",
        "물을 담당하는 부처에 담당관을 지정해 주십시오.",
    ),
    longer="장기적으로는 다음과 같은 일을 할 수 있습니다.",
    close="감사합니다.",
    signatory=("홍길동", "대표", "물 연대"),
    kicker="브리핑",
    title="모든 학교에 안전한 물을",
    subtitle="서약이 2030년까지 바꿀 수 있는 것",
    panel="주요 수치",
    figures=(
        ("6,820개", "조사한 지역에서 안전한 물이 없는 학교"),
        ("321킬로미터", "새로 놓은 수도관"),
        ("3곳 중 1곳", "교내에 안전한 수원이 없는 학교"),
        ("24시간", "관리인이 있을 때 펌프를 고치는 데 걸리는 시간"),
    ),
    headings=("학교 옆의 우물이 하루를 바꿉니다", "수리가 좌우합니다", "학부모가 지키는 것"),
    quote=(
        "예전에는 동트기 전에 나섰습니다. 이제는 물이 여기 있어서 딸은 아침에 책을 읽습니다.",
        "아무도 펌프를 고치러 오지 않아서 우리가 배웠습니다.",
    ),
    source="세 아이의 어머니, 북부 지역, 2026년 5월 면담",
    caption="표 1. 지역별 안전한 물이 있는 학교",
    table=(
        ("지역", "학교 수", "안전한 물이 있는 비율"),
        ("북부 지역과 섬", "1,204", "61%"),
        ("강변", "87", "9.5%"),
        ("구릉", "312", "44%"),
    ),
    method="방법: 2026년 1월부터 6월까지 37개 학교에서 412명을 면담하고 지역의 기록과 대조하였습니다.",
)

ARABIC_WORDS = Words(
    name="تحالف المياه",
    address=("12 شارع النهر، سبرينغفيلد", "water.example · office@water.example"),
    marks=("مسودة – ليست للتوزيع", "محظور النشر حتى 30 تشرين الثاني/نوفمبر 2026"),
    date=("23 تشرين الثاني/نوفمبر 2026", "المرجع WA/2026/17"),
    to=("سعادة الممثل الدائم", "البعثة الدائمة لدولة المثال لدى الأمم المتحدة", "نيويورك"),
    subject="الموضوع: مياه الشرب الآمنة في المدارس – دعم تعهد عام 2027",
    greeting="سعادة السفير،",
    ask=(
        "يطلب تحالف المياه من حكومتكم ",
        "الانضمام إلى التعهد بشأن المياه الآمنة في المدارس",
        "، الذي سيفتح باب التوقيع عليه في آذار/مارس 2027.",
    ),
    note="تحالف المياه، «مياه آمنة لكل مدرسة»، 2026، الصفحة 12. انظر ",
    link="التقرير الكامل",
    body="لا تتوافر مياه شرب آمنة في مدرسة واحدة من كل ثلاث مدارس (33 في المائة)، ويحمل الأطفال الماء ساعة كل يوم. وحيثما "
    "حفرت بئر قرب المدرسة ارتفع الحضور خلال فصل دراسي واحد. واسم البرنامج بالإنكليزية هو ",
    foreign=Run("Safe Water for Every School (SWES) 2026", language="en"),
    urge="ولذلك نحث حكومتكم على ما يلي:",
    asks=(
        "إعلان دعمها للتعهد في المناقشة العامة؛",
        "تقديم تقرير سنوي عن عدد المدارس التي لديها مياه آمنة بحسب المنطقة، حتى لا تحسب أي مدرسة مرتين ولا تغفل أي منها؛",
        "تعيين جهة اتصال في الوزارة المسؤولة عن المياه.",
    ),
    longer="وعلى المدى الأبعد يمكنها:",
    close="وتفضلوا بقبول فائق الاحترام،",
    signatory=("فلانة الفلاني", "المديرة", "تحالف المياه"),
    kicker="إحاطة",
    title="مياه آمنة لكل مدرسة",
    subtitle="ما يمكن أن يغيره التعهد بحلول عام 2030",
    panel="أرقام رئيسية",
    figures=(
        ("6,820", "مدرسة بلا مياه آمنة في المناطق المشمولة بالدراسة"),
        ("321 كم", "من الأنابيب الجديدة"),
        ("24 ساعة", "لإصلاح المضخة بوجود قيّم مدرب"),
    ),
    headings=("البئر قرب المدرسة تغير اليوم", "الإصلاح هو الحاسم", "ما يحافظ عليه الآباء والأمهات"),
    quote=(
        "كنا نخرج قبل الفجر. والآن الماء هنا، وابنتي تقرأ في الصباح.",
        "لم يأت أحد لإصلاح المضخة (من UNICEF أو من غيرها)، فتعلمنا ذلك.",
    ),
    source="أم لثلاثة أطفال، المنطقة الشمالية، مقابلة في أيار/مايو 2026",
    caption="الجدول 1 – المدارس التي لديها مياه آمنة بحسب المنطقة",
    table=(
        ("المنطقة", "المدارس", "لديها مياه آمنة"),
        ("المنطقة الشمالية والجزر", "1,204", "61 %"),
        ("ضفة النهر", "87", "9,5 %"),
        ("التلال", "312", "44 %"),
    ),
    method="المنهج: 412 مقابلة في 37 مدرسة بين كانون الثاني/يناير وحزيران/يونيه 2026.",
)

WORDS = {"en": ENGLISH, "ko": KOREAN, "ar": ARABIC_WORDS}
LANGUAGES = tuple(WORDS)


def letter(language: str = "en") -> Document:
    """A letter with every kind of block that letters have."""
    words = WORDS[language]
    note = Note((Run(words.note), Run(words.link, url=URL), Run(".")))
    return document(
        language,
        Letterhead(words.name, words.address),
        DateLine(words.date),
        Addressee(tuple(line(text) for text in words.to)),
        Subject(line(words.subject)),
        Paragraph(line(words.greeting), "salutation"),
        Paragraph((Run(words.ask[0]), Run(words.ask[1], "strong"), Run(words.ask[2]), note)),
        Paragraph((Run(words.body), words.foreign, Run("."))),
        Paragraph(line(words.urge), keep_with_next=True),
        ListBlock(tuple(line(text) for text in words.asks), ordered=True),
        Paragraph(line(words.longer), keep_with_next=True),
        ListBlock(tuple(line(text) for text in words.asks[1:]), ordered=True, start=3),
        Signature((line(words.close),), tuple(line(text) for text in words.signatory)),
        kind="letter",
        marks=words.marks,
    )


def briefing(language: str = "en") -> Document:
    """A briefing of more than one page with every kind of block that briefings have."""
    words = WORDS[language]
    note = Note((Run(words.note), Run(words.link, "emphasis", url=URL), Run(".")))
    header, *rows = (tuple(line(cell) for cell in row) for row in words.table)
    figures = tuple(KeyFigure(value, line(caption)) for value, caption in words.figures)
    return document(
        language,
        Title(line(words.title), words.kicker, words.subtitle),
        DateLine(words.date[:1]),
        Paragraph((*line(words.body), words.foreign, Run(".")), "summary"),
        KeyFigures(words.panel, figures),
        Heading(1, line(words.headings[0])),
        Paragraph(
            (
                Run(words.ask[0]),
                Run(words.ask[1], "emphasis"),
                Run(words.ask[2]),
                note,
                Run(" "),
                *line(words.body),
                words.foreign,
                Run("."),
            )
        ),
        Quotation((line(words.quote[0]), line(words.quote[1])), line(words.source)),
        Quotation((line(words.quote[1]),), line(words.source)),
        Paragraph((*line(words.body), words.foreign, Run("."))),
        Heading(2, line(words.headings[1])),
        Paragraph((*line(words.body), words.foreign, Run("."), Note(line(words.source)))),
        Table(header, tuple(rows), (*line(words.caption), note), (False, True, True)),
        Paragraph((*line(words.body), Run(words.link, url=URL), Run("."))),
        Heading(3, line(words.headings[2])),
        ListBlock(tuple(line(text) for text in words.asks)),
        PageBreak(),
        Heading(1, line(words.headings[1])),
        Paragraph(line(words.urge), keep_with_next=True),
        ListBlock(tuple(line(text) for text in words.asks), ordered=True),
        Paragraph(line(words.method), "method"),
        marks=words.marks[:1],
    )


def all_samples() -> tuple[Document, ...]:
    return tuple(make(language) for language in LANGUAGES for make in (letter, briefing))
