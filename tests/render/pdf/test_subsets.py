"""A part of a font is cut out once, and never taken for that of another font."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from briefgen.render.pdf import load


def test_the_same_glyphs_of_the_same_font_are_cut_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    subsets, cut = load("subsets"), []

    class Font:
        def clean(self, glyphs: object, hinting: bool) -> None:
            cut.append(self.name)
            self.file_content = b"part of " + self.file_content[-4:]

    monkeypatch.setattr(subsets, "Font", Font)
    subsets.install()

    def cleaned(name: str, content: bytes, glyphs: object) -> bytes:
        font = SimpleNamespace(name=name, file_content=content, index=0, missing={})
        Font.clean(font, glyphs, False)
        return font.file_content

    assert cleaned("A", b"one.", {1: "a"}) == cleaned("A", b"one.", {1: "b"}) == b"part of one."
    assert cut == ["A"]
    assert cleaned("A", b"two.", {1: "a"}) == b"part of two."
    cleaned("A", b"one.", {2: "a"})
    cleaned("B", b"one.", {1: "a"})
    assert cut == ["A", "A", "A", "B"]
    for number in range(subsets.KEPT):
        cleaned("A", b"one.", {number + 10: ""})
    cleaned("A", b"one.", {1: "a"})
    assert cut.count("A") == 3 + subsets.KEPT + 1
