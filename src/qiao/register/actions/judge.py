"""Judgements of identity, written and withdrawn. Who is whom is computed from the live ones: see `regroup`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from qiao.register.actions.regroup import hold_identities, regroup
from qiao.register.enums import Verdict
from qiao.register.models import Entity, Judgement, WaitingPair
from qiao.register.queries.apart import standing_apart
from qiao.zones.actions import Act, acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_review


class KindsDiffer(ValueError):
    """Records of two kinds cannot be one thing."""


class TooFew(ValueError):
    """It takes two groups of records to be judged one."""


class JudgedOtherwise(ValueError):
    """A person already judged this pair the other way; that judgement must be withdrawn first."""

    def __init__(self, standing: Judgement) -> None:
        super().__init__(f"Expected no standing judgement; found {standing}.")
        self.standing = standing


class HeldApart(JudgedOtherwise):
    """Records that were to become one group hold a live "different" between them."""


def judge(
    *,
    member: Membership,
    left: Entity,
    right: Entity,
    verdict: Verdict,
    now: datetime,
    reasons: Iterable[str] = (),
    likeness: WaitingPair | None = None,
) -> Judgement:
    """Say that two records are the same, are different, or that nobody can tell.

    likeness  the pair that waited, when the judgement answers one: its score and model are kept beside the verdict.
    Raises    KindsDiffer, JudgedOtherwise, NotAllowed.
    """
    with acting(member=member, verb=f"judge_{verdict}", now=now, allowed=may_review) as act:
        return write_judgement(act, left, right, verdict, reasons=reasons, likeness=likeness)


def judge_together(
    *, member: Membership, records: Sequence[Entity], now: datetime, reasons: Iterable[str] = ()
) -> Action:
    """Say of three records or more, in one action, that all are the same; all of it or nothing.

    Returns   the action; undoing it parts them again.
    Raises    TooFew, KindsDiffer, HeldApart with the "different" that stands between two of them, NotAllowed.
    """
    codes = list(reasons)
    with acting(member=member, verb="judge_same", now=now, allowed=may_review) as act:
        hold_identities(act)
        ordered = sorted(records, key=lambda record: record.pk)
        if len({record.canonical_id for record in ordered}) < 2:
            raise TooFew("Expected records of two groups or more; found one.")
        _refuse_apart(act, ordered)
        first = ordered[0]
        for other in ordered[1:]:
            write_judgement(act, first, other, Verdict.SAME, reasons=codes)
    return act.action


def withdraw_judgement(*, member: Membership, judgement: Judgement, now: datetime) -> Action:
    """Take back one judgement and no other, whoever made it. One withdrawn before stays as it is."""
    with acting(member=member, verb="withdraw_judgement", now=now, allowed=may_review) as act:
        hold_identities(act)
        live = Judgement.objects.filter(zone=act.zone, pk=judgement.pk, withdrawn__isnull=True)
        if live.update(withdrawn=act.action):
            act.touch(judgement)
            regroup(act, {judgement.left_id, judgement.right_id})
    return act.action


def write_judgement(
    act: Act,
    left: Entity,
    right: Entity,
    verdict: Verdict,
    *,
    reasons: Iterable[str] = (),
    likeness: WaitingPair | None = None,
) -> Judgement:
    """The writes of a person's judgement, inside a larger action."""
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
        act.touch(held)
    judgement = Judgement(
        zone=act.zone,
        left=left,
        right=right,
        verdict=verdict,
        score=likeness.score if likeness else None,
        reasons=list(reasons) or (likeness.reasons if likeness else []),
        model_version=likeness.model_version if likeness else "",
        recorded=act.action,
    )
    judgement.save(force_insert=True)
    act.touch(judgement)
    regroup(act, {left.pk, right.pk})
    return judgement


def _refuse_apart(act: Act, records: Sequence[Entity]) -> None:
    apart = standing_apart(act.zone.pk, [record.canonical_id for record in records])
    if apart is not None:
        raise HeldApart(apart)
