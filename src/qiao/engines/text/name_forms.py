"""One name as search reads it: folded, in words, in pinyin, by its initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold, pinyin_of

__all__ = ["Forms", "forms_of", "initials_of", "plain_vowels", "runs_of", "without_legal_form"]

LONGEST_PERSON_NAME = 4
_SHORTEST_UMLAUT_WORD = 5
_UMLAUTS = re.compile("(?<=[^q])([aou])e")
_RUNS = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+|[^\s\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+"
)
_LEGAL_ENDING = re.compile("(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|(?<=..)集团$")
_LEGAL_WORDS = frozenset(
    "gmbh ag kg se ltd limited llc inc corp corporation co company plc sa sas sarl bv nv spa srl oy ab".split()
)
_SMALL_WORDS = frozenset(
    "a an and at for in of on the to de des du d la le les l et en au aux un une der die das dem den des fur mit und "
    "von vom zu zum zur im am e v".split()
)


@dataclass(frozen=True, slots=True)
class Forms:
    """What a name is compared by.

    folded    the fold of the whole name.    pinyin   its syllables with a space between, empty without Han characters.
    """

    folded: str
    pinyin: str

    @property
    def joined(self) -> str:
        """The fold without spaces: where words are parted is a matter of taste."""
        return self.folded.replace(" ", "")


@lru_cache(maxsize=16384)
def forms_of(name: str) -> Forms:
    """The forms of a name; both empty when it has neither letters nor digits."""
    folded = fold(name)
    return Forms(folded, _pinyin(folded) if any(map(is_han, folded)) else "")


def runs_of(folded: str) -> list[str]:
    """The words of a folded name; Han characters that follow each other are one."""
    return _RUNS.findall(folded)


@lru_cache(maxsize=16384)
def plain_vowels(word: str) -> str:
    """A word of which nobody can tell whether ue stands for ü, with the second letter left out: mueller → muller."""
    return _UMLAUTS.sub(r"\1", word) if len(word) >= _SHORTEST_UMLAUT_WORD and word.isascii() else word


def initials_of(words: list[str]) -> list[str]:
    """The first letters of words, with and without articles and the like; none for fewer than two words."""
    told = ["".join(word[0] for word in words)]
    told.append("".join(word[0] for word in words if word not in _SMALL_WORDS))
    return [letters for letters in dict.fromkeys(told) if len(letters) > 1 and letters.isascii()]


def without_legal_form(name: Forms) -> Forms:
    """A name without what follows a firm's own: nobody is told from others by it. Left whole where nothing remains."""
    ending = _LEGAL_ENDING.search(name.folded)
    folded = name.folded[: ending.start()] if ending else name.folded
    words = [word for word in folded.split() if word not in _LEGAL_WORDS]
    return Forms(" ".join(words), name.pinyin) if words else name


def _pinyin(folded: str) -> str:
    """Pinyin without the legal form, which is said of everybody and sought by nobody."""
    syllables = pinyin_of(folded).split()
    ending = _LEGAL_ENDING.search(folded)
    kept = len(syllables) - (len(ending.group()) if ending else 0)
    return " ".join(syllables[:kept] if kept > 1 else syllables)
