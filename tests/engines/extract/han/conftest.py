from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from qiao.engines.extract.han.grammar import read_han
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact, FactType

Reader = Callable[..., list[Fact]]


@pytest.fixture
def read() -> Reader:
    """Facts of one type in order, the first of each quote: read(text, kind, home)."""

    def _read(text: str, kind: FactType, home: str = "") -> list[Fact]:
        facts = sorted(f for f in read_han(Reading(text, date(2024, 6, 10), home)) if f.type is kind)
        return list({fact.norm + fact.text: fact for fact in reversed(facts)}.values())[::-1]

    return _read
