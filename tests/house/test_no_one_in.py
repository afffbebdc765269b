"""No row of one zone is reachable from another: every address and every queryset door is tried by the cast of three."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from qiao.engines.resolve import Pair
from qiao.intake.actions.review import accept_proposals
from qiao.intake.models import Document
from qiao.meetings.actions.enter import Present, Promised, enter_meeting
from qiao.meetings.enums import MeetingKind, Side
from qiao.meetings.models import Keeping
from qiao.missions.actions.invite import invite_many
from qiao.missions.actions.plan_mission import change_mission
from qiao.missions.actions.plans import ask_for_plan
from qiao.missions.actions.rounds import ask_for_round
from qiao.missions.actions.rows import add_row
from qiao.missions.models import AgendaItem, Leg, Photograph, PlannedEvent, Visit, VisitWindow, Wish
from qiao.register.actions.duplicates import ask
from qiao.register.actions.judge import write_judgement
from qiao.register.enums import EntityKind, Verdict
from qiao.register.forms.days import Days
from qiao.register.models import Entity, WaitingPair
from qiao.zones.actions import acting
from qiao.zones.models import Circle, Invitation, Membership, Role
from qiao.zones.rules import may_review
from tests import factories
from tests.exchange.cast import bring
from tests.test_walk import FACTS, TEXT

PLACEHOLDER_TABLES = {"table": "name", "kind": "organisation", "verdict": "same"}


def addresses() -> list[tuple[str, frozenset[str]]]:
    """Every named address of a zone's pages, with the names of what it must be told."""
    return sorted(set(_walk(get_resolver().url_patterns, "", frozenset())))


def _walk(patterns: list[Any], namespace: str, known: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for entry in patterns:
        names = known | frozenset(entry.pattern.converters)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, inner, names)
        elif isinstance(entry, URLPattern) and entry.name and "zone" in names:
            yield f"{namespace}{entry.name}", names


@pytest.fixture
def document(lin: Membership, now: datetime) -> Document:
    """A report of Lin's zone, all of it accepted."""
    document = factories.make_document(lin, TEXT, FACTS)
    accept_proposals(member=lin, document=document, proposals=document.proposals.order_by("position"), now=now)
    document.refresh_from_db()
    return document


@pytest.fixture
def gathering(lin: Membership, now: datetime) -> dict[str, Any]:
    """A planned event of Lin's zone: two on its list, a wish between them, a point of the agenda, a timetable."""
    event, _ = add_row(member=lin, table=PlannedEvent, title="Forum", tables=1, slots=1, now=now)
    item, _ = add_row(member=lin, table=AgendaItem, event=event, start=540, title="Welcome", now=now)
    parties = [factories.make_organisation(lin, name) for name in ("Nordlicht Optik", "Hafen Labor")]
    (asker, asked), _ = invite_many(member=lin, event=event, parties=parties, now=now)
    wish, _ = add_row(member=lin, table=Wish, event=event, asker=asker, asked=asked, now=now)
    made = ask_for_round(member=lin, event=event, now=now)
    return {"event": event.pk, "item": item.pk, "invitee": asker.pk, "wish": wish.pk, "made": made.pk}


@pytest.fixture
def journey(lin: Membership, document: Document, now: datetime) -> dict[str, Any]:
    """What Lin's zone plans of its mission: a town, a visit with hours, a plan, a photograph; and a promise."""
    mission = document.about.mission_row  # type: ignore[union-attr]  # accepted
    firm, person = factories.make_organisation(lin, "Werft Nord"), factories.make_person(lin, "Anna Berg")
    day = date(2026, 6, 8)
    change_mission(member=lin, mission=mission, departs_on=day, returns_on=day, now=now)
    town = {"place": "at:graz", "town": "Graz", "country": "AT", "time_zone": "Europe/Vienna", "position": 0}
    leg, _ = add_row(member=lin, table=Leg, mission=mission, now=now, **town)
    visit, _ = add_row(member=lin, table=Visit, mission=mission, host=firm, place=leg.place, now=now)
    hours = {"day": day, "opens": 540, "closes": 1020}
    window, _ = add_row(member=lin, table=VisitWindow, visit=visit, now=now, **hours)
    plan = ask_for_plan(member=lin, mission=mission, now=now)
    photograph = Photograph.objects.create(zone=lin.zone, mission=mission, file="none", width=1, height=1)
    enter_meeting(
        member=lin,
        kind=MeetingKind.VISIT,
        days=Days(day, day, "day"),
        place="",
        present=[Present(firm, Side.HOST), Present(person, Side.OURS)],
        promised=[Promised(True, "send the drawings")],
        now=now,
    )
    return {
        "what": "leg",
        "row": leg.pk,
        "leg": leg.pk,
        "visit": visit.pk,
        "window": window.pk,
        "plan": plan.pk,
        "photograph": photograph.pk,
        "keeping": Keeping.objects.get().pk,
    }


