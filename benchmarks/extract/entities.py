"""Compare given with expected facts of one type, each distinct span once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.extract.spans import Match, fold
from benchmarks.extract.tally import Tally
from benchmarks.extract.texts import Expected
from qiao.engines.extract import Fact, FactType

ENTITY_TYPES: tuple[FactType, ...] = tuple(kind for kind in FactType if kind is not FactType.RELATION)


@dataclass(frozen=True, slots=True)
class Comparison:
    """pairs join each given fact to the expected one it met first; missed and false are spans, for reading."""

    tally: Tally
    pairs: tuple[tuple[Fact, Fact], ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


def compare(expected: Sequence[Expected], given: Sequence[Fact], kind: FactType, match: Match) -> Comparison:
    """One type of one text. A false alarm is a span that meets neither a wanted nor a tolerated annotation."""
    wanted = [e for e in expected if e.fact.type is kind and not e.optional]
    tolerated = [e for e in expected if (e.fact.type is kind and e.optional) or kind in e.also]
    found: set[int] = set()
    pairs: list[tuple[Fact, Fact]] = []
    false: list[str] = []
    for fact in _distinct(given, kind):
        met = [i for i, e in enumerate(wanted) if _meets(fact, e, match)]
        if met:
            found.update(met)
            pairs.append((fact, wanted[met[0]].fact))
        elif not any(_meets(fact, e, match) for e in tolerated):
            false.append(fact.text)
    found |= {i for i, e in enumerate(wanted) if i not in found and _given_as_other_type(e, given, match)}
    missed = tuple(e.fact.text for i, e in enumerate(wanted) if i not in found)
    tally = Tally(right=len(pairs), wrong=len(false), found=len(found), wanted=len(wanted))
    return Comparison(tally, tuple(pairs), missed, tuple(false))


def _distinct(given: Iterable[Fact], kind: FactType) -> list[Fact]:
    first: dict[str, Fact] = {}
    for fact in given:
        if fact.type is kind and fold(fact.text):
            first.setdefault(fold(fact.text), fact)
    return list(first.values())


def _meets(fact: Fact, expected: Expected, match: Match) -> bool:
    return any(match(fact.text, span) for span in expected.spans)


def _given_as_other_type(expected: Expected, given: Iterable[Fact], match: Match) -> bool:
    """A zone is organisation and place at once; named as either, it was found."""
    return any(fact.type in expected.also and _meets(fact, expected, match) for fact in given)
