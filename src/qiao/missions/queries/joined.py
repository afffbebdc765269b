"""What was judged about a journey's records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from qiao.missions.queries.claims import Asking
from qiao.missions.queries.titles import Title, titles
from qiao.register.models import Entity
from qiao.register.queries.groups import visible_records
from qiao.register.queries.judgements import judgements_of


@dataclass(frozen=True)
class JoinedLine:
    """One judgement on two records of journeys; `action_id` is undone to withdraw it."""

    verdict: str
    verdict_words: str
    other_id: UUID
    other: Title
    by: str
    at: datetime
    action_id: UUID


def joined_lines(entity: Entity, asking: Asking) -> list[JoinedLine]:
    """The standing judgements around a journey, as far as the member sees both sides, the first first."""
    records = set(visible_records(entity, asking.member))
    judged = judgements_of(asking.member, list(records), asking.moment)
    other = {one.pk: one.right_id if one.left_id in records else one.left_id for one in judged}
    called = titles(other.values(), asking)
    return [
        JoinedLine(
            verdict=one.verdict,
            verdict_words=str(one.get_verdict_display()),
            other_id=other[one.pk],
            other=called[other[one.pk]],
            by=str(one.recorded.actor or ""),
            at=one.recorded.at,
            action_id=one.recorded_id,
        )
        for one in judged
    ]
