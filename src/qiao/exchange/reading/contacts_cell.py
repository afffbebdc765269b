"""A cell of telephone numbers, addresses of mail, sites: one or several, each told by what it looks like."""

from __future__ import annotations

import re

from qiao.exchange.reading.draft import DraftContact
from qiao.exchange.reading.values import mail_said, phone_said, site_said

_LONGEST = 300
_BREAKS = re.compile(r"[\n;；、|]|(?<=[\d.)a-zA-Z]),\s*|\s*，\s*")
_SLASH = re.compile(r"\s*[/／]\s*")
_LABEL = re.compile(
    r"^(?:tel|phone|fon|telefon|mobile|mobil|handy|cell|office|work|home|direct|e-?mail|mail|web|url|电话|手机|座机|"
    r"邮箱|网址|微信)(?:\.?\s*[:：]|\.\s)\s*",
    re.IGNORECASE,
)
_WECHAT = re.compile(r"[A-Za-z][-_A-Za-z0-9]{5,19}")


def contacts_in(kind: str, cell: str, country: str = "") -> tuple[list[DraftContact], list[str]]:
    """The contact points of a cell, and what was not understood.

    kind      what the column holds; an address of another kind in it is taken for what it is.
    country   where the party is, for telephone numbers without a country code.
    """
    whole = _understood(kind, cell, country)
    if whole:
        return [whole], []
    found: list[DraftContact] = []
    rest: list[str] = []
    for piece in _BREAKS.split(cell):
        text = piece.strip()
        if not text:
            continue
        one = _understood(kind, text, country)
        several = [one] if one else _by_slash(kind, text, country)
        found += several
        if not several:
            rest.append(text)
    return found, rest


def _by_slash(kind: str, text: str, country: str) -> list[DraftContact]:
    """Two numbers with a slash between them; nothing when not every part is one."""
    parts = [part for part in _SLASH.split(text) if part]
    found = [one for part in parts if (one := _understood(kind, part, country))]
    return found if len(found) == len(parts) > 1 else []


def _understood(kind: str, text: str, country: str) -> DraftContact | None:
    bare = _LABEL.sub("", text.strip())
    if not bare or len(bare) > _LONGEST or "\n" in bare:
        return None
    order = dict.fromkeys((kind, "email", "phone", "web"))
    for tried in order:
        address = _said(tried, bare, country, is_expected=tried == kind)
        if address and len(address) <= _LONGEST:
            return DraftContact(tried, address)
    return None


def _said(kind: str, text: str, country: str, *, is_expected: bool) -> str:
    if kind == "email":
        return mail_said(text)
    if kind == "phone":
        return phone_said(text, country)
    if kind == "wechat":
        return text if _WECHAT.fullmatch(text) else phone_said(text, country)
    return site_said(text) if is_expected or re.match(r"https?://|www\.", text, re.IGNORECASE) else ""
