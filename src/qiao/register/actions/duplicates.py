"""What a comparison found: pairs put in line for a person, and, where the zone lets it, judged unasked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from qiao.engines.resolve import MODEL_VERSION, Pair, Reason
from qiao.register.actions.regroup import hold_identities, regroup
from qiao.register.enums import EntityKind, SearchState, Verdict
from qiao.register.models import DuplicateSearch, Entity, IdentityPolicy, Judgement, WaitingPair
from qiao.zones.actions import Act, acting
from qiao.zones.models import Membership, Zone
from qiao.zones.rules import is_director, may_review


def look_for_duplicates(*, member: Membership, now: datetime) -> DuplicateSearch:
    """Put a search of the whole zone in line; one that waits or runs already is returned instead.

    Raises    NotAllowed.
    """
    with acting(member=member, verb="look_for_duplicates", now=now, allowed=may_review) as act:
        hold_identities(act)
        under_way = open_search(act.zone)
        return under_way or queue_search(act, since=None)


def queue_search(act: Act, *, since: datetime | None) -> DuplicateSearch:
    """Put a search in line, of everything or of what was recorded since."""
    from qiao.register.tasks import find_duplicates

    search = DuplicateSearch(zone=act.zone, started=act.action, since=since)
    search.save(force_insert=True)
    act.touch(search)
    transaction.on_commit(lambda: find_duplicates.enqueue(str(search.pk)))
    return search


def open_search(zone: Zone) -> DuplicateSearch | None:
    """The search of a zone that waits or runs."""
    going = (SearchState.QUEUED, SearchState.RUNNING)
    return DuplicateSearch.objects.filter(zone=zone, state__in=going).order_by("id").first()


def set_identity_policy(*, member: Membership, organisations: bool, persons: bool, now: datetime) -> IdentityPolicy:
    """Say which kinds of record Qiao may judge the same unasked. Directors decide."""
    with acting(member=member, verb="set_identity_policy", now=now, allowed=is_director) as act:
        policy, _made = IdentityPolicy.objects.update_or_create(
            zone=act.zone, defaults={"organisations": organisations, "persons": persons}
        )
        act.touch(policy)
    return policy


def policy_of(zone: Zone) -> IdentityPolicy:
    """The zone's own word, or what holds where nothing was said."""
    return IdentityPolicy.objects.filter(zone=zone).first() or IdentityPolicy(zone=zone)


def ask(act: Act, kind: EntityKind, pairs: Iterable[Pair]) -> int:
    """Put pairs in line for a person; a pair known before is told anew, with its latest score.

    pairs     ids of records of the zone and of this kind, as text; a record is no pair with itself.
    Returns   how many pairs were given.
    """
    rows = [_waiting(act, kind, pair) for pair in {sides_of(pair): pair for pair in pairs}.values()]
    WaitingPair.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["zone", "left", "right"],
        update_fields=["score", "reasons", "model_version", "found", "dropped"],
    )
    return len(rows)


def judge_unasked(act: Act, pairs: Iterable[Pair]) -> list[Pair]:
    """Judge pairs the same on the machine's word; undone like any judgement.

    Returns   the pairs it did not judge: a judgement stands between their groups, or the machine's word on them
              was taken back before. They are to be asked.
    """
    hold_identities(act)
    offered = list({sides_of(pair): pair for pair in pairs}.values())
    settled = settled_pairs(act.zone, offered)
    judged = [pair for pair in offered if sides_of(pair) not in settled]
    rows = [_judgement(act, pair) for pair in judged]
    Judgement.objects.bulk_create(rows, batch_size=500)
    if rows:
        act.touch(*rows)
        regroup(act, {side for pair in judged for side in sides_of(pair)})
    return [pair for pair in offered if sides_of(pair) in settled]


def settled_pairs(zone: Zone, pairs: Sequence[Pair]) -> set[tuple[UUID, UUID]]:
    """The pairs that a live judgement settles, also between other records of their groups, or on which the machine
    was overruled."""
    ids = {side for pair in pairs for side in sides_of(pair)}
    group = dict(Entity.objects.filter(zone=zone, id__in=ids).values_list("id", "canonical_id"))
    told = Judgement.objects.filter(
        zone=zone, left__canonical_id__in=set(group.values()), right__canonical_id__in=set(group.values())
    )
    live = told.filter(Q(withdrawn__isnull=True) | Q(by_person=False))
    between = {frozenset(sides) for sides in live.values_list("left__canonical_id", "right__canonical_id")}
    return {
        sides_of(pair)
        for pair in pairs
        if group[sides_of(pair)[0]] == group[sides_of(pair)[1]]
        or frozenset(group[side] for side in sides_of(pair)) in between
    }


def codes_of(reasons: Iterable[Reason]) -> list[str]:
    """The codes of reasons, each once: what a row may keep of them."""
    return list(dict.fromkeys(reason.code for reason in reasons))


def sides_of(pair: Pair) -> tuple[UUID, UUID]:
    """The records of a pair, the lower id first."""
    left, right = sorted((UUID(pair.left), UUID(pair.right)))
    return left, right


def _waiting(act: Act, kind: EntityKind, pair: Pair) -> WaitingPair:
    left, right = sides_of(pair)
    return WaitingPair(
        zone=act.zone,
        kind=kind,
        left_id=left,
        right_id=right,
        score=pair.score,
        reasons=codes_of(pair.reasons),
        model_version=MODEL_VERSION[:40],
        found=act.action,
    )


def _judgement(act: Act, pair: Pair) -> Judgement:
    left, right = sides_of(pair)
    return Judgement(
        zone=act.zone,
        left_id=left,
        right_id=right,
        verdict=Verdict.SAME,
        by_person=False,
        score=pair.score,
        reasons=codes_of(pair.reasons),
        model_version=MODEL_VERSION[:40],
        recorded=act.action,
    )
