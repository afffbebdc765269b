"""Whether the text says that something happened, is planned, hoped for or denied. The answer is never asked."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.clauses import modality_of
from qiao.engines.extract.result import FactType, Modality
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.lexicon import has_word, patterns

_ACTS = (FactType.EVENT, FactType.AGREEMENT, FactType.RELATION)
_CLAUSE = re.compile(r"[，,；;:：]| (?:but|while|whereas|mais|aber|während) ")


def agreed_modality(said: str, kind: FactType, known: Known, start: int, end: int) -> Modality | None:
    """The modality of an act at [start, end), when text and answer agree on it; None when it is open to doubt.

    A sentence with the word of a finished act and none of plan, hope or denial states a fact. Anything else must
    be read by the offline reader too: a hope elsewhere in the sentence is doubt enough to leave it to a human.
    """
    left, right = known.sentence(start, end)
    marks = _marks(known, left, right)
    if not marks:
        is_fact = said in ("", Modality.FACT) and _is_told_as_done(known, left, right)
        return Modality.FACT if is_fact and not _modalities(known, start, end, *_ACTS) - {Modality.FACT} else None
    clause = _marks(known, *_clause(known, start, end, left, right))
    if len(clause) > 1 or clause != marks or said not in ("", *clause):
        return None
    modality = next(iter(clause))
    return modality if _modalities(known, start, end, kind) == {modality} else None


def figure_modality(said: str, read: Modality, known: Known, start: int, end: int) -> bool:
    """Whether a figure that the offline reader takes for fact, plan, hope or denial may be left at that."""
    left, right = known.sentence(start, end)
    marks = _marks(known, left, right)
    if said not in ("", read):
        return False
    if read is not Modality.FACT:
        return marks == {read} and (known.language == "zh" or not _is_done(known, left, right))
    return (
        not marks and _is_done(known, left, right) and not has_word("figures", known.language, known.plain[left:right])
    )


def _marks(known: Known, start: int, end: int) -> set[Modality]:
    """The modalities other than fact whose words stand in a stretch."""
    stretch = known.plain[start:end]
    words = patterns("second_modality.toml", known.language)
    marks = {Modality(kind) for kind, pattern in words if pattern.search(stretch)}
    if known.language != "zh" and (read := modality_of(stretch, known.language)) is not Modality.FACT:
        marks.add(read)
    return marks


def _is_told_as_done(known: Known, start: int, end: int) -> bool:
    """Whether a sentence tells what was or is: a finite verb, no day still to come, no plan announced just before."""
    if not _is_done(known, start, end) or _is_to_come(known, start, end):
        return False
    before = known.plain[known.plain.rfind("\n", 0, start) + 1 : start]
    return not has_word("ahead", known.language, before)


def _is_done(known: Known, start: int, end: int) -> bool:
    return has_word("done", known.language, known.plain[start:end])


def _is_to_come(known: Known, start: int, end: int) -> bool:
    """Whether a sentence names a day after the one on which the text was published."""
    published = known.reading.published
    if published is None:
        return False
    days = [fact.norm for fact in known.facts if fact.type is FactType.DATE and start <= fact.start < end]
    return any(day[: len(day.partition("/")[0])] > published.isoformat()[: len(day.partition("/")[0])] for day in days)


def _modalities(known: Known, start: int, end: int, *kinds: FactType) -> set[Modality]:
    """What the offline reader says of the acts of some types that lie over a stretch."""
    return {f.modality for f in known.facts if f.type in kinds and f.start < end and start < f.end}


def _clause(known: Known, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    cuts = list(_CLAUSE.finditer(known.plain, left, right))
    begin = max((cut.end() for cut in cuts if cut.end() <= start), default=left)
    stop = min((cut.start() for cut in cuts if cut.start() >= end), default=right)
    return begin, stop
