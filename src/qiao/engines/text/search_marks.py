"""Which letters of a name it was that answered what was typed."""

from __future__ import annotations

from itertools import accumulate

from qiao.engines.text.language import is_han
from qiao.engines.text.name_forms import forms_of
from qiao.engines.text.names import fold
from qiao.engines.text.search_probe import Probe

__all__ = ["marked"]

Span = tuple[int, int]


def marked(text: str, probe: Probe) -> list[tuple[str, bool]]:
    """The name cut into pieces, each with whether it answered. Joined, they are the name."""
    spans = _by_letters(text, probe) or _by_sound(text, probe)
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in spans:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]


def _by_letters(text: str, probe: Probe) -> list[Span]:
    letters, places = _folded(text)
    whole = _places_of(probe.joined, letters)
    found = [whole] if whole else [span for run in probe.runs if (span := _places_of(run, letters))]
    return _merged([(places[start], places[end - 1] + 1) for start, end in found])


def _by_sound(text: str, probe: Probe) -> list[Span]:
    """For a name in Han characters alone: those whose syllables were typed."""
    syllables = forms_of(text).pinyin.split()
    chars = [at for at, char in enumerate(text) if is_han(char)]
    if not syllables or len(chars) < len(syllables) or not probe.joined.isascii():
        return []
    ends = list(accumulate(len(syllable) for syllable in syllables))
    whole = _places_of(probe.joined, "".join(syllables))
    found = [whole] if whole else [s for run in probe.runs if (s := _places_of(run, "".join(syllables)))]
    spans = [
        (chars[at], chars[at] + 1)
        for start, end in found
        for at, (syllable, last) in enumerate(zip(syllables, ends, strict=True))
        if start < last and end > last - len(syllable)
    ]
    return _merged(spans)


def _folded(text: str) -> tuple[str, list[int]]:
    """The letters of a text, folded one by one, and the place in the text of each."""
    letters, places = "", []
    for at, char in enumerate(text):
        said = fold(char).replace(" ", "")
        letters += said
        places += [at] * len(said)
    return letters, places


def _places_of(run: str, letters: str) -> Span | None:
    at = letters.find(run) if run else -1
    return None if at < 0 else (at, at + len(run))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
