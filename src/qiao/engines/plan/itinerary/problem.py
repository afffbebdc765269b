"""A mission to be planned, as values that refuse nonsense.

All times are minutes after local midnight of their day. Days, places, hosts and events are told apart by their ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ProblemFault(ValueError):
    """The problem contradicts itself; `found` says where and what, one sentence each."""

    def __init__(self, found: tuple[str, ...]) -> None:
        super().__init__(" ".join(found))
        self.found = found


class Status(StrEnum):
    """How far the host's consent goes."""

    WISHED = "wished"
    ASKED = "asked"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Window:
    """The host is open on `day` from `opens` to `closes`; an appointment lies wholly inside."""

    day: int  # index into the days of the problem
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Host:
    """Somebody to be met at most once, for exactly `minutes`, inside one of `windows`."""

    id: str
    place: str
    prize: int  # 1-100
    minutes: int
    windows: tuple[Window, ...]
    must: bool = False
    status: Status = Status.WISHED
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A gathering whose day and hour stand; every party attends, or at least one does."""

    id: str
    place: str
    day: int
    start: int
    minutes: int
    everyone: bool = True

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Lunch:
    """A block of `minutes` that begins between `earliest` and `latest`, both inclusive, on every day."""

    minutes: int
    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Slack:
    """Minutes added to every leg within a place, and to every other leg."""

    leg: int = 0
    intercity: int = 0


@dataclass(frozen=True)
class Problem:
    """n hosts and m events over d days.

    travel      place -> place -> minutes from door to door; within a place, one leg between two hosts.
    legs        stop -> stop -> minutes, over the travel between their places; it has a direction.
    parties     the delegation's groups, >= 1; all sleep in the same place each night.
    resources   what hosts need -> how many parties can have it at once.
    Raises      ProblemFault, with every fault found.
    """

    days: tuple[str, ...]
    day_window: tuple[int, int]
    places: tuple[str, ...]
    travel: Mapping[str, Mapping[str, int]]
    start_place: str
    start_earliest: int
    end_place: str
    end_latest: int
    hotel_places: tuple[str, ...]
    hosts: tuple[Host, ...]
    events: tuple[Event, ...] = ()
    legs: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    lunch: Lunch | None = None
    most_a_day: int | None = None
    parties: int = 1
    resources: Mapping[str, int] = field(default_factory=dict)
    slack: Slack = Slack()
    names: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        from qiao.engines.plan.itinerary.faults import faults_of

        if found := faults_of(self):
            raise ProblemFault(found)

    @property
    def appointments(self) -> tuple[Host | Event, ...]:
        """All that can be attended, hosts first."""
        return (*self.hosts, *self.events)
