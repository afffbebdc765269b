"""The result as a table to read, each F1 with its change since the frozen run."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.extract.frozen import Frozen
from benchmarks.extract.score import Score
from benchmarks.extract.tally import Tally

HEAD = f"{'':19} {'wanted':>6} | {'exact P':>7} {'R':>5} {'F1':>5} {'change':>7} | {'overlap P':>9} {'R':>5} {'F1':>5}"


def group_lines(name: str, score: Score, before: Frozen) -> Iterator[str]:
    yield f"== {name}"
    yield HEAD
    for kind, tally in score.exact.items():
        if tally.wanted or tally.wrong:
            then = before.get("exact", {}).get(kind, {}).get("f1")
            yield f"{_figures(kind, tally, then)} | {_three(score.overlap[kind], 9)}"
    for kind, tally in score.relations.items():
        yield _figures(kind, tally, before.get("relations", {}).get(kind, {}).get("f1"))
    yield "   ".join(f"{what} {share.right}/{share.judged}" for what, share in score.shares.items())


def _figures(kind: str, tally: Tally, then: float | None) -> str:
    change = f"{tally.f1 - then:+7.3f}" if then is not None else f"{'new':>7}"
    return f"{kind:19} {tally.wanted:6d} | {_three(tally, 7)} {change}"


def _three(tally: Tally, width: int) -> str:
    return f"{tally.precision:{width}.3f} {tally.recall:5.3f} {tally.f1:5.3f}"
