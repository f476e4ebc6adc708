"""A draft message: the document as the text of a mail that a person looks at, completes and sends."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import PurePath
from types import MappingProxyType

from briefgen.document import DateLine, Document, Letterhead, Note, Subject, text_of
from briefgen.errors import BriefgenError, Problem
from briefgen.model.typography import Layout
from briefgen.render.text import render_text

__all__ = ["render_eml"]

NOTHING: Mapping[str, bytes] = MappingProxyType({})
TYPES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        ".pdf": ("application", "pdf"),
        ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ".html": ("text", "html"),
        ".txt": ("text", "plain"),
    }
)
"""By suffix; the system's own table would make the same input differ between machines."""
LONGEST_ADDRESS = 254
"""RFC 5321, 4.5.3.1.3, without the angle brackets."""

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PLAIN_WORDS = re.compile(r"[!-~]+(?: [!-~]+)*")
_FORBIDDEN_IN_NAMES = re.compile(r'[<>:"/\\|?*]')


def render_eml(
    document: Document,
    layout: Layout,
    attachments: Mapping[str, bytes] = NOTHING,
    to: str = "",
    sender: str = "",
) -> bytes:
    """The document as a draft message (RFC 5322): plain text, with attachments by file name in the order given.

    `to` and `sender` are bare mail addresses; where one is empty, its header is missing. `X-Unsent` makes mail
    programs open the message as a draft, which they date and number themselves; the same input gives the same
    bytes. Raises `BriefgenError` for a line end or another control character in the title, for an address or a
    file name that cannot stand in a header, and for what `render_text` refuses.
    """
    problems = [*_title_problems(document.title), *_address_problems((to, sender)), *_name_problems(attachments)]
    if problems:
        raise BriefgenError(problems)
    body = render_text(_for_mail(document), layout)
    headers = ["X-Unsent: 1", f"Subject: {_encoded(document.title)}"]
    headers += [f"{name}: {address}" for name, address in (("To", to), ("From", sender)) if address]
    return "".join(f"{header}\r\n" for header in headers).encode("ascii") + _content(body, attachments)


def _for_mail(document: Document) -> Document:
    """The document without what the headers of a mail say already: who writes, when, and about what."""
    return replace(document, blocks=tuple(block for block in document.blocks if not _is_said(block, document.title)))


def _is_said(block: object, title: str) -> bool:
    if isinstance(block, Subject):  # a note of it would be lost
        return text_of(block.line) == title and not any(isinstance(item, Note) for item in block.line)
    return isinstance(block, Letterhead | DateLine)


def _content(body: bytes, attachments: Mapping[str, bytes]) -> bytes:
    """The message without the headers that we write ourselves."""
    message = EmailMessage(policy=SMTP)
    message.set_content(body.decode(), charset="utf-8", cte="quoted-printable")
    if attachments:
        message.make_mixed(_boundary(body, attachments))
    for name, data in attachments.items():
        maintype, subtype = TYPES.get(PurePath(name).suffix.lower(), ("application", "octet-stream"))
        params = {"charset": "utf-8"} if maintype == "text" else None
        message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name, params=params)
    return message.as_bytes()


def _boundary(body: bytes, attachments: Mapping[str, bytes]) -> str:
    """A boundary that follows from the content; `=_` stands in no encoded part (RFC 2045, 6.7)."""
    parts = (body, *(part for name, data in attachments.items() for part in (name.encode(), data)))
    digests = b"".join(sha256(part).digest() for part in parts)
    return f"=_{sha256(digests).hexdigest()[:32]}"


def _encoded(title: str) -> str:
    """The value of a header that readers decode to exactly this title.

    The standard library would decode a title that looks encoded, and loses spaces where it folds long ones.
    """
    if _PLAIN_WORDS.fullmatch(title) and "=?" not in title and len(title) <= 66:
        return title
    return "\r\n ".join(f"=?utf-8?b?{b64encode(chunk).decode()}?=" for chunk in _chunks(title))


def _chunks(text: str) -> Iterator[bytes]:
    """Whole characters (RFC 2047, section 5), few enough for a line of 76 columns with `Subject: ` in it."""
    chunk = b""
    for character in text:
        if len(chunk + character.encode()) > 39:
            yield chunk
            chunk = b""
        chunk += character.encode()
    if chunk:
        yield chunk


def _title_problems(title: str) -> Iterator[Problem]:
    if _controls(title):
        yield Problem(
            f"the title “{_shown(title)}” cannot be the subject of a mail: it has a line end or a "
            "control character in it",
            hint="write it on one line",
        )


def _address_problems(addresses: tuple[str, ...]) -> Iterator[Problem]:
    """Addresses that are no `dot-atom@domain` (RFC 5322, 3.4.1); quoted local parts are left out on purpose."""
    for address in addresses:
        if address and not (_ADDRESS.fullmatch(address) and len(address) <= LONGEST_ADDRESS):
            yield Problem(f"“{_shown(address)}” is no mail address", hint="write it as name@example.org")


def _name_problems(names: Mapping[str, bytes]) -> Iterator[Problem]:
    """Names that Windows cannot store (Microsoft, “Naming Files, Paths, and Namespaces”), or that name a folder."""
    for name in names:
        if not name or name != name.strip(" .") or _controls(name) or _FORBIDDEN_IN_NAMES.search(name):
            yield Problem(f"“{_shown(name)}” cannot be the name of an attached file", hint="choose another name")


def _controls(text: str) -> bool:
    return any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text)


def _shown(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text[:60])
