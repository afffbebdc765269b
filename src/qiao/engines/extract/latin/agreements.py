"""Agreements: letters of intent, memoranda, frameworks, contracts; how far they got and between whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.latin.agreement_words import ACTS, DISCUSSED, PATTERNS, WITH
from qiao.engines.extract.latin.clauses import clause_at, modality_at
from qiao.engines.extract.latin.counts import FoundCount
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.result import Modality


@dataclass(frozen=True, slots=True)
class FoundAgreement:
    """An agreement named in a text. `step` is a rung of the outcome ladder; `count` how many papers, 0 if not said."""

    start: int
    end: int
    kind: str
    step: str
    modality: Modality
    count: int = 0


def find_agreements(page: Page, counts: list[FoundCount]) -> list[FoundAgreement]:
    """Agreements in order of position; loose words like "partnership" only where they are signed or agreed."""
    found: list[FoundAgreement] = []
    for sentence in page.sentences:
        end = sentence.start
        spans = sorted(_spans(page, sentence), key=lambda item: (item[0], -item[1]))
        for start, stop, kind in spans:
            if start < end or _is_in_name(page, start, stop, kind):
                continue
            full = kind == "loose" and _says_enough(page, start, stop)
            if kind not in ("loose", "partnership") or full or _is_agreed(page, sentence, start, stop):
                found.append(_found(page, sentence, start, stop, kind, counts))
                end = stop
    return found


def _says_enough(page: Page, start: int, stop: int) -> bool:
    """Whether a loose word is an agreement by itself: a compound, a phrase, "agreement" or "accord"."""
    words = page.text[start:stop].lower()
    return page.language == "de" or " " in words or words.startswith(("agree", "accord"))


def _is_in_name(page: Page, start: int, stop: int, kind: str) -> bool:
    """As in "Enterprise Partnership": a loose word with a capital inside a capitalised name."""
    if page.language == "de" or kind not in ("loose", "partnership") or not page.text[start].isupper():
        return False
    before = page.text[max(0, start - 30) : start].split()
    return bool(before) and before[-1][:1].isupper() and page.text[start - 1] == " "


def _spans(page: Page, sentence: Sentence) -> list[tuple[int, int, str]]:
    return [
        (*match.span(), kind)
        for kind, pattern in PATTERNS[sentence.language]
        for match in pattern.finditer(page.text, sentence.start, sentence.end)
    ]


def _is_agreed(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    left, right = clause_at(page, sentence, start)
    clause = page.text[left:right]
    return bool(ACTS[sentence.language].search(clause)) or bool(
        WITH[sentence.language].match(page.text, end)
        and (DISCUSSED[sentence.language].search(clause) or _ANNOUNCED.search(clause))
    )


_ANNOUNCED = re.compile(
    r"\b(?:announc\w+|annonc\w+|kündig\w+|launch\w*|lanc\w+|denied|dément\w*|exclusive|new|neue)\b", re.IGNORECASE
)


def _found(page: Page, sentence: Sentence, start: int, end: int, kind: str, counts: list[FoundCount]) -> FoundAgreement:
    kind = "other" if kind in ("loose", "partnership") else kind
    modality = modality_at(page, start)
    step = _step(page, sentence, start, kind, modality)
    if step == "discussed":
        modality = Modality.FACT
    count = next((c for c in counts if c.start <= start and end <= c.end + 1), None)
    number = int(count.quantity.stated) if count else 0
    first = count.start if count and count.end >= end - 1 else start
    return FoundAgreement(first, end, kind, step, modality, number)


def _step(page: Page, sentence: Sentence, start: int, kind: str, modality: Modality) -> str:
    left, right = clause_at(page, sentence, start)
    clause, language = page.text[left:right], sentence.language
    if modality is Modality.DENIAL:
        return "discussed" if _only_discussed(clause, language) else "mentioned"
    if modality is Modality.HOPE:
        return "hoped"
    acts = ACTS[language].search(clause)
    if DISCUSSED[language].search(clause) and not acts:
        return "discussed"
    if modality is Modality.PLAN:
        return "intention"
    if kind == "strategic_intent" or (kind == "other" and not acts):
        return "intention"
    return "contract" if kind == "contract" else "signed"


def _only_discussed(clause: str, language: str) -> bool:
    """As in "il n'a été question que d'un accord-cadre", "lediglich besprochen"."""
    return bool(DISCUSSED[language].search(clause)) and not ACTS[language].search(clause)
