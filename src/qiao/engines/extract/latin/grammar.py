"""The layers of the latin grammar, in the order in which each needs the one before it."""

from __future__ import annotations

from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact


def read_latin(reading: Reading) -> list[Fact]:
    """Facts of one latin text, in any order."""
    return []
