"""Personal names beside the words for posts: Chinese, Japanese, transliterated and Latin names."""

from __future__ import annotations

import re

from qiao.engines.extract.han.lexicon import lexicon, surnames
from qiao.engines.extract.han.page import HARD, ends_name
from qiao.engines.text.language import is_han

_LETTER = r"[^\W\d_\u2e80-\u9fff\uf900-\uffef]"


_LATIN_WORD = rf"(?:[A-ZÀ-ÖØ-ÞĀ-Ž](?:{_LETTER}|['’.-](?={_LETTER}))*\.?)"


_LATIN_NAME = re.compile(
    rf"(?:Dr\.?\s|Prof\.?\s)?(?P<name>{_LATIN_WORD}(?:\s(?:van|von|de|der|den|du|da|di|la|le|bin|al|ten|zu)\b)*"
    rf"(?:\s(?:(?:van|von|de|der|den|du|da|di|la|le|bin|al|ten|zu)\s)*{_LATIN_WORD}){{0,4}})"
)


_DOTTED = re.compile(r"(?:[A-Z]\.)?[\u3400-\u9fff-]{1,8}(?:·[\u3400-\u9fffA-Z.-]{1,8})+")


_WEAK_SURNAMES = HARD | frozenset("应成能会别都时明步通麻东过还查")


_NAMELIKE = frozenset("之同和为令其以而于")


"""Particles that given names hold as well."""


_AFTER = frozenset("说称昨今日会指答问谈讲看请任兼代主应受到来去又仍即便共亲更作")


"""Words of one character that like to follow a name."""


_LONGEST_FOREIGN = 6


def name_at(text: str, at: int, *, foreign: bool = True) -> int:
    """End of the personal name that starts at a place, or `at` when none does.

    foreign   allow a name of no known surname, as after a post: 总裁|施泰纳|表示.
    """
    match = _LATIN_NAME.match(text, at)
    if match and is_latin_name(match["name"]):
        return match.end()
    if at >= len(text) or not is_han(text[at]) or lexicon().has(lexicon().longest_at(text, at), "role"):
        return at
    dotted = _dotted_end(text, at)
    if dotted > at:
        return dotted
    chinese = chinese_end(text, at)
    if chinese > at:
        return chinese
    return _foreign_end(text, at) if foreign else at


def name_before(text: str, end: int, *, foreign: bool = True) -> int:
    """Start of the personal name that ends at a place, or `end` when none does (before 先生, 博士, 教授).

    foreign   allow a name of no known surname.
    """
    for start in range(max(0, end - 16), end):
        first = lexicon().classes(lexicon().longest_at(text, start))
        if _DOTTED.fullmatch(text[start:end]) and _opens_name(text, start) and first <= {"place", "firm", "topic"}:
            return start
    match = re.search(rf"{_LATIN_WORD}(?:\s{_LATIN_WORD}){{0,3}}\s?$", text[max(0, end - 40) : end])
    if match and match.group().strip():
        return max(0, end - 40) + match.start()
    single, longer = surnames()
    for size in (4, 3, 2):
        start = end - size
        if start < 0 or not all(map(is_han, text[start:end])) or not _opens_name(text, start):
            continue
        if text[start : start + 2] in longer and size >= 3:
            return start
        if (
            text[start] in single
            and size <= 3
            and (is_unknown(text, start, end) or (size == 3 and text[start] == "曾"))
        ):
            return start
    for size in (2, 1):
        start = end - size
        if (
            start >= 0
            and _opens_name(text, start)
            and text[end - 1] in single
            and (size == 1 or text[start] in "小老阿")
        ):
            return start
    for size in (3, 4, 2, 5) if foreign else ():
        start = end - size
        if (
            start >= 0
            and all(map(is_han, text[start:end]))
            and _opens_name(text, start)
            and is_unknown(text, start, end)
        ):
            return start
    return end


