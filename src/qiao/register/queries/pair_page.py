"""The page of one pair that waits: both groups side by side, how likely they are one, and why."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.register.enums import EntityKind
from qiao.register.models import Entity, WaitingPair
from qiao.register.queries.duplicates import Place, family_of, one_of_each_group, place_of
from qiao.register.queries.likelihood import likelihood
from qiao.register.queries.merge_preview import is_worth_a_look
from qiao.register.queries.reasons import Likely, likely
from qiao.register.queries.side_by_side import SideBySide, side_by_side
from qiao.zones.models import Membership


@dataclass(frozen=True)
class PairPage:
    """What the page of a pair prints. `likely` is None when what the member sees of the two gives no ground.

    `first_a_look` says that "same" leads to a preview; `family` holds the records that wait together with these.
    """

    pair: WaitingPair
    place: Place
    beside: SideBySide
    likely: Likely | None
    first_a_look: bool
    family: tuple[Entity, ...]


def pair_page(member: Membership, pair: WaitingPair, language: str, *, kind: str = "") -> PairPage:
    """One pair as the member may see it. The number of queries does not depend on how much is said."""
    beside = side_by_side(member, (pair.left, pair.right), language)
    family = one_of_each_group(member, family_of(member, pair))
    return PairPage(
        pair=pair,
        place=place_of(member, pair, kind),
        beside=beside,
        likely=_likely(member, pair, beside),
        first_a_look=is_worth_a_look(beside),
        family=tuple(family) if len(family) > 2 else (),
    )


def _likely(member: Membership, pair: WaitingPair, beside: SideBySide) -> Likely | None:
    told = likelihood(member, EntityKind(pair.kind), {side.entity.pk: side.records for side in beside.sides}, pair)
    return likely(told) if told else None
