"""What is kept of a look at queries changes no answer."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.engines.resolve import Named, Record, Registry

WORDS = st.sampled_from("Adler Bremer Motor Sensor Wind Optik GmbH Lyon 华东 光电 有限公司".split())
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def _records(names: list[str], mark: str) -> list[Record]:
    return [Record(id=f"{mark}{at:03}", names=(Named(name),), country="DE") for at, name in enumerate(names)]


@settings(max_examples=15, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=60), st.lists(NAMES, min_size=1, max_size=8), st.booleans())
def test_decisions_after_a_search_are_those_made_without(held: list[str], asked: list[str], is_held: bool) -> None:
    records = _records(held, "h")
    queries = records[:8] if is_held else _records(asked, "q")
    searched, fresh = Registry(records), Registry(records)
    found = searched.nearest(queries, top=3, least=0.0, but_itself=is_held, reasons=False)
    by_id = {record.id: record for record in [*records, *queries]}
    pairs = [(by_id[linked.query], by_id[match.id]) for linked in found for match in linked.matches]

    assert searched.decisions(pairs) == fresh.decisions(pairs)


def test_a_record_added_since_is_a_rival() -> None:
    records = _records(["Adler Sensor GmbH", "Bremer Motor GmbH"], "h")
    query = Record(id="q", names=(Named("Adler Sensor"),), country="DE")
    more = _records(["Adler Sensor Lyon", "Adler Sensoren AG"], "n")
    registry = Registry(records)
    registry.nearest([query])
    registry.extend(more)
    fresh = Registry(records)
    fresh.extend(more)

    assert registry.decisions([(query, records[0])]) == fresh.decisions([(query, records[0])])
