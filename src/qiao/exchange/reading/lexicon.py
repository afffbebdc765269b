"""The word lists of reading, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, Any]:
    """`data/words.toml`."""
    return tomllib.loads((files("qiao.exchange.reading") / "data" / "words.toml").read_text(encoding="utf-8"))


@cache
def free_mail() -> frozenset[str]:
    """Domains of mail that a provider gives out."""
    return frozenset(words()["free_mail"].split())
