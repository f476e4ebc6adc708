"""Who publishes a release, by the words with which it lets an organisation speak; a person publishes none."""

from __future__ import annotations

import pytest

from briefgen.importing.passages import Passage
from briefgen.importing.publishers import publishers_in


def names(text: str) -> set[str]:
    return {name for name, _, _ in publishers_in([Passage(text, "paragraph", 1)])}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The wells are dry, Example Water Watch said today.", "Example Water Watch"),
        ("“No,” said Ana Lima, researcher at Example Watch.", "Example Watch"),
        ("L’eau manque, a déclaré l’Observatoire des écoles dans un rapport.", "Observatoire des écoles"),
        ("La mer est fermée, affirme la Ligue des pêcheurs.", "Ligue des pêcheurs"),
        ("« Non », a déclaré Anne Roy, chercheuse à l’Observatoire du fleuve.", "Observatoire du fleuve"),
        ("Cinco llevan presos, denunció hoy el Comité del Río.", "Comité del Río"),
        ("«No», dijo Marta Soler, directora de la Red de Tierras.", "Red de Tierras"),
        ("물이 없다고 학교감시단이 오늘 밝혔다.", "학교감시단"),
        ("일하고 있다고 광산노동연대가 밝혔다.", "광산노동연대"),
        ("물연대의 김가람 연구원은 “없다”고 말했다.", "물연대"),
    ],
)
def test_an_organisation_that_speaks_may_publish(text: str, name: str) -> None:
    assert names(text) == {name}


@pytest.mark.parametrize(
    "text", ["« Non », a déclaré Claire Morel.", "«No», dijo Marta Soler.", "“없다”고 김가람은 말했다."]
)
def test_a_person_who_speaks_does_not_publish(text: str) -> None:
    assert names(text) == set()
