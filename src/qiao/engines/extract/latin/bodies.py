"""The body of a person for whom the text names a post but no body beside it, by what stands around."""

from __future__ import annotations

import re
from bisect import bisect_left

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.offices import is_asian_home, is_territory, last_place, last_school
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.latin.persons import is_asian_name
from qiao.engines.extract.latin.post_kinds import ACADEMIC, is_of_home
from qiao.engines.extract.latin.sides import delegation_body, firm_spoken_of, is_owner, side_of_line
from qiao.engines.extract.latin.vocabulary import is_official
from qiao.engines.extract.result import FactType

_LEADS = re.compile(
    r"(?:delegation|délégation|mission|group|party|team|Gruppe|Reise|"
    r"Delegationsreise)?[^.;\n]{0,20}(?:led|headed|chaired) by|leadership of|"
    r"(?:conduite|emmenée|menée|dirigée|présidée) par|(?:conduite|direction|houlette) d|tête "
    r"de la délégation|chef(?:fe)? de (?:la )?délégation|delegation (?:leader|head)|head of (?:the )?delegation|"
    r"Delegationsleiter(?:in)?|Leitung|"
    r"(?:an)?geführt von|geleitet (?:von|wurde)|lead by",
    re.IGNORECASE,
)


_LEADS_AFTER = re.compile(
    r"[^.;\n]{0,60}?\b(?:(?:led|leads|headed|heads|will lead|"
    r"leading)\b[^.;\n]{0,30}(?:delegation|mission|party|group)|(?:conduit|conduira|a conduit|"
    r"dirige|"
    r"mène|emmène)\b[^.;\n]{0,30}(?:délégation|mission)|(?:führt|führte|leitet|"
    r"leitete)\b[^.;\n]{0,30}(?:Delegation|Reise|Gruppe)|geleitete)"
)


_OWN_SIDE = re.compile(
    r"(?:^|\n|[.!?]\s)[ \t]*(?:From|To|Cc|Von|An|De|À|Contact(?: presse)?|Press contact|"
    r"Kontakt|Rückfragen|Rédact\w+|Protokoll(?:führung|führer)?|Minutes|Author|"
    r"Autor|Ansprechpartner\w*|Media contact|Editor|Redaktion|Text|Secretary|Secrétaire de "
    r"séance)\b[^\n]{0,40}$",
    re.IGNORECASE,
)


_HEADER = re.compile(
    r"(?i)^[\s\-–•*·]*(?:(?:for|pour|für|from|on behalf of|seitens|von)\s)?(?:the |la |le |l['’]|die |das |den )?$"
)


_IDEM = re.compile(r"^[\s,(]*(?:[^(),;]{0,50},\s*)?(?:idem|ebd\.?|ebenda|ditto|same)\b", re.IGNORECASE)


_COLLEAGUE = re.compile(
    r"\b(?:his|her|their|son|sa|leur|seine[rmn]?|ihre?[rmn]?)\s(?:\w+\s)?(?:colleague|deputy|assistant|collègue|adjointe?|"
    r"assistante?|kollegen?|kollegin|stellvertreter(?:in)?)s?,?\s(?:(?:Mr|Ms|Mrs|Dr|M|Mme|Frau|Herrn?)\.?\s)?$",
    re.IGNORECASE,
)
_NEAR = 320


def guess_bodies(page: Page, mentions: list[Mention], home: str) -> None:
    """Give a body to persons who have none: their own firm, the list's header, the sender, or the body named last."""
    starts = [mention.start for mention in mentions]
    for index, person in enumerate(mentions):
        if person.type is FactType.PERSON and not person.org:
            person.org = _guess(page, mentions, starts, index, home)


def _guess(page: Page, mentions: list[Mention], starts: list[int], index: int, home: str) -> str:
    person = mentions[index]
    before = page.text[max(0, person.start - 90) : person.start]
    if _IDEM.match(page.text[person.end : person.end + 70]):
        return next((m.org for m in reversed(mentions[:index]) if m.type is FactType.PERSON and m.org), home)
    if _COLLEAGUE.search(before):
        return next((m.org for m in reversed(mentions[:index]) if m.type is FactType.PERSON and m.org), home)
    signed = _signature_body(page, mentions, index)
    if signed:
        return signed
    namesake = _namesake(mentions, person)
    if namesake:
        return namesake
    header = _header_body(page, mentions, starts, index) or side_of_line(page, mentions, index, home)
    if header:
        return header
    if _OWN_SIDE.search(page.text[max(0, person.start - 70) : person.start]):
        return home
    if _LEADS.search(before[-60:]) or _LEADS_AFTER.match(page.text, person.end):
        return delegation_body(page, mentions, index) or home
    if page.text[person.end : person.end + 2] == " (" and not person.role:
        return ""
    if person.role:
        return _by_post(page, mentions, index, home)
    return _last_body(page, mentions, index, same_sentence=True) or _next_body(page, mentions, index)


