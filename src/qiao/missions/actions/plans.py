"""Ask for a plan, stop its making, choose one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from qiao.missions.actions.in_line import SECONDS, bounded, choose_among, put_in_line
from qiao.missions.adapt import Planned, problem_of
from qiao.missions.enums import JobState, PlanKind
from qiao.missions.models import Mission, Plan, Visit
from qiao.missions.queries.planned import planned_of, usual_spans
from qiao.zones.actions import Act, acting, change
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan


class NothingToPlan(ValueError):
    """A plan was asked for before the mission has what one is made of; `missing` says what."""

    def __init__(self, *missing: str) -> None:
        super().__init__(f"Expected days, a town and a visit; missing: {', '.join(missing)}.")
        self.missing = missing


class NotMade(ValueError):
    """A plan was chosen that is not there yet, or that came to nothing."""


def ask_for_plan(
    *,
    member: Membership,
    mission: Mission,
    kind: PlanKind = PlanKind.TIGHT,
    seconds: int = SECONDS,
    changed_from: datetime | None = None,
    now: datetime,
) -> Plan:
    """Put a plan in line: the problem as it is now is kept with it, so that what it answers is never in doubt.

    changed_from   for a plan changed under way: what began before this local time stays.
    Returns        the plan, waiting; one that is waiting or running already is stopped.
    Raises         NothingToPlan, NotAllowed.
    """
    planned = planned_of(mission, member)
    _check(planned)
    previous = _plans_of(mission).filter(chosen=True).first() if changed_from else None
    with acting(member=member, verb="ask_for_plan", now=now, allowed=may_plan) as act:
        plan = Plan(
            zone=act.zone,
            mission=mission,
            asked=act.action,
            kind=PlanKind.CHANGED if previous else kind,
            problem=problem_of(planned, usual_spans(planned)),
            seconds=bounded(seconds),
            previous=previous,
            changed_from=changed_from if previous else None,
        )
        return put_in_line(act, plan, _plans_of(mission))


def stop_plan(*, member: Membership, plan: Plan, now: datetime) -> Action:
    """Ask that the making of a plan ends; what it had by then is not kept. Raises NotAllowed."""
    with acting(member=member, verb="stop_plan", now=now, allowed=may_plan) as act:
        change(act, plan, stop=True)
    return act.action


def choose_plan(*, member: Membership, plan: Plan, now: datetime) -> Action:
    """Take a plan as the mission's: its visits get their days and hours, those it leaves out lose theirs.

    Raises    NotMade, NotAllowed.
    """
    if plan.state != JobState.DONE or "days" not in plan.answer:
        raise NotMade(f"Expected a plan that is made; this one is {plan.state}.")
    with acting(member=member, verb="choose_plan", now=now, allowed=may_plan) as act:
        choose_among(act, plan, _plans_of(plan.mission))
        place_visits(act, plan.mission, plan.answer)
    return act.action


def place_visits(act: Act, mission: Mission, answer: dict[str, Any]) -> None:
    """Write where an answer has each visit."""
    stops = {
        stop["id"]: (date.fromisoformat(row["day"]), int(stop["start"]), int(row["party"]))
        for row in answer.get("days", ())
        for stop in row["stops"]
    }
    for visit in Visit.objects.filter(zone=act.zone, mission=mission, live=True):
        day, start, party = stops.get(str(visit.pk), (None, None, 0))
        change(act, visit, day=day, start=start, party=party)


def move_visit(
    *, member: Membership, visit: Visit, day: date | None, start: int | None, party: int = 0, now: datetime
) -> Action:
    """Put a visit at a day and an hour by hand and hold it there; without a day it is free again.

    start     minutes after local midnight; None holds the day alone.
    Raises    ValidationError, NotAllowed.
    """
    with acting(member=member, verb="move_visit", now=now, allowed=may_plan) as act:
        placed = {"day": day, "start": start, "party": party} if day is not None and start is not None else {}
        change(act, visit, pinned_day=day, pinned_start=start, **placed)
    return act.action


def _plans_of(mission: Mission) -> QuerySet[Plan]:
    return Plan.objects.filter(zone_id=mission.zone_id, mission=mission)


def _check(planned: Planned) -> None:
    found = {"days": planned.days, "legs": planned.legs, "visits": [*planned.visits, *planned.events]}
    missing = [what for what, held in found.items() if not held]
    if missing:
        raise NothingToPlan(*missing)
