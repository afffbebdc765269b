"""Events and timetables as JSON, in the forms of `qiao plan timetable`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qiao.engines.plan.timetable.problem import Person, Problem, Request
from qiao.engines.plan.timetable.result import Held, Status, Timetable, Unheld

Json = Mapping[str, Any]
LONGEST_ID = 200


class Malformed(ValueError):
    """The text is no event or timetable of ours: one plain sentence says where."""


def problem_from_json(read: Any) -> Problem:
    """A problem. Raises Malformed for a form that is not ours, ProblemFault for one that contradicts itself."""
    top = _object(read, "the problem")
    return Problem(
        slots=_whole(_need(top, "slots", "the problem"), "slots"),
        tables=_whole(_need(top, "tables", "the problem"), "tables"),
        people=tuple(_person(_object(one, "a person")) for one in _list(top, "people")),
        requests=tuple(_request(_object(one, "a request")) for one in _list(top, "requests")),
    )


def timetable_from_json(read: Any) -> Timetable:
    """A timetable, as `timetable_to_json` writes it. Raises Malformed."""
    top = _object(read, "the timetable")
    status = top.get("status")
    if status not in set(Status):
        raise Malformed(f"Expected a status of {', '.join(Status)}, found {str(status)[:40]!r}.")
    figures = {name: _whole(top.get(name, 0), name) for name in ("held", "priority", "bound", "breaks", "idle_slots")}
    return Timetable(
        status=Status(status),
        meetings=tuple(_held(_object(one, "a meeting")) for one in _list_or_none(top, "meetings")),
        unheld=tuple(_unheld(_object(one, "an unheld")) for one in _list_or_none(top, "unheld")),
        clash=tuple(str(one) for one in _list_or_none(top, "clash")),
        **figures,
    )


def timetable_to_json(timetable: Timetable) -> dict[str, Any]:
    """The form of the contract."""
    seconds = round(timetable.cpu_seconds, 3)
    if timetable.status == Status.INFEASIBLE:
        return {"status": timetable.status.value, "clash": list(timetable.clash), "cpu_seconds": seconds}
    return {
        "status": timetable.status.value,
        "held": timetable.held,
        "priority": timetable.priority,
        "bound": timetable.bound,
        "breaks": timetable.breaks,
        "idle_slots": timetable.idle_slots,
        "cpu_seconds": seconds,
        "meetings": [{"id": one.id, "slot": one.slot, "table": one.table} for one in timetable.meetings],
        "unheld": [{"id": one.id, "because": one.because} for one in timetable.unheld],
    }


def _person(read: Json) -> Person:
    return Person(_text(_need(read, "id", "a person"), "a person's id"), _slots(read.get("forbidden"), "a person"))


def _request(read: Json) -> Request:
    name = _text(_need(read, "id", "a request"), "a request's id")
    fixed = read.get("fixed_slot")
    return Request(
        id=name,
        a=_text(_need(read, "a", f"request {name}"), f"a of request {name}"),
        b=_text(_need(read, "b", f"request {name}"), f"b of request {name}"),
        priority=_whole(read.get("priority", 1), f"the priority of request {name}"),
        fixed_slot=None if fixed is None else _whole(fixed, f"fixed_slot of request {name}"),
        forbidden=_slots(read.get("forbidden"), f"request {name}"),
    )


def _held(read: Json) -> Held:
    name = _text(_need(read, "id", "a meeting"), "a meeting's id")
    slot, table = (
        _whole(_need(read, what, f"meeting {name}"), f"{what} of meeting {name}") for what in ("slot", "table")
    )
    return Held(name, slot, table)


def _unheld(read: Json) -> Unheld:
    return Unheld(_text(_need(read, "id", "an unheld request"), "an id"), str(read.get("because", "")))


def _slots(read: Any, whose: str) -> frozenset[int]:
    if read is None:
        return frozenset()
    if not isinstance(read, list):
        raise Malformed(f"Expected the forbidden slots of {whose} as a list, found {_told(read)}.")
    return frozenset(_whole(one, f"a forbidden slot of {whose}") for one in read)


def _object(read: Any, what: str) -> Json:
    if not isinstance(read, Mapping):
        raise Malformed(f"Expected {what} as an object, found {_told(read)}.")
    return read


def _list(top: Json, name: str) -> list[Any]:
    found = _need(top, name, "the document")
    if not isinstance(found, list):
        raise Malformed(f"Expected {name} as a list, found {_told(found)}.")
    return found


def _list_or_none(top: Json, name: str) -> list[Any]:
    return _list(top, name) if top.get(name) is not None else []


def _need(read: Json, name: str, where: str) -> Any:
    if name not in read:
        raise Malformed(f"Expected {name} in {where}, found none.")
    return read[name]


def _text(read: Any, what: str) -> str:
    if not isinstance(read, str) or not 0 < len(read) <= LONGEST_ID:
        raise Malformed(f"Expected {what} as a text of 1 to {LONGEST_ID} characters, found {_told(read)}.")
    return read


def _whole(read: Any, what: str) -> int:
    if isinstance(read, bool) or not isinstance(read, int) or abs(read) > 10**12:
        raise Malformed(f"Expected {what} as a whole number, found {_told(read)}.")
    return read


def _told(read: Any) -> str:
    return repr(read)[:40] if isinstance(read, (str, int, float, bool, type(None))) else f"a {type(read).__name__}"
