"""Judgements of identity. Who is whom is computed from the live ones, never from their order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from qiao.register.actions.refresh import refresh_caches
from qiao.register.enums import Verdict
from qiao.register.models import CanonicalSpan, Entity, Judgement
from qiao.register.signals import entities_regrouped
from qiao.zones.actions import Act, acting
from qiao.zones.models import Membership, Zone
from qiao.zones.rules import may_review


class KindsDiffer(ValueError):
    """Records of two kinds cannot be one thing."""


class JudgedOtherwise(ValueError):
    """A person already judged this pair the other way; that judgement must be withdrawn first."""

    def __init__(self, standing: Judgement) -> None:
        super().__init__(f"Expected no standing judgement; found {standing}.")
        self.standing = standing


def judge(
    *,
    member: Membership,
    left: Entity,
    right: Entity,
    verdict: Verdict,
    now: datetime,
    reasons: Iterable[str] = (),
) -> Judgement:
    """Say that two records are the same, are different, or that nobody can tell.

    Raises    KindsDiffer, JudgedOtherwise, NotAllowed.
    """
    with acting(member=member, verb=f"judge_{verdict}", now=now, allowed=may_review) as act:
        return write_judgement(act, left, right, verdict, reasons=reasons)


def write_judgement(
    act: Act, left: Entity, right: Entity, verdict: Verdict, *, reasons: Iterable[str] = ()
) -> Judgement:
    """The writes of a judgement, inside a larger action."""
    if left.kind != right.kind:
        raise KindsDiffer(f"Expected two records of one kind; found {left.kind} and {right.kind}.")
    hold_identities(act)
    left, right = sorted((left, right), key=lambda entity: entity.pk)
    standing = Judgement.objects.filter(zone=act.zone, left=left, right=right, withdrawn__isnull=True, by_person=True)
    for held in standing:
        if held.verdict == verdict:
            return held
        if Verdict.UNSURE not in (held.verdict, verdict):
            raise JudgedOtherwise(held)
        held.withdrawn = act.action
        held.save(update_fields=["withdrawn"])
    judgement = Judgement(
        zone=act.zone, left=left, right=right, verdict=verdict, reasons=list(reasons), recorded=act.action
    )
    judgement.save(force_insert=True)
    act.touch(judgement)
    regroup(act, {left.pk, right.pk})
    return judgement


def hold_identities(act: Act) -> None:
    """Let judgements in one zone follow each other: groups computed at once from half of them each would differ."""
    Zone.objects.select_for_update(no_key=True).get(pk=act.zone.pk)


def regroup(act: Act, around: set[UUID]) -> None:
    """Recompute the groups that hold these records, and tell the other rooms."""
    hold_identities(act)
    records, judgements = _neighbourhood(act.zone.pk, around)
    root = _groups(records, judgements)
    changed: set[UUID] = set()
    for entity in Entity.objects.filter(zone=act.zone, id__in=records):
        canonical = root[entity.pk]
        if entity.canonical_id == canonical:
            continue
        CanonicalSpan.objects.filter(zone=act.zone, entity=entity, until__isnull=True).update(until=act.action)
        CanonicalSpan(zone=act.zone, entity=entity, canonical_id=canonical, since=act.action).save()
        changed |= {entity.pk, entity.canonical_id, canonical}
        Entity.objects.filter(zone=act.zone, pk=entity.pk).update(canonical=canonical)
    act.stale |= changed
    act.at_end("register.refresh_caches", refresh_caches)
    entities_regrouped.send(sender=None, act=act, entities=changed)


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


def _groups(records: set[UUID], judgements: list[Judgement]) -> dict[UUID, UUID]:
    """Record -> lowest id of its group: join each "same" unless the two groups hold a live "different"."""
    members = {record: {record} for record in records}
    apart = {(j.left_id, j.right_id) for j in judgements if j.verdict == Verdict.DIFFERENT}
    apart |= {(right, left) for left, right in apart}
    same = [j for j in judgements if j.verdict == Verdict.SAME]
    for judgement in sorted(same, key=lambda j: (not j.by_person, -(j.score or 0.0), j.pk)):
        left, right = members[judgement.left_id], members[judgement.right_id]
        if left is right or any((a, b) in apart for a in left for b in right):
            continue
        left |= right
        for record in right:
            members[record] = left
    return {record: min(group) for record, group in members.items()}
