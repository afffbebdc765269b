"""A plan changed under way: what has begun stays, promises are kept where they can be, the rest is planned again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qiao.engines.plan.itinerary.carry import carried
from qiao.engines.plan.itinerary.clash import clash_of
from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.frozen import Frozen, freeze
from qiao.engines.plan.itinerary.keep import keep_hours
from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.problem import Host, Problem, Status
from qiao.engines.plan.itinerary.result import Dropped, Plan, PlanStatus
from qiao.engines.plan.itinerary.search import Best, Search
from qiao.engines.plan.itinerary.worth import Worth, prizes
from qiao.engines.plan.itinerary.write import written

GIVEN_UP = 0.02  # of the prize at most, for keeping promises
PROMISE = {Status.CONFIRMED: 1.0, Status.ASKED: 0.5, Status.WISHED: 0.2}
NIGHT = 0.1  # of a confirmed appointment: a hotel can be changed, yet hours hang on it
TRIES = (40.0, 15.0, 5.0, 1.0)  # what keeping a confirmed appointment on its day is worth, in points of prize


@dataclass(frozen=True, slots=True)
class Since:
    """What began before this minute of this day stays."""

    day: int
    minute: int = 0


def replan(problem: Problem, previous: Plan, since: Since, *, seconds: float = 60.0, seed: int = 0) -> Plan:
    """Plan the rest of a mission again, moving as few promised appointments as 98 % of the best prize allows.

    problem    as it is known now.     previous   the plan that was being followed.
    Returns    the plan with `moved` (met at another hour or day than before) and `added`; its bound is that of the
               best prize still possible. Infeasible, with the clash, when what has begun leaves no way on.
    """
    began = cpu_seconds()
    held = freeze(problem, previous, since)
    start = carried(held.problem, held.days, previous)
    best, bound = _search(held, prizes(held.problem, held.days), began + seconds * 0.5, seed, start)
    if not best.columns:
        clash = clash_of(held.problem, held.days)
        return Plan(PlanStatus.INFEASIBLE, 0, 0.0, clash=clash, cpu_seconds=cpu_seconds() - began)
    least = (1.0 - GIVEN_UP) * best.worth
    for promise in TRIES:
        if cpu_seconds() - began > seconds * 0.8:
            break
        kept, _bound = _search(held, _promised(held, previous, promise), began + seconds, seed, start)
        if kept.columns and _prize(held.problem, kept) >= least:
            best = kept
            break
    parties = keep_hours(held.problem, held.days, best.columns, best.parties, _hours(previous))
    plan = written(held.problem, held.days, best.columns, parties, bound=bound, cpu_seconds=cpu_seconds() - began)
    return _compared(problem, plan, previous, since)


def _search(held: Frozen, worth: Worth, until: float, seed: int, start: Sequence[Column]) -> tuple[Best, float]:
    search = Search(held.problem, held.days, worth, until=until, seed=seed, start=start)
    return search.run(), search.bound


def _promised(held: Frozen, previous: Plan, promise: float) -> Worth:
    """Prizes, with something on top for meeting a host on the day that was planned, and for sleeping as planned."""
    worth = prizes(held.problem, held.days)
    number = {stop.id: place for place, stop in enumerate(held.problem.appointments)}
    for row in previous.rows:
        if row.day not in held.problem.days:
            continue
        day = held.days[held.problem.days.index(row.day)]
        if row.night in day.nights:
            worth.nights[day.index][day.nights.index(row.night)] = promise * NIGHT
        for stop in row.stops:
            wanted = held.problem.appointments[number[stop.id]] if stop.id in number else None
            if isinstance(wanted, Host):
                worth.stops[day.index, number[stop.id]] += promise * PROMISE[wanted.status]
    return worth


def _prize(problem: Problem, best: Best) -> float:
    met = {stop for column in best.columns for stop in column.stops}
    return float(sum(getattr(problem.appointments[stop], "prize", 0) for stop in met))


def _hours(plan: Plan) -> dict[str, tuple[str, int]]:
    """Stop -> the day and minute at which it was to begin."""
    return {stop.id: (row.day, stop.start) for row in plan.rows for stop in row.stops}


def _compared(problem: Problem, plan: Plan, previous: Plan, since: Since) -> Plan:
    before, after = _hours(previous), _hours(plan)
    hosts = {host.id for host in problem.hosts}
    moved = [one for one in after if one in hosts and one in before and before[one] != after[one]]
    added = [one for one in after if one in hosts and one not in before]
    promised_first = sorted(plan.dropped, key=lambda one: one.id not in before)
    dropped = [replace(one, because=_lost(one, before)) for one in promised_first]
    return replace(plan, moved=tuple(moved), added=tuple(added), dropped=tuple(dropped))


def _lost(one: Dropped, before: dict[str, tuple[str, int]]) -> str:
    return f"Was planned for {before[one.id][0]}. {one.because}" if one.id in before else one.because
