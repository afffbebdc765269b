"""Persons: when two records of a person are one, and when somebody must be asked."""

from qiao.engines.resolve.persons.agreement import Commonness
from qiao.engines.resolve.persons.compare import compare
from qiao.engines.resolve.persons.keys import keys
from qiao.engines.resolve.persons.kinds import Agreement
from qiao.engines.resolve.persons.people import People

__all__ = ["Agreement", "Commonness", "People", "compare", "keys"]
