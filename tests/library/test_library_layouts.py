"""Layouts as the shelves hold them, and every mistake in a `layout.yaml` in plain words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from briefgen.errors import BriefgenError
from briefgen.library.languages import language_tags
from briefgen.library.layouts import contrast_on_white, load_layout
from briefgen.library.shelves import Library, open_library
from briefgen.model.typography import Layout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A layout of the workspace that has nothing of its own yet."""
    found = tmp_path / "templates" / "layouts" / "letterhead"
    found.mkdir(parents=True)
    return found


def load(folder: Path, text: str) -> Layout:
    (folder / "layout.yaml").write_text(f"name: Ours\n{text}", encoding="utf-8")
    return load_layout(open_library(folder.parents[2]), "letterhead")


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(BriefgenError) as caught:
        load(folder, text)
    return str(caught.value).removeprefix(str(folder / "layout.yaml"))


def save(path: Path, mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object) -> None:
    Image.new(mode, size).save(path, **options)


@pytest.mark.parametrize("name", ["letterhead", "briefing"])
def test_a_layout_knows_its_files_and_every_language(library: Library, name: str) -> None:
    layout = load_layout(library, name)
    assert set(layout.typographies) == set(language_tags(library))
    assert layout.settings.indent == (name == "letterhead")
    for file in ("layout.yaml", "page.html", "style.css", "word.docx"):
        assert (layout.folder / file).is_file()
    assert {tag: item.indent for tag, item in layout.typographies.items() if item.indent} == {"ja": 1, "zh-Hans": 2}


def test_an_unknown_layout_is_met_with_the_nearest(library: Library) -> None:
    with pytest.raises(BriefgenError, match=r"there is no layout `leterhead`.*`letterhead`"):
        load_layout(library, "leterhead")
    for name in ("_common", ".."):
        with pytest.raises(BriefgenError, match="there is no layout"):
            load_layout(library, name)


def test_a_layout_of_the_workspace_takes_what_it_lacks_from_the_built_in_one(folder: Path, library: Library) -> None:
    built_in = load_layout(library, "letterhead")
    mine = load(folder, 'colours: {accent: "#8a1c1c"}')
    assert mine.settings.name == "Ours"
    assert mine.file("word.docx") == built_in.folder / "word.docx"
    assert mine.common("base.css") == built_in.common("base.css")
    (folder / "layout.yaml").unlink()
    assert load_layout(open_library(folder.parents[2]), "letterhead").settings == built_in.settings


def test_a_copy_under_another_name_finds_what_all_share(folder: Path, library: Library) -> None:
    folder.rename(folder.parent / "ours")
    (folder.parent / "ours" / "layout.yaml").write_text("name: Ours", encoding="utf-8")
    ours = load_layout(open_library(folder.parents[2]), "ours")
    assert ours.common("page.html") == load_layout(library, "letterhead").common("page.html")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast_on_white("#1b3a6b") > 7


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('colours: {accent: "#ff9900"}', ":2:19: `accent` is too light for text: its contrast on white is 2.1:1"),
        ('colours: {quiet: "#777777"}', ":2:18: `quiet` is too light for text: its contrast on white is 4.4:1"),
        ("colours:\n  accent: #1b3a6b", ":3:10: `accent`: there is nothing after the colon"),
        ("margins: {strat: 25}", ":2:11: the key `strat` is not known here (did you mean `start`?)"),
        ("logo: {file: logo.png, alt: Wells, height: 12}", ":2:14: there is no picture"),
        ("logo: {file: ../logo.png, alt: Wells, height: 12}", ":2:14: `file` must be the name of a file"),
        ("fonts: {family: My Serif}", ":2:17: the family `My Serif` lacks the file fonts/MySerif-Regular.ttf"),
    ],
)
def test_mistakes_are_told_with_their_place(folder: Path, text: str, message: str) -> None:
    assert complaint(folder, text).startswith(message)


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    text = 'colours: {accent: "#ff9900", quiet: "#ffff00"}\nfonts: {family: X}\nlogo: {file: a.png, alt: a, height: 9}'
    assert len(complaint(folder, text).splitlines()) == 5


def test_a_rule_may_be_light(folder: Path) -> None:
    assert load(folder, 'colours: {rule: "#dddddd"}').settings.colours.rule == "#dddddd"


def test_a_family_with_both_needed_faces_is_accepted(folder: Path) -> None:
    (folder / "fonts").mkdir()
    for face in ("Regular", "Bold"):
        (folder / "fonts" / f"MySerif-{face}.ttf").touch()
    assert load(folder, "fonts: {family: My Serif}").settings.fonts.family == "My Serif"


def test_only_the_pixels_of_a_logo_go_out(folder: Path) -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "taken at home", 6  # a description; the picture lies on its side
    save(folder / "logo.jpg", exif=exif)
    assert b"taken at home" in (folder / "logo.jpg").read_bytes()
    logo = load(folder, "logo: {file: logo.jpg, alt: Wells, height: 12}").logo
    assert logo is not None
    assert b"taken at home" not in logo.png
    with Image.open(io.BytesIO(logo.png)) as picture:
        assert (picture.format, picture.size, picture.getexif()) == ("PNG", (20, 40), {})
    assert (logo.width, logo.height, logo.alt) == (6, 12, "Wells")


@pytest.mark.parametrize(
    ("name", "mode", "kept"), [("a.png", "RGBA", "RGBA"), ("a.jpg", "CMYK", "RGB"), ("a.png", "P", "RGB")]
)
def test_colours_of_print_become_those_of_screens_and_transparency_stays(
    folder: Path, name: str, mode: str, kept: str
) -> None:
    save(folder / name, mode)
    logo = load(folder, f"logo: {{file: {name}, alt: Wells, height: 12}}").logo
    assert logo is not None
    with Image.open(io.BytesIO(logo.png)) as picture:
        assert picture.mode == kept


def test_what_is_no_picture_or_does_not_fit_is_refused(folder: Path) -> None:
    logo = "logo: {file: logo.png, alt: Wells, height: 12}"
    (folder / "logo.png").write_text("<svg/>", encoding="utf-8")
    assert "no whole PNG or JPEG picture" in complaint(folder, logo)
    save(folder / "logo.png", size=(400, 20))
    assert "the logo would be 240 mm wide" in complaint(folder, logo)
    save(folder / "logo.png")
    (folder / "logo.png").write_bytes((folder / "logo.png").read_bytes()[:45])
    assert "cannot be read" in complaint(folder, logo)
    save(folder / "logo.png", "L", (5000, 5000))
    assert "5000 × 5000 points" in complaint(folder, logo)
