"""How a language is set, and how a layout looks: what both renderers are told."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


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
    spacing: float = Field(default=1, gt=0, le=2)
    """How much of the layout's space between paragraphs a Word file keeps."""
    indent: int = Field(default=0, ge=0, le=4)
    """How many characters the first line of a paragraph stands in, in layouts that indent (letters)."""


def _stated(value: object) -> object:
    """The value of a key that is there; YAML takes a `#` without quotation marks for a comment, and leaves nothing."""
    if value is None:
        raise ValueError('there is nothing after the colon; write a colour in quotation marks: "#1b3a6b"')
    return value


Filled = Annotated[str, StringConstraints(min_length=1)]
Hex = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Colour = Annotated[Hex | None, BeforeValidator(_stated)]
Side = Annotated[float, Field(ge=10, le=60)]
Head = Annotated[float, Field(ge=18, le=60)]


class Colours(BaseModel):
    """The colours of a layout, as `#rrggbb`; one that is not stated stays as the layout's own files have it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    accent: Colour = None
    """Headings, numbers, links and strong rules."""
    quiet: Colour = None
    """Small text at the edge: letterhead, sources, header and footer."""
    rule: Colour = None
    """Thin rules."""


class Margins(BaseModel):
    """The margins of a page in millimetres; `start` is where lines begin: on the left, in Arabic on the right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    top: Head | None = None
    """Header and footer stand in the margins, which leaves them a least height."""
    bottom: Head | None = None
    start: Side | None = None
    end: Side | None = None


class Logo(BaseModel):
    """A picture in the top margin of the first page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Filled
    """A PNG or JPEG file in the folder of the layout."""
    alt: Annotated[str, StringConstraints(min_length=1, pattern=r"^[^{}\n]*$")]
    """What the picture shows, for readers who hear the document; braces would be a tag in Word."""
    height: float = Field(ge=5, le=40)
    """In millimetres."""


class LayoutFonts(BaseModel):
    """Faces that come before those of the language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    family: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ]*$")] | None = None
    """For PDF: `My Serif` stands in `fonts/MySerif-Regular.ttf`, `-Bold.ttf`, `-Italic.ttf`, `-BoldItalic.ttf`."""
    word_body: Filled | None = None
    """For the Latin letters of Word files: a text face that recipients have on their machines."""
    word_heading: Filled | None = None


class LayoutSettings(BaseModel):
    """What `layout.yaml` says of a layout; what it leaves out is as `style.css` and `word.docx` have it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Filled
    colours: Colours = Colours()
    margins: Margins = Margins()
    logo: Logo | None = None
    fonts: LayoutFonts = LayoutFonts()
    indent: bool = False
    """Whether paragraphs of running text begin with the indent of the language."""


PLAIN = LayoutSettings(name="Plain")
"""A layout that leaves everything to its own files."""


class Picture(BaseModel):
    """A picture that is ready to go out: without anything but its pixels."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    png: bytes = Field(repr=False)
    alt: str
    width: float
    """In millimetres, like the height."""
    height: float


class Layout(BaseModel):
    """How pages look: the folder of a layout and the typography of every language that may occur."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: Path
    """Holds `page.html`, `style.css` and `word.docx`."""
    typographies: dict[str, Typography]
    """By BCP 47 tag; a document may carry runs in any of them."""
    shelves: tuple[Path, ...] = ()
    """The folders of all layouts: `_common` stands there, and what a layout leaves out, under its name."""
    settings: LayoutSettings = PLAIN
    logo: Picture | None = None
    """The picture that the settings name."""
    scale: float = Field(default=1, ge=0.75, le=1.25)
    """How large everything is set: a document that is to keep to one page may be set a little smaller."""

    def typography(self, language: str) -> Typography:
        """The typography of a language at the scale of the layout, for Word; a PDF is scaled as a whole."""
        plain = self.typographies[language]
        sizes = {"word_size": plain.word_size * self.scale, "leading": plain.leading * self.scale}
        # The space between paragraphs gives way first: Word sets it wider than a PDF does.
        return plain.model_copy(update={**sizes, "spacing": self.scale**3})

    def scaled(self, scale: float) -> Layout:
        """The same layout, set larger or smaller."""
        return self.model_copy(update={"scale": scale})

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the files of the layout are searched, in order: its own folder, then its name on every shelf."""
        others = (shelf / self.folder.name for shelf in self.shelves)
        return tuple(dict.fromkeys((self.folder, *others)))

    def file(self, name: str) -> Path:
        """The first file of that name in the layout's folders; where there is none, its place in the first."""
        return _first(self.folders, name)

    def common(self, name: str) -> Path:
        """The file of that name which all layouts share."""
        return _first(tuple(shelf / COMMON for shelf in self.shelves) or (self.folder.parent / COMMON,), name)


COMMON = "_common"
"""The folder, beside the layouts, of what they share."""


def _first(folders: tuple[Path, ...], name: str) -> Path:
    return next((folder / name for folder in folders if (folder / name).is_file()), folders[0] / name)
