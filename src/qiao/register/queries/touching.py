"""Which actions touched what is said of some records, the latest first, a page at a time: the database sorts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from qiao.kit.kept_query import Among
from qiao.register.models import Claim, Judgement, Preference
from qiao.register.models.audience import audience_allows
from qiao.register.queries.told import naming
from qiao.zones.models import Action, Membership
from qiao.zones.queries.kept import ID, INSTANT, KeptFor


def actions_touching(member: Membership, records: Sequence[UUID], *, before: UUID | None, limit: int) -> list[UUID]:
    """Ids of the actions that recorded, withdrew, judged or preferred something of these records, as far as seen.

    before    those after this action in that order; one that is not found begins at the top.
    """
    mark = Action.objects.visible_to(member).filter(pk=before).first() if before else None
    told = {"at": mark.at, "id": mark.pk} if mark else {}
    return [pk for (pk,) in _LATEST.ask(member, limit, mark is not None, ids=list(records), **told)]


def judged_of(member: Membership) -> QuerySet[Judgement]:
    """Judgements, standing or not, both sides of which the member sees."""
    return Judgement.objects.visible_to(member).filter(
        audience_allows(member, "left__audience"), audience_allows(member, "right__audience")
    )


def _latest(member: Membership, limit: int, onward: bool) -> QuerySet[Any, Any]:
    touching = _ends(member)
    actions = Action.objects.visible_to(member).filter(id__in=touching[0].union(*touching[1:]))
    if onward:
        actions = actions.filter(Q(at__lt=INSTANT) | Q(at=INSTANT, id__lt=ID))
    return actions.order_by("-at", "-id").values_list("id")[:limit]


def _ends(member: Membership) -> list[QuerySet[Any, Any]]:
    """The actions at both ends of everything that names one of the records."""
    rows: list[QuerySet[Any, Any]] = [
        table._default_manager.visible_to(member).filter(naming(table, True)).order_by()  # type: ignore[attr-defined]  # every claim's manager
        for table in Claim.kinds()
    ]
    rows.append(judged_of(member).filter(Q(Among("left_id")) | Q(Among("right_id"))).order_by())
    rows.append(Preference.objects.visible_to(member).filter(Among("subject_id")).order_by())
    begun = [told.values_list("recorded_id") for told in rows]
    ended = [told.filter(withdrawn__isnull=False).values_list("withdrawn_id") for told in rows]
    return begun + ended


_LATEST = KeptFor(_latest)
