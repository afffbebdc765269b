"""tf-idf over runs of 2 to 4 characters, cosine, within the country: the usual home-made matcher."""

from __future__ import annotations

from collections import Counter
from math import log

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks.resolve.cases.questions import Query, Questions
from benchmarks.resolve.peers.answer import Best, by_country

_AT_ONCE = 100


def link(questions: Questions) -> Best:
    """The name of the country with the highest cosine; queries that share no run of characters get no answer."""
    best: Best = {}
    for country, (names, ids) in by_country(questions).items():
        asked = [query for query in questions.queries if query["country"] == country]
        if not asked:
            continue
        space = _Space(names)
        choices = space.rows(names).T.tocsr()
        for at in range(0, len(asked), _AT_ONCE):
            best |= _best(asked[at : at + _AT_ONCE], space, choices, ids)
    return best


def _best(asked: list[Query], space: _Space, choices: csr_matrix, ids: list[str]) -> Best:
    best: Best = {}
    found = space.rows([query["name"] for query in asked]) @ choices
    for at, query in enumerate(asked):
        row = found.getrow(at)
        if row.nnz:
            first = int(row.data.argmax())
            best[query["qid"]] = (ids[int(row.indices[first])], float(row.data[first]))
    return best


class _Space:
    def __init__(self, names: list[str]) -> None:
        seen = Counter(run for name in names for run in set(_runs(name)))
        self._number = {run: at for at, run in enumerate(seen)}
        self._weight = {run: log((1 + len(names)) / (1 + count)) + 1 for run, count in seen.items()}

    def rows(self, names: list[str]) -> csr_matrix:
        data, columns, starts = [], [], [0]
        for name in names:
            counts = {run: n for run, n in Counter(_runs(name)).items() if run in self._number}
            weights = np.array([n * self._weight[run] for run, n in counts.items()])
            data.append(weights / max(float(np.linalg.norm(weights)), 1e-9))
            columns += [self._number[run] for run in counts]
            starts.append(len(columns))
        values = np.concatenate(data) if data else np.zeros(0)
        return csr_matrix((values, columns, starts), shape=(len(names), len(self._number)))


def _runs(name: str) -> list[str]:
    text = f" {name.casefold()} "
    return [text[at : at + size] for size in (2, 3, 4) for at in range(len(text) - size + 1)]
