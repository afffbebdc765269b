"""The best prize of a tiny mission by trying everything: every way through the nights, every order, every lunch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product

from qiao.engines.plan.itinerary.problem import Event, Host, Problem

Stop = Host | Event


def best_prize(problem: Problem) -> int | None:
    """The prize of the best plan; None when there is none. Scarce resources are left out of account."""
    best: int | None = None
    last = len(problem.days) - 1
    for nights in product(problem.hotel_places, repeat=last):
        mornings = [problem.start_place, *nights]
        evenings = [*nights, problem.end_place]
        for split in _splits(problem):
            if all(
                _fits(problem, day, mornings[day], evenings[day], split[day][party])
                for day in range(last + 1)
                for party in range(problem.parties)
            ):
                met = {stop.id for day in split for own in day for stop in own}
                prize = sum(host.prize for host in problem.hosts if host.id in met)
                best = prize if best is None else max(best, prize)
    return best


def _splits(problem: Problem) -> Iterator[list[list[list[Stop]]]]:
    """Every way of giving each stop to a day and party, or to none, as the rules on musts and events allow."""
    seats = [(day, party) for day in range(len(problem.days)) for party in range(problem.parties)]
    choices: list[Sequence[tuple[tuple[int, int], ...]]] = []
    for host in problem.hosts:
        own = [(seat,) for seat in seats if any(w.day == seat[0] for w in host.windows)]
        choices.append(own if host.must else [*own, ()])
    for event in problem.events:
        every = tuple((event.day, party) for party in range(problem.parties))
        some = [
            tuple(seat for seat, taken in zip(every, mask, strict=True) if taken)
            for mask in product((0, 1), repeat=len(every))
            if any(mask)
        ]
        choices.append([every] if event.everyone else some)
    for choice in product(*choices):
        split: list[list[list[Stop]]] = [[[] for _ in range(problem.parties)] for _ in problem.days]
        for stop, taken in zip(problem.appointments, choice, strict=True):
            for day, party in taken:
                split[day][party].append(stop)
        yield split


def _fits(problem: Problem, day: int, morning: str, night: str, stops: list[Stop]) -> bool:
    if problem.most_a_day is not None and len(stops) > problem.most_a_day:
        return False
    lunches = (
        [None] if problem.lunch is None else [(gap, after) for gap in range(len(stops) + 1) for after in (False, True)]
    )
    return any(_timed(problem, day, morning, night, order, lunch) for order in permutations(stops) for lunch in lunches)


def _timed(
    problem: Problem, day: int, morning: str, night: str, order: Sequence[Stop], lunch: tuple[int, bool] | None
) -> bool:
    """Whether the order fits when lunch lies in one gap, before or after its leg."""
    opens = problem.start_earliest if day == 0 else problem.day_window[0]
    closes = problem.end_latest if day == len(problem.days) - 1 else problem.day_window[1]
    if not order:
        if morning == night:
            return True
        leg = _way(problem, morning, night)
        if opens + leg > closes:
            return False
        meal = problem.lunch
        if meal is None or lunch is None:
            return True
        if lunch[1]:
            return max(opens + leg, meal.earliest) <= meal.latest
        return max(opens, meal.earliest + meal.minutes) + leg <= closes
    now = home = opens
    for gap in range(len(order) + 1):
        if gap == 0:
            leg = _way(problem, morning, order[0].place)
        elif gap == len(order):
            leg = _way(problem, order[-1].place, night)
        else:
            leg = _leg(problem, order[gap - 1], order[gap])
        if gap == len(order) and lunch == (gap, True):
            home = now + leg  # what is eaten after the last arrival does not delay it
            return (
                home <= closes
                and problem.lunch is not None
                and max(home, problem.lunch.earliest) <= problem.lunch.latest
            )
        now, free = _gap(problem, now, leg, lunch, gap, first=gap == 0)
        if not free:
            return False
        home = now
        if gap == len(order):
            break
        begins = _begins(order[gap], day, now)
        if begins is None:
            return False
        now = begins + order[gap].minutes
    return home <= closes


def _gap(
    problem: Problem, now: int, leg: int, lunch: tuple[int, bool] | None, gap: int, *, first: bool
) -> tuple[int, bool]:
    meal = problem.lunch
    if meal is None or lunch is None or lunch[0] != gap:
        return now + leg, True
    if lunch[1]:
        begins = max(now + leg, meal.earliest)
        return begins + meal.minutes, begins <= meal.latest
    begins = meal.earliest if first else max(now, meal.earliest)
    return max(now, begins + meal.minutes) + leg, begins <= meal.latest


def _begins(stop: Stop, day: int, now: int) -> int | None:
    if isinstance(stop, Event):
        return stop.start if stop.day == day and now <= stop.start else None
    found = [max(now, w.opens) for w in stop.windows if w.day == day and max(now, w.opens) + stop.minutes <= w.closes]
    return min(found, default=None)


def _way(problem: Problem, origin: str, goal: str) -> int:
    return problem.travel[origin][goal] + (problem.slack.leg if origin == goal else problem.slack.intercity)


def _leg(problem: Problem, one: Stop, other: Stop) -> int:
    own = problem.legs.get(one.id, {}).get(other.id, problem.travel[one.place][other.place])
    return own + (problem.slack.leg if one.place == other.place else problem.slack.intercity)
