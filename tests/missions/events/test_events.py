"""Events: who may see and plan them, what is found about their hours, and the agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qiao.missions.actions.agenda import move_up
from qiao.missions.actions.rows import add_row
from qiao.missions.forms.events import AgendaForm, EventForm, RoundForm
from qiao.missions.models import AgendaItem, Leg, Mission, PlannedEvent, Visit
from qiao.missions.queries.events import all_events, mission_events
from qiao.missions.queries.events_agenda import agenda
from qiao.register.actions.undo import undo_action
from qiao.zones.models import Action, Circle, Membership, Role
from tests import factories
from tests.missions.events.conftest import CORPUS_CHRISTI

Browser = Callable[[Membership], Client]


def address(name: str, member: Membership, *args: object) -> str:
    return reverse(f"missions:{name}", args=[member.zone.slug, *args])


PAGES = ["event", "round", "wishes", "availability"]


@pytest.mark.parametrize("name", PAGES)
def test_cast_of_three(
    name: str, forum: PlannedEvent, lin: Membership, mei: Membership, otto: Membership, client_of: Browser
) -> None:
    assert client_of(lin).get(address(name, lin, forum.pk)).status_code == 200
    assert client_of(mei).get(address(name, mei, forum.pk)).status_code == 200
    assert client_of(otto).get(address(name, otto, forum.pk)).status_code == 404
    assert client_of(otto).get(address(name, lin, forum.pk)).status_code == 404
    assert Client().get(address(name, lin, forum.pk)).status_code == 302


@pytest.mark.parametrize(
    "name",
    [
        "round",
        "wishes",
        "availability",
        "event_change",
        "event_cancel",
        "agenda_add",
        "invitee_add",
        "invitee_paste",
        "wishes_paste",
        "round_solve",
        "round_drop_out",
    ],
)
def test_who_only_reads_changes_nothing(name: str, forum: PlannedEvent, mei: Membership, client_of: Browser) -> None:
    before = Action.objects.count()

    assert client_of(mei).post(address(name, mei, forum.pk), {"lines": "x", "typed": "x"}).status_code == 403
    assert Action.objects.count() == before


def test_event_is_planned_on_a_mission(journey: Mission, lin: Membership, client_of: Browser) -> None:
    place = Leg.objects.get(mission=journey).place
    said = {"title": "Talent evening", "place": place, "day": "2023-06-09", "start": "18:30", "minutes": "120"}

    response = client_of(lin).post(address("events", lin, journey.pk), said)

    event = PlannedEvent.objects.get(title="Talent evening")
    assert response.status_code == 303
    assert (event.town, event.time_zone, event.start, event.mission) == ("Munich", "Europe/Berlin", 1110, journey)


def test_event_without_a_mission(lin: Membership, client_of: Browser) -> None:
    said = {"title": "Open day", "town": "Lyon", "start": "9:00", "minutes": "60"}

    client_of(lin).post(address("every_event", lin), said)

    event = PlannedEvent.objects.get(title="Open day")
    assert (event.mission, event.place, event.time_zone) == (None, "fr:lyon", "Europe/Paris")
    assert "Open day" in client_of(lin).get(address("every_event", lin)).content.decode()


def test_holiday_of_the_place_is_said(forum: PlannedEvent, journey: Mission, lin: Membership) -> None:
    (line,) = mission_events(journey, lin, "en")

    assert line.host_day is not None
    assert (line.host_day.name, line.meets) == ("Corpus Christi", "asked")


def test_what_is_at_the_same_hours_is_named(
    forum: PlannedEvent, journey: Mission, lin: Membership, now: datetime
) -> None:
    host = factories.make_organisation(lin, "Boreal")
    shared = {"mission": journey, "place": forum.place, "day": CORPUS_CHRISTI}
    add_row(member=lin, table=PlannedEvent, now=now, title="Breakfast", start=500, minutes=60, **shared)
    add_row(member=lin, table=PlannedEvent, now=now, title="Lunch", start=720, minutes=60, **shared)
    add_row(member=lin, table=Visit, now=now, host=host, start=680, minutes=60, **shared)

    line = next(one for one in mission_events(journey, lin, "en") if one.event.pk == forum.pk)

    assert [(one.sort, one.name, one.start, one.end) for one in line.clashes] == [
        ("event", "Breakfast", 500, 560),
        ("visit", "Boreal", 680, 740),
    ]


def test_visit_of_a_hidden_host_is_no_finding_for_those_who_may_not_know(
    forum: PlannedEvent, journey: Mission, lin: Membership, mei: Membership, now: datetime
) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Board")
    host = factories.make_organisation(lin, "Hidden", audience=circle)
    add_row(
        member=lin, table=Visit, mission=journey, host=host, place=forum.place, day=CORPUS_CHRISTI, start=600, now=now
    )

    assert [one.name for one in mission_events(journey, lin, "en")[0].clashes] == ["Hidden"]
    assert mission_events(journey, mei, "en")[0].clashes == ()


def test_hour_that_clocks_skip_is_said(lin: Membership, now: datetime) -> None:
    add_row(
        member=lin,
        table=PlannedEvent,
        title="Night",
        town="Lyon",
        time_zone="Europe/Paris",
        day=date(2024, 3, 31),
        start=90,
        minutes=60,
        now=now,
    )

    assert [line.missing_hour for line in all_events(lin, "en")[0]] == [True]


def test_event_of_a_circle_is_hidden(lin: Membership, mei: Membership, now: datetime, client_of: Browser) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Board")
    event, _ = add_row(member=lin, table=PlannedEvent, title="Secret", audience=circle, now=now)

    assert client_of(lin).get(address("event", lin, event.pk)).status_code == 200
    assert client_of(mei).get(address("event", mei, event.pk)).status_code == 404
    assert "Secret" not in client_of(mei).get(address("every_event", mei)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_the_lists(
    count: int, forum: PlannedEvent, journey: Mission, lin: Membership, now: datetime, client_of: Browser
) -> None:
    for number in range(count - 1):
        add_row(
            member=lin,
            table=PlannedEvent,
            mission=journey,
            title=f"E{number}",
            place=forum.place,
            day=CORPUS_CHRISTI,
            now=now,
        )
    browser = client_of(lin)
    browser.get(address("events", lin, journey.pk))
    with CaptureQueriesContext(
        connection,
    ) as first:
        browser.get(address("events", lin, journey.pk))
    with CaptureQueriesContext(connection) as second:
        browser.get(address("every_event", lin))

    assert (len(first), len(second)) == LIST_QUERIES


LIST_QUERIES = (15, 13)


def test_agenda_names_what_does_not_fit(forum: PlannedEvent, lin: Membership, now: datetime) -> None:
    for start, minutes, title in ((530, 20, "Doors"), (540, 30, "Welcome"), (570, 15, "Site")):
        add_row(member=lin, table=AgendaItem, event=forum, start=start, minutes=minutes, title=title, now=now)

    assert [(one.item.title, one.outside, one.overlaps) for one in agenda(forum, lin, "en")] == [
        ("Doors", True, False),
        ("Welcome", False, True),
        ("Site", False, False),
    ]


def test_moved_up_begins_where_the_other_did_and_undoes(forum: PlannedEvent, lin: Membership, now: datetime) -> None:
    first, _ = add_row(member=lin, table=AgendaItem, event=forum, start=540, minutes=30, title="One", now=now)
    second, _ = add_row(member=lin, table=AgendaItem, event=forum, start=570, minutes=15, title="Two", now=now)

    action = move_up(member=lin, item=second, above=first, now=now)

    assert [(one.item.title, one.item.start) for one in agenda(forum, lin, "en")] == [("Two", 540), ("One", 555)]
    undo_action(member=lin, action=action, now=now)
    assert [(one.item.title, one.item.start) for one in agenda(forum, lin, "en")] == [("One", 540), ("Two", 570)]


def test_speaker_in_a_circle_is_not_named(
    forum: PlannedEvent, lin: Membership, mei: Membership, now: datetime, client_of: Browser
) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Board")
    speaker = factories.make_person(lin, "Quiet Voice", audience=circle)
    add_row(member=lin, table=AgendaItem, event=forum, start=540, title="Talk", speaker=speaker, now=now)

    assert "Quiet Voice" in client_of(lin).get(address("event", lin, forum.pk)).content.decode()
    page = client_of(mei).get(address("event", mei, forum.pk)).content.decode()
    assert "Talk" in page
    assert "Quiet Voice" not in page


def test_agenda_is_changed_on_the_page(forum: PlannedEvent, lin: Membership, client_of: Browser) -> None:
    browser = client_of(lin)
    browser.post(address("agenda_add", lin, forum.pk), {"title": "Welcome", "start": "9:00", "minutes": "15"})
    item = AgendaItem.objects.get()
    where = address("agenda_change", lin, forum.pk, item.pk)

    browser.post(where, {"title": "Opening", "start": "9:15", "minutes": "20"})
    item.refresh_from_db()
    assert (item.title, item.start, item.minutes) == ("Opening", 555, 20)
    assert browser.post(address("agenda_add", lin, forum.pk), {"title": "", "start": "25:00"}).status_code == 422
    browser.post(where, {"cancel": "1"})
    assert not AgendaItem.objects.live().exists()


HOSTILE = st.dictionaries(
    st.sampled_from(
        [
            "title",
            "town",
            "place",
            "venue",
            "day",
            "start",
            "minutes",
            "claimed",
            "tables",
            "slots",
            "slot_minutes",
            "round_start",
            "audience",
        ]
    ),
    st.text(max_size=60) | st.sampled_from(["-1", "1e9", "99999999999999", "2023-02-30", "24:00", "0" * 400, "\0"]),
)


@given(HOSTILE)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_forms_refuse_or_read_anything(mei: Membership, said: dict[str, str]) -> None:
    for form in (EventForm(said, member=mei, legs=[], of_mission=False), AgendaForm(said), RoundForm(said)):
        form.is_valid()


def test_other_roles(forum: PlannedEvent, lin: Membership, client_of: Browser) -> None:
    officer = factories.make_member(lin.zone, "wei", Role.OFFICER)

    assert client_of(officer).get(address("event_change", officer, forum.pk)).status_code == 200
    said = {"title": "Forum", "place": forum.place, "start": "10:00", "minutes": "90", "claimed": "40"}
    assert client_of(officer).post(address("event_change", officer, forum.pk), said).status_code == 303
    forum.refresh_from_db()
    assert (forum.start, forum.minutes, forum.claimed) == (600, 90, 40)
