"""A script gets all of a comparison as JSON, each document by itself."""

from __future__ import annotations

import json

from briefgen.comparing.data import as_data
from tests.comparing.conftest import Versions, letter


def test_a_script_gets_what_to_do_what_changed_and_each_document(versions: Versions) -> None:
    versions.shelf.add_language("fr")
    versions.replace("Urgently address the isolation", "Address without delay the isolation")
    data = json.loads(json.dumps(as_data(versions.compared(letter("FR"), letter("FR", "fr"))), default=str))
    (translate,) = data["to do"]["translate"]
    assert translate["languages"] == ["fr"]
    assert translate["texts"] == data["translations"]["languages"][0]["stale"] == len(data["translations"]["texts"])
    assert (data["to do"]["make again"], data["to do"]["make when mended"]) == (["letter_FR_en"], ["letter_FR_fr"])
    assert (data["to do"]["sign off first"], data["to do"]["leave"], data["to do"]["mend"]) == (["fr"], 0, 0)
    change = data["changes"][0]
    assert (change["kind"], change["id"], change["what"]) == ("recommendations", "R1", "changed")
    assert ["removed", "Urgently address"] in change["texts"][0]["words"]
    english, french = data["documents"]
    assert (english["affected"], english["compared in"], english["problems"]) == (True, "en", [])
    assert (french["language"], french["compared in"], french["edited"]) == ("fr", "en", [])
    assert french["blocks"] == english["blocks"]


def test_problems_are_data_too(versions: Versions) -> None:
    versions.edit("evidence: [sanctions,", "evidence: [sanction,")
    data = as_data(versions.compared(letter("FR")))
    assert data["documents"] == []
    assert data["problems"] == [str(problem) for problem in versions.compared().problems]
    assert data["to do"]["mend"] == 1  # type: ignore[index, call-overload]