def is_latin_name(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 6 or any(char.isdigit() for char in name):
        return False
    return not (len(words) == 1 and (name.isupper() or len(name) < 3))


def _dotted_end(text: str, at: int) -> int:
    match = _DOTTED.match(text, at)
    if not match:
        return at
    last = match.group().rindex("·") + at + 1
    end = match.end()
    for here in range(last + 1, match.end()):
        if _cuts(text, here) and here > last:
            end = here
            break
    head = match.group().split("·")[0]
    return end if len(head) <= 8 else at


def _cuts(text: str, at: int) -> bool:
    """Whether a transliterated name stops before this place."""
    if text[at] in "与和及等率在向对就将于的会均亦都也已曾说称则":
        return True
    word = lexicon().longest_at(text, at)
    classes = lexicon().classes(word)
    heads = {name for name in classes if name.startswith("head:")}
    return len(word) > 1 and not classes - heads <= {"place", "firm", "topic", "trade"}


def chinese_end(text: str, at: int) -> int:
    single, longer = surnames()
    if text[at : at + 2] in longer and at + 3 <= len(text):
        return _best_end(text, at, (at + 3, at + 4))
    if text[at] not in single:
        return at
    word = lexicon().longest_at(text, at)
    if len(word) > 1 and not lexicon().classes(word) <= {"place", "firm", "topic", "trade"}:
        return at
    end = _best_end(text, at, (at + 2, at + 3))
    longer_end = _foreign_end(text, at) if end > at and _end_score(text, end) < 0.4 else at
    if longer_end - at == 4 and text[longer_end - 1] not in _AFTER:
        return longer_end
    if text[at] in _WEAK_SURNAMES and (end - at < 3 or len(lexicon().longest_at(text, at + 1)) > 1):
        return at
    return end


def _best_end(text: str, at: int, ends: tuple[int, ...]) -> int:
    """Of the possible ends, the one whose right side looks most like the end of a name."""
    best, best_score = at, 0.0
    for end in ends:
        middle = text[at + 1 : end - 1]
        if end > len(text) or not all(map(is_han, text[at:end])):
            continue
        odd = any(c in HARD for c in middle)
        if odd and not any(c in _NAMELIKE for c in middle) and _end_score(text, end) < 1.2:
            continue
        score = _end_score(text, end) + 0.2 * (end - at) - (0.3 if any(c in _NAMELIKE for c in middle) else 0.5 * odd)
        if end - at == 2 and text[end : end + 1] in tuple(_NAMELIKE) and _is_no_particle(text, end):
            score -= 1.0
        if text[end - 1] in HARD and end - at > 2:
            score -= 0.3 if text[end - 1] == "之" else 0.6 if text[end - 1] in _NAMELIKE and end - at == 3 else 1.1
        if end - at > 2 and len(lexicon().longest_at(text, end - 1)) > 1 and _breaks(text, end - 1):
            score -= 1.2
        if score > best_score:
            best, best_score = end, score
    return best


def _is_no_particle(text: str, at: int) -> bool:
    """Whether the character at a place cannot be a particle, for a particle or a stop follows it."""
    following = text[at + 1 : at + 2]
    word = lexicon().longest_at(text, at + 1)
    if len(word) > 1 and lexicon().has(word, "verb:") and not lexicon().has(word, "topic"):
        return True
    return not following.isalnum() or following in HARD or following.isdigit()


def _end_score(text: str, end: int) -> float:
    if end >= len(text) or not text[end].isalnum():
        return 2.0
    if text[end].isascii():
        return 1.5
    word = lexicon().longest_at(text, end)
    if len(word) > 1:
        return 1.6 if _breaks(text, end) else 0.4
    return 1.2 if text[end] in HARD else 0.7 if text[end] in _AFTER else 0.0


def _breaks(text: str, at: int) -> bool:
    classes = lexicon().classes(lexicon().longest_at(text, at))
    return not classes <= {"place", "topic", "trade", "firm"}


def _foreign_end(text: str, at: int) -> int:
    """A name of unknown shape after a post: two to six characters that no known word begins, up to a boundary."""
    end = at
    while end < len(text) and is_han(text[end]) and end - at <= _LONGEST_FOREIGN:
        if ends_name(text, end) or len(lexicon().longest_at(text, end)) > 2:
            break
        end += 1
    size = end - at
    if text[end - 1 : end] in ("时", "中", "后", "前", "内", "上", "下", "等"):
        return at
    if not 2 <= size <= _LONGEST_FOREIGN or len(lexicon().longest_at(text, at)) > 1:
        return at
    return end if closes(text, end) else at


def closes(text: str, end: int) -> bool:
    return end >= len(text) or ends_name(text, end)


def _opens_name(text: str, start: int) -> bool:
    """Whether a name may start here: after a stop, a particle or a known word."""
    if start == 0 or not is_han(text[start - 1]):
        return True
    if lexicon().classes(text[start - 1 : start + 1]):
        return False
    if text[start - 1] in HARD:
        return True
    return any(
        len(text[start - size : start]) == size and lexicon().classes(text[start - size : start]) for size in (2, 3, 4)
    )


def is_unknown(text: str, start: int, end: int) -> bool:
    return all(len(lexicon().longest_at(text, at)) < 2 for at in range(start, end - 1)) and text[start] not in HARD
