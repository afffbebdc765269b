"""Missions, meetings, agreements and stations taken out as files, with their sources, as far as a member may see."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from qiao.exchange.models import Export
from qiao.meetings.enums import Side
from qiao.meetings.models import Attendance, Meeting
from qiao.missions.models import Mission, MissionPart
from qiao.partnerships.models import Agreement, AgreementParty, LiaisonStation, Standing
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Entity, EntityRow, Location, Name
from qiao.zones.models import Circle, Membership, Role
from tests.exchange.export.cast import name
from tests.factories import make_member, make_organisation, make_source
from tests.register.cast import told

ClientOf = Callable[[Membership], Client]
LISTS = ("missions", "meetings", "events", "agreements", "stations")
FORMS = ("xlsx", "csv", "jsonl", "ftm")
pytestmark = pytest.mark.django_db


def thing(member: Membership, kind: EntityKind, table: type[EntityRow], circle: Circle | None = None) -> Entity:
    entity = Entity.objects.create(zone=member.zone, kind=kind, audience=circle)
    table.objects.create(zone=member.zone, entity=entity)  # type: ignore[attr-defined]  # every room's row has rows
    return entity


def journey(member: Membership) -> tuple[Entity, Entity, Entity]:
    """A mission with one meeting of it, and an agreement that does not belong to it."""
    source = make_source(member.zone, "Sensitec of Wetzlar met us.")
    mission = thing(member, EntityKind.MISSION, Mission)
    meeting = thing(member, EntityKind.MEETING, Meeting)
    agreement = thing(member, EntityKind.AGREEMENT, Agreement)
    host = make_organisation(member, "Ostwind Sensorik GmbH")
    days = {"start_date": date(2023, 6, 2), "end_date": date(2023, 6, 9)}
    told(member, source, Dating, mission, **days)
    told(member, source, Location, mission, place="Lyon", country="FR")
    told(member, source, MissionPart, mission, object=meeting)
    told(member, source, Attendance, meeting, object=host, side=Side.HOST)
    told(member, source, AgreementParty, agreement, object=host)
    told(member, source, Standing, agreement, instrument="memorandum", step="signed", modality="plan")
    return mission, meeting, agreement


def taken(client_of: ClientOf, member: Membership, listing: str, form: str, **narrowed: object) -> bytes:
    address = reverse("exchange:export", args=[member.zone.slug, listing])
    response = client_of(member).post(address, {"form": form, **narrowed})
    assert response.status_code == 200
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def ids_taken(client_of: ClientOf, member: Membership, listing: str, **narrowed: object) -> list[str]:
    return [json.loads(line)["id"] for line in taken(client_of, member, listing, "jsonl", **narrowed).splitlines()]


@pytest.mark.parametrize("listing", LISTS)
@pytest.mark.parametrize("form", FORMS)
def test_every_list_comes_in_every_form(client_of: ClientOf, lin: Membership, listing: str, form: str) -> None:
    journey(lin)
    assert taken(client_of, lin, listing, form) or listing in ("events", "stations")


def test_a_row_says_when_where_who_and_who_said_so(client_of: ClientOf, lin: Membership) -> None:
    mission, meeting, agreement = journey(lin)
    rows = taken(client_of, lin, "missions", "csv").decode("utf-8-sig")
    assert str(mission.pk) in rows
    assert "2023-06-02,2023-06-09,Lyon,France" in rows
    met = json.loads(taken(client_of, lin, "meetings", "jsonl"))
    assert met["id"] == str(meeting.pk)
    assert met["called"].endswith(": Ostwind Sensorik GmbH")
    assert [there["party"]["called"] for there in met["attendance"]] == ["Ostwind Sensorik GmbH"]
    assert [there["sources"][0]["title"] for there in met["attendance"]] == ["A report"]
    signed = json.loads(taken(client_of, lin, "agreements", "jsonl"))
    assert signed["id"] == str(agreement.pk)
    assert signed["standings"][0]["modality"] == "plan"


def test_a_workbook_cites_the_source_of_each_statement(client_of: ClientOf, lin: Membership) -> None:
    _mission, meeting, _agreement = journey(lin)
    book = openpyxl.load_workbook(io.BytesIO(taken(client_of, lin, "meetings", "xlsx")))
    assert book.sheetnames == ["Meetings", "Sources"]
    (cited,) = list(book["Sources"].iter_rows(min_row=2, values_only=True))
    assert (cited[0], cited[2], cited[7]) == (str(meeting.pk), "Attendance", "A report")


def test_entities_are_linked_to_those_who_had_part(client_of: ClientOf, lin: Membership) -> None:
    _mission, meeting, _agreement = journey(lin)
    event, link = map(json.loads, taken(client_of, lin, "meetings", "ftm").splitlines())
    assert (event["schema"], event["id"]) == ("Event", str(meeting.pk))
    assert (link["schema"], link["properties"]["object"]) == ("UnknownLink", [str(meeting.pk)])


def test_a_list_is_narrowed_to_one_mission(client_of: ClientOf, lin: Membership) -> None:
    mission, meeting, _agreement = journey(lin)
    other = thing(lin, EntityKind.MEETING, Meeting)
    told(lin, make_source(lin.zone, "Another."), Name, other, **name("Talk"))
    assert ids_taken(client_of, lin, "meetings") == [str(other.pk), str(meeting.pk)]
    assert ids_taken(client_of, lin, "meetings", mission=mission.pk) == [str(meeting.pk)]
    assert ids_taken(client_of, lin, "agreements", mission=mission.pk) == []
    for nonsense in ("0", "\0", "é" * 5000, "' or 1=1"):
        assert ids_taken(client_of, lin, "meetings", mission=nonsense) == []
    assert Export.objects.filter(listing="meetings", rows=1, narrowed={"mission": str(mission.pk)}).count() == 1


def test_nobody_gets_what_they_may_not_see(client_of: ClientOf, lin: Membership, otto: Membership) -> None:
    _mission, meeting, _agreement = journey(lin)
    circle = Circle.objects.create(zone=lin.zone, name="Lyon")
    source = make_source(lin.zone, "A secret.")
    secret = thing(lin, EntityKind.STATION, LiaisonStation, circle)
    told(lin, source, Name, secret, **name("Secret post"))
    guest_house = make_organisation(lin, "Hidden House")
    Entity.objects.filter(pk=guest_house.pk).update(audience=circle)
    told(lin, source, Attendance, meeting, object=guest_house, side=Side.HOST)
    officer = make_member(lin.zone, "Ping", Role.OFFICER)
    for form in ("csv", "jsonl", "ftm"):
        got = b"".join(taken(client_of, officer, listing, form) for listing in LISTS)
        assert b"Secret" not in got
        assert b"Hidden" not in got
        assert str(guest_house.pk).encode() not in got
    assert ids_taken(client_of, otto, "meetings") == []


def test_a_thing_of_which_nothing_is_told_is_no_row(client_of: ClientOf, lin: Membership) -> None:
    thing(lin, EntityKind.MEETING, Meeting)
    assert ids_taken(client_of, lin, "meetings") == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client_of: ClientOf, lin: Membership, count: int, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for _ in range(count):
        journey(lin)
    with django_assert_max_num_queries(40):  # type: ignore[attr-defined]  # a context
        taken(client_of, lin, "meetings", "jsonl")
