"""The pages of a planned mission, as three members see them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from qiao.kit.instants import Moment
from qiao.missions.actions.plan_mission import change_mission
from qiao.missions.actions.rows import add_row
from qiao.missions.enums import MissionState
from qiao.missions.models import Leg, Mission, PlannedEvent, Traveller, Visit
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.preparation import preparation
from qiao.zones.models import Membership
from tests import factories

ClientOf = Callable[[Membership], Client]
PAGES = ("missions:plan", "missions:preparation")


def at(member: Membership, name: str, *args: object) -> str:
    return reverse(name, args=[member.zone.slug, *args])


@pytest.mark.parametrize("name", PAGES)
def test_pages_open_for_the_zone_and_for_nobody_else(
    name: str,
    lin: Membership,
    mei: Membership,
    otto: Membership,
    mission: Mission,
    visits: list[Visit],
    event: PlannedEvent,
    client_of: ClientOf,
) -> None:
    address = at(lin, name, mission.pk)
    assert [client_of(one).get(address).status_code for one in (lin, mei, otto)] == [200, 200, 404]
    assert Client().get(address).status_code == 302


def test_analyst_changes_nothing(
    lin: Membership, mei: Membership, mission: Mission, visits: list[Visit], client_of: ClientOf
) -> None:
    client = client_of(mei)
    refused = [
        client.post(at(lin, "missions:solve", mission.pk)),
        client.post(at(lin, "missions:visit_move", mission.pk, visits[0].pk), {"day": "2026-06-09", "start": "9:30"}),
        client.post(at(lin, "missions:visit_cancel", mission.pk, visits[0].pk)),
        client.post(at(lin, "missions:prepare_add", mission.pk, "leg"), {"town": "Berlin"}),
        client.get(at(lin, "missions:begin")),
    ]
    assert {answer.status_code for answer in refused} == {403}


def test_visit_is_added_by_the_first_that_answers(lin: Membership, mission: Mission, client_of: ClientOf) -> None:
    factories.make_organisation(lin, "Rhône Capteurs SA")
    client_of(lin).post(at(lin, "missions:visit_add", mission.pk), {"typed": "capteurs"})
    assert [visit.place for visit in Visit.objects.all()] == ["fr:lyon"]
    again = client_of(lin).post(at(lin, "missions:visit_add", mission.pk), {"typed": "Rhone"}, follow=True)
    assert "Already on the list of visits." in again.content.decode()
    assert Visit.objects.count() == 1


def test_move_holds_a_visit_and_nonsense_moves_nothing(
    lin: Membership, mission: Mission, visits: list[Visit], client_of: ClientOf
) -> None:
    address = at(lin, "missions:visit_move", mission.pk, visits[0].pk)
    client_of(lin).post(address, {"day": "2026-06-09", "start": "9:30"})
    visits[0].refresh_from_db()
    assert (str(visits[0].pinned_day), visits[0].pinned_start) == ("2026-06-09", 570)
    for said in ({"day": "yesterday", "start": "9:30"}, {"day": "2026-06-09", "start": "27:99"}):
        answer = client_of(lin).post(address, said, follow=True)
        assert answer.status_code == 200
    visits[0].refresh_from_db()
    assert visits[0].pinned_start == 570


def test_mission_begins_with_its_towns_and_says_which_it_does_not_know(lin: Membership, client_of: ClientOf) -> None:
    said = {"title": "Berlin and Vienna", "departs_on": "2026-09-01", "returns_on": "2026-09-04", "rules": "none"}
    answer = client_of(lin).post(at(lin, "missions:begin"), said | {"towns": "Berlin, Nowhereville"})
    assert answer.status_code == 422
    assert "Nowhereville" in answer.content.decode()
    client_of(lin).post(at(lin, "missions:begin"), said | {"towns": "Berlin、维也纳"})
    assert [(leg.country, leg.region) for leg in Leg.objects.order_by("position")] == [("DE", "BE"), ("AT", "9")]


def test_returning_before_departing_is_refused_beside_the_day(lin: Membership, client_of: ClientOf) -> None:
    said = {"title": "Back in time", "departs_on": "2026-09-04", "returns_on": "2026-09-01"}
    answer = client_of(lin).post(at(lin, "missions:begin"), said)
    assert answer.status_code == 422
    assert not Mission.objects.filter(departs_on__isnull=False).exists()


def test_preparation_takes_towns_travellers_and_steps(lin: Membership, mission: Mission, client_of: ClientOf) -> None:
    factories.make_person(lin, "Jana Winter")
    client = client_of(lin)
    client.post(at(lin, "missions:prepare_add", mission.pk, "traveller"), {"typed": "Winter", "duty": "head"})
    client.post(
        at(lin, "missions:prepare_add", mission.pk, "leg"), {"town": "Freidorf", "country": "DE", "hotel": "on"}
    )
    client.post(at(lin, "missions:prepare_add", mission.pk, "step"), {"code": "report", "done_on": "2026-06-20"})
    assert Traveller.objects.get().duty == "head"
    own = Leg.objects.get(town="Freidorf")
    assert (own.country, own.latitude, own.time_zone) == ("DE", None, "Europe/Berlin")
    page = client.get(at(lin, "missions:preparation", mission.pk)).content.decode()
    assert "a guess: where it lies is not known" in page


def test_rule_that_is_broken_in_many_ways_is_one_rule(lin: Membership, mission: Mission, now: datetime) -> None:
    change_mission(member=lin, mission=mission, state=MissionState.HOME, now=now)
    page = preparation(mission, Asking(lin, Moment(), "en"), now.date())
    ways = [line.finding.rule for line in page.findings if line.finding.severity == "broken"]
    assert len(ways) > len(set(ways)) == page.broken


@pytest.mark.parametrize("many", [1, 3])
def test_plan_page_asks_a_fixed_number_of_queries(
    many: int,
    lin: Membership,
    mission: Mission,
    now: datetime,
    client_of: ClientOf,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    for number in range(many):
        host = factories.make_organisation(lin, f"Host {number}")
        add_row(member=lin, table=Visit, mission=mission, host=host, place="fr:lyon", now=now)
    client = client_of(lin)
    client.get(at(lin, "missions:plan", mission.pk))
    with django_assert_max_num_queries(26):
        client.get(at(lin, "missions:plan", mission.pk))
