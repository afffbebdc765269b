"""A plan is asked for, made, chosen, taken back; what it keeps names nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.utils import timezone

from qiao.engines.plan.itinerary.check import broken_rules
from qiao.engines.plan.itinerary.io import plan_from_json, problem_from_json
from qiao.missions.actions.compute import abandoned, compute_plan
from qiao.missions.actions.plans import NothingToPlan, NotMade, ask_for_plan, choose_plan, move_visit
from qiao.missions.enums import JobState
from qiao.missions.models import Mission, Plan, PlannedEvent, Visit
from qiao.register.actions.undo import undo_action
from qiao.zones.actions import NotAllowed
from qiao.zones.models import Membership


def made(member: Membership, mission: Mission, now: datetime) -> Plan:
    plan = ask_for_plan(member=member, mission=mission, seconds=5, now=now)
    compute_plan(plan.pk, now=timezone.now)
    plan.refresh_from_db()
    return plan


def test_plan_is_made_proven_and_passes_the_check(
    lin: Membership, mission: Mission, visits: list[Visit], event: PlannedEvent, now: datetime
) -> None:
    plan = made(lin, mission, now)
    assert (plan.state, plan.answer["status"], plan.answer["prize"]) == (JobState.DONE, "optimal", 170)
    assert list(broken_rules(problem_from_json(plan.problem), plan_from_json(plan.answer))) == []


def test_first_plan_is_chosen_and_its_visits_have_hours(
    lin: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    assert made(lin, mission, now).chosen
    assert all(visit.day is not None and visit.start is not None for visit in Visit.objects.all())
    second = made(lin, mission, now)
    assert not second.chosen


def test_choosing_another_plan_is_undone_exactly(
    lin: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    first = made(lin, mission, now)
    move_visit(member=lin, visit=Visit.objects.get(pk=visits[0].pk), day=date(2026, 6, 9), start=15 * 60, now=now)
    second = made(lin, mission, now)
    before = list(Visit.objects.order_by("id").values_list("day", "start", "party"))
    action = choose_plan(member=lin, plan=second, now=now)
    assert [Plan.objects.get(pk=one.pk).chosen for one in (first, second)] == [False, True]
    undo_action(member=lin, action=action, now=now)
    assert [Plan.objects.get(pk=one.pk).chosen for one in (first, second)] == [True, False]
    assert list(Visit.objects.order_by("id").values_list("day", "start", "party")) == before


def test_plan_keeps_to_where_a_visit_is_held(
    lin: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    move_visit(member=lin, visit=visits[0], day=date(2026, 6, 10), start=10 * 60, now=now)
    plan = made(lin, mission, now)
    stops = {stop["id"]: (row["day"], stop["start"]) for row in plan.answer["days"] for stop in row["stops"]}
    assert stops[str(visits[0].pk)] == ("2026-06-10", 600)


def test_problem_and_answer_hold_ids_and_no_names(
    lin: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    plan = made(lin, mission, now)
    kept = json.dumps([plan.problem, plan.answer], ensure_ascii=False)
    assert not any(name in kept for name in ("Rhône", "École", "Seine"))


def test_impossible_mission_says_what_clashes(
    lin: Membership, mission: Mission, visits: list[Visit], event: PlannedEvent, now: datetime
) -> None:
    for visit in visits[:2]:
        move_visit(member=lin, visit=visit, day=date(2026, 6, 9), start=10 * 60, now=now)
    plan = made(lin, mission, now)
    assert plan.state == JobState.FAILED
    assert plan.failure["code"] == "infeasible"
    assert str(visits[0].pk) in " ".join(plan.failure["said"])


def test_mission_without_visits_has_nothing_to_plan(lin: Membership, mission: Mission, now: datetime) -> None:
    with pytest.raises(NothingToPlan) as refused:
        ask_for_plan(member=lin, mission=mission, now=now)
    assert refused.value.missing == ("visits",)


def test_plan_that_is_not_made_is_not_chosen(
    lin: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    plan = ask_for_plan(member=lin, mission=mission, now=now)
    with pytest.raises(NotMade):
        choose_plan(member=lin, plan=plan, now=now)


def test_plan_that_nobody_works_on_is_taken_up_again_and_made_once(
    lin: Membership, mission: Mission, visits: list[Visit], now: datetime
) -> None:
    plan = ask_for_plan(member=lin, mission=mission, seconds=5, now=now)
    Plan.objects.filter(pk=plan.pk).update(state=JobState.RUNNING, heartbeat_at=now, holder=plan.pk)
    assert ("plan", plan.pk) in abandoned(timezone.now())
    compute_plan(plan.pk, now=timezone.now)
    plan.refresh_from_db()
    assert plan.state == JobState.DONE
    compute_plan(plan.pk, now=timezone.now)  # a second worker comes too late
    assert Plan.objects.get(pk=plan.pk).finished_at == plan.finished_at


def test_analyst_asks_for_no_plan(mei: Membership, mission: Mission, visits: list[Visit], now: datetime) -> None:
    with pytest.raises(NotAllowed):
        ask_for_plan(member=mei, mission=mission, now=now)


def test_confined_colleague_sees_no_visit_of_a_mission_of_another_circle(
    lin: Membership, begin: Callable[..., Mission], mei: Membership, now: datetime
) -> None:
    from qiao.zones.models import Circle

    circle = Circle.objects.create(zone=lin.zone, name="Team A")
    begin(lin, audience=circle)
    assert not Mission.objects.visible_to(mei).exists()
    from qiao.missions.models import Leg

    assert not Leg.objects.visible_to(mei).exists()
