"""What resolve answers: how likely two records are one thing, why, and what may be done about it unasked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What the shipped precision setting allows: take them for one, ask a person, or leave them apart."""

    SAME = "same"
    ASK = "ask"
    DISTINCT = "distinct"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a score.

    code      what was found, such as "same_name", "same_domain", "translated_words", "other_city".
    weight    how much it spoke for (> 0) or against (< 0) the two being one, in log odds.
    values    the words it was found in, in the order the code's sentence takes them.
    """

    code: str
    weight: float
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The reason as an English sentence; pages word the code in the reader's language."""
        from qiao.engines.resolve.wording import sentence

        return sentence(self)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two records are one thing: a calibrated probability in [0, 1], its reasons, strongest first."""

    score: float
    decision: Decision
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A record of the registry that may be the one asked for."""

    id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The answer to one query: its best matches, best first, and the id taken unasked; None for none or ask."""

    query: str
    matches: tuple[Match, ...]
    decision: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of one table that may be one thing."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]


class Verdict(StrEnum):
    """What a person said of a pair."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's word on a pair; it beats any score."""

    left: str
    right: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a record ended: its cluster (numbered from 0 by first record) and the weakest link that holds it there."""

    id: str
    cluster: int
    score: float
