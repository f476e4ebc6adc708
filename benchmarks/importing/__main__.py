"""Score the importer on all releases and write the table: `python -m benchmarks.importing`; `--misses` prints them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.importing.scoring import KINDS, Score, score_release

_RELEASES = Path(__file__).parent / "releases"
_PAGE = Path(__file__).parents[1] / "IMPORT.md"
_INTRODUCTION = """# How good the import of a release is

`make import-bench` writes this page. The releases in `benchmarks/importing/releases` are invented: organisations,
places, events and numbers. Each has a key beside it, written by hand. A quotation counts only with the right speaker in
full, its first words and its last, a figure only with its number, its approximation and a word of its unit; addressees
are counted where the recommendation was found. The sets are small: one miss is several hundredths.

What counts is the first measurement on texts that the rules had not seen, precision / recall. The first two sets are of
eight releases each and by the hand that wrote the rules; each later one is by another hand, which saw no rules and no
earlier set:

| | quotations | testimonies | recommendations | addressees | figures | findings |
|---|---|---|---|---|---|---|
| first set, since in `built` | 0.82 / 0.88 | 1.00 / 0.83 | 1.00 / 0.88 | 0.95 / 0.95 | 0.95 / 0.95 | 0.93 / 1.00 |
| second, `held-out` | 1.00 / 0.92 | 0.86 / 1.00 | 0.95 / 0.95 | 0.95 / 0.95 | 1.00 / 0.86 | 0.93 / 0.93 |
| third, sixteen releases | 0.56 / 0.56 | 0.76 / 0.52 | 0.89 / 0.80 | 0.74 / 0.74 | 0.77 / 0.82 | 0.82 / 0.93 |
| third, seven kept back while the other nine were mended by \
| 0.74 / 0.74 | 0.71 / 0.56 | 0.92 / 0.92 | 0.86 / 0.86 | 0.89 / 0.89 | 0.91 / 0.88 |
| fourth, twelve | 0.72 / 0.73 | 0.56 / 0.50 | 0.86 / 0.75 | 0.68 / 0.68 | 0.66 / 0.61 | 0.37 / 0.78 |
| fifth, twelve | 0.69 / 0.71 | 0.69 / 0.73 | 0.93 / 0.53 | 0.83 / 0.83 | 0.73 / 0.74 | 0.69 / 0.89 |
| sixth, fourteen | 0.91 / 0.93 | 0.79 / 0.79 | 0.96 / 0.89 | 0.75 / 0.75 | 0.78 / 0.80 | 0.75 / 1.00 |
| seventh, fourteen | 0.82 / 0.88 | 0.53 / 0.44 | 0.94 / 0.94 | 0.79 / 0.79 | 0.85 / 0.87 | 0.78 / 0.96 |
| eighth, fourteen | 0.87 / 0.86 | 0.84 / 0.76 | 0.96 / 0.86 | 0.85 / 0.85 | 0.89 / 0.94 | 0.77 / 0.94 |
| ninth, twelve | 0.87 / 0.87 | 0.90 / 0.90 | 0.89 / 0.84 | 0.88 / 0.88 | 0.89 / 0.94 | 0.70 / 1.00 |
| tenth, twelve | 0.77 / 0.74 | 0.96 / 0.92 | 0.98 / 0.92 | 0.90 / 0.90 | 0.95 / 0.90 | 0.70 / 1.00 |
| eleventh, twelve | 0.84 / 0.87 | 0.89 / 0.81 | 0.98 / 0.93 | 0.87 / 0.87 | 0.85 / 0.80 | 0.63 / 1.00 |
| twelfth, twelve | 0.94 / 0.96 | 1.00 / 0.90 | 0.98 / 0.91 | 0.96 / 0.96 | 0.92 / 0.88 | 0.75 / 0.99 |
| thirteenth, twelve | 0.80 / 0.81 | 0.86 / 0.78 | 1.00 / 0.88 | 0.92 / 0.92 | 0.97 / 0.95 | 0.67 / 1.00 |
| fourteenth, twelve | 0.81 / 0.88 | 0.93 / 0.70 | 0.94 / 0.94 | 0.79 / 0.79 | 0.91 / 0.87 | 0.73 / 0.98 |
| fifteenth, twelve | 0.81 / 0.78 | 0.95 / 0.95 | 1.00 / 0.93 | 0.98 / 0.98 | 0.84 / 0.84 | 0.73 / 0.98 |
| sixteenth, sixteen | 0.88 / 0.92 | 0.78 / 0.78 | 0.92 / 0.92 | 0.88 / 0.88 | 0.91 / 0.89 | 0.79 / 1.00 |
| seventeenth, sixteen | 0.81 / 0.87 | 1.00 / 0.87 | 0.96 / 0.94 | 1.00 / 1.00 | 0.96 / 0.90 | 0.78 / 0.99 |
| eighteenth, sixteen | 0.87 / 0.88 | 0.87 / 0.84 | 0.97 / 0.95 | 0.93 / 0.93 | 0.92 / 0.91 | 0.72 / 0.98 |
| nineteenth, sixteen | 0.88 / 0.84 | 0.90 / 0.96 | 0.97 / 0.86 | 0.94 / 0.94 | 0.93 / 0.93 | 0.69 / 1.00 |
| twentieth, sixteen | 0.88 / 0.90 | 0.96 / 0.93 | 0.91 / 0.83 | 0.92 / 0.92 | 0.88 / 0.90 | 0.69 / 0.99 |
| twenty-first, sixteen | 0.85 / 0.85 | 0.96 / 0.96 | 0.99 / 0.97 | 0.90 / 0.90 | 0.95 / 0.94 | 0.74 / 0.99 |
| twenty-second, sixteen | 0.97 / 0.95 | 0.95 / 1.00 | 0.97 / 0.93 | 0.91 / 0.91 | 0.91 / 0.91 | 0.74 / 0.98 |
| twenty-third, sixteen | 0.92 / 0.92 | 0.89 / 0.89 | 0.99 / 0.95 | 0.94 / 0.94 | 0.93 / 0.93 | 0.65 / 1.00 |
| twenty-fourth, sixteen | 0.94 / 0.92 | 0.96 / 0.96 | 0.94 / 0.97 | 0.91 / 0.91 | 0.94 / 0.92 | 0.79 / 0.98 |
| twenty-fifth, sixteen | 0.97 / 0.97 | 1.00 / 1.00 | 0.97 / 0.94 | 0.97 / 0.97 | 0.93 / 0.89 | 0.74 / 1.00 |
| twenty-sixth, sixteen | 0.86 / 0.86 | 1.00 / 1.00 | 0.97 / 0.93 | 0.94 / 0.94 | 0.92 / 0.88 | 0.74 / 0.99 |
| twenty-seventh, sixteen | 0.92 / 0.89 | 1.00 / 1.00 | 0.96 / 1.00 | 0.97 / 0.97 | 0.96 / 0.94 | 0.76 / 0.99 |
| twenty-eighth, sixteen | 0.92 / 0.98 | 1.00 / 0.85 | 0.96 / 0.99 | 0.94 / 0.94 | 0.94 / 0.92 | 0.71 / 0.99 |
| twenty-ninth, sixteen | 0.88 / 0.87 | 0.95 / 0.95 | 0.94 / 0.88 | 0.91 / 0.91 | 0.94 / 0.92 | 0.66 / 0.96 |
| thirtieth, sixteen | 0.95 / 0.97 | 1.00 / 0.97 | 0.90 / 0.97 | 0.94 / 0.94 | 0.94 / 0.92 | 0.77 / 0.97 |
| thirty-first, sixteen | 0.97 / 0.97 | 1.00 / 0.94 | 0.91 / 0.88 | 0.93 / 0.93 | 0.93 / 0.88 | 0.67 / 0.98 |
| thirty-second, sixteen | 0.97 / 0.98 | 1.00 / 0.97 | 0.91 / 0.99 | 0.99 / 0.99 | 0.96 / 0.97 | 0.78 / 0.97 |
| thirty-third, sixteen | 0.93 / 0.96 | 0.95 / 0.86 | 0.92 / 0.97 | 0.97 / 0.97 | 0.95 / 0.94 | 0.82 / 0.96 |
| thirty-fourth, sixteen | 0.92 / 0.93 | 0.96 / 0.93 | 0.94 / 0.99 | 0.99 / 0.99 | 0.92 / 0.89 | 0.71 / 0.98 |
| aim | 0.95 | | 0.9 | | 0.9 | |

