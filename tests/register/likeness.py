"""A plain likeness for tests of what is done with one: same name in any case and script, and nothing else."""

from __future__ import annotations

import pytest

from qiao.engines import resolve
from qiao.engines.resolve import Decision, Likeness, Linked, Match, Reason
from qiao.engines.text.names import fold


def compare(left, right) -> Likeness:
    shared = {fold(n.text): n.text for n in left.names}.keys() & {fold(n.text) for n in right.names}
    if left.kind == right.kind and shared:
        return Likeness(0.99, Decision.SAME, (Reason("same_name", 4.0, (min(shared),)),))
    if {fold(n.text)[:4] for n in left.names} & {fold(n.text)[:4] for n in right.names}:
        return Likeness(0.6, Decision.ASK, (Reason("same_name_folded", 1.0, (min(n.text for n in left.names),)),))
    return Likeness(0.0, Decision.DISTINCT, ())


class Registry:
    def __init__(self, records=()) -> None:
        self.records = {record.id: record for record in records}

    def nearest(self, queries, *, top=5, least=0.0, but_itself=False, reasons=True):
        return [self._nearest(query, top, but_itself) for query in queries]

    def decisions(self, pairs):
        return [compare(left, right) for left, right in pairs]

    def _nearest(self, query, top, but_itself):
        others = [other for other in self.records.values() if not (but_itself and other.id == query.id)]
        found = [(other.id, compare(query, other)) for other in others]
        alike = sorted((f for f in found if f[1].score > 0), key=lambda f: (-f[1].score, f[0]))[:top]
        return Linked(query.id, tuple(Match(one, like.score, like.reasons) for one, like in alike), None)


@pytest.fixture
def plain_likeness(monkeypatch):
    """The plain likeness in the place of the trained one."""
    monkeypatch.setattr(resolve, "compare", compare)
    monkeypatch.setattr(resolve, "Registry", Registry)
