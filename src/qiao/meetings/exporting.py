"""Meetings and events as lists that can be exported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qiao.exchange.export.listings import Asked
from qiao.exchange.export.party import Party
from qiao.exchange.export.things import Things, Told
from qiao.exchange.export.things_files import register_things
from qiao.meetings.enums import Measure, NoteKind, Side
from qiao.meetings.models import Attendance, Figure, Meeting, Note, Promise
from qiao.register.enums import EntityKind

NAMED = 2
FIGURE = ("measure", "counted", "low", "high", "low_open", "high_open", "approx", "unit", "currency", "words")


def register() -> None:
    """Enter the lists of this room."""
    told = (ATTENDANCE, NOTE, PROMISE, FIGURE_TOLD)
    register_things(Things("meetings", _("Meetings"), EntityKind.MEETING, "Event", told, _titles))
    register_things(Things("events", _("Events"), EntityKind.EVENT, "Event", told))


def _titles(asked: Asked, page: Sequence[Party]) -> Mapping[UUID, str]:
    """What nameless meetings are called, such as "Visit: Ostwind Sensorik"."""
    rows = Meeting.objects.visible_to(asked.member).filter(
        entity__in=[record for one in page for record in one.records]
    )
    kinds = {row.entity_id: str(row.get_kind_display()) for row in rows}
    return {one.id: _title(one, next((kinds[record] for record in one.records if record in kinds), "")) for one in page}


def _title(meeting: Party, kind: str) -> str:
    hosts = (one.value["object_name"] for one in meeting.of("attendance") if one.value["side"] != Side.OURS)
    named = list(dict.fromkeys(filter(None, hosts)))[:NAMED]
    kind = kind or str(EntityKind.MEETING.label)
    return f"{kind}: {', '.join(named)}" if named else kind


def _there(value: Mapping[str, Any]) -> str:
    return f"{value['object_name']} ({Side(value['side']).label})"


def _noted(value: Mapping[str, Any]) -> str:
    return f"{NoteKind(value['kind']).label}: {value['text']}"


def _promised(value: Mapping[str, Any]) -> str:
    said = gettext("%(who)s to %(whom)s: %(what)s") % {
        "who": value["object_name"],
        "whom": value["to_name"],
        "what": value["text"],
    }
    return f"{said} · {value['due_on']}" if value["due_on"] else said


def _figured(value: Mapping[str, Any]) -> str:
    figure = Figure(**{column: value[column] for column in FIGURE})
    return f"{value['counted'] or Measure(value['measure']).label}: {figure.words or figure.quantity.norm}"


ATTENDANCE = Told(Attendance, "attendance", ("object_id", "side"), _there)
NOTE = Told(Note, "notes", ("kind", "text"), _noted)
PROMISE = Told(Promise, "promises", ("object_id", "to_id", "text", "due_on", "ours"), _promised)
FIGURE_TOLD = Told(Figure, "figures", FIGURE, _figured)
