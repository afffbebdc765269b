"""Analysts and guests change nothing: every address of a zone is posted to, with rows that exist."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import get_resolver, reverse

from qiao.engines.resolve import Pair
from qiao.intake.models import ProposedParty
from qiao.meetings.actions.enter import Present, Promised, enter_meeting
from qiao.meetings.enums import MeetingKind, Side
from qiao.meetings.models import Keeping
from qiao.missions.actions.plan_mission import plan_mission
from qiao.missions.actions.plans import ask_for_plan
from qiao.missions.actions.rows import add_row
from qiao.missions.models import AgendaItem, Invitee, Leg, Photograph, PlannedEvent, Round, Visit, VisitWindow, Wish
from qiao.register.actions.duplicates import ask
from qiao.register.actions.judge import write_judgement
from qiao.register.enums import EntityKind, Verdict
from qiao.register.forms.days import Days
from qiao.register.models import Name, Source, WaitingPair
from qiao.zones.actions import acting
from qiao.zones.actions.invite import invite
from qiao.zones.models import Action, Role
from qiao.zones.rules import may_record
from tests import factories
from tests.exchange.cast import bring

OWN = {"account"}  # the member's own name and language
DAY = date(2026, 6, 8)
TEXT = "Ostwind Sensorik GmbH opened a plant in Graz."


@pytest.fixture
def ids(lin, circle, now) -> dict[str, object]:
    """A row for each name that addresses use."""
    firm = factories.make_organisation(lin, "Ostwind Sensorik", audience=circle)
    facts = [{"kind": "organisation", "text": "Ostwind Sensorik GmbH"}]
    document = factories.make_document(lin, TEXT, facts, audience=circle)
    letter = invite(member=lin, email="neu@example.org", role=Role.GUEST, circles=[circle], now=now)
    name = Name.objects.get(subject=firm)
    run = bring(lin, [["name"], ["Ostwind Sensorik"]], audience=circle)
    twin = factories.make_organisation(lin, "Ostwind Sensorik Graz", audience=circle)
    with acting(member=lin, verb="tell", now=now, allowed=may_record) as act:
        ask(act, EntityKind.ORGANISATION, [Pair(str(firm.pk), str(twin.pk), 0.7, ())])
        judgement = write_judgement(act, firm, twin, Verdict.UNSURE)
    return _planned(lin, circle, firm, now) | {
        "run": run.pk,
        "listing": "parties",
        "pair": WaitingPair.objects.get().pk,
        "judgement": judgement.pk,
        "zone": lin.zone.slug,
        "entity": firm.pk,
        "claim": name.pk,
        "table": "name",
        "action": name.recorded_id,
        "source": Source.objects.filter(stated_by__isnull=False).first().pk,
        "document": document.pk,
        "proposal": document.proposals.get().pk,
        "party": ProposedParty.objects.get(document=document).pk,
        "figure": "agreements",
        "membership": lin.pk,
        "invitation": letter.pk,
        "circle": circle.pk,
    }


def _planned(lin, circle, firm, now) -> dict[str, object]:
    """Ids of a mission of the circle that is planned, with a visit, its hours, a plan, an event and a promise."""
    mission = plan_mission(
        member=lin, title="Graz", departs_on=DAY, returns_on=DAY, audience=circle, purpose="", now=now
    )
    town = {"place": "at:graz", "town": "Graz", "country": "AT", "time_zone": "Europe/Vienna", "position": 0}
    leg, _made = add_row(member=lin, table=Leg, mission=mission, now=now, **town)
    visit, _made = add_row(member=lin, table=Visit, mission=mission, host=firm, place=leg.place, now=now)
    hours = {"day": DAY, "opens": 540, "closes": 1020}
    window, _made = add_row(member=lin, table=VisitWindow, visit=visit, now=now, **hours)
    told = {"title": "Forum", "place": leg.place, "day": DAY, "audience": circle}
    event, _made = add_row(member=lin, table=PlannedEvent, mission=mission, now=now, **told)
    plan = ask_for_plan(member=lin, mission=mission, now=now)
    told = _gathering(lin, mission, event, firm, now)
    ours = factories.make_person(lin, "Anna Berg", audience=circle)
    enter_meeting(
        member=lin,
        kind=MeetingKind.VISIT,
        days=Days(DAY, DAY, "day"),
        place="",
        present=[Present(firm, Side.HOST), Present(ours, Side.OURS)],
        promised=[Promised(True, "send the drawings")],
        audience=circle,
        now=now,
    )
    return told | {
        "mission": mission.pk,
        "what": "leg",
        "row": leg.pk,
        "leg": leg.pk,
        "visit": visit.pk,
        "window": window.pk,
        "event": event.pk,
        "plan": plan.pk,
        "keeping": Keeping.objects.get().pk,
    }


def _gathering(lin, mission, event, firm, now) -> dict[str, object]:
    """Ids of what belongs to an event of the circle, and of a photograph of its mission."""
    other = factories.make_organisation(lin, "Weinberg Optik", audience=event.audience)
    item, _made = add_row(member=lin, table=AgendaItem, event=event, start=540, title="Welcome", now=now)
    invitees = [add_row(member=lin, table=Invitee, event=event, party=one, now=now)[0] for one in (firm, other)]
    wish, _made = add_row(member=lin, table=Wish, event=event, asker=invitees[0], asked=invitees[1], now=now)
    with acting(member=lin, verb="ask_for_round", now=now, allowed=may_record) as act:
        made = Round.objects.create(zone=lin.zone, event=event, asked=act.action)
        photograph = Photograph.objects.create(zone=lin.zone, mission=mission, file="none", width=1, height=1)
    return {
        "item": item.pk,
        "invitee": invitees[0].pk,
        "wish": wish.pk,
        "made": made.pk,
        "photograph": photograph.pk,
    }


def addresses(ids: dict[str, object]) -> list[str]:
    """Every address under /z/, filled."""
    zone_part = next(part for part in get_resolver().url_patterns if str(part.pattern).startswith("z/"))
    found = []
    for room in zone_part.url_patterns:
        for page in room.url_patterns:
            if page.name not in OWN:
                wanted = {"zone", *page.pattern.converters}
                found.append(reverse(f"{room.namespace}:{page.name}", kwargs={key: ids[key] for key in wanted}))
    return found


SAID = {
    "deed": "close", "name": "x", "title": "x", "text": "x", "kind": "organisation", "which": "all", "because": "x",
    "identity": "new", "verdict": "same", "email": "a@example.org", "role": "director", "modality": "fact",
}  # fmt: skip


@pytest.mark.parametrize("role", [Role.ANALYST, Role.GUEST])
def test_posts_of_a_reader_change_nothing(ids, zone, circle, client_of, role):
    reader = factories.make_member(zone, "reader", role)
    reader.circles.add(circle)
    client = client_of(reader)
    before = Action.objects.count()
    for address in addresses(ids):
        status = client.post(address, SAID).status_code
        assert status < 500, address
        assert Action.objects.count() == before, address


def test_posts_from_another_zone_find_nothing(ids, otto, client_of):
    before = Action.objects.count()
    client = client_of(otto)
    for address in addresses(ids):
        assert client.post(address, SAID).status_code in (404, 405), address
        assert client.get(address).status_code in (404, 405), address
    assert Action.objects.count() == before


def test_own_zone_does_not_open_rows_of_another(ids, otto, client_of):
    before = Action.objects.count()
    client = client_of(otto)
    mine = ids | {"zone": otto.zone.slug}
    plain = {reverse(name, args=[otto.zone.slug, *(["parties"] if "export" in name else [])]) for name in PLAIN}
    for address in set(addresses(mine)) - plain:
        for status in (client.get(address).status_code, client.post(address, SAID).status_code):
            assert status in (404, 405), address
    assert Action.objects.count() == before


PLAIN = (
    "intake:documents", "intake:upload", "intake:decisions", "register:parties", "register:add", "register:find",
    "missions:missions", "zones:zone", "zones:edit", "zones:members", "zones:invitations", "zones:invite",
    "zones:circles", "zones:audit", "meetings:enter", "exchange:imports", "exchange:bring", "register:search",
    "register:merge", "register:duplicates", "register:look_for_duplicates", "register:duplicates_progress",
    "register:identity_policy", "exchange:export", "missions:begin", "meetings:promises", "missions:every_event",
)  # fmt: skip
