"""Undo an action: what it recorded is withdrawn, what it withdrew is recorded again. Nothing else moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from qiao.register.actions.judge import JudgedOtherwise
from qiao.register.actions.record import record_again, withdraw
from qiao.register.actions.regroup import hold_identities, regroup
from qiao.register.actions.restore import restorations, root_action
from qiao.register.actions.restore_preferences import restore_preferences
from qiao.register.enums import Verdict
from qiao.register.models import Claim, Judgement
from qiao.zones.actions import Act, acting
from qiao.zones.actions.change import restore_changes
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_record


class AlreadyUndone(ValueError):
    """The action has been undone before."""


def undo_action(*, member: Membership, action: Action, now: datetime) -> Action:
    """Undo what one action did to claims, judgements, preferences and plain rows.

    Returns   the action that did the undoing; it can be undone in turn.
    Raises    AlreadyUndone; JudgedOtherwise when a judgement that would stand again contradicts a person's later
              one; ChangedSince when a plain row was changed again since; NotAllowed.
    """
    with acting(member=member, verb="undo", now=now, allowed=may_record, undoes=action) as act:
        undo_writes(act, action)
    return act.action


def undo_writes(act: Act, action: Action) -> None:
    """The writes of an undo, for verbs of other rooms that undo more than claims."""
    Action.objects.select_for_update(no_key=True).get(pk=action.pk)  # of two who undo it at once, one comes second
    if Action.objects.filter(zone=act.zone, undoes=action).exclude(pk=act.action.pk).exists():
        raise AlreadyUndone(f"Expected an action still standing; {action.pk} was undone.")
    deed = root_action(action)
    for table in Claim.kinds():
        _restore_claims(act, table, deed)
    restore_preferences(act, deed)
    _restore_judgements(act, deed)
    restore_changes(act, action)


def _restore_claims(act: Act, table: type[Claim], deed: Action) -> None:
    for restored in restorations(table, act.zone.pk, deed):
        for claim in restored.withdraw:
            withdraw(act, claim)
        for claim in restored.again:
            record_again(act, claim)


def _restore_judgements(act: Act, deed: Action) -> None:
    touched: list[Judgement] = []
    for restored in restorations(Judgement, act.zone.pk, deed):
        hold_identities(act)
        ids = [judgement.pk for judgement in restored.withdraw]
        Judgement.objects.filter(zone=act.zone, pk__in=ids).update(withdrawn=act.action)
        touched += [*restored.withdraw, *(_judge_again(act, held) for held in restored.again)]
    if not touched:
        return
    _refuse_contradiction(act, touched)
    act.touch(*touched)
    regroup(act, {pk for judgement in touched for pk in (judgement.left_id, judgement.right_id)})


def _judge_again(act: Act, held: Judgement) -> Judgement:
    again = Judgement(
        zone=act.zone,
        left_id=held.left_id,
        right_id=held.right_id,
        verdict=held.verdict,
        by_person=held.by_person,
        score=held.score,
        reasons=held.reasons,
        model_version=held.model_version,
        recorded=act.action,
        replaces=held,
    )
    again.save(force_insert=True)
    return again


def _refuse_contradiction(act: Act, touched: Sequence[Judgement]) -> None:
    """A person's "same" never stands beside a person's "different" on one pair, not by way of an undo either."""
    verdicts = {Verdict.SAME: Verdict.DIFFERENT, Verdict.DIFFERENT: Verdict.SAME}
    for judgement in touched:
        other = verdicts.get(Verdict(judgement.verdict))
        if judgement.withdrawn_id is not None or not judgement.by_person or other is None:
            continue
        contrary = Judgement.objects.filter(
            zone=act.zone, left=judgement.left_id, right=judgement.right_id, verdict=other
        ).filter(withdrawn__isnull=True, by_person=True)
        standing = contrary.exclude(recorded=act.action).select_related("recorded__actor").first()
        if standing is not None:
            raise JudgedOtherwise(standing)
