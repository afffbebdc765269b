"""Papers of a mission: printed from what a member sees, numbered, changes marked by ids that tell nobody anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from qiao.kit.instants import Moment
from qiao.missions.actions.rows import add_row, cancel_row, change_row
from qiao.missions.models import Mission, PlannedEvent, Printing, Traveller, Visit
from qiao.missions.queries.briefing import briefing_of, held_of
from qiao.missions.queries.claims import Asking
from qiao.zones.models import Action, Circle, Membership, Role
from tests import factories

ClientOf = Callable[[Membership], Client]
DAY = date(2026, 6, 9)


def at(member: Membership, name: str, *args: object) -> str:
    return reverse(name, args=[member.zone.slug, *args])


@pytest.fixture
def placed(visits: list[Visit], lin: Membership, now: datetime) -> list[Visit]:
    """The three visits, each with a day and an hour."""
    for number, visit in enumerate(visits):
        change_row(member=lin, row=visit, day=DAY, start=540 + 120 * number, now=now)
    return visits


def bytes_of(client: Client, member: Membership, mission: Mission, **said: object) -> bytes:
    answer = client.post(at(member, "missions:paper_print", mission.pk), {"language": "en", **said})
    assert answer.status_code == 200
    assert answer["X-Content-Type-Options"] == "nosniff"
    return answer.content


@pytest.mark.parametrize(
    ("form", "begins", "content_type"),
    [
        ("pdf", b"%PDF", "application/pdf"),
        ("rpdf", b"%PDF", "application/pdf"),
        ("docx", b"PK", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xlsx", b"PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("ics", b"BEGIN:VCALENDAR", "text/calendar; charset=utf-8"),
    ],
)
def test_each_paper_comes_as_what_it_is_and_is_noted(
    form: str,
    begins: bytes,
    content_type: str,
    lin: Membership,
    mission: Mission,
    placed: list[Visit],
    client_of: ClientOf,
) -> None:
    answer = client_of(lin).post(at(lin, "missions:paper_print", mission.pk), {"form": form, "language": "zh-hans"})
    assert answer.content.startswith(begins)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (content_type, "nosniff")
    assert "attachment" in answer["Content-Disposition"]
    row = Printing.objects.get()
    assert (row.number, row.form, row.language, row.printed.verb) == (1, form, "zh-hans", "print_briefing")


def test_reader_prints_nothing_and_strangers_find_nothing(
    lin: Membership, mei: Membership, otto: Membership, mission: Mission, placed: list[Visit], client_of: ClientOf
) -> None:
    before = Action.objects.count()
    said = {"form": "pdf", "language": "en"}
    there = [client_of(one).post(at(lin, "missions:paper_print", mission.pk), said).status_code for one in (mei, otto)]
    assert there == [403, 404]
    assert [client_of(one).get(at(lin, "missions:papers", mission.pk)).status_code for one in (mei, otto)] == [200, 404]
    assert Action.objects.count() == before


NONSENSE: tuple[dict[str, str], ...] = (
    {},
    {"form": "exe", "language": "en"},
    {"form": "pdf", "language": "xx"},
    {"form": "tpdf", "language": "en"},
    {"form": "ics", "language": "en", "whom": "1"},
)


@pytest.mark.parametrize("said", NONSENSE)
def test_nonsense_prints_nothing(said: dict[str, str], lin: Membership, mission: Mission, client_of: ClientOf) -> None:
    assert client_of(lin).post(at(lin, "missions:paper_print", mission.pk), said).status_code == 404
    assert not Printing.objects.exists()


def test_prints_keep_ids_and_no_names(
    lin: Membership, mission: Mission, placed: list[Visit], event: PlannedEvent, client_of: ClientOf
) -> None:
    bytes_of(client_of(lin), lin, mission, form="ics")
    kept = json.dumps([one.stops for one in Printing.objects.all()], ensure_ascii=False)
    assert str(placed[0].pk) in kept
    assert not any(name in kept for name in ("Rhône", "École", "Seine", "Forum", "Lyon (inv"))


def test_changes_since_the_last_print_are_marked(
    lin: Membership, mission: Mission, placed: list[Visit], client_of: ClientOf, now: datetime
) -> None:
    bytes_of(client_of(lin), lin, mission, form="xlsx")
    change_row(member=lin, row=placed[0], start=900, now=now)
    cancel_row(member=lin, row=placed[1], now=now)
    asked = Asking(lin, Moment(), "en")
    made = briefing_of(held_of(mission, asked), asked, number=2, now=now)
    assert {stop.title: stop.change and stop.change.kind.value for stop in made.stops} == {
        "Rhône Capteurs SA": "moved",
        "Seine Logiciels": None,
    }
    assert [stop.title for stop in made.gone] == ["École du Parc"]
    page = client_of(lin).get(at(lin, "missions:papers", mission.pk)).content.decode()
    assert "2 stops changed since" in page


def test_what_was_cancelled_is_not_told_to_those_who_never_saw_it(
    lin: Membership, zone: object, mission: Mission, placed: list[Visit], client_of: ClientOf, now: datetime
) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Team A")
    secret = factories.make_organisation(lin, "Vertraulich GmbH", audience=circle)
    visit, _made = add_row(
        member=lin, table=Visit, mission=mission, host=secret, place="fr:lyon", day=DAY, start=1000, now=now
    )
    bytes_of(client_of(lin), lin, mission, form="pdf")
    cancel_row(member=lin, row=visit, now=now)
    officer = factories.make_member(zone, "officer", Role.OFFICER)
    asked = {one: Asking(one, Moment(), "en") for one in (lin, officer)}
    gone = {
        one: [stop.title for stop in briefing_of(held_of(mission, ask), ask, number=2, now=now).gone]
        for one, ask in asked.items()
    }
    assert gone == {lin: ["Vertraulich GmbH"], officer: []}
    assert "nothing changed since" in client_of(officer).get(at(lin, "missions:papers", mission.pk)).content.decode()
    assert b"Vertraulich" not in bytes_of(client_of(officer), officer, mission, form="ics")


def test_calendar_of_a_delegate_tells_what_moved_and_what_is_cancelled(
    lin: Membership, mission: Mission, placed: list[Visit], client_of: ClientOf, now: datetime
) -> None:
    import icalendar

    person = factories.make_person(lin, "Anna Berg")
    anna, _made = add_row(member=lin, table=Traveller, mission=mission, person=person, now=now)
    client = client_of(lin)

    def told() -> dict[str, tuple[str, int]]:
        calendar = icalendar.Calendar.from_ical(bytes_of(client, lin, mission, form="ics", whom=anna.pk))
        return {str(one["summary"]): (str(one["status"]), int(one["sequence"])) for one in calendar.walk("VEVENT")}

    first = told()
    assert told() == first
    change_row(member=lin, row=placed[0], start=915, now=now)
    cancel_row(member=lin, row=placed[1], now=now)
    second = told()
    assert second["Rhône Capteurs SA"][1] > first["Rhône Capteurs SA"][1]
    assert second["École du Parc"][0] == "CANCELLED"
    assert second["École du Parc"][1] > first["École du Parc"][1]
    assert second["Seine Logiciels"] == first["Seine Logiciels"]
    change_row(member=lin, row=anna, leaves_on=date(2026, 6, 8), now=now)
    assert {status for status, _sequence in told().values()} == {"CANCELLED"}


@pytest.mark.parametrize("many", [1, 3])
def test_pages_and_papers_ask_a_fixed_number_of_queries(
    many: int,
    lin: Membership,
    mission: Mission,
    now: datetime,
    client_of: ClientOf,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    for number in range(many):
        host = factories.make_organisation(lin, f"Host {number}")
        add_row(member=lin, table=Visit, mission=mission, host=host, place="fr:lyon", day=DAY, start=540, now=now)
    client = client_of(lin)
    for name, most in (("missions:papers", 24), ("missions:report", 34)):
        client.get(at(lin, name, mission.pk))
        with django_assert_max_num_queries(most):
            client.get(at(lin, name, mission.pk))
    asked = Asking(lin, Moment(), "en")
    with django_assert_max_num_queries(36):
        briefing_of(held_of(mission, asked), asked, number=1, now=now)
