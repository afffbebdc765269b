"""Two readings joined: what both see gains confidence, what only the second sees waits for a human."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qiao.engines.extract.result import Fact, FactType

_MOST = 0.98


Meaning = Callable[[str], str]


def fused(facts: list[Fact], verified: list[Fact], meaning: Meaning) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """All facts in order of position, and those that only the second reader saw. Nothing is overwritten.

    meaning   what a name is a form of: one tie may be told of two forms of a name.
    """
    agreed = {_key(fact, meaning) for fact in verified}
    seen = {_key(fact, meaning) for fact in facts}
    raised = [_raised(fact) if _key(fact, meaning) in agreed else fact for fact in facts]
    added = tuple(sorted(fact for fact in verified if _key(fact, meaning) not in seen))
    return tuple(sorted([*raised, *added])), added


def _key(fact: Fact, meaning: Meaning) -> tuple[str, ...]:
    """What makes two statements the same: type and place; for ties kind and parties."""
    place = (str(fact.start), str(fact.end))
    if fact.type is FactType.RELATION:
        return fact.type, fact.attrs.kind, *map(meaning, fact.attrs.parties), fact.modality
    if fact.type in (FactType.EVENT, FactType.AGREEMENT):
        return fact.type, *place, fact.modality
    return fact.type, *place


def _raised(fact: Fact) -> Fact:
    """Half of the doubt is gone when two independent readers agree."""
    return replace(fact, confidence=min(_MOST, fact.confidence + (1 - fact.confidence) / 2))
