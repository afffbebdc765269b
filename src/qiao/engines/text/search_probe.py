"""What was typed into a search box, as questions to the index: the strictest first, each a little looser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from qiao.engines.text import search_tokens as tokens
from qiao.engines.text.language import is_han
from qiao.engines.text.name_forms import plain_vowels, runs_of
from qiao.engines.text.names import fold

__all__ = ["OFTEN_LEFT_OUT", "Asked", "Probe"]

LONGEST = 120  # characters typed that are looked for
MOST_RUNS = 12
LONGEST_INITIALS = 10
OFTEN_LEFT_OUT = "市省"

Asked = tuple[tuple[str, ...], ...]
"""A question to the index: of each inner tuple one token at least must be there."""


@dataclass(frozen=True)
class Probe:
    """What was typed. Every question is empty when it cannot be asked of what was typed.

    `whole`, `begins` and `words` ask for part of what `inside` asks: they are needed only where that is too much.
    """

    typed: str

    @cached_property
    def folded(self) -> str:
        return " ".join(runs_of(fold(self.typed[:LONGEST].replace("\0", " ")))[:MOST_RUNS])

    @cached_property
    def runs(self) -> list[str]:
        """Words, and runs of Han characters."""
        return self.folded.split()

    @cached_property
    def joined(self) -> str:
        return "".join(self.runs)

    @property
    def is_short(self) -> bool:
        """Whether it is so short that a large part of the register answers to it."""
        return len(self.joined) <= (1 if any(map(is_han, self.joined)) else 3)

    @property
    def whole(self) -> Asked:
        """Names that are what was typed, or its words in another order, or sound so."""
        if not self.joined:
            return ()
        forms = (self.joined, plain_vowels(self.joined), "".join(sorted(self.runs)))
        return (tuple(dict.fromkeys(tokens.exact(form) for form in forms)),)

    @property
    def begins(self) -> Asked:
        """Names that begin so."""
        return ((tokens.begin(self.joined),), *self.inside) if self.joined else ()

    @property
    def words(self) -> Asked:
        """Names with these words, the last of them perhaps not yet written to its end."""
        if not self.runs:
            return ()
        *before, last = self.runs
        return (*(one for run in before for one in _whole_word(run)), *_beginning(last))

    @property
    def inside(self) -> Asked:
        """Names that hold each of these, if need be in the middle of a word or across syllables."""
        return tuple(one for run in self.runs for one in _inside(run))

    @property
    def initials(self) -> Asked:
        """Names with these initials."""
        if len(self.runs) != 1 or not self.joined.isascii() or not 2 <= len(self.joined) <= LONGEST_INITIALS:
            return ()
        return tuple((token,) for token in tokens.window(self.joined))

    @property
    def scattered(self) -> Asked:
        """Names with all of these Han characters, others between them."""
        chars = dict.fromkeys(char for char in self.joined if is_han(char) and char not in OFTEN_LEFT_OUT)
        latin = [run for run in self.runs if not is_han(run[0])]
        if len(chars) < 3:
            return ()
        return (*((f"h{tokens.spell(char)}",) for char in chars), *(one for run in latin for one in _inside(run)))

    @property
    def close(self) -> Asked:
        """Names whose words differ from these by a letter missing, added or wrong: a half of each is as typed."""
        words = [run for run in self.runs if not is_han(run[0])]
        if max((len(word) for word in words), default=0) < tokens.SHORTEST_HALVED:
            return ()
        return tuple(one for run in self.runs for one in (_inside(run) if is_han(run[0]) else _close(run)))


def _whole_word(run: str) -> Asked:
    if is_han(run[0]):
        return _inside(run)
    return (("w" + tokens.spell(plain_vowels(run[: tokens.LONGEST_WORD])),),)


def _beginning(run: str) -> Asked:
    if is_han(run[0]):
        return _inside(run)
    return ((tokens.starts(plain_vowels(run))[-1],), *_inside(run)[1:])


def _inside(run: str) -> Asked:
    if is_han(run[0]):
        return tuple((token,) for token in dict.fromkeys(tokens.han(run)))
    word = plain_vowels(run[: tokens.LONGEST_WORD])
    asked = tokens.grams(word) or tokens.starts(word)[-1:]
    return tuple((token,) for token in dict.fromkeys(asked))


def _close(run: str) -> Asked:
    word = run[: tokens.LONGEST_WORD]
    if len(word) < tokens.SHORTEST_HALVED:
        return _inside(word)
    middle = (len(word) + 1) // 2  # two letters changed about there leave neither half whole
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    found = ["w" + tokens.spell(form) for form in (word, plain_vowels(word), swapped)]
    for length in range(max(tokens.SHORTEST_HALVED, len(word) - 1), len(word) + 2):
        found += tokens.halves(word, length)
    return (tuple(dict.fromkeys(found)),)
