"""What a counted noun counts: agreements, projects, participants and so on, in the four languages of the reader."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from qiao.engines.text.names import fold

_SHORT = 5  # letters; a Latin word no longer than this must stand alone, lest "firm" be found in "confirmed"
_DAYS = frozenset({"duration", "day", "days", "jour", "jours", "tag", "tage", "tagen"})


class Counted(StrEnum):
    """What a figure counts."""

    AGREEMENTS = "agreements"
    VENTURES = "ventures"
    INVESTMENT = "investment"
    PARTICIPANTS = "participants"
    COMPANIES = "companies"
    STATIONS = "stations"
    EVENTS = "events"
    VISITS = "visits"
    DELEGATION = "delegation"
    DURATION = "duration"
    JOBS = "jobs"
    OTHER = "other"


@lru_cache(maxsize=4096)
def counted_by(noun: str, unit: str = "") -> Counted:
    """What is counted, from the noun or, failing that, the measure word.

    Only days are a duration here: "three years" of a contract is another figure.
    """
    if counts_days(unit or noun):
        return Counted.DURATION
    for word in (noun, unit):
        folded = fold(word)
        for counted, stems in _words():
            if folded and any(_stands_in(stem, folded) for stem in stems):
                return counted
    return Counted.OTHER


def counts_days(word: str) -> bool:
    """Whether a noun or measure word is that for days."""
    folded = fold(word)
    return "天" in folded or bool(_DAYS.intersection(folded.split()))


def _stands_in(stem: str, folded: str) -> bool:
    if len(stem) < _SHORT and stem.isascii():
        return any(token in (stem, f"{stem}s") for token in folded.split())
    return stem in folded


@cache
def _words() -> tuple[tuple[Counted, tuple[str, ...]], ...]:
    text = (files("qiao.engines.text") / "data" / "measures.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)["measures"]
    return tuple((Counted(entry["measure"]), tuple(map(fold, entry["words"]))) for entry in entries)
