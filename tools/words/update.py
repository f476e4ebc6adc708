"""Bring the catalogues of the studio's own words up to date: `python -m tools.words.update`.

A language begins with an empty file `locales/<lang>/LC_MESSAGES/studio.po`; untranslated words are shown in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from jinja2.ext import babel_extract

from briefgen.errors import Place
from briefgen.library.messages import Message
from briefgen.studio.words import DOMAIN
from briefgen.translate.catalogues import template_of, updated

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "briefgen" / "studio" / "pages"
_OPTIONS = {"silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}


def messages() -> Iterator[Message]:
    """Every word of the pages, with its place and its comment for translators."""
    for path in sorted(PAGES.glob("*.html")):
        source = BytesIO(path.read_bytes())
        for line, function, texts, comments in babel_extract(
            source, ["_", "gettext", "ngettext"], ["translators:"], _OPTIONS
        ):
            told = tuple(comment.removeprefix("translators:").strip() for comment in comments)
            given = (texts,) if isinstance(texts, str) else texts
            yield Message(given[0], Place(path, line), told, given[1] if function == "ngettext" else "")


def main() -> None:
    """Write each catalogue that there is."""
    template = template_of(DOMAIN, messages(), ROOT)
    for path in sorted(ROOT.glob(f"locales/*/LC_MESSAGES/{DOMAIN}.po")):
        path.write_bytes(updated(path, path.parts[-3], template))
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
