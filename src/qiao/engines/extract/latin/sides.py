"""Which side of a meeting a line of minutes lists: "For the company: X – President; Y – General Manager"."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.result import FactType

_SIDE = re.compile(
    r"[\s\-–•*·]*(?:(?:for|on behalf of|from|pour|für|von|seitens|côté|de la part d[eu])\s+)?"
    r"(?:the\s|la\s|le\s|l['’]|die\s|das\s|den\s|der\s)?(?P<noun>[\w-]+?)s?(?:\s(?:side|team)|seite)?\s?:\s",
    re.IGNORECASE,
)
FIRM_NOUN = re.compile(
    r"(?i)(?:company|firm|fund|manufacturer|start-?up|business|bank|maker|supplier|developer|entreprise|société|"
    r"fonds|firma|unternehmen|konzern|hersteller)$"
)
_GUESTS = re.compile(r"(?i)(?:visitor|guest|delegate|delegation|visiteur|invité|hôte|délégation|gäste?|besucher|gast)$")


def side_of_line(page: Page, mentions: list[Mention], index: int, home: str) -> str:
    """The body that the opening words of a person's line stand for, "" when they stand for none."""
    person = mentions[index]
    line = page.text.rfind("\n", 0, person.start) + 1
    match = _SIDE.match(page.text, line, person.start)
    if match is None:
        return ""
    noun = match["noun"].lower()
    if noun in (word.lower() for word in re.findall(r"\w{4,}", home)):
        return home
    others = [m for m in mentions if m.type is FactType.ORGANISATION and m.norm != home and m.kind != "publisher"]
    if FIRM_NOUN.match(noun):
        others = [m for m in others if m.kind in ("", "company")]
    elif not _GUESTS.match(noun):
        return ""
    return others[0].norm if others else ""


_ANAPHOR = re.compile(r"(?:the|la|le|l['’]|die|das|der)\s?(?P<noun>[\w-]+)(?:,|\b)", re.IGNORECASE)


def firm_spoken_of(page: Page, mentions: list[Mention], index: int, home: str) -> str:
    """As in "The fund, whose managing partner is X": the firm named last before the sentence."""
    person = mentions[index]
    sentence = page.sentence_at(person.start)
    match = _ANAPHOR.match(page.text, sentence.start, person.start) if sentence else None
    if sentence is None or match is None or not FIRM_NOUN.match(match["noun"]):
        return ""
    before = [m for m in mentions[:index] if m.type is FactType.ORGANISATION and m.start < sentence.start]
    firms = [m.norm for m in before if m.norm != home and m.kind in ("", "company")]
    return firms[-1] if firms else ""


_OWNER = re.compile(
    r"(?:tochter\w*|teil|beteiligung|subsidiary|unit|arm|part|division|spin-?(?:off|out)|offshoot|ausgründung|filiale|branche|membre)"
    r"(?:\s(?:à\s)?\d+\s?%)?\s(?:of|from|de|du|d['’]|der|des|von|vom|aus)\s?(?:the |la |le |l['’]|groupe |group |"
    r"[a-zäöüéèç-]+\s){0,3}$",
    re.IGNORECASE,
)


def is_owner(page: Page, mention: Mention) -> bool:
    """Named only as the owner of the body one speaks of: "X, a subsidiary of Y"."""
    return _OWNER.search(page.text[max(0, mention.start - 60) : mention.start]) is not None


_DELEGATION = re.compile(
    r"\b(?:delegation|délégation|group|team|mission|gruppe|abordnung|cadres|managers|representatives|vertretern?)\b"
    r"[^.;]{0,45}?\s(?:from|of|de|du|des|der|aus|von|vom)\s?(?:the |la |le |l['’]|der |dem )?$",
    re.IGNORECASE,
)


def delegation_body(page: Page, mentions: list[Mention], index: int) -> str:
    """As in "a delegation of Zone X, led by Y": the body the delegation comes from, named before its leader."""
    person = mentions[index]
    sentence = page.sentence_at(person.start)
    floor = sentence.start if sentence else 0
    for mention in reversed(mentions[:index]):
        if mention.start < floor:
            break
        reach = page.text[max(floor, mention.start - 80) : mention.start]
        if mention.type is FactType.ORGANISATION and _DELEGATION.search(reach):
            return mention.norm
    return ""
