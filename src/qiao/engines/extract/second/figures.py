"""Dates, counts and amounts: the offline reader's own value at the quoted place, or nothing."""

from __future__ import annotations

from qiao.engines.extract.result import Fact, FactType
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.answer import SaidFact
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.modality import agreed_modality

FIGURES = (FactType.DATE, FactType.COUNT, FactType.AMOUNT)


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
    modality = agreed_modality(said.modality, known, place.start, place.end)
    return fact if modality is fact.modality else "modality_unclear"


def _is_same_stretch(fact: Fact, place: Anchored) -> bool:
    """One lies in the other: "over 80" and "80 towers" are only the same figure when one holds the other."""
    return (fact.start <= place.start and place.end <= fact.end) or (
        place.start <= fact.start and fact.end <= place.end
    )
