"""What is said of an agreement itself: its sides and its standing."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.models import Claim
from qiao.register.queries.claim import fetched
from qiao.register.queries.lines import Line, line_told
from qiao.register.queries.shown import by_value
from qiao.register.queries.words import speech
from qiao.zones.models import Membership


def sides(member: Membership, records: Sequence[UUID], *, moment: Moment, language: str) -> tuple[Line, ...]:
    """The sides of the agreement that these records are, then where it stands."""
    tables: tuple[type[Claim], ...] = (AgreementParty, Standing)
    claims = [
        claim
        for table in tables
        for claim in fetched(table, member)
        .known_at(moment.as_of)
        .holding_on(moment.on)
        .filter(subject_id__in=list(records))
        .order_by("id")
    ]
    if not claims:
        return ()
    spoken = speech(claims, language, member.zone.slug)
    return tuple(line_told(value, spoken) for value in by_value(claims))
