"""Who may publish a release, by the words with which texts let an organisation speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.importing.passages import Passage

_NAME = r"(?:[A-Z][\w’'&-]*|[A-Z]{2,})(?:\s(?:(?:of|for|and|de|des|du|la|pour|y|the|sans|against)\s)*[A-Z][\w’'&-]*)*"
_LINKS = r"(?:(?:del|des|du|de|pour|para|sin|sans|contre|contra|y|et)\b(?: la| l[’']| los| las| el| les)? ?|d[’'])"
_ORGANISATION = rf"[A-ZÀ-Þ][\w-]+(?: {_LINKS}[\w-]+| [A-ZÀ-Þ][\w-]+)*"
"""What follows an article in French or Spanish; a person's name has no article."""
_KOREAN_NAME = r"(?:[가-힣A-Za-z·]+(?<![고이가은는]) ){0,2}?[가-힣A-Za-z·]+"


def _romance(says: str, articles: str, part_of: str, report: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Where a text in French or Spanish lets an organisation speak: by itself, or by someone who belongs to it."""
    return (
        (re.compile(rf"(?:{says}) (?:{articles})(?P<name>{_ORGANISATION})"), 2),
        (re.compile(rf"(?:{says}) (?P<name>[A-Z]{{3,}}|[A-Z]\w+(?: [A-Z]\w+){{2,3}})(?={report}|[.,])"), 2),
        (re.compile(rf"(?:{says}) [^,.]{{3,50}}, [^,.«»“”]{{3,80}}? (?:{part_of})(?P<name>{_ORGANISATION})"), 2),
    )


_PUBLISHERS = (
    (re.compile(rf"(?P<name>{_NAME}) (?:said|says) (?:today|in a (?:new )?(?:report|statement|briefing))"), 3),
    (re.compile(rf"\b(?:said|says) [^,.]{{3,50}}, [^,.“”]{{3,80}}? (?:at|of|for|with) (?P<name>{_NAME})(?=[.,:])"), 2),
    (re.compile(rf"(?:report|news release|press release|statement) (?:of|by|from) (?P<name>{_NAME})"), 2),
    *_romance(
        r"(?:a (?:déclaré|affirmé|annoncé|dénoncé|indiqué)|affirme|annonce|dénonce|déclare|explique|indique|selon)"
        r"(?: aujourd[’']hui)?",
        "l[’']|la |le |les ",
        "à la |à l[’']|au |du |de la |de l[’']|chez ",
        " dans un",
    ),
    *_romance(
        "(?:dijo|señaló|afirmó|informó|denunció|anunció|declaró|según)(?: hoy)?",
        "el |la |los |las ",
        "de la |del |en la |en el ",
        " en un",
    ),
    (re.compile(rf", (?P<name>{_NAME} {_NAME}|[A-Z]{{3,}}) said\b"), 1),
    (re.compile(rf"(?:^|[.)] (?:[–—-] )?)(?P<name>{_KOREAN_NAME})[은는이가] (?:오늘|\d+일)\b.*?(?:밝혔|발표)"), 3),
    (re.compile(rf"(?<=[다라]고 )(?P<name>{_KOREAN_NAME})[은는이가] (?:오늘 |\d+일 )?(?:밝혔|발표했)"), 3),
    (re.compile(r"(?:^|[.] )(?P<name>[가-힣A-Za-z·]+)의 [가-힣]{2,4} [가-힣 ]{2,14}[은는] [“\"‘]"), 2),
)  # fmt: skip


def publishers_in(passages: Sequence[Passage]) -> Iterator[tuple[str, int, int]]:
    """Names that may be those of the publisher, each with its line and how much speaks for it."""
    for passage in passages[:60]:
        for pattern, weight in _PUBLISHERS:
            for match in pattern.finditer(passage.text):
                yield match["name"].removeprefix("The ").strip(), passage.line, weight
