"""Further mentions of names that the text has told before."""

from __future__ import annotations

import re
from dataclasses import replace

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.page import Page
from qiao.engines.extract.han.sender import is_territory
from qiao.engines.extract.result import FactType
from qiao.engines.text.language import is_han

_SHORTEST = 2


def recurring(page: Page, held: list[Mention], names: dict[str, str]) -> list[Mention]:
    """Every other place where a name told before, or one of its short forms, stands by itself."""
    known: dict[str, Mention] = {}
    for mention in sorted(held, key=lambda m: m.start):
        words = page.text[mention.start : mention.end]
        if mention.type is not FactType.PLACE and len(words) >= _SHORTEST:
            known.setdefault(words, mention)
    for short, name in names.items():
        owner = next((m for m in held if m.name == name), None)
        if short not in known:
            known[short] = (
                replace(owner, name=name)
                if owner
                else Mention(0, 0, FactType.PLACE if is_territory(name) else FactType.ORGANISATION, name, kind="zone")
            )
    known |= _family_names(known)
    return _search(page, known, held)


def _family_names(known: dict[str, Mention]) -> dict[str, Mention]:
    """The last part of a transliterated name stands for the person: 克莱因施密特."""
    found = {}
    for words, mention in known.items():
        last = words.rpartition("·")[2]
        if mention.type is FactType.PERSON and "·" in words and len(last) >= 3 and last not in known:
            found[last] = mention
    return found


def _search(page: Page, known: dict[str, Mention], held: list[Mention]) -> list[Mention]:
    if not known:
        return []
    pattern = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))
    taken = bytearray(len(page.text))
    for mention in held:
        taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    found = []
    for match in pattern.finditer(page.text):
        if any(taken[match.start() : match.end()]) or not _stands_alone(page, match.start(), match.end()):
            continue
        found.append(replace(known[match.group()], start=match.start(), end=match.end()))
    return found


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """Letters must not run on; Han may, for Chinese has no spaces, but not inside a longer known word."""
    before, after = page.text[start - 1 : start], page.text[end : end + 1]
    if not is_han(page.text[start]) and before.isalnum() and not is_han(before):
        return False
    if not is_han(page.text[end - 1]) and after.isalnum() and not is_han(after):
        return False
    inside = [
        token
        for token in page.tokens[max(0, _index(page, start) - 1) : _index(page, start) + 1]
        if token.start < start < token.end
    ]
    return not inside


def _index(page: Page, at: int) -> int:
    """Index of the first token at or after a place."""
    low, high = 0, len(page.tokens)
    while low < high:
        middle = (low + high) // 2
        if page.tokens[middle].start < at:
            low = middle + 1
        else:
            high = middle
    return low
