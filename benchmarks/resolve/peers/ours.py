"""Ours: as the command `qiao resolve link` and `dedupe` do it."""

from __future__ import annotations

from time import process_time
from typing import Any

from benchmarks.resolve.cases.questions import Questions
from benchmarks.resolve.peers.answer import Answers
from qiao.engines.resolve.io import query_from, record_from
from qiao.engines.resolve.registry import Registry

BATCH = 500
SYSTEM = "ours"


def link(questions: Questions) -> tuple[Answers, float]:
    """The answers, and queries per CPU second once the registry is built."""
    started = process_time()
    registry = Registry(record_from(one) for one in questions.registry)
    built = process_time()
    best, taken = {}, {}
    for at in range(0, len(questions.queries), BATCH):
        for linked in registry.nearest([query_from(query) for query in questions.queries[at : at + BATCH]]):
            if linked.matches:
                best[linked.query] = (linked.matches[0].id, linked.matches[0].score)
            if linked.decision:
                taken[linked.query] = linked.decision
    ended = process_time()
    return Answers(SYSTEM, best, taken, ended - started), len(questions.queries) / max(ended - built, 1e-9)


def dedupe(rows: list[dict[str, Any]]) -> tuple[list[int], list[float], float]:
    """The cluster and score of each row at the shipped setting, and the CPU seconds."""
    from qiao.engines.resolve.dedupe import dedupe as deduped
    from qiao.engines.resolve.tables.columns import Row

    started = process_time()
    table = [Row(str(r["rid"]), r["name"], r["country"] or "", r["city"] or "") for r in rows]
    placed = deduped(table).placed
    return [p.cluster for p in placed], [p.score for p in placed], process_time() - started
