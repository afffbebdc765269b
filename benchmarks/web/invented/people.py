"""Invented people. Their names are drawn from few parts, so that namesakes are as common as in life."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.web.invented.firms import Called
from benchmarks.web.invented.words import GIVEN, POSTS, SURNAMES, WESTERN_FAMILY, WESTERN_GIVEN

CHINESE_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Human:
    """An invented person, and the post they hold in words."""

    names: tuple[Called, ...]
    post: str
    address: str  # the part of an e-mail address before the @


def human(rng: Random) -> Human:
    """The next person of a sequence."""
    post = rng.choice(POSTS)
    if rng.random() >= CHINESE_SHARE:
        given, family = rng.choice(WESTERN_GIVEN), rng.choice(WESTERN_FAMILY[0]) + rng.choice(WESTERN_FAMILY[1])
        return Human((Called(f"{given} {family}", "", "printed"),), post[1], f"{given[0]}.{family}".lower())
    surname = rng.choice(list(SURNAMES))
    given = "".join(rng.choice(list(GIVEN)) for _ in range(1 + (rng.random() < 0.7)))
    latin = f"{''.join(GIVEN[char] for char in given).title()} {SURNAMES[surname]}"
    names = [Called(surname + given, "zh-Hans", "official")]
    if rng.random() < 0.5:
        names.append(Called(latin, "", "printed"))
    return Human(tuple(names), post[0], latin.replace(" ", ".").lower())
