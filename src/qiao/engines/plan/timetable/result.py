"""A timetable: the meetings held, those that are not and why, and how good any timetable could be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Proven best in both aims, good but not proven, or impossible."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting and where it takes place; slot and table count from 0."""

    id: str
    slot: int
    table: int


@dataclass(frozen=True, slots=True)
class Unheld:
    """A request that is not met, and why."""

    id: str
    because: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """The answer. No timetable holds more priority than `bound`.

    breaks      unbroken runs of idle slots between two meetings of one person, over all persons.
    idle_slots  slots of those runs, those counted too in which the person is away.
    clash       why no timetable holds every meeting, where that is asked.
    """

    status: Status
    held: int
    priority: int
    bound: int
    breaks: int
    idle_slots: int
    meetings: tuple[Held, ...] = ()
    unheld: tuple[Unheld, ...] = ()
    clash: tuple[str, ...] = ()
    cpu_seconds: float = 0.0
