"""The agenda of an event: its points in order, who speaks, and what does not fit."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.missions.models import AgendaItem, PlannedEvent
from qiao.register.models.audience import audience_allows
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One point. `outside`: not within the event's hours; `overlaps`: begins before the one above ends."""

    item: AgendaItem
    speaker: Called | None
    outside: bool
    overlaps: bool

    @property
    def end(self) -> int:
        return self.item.start + self.item.minutes


def agenda(event: PlannedEvent, member: Membership, language: str) -> list[AgendaLine]:
    """The points of an agenda by their hours. A speaker the member may not see is not named."""
    rows = AgendaItem.objects.visible_to(member).live().filter(event=event).order_by("start", "id")
    items = list(rows)
    seen = set(
        rows.filter(audience_allows(member, "speaker__audience"), speaker__isnull=False).values_list(
            "speaker_id", flat=True
        )
    )
    names = called(seen, language)
    ends, found = 0, []
    for item in items:
        found.append(
            AgendaLine(
                item=item,
                speaker=names.get(item.speaker_id) if item.speaker_id else None,
                outside=item.start < event.start or item.start + item.minutes > event.start + event.minutes,
                overlaps=item.start < ends,
            )
        )
        ends = max(ends, item.start + item.minutes)
    return found
