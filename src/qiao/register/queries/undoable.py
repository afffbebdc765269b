"""Which actions can still be undone, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.apps import apps
from django.db.models import Q

from qiao.register.models import Claim, Judgement, Preference
from qiao.register.models.audience import audience_allows
from qiao.register.verbs import is_undone_here
from qiao.zones.models import Action, Membership, Revision
from qiao.zones.rules import may_record, may_review


def undone_ids(member: Membership, actions: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these actions that have been undone."""
    undoing = Action.objects.visible_to(member).filter(undoes__in=list(actions))
    return frozenset(undoing.values_list("undoes_id", flat=True))


def may_undo(member: Membership, action: Action) -> bool:
    """Whether a member may undo an action: it is the register's own, and they see all that it touched.

    Who undoes a judgement needs the right to judge.
    """
    if not is_undone_here(action.verb) or not may_record(member):
        return False
    judged = Judgement.objects.filter(zone_id=member.zone_id).filter(_touched(action))
    seen = judged.filter(audience_allows(member, "left__audience"), audience_allows(member, "right__audience"))
    if judged.exists() and (not may_review(member) or judged.count() != seen.count()):
        return False
    seen_all = all(_sees_all(member, table, action) for table in Claim.kinds()) and _sees_preferred(member, action)
    return seen_all and _sees_changed(member, action)


def _sees_all(member: Membership, table: type[Claim], action: Action) -> bool:
    rows = table._default_manager.filter(zone_id=member.zone_id).filter(_touched(action))
    seen = table._default_manager.visible_to(member).filter(_touched(action))  # type: ignore[attr-defined]
    return rows.count() == seen.count()


def _sees_preferred(member: Membership, action: Action) -> bool:
    """Whether the member sees every claim that the action put first, or put back."""
    preferences = Preference.objects.filter(zone_id=member.zone_id).filter(_touched(action))
    claims = set(preferences.values_list("claim_id", flat=True))
    for table in Claim.kinds() if claims else ():
        seen = table._default_manager.visible_to(member)  # type: ignore[attr-defined]  # every claim's manager
        claims -= set(seen.filter(pk__in=claims).values_list("pk", flat=True))
    return not claims


def _sees_changed(member: Membership, action: Action) -> bool:
    """Whether the member sees every plain row that the action changed."""
    rows: dict[str, set[UUID]] = {}
    for table, row in Revision.objects.visible_to(member).filter(action=action).values_list("table", "row"):
        rows.setdefault(table, set()).add(row)
    for table, ids in rows.items():
        seen = apps.get_model(table)._default_manager.visible_to(member)  # type: ignore[attr-defined]  # every zone row
        if seen.filter(pk__in=ids).count() != len(ids):
            return False
    return True


def _touched(action: Action) -> Q:
    return Q(recorded=action) | Q(withdrawn=action)
