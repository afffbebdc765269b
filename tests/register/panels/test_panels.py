"""What upper rooms show on a party: meetings, agreements, missions, and when it was last met."""

from __future__ import annotations

from datetime import date

import pytest

from qiao.meetings.enums import MeetingKind, Side
from qiao.meetings.models import Attendance, Figure, Meeting
from qiao.missions.models import Delegate, Mission, MissionPart
from qiao.partnerships.enums import Instrument, Step
from qiao.partnerships.models import Agreement, AgreementParty, Standing
from qiao.register.actions.record import new_entity
from qiao.register.actions.state import add_claim, name_values
from qiao.register.enums import EntityKind, Modality
from qiao.register.models import Dating, Entity, Name
from qiao.register.queries.listing import Wanted, party_list
from qiao.zones.actions import acting
from qiao.zones.rules import may_record
from tests import factories
from tests.register.cast import address, later, told

TEXT = "On 5 June 2023 the delegation visited Ostwind, met Marlene Vogt, and signed a memorandum. 20 jobs."


def make(member, entity_kind: EntityKind, row, **columns) -> Entity:
    with acting(member=member, verb="make", now=factories.NOW, allowed=may_record) as act:
        return new_entity(act, entity_kind, row, **columns)


@pytest.fixture
def story(lin):
    """A visit to Ostwind within a mission, with a memorandum."""
    source = factories.make_source(lin.zone, TEXT)
    ostwind = factories.make_organisation(lin, "Ostwind")
    vogt = factories.make_person(lin, "Marlene Vogt")
    zone_itself = factories.make_organisation(lin, "Linhu High-tech Zone")
    visit = make(lin, EntityKind.MEETING, Meeting, kind=MeetingKind.VISIT)
    for party, side in ((ostwind, Side.HOST), (vogt, Side.HOST), (zone_itself, Side.OURS)):
        told(lin, source, Attendance, visit, object=party, side=side)
    day = date(2023, 6, 5)
    told(lin, source, Dating, visit, words="5 June 2023", start_date=day, end_date=day, precision="day")
    memorandum = make(lin, EntityKind.AGREEMENT, Agreement)
    for party in (ostwind, zone_itself):
        told(lin, source, AgreementParty, memorandum, object=party)
    told(lin, source, Standing, memorandum, instrument=Instrument.MEMORANDUM, step=Step.SIGNED)
    mission = make(lin, EntityKind.MISSION, Mission)
    add_claim(member=lin, table=Name, subject=mission, now=later(1), **name_values("Germany, June 2023", "en"))
    told(lin, source, MissionPart, mission, object=visit)
    told(lin, source, Delegate, mission, object=zone_itself, leads=True)
    jobs = {"measure": "jobs", "low": 20, "high": 20}
    told(lin, source, Figure, ostwind, words="20 jobs", **jobs)
    return {
        "ostwind": ostwind,
        "vogt": vogt,
        "zone": zone_itself,
        "visit": visit,
        "memorandum": memorandum,
        "mission": mission,
    }


def panels(client, member, entity) -> dict[str, object]:
    context = client.get(address("party", member, entity.pk)).context
    return {panel.template: panel.content for panel in [*context["main_panels"], *context["side_panels"]]}


def test_a_party_shows_where_it_was_met(lin, story, client_of):
    found = panels(client_of(lin), lin, story["ostwind"])
    (met,) = found["meetings/party_panel.html"].met
    assert (met.when, met.what.text) == ("5 June 2023", "Visit")
    assert [piece.text for piece in met.others] == ["Marlene Vogt", "Linhu High-tech Zone"]
    (line,) = found["partnerships/party_panel.html"]
    assert (line.instrument, line.rung, line.modality) == ("Memorandum", 6, "fact")
    assert [piece.text for piece in line.others] == ["Linhu High-tech Zone"]
    (journey,) = found["missions/party_panel.html"]
    assert (journey.mission.text, journey.how) == ("Germany, June 2023", "met there")
    (figure,) = found["meetings/figures_panel.html"]
    assert figure.head.text == "20"


def test_who_led_a_mission_is_said_before_that_they_were_met(lin, story, client_of):
    (journey,) = panels(client_of(lin), lin, story["zone"])["missions/party_panel.html"]
    assert journey.how == "led it"


def test_meetings_and_agreements_have_pages(lin, story, client_of):
    client = client_of(lin)
    visit = client.get(address("party", lin, story["visit"].pk))
    assert visit.context["page"].title.text == "Visit: Ostwind, Marlene Vogt"
    assert "Who was there" in visit.content.decode()
    memorandum = client.get(address("party", lin, story["memorandum"].pk))
    assert memorandum.context["page"].title.text == "Memorandum: Ostwind, Linhu High-tech Zone"
    mission = client.get(address("party", lin, story["mission"].pk))
    assert mission["Location"] == f"/z/linhu/missions/{story['mission'].pk}/"


def test_every_claim_of_every_room_opens(lin, story, client_of):
    client = client_of(lin)
    for table in (Attendance, AgreementParty, Standing, Figure, Delegate, MissionPart, Dating):
        claim = table.objects.first()
        slug = table._meta.model_name
        response = client.get(address("claim", lin, slug, claim.pk))
        assert response.status_code == 200, slug
        assert response.context["page"].line.head.text, slug
        assert client.get(address("correct_claim", lin, slug, claim.pk)).status_code == 404


def test_the_list_says_when_a_party_was_last_met(lin, story):
    rows = {row.name.text: row.met for row in party_list(lin, Wanted(), language="en").rows}
    assert rows["Ostwind"] == rows["Marlene Vogt"] == date(2023, 6, 5)


def test_an_intended_visit_is_no_meeting(lin):
    house = factories.make_organisation(lin, "Kestrel")
    visit = make(lin, EntityKind.MEETING, Meeting, kind=MeetingKind.VISIT)
    source = factories.make_source(lin.zone, "They plan to visit Kestrel on 5 June 2026.")
    told(lin, source, Attendance, visit, object=house, side=Side.HOST, modality=Modality.PLAN)
    day = date(2026, 6, 5)
    told(lin, source, Dating, visit, start_date=day, end_date=day, modality=Modality.PLAN)
    assert party_list(lin, Wanted(), language="en").rows[0].met is None


def test_nothing_of_it_reaches_another_zone(otto, lin, story, client_of):
    factories.make_organisation(otto, "Westwind")
    body = client_of(otto).get(address("parties", otto)).content.decode()
    assert "Westwind" in body
    assert "Ostwind" not in body
