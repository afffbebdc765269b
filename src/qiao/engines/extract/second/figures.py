"""Dates, counts and amounts: the offline reader's own value at the quoted place, or nothing."""

from __future__ import annotations

from qiao.engines.extract.result import Fact, FactType
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.answer import SaidFact
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.lexicon import patterns
from qiao.engines.extract.second.modality import figure_modality

FIGURES = (FactType.DATE, FactType.COUNT, FactType.AMOUNT)
_BESIDE = {"zh": (3, 3)}
_BESIDE_ELSE = (22, 10)


def verify_figure(said: SaidFact, place: Anchored, known: Known) -> Fact | str:
    """The fact as the grammar reads it, or the code of a refusal.

    The answer's value decides nothing; when it differs from what the text says, the two do not agree and the
    fact gains nothing.
    """
    if place.slips:
        return "figure_not_exact"
    over = [f for f in known.facts if f.type is said.type and f.start < place.end and place.start < f.end]
    if not over:
        return "no_value_there"
    if len(over) > 1 or not _is_same_stretch(over[0], place):
        return "several_values"
    fact = over[0]
    if said.value.strip() != fact.norm:
        return "value_differs"
    if said.type is FactType.DATE:
        return fact
    if not _is_bound_clear(fact, known):
        return "bound_unclear"
    is_clear = figure_modality(said.modality, fact.modality, known, place.start, place.end)
    return fact if is_clear else "modality_unclear"


def _is_same_stretch(fact: Fact, place: Anchored) -> bool:
    """One lies in the other: "over 80" and "80 towers" are only the same figure when one holds the other."""
    inside = fact.start <= place.start and place.end <= fact.end
    return inside or (place.start <= fact.start and fact.end <= place.end)


def _is_bound_clear(fact: Fact, known: Known) -> bool:
    """Whether the words beside a number limit it in the very way that the grammar says, and in no other."""
    before, after = _BESIDE.get(known.language, _BESIDE_ELSE)
    left, right = known.sentence(fact.start, fact.end)
    stretch = known.plain[max(left, fact.start - before) : min(right, fact.end + after)]
    shown = {
        kind for kind, pattern in patterns("second_modality.toml", known.language, "bounds") if pattern.search(stretch)
    }
    said = {fact.attrs.bound} - {"", "exact"}
    return shown == said and "+" not in stretch
