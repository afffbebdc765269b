"""Events in the business-meeting format: MiniZinc data with slots, meetings and persons counted from 1.

Source: M. Bofill, J. Coll, M. Garcia, J. Giraldez-Cru, G. Pesant, J. Suy, M. Villaret, Constraint solving approaches
to the business-to-business meeting scheduling problem, JAIR 74 (2022), 263-301.
"""

from __future__ import annotations

import re

from qiao.engines.plan.timetable.io import Malformed
from qiao.engines.plan.timetable.problem import Aim, Person, Problem, Request

MOST_APART = 2
MORNING, AFTERNOON, ANY = 1, 2, 3
_COMMENT = re.compile(r"%[^\n]*")
_ITEM = re.compile(r"\s*([A-Za-z_]\w*)\s*=\s*([^;]*);")
_NUMBER = re.compile(r"-?\d{1,9}")
_SETS = re.compile(r"\{([^{}]*)\}")
_NUMBERS_ONLY = re.compile(r"[\s,|\d-]*")


def problem_from_dzn(text: str) -> Problem:
    """A problem. Raises Malformed for another format, ProblemFault for an event that contradicts itself."""
    items = _items(text)
    people, meetings = _whole(items, "nBusiness"), _whole(items, "nMeetings")
    slots, morning = _whole(items, "nTotalSlots"), _whole(items, "nMorningSlots")
    if morning > slots:
        raise Malformed(f"Expected at most {slots} morning slots, as there are slots; found {morning}.")
    rows = _rows(items, meetings)
    away = _sets(items, "forbidden", people)
    before = _sets(items, "precedences", meetings) if "precedences" in items else [[]] * meetings
    fixed = _numbers(items, "fixed") if "fixed" in items else [0] * meetings
    if len(fixed) != meetings:
        raise Malformed(f"Expected fixed to hold {meetings} slots, found {len(fixed)}.")
    return Problem(
        slots=slots,
        tables=_whole(items, "nTables"),
        people=tuple(Person(str(one + 1), _from_one(away[one])) for one in range(people)),
        requests=tuple(
            Request(
                id=str(one + 1),
                a=str(rows[one][0]),
                b=str(rows[one][1]),
                fixed_slot=fixed[one] - 1 if fixed[one] else None,
                forbidden=_outside(rows[one][2], one, morning, slots),
                before=frozenset(str(earlier) for earlier in before[one] if earlier),
            )
            for one in range(meetings)
        ),
        aim=Aim.EVERY_MEETING,
        most_apart=MOST_APART,
    )


def _items(text: str) -> dict[str, str]:
    """Names and what is assigned to them."""
    text, items, at = _COMMENT.sub("", text), dict[str, str](), 0
    while text[at:].strip():
        found = _ITEM.match(text, at)
        if found is None:
            line = text.count("\n", 0, at + len(text[at:]) - len(text[at:].lstrip())) + 1
            raise Malformed(f"Expected `name = value;` in line {line}, found {text[at:].strip()[:30]!r}.")
        if found[1] in items:
            raise Malformed(f"Expected {found[1]} once, found it twice.")
        items[found[1]], at = found[2], found.end()
    return items


def _need(items: dict[str, str], name: str) -> str:
    if name not in items:
        raise Malformed(f"Expected {name}, found none.")
    return items[name]


def _whole(items: dict[str, str], name: str) -> int:
    found = _need(items, name).strip()
    if not _NUMBER.fullmatch(found) or int(found) < 0:
        raise Malformed(f"Expected {name} as a whole number of 0 or more, found {found[:30]!r}.")
    return int(found)


def _numbers(items: dict[str, str], name: str) -> list[int]:
    body = _need(items, name).strip()
    if not (body.startswith("[") and body.endswith("]") and _NUMBERS_ONLY.fullmatch(body[1:-1])):
        raise Malformed(f"Expected {name} as a list of numbers, found {body[:30]!r}.")
    return [int(one) for one in _NUMBER.findall(body)]


def _rows(items: dict[str, str], meetings: int) -> list[list[int]]:
    found = _numbers(items, "requested")
    if len(found) != 3 * meetings:
        raise Malformed(f"Expected requested to hold {meetings} rows of three numbers, found {len(found)} numbers.")
    return [found[start : start + 3] for start in range(0, len(found), 3)]


def _sets(items: dict[str, str], name: str, count: int) -> list[list[int]]:
    body = _need(items, name)
    if not _NUMBERS_ONLY.fullmatch(_SETS.sub("", body).strip().removeprefix("[").removesuffix("]")):
        raise Malformed(f"Expected {name} as a list of sets, found {body.strip()[:30]!r}.")
    sets = _SETS.findall(body)
    if len(sets) != count:
        raise Malformed(f"Expected {name} to hold {count} sets, found {len(sets)}.")
    for one in sets:
        if not _NUMBERS_ONLY.fullmatch(one):
            raise Malformed(f"Expected numbers in {name}, found {one[:30]!r}.")
    return [[int(number) for number in _NUMBER.findall(one)] for one in sets]


def _from_one(slots: list[int]) -> frozenset[int]:
    """Slots counted from 0; a 0 in the file stands for none."""
    return frozenset(slot - 1 for slot in slots if slot)


def _outside(half: int, meeting: int, morning: int, slots: int) -> frozenset[int]:
    if half not in (MORNING, AFTERNOON, ANY):
        raise Malformed(f"Expected 1, 2 or 3 for the half of the day of meeting {meeting + 1}, found {half}.")
    if half == MORNING:
        return frozenset(range(morning, slots))
    return frozenset(range(morning)) if half == AFTERNOON else frozenset()
