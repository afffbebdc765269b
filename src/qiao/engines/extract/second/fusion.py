"""Two readings joined: what both see gains confidence, what only the second sees waits for a human."""

from __future__ import annotations

from dataclasses import replace

from qiao.engines.extract.result import Fact, FactType

_MOST = 0.98


def fused(facts: list[Fact], verified: list[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """All facts in order of position, and those that only the second reader saw. Nothing is overwritten."""
    agreed = {_key(fact) for fact in verified}
    seen = {_key(fact) for fact in facts}
    raised = [_raised(fact) if _key(fact) in agreed else fact for fact in facts]
    added = tuple(sorted(fact for fact in verified if _key(fact) not in seen))
    return tuple(sorted([*raised, *added])), added


def _key(fact: Fact) -> tuple[str, ...]:
    """What makes two statements the same: type and place; for acts the kind too, for ties kind and parties."""
    place = (str(fact.start), str(fact.end))
    if fact.type is FactType.RELATION:
        return fact.type, fact.attrs.kind, *fact.attrs.parties, fact.modality
    if fact.type in (FactType.EVENT, FactType.AGREEMENT):
        return fact.type, *place, fact.attrs.kind, fact.modality
    return fact.type, *place


def _raised(fact: Fact) -> Fact:
    """Half of the doubt is gone when two independent readers agree."""
    return replace(fact, confidence=min(_MOST, fact.confidence + (1 - fact.confidence) / 2))
