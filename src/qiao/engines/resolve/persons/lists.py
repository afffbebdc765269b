"""The word lists beside this code: one kind of thing in each file, its licence in the first line."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def words(filename: str, section: str = "") -> frozenset[str]:
    """The words of a list; of one section when the file has sections in brackets."""
    current, found = "", set()
    for line in _lines(filename):
        if line.startswith("["):
            current = line.strip("[]")
        elif current == section:
            found |= set(line.split())
    return frozenset(found)


@cache
def pairs(filename: str) -> dict[str, str]:
    """The rows of a list of two columns, the first as key."""
    return {row[0]: row[1] for row in csv.reader(_lines(filename)) if len(row) == 2}


def _lines(filename: str) -> list[str]:
    text = (files("qiao.engines.resolve.persons") / "data" / filename).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
