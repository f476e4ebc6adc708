"""What `layout.yaml` changes in a Word file: theme colours, margins, the logo."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image

from briefgen.document import Paragraph, Table
from briefgen.errors import BriefgenError
from briefgen.model.typography import Picture
from briefgen.render.docx import render_docx
from tests.render.docx.editing import edited
from tests.render.docx.reading import find, names, part
from tests.render.docx.samples import briefing, document, layout, line

STYLES, BODY, THEME = "word/styles.xml", "word/document.xml", "word/theme/theme1.xml"
COLOURS = {"accent": "#8a1c1c", "quiet": "#006644", "rule": "#ff9900"}


def picture(width: float = 40, height: float = 14) -> Picture:
    target = io.BytesIO()
    Image.new("RGB", (40, 14), "red").save(target, "PNG")
    return Picture(png=target.getvalue(), alt='Wells & "friends"', width=width, height=height)


def with_logo(folder: Path | None = None, **settings: object) -> bytes:
    plain = layout(folder, **settings) if folder else layout(**settings)
    return render_docx(briefing("en"), plain.model_copy(update={"logo": picture()}))


def test_settings_that_say_nothing_change_nothing() -> None:
    assert render_docx(briefing("en"), layout()) == render_docx(briefing("en"), layout(colours={}, margins={}))


def test_colours_reach_the_theme_and_everything_that_follows_it() -> None:
    data = render_docx(briefing("en"), layout(colours=COLOURS))
    theme = part(data, THEME)
    for slot, value in (("accent1", "8A1C1C"), ("accent2", "006644"), ("accent3", "FF9900"), ("hlink", "8A1C1C")):
        (found,) = theme.iter(f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{slot}")
        assert found[0].get("val") == value
    for name in (STYLES, "word/numbering.xml"):
        root = part(data, name)
        assert set(find(root, "//w:color[@w:themeColor='accent1']/@w:val")) == {"8A1C1C"}
    root = part(data, STYLES)
    assert set(find(root, "//w:color[@w:themeColor='accent2']/@w:val")) == {"006644"}
    assert set(find(root, "//w:*[@w:themeColor='accent3']/@w:color")) == {"FF9900"}
    assert "1B3A6B" not in zipfile.ZipFile(io.BytesIO(data)).read(STYLES).decode()


def test_one_colour_leaves_the_others() -> None:
    root = part(render_docx(briefing("en"), layout(colours={"accent": "#8a1c1c"})), STYLES)
    assert set(find(root, "//w:color[@w:themeColor='accent2']/@w:val")) == {"4A4F57"}


def test_what_was_coloured_by_hand_or_tinted_in_word_stays(tmp_path: Path) -> None:
    title = '<w:color w:val="1B3A6B" w:themeColor="accent1"/><w:sz w:val="34"/>'
    for own in ('<w:color w:val="1B3A6B"/>', '<w:color w:val="ABCDEF" w:themeColor="accent1" w:themeTint="99"/>'):
        folder = edited(tmp_path, STYLES, title, f'{own}<w:sz w:val="34"/>')
        root = part(render_docx(briefing("en"), layout(folder, colours=COLOURS)), STYLES)
        value = own.split('"')[1]
        assert set(find(root, "//w:style[w:name/@w:val='Title']/w:rPr/w:color/@w:val")) == {value}


def test_margins_are_set_and_tables_fill_the_new_width() -> None:
    table = Table((line("a"), line("b")), ((line("c"), line("d")),))
    data = render_docx(document("en", table), layout(margins={"top": 30, "start": 35, "end": 20}))
    root = part(data, BODY)
    (margin,) = find(root, "//w:pgMar")
    assert {name: find(margin, f"@w:{name}")[0] for name in ("top", "bottom", "left", "right")} == {
        "top": "1701",
        "bottom": "1361",
        "left": "1984",
        "right": "1134",
    }
    width = 11906 - 1984 - 1134
    assert abs(int(find(root, "//w:tblW/@w:w")[0]) - width) <= 1
    assert abs(sum(map(int, find(root, "//w:tbl/w:tblGrid/w:gridCol/@w:w"))) - width) <= 3
    assert abs(int(find(part(data, "word/header1.xml"), "//w:tblW/@w:w")[0]) - width) <= 1


@pytest.mark.parametrize(
    ("settings", "sides"), [({}, ("1247", "1417")), ({"margins": {"start": 35}}, ("1247", "1984"))]
)
def test_arabic_mirrors_the_margins(settings: dict[str, object], sides: tuple[str, str]) -> None:
    root = part(render_docx(document("ar", Paragraph(line("ماء"))), layout(**settings)), BODY)
    assert (find(root, "//w:pgMar/@w:left")[0], find(root, "//w:pgMar/@w:right")[0]) == sides


def test_the_logo_stands_in_the_header_of_the_first_page_with_its_text(tmp_path: Path) -> None:
    data = with_logo(colours=COLOURS)
    header = part(data, "word/header2.xml")
    (described,) = header.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    (extent,) = header.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent")
    assert described.get("descr") == 'Wells & "friends"'
    assert (extent.get("cx"), extent.get("cy")) == ("1440000", "504000")
    first, last = (int(width) for width in find(header, "//w:tcW/@w:w"))
    assert first >= 40 / 25.4 * 1440
    assert first + last == int(find(header, "//w:tblW/@w:w")[0])
    assert "word/media/layout-logo.png" in names(data)
    assert b"drawing" not in zipfile.ZipFile(io.BytesIO(data)).read("word/header1.xml")
    path = tmp_path / "logo.docx"
    path.write_bytes(data)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors == []


def test_without_a_first_page_the_logo_stands_in_the_only_header(tmp_path: Path) -> None:
    data = with_logo(edited(tmp_path, BODY, "<w:titlePg/>", ""))
    assert b"layout_logo" in zipfile.ZipFile(io.BytesIO(data)).read("word/header1.xml")


def test_a_layout_without_a_header_cannot_carry_a_logo(tmp_path: Path) -> None:
    folder = edited(tmp_path, BODY, '<w:headerReference w:type="first" r:id="header_first"/>', "")
    with pytest.raises(BriefgenError, match="no header that the logo could stand in"):
        with_logo(folder)
