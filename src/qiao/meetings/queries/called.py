"""What a meeting without a name is called: its kind, and whom it was with."""

from __future__ import annotations

from qiao.meetings.enums import Side
from qiao.meetings.models import Attendance, Meeting
from qiao.register.models import Entity
from qiao.register.queries.groups import visible_records
from qiao.register.queries.labels import called
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership

NAMED = 2


def call_meeting(member: Membership, entity: Entity, language: str) -> Piece | None:
    """Such as "Visit: Ostwind Sensorik"."""
    records = visible_records(entity, member)
    row = Meeting.objects.visible_to(member).filter(entity__in=records).first()
    if row is None:
        return None
    hosts = Attendance.objects.visible_to(member).live().filter(subject_id__in=records).exclude(side=Side.OURS)
    there = list(hosts.order_by("id").values_list("object_id", flat=True))
    names = called(there, language)
    told = list(dict.fromkeys(names[one].text for one in there if one in names))[:NAMED]
    kind = str(row.get_kind_display())
    return Piece(f"{kind}: {', '.join(told)}" if told else kind)
