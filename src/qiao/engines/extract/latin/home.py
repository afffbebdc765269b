"""Who speaks: the sender whose delegation, office or committee a text is about."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.result import FactType

_DELEGATION = re.compile(
    r"(?:delegation|délégation|mission|visitors|delegates|representatives|group|trade mission|"
    r"Wirtschaftsdelegation)s?"
    r"(?:\s(?:members?|leaders?|trip))?\s(?:from|of|de|du|d['’]|des|der|aus|von|vom)\s?(?:the "
    r"|la |le |l['’])?$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"[^.;\n]{0,160}?\b(?:headed|led|leads|heads|will lead|conduit|conduisait|emmenait|"
    r"dirigeait|führte|leitete)\b"
    r"[^.;\n]{0,40}(?:delegation|délégation|mission|party|group|team|gruppe|reise)",
    re.IGNORECASE,
)
_ITS_DELEGATION = re.compile(
    r"(?:['’]s)?\s(?:trade |business |economic )?(?:delegation|mission|delegates|party)\b|-Delegation\b"
)


def resolve_home(page: Page, mentions: list[Mention]) -> str:
    """The given home, else the body whose delegation is named, else a signature, else the first body that acts."""
    if page.home:
        return _known_name(page.home, mentions)
    bodies = [m for m in mentions if m.type is FactType.ORGANISATION]
    for mention in mentions:
        if mention.type in (FactType.ORGANISATION, FactType.PLACE) and _DELEGATION.search(
            page.text[max(0, mention.start - 45) : mention.start]
        ):
            return mention.norm
    for mention in mentions:
        if mention.type in (FactType.ORGANISATION, FactType.PLACE) and _ITS_DELEGATION.match(page.text, mention.end):
            return mention.norm
    zones = [m for m in bodies if m.kind in ("zone", "city", "agency")]
    return (zones or bodies)[0].norm if bodies else ""


def home_after_posts(page: Page, mentions: list[Mention], home: str) -> str:
    """Without a given home or a delegation's name, the body of the person who leads."""
    if page.home or any(_DELEGATION.search(page.text[max(0, m.start - 45) : m.start]) for m in mentions):
        return home
    leaders = [m for m in mentions if m.type is FactType.PERSON and m.org and _LEADS.match(page.text, m.end)]
    return leaders[0].org if leaders else home


def _known_name(home: str, mentions: list[Mention]) -> str:
    """The home as the text's own norm, when the text names it."""
    folded = home.casefold()
    for mention in mentions:
        if folded in (mention.norm.casefold(), mention.text.casefold()):
            return mention.norm
    return home
