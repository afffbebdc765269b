"""Which claims are put first, computed from the deeds that stand, in the order in which they were done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q

from qiao.register.actions.record import prefer
from qiao.register.actions.refresh import refresh_caches
from qiao.register.actions.restore import Family, families_of, root_of_row, standing_of
from qiao.register.models import Claim, Preference
from qiao.zones.actions import Act
from qiao.zones.models import Action


def restore_preferences(act: Act, deed: Action) -> None:
    """Let the last standing deed about each claim's preference decide, for all that this deed preferred or did not.

    A claim and its copies count as one: a preference follows them.
    """
    touched = Preference.objects.filter(zone=act.zone).filter(Q(recorded=deed) | Q(withdrawn=deed))
    for family in _families(act.zone.pk, set(touched.values_list("claim_id", flat=True))):
        _restore(act, family)


def _families(zone_id: UUID, claims: set[UUID]) -> Iterator[Family[Claim]]:
    for table in Claim.kinds() if claims else ():
        found = table._default_manager.filter(zone_id=zone_id, pk__in=claims).values_list("pk", flat=True)
        roots = sorted({root_of_row(table, zone_id, claim) for claim in found})
        yield from families_of(table, zone_id, roots).values()


def _restore(act: Act, family: Family[Claim]) -> None:
    told = Preference.objects.filter(zone=act.zone, claim_id__in=[claim.pk for claim in family.rows])
    preferences = list(told.select_related("recorded", "withdrawn"))
    claim = family.live[0] if family.live else family.latest
    live = [held for held in preferences if held.withdrawn_id is None]
    wanted = _is_wanted(act.zone.pk, preferences)
    if wanted and any(held.claim_id == claim.pk for held in live):
        return
    for held in live:
        held.withdrawn = act.action
        held.save(update_fields=["withdrawn"])
        act.touch(held)
    if wanted:
        prefer(act, claim)
    if wanted or live:
        act.stale.add(claim.subject_id)
        act.at_end("register.refresh_caches", refresh_caches)


def _is_wanted(zone_id: UUID, preferences: Iterable[Preference]) -> bool:
    """Whether the last standing deed that recorded or withdrew one of these recorded one."""
    did: dict[UUID, bool] = {}
    for held in preferences:
        if held.withdrawn is not None and held.withdrawn.undoes_id is None:
            did.setdefault(held.withdrawn.pk, False)
    for held in preferences:
        if held.recorded.undoes_id is None:
            did[held.recorded.pk] = True
    standing = standing_of(zone_id, did)
    last = max((deed for deed in did if deed in standing), default=None)
    return last is not None and did[last]
