"""The missions that a party travelled with, was met on, or is a part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from qiao.kit.instants import Moment
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


@dataclass(frozen=True)
class Journey:
    """One mission, how the party belongs to it, and the claim that says so."""

    claim_id: UUID
    table: str
    mission: Piece
    how: str


def journeys(member: Membership, records: Sequence[UUID], *, moment: Moment, language: str) -> tuple[Journey, ...]:
    """One line for each mission, by the strongest tie to it."""
    travelled = fetched(Delegate, member).known_at(moment.as_of).filter(object_id__in=list(records))
    held = Q(object_id__in=list(records)) | Q(object_id__in=_encounters(member, records, moment))
    parts = fetched(MissionPart, member).known_at(moment.as_of).filter(held)
    claims: list[Claim] = [*travelled.order_by("id"), *parts.order_by("id")]
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
    return {
        subject
        for table in (Attendance, AgreementParty)
        for subject in table.objects.visible_to(member)
        .known_at(moment.as_of)
        .filter(object_id__in=list(records))
        .values_list("subject_id", flat=True)
    }


def _journey(claim: Claim, mission: UUID, title: Title, slug: str, records: set[UUID]) -> Journey:
    if isinstance(claim, Delegate):
        how = _("led it") if claim.leads else _("travelled")
    else:
        how = _("part of it") if claim.object_id in records else _("met there")  # type: ignore[attr-defined]
    url = address_of(slug, EntityKind.MISSION, mission)
    return Journey(claim.pk, str(claim._meta.model_name), Piece(title.text, title.language, url), how)
