"""Pairs that wait for a judgement, as a member may see them, and the one to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from qiao.register.models import DuplicateSearch, Entity, Judgement, WaitingPair
from qiao.zones.models import Membership

COUNTED = 1000  # more are "over 1,000"
FAMILY = 12  # records shown together


@dataclass(frozen=True)
class Place:
    """Where a pair stands in the line: the first is 1. `total` is counted up to a thousand; `more` says beyond."""

    number: int
    total: int
    more: bool


def waiting_pairs(member: Membership, kind: str = "") -> QuerySet[WaitingPair]:
    """Pairs the member may see whose groups are two and on which nothing is judged; the most alike first."""
    pairs = WaitingPair.objects.visible_to(member).filter(dropped__isnull=True)
    if kind:
        pairs = pairs.filter(kind=kind)
    pairs = pairs.exclude(left__canonical=F("right__canonical"))
    pairs = pairs.filter(~_judged(member, "left", "right"), ~_judged(member, "right", "left"))
    return pairs.order_by("-score", "id")


def _judged(member: Membership, left: str, right: str) -> Exists:
    """Whether a judgement stands between the groups of a pair, on whichever of their records."""
    standing = Judgement.objects.filter(
        zone=member.zone_id,
        withdrawn__isnull=True,
        left__zone=member.zone_id,
        left__canonical=OuterRef(f"{left}__canonical"),
        right__canonical=OuterRef(f"{right}__canonical"),
    )
    return Exists(standing)


def pair_to_show(member: Membership, kind: str = "", *, asked: UUID | None, after: UUID | None) -> WaitingPair | None:
    """The pair asked for while it waits; else the first that comes after another; None at the end of the line."""
    line = waiting_pairs(member, kind).select_related("left", "right")
    if asked is not None:
        found = line.filter(pk=asked).first()
        if found is not None:
            return found
    behind = after or asked
    mark = WaitingPair.objects.visible_to(member).filter(pk=behind).first() if behind else None
    return line.filter(_behind(mark)).first() if mark else line.first()


def place_of(member: Membership, pair: WaitingPair, kind: str = "") -> Place:
    """Where a pair stands in the line: two queries."""
    line = waiting_pairs(member, kind)
    before = line.exclude(_behind(pair)).exclude(pk=pair.pk)[:COUNTED].count()
    total = line[: COUNTED + 1].count()
    return Place(before + 1, min(total, COUNTED), total > COUNTED)


def _behind(pair: WaitingPair) -> Q:
    return Q(score__lt=pair.score) | Q(score=pair.score, pk__gt=pair.pk)


def family_of(member: Membership, pair: WaitingPair) -> list[UUID]:
    """The records that wait together: those of the pair, and others paired with them, at most a dozen."""
    family = [pair.left_id, pair.right_id]
    frontier = set(family)
    while frontier and len(family) < FAMILY:
        line = waiting_pairs(member).filter(Q(left__in=frontier) | Q(right__in=frontier))
        sides = [side for sides in line.values_list("left_id", "right_id")[:FAMILY] for side in sides]
        frontier = set(dict.fromkeys(side for side in sides if side not in family))
        family += list(frontier)
    return family[:FAMILY]


def one_of_each_group(member: Membership, ids: Sequence[UUID]) -> list[Entity]:
    """The records of these that the member may see, one for each group, in the order given."""
    seen = {record.pk: record for record in Entity.objects.visible_to(member).filter(id__in=list(ids))}
    groups = {seen[pk].canonical_id: seen[pk] for pk in reversed(ids) if pk in seen}
    return list(reversed(groups.values()))


def latest_search(member: Membership) -> DuplicateSearch | None:
    """The search that runs, or the last one."""
    return DuplicateSearch.objects.visible_to(member).select_related("started").order_by("-id").first()