def _next_body(page: Page, mentions: list[Mention], index: int) -> str:
    """A body named close behind in the same sentence, nobody else between."""
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    if following is None or following.type is not FactType.ORGANISATION or following.kind == "publisher":
        return ""
    gap = page.text[mentions[index].end : following.start]
    return following.norm if len(gap) <= 60 and not re.search(r"[.;\n]", gap) else ""


_LINE_END = re.compile(r"[^\n]{0,60}\n[ \t]*")


def _signature_body(page: Page, mentions: list[Mention], index: int) -> str:
    """A body that opens the next line, under a name that ends a letter."""
    if index + 1 >= len(mentions):
        return ""
    following = mentions[index + 1]
    short = len(page.text[mentions[index].end : following.start]) < 65 and following.type is FactType.ORGANISATION
    starts_line = page.text.rfind("\n", 0, mentions[index].start) + 1 >= mentions[index].start - 12
    return (
        following.norm
        if short and starts_line and _LINE_END.fullmatch(page.text, mentions[index].end, following.start)
        else ""
    )


def _namesake(mentions: list[Mention], person: Mention) -> str:
    """As in "Jörn Petersen" of "Kranbau Petersen": a firm that bears the family's name."""
    family = person.text.split()[-1]
    if len(family) < 4:
        return ""
    return next(
        (
            m.norm
            for m in mentions
            if m.type is FactType.ORGANISATION and family in m.text.split() and m.kind in ("", "company")
        ),
        "",
    )


def _header_body(page: Page, mentions: list[Mention], starts: list[int], index: int) -> str:
    """As in "Heriot Seafoods: X, managing director": the body that opens the line."""
    person = mentions[index]
    line = page.text.rfind("\n", 0, person.start) + 1
    for mention in mentions[bisect_left(starts, line) : index]:
        if mention.type is not FactType.ORGANISATION or not _HEADER.match(page.text[line : mention.start]):
            return ""
        rest = page.text[mention.end : mention.end + 16]
        return mention.norm if re.match(r"\s?(?:\([^)]{1,12}\))?\s?:", rest) else ""
    return ""


def _by_post(page: Page, mentions: list[Mention], index: int, home: str) -> str:
    person = mentions[index]
    if is_official(person.role, page.language) and not re.search(
        r"président|president|präsident|secretary", person.role, re.I
    ):
        if is_asian_name(person.text) != is_asian_home(home):
            return last_place(page, mentions, index) or home
        first = next(m for m in mentions if m.type is FactType.PERSON and m.role and is_official(m.role, page.language))
        if first is person and is_territory(page, mentions, home):
            return home
        return last_place(page, mentions, index) or home
    if ACADEMIC.search(person.role):
        return last_school(mentions, index, home)
    if is_of_home(page, person, home):
        return home
    spoken_of = firm_spoken_of(page, mentions, index, home)
    return spoken_of or _last_body(page, mentions, index, same_sentence=False) or home


_FIRM_POST = re.compile(
    r"(?i)\bc[etf]o\b|founder|owner|plant|werk(?:s)?leit|firmenchef|inhaber|gründer|\bpdg\b|"
    r"gérant|fondat|patron"
)


_NO_EMPLOYER = ("publisher", "liaison_station")


def _last_body(page: Page, mentions: list[Mention], index: int, *, same_sentence: bool) -> str:
    """The body named last in the sentence, else the one its paragraph began with, else the last one close before."""
    person = mentions[index]
    sentence = page.sentence_at(person.start)
    floor = sentence.start if sentence else 0
    line = page.text.rfind("\n", 0, person.start) + 1
    bodies = [m for m in mentions[:index] if m.type is FactType.ORGANISATION and m.kind not in _NO_EMPLOYER]
    bodies = [m for m in bodies if not is_owner(page, m)]
    if _FIRM_POST.search(person.role):
        bodies = [m for m in bodies if m.kind in ("", "company", "research")] or bodies
    here = [m for m in bodies if m.start >= floor]
    if here or same_sentence:
        return here[-1].norm if here else ""
    paragraph = [m for m in bodies if m.start >= line]
    if paragraph:
        return paragraph[0].norm
    return bodies[-1].norm if bodies and person.start - bodies[-1].end <= _NEAR else ""
