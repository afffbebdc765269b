"""The list of an event as a file: who is on it and how it stands with them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qiao.exchange.export.listings import Asked, Listing, register_listing
from qiao.exchange.export.tables import Sheet
from qiao.kit.ids import id_or_none
from qiao.missions.enums import InviteeStatus
from qiao.missions.models import PlannedEvent
from qiao.missions.queries.events_invitees import attended, whole_list


def register() -> None:
    """Enter the list. `event` says of which event; without it the list is empty."""
    register_listing(
        Listing("invitees", _("List of the event"), _count, _sheet, files={}, kept=frozenset({"event", "status"}))
    )


def _event(asked: Asked) -> PlannedEvent | None:
    pk = id_or_none(asked.narrowed.get("event", ""))
    return PlannedEvent.objects.visible_to(asked.member).live().filter(pk=pk).first() if pk else None


def _status(asked: Asked) -> str:
    status = asked.narrowed.get("status", "")
    return status if status in InviteeStatus.values else ""


def _count(asked: Asked) -> int:
    event = _event(asked)
    if event is None:
        return 0
    counts = attended(event, asked.member).counts
    return counts[_status(asked)] if _status(asked) else sum(counts.values())


def _sheet(asked: Asked) -> Sheet:
    headers = (gettext("Name"), gettext("State"), gettext("Note"))
    return Sheet(gettext("List of the event"), headers, _rows(asked), (48, 18, 40))


def _rows(asked: Asked) -> Iterator[tuple[str, str, str]]:
    event = _event(asked)
    if event is None:
        return
    for line in whole_list(event, asked.member, asked.language, status=_status(asked)):
        name = line.name.text if line.name else "…"
        yield name, str(line.invitee.get_status_display()), line.invitee.note
