"""The encoding of a text: by its mark, by what it declares, by what fits; a guess is a doubt."""

from __future__ import annotations

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.importing.decoding import decoded

PLACE = Place("release.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_text_is_read_in_every_unicode_encoding(encoding: str) -> None:
    assert decoded("Café – “word”".encode(encoding), PLACE).text == "Café – “word”"
    assert decoded("Café – “word”".encode(encoding), PLACE).doubts == ()


def test_windows_1252_is_read_with_a_doubt_and_other_bytes_are_refused() -> None:
    found = decoded("Café – “word”".encode("windows-1252"), PLACE)
    assert found.text == "Café – “word”"
    assert "windows-1252" in found.doubts[0].question
    with pytest.raises(BriefgenError, match="not a text"):
        decoded(b"\x00\x01\x02\x80\x81", PLACE)