@pytest.fixture
def known(
    lin: Membership, document: Document, gathering: dict[str, Any], journey: dict[str, Any], now: datetime
) -> dict[str, Any]:
    """For each name an address may ask for, something of Lin's zone."""
    proposal = document.proposals.filter(kind="organisation").first()
    assert proposal is not None
    assert proposal.party is not None
    assert proposal.decided is not None
    mission = document.about
    assert mission is not None
    name = proposal.entity.name_claims.first()  # type: ignore[union-attr]  # accepted
    circle = Circle.objects.create(zone=lin.zone, name="Graz")
    run = bring(lin, [["name"], ["Ostwind Sensorik"]])
    twin = factories.make_organisation(lin, "Ostwind Sensorik Graz")
    with acting(member=lin, verb="judge_unsure", now=now, allowed=may_review) as act:
        left = Entity.objects.get(pk=proposal.entity_id)
        ask(act, EntityKind.ORGANISATION, [Pair(str(left.pk), str(twin.pk), 0.7, ())])
        judgement = write_judgement(act, left, twin, Verdict.UNSURE)
    return (
        gathering
        | journey
        | {
            "run": run.pk,
            "listing": "parties",
            "pair": WaitingPair.objects.get().pk,
            "judgement": judgement.pk,
            "zone": lin.zone.slug,
            "document": document.pk,
            "proposal": proposal.pk,
            "party": proposal.party.pk,
            "action": proposal.decided_id,
            "entity": proposal.entity_id,
            "left": proposal.entity_id,
            "right": proposal.entity_id,
            "other": proposal.entity_id,
            "claim": name.pk,
            "table": "name",
            "verdict": "same",
            "source": document.source_id,
            "mission": mission.pk,
            "figure": str(mission.figure_claims.get().pk),
            "membership": lin.pk,
            "member": lin.pk,
            "circle": circle.pk,
            "invitation": Invitation.objects.create(
                zone=lin.zone, email="new@example.org", role=Role.GUEST, expires_at=timezone.now()
            ).pk,
        }
    )


@pytest.mark.parametrize(("name", "asks"), addresses(), ids=lambda value: value if isinstance(value, str) else "")
def test_strangers_find_nothing_at(
    name: str,
    asks: frozenset[str],
    known: dict[str, Any],
    otto: Membership,
    client_of: Callable[[Membership], Client],
) -> None:
    missing = asks - set(known)
    assert not missing, f"{name} asks for {missing}: give the walk something of that sort"
    foreign = reverse(name, kwargs={key: known[key] for key in asks})
    lured = reverse(name, kwargs={key: known[key] for key in asks} | {"zone": otto.zone.slug})
    stranger = client_of(otto)

    for method in (stranger.get, stranger.post):
        assert method(foreign).status_code in (404, 405), f"{name} lets a stranger in"
        if asks - {"zone", "table", "verdict", "kind"}:
            answer = method(lured)
            assert answer.status_code in (403, 404, 405), f"{name} reaches into another zone: {answer.status_code}"
    passer_by = Client()
    for method in (passer_by.get, passer_by.post):
        answer = method(foreign)
        assert answer.status_code in (302, 405), f"{name} answers without a sign-in"
        if answer.status_code == 302:
            assert "/account/login/" in answer["Location"]


def domain_models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("qiao.") and any(field.name == "zone" for field in model._meta.get_fields())
    ]


@pytest.mark.django_db
def test_no_queryset_door_shows_another_zone(document: Document, known: dict[str, Any], otto: Membership) -> None:
    peopled = 0
    for model in domain_models():
        manager = model._default_manager
        if model is Membership or not hasattr(manager, "visible_to"):
            continue
        there = manager.filter(zone_id=document.zone_id)
        peopled += there.exists()
        seen = manager.visible_to(otto).filter(pk__in=there.values("pk"))
        assert not seen.exists(), f"{model.__name__} shows rows of another zone"
    assert peopled > 15, "A test that nothing leaks first makes something that could."


def test_every_domain_model_has_the_door() -> None:
    without = [m.__name__ for m in domain_models() if not hasattr(m._default_manager, "visible_to")]
    assert without == []
