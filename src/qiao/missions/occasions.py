"""A planned visit as what a meeting is entered for: host, day, town and delegates are known beforehand."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language

from qiao.kit import show
from qiao.meetings.occasions import Occasion, register_occasion
from qiao.missions.models import Leg, MissionPart, Traveller, Visit
from qiao.register.actions.record import record
from qiao.register.actions.state import own_word
from qiao.register.models import Entity
from qiao.register.queries.labels import called
from qiao.zones.actions import Act, change
from qiao.zones.models import Membership


def register() -> None:
    """Enter planned visits."""
    register_occasion("visit", find=find_visit, entered=visit_took_place)


def find_visit(member: Membership, visit: UUID) -> Occasion | None:
    """What is known of a planned visit before its meeting is entered."""
    rows = Visit.objects.visible_to(member).live().select_related("host", "mission__entity__audience")
    held = rows.filter(pk=visit).first()
    if held is None:
        return None
    language = get_language() or "en"
    leg = Leg.objects.visible_to(member).live().filter(mission=held.mission, place=held.place).first()
    name = called([held.host_id], language).get(held.host_id)
    there = Traveller.objects.visible_to(member).live().filter(mission=held.mission, party=held.party)
    return Occasion(
        key=f"visit:{held.pk}",
        title=name.text if name else "…",
        day=held.day or held.pinned_day,
        place=show.place(leg.town, language) if leg else "",
        met=(held.host,),
        ours=tuple(one.person for one in there.select_related("person").order_by("order")),
        audience=held.mission.entity.audience,
        back=reverse("missions:visit", args=[member.zone.slug, held.mission_id, held.pk]),
    )


def visit_took_place(act: Act, visit: UUID, meeting: Entity) -> None:
    """Note which meeting a planned visit became, and that the meeting belongs to the mission."""
    held = Visit.objects.select_related("mission__entity__audience").get(zone=act.zone, pk=visit)
    change(act, held, met=meeting)
    assert act.member is not None
    word = own_word(act, act.member, meeting.audience)
    record(act, MissionPart, subject=held.mission.entity, evidence=word, object=meeting)
