"""The missions that a party travelled with, was met on, or is a part of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from qiao.kit.instants import Moment
from qiao.kit.kept_query import Among
from qiao.meetings.models import Attendance
from qiao.missions.models import Delegate, Mission, MissionPart
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.titles import Title, titles
from qiao.partnerships.models import AgreementParty
from qiao.register.addresses import address_of
from qiao.register.enums import EntityKind
from qiao.register.models import Claim
from qiao.register.queries.claim import fetched
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor


@dataclass(frozen=True)
class Journey:
    """One mission, how the party belongs to it, and the claim that says so."""

    claim_id: UUID
    table: str
    mission: Piece
    how: str


def journeys(member: Membership, records: Sequence[UUID], *, moment: Moment, language: str) -> tuple[Journey, ...]:
    """One line for each mission, by the strongest tie to it."""
    held = {*records, *_encounters(member, records, moment)}
    claims = [*_naming(Delegate, member, records, moment), *_naming(MissionPart, member, held, moment)]
    if not claims:
        return ()
    subjects = {claim.subject.canonical_id for claim in claims}
    missions = set(Mission.objects.visible_to(member).filter(entity__in=subjects).values_list("entity_id", flat=True))
    called = titles(missions, Asking(member, moment, language))
    found: dict[UUID, Journey] = {}
    for claim in claims:
        mission = claim.subject.canonical_id
        if mission in missions and mission not in found:
            found[mission] = _journey(claim, mission, called[mission], member.zone.slug, set(records))
    return tuple(found.values())


def _encounters(member: Membership, records: Sequence[UUID], moment: Moment) -> set[UUID]:
    """The meetings, events and agreements that name these records."""
    if moment.as_of is None:
        told = [row for table in (Attendance, AgreementParty) for row in _AT.ask(member, table, ids=list(records))]
    else:
        told = [
            row
            for table in (Attendance, AgreementParty)
            for row in _subjects(table, member).known_at(moment.as_of).filter(object_id__in=list(records))
        ]
    return {subject for (subject,) in told}


def _subjects(table: type[Claim], member: Membership) -> Any:
    return table._default_manager.visible_to(member).values_list("subject_id")  # type: ignore[attr-defined]  # every claim's manager


def _naming(table: type[Claim], member: Membership, objects: Collection[UUID], moment: Moment) -> list[Claim]:
    """Claims whose object is one of these, by id."""
    if moment.as_of is None:
        return _NAMING.ask(member, table, ids=list(objects))
    told = fetched(table, member).known_at(moment.as_of).filter(object_id__in=list(objects))
    return list(told.order_by("id"))


_AT = KeptFor(lambda member, table: _subjects(table, member).live().filter(Among("object_id")))
_NAMING = KeptFor(lambda member, table: fetched(table, member).live().filter(Among("object_id")).order_by("id"))


def _journey(claim: Claim, mission: UUID, title: Title, slug: str, records: set[UUID]) -> Journey:
    if isinstance(claim, Delegate):
        how = _("led it") if claim.leads else _("travelled")
    else:
        how = _("part of it") if claim.object_id in records else _("met there")  # type: ignore[attr-defined]
    url = address_of(slug, EntityKind.MISSION, mission)
    return Journey(claim.pk, str(claim._meta.model_name), Piece(title.text, title.language, url), how)
