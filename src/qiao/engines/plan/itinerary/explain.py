"""Why a host was left out, told as an exchange: who would have to go for it."""

from __future__ import annotations

from dataclasses import replace

from qiao.engines.plan.itinerary.pool import cpu_seconds
from qiao.engines.plan.itinerary.result import Dropped, Plan
from qiao.engines.plan.itinerary.search import Search


def explained(search: Search, plan: Plan, *, seconds: float) -> Plan:
    """The plan with exchanges for the hosts left out, the greatest prizes first, as far as the seconds reach.

    Each exchange is a plan found with the host forced into it: dearer ones may exist, a cheaper one is possible only
    where the columns looked at do not hold it.
    """
    until = cpu_seconds() + seconds
    problem = search.problem
    prize = {host.id: host.prize for host in problem.hosts}
    number = {stop.id: place for place, stop in enumerate(problem.appointments)}
    reachable = {int(stop) for day in search.days for stop in day.stops}
    told: dict[str, Dropped] = {}
    for one in sorted(plan.dropped, key=lambda dropped: (-prize[dropped.id], dropped.id)):
        if cpu_seconds() >= until:
            break
        if number[one.id] in reachable:
            told[one.id] = _exchange(search, plan, one, number[one.id], prize[one.id], until - cpu_seconds())
    return replace(plan, dropped=tuple(told.get(one.id, one) for one in plan.dropped))


def _exchange(search: Search, plan: Plan, one: Dropped, stop: int, prize: int, seconds: float) -> Dropped:
    search.invite(stop)
    chosen = search.forced(stop, seconds=seconds)
    if chosen is None:
        return replace(one, because="No plan that keeps what must be met has an hour for it.")
    met = {search.problem.appointments[other].id for column in chosen for other in column.stops}
    planned = [each.id for row in plan.rows for each in row.stops]
    gone = tuple(dict.fromkeys(each for each in planned if each not in met))
    prizes = {host.id: host.prize for host in search.problem.hosts}
    cost = plan.prize - sum(prizes.get(each, 0) for each in met)
    if not gone:
        return replace(one, because=f"It fits beside the others, at the price of {max(cost, 0)} points.")
    return replace(
        one, because=f"It would cost {max(cost, 0)} points: {', '.join(gone)} would have to go.", exchange=gone
    )
