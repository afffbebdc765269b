"""Who acts in a clause: a named person, a named body, or the sender behind "the delegation" and "she"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.result import FactType

_GROUP = {
    "en": r"delegation|group|delegates|mission|visitors|team|party|we|they|our|us|both sides|members|where it",
    "fr": r"délégation|groupe|délégués|mission|équipe|nous|ils|notre|membres|participants|où elle|où il",
    "de": r"Delegation|Gruppe|Delegierten|Mission|Team|wir|Wir|uns|Teilnehmer|Mitglieder|"
    r"Reisegruppe|Besucher|wo sie",
}
_HE = {"en": r"he|she", "fr": r"il|elle|celui-ci|celle-ci", "de": r"er|sie|Er|Sie|dieser|diese"}
_FEMININE_GROUP = {
    "en": r"(?!)",
    "fr": r"\b(?:délégation|mission|ville|région|métropole|société|agence)\b",
    "de": r"\bDelegation\b",
}
_LEADER = re.compile(
    r"(?:led|headed|chaired) by|leadership of|(?:conduite|emmenée|menée|dirigée) par|"
    r"(?:conduite|direction|houlette) d|Leitung|"
    r"(?:an)?geführt von|accompanied by|accompagnée? d|begleitet von",
    re.IGNORECASE,
)
_GROUPS = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I if language != "de" else 0)
    for language, words in _GROUP.items()
}
_PRONOUNS = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I if language != "de" else 0)
    for language, words in _HE.items()
}
_FEMININES = {language: re.compile(words, re.I) for language, words in _FEMININE_GROUP.items()}


@dataclass(slots=True)
class Discourse:
    """What pronouns may stand for as a text goes on. `person` and `body` are the last subjects, "" before any."""

    home: str
    person: str = ""
    body: str = ""
    group_is_feminine: bool = False
    last_place: str = ""
    seen: list[str] = field(default_factory=list)


def subject_at(page: Page, sentence: Sentence, here: list[Mention], position: int, talk: Discourse) -> str:
    """The subject of a verb at a character, resolved to a person's or a body's name."""
    language = sentence.language
    left = page.text[sentence.start : position]
    named = [m for m in here if m.end <= position and m.is_party and not _is_leader(page, sentence, m)]
    pronoun = _last(_PRONOUNS[language], left)
    group = _last(_GROUPS[language], left)
    nearest_named = max((m.start - sentence.start for m in named), default=-1)
    if pronoun > nearest_named and pronoun > group:
        return _pronoun(page, sentence, position, talk, named)
    if group > nearest_named or not named:
        return talk.home
    return _named_subject(page, sentence, named, group, talk)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _is_leader(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Named only as the leader or companion of the delegation that acts."""
    reach = page.text[max(sentence.start, mention.start - 60) : mention.start]
    return mention.type is FactType.PERSON and bool(_LEADER.search(reach))


def _pronoun(page: Page, sentence: Sentence, position: int, talk: Discourse, named: list[Mention]) -> str:
    persons = [m for m in named if m.type is FactType.PERSON]
    if persons:
        return persons[0].norm
    if talk.group_is_feminine or not talk.person:
        return talk.body or talk.home
    return talk.person


def _named_subject(page: Page, sentence: Sentence, named: list[Mention], group: int, talk: Discourse) -> str:
    first = named[0]
    if first.type is FactType.PERSON:
        return first.norm
    if 0 <= group < first.start - sentence.start:
        return first.norm if talk.home in ("", first.norm) else talk.home
    return first.norm


def follow(page: Page, sentence: Sentence, here: list[Mention], talk: Discourse) -> None:
    """Remember this sentence's subjects for the pronouns of the next."""
    text = page.text[sentence.start : sentence.end]
    talk.group_is_feminine = bool(_FEMININES[sentence.language].search(text)) or (
        talk.group_is_feminine and not any(m.type is FactType.PERSON for m in here[:1])
    )
    parties = [m for m in here if m.is_party]
    if parties and parties[0].type is FactType.PERSON and not _is_leader(page, sentence, parties[0]):
        talk.person, talk.group_is_feminine = parties[0].norm, False
    if parties and parties[0].type is FactType.ORGANISATION:
        group = _GROUPS[sentence.language].search(page.text, sentence.start, parties[0].start)
        acting = talk.home if group is not None and talk.home else parties[0].norm
        talk.body = acting if parties[0].kind != "publisher" else talk.body
    places = [m for m in here if m.type is FactType.PLACE and m.country]
    if places:
        talk.last_place = places[-1].norm
