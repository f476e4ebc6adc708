"""How a language is set: direction, fonts and leading, for both renderers."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Typography(BaseModel):
    """The typographic settings of one language, as `locales/<lang>/language.yaml` states them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tag: str
    """BCP 47 tag, as in `lang` attributes: `ko`, `zh-Hans`."""
    direction: Literal["ltr", "rtl"] = "ltr"
    families: tuple[str, ...]
    """The package's font families in the order in which a glyph is looked for."""
    leading: float
    """Line step in points at the text size of 10.5 points."""
    italics: bool = True
    """Whether the script has italics; where not, emphasis is bold."""
    word_tag: str
    """The language tag that Word writes, with a region: `ko-KR`."""
    word_slot: Literal["val", "eastAsia", "bidi"] = "val"
    """Which of Word's three language slots the tag goes to (ECMA-376 part 1, 17.3.2.20)."""
    word_body: str
    """A text face that recipients have on their machines."""
    word_heading: str
    """A face for headings and emphasis that recipients have."""
    word_size: float = 11
    """Text size in Word, in points."""


class Layout(BaseModel):
    """How pages look: the folder of a layout and the typography of every language that may occur."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: Path
    """Holds `page.html`, `style.css` and `word.docx`."""
    typographies: dict[str, Typography]
    """By BCP 47 tag; a document may carry runs in any of them."""
