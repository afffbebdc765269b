"""An optional second opinion: a language model proposes, the text decides. Nothing it says is taken on its word."""

from qiao.engines.extract.second.answer import BadAnswer
from qiao.engines.extract.second.second import Ask, Rejected, SecondReading, read_second

__all__ = ["Ask", "BadAnswer", "Rejected", "SecondReading", "read_second"]
