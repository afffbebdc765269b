"""What one more day, or one more party, would buy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from qiao.engines.plan.itinerary.problem import Problem, ProblemFault, Window
from qiao.engines.plan.itinerary.result import Plan, PlanStatus
from qiao.engines.plan.itinerary.solve import solve

WEEKEND = 5  # date.weekday() from here on


@dataclass(frozen=True, slots=True)
class Bought:
    """What a change of the frame brings: prize gained by a plan found, and at most by any; hosts met besides.

    like   of one more day: the day whose opening hours it is given.
    """

    what: str  # "day" or "party"
    prize: int
    gained: int
    gained_at_most: float
    hosts: tuple[str, ...]
    like: str = ""


def more(problem: Problem, plan: Plan, *, seconds: float = 30.0, seed: int = 0) -> tuple[Bought, ...]:
    """Solve again with a day appended, and with a party added, each in half of the seconds.

    The hours of hosts on the new day are not known: they are taken to be those of the mission's last day of its kind,
    working day or weekend. All parties attend the events that everyone attends.
    Returns   nothing for a frame that cannot be widened: no more days are allowed, or no plan was found in time.
    """
    if plan.status == PlanStatus.INFEASIBLE:
        return ()
    found = []
    for what, wider, like in (_day(problem), ("party", replace(problem, parties=problem.parties + 1), "")):
        if wider is None:
            continue
        other = solve(wider, seconds=max(seconds / 2, 0.1), seed=seed)
        if other.rows:
            found.append(_bought(what, plan, other, like))
    return tuple(found)


def _day(problem: Problem) -> tuple[str, Problem | None, str]:
    """The mission with one day more at its end."""
    added, like = _next(problem.days)
    last = len(problem.days)
    hosts = tuple(
        replace(
            host, windows=(*host.windows, *(Window(last, w.opens, w.closes) for w in host.windows if w.day == like))
        )
        for host in problem.hosts
    )
    try:
        return "day", replace(problem, days=(*problem.days, added), hosts=hosts), problem.days[like]
    except ProblemFault:
        return "day", None, ""


def _next(days: Sequence[str]) -> tuple[str, int]:
    """The day after the last, and the last day of its kind."""
    try:
        dates = [date.fromisoformat(day) for day in days]
        after = dates[-1] + timedelta(days=1)
    except (ValueError, OverflowError):
        return f"{days[-1]} + 1", len(days) - 1
    alike = [number for number, day in enumerate(dates) if (day.weekday() >= WEEKEND) == (after.weekday() >= WEEKEND)]
    return after.isoformat(), alike[-1] if alike else len(days) - 1


def _bought(what: str, plan: Plan, other: Plan, like: str) -> Bought:
    before = {stop.id for row in plan.rows for stop in row.stops}
    hosts = dict.fromkeys(stop.id for row in other.rows for stop in row.stops if stop.id not in before)
    # A plan found in too little time may be below the first; the first stays possible with a day more.
    return Bought(
        what=what,
        prize=other.prize,
        gained=other.prize - plan.prize,
        gained_at_most=other.bound - plan.prize,
        hosts=tuple(hosts),
        like=like,
    )
