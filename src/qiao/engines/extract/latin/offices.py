"""Offices and the kind of body they are held in."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.latin.persons import is_syllabic
from qiao.engines.extract.latin.vocabulary import head_kind
from qiao.engines.extract.result import FactType

_TERRITORY = re.compile(
    r"(?i)\b(?:stadt|landkreis|kreis|land|gemeinde|kanton|ville|région|métropole|commune|"
    r"canton|département|city|county|state|council|borough)\b"
)


def is_territory(page: Page, mentions: list[Mention], home: str) -> bool:
    """Whether the sender is a town, county or land, which mayors and governors head."""
    words = [word.lower() for word in re.findall(r"\w+", home)]
    return bool(home) and bool(
        _TERRITORY.search(home)
        or not any(head_kind(word, page.language) for word in words)
        or known_place(home) is not None
        or any(m.type is FactType.PLACE and m.norm == home for m in mentions)
    )


def is_asian_home(home: str) -> bool:
    """Whether the sender sits in East Asia, as far as its name tells: a town known there, or a syllabic word."""
    words = re.findall(r"[^\W\d_]+", home)
    places = [place for place in (known_place(home), *map(known_place, words)) if place is not None]
    if places:
        return any(place.country in _EAST_ASIA or place.norm in _EAST_ASIA for place in places)
    return any(len(word) > 4 and is_syllabic(word) for word in words)


_EAST_ASIA = frozenset("CN TW HK MO KR JP VN SG MY".split())


def last_school(mentions: list[Mention], index: int, home: str) -> str:
    """The school named last; the sender when it is one or none is named."""
    if re.search(r"(?i)universi|hochschule|college|école|institut|school", home):
        return home
    before = [m.norm for m in mentions[:index] if m.type is FactType.ORGANISATION and m.kind == "university"]
    return before[-1] if before else home


_NEAR = 320
_SEATS_OF_OFFICE = (
    ("landrat|landrätin", "kreis"),
    ("bürgermeister", "stadt|gemeinde|markt"),
    ("maire|bourgmestre", "ville|commune"),
    ("mayor", "city|town|borough"),
    ("governor|gouverneur", "province|provinz|state|präfektur|préfecture"),
    ("préfet|präfekt|prefect", "préfecture|präfektur|prefecture"),
    ("conseiller|regierungsrat", "canton|kanton"),
)


def last_place(page: Page, mentions: list[Mention], index: int) -> str:
    """The territory an official heads: one whose kind fits the office, else the place named last."""
    person = mentions[index]
    near = [m for m in mentions[:index] if person.start - m.end < 3 * _NEAR]
    for office, seat in _SEATS_OF_OFFICE:
        if re.search(office, person.role, re.IGNORECASE):
            fitting = [
                m.norm for m in near if re.search(rf"(?i)\b\w*(?:{seat})", m.text) and m.type is not FactType.PERSON
            ]
            if fitting:
                return fitting[-1]
    places = [m.norm for m in near if m.type is FactType.PLACE and person.start - m.end < _NEAR]
    return places[-1] if places else ""
