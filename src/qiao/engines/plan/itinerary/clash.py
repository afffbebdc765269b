"""Why there is no plan at all: what must be met and cannot be, told as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import inf

from qiao.engines.plan.itinerary.grid import Day, days_of
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Event, Host, Problem
from qiao.engines.plan.itinerary.search import Search
from qiao.engines.plan.itinerary.worth import prizes

SECONDS = 2.0


def clash_of(problem: Problem, days: Sequence[Day]) -> tuple[str, ...]:
    """A few duties that together allow no plan, though fewer of them would; never empty.

    Duties are hosts who must be met and events. Each is tried alone, then in pairs; then one after the other is left
    out for as long as no plan exists.
    """
    if not _has_plan(_only(problem, ())):
        return ("There is no way from the start to the end through the nights allowed, with lunch on every day.",)
    duties = [stop for stop in problem.appointments if isinstance(stop, Event) or stop.must]
    for size in (1, 2):
        for few in combinations(duties, size):
            if not _has_plan(_only(problem, few)):
                return _told(problem, few, days)
    kept = duties
    for duty in duties:
        fewer = [one for one in kept if one is not duty]
        if not _has_plan(_only(problem, fewer)):
            kept = fewer
    return _told(problem, kept, days)


def _only(problem: Problem, duties: Sequence[Host | Event]) -> Problem:
    """The same mission with nothing to do but these duties."""
    chosen = {duty.id for duty in duties}
    return replace(
        problem,
        hosts=tuple(host for host in problem.hosts if host.id in chosen),
        events=tuple(event for event in problem.events if event.id in chosen),
    )


def _has_plan(problem: Problem) -> bool:
    """Whether some plan keeps all rules, whatever it is worth; an undecided problem is taken to have one."""
    days = days_of(problem)
    search = Search(problem, days, prizes(problem, days), until=cpu_seconds() + SECONDS)
    return bool(search.run().columns) or search.pool.bound == inf


def _told(problem: Problem, duties: Sequence[Host | Event], days: Sequence[Day]) -> tuple[str, ...]:
    if len(duties) == 1:
        return (_alone(problem, duties[0], days),)
    return ("These cannot all be met: " + "; ".join(_duty(problem, duty) for duty in duties) + ".",)


def _alone(problem: Problem, duty: Host | Event, days: Sequence[Day]) -> str:
    number = problem.appointments.index(duty)
    if not any(number in day.stops for day in days):
        return f"{duty.id} must be met, and no window holds {duty.minutes} minutes on a day of the mission."
    return (
        f"{_duty(problem, duty)} cannot be reached from where the nights may be spent, with lunch and the day's hours."
    )


def _duty(problem: Problem, duty: Host | Event) -> str:
    if isinstance(duty, Event):
        return f"{duty.id} on {problem.days[duty.day]} from {clock(duty.start)} to {clock(duty.end)} in {duty.place}"
    hours = ", ".join(f"{problem.days[w.day]} {clock(w.opens)}-{clock(w.closes)}" for w in duty.windows[:3])
    return f"{duty.id} in {duty.place} ({hours})"


def clock(minute: int) -> str:
    """A minute of the day as hours and minutes."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
