"""Lines that belong to a web page or a press office, and not to what the release says."""

from __future__ import annotations

import re

_SHORT = 200
"""A line longer than this says something, whatever it begins with; disclaimers and pleas for donations aside."""

_WHOLE = {
    "a link of the page": (
        r"source link|lien source|enlace (?:a la )?fuente|permalink|read (?:more|the full .{1,40})|en savoir plus|leer más"  # noqa: E501
        r"|back to (?:top|news|home)|skip to (?:main )?content|home|menu|search|related (?:content|stories|articles|news)"  # noqa: E501
        r"|view (?:all|more)|see also|next(?: post)?|previous(?: post)?|원문 링크|목록(?:으로)?|더 ?보기|출처 링크"
    ),
    "a comment form": (
        r"leave a (?:reply|comment)|post a comment|your email address will not be published.*"
        r"|required fields are marked.*|save my name, email.*|cancel reply|comments?(?: \(\d+\))?|no comments(?: yet)?"
        r"|laisser un commentaire|votre adresse (?:e-mail|de messagerie) ne sera pas publiée.*"
        r"|deja (?:un comentario|una respuesta)|tu dirección de correo electrónico no será publicada.*|댓글(?: 남기기)?"
    ),
    "a share line": (
        r"share(?: (?:this|on|via|article|page|story).{0,60})?|(?:click to )?(?:share|tweet|print|email)(?: this)?(?: .{0,40})?"  # noqa: E501
        r"|(?:facebook|twitter|x|whatsapp|linkedin|telegram|e-?mail|print|copy link)"
        r"(?:\s*[|·,/•]?\s*(?:facebook|twitter|x|whatsapp|linkedin|telegram|e-?mail|print|copy link))*"
        r"|follow us(?: on)? .{0,60}|partager(?: .{0,40})?|compartir(?: .{0,40})?|공유(?:하기)?|인쇄(?:하기)?"
    ),
    "a mark of the press office": (
        r"[#*_=~-]{3,}|[-–— ]*(?:ends?|fin|끝)[-–— ]*|(?:for )?immediate release|pour diffusion immédiate"
        r"|para (?:su )?publicación inmediata|즉시 보도(?:용)?"
    ),
}
_OPENING = {
    "a caption": (
        r"(?:photo|image|picture|caption|credit|foto|imagen|crédit(?: photo)?|사진)(?: (?:by|credit|courtesy of))?\s?[:：©]"  # noqa: E501
        r"|©|\(?c\)?opyright\b|all rights reserved|tous droits réservés|todos los derechos reservados"
    ),
    "a contact line": (
        r"(?:for (?:more|further) information|for (?:media|press) (?:inquiries|enquiries)|(?:media|press) contacts?"
        r"|to arrange (?:an )?interviews?)\b.{0,80}(?:contact|call|e-?mail|write|visit|see|:)"
        r"|(?:media|press) contacts?$|(?:tel|phone|mobile|e-?mail|fax|téléphone|courriel|teléfono|correo|전화|이메일)\.?\s?[:：]"  # noqa: E501
        r"|pour (?:plus d’informations?|plus d'informations?|toute information)\b.*contact"
        r"|para (?:más|mayor) información\b.*(?:contact|comun)"
    ),
    "a subscription line": r"(?:subscribe|sign up)\b.{0,80}(?:newsletter|e-?mail|updates|alerts|list)|newsletter$",
}
_ANY_LENGTH = {
    "a plea for donations": (
        r"donate(?: now| today)?$|(?:please )?(?:consider )?(?:donat(?:e|ing)|support(?:ing)? our work|make a (?:gift|donation))"  # noqa: E501
        r"\b.{0,120}|your (?:gift|donation|support) (?:helps|makes|allows|will)\b.*|faites un don.*|haz(?:te)? .{0,20}donaci.*"  # noqa: E501
        r"|후원(?:하기|해 주세요).*"
    ),
    "a disclaimer": (
        r"disclaimer\b.*|(?:the )?(?:views|opinions) expressed\b.*|this (?:article|text|document|release|message|page)"
        r" (?:was|is) (?:originally|first|automatically|for information|provided)\b.*|(?:unofficial|machine) translation.*"  # noqa: E501
        r"|avertissement\s?:.*|les opinions exprimées.*|descargo de responsabilidad.*|las opiniones expresadas.*|면책.*"
        r"|this (?:site|website) uses cookies.*|we use cookies.*"
    ),
}


def _compiled(patterns: dict[str, str], end: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((why, re.compile(rf"(?:{pattern}){end}", re.IGNORECASE)) for why, pattern in patterns.items())


_RULES = (
    *((why, pattern, _SHORT) for why, pattern in _compiled(_WHOLE, r"\s*[.:!»›>→]*$")),
    *((why, pattern, _SHORT) for why, pattern in _compiled(_OPENING, "")),
    *((why, pattern, 2000) for why, pattern in _compiled(_ANY_LENGTH, "$")),
)


def why_aside(text: str) -> str:
    """Why a line is no part of a release: `a share line`; empty where it is one."""
    line = text.strip().lstrip("*•-–►▶ ") or text.strip()
    return next((why for why, pattern, most in _RULES if len(line) <= most and pattern.match(line)), "")