The four last sets are the measure of the reader as it is: none of them was mended by. Of their 64 releases, 223 of 232
quotations were found with their words and their speaker (0.96; 0.945 of those proposed), 269 of 281 recommendations
(0.96; 0.92), and 730 of 795 figures (0.92; 0.94). Recommendations and figures stand at the aim, quotations do in what
is found and are half a hundredth short in what is proposed. A single set differs from the next by up to ten hundredths.
The twenty-second and the twenty-third were kept back while the four before them were mended by: after that 117 of their
124 quotations were found, where it had been 116. Each set before the four last was mended by after it was read, so that
their tables are no longer of unseen texts; they show what is left and that nothing was lost.

How it is scored changed with the eighth set: a figure counts where its unit and that of the key have a word in common,
an average is no approximation, “four of the six” is as good as two figures, and of two descriptions of a witness one
may say more (“Rosa, 34”, “Rosa”). With the tenth set two quotations of one sentence count as one or as two, as the key
has them, and a body that it calls “experts” may be named “UN experts”; since the twenty-first a body that it calls by
its kind, “the association”, may be named in full, and “six of them” may count what it stands for. By these rules the
rows before would stand somewhat higher. A finding in the keys is a paragraph in the fourth set, a sentence elsewhere;
what the reader takes too much are mostly sentences on method.
"""

_SETS = (
    ("thirty-fourth", "Thirty-fourth set, by a thirty-third hand; not mended by"),
    ("thirty-third", "Thirty-third set, by a thirty-second hand; not mended by"),
    ("thirty-second", "Thirty-second set, by a thirty-first hand; not mended by"),
    ("thirty-first", "Thirty-first set, by a thirtieth hand; not mended by"),
    ("thirtieth", "Thirtieth set, by a twenty-ninth hand; mended by"),
    ("twenty-ninth", "Twenty-ninth set, by a twenty-eighth hand; mended by"),
    ("twenty-eighth", "Twenty-eighth set, by a twenty-seventh hand; mended by"),
    ("twenty-seventh", "Twenty-seventh set, by a twenty-sixth hand; mended by"),
    ("twenty-sixth", "Twenty-sixth set, by a twenty-fifth hand; mended by"),
    ("twenty-fifth", "Twenty-fifth set, by a twenty-fourth hand; mended by"),
    ("twenty-fourth", "Twenty-fourth set, by a twenty-third hand; mended by"),
    ("twenty-third", "Twenty-third set, by a twenty-second hand; mended by"),
    ("twenty-second", "Twenty-second set, by a twenty-first hand; mended by"),
    ("twenty-first", "Twenty-first set, by a twentieth hand; mended by"),
    ("twentieth", "Twentieth set, by a nineteenth hand; mended by"),
    ("nineteenth", "Nineteenth set, by an eighteenth hand; mended by"),
    ("eighteenth", "Eighteenth set, by a seventeenth hand; mended by"),
    ("seventeenth", "Seventeenth set, by a sixteenth hand; mended by"),
    ("sixteenth", "Sixteenth set, by a fifteenth hand; mended by"),
    ("fifteenth", "Fifteenth set, by a fourteenth hand; mended by"),
    ("fourteenth", "Fourteenth set, by a thirteenth hand; mended by"),
    ("thirteenth", "Thirteenth set, by a twelfth hand; mended by"),
    ("twelfth", "Twelfth set, by an eleventh hand; mended by"),
    ("eleventh", "Eleventh set, by a tenth hand; mended by"),
    ("tenth", "Tenth set, by a ninth hand; mended by"),
    ("ninth", "Ninth set, by an eighth hand; mended by"),
    ("eighth", "Eighth set, by a seventh hand; mended by"),
    ("seventh", "Seventh set, by a sixth hand; mended by"),
    ("sixth", "Sixth set, by a fifth hand; mended by"),
    ("fifth", "Fifth set, by a fourth hand; mended by"),
    ("fourth", "Fourth set, by a third hand; mended by"),
    ("third", "Third set, the seven kept back; some misses mended since"),
    ("third-seen", "Third set, the nine that were mended by"),
    ("held-out", "Held out"),
    ("built", "Used while building"),
)


def main(arguments: list[str]) -> int:
    """Score the releases and write the page."""
    parts = [_INTRODUCTION]
    for folder, title in _SETS:
        paths = sorted((_RELEASES / folder).glob("*.txt"))
        if "--misses" in arguments:
            _misses(paths)
        scored = [score_release(path) for path in paths]
        parts.append(f"## {title}: {len(paths)} releases\n\n{_table(scored)}")
    _PAGE.write_text("\n".join(parts), encoding="utf-8")
    sys.stdout.write("\n".join(parts[1:]))
    return 0


def _misses(paths: Iterable[Path]) -> None:
    for path in paths:
        for kind, score in score_release(path)[1].items():
            for sign, lines in (("-", score.missed), ("+", score.surplus)):
                sys.stdout.writelines(f"{path.stem} {kind} {sign} {line}\n" for line in lines)


def _table(scored: list[tuple[str, dict[str, Score]]]) -> str:
    languages = sorted({language for language, _ in scored}, key=("en", "fr", "es", "ko").index)
    lines = ["| | kind | in the key | found | right | precision | recall |", "|---|---|---:|---:|---:|---:|---:|"]
    for name in ("all", *languages):
        for kind in KINDS:
            total = sum((s[kind] for language, s in scored if name in ("all", language)), Score(0, 0, 0))
            numbers = f"{total.wanted} | {total.found} | {total.right} | {total.precision:.2f} | {total.recall:.2f}"
            lines.append(f"| {name} | {kind} | {numbers} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
