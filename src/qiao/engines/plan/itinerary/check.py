"""A plan checked against its problem alone: every rule recomputed, nothing taken from a solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from qiao.engines.plan.itinerary.problem import Event, Host, Problem
from qiao.engines.plan.itinerary.result import Plan, PlanStatus, Row, Stop


def broken_rules(problem: Problem, plan: Plan) -> Iterator[str]:
    """Every rule that the plan breaks, as sentences; none when it keeps them all."""
    if plan.status == PlanStatus.INFEASIBLE:
        if not plan.clash:
            yield "A plan that is impossible names what clashes; this one names nothing."
        return
    shape = [*_of_shape(problem, plan)]
    shape = shape or [*_of_nights(problem, plan)]
    yield from shape
    if shape:
        return  # the rest would read rows and places that are not there
    morning = problem.start_place
    for day, rows in _by_day(problem, plan):
        for row in rows:
            yield from _of_row(problem, day, row, morning)
        morning = rows[0].night
    yield from _of_meeting_once(problem, plan)
    yield from _of_resources(problem, plan)
    yield from _of_prize(problem, plan)


def _of_shape(problem: Problem, plan: Plan) -> Iterator[str]:
    expected = [(day, party) for day in problem.days for party in range(problem.parties)]
    found = sorted(((row.day, row.party) for row in plan.rows), key=lambda one: (_index(problem, one[0]), one))
    if found != expected:
        yield "Expected one row for every day and party, each once."
    days = [_index(problem, row.day) for row in plan.rows]
    if days != sorted(days):
        yield "Expected the days in order."
    known = {one.id for one in problem.appointments}
    for row in plan.rows:
        for stop in row.stops:
            if stop.id not in known:
                yield f"{row.day}: {stop.id} is no host or event of the problem."


def _of_nights(problem: Problem, plan: Plan) -> Iterator[str]:
    for day, rows in _by_day(problem, plan):
        nights = {row.night for row in rows}
        if len(nights) > 1:
            yield f"{problem.days[day]}: the parties sleep apart, in {', '.join(sorted(nights))}."
        last = day == len(problem.days) - 1
        allowed = {problem.end_place} if last else set(problem.hotel_places)
        for night in nights - allowed:
            yield f"{problem.days[day]}: the night is in {night}, where none may be spent."


def _of_row(problem: Problem, day: int, row: Row, morning: str) -> Iterator[str]:
    where = problem.days[day] + (f", party {row.party}" if problem.parties > 1 else "")
    for stop in row.stops:
        yield from _of_stop(problem, day, stop, where)
    yield from _of_legs(problem, day, row, morning, where)
    most = problem.most_a_day
    if most is not None and len(row.stops) > most:
        yield f"{where}: {len(row.stops)} appointments, at most {most} are allowed."
    if problem.lunch is not None and not _has_lunch(problem, day, row, morning):
        yield f"{where}: no time is left for lunch."


def _of_stop(problem: Problem, day: int, stop: Stop, where: str) -> Iterator[str]:
    wanted = _wanted(problem, stop)
    if stop.end - stop.start != wanted.minutes:
        yield f"{where}: {stop.id} lasts {stop.end - stop.start} minutes, expected {wanted.minutes}."
    if stop.arrive > stop.start:
        yield f"{where}: {stop.id} is reached at {stop.arrive}, after it began at {stop.start}."
    if isinstance(wanted, Event):
        if (wanted.day, wanted.start) != (day, stop.start):
            yield f"{where}: {stop.id} begins at {stop.start}, expected {wanted.start} on {problem.days[wanted.day]}."
    elif not any(w.day == day and w.opens <= stop.start and stop.end <= w.closes for w in wanted.windows):
        yield f"{where}: {stop.id} from {stop.start} to {stop.end} lies in no window of its host."


def _of_legs(problem: Problem, day: int, row: Row, morning: str, where: str) -> Iterator[str]:
    opens, closes = _opens(problem, day), _closes(problem, day)
    if not row.stops:
        if morning != row.night and opens + _between(problem, morning, row.night) > closes:
            yield f"{where}: {row.night} cannot be reached from {morning} by {closes}."
        return
    reached = opens + _between(problem, morning, _wanted(problem, row.stops[0]).place)
    yield from _in_time(row.stops[0], reached, where)
    for before, after in pairwise(row.stops):
        leg = _leg(problem, _wanted(problem, before), _wanted(problem, after))
        yield from _in_time(after, before.end + leg, where)
    last = row.stops[-1]
    home = last.end + _between(problem, _wanted(problem, last).place, row.night)
    if home > closes:
        yield f"{where}: {row.night} is reached at {home} after {last.id}, expected by {closes}."


def _in_time(stop: Stop, reached: int, where: str) -> Iterator[str]:
    if stop.arrive < reached:
        yield f"{where}: {stop.id} cannot be reached before {reached}, the plan says {stop.arrive}."


def _has_lunch(problem: Problem, day: int, row: Row, morning: str) -> bool:
    lunch = problem.lunch
    assert lunch is not None
    begins = [(max(free_from, lunch.earliest), free_to) for free_from, free_to in _free(problem, day, row, morning)]
    return any(begin <= lunch.latest and begin + lunch.minutes <= free_to for begin, free_to in begins)


def _free(problem: Problem, day: int, row: Row, morning: str) -> list[tuple[float, float]]:
    """The stretches in which nobody is at a stop or on a leg, each leg taken as late or as early as it may be.

    Time before the first departure and after the last arrival is free without end.
    """
    opens, closes = _opens(problem, day), _closes(problem, day)
    if not row.stops:
        if morning == row.night:
            return [(-inf, inf)]
        leg = _between(problem, morning, row.night)
        return [(-inf, closes - leg), (opens + leg, inf)]
    first, last = row.stops[0], row.stops[-1]
    out = _between(problem, morning, _wanted(problem, first).place)
    home = _between(problem, _wanted(problem, last).place, row.night)
    free: list[tuple[float, float]] = [(-inf, first.start - out), (opens + out, first.start)]
    for before, after in pairwise(row.stops):
        leg = _leg(problem, _wanted(problem, before), _wanted(problem, after))
        free += [(before.end, after.start - leg), (before.end + leg, after.start)]
    return [*free, (last.end, closes - home), (last.end + home, inf)]


def _of_meeting_once(problem: Problem, plan: Plan) -> Iterator[str]:
    times = Counter(stop.id for row in plan.rows for stop in row.stops)
    for host in problem.hosts:
        if times[host.id] > 1:
            yield f"{host.id} is met {times[host.id]} times, expected at most once."
        if host.must and not times[host.id]:
            yield f"{host.id} must be met and is not in the plan."
    for event in problem.events:
        present = {row.party for row in plan.rows if any(stop.id == event.id for stop in row.stops)}
        expected = problem.parties if event.everyone else 1
        if len(present) < expected:
            yield f"{event.id} is attended by {len(present)} parties, expected {expected}."
        if times[event.id] > len(present):
            yield f"A party attends {event.id} more than once."


def _of_resources(problem: Problem, plan: Plan) -> Iterator[str]:
    for day, rows in _by_day(problem, plan):
        stops = [stop for row in rows for stop in row.stops]
        for name in sorted({need for stop in stops for need in _needs(problem, stop)}):
            using = [stop for stop in stops if name in _needs(problem, stop)]
            most = problem.resources.get(name)
            at_once = max(sum(one.start <= begin.start < one.end for one in using) for begin in using)
            if most is not None and at_once > most:
                yield f"{problem.days[day]}: {at_once} parties need {name} at once, {most} can have it."


def _of_prize(problem: Problem, plan: Plan) -> Iterator[str]:
    met = {stop.id for row in plan.rows for stop in row.stops}
    prize = sum(host.prize for host in problem.hosts if host.id in met)
    if plan.prize != prize:
        yield f"The prizes of the hosts met add up to {prize}, the plan says {plan.prize}."
    if plan.bound < plan.prize - 1e-6:
        yield f"The bound {plan.bound} lies below the prize {plan.prize}."
    if plan.status == PlanStatus.OPTIMAL and plan.bound >= plan.prize + 1:
        yield f"A plan called optimal has a bound below {plan.prize + 1}; found {plan.bound}."


def _by_day(problem: Problem, plan: Plan) -> list[tuple[int, list[Row]]]:
    return [(index, [row for row in plan.rows if row.day == day]) for index, day in enumerate(problem.days)]


def _needs(problem: Problem, stop: Stop) -> tuple[str, ...]:
    wanted = _wanted(problem, stop)
    return wanted.needs if isinstance(wanted, Host) else ()


def _wanted(problem: Problem, stop: Stop) -> Host | Event:
    return next(one for one in problem.appointments if one.id == stop.id)


def _opens(problem: Problem, day: int) -> int:
    """Before which minute nobody leaves."""
    return problem.start_earliest if day == 0 else problem.day_window[0]


def _closes(problem: Problem, day: int) -> int:
    """By which minute all are where they sleep."""
    return problem.end_latest if day == len(problem.days) - 1 else problem.day_window[1]


def _between(problem: Problem, origin: str, goal: str) -> int:
    """Minutes of a leg between two points of these places, slack counted."""
    return problem.travel[origin][goal] + (problem.slack.leg if origin == goal else problem.slack.intercity)


def _leg(problem: Problem, first: Host | Event, second: Host | Event) -> int:
    """Minutes of the leg from one stop to the next, slack counted."""
    own = problem.legs.get(first.id, {}).get(second.id)
    slack = problem.slack.leg if first.place == second.place else problem.slack.intercity
    return (problem.travel[first.place][second.place] if own is None else own) + slack


def _index(problem: Problem, day: str) -> int:
    return problem.days.index(day) if day in problem.days else len(problem.days)
