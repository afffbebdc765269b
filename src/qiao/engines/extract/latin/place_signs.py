"""Signs that a name is of a place: the gazetteer, prepositions, officials who head it."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.page import Token
from qiao.engines.extract.latin.surroundings import Surroundings
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_common,
    is_official,
)

_LOCATIVE = {
    "en": frozenset("in near outside across throughout".split()),
    "fr": frozenset("à en".split()),
    "de": frozenset("in nach aus bei".split()),
}


_BOUND_FOR = {
    "en": frozenset("to from via through between at".split()),
    "fr": frozenset("de vers pour via depuis entre au aux".split()),
    "de": frozenset("von über zwischen ab im".split()),
}


_TRAVEL = re.compile(
    r"\b(?:travel\w*|trip|mission|visit|delegation|flew|fly|journey|return\w*|arriv\w*|"
    r"head\w*|went|tour)\b[^.;]{0,25}$",
    re.I,
)


_LANDS = frozenset(
    "district city town village province prefecture county region ville région préfecture "
    "commune département comté canton village "
    "arrondissement".split()
)
_FR_WITHIN = {
    ("dans", "le"),
    ("dans", "la"),
    ("dans", "l'"),
    ("dans", "les"),
    ("près", "de"),
    ("près", "d'"),
    ("autour", "de"),
}
_LEGAL_ENDS = frozenset("ltd limited inc plc llc gmbh ag kg se co corp sa sas".split())
_INVEST = re.compile(
    r"\b(?:invest\w*|stake|shares?|interest|confidence|participation|actions|Anteile?|"
    r"Beteiligung|entrée au capital)"
    r"[^.;]{0,40}$",
    re.I,
)


def is_suffix_territory(around: Surroundings) -> bool:
    """As in "Sarpy County", "Gyeonggi Province": the land, unless it is the sender."""
    home = around.page.home.casefold()
    last = around.words[-1].lower
    return last in ("county", "province", "prefecture") and run_text(around).casefold() not in (home, "")


def is_known_place(around: Surroundings) -> bool:
    text = run_text(around)
    place = known_place(text)
    if place is None or (len(around.words) == 1 and head_kind(text.lower(), around.sentence.language) == "city"):
        return False
    if around.run.is_initial and is_common(text.lower(), around.sentence.language):
        return False
    if len(text) < 3:
        return False
    if _is_employer_in_front(around) and place.kind == "city":
        return False
    return not (around.role_before is not None and _is_single_name_role(around) and place.kind == "city")


def _is_employer_in_front(around: Surroundings) -> bool:
    """As in "Rio Tinto's autonomy chief": a firm that is called like a town."""
    role = around.role_after
    if around.after() not in ("'s",) or role is None or role.first - around.run.last > 4:
        return False
    return not is_official(role.text, around.sentence.language) and "secretary" not in role.text.lower()


def is_territory_of_official(around: Surroundings) -> bool:
    """As in "Lohmündes Oberbürgermeister X", "Gdynia's mayor X"."""
    after, run = around.role_after, around.run
    if after is None or len(around.words) > 2 or run.head or not is_official(after.text, around.sentence.language):
        return False
    gap = around.page.text[run.end : after.start].strip().lower()
    if around.sentence.language == "de":
        return gap == "" and around.words[-1].lower.endswith("s")
    return gap in ("'s", "’s")


def _is_single_name_role(around: Surroundings) -> bool:
    """As in "Bürgermeister Wien" does not occur; a role right before a town's name makes it a family name."""
    role = around.role_before
    return role is not None and role.last == around.run.first and around.sentence.language != "fr"


def run_text(around: Surroundings) -> str:
    return re.sub(r"\s+", " ", around.page.text[around.run.start : around.run.end])


def is_located(around: Surroundings) -> bool:
    """An unknown name behind a preposition of place, or the territory of an official."""
    language, words = around.sentence.language, around.words
    if len(words) > 3 or around.run.is_initial or any(token.text.isupper() and len(token.text) > 1 for token in words):
        return False
    if _holds_territory(around):
        return True
    two = len(words) == 2 and around.before() == "in"
    if len(words) > 1 and language != "fr" and "-" not in run_text(around) and not two:
        return False
    before = around.before()
    reach = around.page.text[max(around.sentence.start, around.run.start - 60) : around.run.start]
    if before in _LOCATIVE[language] and not (before == "in" and _INVEST.search(reach)):
        return before != "bei" and not (before == "en" and len(words) > 1) and not is_camel(words[0])
    if before in ("of", "de", "d'", "du") and len(words) == 1 and around.before(2) in _LANDS:
        return True
    if language == "fr" and len(words) == 1 and (around.before(2), before) in _FR_WITHIN:
        return True
    if before in ("of", "aus", "from") and around.before(2) in _LEGAL_ENDS and len(words) == 1:
        return True
    return before in ("à", "nach") or (before in ("to", "von") and _TRAVEL.search(reach) is not None)


def _holds_territory(around: Surroundings) -> bool:
    """As in "Mayor of West Yorkshire", "maire de Tétouan": what an official holds is a place."""
    role = around.role_before
    close = (
        role is not None
        and around.run.first - role.last <= 2
        and around.before() in ("of", "de", "d'", "von", "du", "the", "la", "l'", "des")
    )
    return close and role is not None and is_official(role.text, around.sentence.language)


def is_camel(token: Token) -> bool:
    return any(map(str.isupper, token.text[1:])) and "-" not in token.text
