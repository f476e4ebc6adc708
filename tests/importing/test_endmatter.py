import pytest

from benchmarks.importing.scoring import passages_of
from briefgen.importing.statements import statements_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "About the League\nThe League works in 64 countries."),
        ("en", "Notes to editors\n1. The League has 12 offices.\n2. It has 40 members."),
        ("fr", "À propos de la Ligue\nLa Ligue travaille dans 64 pays."),
        ("es", "Acerca de la Liga\nLa Liga trabaja en 64 países."),
        ("ko", "연대 소개\n연대는 64곳에서 일한다."),
        ("en", "Press office, 12 Hill Road, floor 3, tel. 555 0142"),
        ("fr", "Contact : Julie Dol, +00 1 55 50 12 12"),
        ("es", "Calle Central 1450, piso 3 – Tel. 555 0142"),
        ("ko", "문의: 연대 홍보팀 02-0000-0142"),
        ("ko", "붙임: 결정문 1부."),
        ("en", "*The experts: Ana Lima, Special Rapporteur on ports; Omar Dele (Chair), Working Group on Gates."),
        ("en", "Independent experts serve in their individual capacity and are not paid for their work."),
        ("en", "The Alliance for Ports is an independent organization that works in 60 countries."),
        ("en", "The Ports Union represents 2.3 million workers in 71 countries."),
        ("fr", "La FMR représente plus de 480 000 membres dans 121 pays."),
        ("es", "Nota metodológica: los datos proceden de 62 corresponsales."),
        ("en", "The full list of signatories is available on request."),
    ],
)
def test_nothing_is_taken_from_below_a_release(language: str, text: str) -> None:
    found = statements_of(passages_of(text), language)
    assert (found.figures, found.findings) == ((), ())


def test_a_heading_ends_the_notes() -> None:
    found = statements_of(passages_of("Notes\nThe League has 12 offices.\n# More\nIt burned 9 homes."), "en")
    assert [item.anchor for item in found.findings] == ["It burned 9 homes."]
