"""How common a name is: a rough share of all people who bear it, from small tables and one rule.

The tables are rounded; only the order of magnitude is used. A register that counts its own names passes `commonness`,
and the larger of the two shares holds.
"""

from __future__ import annotations

from functools import cache

from qiao.engines.resolve.persons.han import HanName
from qiao.engines.resolve.persons.latin import LatinName, Spoken
from qiao.engines.resolve.persons.lists import pairs, words
from qiao.engines.text.names import pinyin_of

RARE_SURNAME = 1e-4
COMMON_GIVEN, USUAL_GIVEN, UNUSUAL_GIVEN = 2.5e-3, 5e-5, 1e-5
GIVEN_OF_ONE_SYLLABLE, GIVEN_OF_TWO = 1e-2, 1e-4
WESTERN_COMMON_SURNAME, WESTERN_SURNAME = 4e-3, 1e-4
WESTERN_COMMON_GIVEN, WESTERN_GIVEN = 1e-2, 1e-3


def share_of_han(name: HanName) -> float:
    """The share of people called so in Han characters, between 0 and 1."""
    if not name.surname:
        return WESTERN_SURNAME * WESTERN_GIVEN
    return _surnames().get(name.surname, RARE_SURNAME) * _given(name.given)


def share_of_latin(name: LatinName) -> float:
    """The share of people called so in Latin letters, when the name is not romanised from Han."""
    surname = name.splits[0].surname if name.splits else ()
    given = name.splits[0].given if name.splits else ()
    of_surname = [WESTERN_COMMON_SURNAME if w in words("western_surnames.txt") else WESTERN_SURNAME for w in surname]
    of_given = [WESTERN_COMMON_GIVEN if w in words("western_given_names.txt") else WESTERN_GIVEN for w in given]
    return min(of_surname, default=WESTERN_SURNAME) * min(of_given, default=WESTERN_COMMON_GIVEN)


def share_of_spoken(spoken: Spoken) -> float:
    """The share of people whose Han name is romanised so."""
    surname = sum(_spoken_surnames().get(sound, RARE_SURNAME) for sound in spoken.surname.exact | spoken.surname.loose)
    return surname * (GIVEN_OF_TWO if len(spoken.given) > 1 else GIVEN_OF_ONE_SYLLABLE)


def _given(given: str) -> float:
    if given in words("given_names.txt"):
        return COMMON_GIVEN
    usual = [char in words("given_characters.txt") or char in words("given_names.txt") for char in given]
    if len(usual) == 1:
        return 10 * (USUAL_GIVEN if usual[0] else UNUSUAL_GIVEN)
    return USUAL_GIVEN if all(usual) else UNUSUAL_GIVEN


@cache
def _surnames() -> dict[str, float]:
    return {surname: int(count) / 10_000 for surname, count in pairs("surname_shares.csv").items()}


@cache
def _spoken_surnames() -> dict[str, float]:
    heard: dict[str, float] = {}
    for surname, share in _surnames().items():
        sound = pinyin_of(f"{surname}明").split()[0]
        heard[sound] = heard.get(sound, 0.0) + share
    return heard
