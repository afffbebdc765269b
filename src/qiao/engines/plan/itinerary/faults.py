"""What is wrong with a problem, each fault as one sentence that names where it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qiao.engines.plan.itinerary.problem import Event, Host, Problem

MOST_HOSTS = 10_000
MOST_DAYS = 60
MOST_PARTIES = 20
LONGEST = 100_000  # minutes; more is a slip of the pen


def faults_of(problem: Problem) -> tuple[str, ...]:
    """Every fault found, in the order of the problem's parts; none for a sound problem."""
    return (*_of_size(problem), *_of_frame(problem), *_of_travel(problem), *_of_stops(problem))


def _of_size(problem: Problem) -> Iterator[str]:
    if not 1 <= len(problem.days) <= MOST_DAYS:
        yield f"Expected 1 to {MOST_DAYS} days, found {len(problem.days)}."
    if len(problem.hosts) > MOST_HOSTS:
        yield f"Expected at most {MOST_HOSTS} hosts, found {len(problem.hosts)}."
    for what, ids in (
        ("day", problem.days),
        ("place", problem.places),
        ("host or event", [stop.id for stop in problem.appointments]),
    ):
        for twice in _repeated(ids):
            yield f"The {what} {twice} is listed more than once."


def _of_frame(problem: Problem) -> Iterator[str]:
    if problem.day_window[0] > problem.day_window[1]:
        yield f"Expected a day that opens before it closes, found {problem.day_window[0]} to {problem.day_window[1]}."
    known = set(problem.places)
    ends = [("start", problem.start_place), ("end", problem.end_place)]
    for what, place in [*ends, *(("hotel", place) for place in problem.hotel_places)]:
        if place not in known:
            yield f"The {what} is in {place}, which is no place of the problem."
    if len(problem.days) > 1 and not problem.hotel_places:
        yield "Expected at least one hotel place for the nights, found none."
    if not 1 <= problem.parties <= MOST_PARTIES:
        yield f"Expected 1 to {MOST_PARTIES} parties, found {problem.parties}."
    if problem.most_a_day is not None and problem.most_a_day < 0:
        yield f"Expected a number of appointments a day of 0 or more, found {problem.most_a_day}."
    lunch = problem.lunch
    if lunch is not None and (lunch.minutes < 0 or lunch.earliest > lunch.latest):
        yield f"Lunch of {lunch.minutes} minutes cannot begin between {lunch.earliest} and {lunch.latest}."
    if min(problem.slack.leg, problem.slack.intercity) < 0:
        yield "Expected slack of 0 minutes or more, found a negative one."
    for name, count in problem.resources.items():
        if count < 0:
            yield f"Expected 0 or more of {name}, found {count}."


def _of_travel(problem: Problem) -> Iterator[str]:
    for origin in problem.places:
        row = problem.travel.get(origin, {})
        missing = [goal for goal in problem.places if goal not in row]
        if missing:
            yield f"The travel times from {origin} say nothing of {', '.join(missing[:3])}."
        for goal, minutes in row.items():
            if not 0 <= minutes <= LONGEST:
                yield f"Expected a travel time of 0 or more minutes from {origin} to {goal}, found {minutes}."
    for first, row in problem.legs.items():  # legs of stops that are not listed say nothing here
        for second, minutes in row.items():
            if not 0 <= minutes <= LONGEST:
                yield f"Expected a leg of 0 or more minutes from {first} to {second}, found {minutes}."


def _of_stops(problem: Problem) -> Iterator[str]:
    known = set(problem.places)
    for stop in problem.appointments:
        if stop.place not in known:
            yield f"{stop.id} is in {stop.place or 'no place'}, which is no place of the problem."
        if stop.minutes < 1:
            yield f"Expected {stop.id} to last at least a minute, found {stop.minutes}."
    for host in problem.hosts:
        yield from _of_host(host, len(problem.days))
    for event in problem.events:
        yield from _of_event(event, len(problem.days))


def _of_host(host: Host, days: int) -> Iterator[str]:
    if not 1 <= host.prize <= 100:
        yield f"Expected a prize of 1 to 100 for {host.id}, found {host.prize}."
    for window in host.windows:
        if not 0 <= window.day < days:
            yield f"A window of {host.id} is on a day outside the mission."
        if window.opens > window.closes:
            yield f"A window of {host.id} closes at {window.closes}, before it opens at {window.opens}."
        if max(abs(window.opens), abs(window.closes)) > LONGEST:
            yield f"Expected the hours of {host.id} as minutes of a day, found {window.opens} to {window.closes}."


def _of_event(event: Event, days: int) -> Iterator[str]:
    if not 0 <= event.day < days:
        yield f"The event {event.id} is on a day outside the mission."


def _repeated(ids: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(ids).items() if times > 1]
