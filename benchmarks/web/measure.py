"""Rounds of requests: the product and the floor in turn, with one connection and with eight."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import median

from benchmarks.web.client import Visitor, timed
from benchmarks.web.requests import Request


@dataclass
class Taken:
    """What requests of one case took at one server: seconds each, CPU seconds of the server, and failures."""

    seconds: list[float] = field(default_factory=list)
    cpu_s: float = 0.0
    failed: int = 0
    window_s: float = 0.0

    def row(self) -> dict[str, float]:
        """Milliseconds: median, 95th of a hundred, CPU of each; requests a second."""
        ordered = sorted(self.seconds)
        return {
            "p50_ms": round(median(ordered) * 1000, 2),
            "p95_ms": round(ordered[int(len(ordered) * 0.95)] * 1000, 2),
            "cpu_ms": round(self.cpu_s / len(ordered) * 1000, 2),
            "per_s": round(len(ordered) / self.window_s, 1),
            "failed": self.failed,
            "requests": len(ordered),
        }


def a_round(
    taken: Taken, port: int, cookies: dict[str, str], asked: Sequence[Request], connections: int, for_s: float,
    cpu_s: Callable[[], float],
) -> None:  # fmt: skip
    """Ask for so many seconds over so many connections, each of them at least three times."""
    cpu, begun = cpu_s(), time.perf_counter()
    workers = [
        threading.Thread(target=_visits, args=(taken, Visitor(port, cookies), _from(asked, at), begun + for_s))
        for at in range(connections)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    taken.window_s += time.perf_counter() - begun
    taken.cpu_s += cpu_s() - cpu


def _visits(taken: Taken, visitor: Visitor, asked: Sequence[Request], until: float) -> None:
    for at, request in enumerate(cycle(asked)):
        if at >= 3 and time.perf_counter() > until:
            return
        seconds, well = timed(visitor, request)
        taken.seconds.append(seconds)
        taken.failed += not well


def _from(asked: Sequence[Request], at: int) -> list[Request]:
    """The requests beginning elsewhere, so that connections do not ask for the same at once."""
    start = at * 5 % len(asked)
    return list(islice(cycle(asked), start, start + len(asked)))
