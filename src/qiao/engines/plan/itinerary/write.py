"""Chosen days written out as a plan."""

from __future__ import annotations

from collections.abc import Sequence

from qiao.engines.plan.itinerary.column import Column
from qiao.engines.plan.itinerary.grid import Day
from qiao.engines.plan.itinerary.problem import Host, Problem
from qiao.engines.plan.itinerary.result import Dropped, Plan, PlanStatus, Row, Stop
from qiao.engines.plan.itinerary.together import Party


def written(
    problem: Problem,
    days: Sequence[Day],
    columns: Sequence[Column],
    parties: Sequence[Sequence[Party]],
    *,
    bound: float,
    cpu_seconds: float,
) -> Plan:
    """The plan of these days. Its status is optimal when no whole prize lies between prize and bound."""
    rows = [row for day, timed in zip(days, parties, strict=True) for row in _rows(problem, day, columns, timed)]
    met = {stop.id for row in rows for stop in row.stops}
    prize = sum(host.prize for host in problem.hosts if host.id in met)
    proven = bound < prize + 1
    return Plan(
        status=PlanStatus.OPTIMAL if proven else PlanStatus.FEASIBLE,
        prize=prize,
        bound=max(float(prize), bound),
        rows=tuple(rows),
        dropped=tuple(Dropped(host.id, _because(host, days, problem)) for host in problem.hosts if host.id not in met),
        cpu_seconds=cpu_seconds,
    )


def _rows(problem: Problem, day: Day, columns: Sequence[Column], timed: Sequence[Party]) -> list[Row]:
    own = [column for column in columns if column.day == day.index]
    return [
        Row(
            day=problem.days[day.index],
            night=day.nights[own[number].night],
            party=number,
            stops=tuple(
                Stop(problem.appointments[int(day.stops[stop])].id, hours.reached, hours.begins, hours.ends)
                for stop, hours in zip(party.stops, party.hours, strict=True)
            ),
        )
        for number, party in enumerate(timed)
    ]


def _because(host: Host, days: Sequence[Day], problem: Problem) -> str:
    number = problem.appointments.index(host)
    if not host.windows:
        return "No hours are known."
    if not any(number in day.stops for day in days):
        return "No window holds the whole appointment on a day of the mission."
    return "Other appointments are worth more in the same hours."
