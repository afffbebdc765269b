"""Missions as a list that can be exported; and what belongs to one, as a narrowing of other lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from qiao.exchange.export.listings import Asked
from qiao.exchange.export.party import Party
from qiao.exchange.export.things import Things, Told, register_narrower
from qiao.exchange.export.things_files import register_things
from qiao.kit.instants import Moment
from qiao.meetings.exporting import FIGURE_TOLD
from qiao.missions.models import Delegate, MissionPart
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.titles import titles
from qiao.register.enums import EntityKind
from qiao.register.models import Entity
from qiao.zones.models import Membership


def register() -> None:
    """Enter the list of this room, and let those of others be narrowed to one mission."""
    told = (DELEGATE, PART, FIGURE_TOLD)
    register_things(Things("missions", _("Missions"), EntityKind.MISSION, "Trip", told, _titles))
    for things in ("meetings", "events", "agreements", "stations"):
        register_narrower(things, "mission", parts_of)


def parts_of(member: Membership, mission: UUID) -> QuerySet[Any, Any]:
    """The groups of what belongs to a mission, as far as the member may know it."""
    records = Entity.objects.visible_to(member).filter(canonical__records=mission)
    parts = MissionPart.objects.visible_to(member).live().filter(subject__in=records)
    return parts.values("object__canonical")


def _titles(asked: Asked, page: Sequence[Party]) -> Mapping[UUID, str]:
    asking = Asking(asked.member, Moment(), asked.language)
    return {record: title.text for record, title in titles([one.id for one in page], asking).items()}


def _travelled(value: Mapping[str, Any]) -> str:
    leads = pgettext("of a delegate", "leads")
    return f"{value['object_name']} ({leads})" if value["leads"] else str(value["object_name"])


def _part(value: Mapping[str, Any]) -> str:
    kind = EntityKind(value["object__kind"]).label
    return f"{kind}: {value['object_name']}" if value["object_name"] else str(kind)


DELEGATE = Told(Delegate, "delegates", ("object_id", "leads"), _travelled)
PART = Told(MissionPart, "parts", ("object_id", "object__kind"), _part)
