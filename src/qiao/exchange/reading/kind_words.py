"""The words by which a column of kinds calls an organisation or a person."""

from __future__ import annotations

from functools import cache

from qiao.engines.text.names import fold
from qiao.exchange.reading.lexicon import words


def kind_said(text: str) -> str:
    """ "organisation", "person", or "" for anything else."""
    return _kinds().get(fold(text[:60]), "")


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = words()["kinds"]
    return {fold(word.replace("_", " ")): kind for kind, said in kinds.items() for word in said.split()}
