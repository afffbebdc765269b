"""Hosts: "At X its president, Y, showed the visitors around", "X received a delegation of Y"."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.clauses import clause_at, modality_at
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.subjects import Discourse
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind

_AT = re.compile(
    r"(?:^|[\s;:–—])(?:at|at the|over at|chez|à|à l['’]|à la|au|bei|bei der|beim|im|in der|am)\s?(?:(?:company|firm|"
    r"firma|société|start-?up|hersteller|maker)\s)?$",
    re.IGNORECASE,
)
_SHOWS = {
    "en": r"\b(?:showed|explained|received|welcomed|hosted|presented|guided|demonstrated|introduced|greeted|briefed|"
    r"walked|gave|outlined|described|led)\b",
    "fr": r"\b(?:a|ont)\s(?:\w+\s)?(?:montré|expliqué|reçu|accueilli|présenté|guidé|détaillé|salué|exposé|offert|"
    r"commenté|"
    r"fait découvrir)\b",
    "de": r"\b(?:zeigte[n]?|erläuterte[n]?|empfing(?:en)?|begrüßte[n]?|stellte[n]?|führte[n]?|präsentierte[n]?|"
    r"erklärte[n]?|schilderte[n]?|berichtete[n]?)\b",
}
_SHOWN = {language: re.compile(words, re.IGNORECASE) for language, words in _SHOWS.items()}
_HOSTED = re.compile(
    r"\b(?:received|welcomed|hosted|greeted|(?:a|ont)\s(?:\w+\s)?(?:accueilli|reçu)|empfing(?:en)?|begrüßte[n]?)\b",
    re.IGNORECASE,
)
_GUESTS = re.compile(
    r"\b(?:delegation|délégation|group|groupe|gruppe|visitors|guests|abordnung|delegates)\b[^.;]{0,60}?"
    r"\s(?:from|of|de|du|des|d['’]|der|aus|von)\s?(?:the |la |le |l['’]|der |dem )?$",
    re.IGNORECASE,
)


def host_relations(page: Page, sentence: Sentence, here: list[Mention], talk: Discourse) -> list[Fact]:
    """Ties between the sender and whoever hosts it, and between the sender and the guests it hosts."""
    return _at_hosts(page, sentence, here, talk) + _guests(page, sentence, here, talk)


def _at_hosts(page: Page, sentence: Sentence, here: list[Mention], talk: Discourse) -> list[Fact]:
    if not talk.home or not here or here[0].type is not FactType.ORGANISATION or here[0].norm == talk.home:
        return []
    host = here[0]
    lead = page.text[sentence.start : host.start]
    shown = _SHOWN[sentence.language].search(page.text, host.end, sentence.end)
    if len(lead) > 40 or _AT.search(lead) is None or shown is None:
        return []
    persons = [m for m in here if m.type is FactType.PERSON and m.org == host.norm]
    if not persons:
        return []
    facts = [_tie(page, sentence, RelationKind.VISITED, talk.home, host.norm, shown.start())]
    return facts + [_tie(page, sentence, RelationKind.MET, talk.home, p.norm, shown.start()) for p in persons]


def _guests(page: Page, sentence: Sentence, here: list[Mention], talk: Discourse) -> list[Fact]:
    match = _HOSTED.search(page.text, sentence.start, sentence.end)
    if match is None:
        return []
    bodies = [m for m in here if m.type is FactType.ORGANISATION]
    guest = next(
        (m for m in bodies if m.start > match.end() and _GUESTS.search(page.text[match.end() - 1 : m.start])), None
    )
    front = [m for m in bodies if m.end <= match.start()]
    host = front[-1].norm if front else talk.home
    if guest is None or not host or guest.norm == host:
        return []
    facts = [_tie(page, sentence, RelationKind.VISITED, guest.norm, host, match.start())]
    leaders = [m for m in here if m.type is FactType.PERSON and m.start > guest.end and m.org == guest.norm]
    return facts + [_tie(page, sentence, RelationKind.MET, host, m.norm, match.start()) for m in leaders]


def _tie(page: Page, sentence: Sentence, kind: RelationKind, subject: str, target: str, place: int) -> Fact:
    start, end = clause_at(page, sentence, place)
    text = page.text[start:end]
    start += len(text) - len(text.lstrip(" \t\n-–•*·"))
    end = max(start + 1, end - (len(text) - len(text.rstrip(" \t\n.,;"))))
    modality: Modality = modality_at(page, place)
    norm = f"{kind.value}({subject}, {target})"
    attrs = Attributes(kind=kind.value, parties=(subject, target))
    return Fact(start, end, FactType.RELATION, page.text[start:end], norm, modality, 0.55, attrs)
