"""Layouts as the shelves hold them: the settings of a layout, checked, with its logo ready to go out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.languages import language_tags, load_settings
from briefgen.library.shelves import Library, built_in_shelf
from briefgen.model.typography import COMMON, Layout, LayoutSettings, Logo, Picture
from briefgen.reading.files import is_inside, read_bytes, require_self_contained
from briefgen.reading.validation import read_model
from briefgen.reading.yaml_text import YamlText

SETTINGS = "layout.yaml"
FONTS = "fonts"
NEEDED_FACES = ("Regular", "Bold")
FACES = (*NEEDED_FACES, "Italic", "BoldItalic")
"""The faces that a family of a layout may have; without the first two a page could not be set."""
READABLE = 4.5
"""The least contrast of text on its ground (WCAG 2.2, 1.4.3)."""
WIDEST = 90
"""Millimetres of a logo; beside it stand the marks of the page."""
MOST_PIXELS = 20_000_000
MOST_BYTES = 20_000_000
_FORMATS = ("PNG", "JPEG")
_ENDS = (b"IEND\xaeB`\x82", b"\xff\xd9")
"""How files of these formats end."""


def load_layout(library: Library, name: str) -> Layout:
    """A layout with the typography of every language on the shelves.

    A layout in the workspace may leave out files: they are then those of the built-in layout of that name. Raises a
    BriefgenError where there is no such layout, and with every problem of its `layout.yaml`.
    """
    known = library.names("templates", "layouts")
    found = None if name.startswith((".", "_")) else library.find("templates", "layouts", name)
    folder = library.require("layout", name, found, known)
    if not is_inside(folder, built_in_shelf()):
        require_self_contained(folder)
    layout = Layout(
        folder=folder,
        shelves=tuple(path for path in library.every("templates", "layouts") if path.is_dir()),
        typographies={tag: load_settings(library, tag).typography for tag in language_tags(library)},
    )
    if not layout.common("base.css").is_file():
        hint = "delete your own, or copy it anew from the built-in layouts"
        raise BriefgenError.one(f"the layouts lack the folder `{COMMON}`", Place(layout.folder.parent), hint)
    settings, parsed = read_model(layout.file(SETTINGS), LayoutSettings)
    problems = [*_faint_colours(settings, parsed), *_missing_faces(layout, settings, parsed)]
    logo = None
    try:
        logo = _load_logo(layout, settings.logo, parsed) if settings.logo else None
    except BriefgenError as error:
        problems += error.problems
    if problems:
        raise BriefgenError(problems)
    return layout.model_copy(update={"settings": settings, "logo": logo})


def contrast_on_white(colour: str) -> float:
    """The contrast of a colour (`#rrggbb`) with white paper, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def _faint_colours(settings: LayoutSettings, parsed: YamlText) -> Iterator[Problem]:
    """The colours of text that cannot be read well on white."""
    for name in ("accent", "quiet"):
        colour = getattr(settings.colours, name)
        if colour and contrast_on_white(colour) < READABLE:
            # Rounded down, or a colour just below the line would seem to be on it.
            ratio = int(contrast_on_white(colour) * 10) / 10
            yield Problem(
                f"`{name}` is too light for text: its contrast on white is {ratio}:1, and {READABLE}:1 is needed",
                parsed.place(("colours", name)),
                "choose a darker colour",
            )


def _missing_faces(layout: Layout, settings: LayoutSettings, parsed: YamlText) -> Iterator[Problem]:
    """The font files that a family needs and does not have."""
    family = settings.fonts.family
    for face in NEEDED_FACES if family else ():
        path = layout.file(f"{FONTS}/{face_file(family or '', face)}")
        if not path.is_file():
            yield Problem(
                f"the family `{family}` lacks the file {FONTS}/{path.name}",
                parsed.place(("fonts", "family")),
                f"put the TrueType file into {path.parent}",
            )


def face_file(family: str, face: str) -> str:
    """The name of the file of a face: `MySerif-Bold.ttf` for the family `My Serif`."""
    return f"{family.replace(' ', '')}-{face}.ttf"


def _load_logo(layout: Layout, logo: Logo, parsed: YamlText) -> Picture:
    """The picture of the logo; raises a BriefgenError that names the place in the settings."""
    place = parsed.place(("logo", "file"))
    if Path(logo.file).name != logo.file:
        raise BriefgenError.one("`file` must be the name of a file in the folder of the layout", place, "copy it there")
    path = layout.file(logo.file)
    if not path.is_file():
        raise BriefgenError.one(f"there is no picture {path}", place, "put it beside layout.yaml")
    png, (width, height) = _pixels_only(path, place)
    picture = Picture(png=png, alt=logo.alt, height=logo.height, width=logo.height * width / height)
    if picture.width > WIDEST:
        raise BriefgenError.one(
            f"the logo would be {picture.width:.0f} mm wide, and there is room for {WIDEST} mm",
            parsed.place(("logo", "height")),
            "give it a smaller height",
        )
    return picture


def _pixels_only(path: Path, place: Place) -> tuple[bytes, tuple[int, int]]:
    """The picture as a new PNG file, and its size.

    Nothing but the pixels is taken over: cameras and drawing programs write names, places and times into pictures.
    """
    hint = "save it as PNG, no larger than it is printed"
    if not read_bytes(path, MOST_BYTES).rstrip(b"\0").endswith(_ENDS):  # what is cut off would be printed grey
        raise BriefgenError.one(f"{path.name} cannot be read: it is no whole PNG or JPEG picture", place, hint)
    try:
        with Image.open(path, formats=_FORMATS) as source:
            if source.width * source.height > MOST_PIXELS:
                raise BriefgenError.one(f"the picture has {source.width} × {source.height} points", place, hint)
            transparent = "A" in source.getbands() or "transparency" in source.info
            upright = ImageOps.exif_transpose(source).convert("RGBA" if transparent else "RGB")
    except UnidentifiedImageError as error:
        raise BriefgenError.one(f"{path.name} is neither a PNG nor a JPEG picture", place, hint) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BriefgenError.one(f"{path.name} cannot be read: {error}", place, hint) from error
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    target = io.BytesIO()
    bare.save(target, "PNG")
    return target.getvalue(), bare.size
