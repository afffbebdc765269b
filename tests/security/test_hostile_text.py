"""Text made to keep the reader busy: what it costs grows with its length, not with the square of it."""

from __future__ import annotations

from time import process_time

import pytest

from qiao.engines.extract import Reading, extract

RUNS = {
    "numeral": "一",
    "head": "市",
    "unit": "亿",
    "and": "和",
    "brackets": "（",
    "quotes": "“",
    "capitals": "Abc ",
    "stops": ".",
    "names": "张伟",
}
LENGTH = 20_000
SECONDS = 6.0  # of the processor; a slow machine needs two for the worst of these


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_runs_without_end_are_read_in_time(run: str) -> None:
    extract(Reading("Linhu"))  # word lists are read once
    text = (run * LENGTH)[:LENGTH]
    began = process_time()
    extract(Reading(text))
    assert process_time() - began < SECONDS
