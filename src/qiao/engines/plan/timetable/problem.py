"""An event at which people meet two by two: who asks for whom, who is there when, how many tables there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from qiao.engines.plan.timetable.faults import faults_of


class ProblemFault(ValueError):
    """The event contradicts itself; `found` holds every fault as a sentence."""

    def __init__(self, found: tuple[str, ...]) -> None:
        super().__init__(found[0])
        self.found = found


class Aim(StrEnum):
    """What a best timetable is: the most priority, then few idle slots; or every meeting, then few breaks."""

    PRIORITY = "priority"
    EVERY_MEETING = "every meeting"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who meets others; `forbidden` are the slots, from 0, in which they cannot."""

    id: str
    forbidden: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Request:
    """A wished meeting of `a` with `b`; `before` holds the requests that must be met earlier."""

    id: str
    a: str
    b: str
    priority: int = 1
    fixed_slot: int | None = None
    forbidden: frozenset[int] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Problem:
    """An event. Slots and tables count from 0; every slot has as many tables. Raises ProblemFault."""

    slots: int
    tables: int
    people: tuple[Person, ...]
    requests: tuple[Request, ...]
    aim: Aim = Aim.PRIORITY
    most_apart: int | None = field(default=None)
    """By how much the breaks of two persons may differ at most; None for any."""

    def __post_init__(self) -> None:
        found = faults_of(self)
        if found:
            raise ProblemFault(found)
