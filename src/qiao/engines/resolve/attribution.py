"""What each kind of evidence adds to a score: the score with it less the score had it said nothing.

Exact for a model of one kind of evidence; where two kinds say the same (a town in the name and as the town), each is
given only what the other does not already say.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.comparisons import NAMES
from qiao.engines.resolve.trees import Trees


class Ground(StrEnum):
    """A kind of evidence."""

    WORDS = "words"
    SPELLING = "spelling"
    LONE_WORDS = "lone words"
    KIND = "kind"
    ACRONYM = "acronym"
    HAN = "han"
    SOUND = "sound"
    NUMBERS = "numbers"
    COUNTRY = "country"
    TOWN = "town"
    DOMAIN = "domain"
    DAYS = "days"


_SAYS_NOTHING: dict[Ground, dict[str, float]] = {
    Ground.WORDS: dict.fromkeys(
        "word_cosine words_of_left_found words_of_right_found stem_cosine whole_of_left_found whole_of_right_found "
        "shared_weight".split(),
        0.0,
    ),
    Ground.SPELLING: dict.fromkeys(
        "likeness_of_words likeness_as_written likeness_of_beginning letters_in_order".split(), 0.4
    ),
    Ground.LONE_WORDS: {"lone_word_left": 0.0, "lone_word_right": 0.0, "left_over_alike": 0.4},
    Ground.KIND: {"kinds_agree": 0.0},
    Ground.ACRONYM: dict.fromkeys(
        "acronym_of_left acronym_of_right initials_alike acronyms_alike acronym_inside_right "
        "acronym_inside_left".split(),
        -1.0,
    )
    | {"acronym_length": 0.0},
    Ground.HAN: dict.fromkeys("han_alike han_in_order han_beginning".split(), -1.0),
    Ground.SOUND: {"brand_alike": -1.0},
    Ground.NUMBERS: {"numbers_agree": 0.0},
    Ground.COUNTRY: {"same_country": 0.0},
    Ground.TOWN: {"same_city": 0.0},
    Ground.DOMAIN: {
        "domain_named_left": 0.0,
        "domain_named_right": 0.0,
        "domain_like_name": -1.0,
        "identifiers_shared": 0.0,
    },
    # The model knows no days: `days_add` speaks for them.
    Ground.DAYS: {},
}


def attributed(trees: Trees, values: NDArray[np.float32]) -> NDArray[np.float64]:
    """What each `Ground` adds to the raw score of (N, F) comparisons: (N, len(Ground)), in log odds."""
    whole = trees(values)
    silent = np.repeat(values[None], len(Ground), axis=0)
    for at, ground in enumerate(Ground):
        for name, value in _SAYS_NOTHING[ground].items():
            silent[at, :, NAMES.index(name)] = value
    # What already says nothing adds nothing, and need not be asked.
    asked = (silent != values[None]).any(axis=2)
    without = np.broadcast_to(whole, asked.shape).copy()
    without[asked] = trees(silent[asked])
    return (whole - without).T
