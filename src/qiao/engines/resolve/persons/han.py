"""A person's name in Han characters: surname, given name, and how they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qiao.engines.resolve.persons.lists import words
from qiao.engines.resolve.persons.syllables import Sound, compound_surnames
from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold, pinyin_of

LONGEST_CHINESE = 4

# Surnames that families read in two ways; the first reading stands in the list of engines.text.
_ALSO_READ = {"乐": "le", "盖": "gai", "覃": "tan", "翟": "di", "缪": "mou", "朴": "pu", "华": "hua", "燕": "yan"}


@dataclass(frozen=True, slots=True)
class HanName:
    """A name in simplified characters, without titles. Given is empty when only the surname is known.

    surname   empty for a foreign name written in Han ("彼得·拉德") or one longer than Chinese names are.
    sounds    of the surname as a whole, then of each character of the given name; empty without a surname.
    """

    text: str
    surname: str
    given: str
    sounds: tuple[Sound, ...]


@lru_cache(maxsize=16384)
def read_han(written: str) -> HanName | None:
    """The name in the Han characters of a text, None when there are none."""
    foreign = re.search(r"[\u3400-\u9fff]\s*[·•・‧.．]\s*[\u3400-\u9fff]", written) is not None
    text = _without_titles("".join(c for c in fold(written) if is_han(c)))
    if not text:
        return None
    if foreign or len(text) > LONGEST_CHINESE:
        return HanName(text, "", text, ())
    surname = text[:2] if text[:2] in compound_surnames() and len(text) > 2 else text[:1]
    given = text[len(surname) :]
    return HanName(text, surname, given, (_surname_sound(surname, text), *map(_char_sound, given)))


def _surname_sound(surname: str, text: str) -> Sound:
    read = "".join(pinyin_of(f"{surname}{text[len(surname) :] or '明'}").split()[: len(surname)])
    return Sound(frozenset({read, _ALSO_READ.get(surname, read)}))


@lru_cache(maxsize=8192)
def _char_sound(char: str) -> Sound:
    from pypinyin import Style, pinyin  # its dictionary is large: loaded with the first Han name

    read = pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=False)
    return Sound(frozenset(r for r in read[0] if r.isascii()) if read else frozenset())


def _without_titles(text: str) -> str:
    titles = words("titles.txt", "han")
    if len(text) == 2 and text.endswith("总"):
        return text[0]
    for size in range(min(6, len(text) - 1), 1, -1):
        if text[-size:] in titles:
            return _without_titles(text[:-size])
        if text[:size] in titles and len(text) - size > 1:
            return _without_titles(text[size:])
    return text
