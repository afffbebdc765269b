"""Problems and plans as JSON, in the forms of `qiao plan itinerary`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from qiao.engines.plan.itinerary.problem import Event, Host, Lunch, Problem, ProblemFault, Slack, Status, Window
from qiao.engines.plan.itinerary.result import Dropped, Plan, PlanStatus, Row, Stop

Json = Mapping[str, Any]

GREATEST = 1_000_000  # of any number of a problem: minutes, prizes and counts are far smaller


class Malformed(ValueError):
    """The JSON is no problem or plan of ours: one plain sentence says where."""


def problem_from_json(read: Any) -> Problem:
    """A problem. Raises Malformed for a form that is not ours, ProblemFault for one that contradicts itself."""
    top = _object(read, "the problem")
    days = tuple(_text(day, "days") for day in _list(top, "days", "the problem"))
    places = [_object(place, "a place") for place in _list(top, "places", "the problem")]
    start, end = _object(_need(top, "start"), "start"), _object(_need(top, "end"), "end")
    _check_ends(days, start, end)
    return Problem(
        days=days,
        day_window=_pair(_need(top, "day_window"), "day_window"),
        places=tuple(_text(_need(place, "id"), "a place's id") for place in places),
        travel=_matrix(_need(top, "travel_minutes"), "travel_minutes"),
        start_place=_text(_need(start, "place"), "start"),
        start_earliest=_minutes(_need(start, "earliest"), "start"),
        end_place=_text(_need(end, "place"), "end"),
        end_latest=_minutes(_need(end, "latest"), "end"),
        hotel_places=tuple(_text(place, "hotel_places") for place in _list(top, "hotel_places", "the problem")),
        hosts=tuple(_host(_object(host, "a host"), days) for host in _list(top, "hosts", "the problem")),
        events=tuple(_event(_object(event, "an event"), days) for event in _many(top, "events", "the problem")),
        legs=_matrix(top.get("legs") or {}, "legs"),
        lunch=_lunch(top.get("lunch")),
        most_a_day=_optional(top, "max_appointments_per_day"),
        parties=_minutes(top.get("parties", 1), "parties"),
        resources={
            name: _minutes(count, f"resources, {name}")
            for name, count in _object(top.get("resources") or {}, "resources").items()
        },
        slack=_slack(top.get("slack")),
        names={place["id"]: str(place.get("name", place["id"])) for place in places},
    )


def plan_from_json(read: Any) -> Plan:
    """A plan, as `plan_to_json` writes it. Raises Malformed."""
    top = _object(read, "the plan")
    status = top.get("status")
    if not isinstance(status, str) or status not in set(PlanStatus):
        raise Malformed(f"Expected a status of {', '.join(PlanStatus)}, found {status!r}.")
    rows = [_object(row, "a day of the plan") for row in _many(top, "days", "the plan")]
    prize = top.get("prize", 0)
    bound = top.get("bound", prize)
    return Plan(
        status=PlanStatus(status),
        prize=_minutes(prize, "prize"),
        bound=_number(bound, "bound"),
        rows=tuple(_row(row) for row in rows),
        dropped=tuple(_dropped(_object(one, "a dropped host")) for one in _many(top, "dropped", "the plan")),
        clash=tuple(str(one) for one in _many(top, "clash", "the plan")),
    )


def plan_to_json(plan: Plan, *, replanned: bool = False) -> dict[str, Any]:
    """The form of the contract; `moved` and `added` only when an earlier plan was changed."""
    if plan.status == PlanStatus.INFEASIBLE:
        return {"status": plan.status.value, "clash": list(plan.clash), "cpu_seconds": round(plan.cpu_seconds, 3)}
    told: dict[str, Any] = {
        "status": plan.status.value,
        "prize": plan.prize,
        "bound": round(plan.bound, 6),
        "cpu_seconds": round(plan.cpu_seconds, 3),
        "days": [
            {
                "day": row.day,
                "night": row.night,
                "party": row.party,
                "stops": [{"id": s.id, "arrive": s.arrive, "start": s.start, "end": s.end} for s in row.stops],
            }
            for row in plan.rows
        ],
        "dropped": [{"id": one.id, "because": one.because, "exchange": list(one.exchange)} for one in plan.dropped],
    }
    if replanned:
        told |= {"moved": list(plan.moved), "added": list(plan.added)}
    return told


def _check_ends(days: Sequence[str], start: Json, end: Json) -> None:
    """The journey begins on the first day and ends on the last, as the form says."""
    if days and start.get("day", days[0]) != days[0]:
        raise ProblemFault((f"The start is on {start['day']}, expected the first day {days[0]}.",))
    if days and end.get("day", days[-1]) != days[-1]:
        raise ProblemFault((f"The end is on {end['day']}, expected the last day {days[-1]}.",))


def _host(read: Json, days: Sequence[str]) -> Host:
    name = _text(_need(read, "id"), "a host's id")
    status = Status.CONFIRMED if read.get("status") is None else read["status"]
    if not isinstance(status, str) or status not in set(Status):
        raise Malformed(f"Expected a status of {', '.join(Status)} for {name}, found {status!r}.")
    return Host(
        id=name,
        place=_text(read.get("place") or "", name),
        prize=_minutes(_need(read, "prize", name), name),
        minutes=_minutes(_need(read, "minutes", name), name),
        windows=tuple(_window(window, days, name) for window in _list(read, "windows", name)),
        must=_yes(read, "must", name, otherwise=False),
        status=Status(status),
        needs=tuple(_text(need, name) for need in _many(read, "needs", name)),
    )


def _window(read: Any, days: Sequence[str], name: str) -> Window:
    if not isinstance(read, list | tuple) or len(read) != 3:
        raise Malformed(f"Expected windows of {name} as a day and two minutes, found {read!r}.")
    return Window(_day(read[0], days), _minutes(read[1], name), _minutes(read[2], name))


def _event(read: Json, days: Sequence[str]) -> Event:
    name = _text(_need(read, "id"), "an event's id")
    return Event(
        id=name,
        place=_text(read.get("place") or "", name),
        day=_day(_need(read, "day", name), days),
        start=_minutes(_need(read, "start", name), name),
        minutes=_minutes(_need(read, "minutes", name), name),
        everyone=_yes(read, "everyone", name, otherwise=True),
    )


def _day(read: Any, days: Sequence[str]) -> int:
    """The index of a day; one outside the mission is told by the problem itself, with the name of what lies there."""
    return days.index(read) if read in days else -1


def _lunch(read: Any) -> Lunch | None:
    if read is None:
        return None
    said = _object(read, "lunch")
    return Lunch(*(_minutes(_need(said, key, "lunch"), "lunch") for key in ("minutes", "earliest", "latest")))


def _slack(read: Any) -> Slack:
    said = _object(read or {}, "slack")
    return Slack(_minutes(said.get("leg", 0), "slack"), _minutes(said.get("intercity", 0), "slack"))


def _row(read: Json) -> Row:
    day = _text(_need(read, "day"), "a day of the plan")
    stops = [_object(stop, f"a stop of {day}") for stop in _many(read, "stops", day)]
    return Row(
        day=day,
        night=_text(_need(read, "night", day), day),
        party=_minutes(read.get("party", 0), day),
        stops=tuple(
            Stop(
                _text(_need(stop, "id", day), day),
                *(_minutes(_need(stop, key, day), f"{day}, {key}") for key in ("arrive", "start", "end")),
            )
            for stop in stops
        ),
    )


def _dropped(read: Json) -> Dropped:
    return Dropped(
        _text(_need(read, "id"), "a dropped host"),
        str(read.get("because", "")),
        tuple(str(one) for one in _many(read, "exchange", "a dropped host")),
    )


def _object(read: Any, what: str) -> Json:
    if not isinstance(read, Mapping):
        raise Malformed(f"Expected {what} as an object, found {_shown(read)}.")
    return read


def _list(read: Json, key: str, what: str) -> Sequence[Any]:
    found = _need(read, key, what)
    if not isinstance(found, list):
        raise Malformed(f"Expected {key} of {what} as a list, found {_shown(found)}.")
    return found


def _yes(read: Json, key: str, what: str, *, otherwise: bool) -> bool:
    found = read.get(key)
    if found is not None and not isinstance(found, bool):
        raise Malformed(f"Expected {key} of {what} as true or false, found {_shown(found)}.")
    return otherwise if found is None else found


def _many(read: Json, key: str, what: str) -> Sequence[Any]:
    """A list that may be absent."""
    return () if read.get(key) is None else _list(read, key, what)


def _need(read: Json, key: str, what: str = "the problem") -> Any:
    if key not in read:
        raise Malformed(f"Expected {key} in {what}, found none.")
    return read[key]


def _text(read: Any, what: str) -> str:
    if not isinstance(read, str):
        raise Malformed(f"Expected text in {what}, found {_shown(read)}.")
    return read


def _minutes(read: Any, what: str) -> int:
    if isinstance(read, bool) or not isinstance(read, int | float) or not isfinite(read) or read != int(read):
        raise Malformed(f"Expected a whole number in {what}, found {_shown(read)}.")
    if abs(read) > GREATEST:
        raise Malformed(f"Expected a number of at most {GREATEST} in {what}, found {_shown(read)}.")
    return int(read)


def _number(read: Any, what: str) -> float:
    if isinstance(read, bool) or not isinstance(read, int | float):
        raise Malformed(f"Expected a number in {what}, found {_shown(read)}.")
    return float(read)


def _optional(read: Json, key: str) -> int | None:
    return None if read.get(key) is None else _minutes(read[key], key)


def _pair(read: Any, what: str) -> tuple[int, int]:
    if not isinstance(read, list) or len(read) != 2:
        raise Malformed(f"Expected two minutes in {what}, found {_shown(read)}.")
    return _minutes(read[0], what), _minutes(read[1], what)


def _matrix(read: Any, what: str) -> dict[str, dict[str, int]]:
    rows = _object(read, what)
    return {
        origin: {goal: _minutes(minutes, f"{what}, {origin}") for goal, minutes in _object(row, what).items()}
        for origin, row in rows.items()
    }


def _shown(read: Any) -> str:
    return repr(read)[:60]
