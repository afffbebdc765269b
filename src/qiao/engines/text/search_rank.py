"""How well a name answers what was typed, and in which way; what of the name it was."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, pairwise

from rapidfuzz.distance import OSA

from qiao.engines.text.language import is_han
from qiao.engines.text.name_forms import Forms, initials_of, plain_vowels, runs_of
from qiao.engines.text.search_probe import OFTEN_LEFT_OUT, Probe

__all__ = ["Way", "way_of"]

SHORTEST_MISTYPED = 4
TWO_SLIPS_FROM = 9  # letters of a word in which two slips are forgiven


class Way(IntEnum):
    """In which way a name answers, the best first."""

    WHOLE = 0  # it is what was typed
    SAME = 1  # in another order of words, or by its sound
    BEGINS = 2
    WORDS = 3  # its words begin so
    INITIALS = 4  # all its initials
    INSIDE = 5  # in the middle of words
    SOUND_BEGINS = 6
    SOUND = 7  # its pinyin holds it
    SOME_INITIALS = 8
    SCATTERED = 9  # all the characters in this order, others between them
    CLOSE = 10  # a letter missing, added or wrong


def way_of(name: Forms, probe: Probe) -> tuple[Way, int] | None:
    """The best way in which a name answers, and the number of slips in it; None when it does not answer.

    Pinyin that ends inside a syllable counts as a slip: huaxing is 华星 before it is 华新光.
    """
    way = _exactly(name, probe)
    if way is None:
        slips = _slips(name, probe)
        return (Way.CLOSE, slips) if slips is not None else None
    return way, int(way in (Way.SOUND_BEGINS, Way.SOUND) and not _ends_a_syllable(name.pinyin, probe))


def _exactly(name: Forms, probe: Probe) -> Way | None:
    typed, joined = probe.joined, name.joined
    if not typed or not joined:
        return None
    if joined == typed:
        return Way.WHOLE
    if _is_same(name, probe):
        return Way.SAME
    if joined.startswith(typed):
        return Way.BEGINS
    runs = runs_of(name.folded)
    compounds = [left + right for left, right in pairwise(runs) if not is_han(left[0]) and not is_han(right[0])]
    if all(_starts_a_word(run, [*runs, *compounds]) for run in probe.runs):
        return Way.WORDS
    if typed.isascii() and len(probe.runs) == 1:
        initials = _initials(name)
        if typed in initials:
            return Way.INITIALS
    if all(_is_inside(run, name) for run in probe.runs):
        return Way.INSIDE
    if name.pinyin and typed.isascii():
        sound = _sound(name.pinyin, probe)
        if sound is not None:
            return sound
    if typed.isascii() and len(probe.runs) == 1 and any(typed in letters for letters in _initials(name)):
        return Way.SOME_INITIALS
    return Way.SCATTERED if _is_scattered(name.joined, probe) else None


def _is_same(name: Forms, probe: Probe) -> bool:
    typed = probe.joined
    if plain_vowels(name.joined) == plain_vowels(typed) or sorted(runs_of(name.folded)) == sorted(probe.runs):
        return True
    return bool(name.pinyin) and typed.isascii() and typed in _said(name.pinyin)


@lru_cache(maxsize=16384)
def _said(pinyin: str) -> frozenset[str]:
    """A whole name in pinyin: as it is, and a short one with the surname last."""
    words = pinyin.split()
    told = {"".join(words)}
    if len(words) <= 4:
        told |= {"".join([*words[cut:], *words[:cut]]) for cut in (1, 2)}
    told |= {form.replace("v", letters) for form in told for letters in ("u", "yu") if "v" in form}
    return frozenset(told)


def _starts_a_word(run: str, runs: list[str]) -> bool:
    if is_han(run[0]):
        return run in runs
    plain = plain_vowels(run)
    return any(word.startswith(run) or plain_vowels(word).startswith(plain) for word in runs)


def _is_inside(run: str, name: Forms) -> bool:
    if len(run) < 3 and run.isascii():
        return any(word.startswith(run) for word in runs_of(name.folded))
    return run in name.joined or plain_vowels(run) in plain_vowels(name.joined)


def _initials(name: Forms) -> list[str]:
    latin = [run for run in runs_of(name.folded) if not is_han(run[0])]
    return initials_of(latin) + initials_of(name.pinyin.split())


def _sound(pinyin: str, probe: Probe) -> Way | None:
    """Each typed word begins at a syllable of the name and ends at one; the last may end inside one."""
    for said in {pinyin, pinyin.replace("v", "u"), pinyin.replace("v", "yu")}:
        joined, places = _syllables(said)
        if joined.startswith(probe.joined):
            return Way.SOUND_BEGINS
        if any(joined.startswith(probe.joined, place) for place in places):
            return Way.SOUND
        if all(_is_said(run, joined, places, is_last=run == probe.runs[-1]) for run in probe.runs):
            return Way.SOUND
    return None


def _ends_a_syllable(pinyin: str, probe: Probe) -> bool:
    joined, places = _syllables(pinyin)
    last = probe.joined if probe.joined in joined else probe.runs[-1]
    return any(joined.endswith(last, 0, place) for place in places[1:])


def _syllables(pinyin: str) -> tuple[str, list[int]]:
    """The syllables joined, and where each begins; the end of the last too."""
    syllables = pinyin.split()
    return "".join(syllables), [0, *accumulate(len(syllable) for syllable in syllables)]


def _is_said(run: str, joined: str, places: list[int], *, is_last: bool) -> bool:
    return any(joined.startswith(run, at) and (is_last or at + len(run) in places) for at in places)


def _is_scattered(joined: str, probe: Probe) -> bool:
    if sum(map(is_han, probe.joined)) < 3:
        return False
    rest = iter(joined)
    return all(char in rest for char in probe.joined if char not in OFTEN_LEFT_OUT)


def _slips(name: Forms, probe: Probe) -> int | None:
    """How many letters differ when each typed word is held against its nearest; None when one is not near."""
    words = runs_of(name.folded)
    total = 0
    for run in probe.runs:
        slips = _nearest(run, words)
        if slips is None:
            return None
        total += slips
    return total if words else None


def _nearest(run: str, words: list[str]) -> int | None:
    if is_han(run[0]):
        return 0 if any(run in word for word in words) else None
    if any(word.startswith(run) for word in words):
        return 0
    if len(run) < SHORTEST_MISTYPED:
        return None
    allowed = 2 if len(run) >= TWO_SLIPS_FROM else 1
    found = [distance for word in words if (distance := _distance(run, word, allowed)) is not None]
    return min(found, default=None)


def _distance(run: str, word: str, allowed: int) -> int | None:
    """Slips between a typed word and a word of the name, or the beginning of that word."""
    if is_han(word[0]) or len(word) < SHORTEST_MISTYPED:
        return None
    distance = OSA.distance(run, word, score_cutoff=allowed)
    return distance if distance <= allowed else None
