"""Whether the text says that something happened, is planned, hoped for or denied. The answer is never asked."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.clauses import modality_of
from qiao.engines.extract.result import Modality
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.lexicon import patterns

_CLAUSE = re.compile(r"[，,；;:：]| (?:but|while|whereas|mais|aber|während) ")


def agreed_modality(said: str, known: Known, start: int, end: int) -> Modality | None:
    """The modality of a stretch, when text and answer agree on it; None when it is open to doubt.

    A sentence without any word of plan, hope or denial states a fact. With one, the clause must show the very
    modality claimed: a hope elsewhere in the sentence is doubt enough to leave a claimed fact to a human.
    """
    left, right = known.sentence(start, end)
    whole = _shown(known, left, right)
    if not whole:
        return Modality.FACT if said in ("", Modality.FACT) else None
    clause = _shown(known, *_clause(known, start, end, left, right))
    if len(clause) == 1 and said in ("", *clause) and whole == clause:
        return next(iter(clause))
    return None


def _shown(known: Known, start: int, end: int) -> set[Modality]:
    """The modalities other than fact whose words stand in a stretch."""
    stretch = known.plain[start:end]
    marks = {
        Modality(kind) for kind, pattern in patterns("second_modality.toml", known.language) if pattern.search(stretch)
    }
    if known.language != "zh" and (read := modality_of(stretch, known.language)) is not Modality.FACT:
        marks.add(read)
    return marks


def _clause(known: Known, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    cuts = [match for match in _CLAUSE.finditer(known.plain, left, right)]
    begin = max((cut.end() for cut in cuts if cut.end() <= start), default=left)
    stop = min((cut.start() for cut in cuts if cut.start() >= end), default=right)
    return begin, stop
