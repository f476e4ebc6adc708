"""Rebuild the fonts that briefgen carries: `python -m tools.fonts.build SOURCES [--out FOLDER]`.

The same sources and the same fontTools give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import fontTools  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tools.fonts import charsets, cuts
from tools.fonts.faces import FAMILIES, Family, Style
from tools.fonts.glyphtext import glyph_texts

OUT = Path(__file__).resolve().parents[2] / "briefgen" / "fonts"


@cache
def characters_of(path: Path) -> frozenset[int]:
    """The characters that the font file at `path` draws."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def common(paths: Iterable[Path]) -> frozenset[int]:
    """The characters that all font files at `paths` draw."""
    return frozenset.intersection(*map(characters_of, paths))


def wanted(family: Family, sources: Path) -> frozenset[int]:
    """The characters that `family` is to draw."""
    characters = family.characters(sources)
    for other in FAMILIES:
        if other.name == family.supplements:
            characters -= common(sources / source for source in other.faces.values())
    return characters | charsets.SPACES


def ranges(characters: Iterable[int]) -> list[tuple[int, int]]:
    """`characters` as first and last code points of unbroken runs."""
    runs: list[tuple[int, int]] = []
    for point in sorted(characters):
        if runs and runs[-1][1] == point - 1:
            runs[-1] = runs[-1][0], point
        else:
            runs.append((point, point))
    return runs


def sha256(path: Path) -> str:
    """The SHA-256 of the file at `path`, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build_face(family: Family, style: Style, sources: Path, out: Path) -> dict[str, str | int]:
    """Write one face into `out` and return its entry for `build.json`."""
    source, target = sources / family.faces[style], out / family.file(style)
    font = cuts.cut(source, wanted(family, sources), family.features)
    cuts.finish(font, family, style)
    font.save(target, reorderTables=True)
    return {
        "file": target.name,
        "source": family.faces[style],
        "source_sha256": sha256(source),
        "characters": len(font.getBestCmap()),
        "glyphs": font["maxp"].numGlyphs,
        "bytes": target.stat().st_size,
        "sha256": sha256(target),
    }


def coverage(out: Path) -> dict[str, list[tuple[int, int]]]:
    """The characters that each family draws in all its styles, as ranges."""
    return {family.name: ranges(common(out / family.file(style) for style in family.faces)) for family in FAMILIES}


def texts(out: Path) -> dict[str, dict[int, str]]:
    """Glyph number to text, by PostScript name, for the faces whose glyphs are not simply characters."""
    return {
        Path(family.file(style)).stem: dict(sorted(glyph_texts(out / family.file(style)).items()))
        for family in FAMILIES
        if family.substitutes
        for style in family.faces
    }


def write_json(path: Path, value: object, indent: int | None = None) -> None:
    """Write `value` as JSON in one line, or indented."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, separators=separators, indent=indent)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def write_records(faces: list[Mapping[str, str | int]], sources: Path, out: Path) -> None:
    """Write what the program reads beside the fonts, their licences, and a record of how they were made."""
    characters_of.cache_clear()
    write_json(out / "coverage.json", coverage(out))
    write_json(out / "glyphtext.json", texts(out))
    tables = {charsets.UNIHAN: sha256(sources / charsets.UNIHAN)}
    record = {"fonttools": fontTools.version, "tables": tables, "faces": faces}
    write_json(out / "build.json", record, indent=1)
    for licence in {family.licence for family in FAMILIES}:
        text = (sources / licence.source).read_text(encoding="utf-8")
        (out / licence.file).write_text(text, encoding="utf-8", newline="\n")
    sums = "".join(f"{face['sha256']}  {face['file']}\n" for face in faces)
    (out / "SHA256SUMS").write_text(sums, encoding="ascii", newline="\n")


def main() -> None:
    """Build every face and write the records."""
    parser = argparse.ArgumentParser(description="Rebuild the fonts that briefgen carries.")
    parser.add_argument("sources", type=Path, help="the folder that fetch.sh filled")
    parser.add_argument("--out", type=Path, default=OUT, help="where the fonts go (default: briefgen/fonts)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    faces: list[Mapping[str, str | int]] = []
    for family in FAMILIES:
        for style in family.faces:
            face = build_face(family, style, arguments.sources, arguments.out)
            faces.append(face)
            print(f"{face['file']:32}{face['characters']:7} characters{face['bytes']:10} bytes", flush=True)
    write_records(faces, arguments.sources, arguments.out)


if __name__ == "__main__":
    main()
