"""Undo an action: what it recorded is withdrawn, what it withdrew is recorded again. Nothing else moves."""

from __future__ import annotations

from datetime import datetime

from qiao.register.actions.judge import regroup
from qiao.register.actions.record import record_again, withdraw
from qiao.register.models import Claim, Judgement, Preference
from qiao.zones.actions import Act, acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_record


class AlreadyUndone(ValueError):
    """The action has been undone before."""


def undo_action(*, member: Membership, action: Action, now: datetime) -> Action:
    """Undo what one action did to claims, judgements and preferences.

    Returns   the action that did the undoing; it can be undone in turn.
    Raises    AlreadyUndone; NotAllowed.
    """
    with acting(member=member, verb="undo", now=now, allowed=may_record, undoes=action) as act:
        undo_writes(act, action)
    return act.action


def undo_writes(act: Act, action: Action) -> None:
    """The writes of an undo, for verbs of other rooms that undo more than claims."""
    if Action.objects.filter(zone=act.zone, undoes=action).exclude(pk=act.action.pk).exists():
        raise AlreadyUndone(f"Expected an action still standing; {action.pk} was undone.")
    for table in Claim.kinds():
        rows = table._default_manager.filter(zone=act.zone).select_related("subject", "evidence")
        for claim in rows.filter(recorded=action, withdrawn__isnull=True):
            withdraw(act, claim)
        for claim in rows.filter(withdrawn=action):
            record_again(act, claim)
    _undo_preferences(act, action)
    _undo_judgements(act, action)


def _undo_preferences(act: Act, action: Action) -> None:
    Preference.objects.filter(zone=act.zone, recorded=action, withdrawn__isnull=True).update(
        withdrawn=act.action
    )
    for held in Preference.objects.filter(zone=act.zone, withdrawn=action):
        Preference(zone=act.zone, subject=held.subject, claim_id=held.claim_id, recorded=act.action).save()


def _undo_judgements(act: Act, action: Action) -> None:
    made = Judgement.objects.filter(zone=act.zone, recorded=action, withdrawn__isnull=True)
    lifted = Judgement.objects.filter(zone=act.zone, withdrawn=action)
    if not made.exists() and not lifted.exists():
        return
    touched = [*made, *lifted]
    made.update(withdrawn=act.action)
    for held in lifted:
        Judgement(
            zone=act.zone,
            left=held.left,
            right=held.right,
            verdict=held.verdict,
            by_person=held.by_person,
            score=held.score,
            reasons=held.reasons,
            model_version=held.model_version,
            recorded=act.action,
        ).save(force_insert=True)
    regroup(act, {pk for judgement in touched for pk in (judgement.left_id, judgement.right_id)})
