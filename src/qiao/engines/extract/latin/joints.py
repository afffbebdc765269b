"""The small words that join the parts of one name: "Chamber of Commerce", "École de commerce de Lyon"."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.vocabulary import head_kind, is_given_name, is_role_head, is_title

_PARTICLES = frozenset("de da do dos das del della di van von der den ter ten vom zum zur bin al el la le y e du af".split())
_EN_TOPICS = frozenset(
    "commerce industry trade industries technology technologies innovation development research science sciences economy "
    "economics energy labour labor education health arts design engineering finance investment investments tourism "
    "agriculture food environment climate transport infrastructure digital culture sport media planning security defense "
    "defence business enterprise enterprises entrepreneurship management medicine foreign affairs export exports manufacturing "
    "communications logistics shipping fisheries forestry mining employment skills housing regeneration".split()
)
_DE_OF_BODY = frozenset(
    "verband bundesverband verein kammer bund institut akademie ministerium bundesministerium staatsministerium vereinigung "
    "gesellschaft rat bank stiftung hochschule universität industrie- handelskammer zentrum agentur amt büro forum "
    "landesverband fachverband zentralverband netzwerk cluster fakultät haus".split()
)
_FR_ADJECTIVE = re.compile(
    r"(?:\w+(?:ique|iques|al|ale|aux|ales|ais|aise|aises|ien|ienne|iens|iennes|éen|éenne|ain|aine|ois|oise|oises|if|ive|aire|"
    r"aires|el|elle|elles|eur|eure|ées|able|ables|ible)|supérieure?|appliquée?s?|avancée?s?|"
    r"franche|économique|artisanale|portuaire|libre|verte|neuve|nouvelle|ouverte|haute|franco-\w+|sino-\w+|durable|populaire|technologique|général|générale)$"
)
_FR_LINKS = frozenset(["de", "d'", "du", "des", "la", "l'", "le", "les", "et", "pour", "en"])
_FR_LONG_HEADS = frozenset(["publisher", "university", "research", "association", "agency", "zone", "city"])
_FR_STOPS = frozenset(
    "a ont est sont sera seront était y ne n' se s' qui que dont où avec dans sur par mais ou puis afin lors depuis après "
    "avant entre chez vers ce cette son sa ses leur leurs notre votre il elle nous vous".split()
)


def joint_after(page: Page, sentence: Sentence, first: int, last: int, head: str) -> int:
    """The token that continues the name tokens[first:last], `sentence.last` when nothing does.

    Returns `last` itself when the next word continues the name without any joint.
    """
    tokens, end = page.tokens, sentence.last
    if last >= end:
        return end
    token = tokens[last]
    if token.is_capital and _touches(tokens, last):
        return last
    if token.text in "&+" and last + 1 < end and tokens[last + 1].is_capital:
        return last + 1
    if token.text == "." and _is_initial_letter(tokens[last - 1]) and last + 1 < end and tokens[last + 1].is_capital:
        return last + 1
    if token.text.isdigit() and _touches(tokens, last) and _is_number_of_name(page, sentence, last):
        return last
    english = any(t.lower == "of" for t in tokens[first:last])
    if sentence.language != "en" and head and (token.lower == "of" or (token.lower == "and" and english)):
        return _english(tokens, first, last, end, head)
    joint = {"en": _english, "fr": _french, "de": _german}[sentence.language](tokens, first, last, end, head)
    return joint if joint < end and not _crosses_line(page, last, joint) else end


def _touches(tokens: tuple[Token, ...], position: int) -> bool:
    return tokens[position].start - tokens[position - 1].end <= 1


def _crosses_line(page: Page, last: int, joint: int) -> bool:
    return "\n\n" in page.text[page.tokens[last - 1].end : page.tokens[joint].start]


def _is_initial_letter(token: Token) -> bool:
    return (len(token.text) == 1 and token.text.isupper()) or token.lower in ("st", "ste", "jr", "gebr", "bros", "jos", "chr", "mt", "ft")


def _is_number_of_name(page: Page, sentence: Sentence, position: int) -> bool:
    """A number ends a name ("Quai 7") when no noun follows that it could count."""
    if len(page.tokens[position].text) > 4 or position + 1 > sentence.last:
        return False
    if position + 1 == sentence.last:
        return True
    after = page.tokens[position + 1]
    return after.text in ",;)»”\"" or after.lower in ("et", "and", "und", "in", "à", "at", "is", "est", "ist", "-")


def _person_particle(tokens: tuple[Token, ...], last: int, end: int) -> int:
    """Up to two particles before a capital: "van der Berg", "de la Fuente"."""
    position = last
    while position < end and position < last + 2 and tokens[position].lower in _PARTICLES:
        position += 1
    if position > last and position < end and tokens[position].is_capital:
        return position
    return end


def _english(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    word = tokens[last].lower
    after = last + 1
    if word in ("of", "for") and head and after < end:
        if tokens[after].lower == "the":
            after += 1
        return after if after < end and tokens[after].is_capital and not _is_post(tokens[after], "en") else end
    if word == "and" and after + 1 < end and tokens[after].is_capital and _joins_adjectives(tokens, last, end):
        return after
    if word == "and" and head and after < end and tokens[after].is_capital:
        topical = tokens[after].lower in _EN_TOPICS
        services = after + 1 < end and tokens[after + 1].lower in ("services", "affairs", "development", "protection", "planning", "relations")
        return after if tokens[last - 1].lower in _EN_TOPICS and (topical or services) else end
    if word == "," and head and after < end and tokens[after].lower in _EN_TOPICS and tokens[last - 1].lower in _EN_TOPICS:
        return after if tokens[after].is_capital else end
    if word in ("of", "for"):
        return end
    if word == "'s" and after < end and tokens[last - 1].lower in ("people", "women", "children", "men", "farmers", "workers"):
        return after if tokens[after].is_capital else end
    return _person_particle(tokens, last, end)


def _joins_adjectives(tokens: tuple[Token, ...], last: int, end: int) -> bool:
    """"Economic and Technological Development Zone": "and" between two adjectives before a head noun."""
    endings = ("ic", "al", "ive", "ary", "ical")
    if not (tokens[last - 1].lower.endswith(endings) and tokens[last + 1].lower.endswith(endings)):
        return False
    return any(head_kind(token.lower, "en") for token in tokens[last + 2 : min(end, last + 5)])


def _is_post(token: Token, language: str) -> bool:
    return is_role_head(token.lower, language) or is_title(token.lower)


def _french(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
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
    if tokens[last].lower == "d'" and last + 1 < end and tokens[last + 1].is_capital and not is_given_name(tokens[first].lower):
        return last + 1
    if tokens[last].lower in ("de", "d'", "du", "des") and (last - first > 1 or not is_given_name(tokens[first].lower)):
        return end
    return _person_particle(tokens, last, end)


def _french_and(tokens: tuple[Token, ...], position: int, end: int) -> bool:
    """"et" stays inside a name before "d'industrie" or "de l'innovation", or between two lower-case words."""
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


def _german(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    word, after = tokens[last].lower, last + 1
    if word in "-‐‑" and after + 1 < end and tokens[after].lower in ("und", "u.", "&"):
        return after + 1 if tokens[after + 1].is_capital else end
    if word == "für" and head and after < end:
        return _after_article(tokens, after, end)
    if word in ("der", "des") and head and tokens[last - 1].lower in _DE_OF_BODY and after < end:
        after = _after_article(tokens, after, end)
        return after if after < end and not _is_post(tokens[after], "de") else end
    if word in ("am", "an", "bei", "ob") and head == "city" and after + 1 < end:
        after += tokens[after].lower == "der"
        return after if tokens[after].is_capital else end
    if word in ("und", "&") and after < end and _for_seen(tokens, first, last) and tokens[after].is_capital:
        return after
    if word in ("zu", "am", "an", "im", "ob", "a.", "a") and after < end:
        return _german_place_tail(tokens, last, end, head)
    if last - first > 1 and word in ("von", "vom", "de", "der"):
        return end
    return _person_particle(tokens, last, end) if not head and word not in ("zu", "zur", "zum", "vom", "der") else end


def _after_article(tokens: tuple[Token, ...], position: int, end: int) -> int:
    while position < end and (tokens[position].lower in ("die", "den", "das") or _is_low_adjective(tokens[position])):
        position += 1
    return position if position < end and tokens[position].is_capital else end


def _is_low_adjective(token: Token) -> bool:
    return token.is_word and not token.is_capital and token.lower.endswith(("e", "en", "es", "er")) and len(token.text) > 4


def _for_seen(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """"für Technik und Wirtschaft": the second half of what a body is for."""
    return any(token.lower == "für" for token in tokens[max(first, last - 3) : last])


def _german_place_tail(tokens: tuple[Token, ...], last: int, end: int, head: str) -> int:
    """"Frankfurt am Main", "IHK zu Köln", "Neustadt an der Weinstraße"."""
    word, after = tokens[last].lower, last + 1
    if word == "zu":
        return after if head and tokens[after].is_capital else end
    if word == "an" and tokens[after].lower == "der":
        after += 1
    rivers = ("main", "rhein", "neckar", "oder", "saale", "donau", "inn", "ruhr", "weinstraße", "see", "lech", "isar", "tauber")
    return after if after < end and tokens[after].lower in rivers else end
