"""A draft says what the release says, in its order and in its paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefgen.importing.release import import_release
from briefgen.importing.statements import statements_of
from briefgen.library.shelves import Library

RELEASE = """Dol: Wells Closed in the Valley

(Dol) – The ministry closed 14 wells in the valley last year, the League said today. Guards burned two pumps.

Nobody was told why the wells were closed. The council should open the wells.

What the League saw

Three trucks brought water to nine villages in June.
"""


def drafted(tmp_path: Path, library: Library, text: str) -> dict[str, Any]:
    (tmp_path / "release.txt").write_text(text, encoding="utf-8")
    return import_release(tmp_path / "release.txt", "wells", library, statements_of).draft.data


def test_a_section_has_the_paragraphs_of_the_release(tmp_path: Path, library: Library) -> None:
    data = drafted(tmp_path, library, RELEASE)
    words = {item["id"]: item["anchor"] for item in (*data["findings"], *data["figures"])}
    (section, *_) = data["sections"]
    begun = [words[name].split(" ")[0] for name in section["paragraphs"]]
    assert begun[0] == "Nobody"
    assert section["claims"][0] not in section["paragraphs"]
    assert set(section["paragraphs"]) <= set(section["claims"])


def test_a_section_of_one_paragraph_names_none(tmp_path: Path, library: Library) -> None:
    data = drafted(tmp_path, library, "\n".join(RELEASE.splitlines()[:3]))
    assert ["paragraphs" in section for section in data["sections"]] == [False]
