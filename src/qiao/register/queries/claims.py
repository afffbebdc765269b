"""Claims about some records as one member may see them at one moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.register.models import Claim, ClaimQuerySet
from qiao.zones.models import Membership

C = TypeVar("C", bound=Claim)


def claims_about(table: type[C], records: Iterable[UUID], *, member: Membership, moment: Moment) -> list[C]:
    """Claims of one table about these records, with evidence, source and action at hand, in order of recording."""
    rows: ClaimQuerySet[C] = table._default_manager.all()  # type: ignore[assignment]  # every claim's manager
    known = rows.visible_to(member).known_at(moment.as_of).holding_on(moment.on).about(records)
    return list(known.select_related("evidence__source", "recorded", "subject").order_by("id"))


def by_subject(claims: Iterable[C]) -> dict[UUID, list[C]]:
    """The same, gathered by the record they are about."""
    gathered: dict[UUID, list[C]] = defaultdict(list)
    for claim in claims:
        gathered[claim.subject_id].append(claim)
    return gathered
