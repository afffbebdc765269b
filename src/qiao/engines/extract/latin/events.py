"""Gatherings and visits named by a common noun: seminar, signing ceremony, table ronde, Firmenbesuch, openings."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.engines.extract.latin.clauses import modality_at
from qiao.engines.extract.latin.event_words import BULLET_EVENTS, EVENTS, OPENING
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.result import Modality


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event named by common words. For an opening, `object_start`/`object_end` mark what was opened."""

    start: int
    end: int
    kind: str
    modality: Modality
    object_start: int = 0
    object_end: int = 0


def find_events(page: Page) -> list[FoundEvent]:
    """Events in order of position, not overlapping."""
    found: list[FoundEvent] = []
    for sentence in page.sentences:
        here = list(_openings(page, sentence)) + list(_nouns(page, sentence)) + list(_bullets(page, sentence))
        here.sort(key=lambda event: (event.start, -event.end))
        end = sentence.start
        for event in here:
            if event.start >= end:
                found.append(event)
                end = event.end
    return found


def _nouns(page: Page, sentence: Sentence) -> list[FoundEvent]:
    return [
        FoundEvent(*match.span(), kind, modality_at(page, match.start()))
        for kind, pattern in EVENTS[sentence.language]
        for match in pattern.finditer(page.text, sentence.start, sentence.end)
    ]


def _bullets(page: Page, sentence: Sentence) -> list[FoundEvent]:
    """As in "- 16/09 : visite de l'incubateur": a bare noun that heads an entry of a diary."""
    found = []
    for kind, pattern in BULLET_EVENTS[sentence.language]:
        match = pattern.search(page.text, sentence.start, sentence.end)
        if match is not None:
            found.append(FoundEvent(*match.span("noun"), kind, modality_at(page, match.start("noun"))))
    return found


def _openings(page: Page, sentence: Sentence) -> list[FoundEvent]:
    """A verb of opening with the office, plant or house it opens."""
    found = []
    for pattern in OPENING[sentence.language]:
        for match in pattern.finditer(page.text, sentence.start, sentence.end):
            start, end = match.span("object")
            stop, verb = max(end, match.end("verb")), match.start("verb")
            found.append(FoundEvent(verb, stop, "opening", modality_at(page, verb), start, end))
    return found
