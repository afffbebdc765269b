"""Counted things: a number, the word that bounds it and the noun it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.latin.count_nouns import counted_kind, end_of_noun
from qiao.engines.text.latin_bounds import bound_after, bound_before
from qiao.engines.text.latin_numbers import FoundNumber
from qiao.engines.text.quantity import Bound, Quantity, bounded

_COMPOUND = re.compile(
    r"[-‐‑](?:strong|person|member|head|köpfige?[nrsm]?|köpfig|men|man|company|people|day|"
    r"week|month|year|hour|jährige[nrsm]?|tägige[nrsm]?)(?![^\W\d_])",
    re.IGNORECASE,
)


_UNITS = re.compile(
    r"[ \u00a0](?:mu|sq\.? ?(?:ft|m)|square (?:feet|metres|meters|kilometres)|m²|m2|ha|"
    r"hectares?|acres?|MW|GW|TEU|tonnes?|Tonnen|"
    r"Quadratmeter|Hektar|mètres carrés|t|kWh|MWh)(?![^\W\d_])"
)


_DEFINITE = re.compile(
    r"(?<![^\W\d_])(?:the|these|those|both|les|ces|ses|leurs|nos|die|diese|beiden|den|der)[ \u00a0]$", re.IGNORECASE
)


_BEFORE_NOT = re.compile(
    r"(?:(?<![^\W\d_])(?:page|section|article|no\.?|nr\.?|n°|room|platform|level|phase|"
    r"version|agenda item|top|point|item|"
    r"kapitel|raum|halle|hall|gate|route|line|ligne|linie|figure|tier|tranche|top|age|aged|"
    r"quai|step|punkt|§|#|"
    r"article|salle|étape|volet|am|le|vom|den|dem)[ \u00a0]|[#§/:])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A count, its noun and its place. `kind` is a coarse class of what is counted."""

    start: int
    end: int
    quantity: Quantity
    unit: str
    kind: str


def find_counts(text: str, language: str, numbers: list[FoundNumber], taken: list[tuple[int, int]]) -> list[FoundCount]:
    """Counts among the numbers that no date and no sum has taken, in order."""
    found = []
    busy = bytearray(len(text) + 1)
    for start, end in taken:
        busy[start:end] = b"\x01" * (end - start)
    for number in numbers:
        if any(busy[number.start : number.end]):
            continue
        count = _count(text, language, number)
        if count is not None:
            found.append(count)
    return found


def _count(text: str, language: str, number: FoundNumber) -> FoundCount | None:
    compound = _COMPOUND.match(text, number.end)
    if compound is not None:
        return _compound(text, language, number, compound)
    if _BEFORE_NOT.search(text[max(0, number.start - 14) : number.start]) or number.value != int(number.value):
        return None
    bound, start, end = _bound(text, language, number)
    if _looks_like_year(text, number) or (number.value <= 3 and _DEFINITE.search(text[max(0, start - 9) : start])):
        return None
    unit_match = _UNITS.match(text, end)
    noun_end = unit_match.end() if unit_match else end_of_noun(text, end, language)
    if noun_end <= end and not _stands_alone(text, number, bound):
        return None
    if bound is Bound.OVER and counted_kind(text[end:noun_end].strip()) == "duration":
        bound, start = Bound.EXACT, number.start
    unit = re.sub(r"^(?:d['’]|de |des |of )", "", text[end:noun_end].strip(" \u00a0\u202f\n-"))
    quantity = bounded(number.value, bound, unit=unit, words=text[start:noun_end])
    return FoundCount(start, noun_end, quantity, unit, counted_kind(unit))


def _compound(text: str, language: str, number: FoundNumber, match: re.Match[str]) -> FoundCount:
    """As in "twenty-person", "30-köpfige", "five-day"."""
    lasts = re.search(r"day|week|month|year|hour|jährig|tägig", match.group(), re.IGNORECASE)
    unit = ("Personen" if language == "de" else "person") if lasts is None else lasts.group().lower()
    quantity = bounded(number.value, Bound.EXACT, unit=unit, words=text[number.start : match.end()])
    return FoundCount(number.start, match.end(), quantity, unit, "duration" if lasts else "delegation")


def _bound(text: str, language: str, number: FoundNumber) -> tuple[Bound, int, int]:
    before = bound_before(text, number.start, language)
    if before is not None:
        return before[0], before[1], number.end
    after = bound_after(text, number.end, language)
    if after is not None:
        return after[0], number.start, after[1]
    return (Bound.ABOUT if number.approx else Bound.EXACT), number.start, number.end


def _stands_alone(text: str, number: FoundNumber, bound: Bound) -> bool:
    """A number without a noun still counts something when it is bounded or written with a group mark."""
    raw = text[number.start : number.end]
    grouped = re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f'’]\d{3})+", raw) is not None
    after = text[number.end : number.end + 9].lstrip(" \u00a0")
    blocked = after[:1] in tuple("%€$£/°") or after.startswith(("per cent", "percent", "Prozent", "pour cent", "Uhr"))
    return (grouped or (bound is not Bound.EXACT and number.value >= 10)) and not blocked


def _looks_like_year(text: str, number: FoundNumber) -> bool:
    raw = text[number.start : number.end]
    return len(raw) == 4 and raw.isdigit() and 1900 <= int(raw) <= 2100
