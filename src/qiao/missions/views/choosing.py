"""The thing of the register that a form names: chosen from what was found, or the first that answers."""

from __future__ import annotations

from collections.abc import Collection

from qiao.kit.ids import id_or_none
from qiao.register.enums import EntityKind
from qiao.register.models import Entity
from qiao.register.queries.found import found
from qiao.zones.doors import MemberRequest


def chosen(request: MemberRequest, kinds: Collection[EntityKind]) -> Entity | None:
    """What the form's `other` (an id) or `typed` (a name) says, if it is of these kinds and the member may see it."""
    rows = Entity.objects.visible_to(request.member).filter(kind__in=kinds).select_related("audience")
    one = id_or_none(request.POST.get("other", ""))
    if one is not None:
        return rows.filter(pk=one).first()
    typed = request.POST.get("typed", "").strip()[:300]
    if not typed:
        return None
    answers = found(request.member, typed, kinds=[kind.value for kind in kinds], limit=1)
    return rows.filter(pk=answers[0].entity_id).first() if answers else None
