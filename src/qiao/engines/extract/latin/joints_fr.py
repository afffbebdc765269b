"""Joints inside French names: "École de commerce de Lyon", "Chambre de commerce et d'industrie"."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.joints_base import person_particle
from qiao.engines.extract.latin.joints_topics import french_et
from qiao.engines.extract.latin.page import Token
from qiao.engines.extract.latin.vocabulary import is_given_name

_FR_ADJECTIVE = re.compile(
    r"(?:\w+(?:ique|iques|al|ale|aux|ales|ais|aise|aises|ien|ienne|iens|iennes|éen|éenne|ain|"
    r"ine|ines|aine|ois|oise|oises|if|ive|aire|"
    r"aires|el|elle|elles|eur|eure|ées|able|ables|ible)|supérieure?|appliquée?s?|avancée?s?|"
    r"franche|économique|artisanale|portuaire|libre|verte|neuve|nouvelle|ouverte|haute|"
    r"franco-\w+|sino-\w+|durable|populaire|technologique|général|générale)$"
)


_FR_LINKS = frozenset(["de", "d'", "du", "des", "la", "l'", "le", "les", "et", "pour", "en"])
_FR_LONG_HEADS = frozenset(["publisher", "university", "research", "association", "agency", "zone", "city"])


_FR_STOPS = frozenset(
    "a ont est sont sera seront était y ne n' se s' qui que dont où avec dans sur par mais "
    "ou puis afin lors depuis après "
    "avant entre chez vers ce cette son sa ses leur leurs notre votre il elle nous vous".split()
)


def french(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    if tokens[last].lower == "et" and (pair := french_et(tokens, first, last, end, head)) < end:
        return pair
    if head not in _FR_LONG_HEADS:
        return _french_short(tokens, first, last, end, head)
    position = last
    while position < end and position - last < 9:
        token = tokens[position]
        if not token.is_word or token.lower in _FR_STOPS:
            return end
        if token.is_capital and position > last:
            return position
        if token.lower in _FR_LINKS:
            if token.lower == "et" and not _french_and(tokens, position, end):
                return end
            if token.lower == "en" and (head == "city" or position + 1 >= end or tokens[position + 1].is_capital):
                return end
            position += 1
            continue
        return _french_common(tokens, last, position, end)
    return end


def _french_short(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    """Firms and persons take only particles: "Banque de France", "Charles de Gaulle"."""
    if head and tokens[last].lower in ("de", "d'", "du", "des"):
        position = last + 1
        while position < end and tokens[position].lower in ("la", "l'", "le", "les"):
            position += 1
        return position if position < end and tokens[position].is_capital else end
    if (
        tokens[last].lower == "d'"
        and last + 1 < end
        and tokens[last + 1].is_capital
        and not is_given_name(tokens[first].lower)
    ):
        return last + 1
    if tokens[last].lower in ("de", "d'", "du", "des") and (last - first > 1 or not is_given_name(tokens[first].lower)):
        return end
    return person_particle(tokens, last, end)


def _french_and(tokens: tuple[Token, ...], position: int, end: int) -> bool:
    """As in "et" stays inside a name before "d'industrie" or "de l'innovation", or between two lower-case words."""
    if position + 1 >= end:
        return False
    following, before = tokens[position + 1], tokens[position - 1]
    if following.lower in ("d'", "de", "des", "du"):
        after = position + 2
        while after < end and tokens[after].lower in ("la", "l'", "le"):
            after += 1
        return after < end and not tokens[after].is_capital
    return not following.is_capital and not before.is_capital and following.lower not in _FR_LINKS


def _french_common(tokens: tuple[Token, ...], last: int, position: int, end: int) -> int:
    """A lower-case word belongs to a name after "de", or as an adjective right behind a noun."""
    token = tokens[position]
    if position == last:
        return position if _FR_ADJECTIVE.fullmatch(token.lower) else end
    return position if token.is_word and not token.text.isdigit() else end
