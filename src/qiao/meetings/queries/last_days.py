"""On which day each of many parties was last met: one query, which the database answers with a day for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from qiao.kit.kept_query import Among, PlainId
from qiao.meetings.models import Attendance
from qiao.register.enums import Modality
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor

MEETING = "subject__canonical__records"  # any record of the meeting's group
DATING = f"{MEETING}__dating_claims"


def last_days(member: Membership, records: Sequence[PlainId]) -> dict[PlainId, date]:
    """Record -> the last day of the latest meeting or event it attended; ids as the database writes them."""
    return dict(_LAST.ask(member, ids=list(records)))


def _last(member: Membership) -> QuerySet[Any, Any]:
    """Of each record the latest day among the visible datings of the meetings it is said to have attended."""
    dated = Q(**{f"{DATING}__zone": member.zone_id, f"{DATING}__withdrawn__isnull": True})
    for path in (
        MEETING,
        f"{DATING}__evidence__source",
    ):  # what `visible_to` asks of a dating, said from where we stand
        dated &= audience_allows(member, f"{path}__audience")
    attended = Attendance.objects.visible_to(member).live().filter(Among("object_id"), modality=Modality.FACT)
    return attended.filter(dated).values_list("object_id").annotate(latest=Max(f"{DATING}__end_date")).order_by()


_LAST = KeptFor(_last, plain_ids=True)
