"""What a system answers to a set of questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

from benchmarks.resolve.cases.questions import Questions

Best = dict[str, tuple[str, float]]
"""For each qid answered, the best record and its score."""


@dataclass(frozen=True, slots=True)
class Answers:
    """best answers by qid; taken: what was decided unasked, None for systems that do not decide; CPU seconds in all."""

    system: str
    best: Best
    taken: dict[str, str] | None
    cpu_seconds: float


def timed(system: str, link: Callable[[Questions], Best], questions: Questions) -> Answers:
    """Let a system that does not decide answer, and measure its CPU seconds, the building of its index included."""
    started = process_time()
    best = link(questions)
    return Answers(system, best, None, process_time() - started)


def by_country(questions: Questions) -> dict[str, tuple[list[str], list[str]]]:
    """For each country the names of the registry and the ids that bear them."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for one in questions.registry:
        names, ids = found.setdefault(one["country"], ([], []))
        for name in one["names"]:
            names.append(name[0])
            ids.append(one["id"])
    return found
