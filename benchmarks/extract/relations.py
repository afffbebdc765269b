"""Compare relations by kind and parties, aliases resolved through the annotation's own names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from benchmarks.extract.spans import fold
from benchmarks.extract.tally import Tally
from benchmarks.extract.texts import Expected
from qiao.engines.extract import Fact, FactType, Modality

SYMMETRIC = {"met", "signed_with"}
TOLD_AS_REAL = {Modality.FACT, Modality.PLAN}
NAMED = {FactType.ORGANISATION, FactType.PERSON, FactType.PLACE, FactType.EVENT}


class Triple(NamedTuple):
    kind: str
    subject: str
    object: str


Agree = Callable[[Triple, Triple], bool]


def agree_strictly(given: Triple, expected: Triple) -> bool:
    if given.kind in SYMMETRIC and given == Triple(expected.kind, expected.object, expected.subject):
        return True
    return given == expected


def agree_by_object(given: Triple, expected: Triple) -> bool:
    """The subject is often a delegation that the sentence does not name; kind and object alone must agree."""
    if given.kind != expected.kind:
        return False
    return given.object == expected.object or (given.kind in SYMMETRIC and given.subject == expected.object)


def names_of(expected: Iterable[Expected]) -> dict[str, str]:
    """From every spelling to the folded norm that joins them."""
    norms: dict[str, str] = {}
    for item in expected:
        if item.fact.type in NAMED:
            for spelling in (*item.spans, item.fact.norm):
                norms.setdefault(fold(spelling), fold(item.fact.norm))
    return norms


def compare_relations(expected: Sequence[Expected], given: Sequence[Fact], agree: Agree) -> Tally:
    """One text. Hoped and denied relations are left out on both sides, as are optional ones when not given."""
    norms = names_of(expected)
    wanted = _triples((e.fact for e in expected if not e.optional), norms)
    tolerated = _triples((e.fact for e in expected if e.optional), norms) - wanted
    told = _triples(given, norms)
    right = {t for t in told if any(agree(t, w) for w in wanted)}
    excused = {t for t in told - right if any(agree(t, w) for w in tolerated)}
    found = sum(any(agree(t, w) for t in told) for w in wanted)
    return Tally(right=len(right), wrong=len(told) - len(right) - len(excused), found=found, wanted=len(wanted))


def _triples(facts: Iterable[Fact], norms: Mapping[str, str]) -> set[Triple]:
    triples = set()
    for fact in facts:
        if fact.type is FactType.RELATION and fact.modality in TOLD_AS_REAL and len(fact.attrs.parties) > 1:
            subject, *objects = (norms.get(fold(party), fold(party)) for party in fact.attrs.parties)
            triples |= {Triple(fact.attrs.kind, subject, item) for item in objects}
    return triples
