"""Two names in Latin letters held against each other."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from qiao.engines.resolve.persons.kinds import Agreement
from qiao.engines.resolve.persons.latin import LatinName, Split, Spoken
from qiao.engines.resolve.persons.lists import words

SHORTEST_WITH_A_SLIP = 5


def latin_with_latin(left: LatinName, right: LatinName) -> Agreement:
    """How two Latin names agree. A younger and an elder of one name do not; one word alone agrees with nothing."""
    if not left.splits or not right.splits:
        return Agreement.ROMANISED if _sounds_alike(left, right, exactly=True) else Agreement.NONE
    if left.generation and right.generation and left.generation != right.generation:
        return Agreement.NONE
    if _same_words(left, right) and _may_be_swapped(left, right):
        return Agreement.PART
    best = max(_ways(left, right), default=Agreement.NONE)
    if best == Agreement.LATIN and (left.spoken or right.spoken or _may_be_korean(left)):
        best = Agreement.ROMANISED
    if best in (Agreement.LATIN, Agreement.ROMANISED) and left.generation != right.generation:
        return Agreement.PART
    return best


def _ways(left: LatinName, right: LatinName) -> Iterator[Agreement]:
    if _same_words(left, right):
        yield Agreement.LATIN
    for one in left.splits:
        yield from (_splits(one, other) for other in right.splits)
    if _sounds_alike(left, right, exactly=True):
        yield Agreement.ROMANISED
    elif _sounds_alike(left, right, exactly=False):
        yield Agreement.OVERSEAS


def _same_words(left: LatinName, right: LatinName) -> bool:
    one, other = sorted(left.words), sorted(right.words)
    full = all(len(word) > 1 for word in one)
    if left.surname_known and right.surname_known:
        return full and left.splits[0] == right.splits[0]
    return full and len(one) > 1 and one == other


def _may_be_swapped(left: LatinName, right: LatinName) -> bool:
    """Whether "Thomas Martin" and "Martin Thomas" are here, each of whose words is a given name."""
    given = words("western_given_names.txt")
    known = left.surname_known and right.surname_known
    return not known and left.splits[0] != right.splits[0] and all(word in given for word in left.words)


def _may_be_korean(name: LatinName) -> bool:
    """Whether a Korean surname stands first or last and no Western given name beside it; few bear many such names."""
    first, last = name.words[0], name.words[-1]
    korean, western = words("korean_surnames.txt"), words("western_given_names.txt")
    return (first in korean or last in korean) and not any(word in western for word in name.words)


def _splits(left: Split, right: Split) -> Agreement:
    if left.surname == right.surname:
        if "".join(left.given) == "".join(right.given) and len("".join(left.given)) > 1:
            return Agreement.LATIN
        return _given(left.given, right.given)
    if set(left.surname) < set(right.surname) or set(right.surname) < set(left.surname):
        return Agreement.PART if _given(left.given, right.given, equal=True) == Agreement.PART else Agreement.NONE
    slip = left.given == right.given and _one_slip("".join(left.surname), "".join(right.surname))
    return Agreement.NEAR if slip and len("".join(left.given)) > 1 else Agreement.NONE


def _given(left: tuple[str, ...], right: tuple[str, ...], *, equal: bool = False) -> Agreement:
    shorter, longer = sorted((left, right), key=len)
    if not shorter:
        return Agreement.NONE
    full = _aligned(shorter, longer)
    if full is None:
        slip = len(left) == len(right) == 1 and _one_slip(left[0], right[0])
        return Agreement.NEAR if slip else Agreement.NONE
    if not equal:
        return Agreement.PART if full else Agreement.INITIALS
    return Agreement.PART if full == len(shorter) else Agreement.NONE


def _aligned(shorter: tuple[str, ...], longer: tuple[str, ...]) -> int | None:
    """How many full words agree when each of the shorter finds one of the longer, in order; None when one does not."""
    at, full = 0, 0
    for word in shorter:
        while at < len(longer) and not _fits(word, longer[at]):
            at += 1
        if at == len(longer):
            return None
        full += len(word) > 1 and len(longer[at]) > 1
        at += 1
    return full


def _fits(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _one_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_WITH_A_SLIP:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _sounds_alike(left: LatinName, right: LatinName, *, exactly: bool) -> bool:
    return any(spoken_alike(one, other, exactly=exactly) for one in left.spoken for other in right.spoken)


def spoken_alike(one: Spoken, other: Spoken, *, exactly: bool) -> bool:
    """Whether two readings are one: surname and each syllable, as spelt or as other systems spell them."""
    if len(one.given) != len(other.given):
        return False
    pairs = [(one.surname, other.surname), *zip(one.given, other.given, strict=True)]
    return all(a.is_exactly(b) if exactly else a.may_be(b) for a, b in pairs)
