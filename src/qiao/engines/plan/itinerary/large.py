"""Missions with far more candidates than days can hold: the likeliest are planned, and a plain bound covers all."""

from __future__ import annotations

from dataclasses import replace

from qiao.engines.plan.itinerary.problem import Event, Host, Problem
from qiao.engines.plan.itinerary.result import Dropped, Plan, PlanStatus

LARGEST = 480  # hosts that are looked at with proof
BESIDE = 240  # hosts looked at of a larger mission


def is_large(problem: Problem) -> bool:
    """Whether the whole problem is too large to be searched as it is."""
    return len(problem.hosts) > LARGEST


def likeliest(problem: Problem) -> Problem:
    """The mission with its duties, the hosts of the greatest prizes, and those of the greatest prize an hour."""
    able = [host for host in problem.hosts if not host.must and _fits(host)]
    by_prize = sorted(able, key=lambda host: (-host.prize, host.minutes, host.id))[: BESIDE // 2]
    by_hour = sorted(able, key=lambda host: (-host.prize / host.minutes, host.id))[: BESIDE // 2]
    kept = {host.id for host in (*by_prize, *by_hour)}
    return replace(problem, hosts=tuple(host for host in problem.hosts if host.must or host.id in kept))


def of_all(problem: Problem, few: Problem, plan: Plan) -> Plan:
    """The plan of the likeliest as a plan of all: a bound that holds for all, and every host left out named."""
    if plan.status == PlanStatus.INFEASIBLE:
        return plan
    looked_at = {host.id for host in few.hosts}
    rest = tuple(Dropped(host.id, _because(host)) for host in problem.hosts if host.id not in looked_at)
    bound = max(float(plan.prize), _most_prize(problem))
    proven = bound < plan.prize + 1
    status = PlanStatus.OPTIMAL if proven else PlanStatus.FEASIBLE
    return replace(plan, status=status, bound=bound, dropped=(*plan.dropped, *rest))


def _fits(host: Host) -> bool:
    return any(window.closes - window.opens >= host.minutes for window in host.windows)


def _because(host: Host) -> str:
    if not _fits(host):
        return "No window holds the whole appointment on a day of the mission."
    return "Not looked at in the time given: others bring more for their time."


def _most_prize(problem: Problem) -> float:
    """The greatest prizes that the number of appointments, and the minutes of all days, leave room for."""
    able = [host for host in problem.hosts if _fits(host)]
    count, minutes = len(able), _minutes(problem)
    if problem.most_a_day is not None:
        attended = sum(problem.parties if event.everyone else 1 for event in problem.events)
        count = max(0, problem.most_a_day * len(problem.days) * problem.parties - attended)
    by_count = float(sum(sorted((host.prize for host in able), reverse=True)[:count]))
    by_hours = 0.0
    for host in sorted(able, key=lambda host: -host.prize / host.minutes):
        share = min(1.0, minutes / host.minutes)
        by_hours += share * host.prize
        minutes -= share * host.minutes
        if minutes <= 0:
            break
    return min(by_count, by_hours)


def _minutes(problem: Problem) -> float:
    """Minutes that all parties have for hosts, each day from its opening to its close."""
    opens = [problem.day_window[0]] * len(problem.days)
    closes = [problem.day_window[1]] * len(problem.days)
    opens[0], closes[-1] = problem.start_earliest, problem.end_latest
    whole = problem.parties * sum(max(0, close - open_) for open_, close in zip(opens, closes, strict=True))
    return float(whole - sum(_attended(problem, event) for event in problem.events))


def _attended(problem: Problem, event: Event) -> int:
    return event.minutes * (problem.parties if event.everyone else 1)
