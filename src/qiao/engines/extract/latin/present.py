"""Lists of those present and letters: whom the sender met because they sat at one table or were written to."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.latin.subjects import Discourse
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind

_PRESENT = re.compile(
    r"(?:^|[.\n][ \t]*|[-–•*][ \t]*)(?:Present|In attendance|Attendees|Attending|Attended by|"
    r"Participants|Participant\(e\)s|Présents?|Présentes|"
    r"Étaient présents?|Personnes présentes|Anwesend(?:e)?(?: waren| sind)?|"
    r"Teilnehmer(?:innen)?(?: und Teilnehmer)?|Teilnehmende|"
    r"Teilnehmerkreis|Those present)\b[^\n:.]{0,30}[:\n ]",
    re.MULTILINE,
)
_SALUTE = re.compile(
    r"(?:^|\n)[ \t]*(?:Dear|Hello|Hi|Cher|Chère|Bonjour|Monsieur|Madame|Sehr geehrte[rn]?|"
    r"Liebe[rn]?|Guten Tag|Hallo|Lieber)\b[^\n.]{0,60}",
)
_MET_YOU = re.compile(
    r"\b(?:hosting us|receiving us|your (?:visit|hospitality|time)|meeting (?:us|you)|"
    r"welcoming us|nous (?:avoir )?(?:reçus?|accueillis?)|votre (?:accueil|"
    r"visite|temps)|notre (?:rencontre|entretien|échange|réunion)|our (?:meeting|conversation|"
    r"discussion|talk|visit)|(?:den|das|Ihren?) (?:\w+ )?"
    r"(?:Empfang|Gespräch|Besuch|Treffen|Austausch)|unser(?:em|en|es)? (?:\w+ )?(?:Gespräch|"
    r"Treffen|Besuch))",
    re.IGNORECASE,
)


def addressees(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Persons a letter is written to."""
    match = _SALUTE.search(page.text)
    if match is None:
        return []
    return [m for m in mentions if m.type is FactType.PERSON and match.start() <= m.start < match.end() + 30][:2]


def present_relations(page: Page, mentions: list[Mention], talk: Discourse) -> list[Fact]:
    """met(sender, person) for everybody present from another body, and for the addressee of a letter of thanks."""
    facts: list[Fact] = []
    for match in _PRESENT.finditer(page.text):
        end = _list_end(page.text, match.end() - match.group().endswith("\n"))
        persons = [m for m in mentions if m.type is FactType.PERSON and match.start() <= m.start < end]
        facts += [_met(page, talk.home, m, match.start(), m.end) for m in persons if m.org and m.org != talk.home]
    facts += _from_posts(page, mentions, talk)
    for person in addressees(page, mentions):
        if _MET_YOU.search(page.text[person.end : person.end + 300]):
            facts.append(_met(page, talk.home, person, person.start, person.end))
    return facts


_FOUNDER = re.compile(
    r"\b(?:co-?)?(?:found(?:er|ing)|fondat(?:eur|rice)|(?:mit|mitbe|be)?gründer(?:in)?)\b", re.IGNORECASE
)
_HEAD = re.compile(
    r"head of (?:the )?delegation|delegation (?:head|leader)|chef(?:fe)? de (?:la "
    r")?délégation|Delegationsleiter(?:in)?",
    re.IGNORECASE,
)


def _from_posts(page: Page, mentions: list[Mention], talk: Discourse) -> list[Fact]:
    """A founder's or a delegation head's post is a tie of its own."""
    facts = []
    for person in mentions:
        if person.type is not FactType.PERSON or not person.role:
            continue
        if _FOUNDER.search(person.role) and person.org:
            facts.append(_tie(page, RelationKind.FOUNDED, person.norm, person.org, person))
        if _HEAD.search(person.role):
            facts.append(_tie(page, RelationKind.LED, person.norm, person.org or talk.home, person))
    return facts


def _tie(page: Page, kind: RelationKind, subject: str, target: str, person: Mention) -> Fact:
    attrs = Attributes(kind=kind.value, parties=(subject, target))
    norm = f"{kind.value}({subject}, {target})"
    return Fact(person.start, person.end, FactType.RELATION, person.text, norm, Modality.FACT, 0.6, attrs)


def _list_end(text: str, start: int) -> int:
    """Bulleted lists run to the blank line, running ones to the end of the sentence."""
    if text[start : start + 40].lstrip(" ").startswith(("\n", "-", "•", "*")):
        blank = re.compile(r"\n\s*\n").search(text, start + 2)
        return blank.start() if blank else len(text)
    stop = re.compile(
        r"(?<!\b[A-Z])(?<!Dr)(?<!Mr)(?<!Ms)(?<!\bM)(?<!MM)(?<!Mag)(?<!Mme)(?<!Prof)(?<!Mrs)(?<!Ltd)[.](?=\s)|"
        r"\n"
    ).search(text, start)
    return stop.start() if stop else len(text)


def _met(page: Page, home: str, person: Mention, start: int, end: int) -> Fact:
    kind = RelationKind.MET.value
    text = page.text[start:end]
    start += len(text) - len(text.lstrip(" .\n\t-–•*"))
    return Fact(
        start,
        end,
        FactType.RELATION,
        page.text[start:end],
        f"{kind}({home}, {person.norm})",
        Modality.FACT,
        0.6,
        Attributes(kind=kind, parties=(home, person.norm)),
    )
