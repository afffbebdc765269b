"""A plan for a mission: rows of stops, what was left out and why, and how good any plan could be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlanStatus(StrEnum):
    """Proven best, good but not proven, or impossible."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"


@dataclass(frozen=True, slots=True)
class Stop:
    """One appointment; `arrive` lies between the earliest possible arrival and `start`."""

    id: str
    arrive: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One party's day: where it goes in which order, and where it sleeps."""

    day: str
    night: str
    party: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A host left out: why, and which others would have to go for it."""

    id: str
    because: str
    exchange: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer. No plan under the rules scores above `bound`; `clash` says why there is none at all."""

    status: PlanStatus
    prize: int
    bound: float
    rows: tuple[Row, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    clash: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    cpu_seconds: float = 0.0
