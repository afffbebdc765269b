"""Joints inside German names: "Hochschule für Technik und Wirtschaft", "Frankfurt am Main"."""

from __future__ import annotations

from qiao.engines.extract.latin.joints_base import is_post, person_particle
from qiao.engines.extract.latin.joints_topics import german_und
from qiao.engines.extract.latin.page import Token

_DE_OF_BODY = frozenset(
    "verband bundesverband verein kammer bund institut akademie ministerium "
    "bundesministerium staatsministerium vereinigung "
    "gesellschaft rat bank stiftung hochschule universität industrie- handelskammer zentrum "
    "agentur amt büro forum "
    "landesverband fachverband zentralverband netzwerk cluster fakultät haus".split()
)


def german(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    word, after = tokens[last].lower, last + 1
    if word in "-‐‑" and after + 1 < end and tokens[after].lower in ("und", "u.", "&"):
        return after + 1 if tokens[after + 1].is_capital else end
    if word == "für" and head and after < end:
        return _after_article(tokens, after, end)
    if word in ("der", "des") and head and tokens[last - 1].lower in _DE_OF_BODY and after < end:
        after = _after_article(tokens, after, end)
        return after if after < end and not is_post(tokens[after], "de") else end
    if word in ("am", "an", "bei", "ob") and head == "city" and after + 1 < end:
        after += tokens[after].lower == "der"
        return after if tokens[after].is_capital else end
    if word in ("und", "&") and after < end and _for_seen(tokens, first, last) and tokens[after].is_capital:
        return after
    if word == "und" and head and (pair := german_und(tokens, first, last, end, head)) < end:
        return pair
    if word in ("zu", "am", "an", "im", "ob", "a.", "a") and after < end:
        return _german_place_tail(tokens, last, end, head)
    if last - first > 1 and word in ("von", "vom", "de", "der"):
        return end
    return (
        person_particle(tokens, last, end)
        if not head and word not in ("zu", "zur", "zum", "vom", "der", "das", "den")
        else end
    )


def _after_article(tokens: tuple[Token, ...], position: int, end: int) -> int:
    while position < end and (tokens[position].lower in ("die", "den", "das") or _is_low_adjective(tokens[position])):
        position += 1
    return position if position < end and tokens[position].is_capital else end


def _is_low_adjective(token: Token) -> bool:
    return (
        token.is_word and not token.is_capital and token.lower.endswith(("e", "en", "es", "er")) and len(token.text) > 4
    )


def _for_seen(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """As in "für Technik und Wirtschaft": the second half of what a body is for."""
    return any(token.lower == "für" for token in tokens[max(first, last - 3) : last])


def _german_place_tail(tokens: tuple[Token, ...], last: int, end: int, head: str) -> int:
    """As in "Frankfurt am Main", "IHK zu Köln", "Neustadt an der Weinstraße"."""
    word, after = tokens[last].lower, last + 1
    if word == "zu":
        return after if head and tokens[after].is_capital else end
    if word == "an" and tokens[after].lower == "der":
        after += 1
    rivers = (
        "main",
        "rhein",
        "neckar",
        "oder",
        "saale",
        "donau",
        "inn",
        "ruhr",
        "weinstraße",
        "see",
        "lech",
        "isar",
        "tauber",
    )
    return after if after < end and tokens[after].lower in rivers else end
