"""The layers of the han grammar, in the order in which each needs the one before it."""

from __future__ import annotations

from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact


def read_han(reading: Reading) -> list[Fact]:
    """Facts of one han text, in any order."""
    return []
