"""Undo an action: what it recorded is withdrawn, what it withdrew is recorded again. Nothing else moves."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from qiao.register.actions.judge import regroup
from qiao.register.actions.record import prefer, record_again, withdraw
from qiao.register.actions.refresh import refresh_caches
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
    Action.objects.select_for_update(no_key=True).get(pk=action.pk)  # of two who undo it at once, one comes second
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
    for held in Preference.objects.filter(zone=act.zone, recorded=action, withdrawn__isnull=True):
        held.withdrawn = act.action
        held.save(update_fields=["withdrawn"])
        act.touch(held)
        act.stale.add(held.subject_id)
        act.at_end("register.refresh_caches", refresh_caches)
    for held in Preference.objects.filter(zone=act.zone, withdrawn=action):
        claim = _standing_in_for(act, held.claim_id)
        if claim is not None and not _is_preferred(act, claim):
            prefer(act, claim)
            act.stale.add(claim.subject_id)
            act.at_end("register.refresh_caches", refresh_caches)


def _standing_in_for(act: Act, claim_id: UUID) -> Claim | None:
    """The claim itself, or the latest that came in its place: a claim that was recorded again has another id."""
    for table in Claim.kinds():
        claim = table._default_manager.filter(zone=act.zone, pk=claim_id).first()
        if claim is None:
            continue
        while claim.withdrawn_id is not None:
            later = table._default_manager.filter(zone=act.zone, replaces=claim).order_by("-pk").first()
            if later is None:
                return claim
            claim = later
        return claim
    return None


def _is_preferred(act: Act, claim: Claim) -> bool:
    held = Preference.objects.filter(zone=act.zone, claim_id=claim.pk, withdrawn__isnull=True)
    return held.exists()


def _undo_judgements(act: Act, action: Action) -> None:
    made = Judgement.objects.filter(zone=act.zone, recorded=action, withdrawn__isnull=True)
    lifted = Judgement.objects.filter(zone=act.zone, withdrawn=action)
    touched = [*made, *lifted]
    if not touched:
        return
    made.update(withdrawn=act.action)
    for held in lifted:
        _judge_again(act, held)
    act.touch(*touched)
    regroup(act, {pk for judgement in touched for pk in (judgement.left_id, judgement.right_id)})


def _judge_again(act: Act, held: Judgement) -> None:
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
