"""Reasons as English sentences, for the command line."""

from __future__ import annotations

from qiao.engines.resolve.persons.wording import PERSON_SENTENCES
from qiao.engines.resolve.result import Reason
from qiao.engines.resolve.tables.wording import TABLE_SENTENCES

SENTENCES = {"same_name": "both are called {0}"} | PERSON_SENTENCES | TABLE_SENTENCES


def sentence(reason: Reason) -> str:
    """The sentence of a reason, its values filled in."""
    return SENTENCES[reason.code].format(*reason.values)
