"""Which records are one thing, computed from the live judgements, never from their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from qiao.register.actions.refresh import refresh_caches
from qiao.register.enums import Verdict
from qiao.register.models import CanonicalSpan, Entity, Judgement
from qiao.register.signals import entities_regrouped
from qiao.zones.actions import Act
from qiao.zones.models import Zone


def hold_identities(act: Act) -> None:
    """Let judgements in one zone follow each other: groups computed at once from half of them each would differ."""
    Zone.objects.select_for_update(no_key=True).get(pk=act.zone.pk)


def regroup(act: Act, around: set[UUID]) -> None:
    """Recompute the groups that hold these records, and tell the other rooms."""
    hold_identities(act)
    records, judgements = _neighbourhood(act.zone.pk, around)
    root = group_records(records, judgements)
    held = Entity.objects.filter(zone=act.zone, id__in=records).values_list("id", "canonical_id")
    moved = {record: root[record] for record, canonical in held if canonical != root[record]}
    changed = set(moved) | set(moved.values()) | {canonical for record, canonical in held if record in moved}
    if moved:
        _move(act, moved)
    act.stale |= changed
    act.at_end("register.refresh_caches", refresh_caches)
    entities_regrouped.send(sender=None, act=act, entities=changed)


def _move(act: Act, moved: dict[UUID, UUID]) -> None:
    """Put records under the one that now stands for them, and say from when on it does."""
    CanonicalSpan.objects.filter(zone=act.zone, entity__in=moved, until__isnull=True).update(until=act.action)
    CanonicalSpan.objects.bulk_create(
        CanonicalSpan(zone=act.zone, entity_id=record, canonical_id=canonical, since=act.action)
        for record, canonical in sorted(moved.items())
    )
    under: dict[UUID, list[UUID]] = defaultdict(list)
    for record, canonical in moved.items():
        under[canonical].append(record)
    for canonical, records in under.items():
        Entity.objects.filter(zone=act.zone, id__in=records).update(canonical=canonical)


def _neighbourhood(zone_id: UUID, around: set[UUID]) -> tuple[set[UUID], list[Judgement]]:
    """All records reachable through live "same" judgements or shared groups, and the judgements among them."""
    records: set[UUID] = set()
    frontier = set(around)
    while frontier:
        records |= frontier
        same = Judgement.objects.filter(zone_id=zone_id, withdrawn__isnull=True, verdict=Verdict.SAME).filter(
            Q(left__in=frontier) | Q(right__in=frontier)
        )
        found = {pk for pair in same.values_list("left_id", "right_id") for pk in pair}
        roots = Entity.objects.filter(zone_id=zone_id, id__in=frontier).values_list("canonical_id", flat=True)
        grouped = Entity.objects.filter(zone_id=zone_id, canonical_id__in=list(roots))
        frontier = (found | set(grouped.values_list("id", flat=True))) - records
    live = Judgement.objects.filter(zone_id=zone_id, withdrawn__isnull=True, left__in=records, right__in=records)
    return records, list(live)


def group_records(records: Iterable[UUID], judgements: Iterable[Judgement]) -> dict[UUID, UUID]:
    """Record -> lowest id of its group: join each "same" unless the two groups hold a live "different"."""
    judgements = list(judgements)
    members = {record: {record} for record in records}
    apart = {(j.left_id, j.right_id) for j in judgements if j.verdict == Verdict.DIFFERENT}
    apart |= {(right, left) for left, right in apart}
    same = [j for j in judgements if j.verdict == Verdict.SAME]
    for judgement in sorted(same, key=_precedence):
        left, right = members[judgement.left_id], members[judgement.right_id]
        if left is right or (apart and any((a, b) in apart for a in left for b in right)):
            continue
        left |= right
        for record in right:
            members[record] = left
    lowest = {id(group): min(group) for group in members.values()}
    return {record: lowest[id(group)] for record, group in members.items()}


def _precedence(judgement: Judgement) -> tuple[bool, float, UUID, UUID]:
    """Persons first, then by score, then by the pair: a judgement that was restored has another id than before."""
    return (not judgement.by_person, -(judgement.score or 0.0), judgement.left_id, judgement.right_id)
