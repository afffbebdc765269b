"""All systems on one set of questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from benchmarks.resolve.cases.questions import Questions
from benchmarks.resolve.peers import fellegi, fuzzy, ours, vectors
from benchmarks.resolve.peers.answer import Answers, Best, timed
from benchmarks.resolve.peers.metrics import outcomes, summary

SYSTEMS: dict[str, Callable[[Questions], Best]] = {
    **{name: partial(fuzzy.link, scorer=scorer) for name, scorer in fuzzy.SCORERS.items()},
    "tf-idf of characters": vectors.link,
    "Splink, plain names": partial(fellegi.link, columns="plain"),
    "Splink, our folding": partial(fellegi.link, columns="our folding"),
}


def measure(sets: Sequence[Questions], systems: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """For each system its row over all the sets together."""
    asked = sum(len(questions.queries) for questions in sets)
    for system in systems:
        if system == ours.SYSTEM:
            answered = [ours.link(questions) for questions in sets]
            yield system, _row(sets, [answers for answers, _ in answered], asked) | {"warm_rate": _warm(answered)}
        else:
            yield system, _row(sets, [timed(system, SYSTEMS[system], questions) for questions in sets], asked)


def _row(sets: Sequence[Questions], answers: Sequence[Answers], asked: int) -> dict[str, Any]:
    found = [one for questions, given in zip(sets, answers, strict=True) for one in outcomes(questions, given)]
    seconds = sum(given.cpu_seconds for given in answers)
    return summary(found, decides=answers[0].taken is not None) | {"rate": round(asked / seconds)}


def _warm(answered: Sequence[tuple[Answers, float]]) -> int:
    """Queries per CPU second without the building of the registry, of the slowest set."""
    return round(min(rate for _, rate in answered))
