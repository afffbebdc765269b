"""Events as facts with their day and place; what an opening opens, and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left

from qiao.engines.extract.latin.events import FoundEvent
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind
from qiao.engines.text.latin_dates import FoundDate

_STATION = re.compile(
    r"office|bureau|branch|antenne|büro|vertretung|représentation|repräsentanz|desk|station|"
    r"kontakt|outpost|liaison|consulat",
    re.IGNORECASE,
)


def event_facts(
    page: Page, events: list[FoundEvent], dates: list[FoundDate], mentions: list[Mention], home: str
) -> list[Fact]:
    """One fact for each event; an opening also gives the body it opens and two relations."""
    facts: list[Fact] = []
    starts = [mention.start for mention in mentions]
    for event in events:
        sentence = page.sentence_at(event.start)
        if sentence is None or _is_in_name(event, mentions):
            continue
        here = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        day, place = _day(sentence, event, dates), _place(page, sentence, event, here, mentions)
        attrs = Attributes(kind=event.kind, date=day, place=place)
        facts.append(_fact(page, event.start, event.end, FactType.EVENT, event.modality, attrs))
        if event.kind == "opening" and event.object_end:
            facts += _opened(page, sentence, event, here, place, home)
    return facts


def _is_in_name(event: FoundEvent, mentions: list[Mention]) -> bool:
    """A word inside a longer name is no event of its own."""
    return event.kind != "opening" and any(m.start <= event.start and event.end <= m.end for m in mentions)


def _fact(page: Page, start: int, end: int, kind: FactType, modality: Modality, attrs: Attributes) -> Fact:
    text = page.text[start:end]
    return Fact(start, end, kind, text, re.sub(r"\s+", " ", text), modality, 0.65, attrs)


def _day(sentence: Sentence, event: FoundEvent, dates: list[FoundDate]) -> str:
    """The date nearest to the event in its sentence."""
    here = [date for date in dates if sentence.start <= date.start < sentence.end]
    return min(here, key=lambda date: abs(date.start - event.start)).norm if here else ""


def _place(page: Page, sentence: Sentence, event: FoundEvent, here: list[Mention], mentions: list[Mention]) -> str:
    """A place behind the event, else one before it in the sentence, else the last one named."""
    places = [m for m in here if m.type is FactType.PLACE]
    behind = [m for m in places if m.start >= event.start]
    if behind:
        return behind[0].text
    if places:
        return places[-1].text
    earlier = [m for m in mentions if m.type is FactType.PLACE and m.start < sentence.start]
    return earlier[-1].text if earlier else ""


def _opened(
    page: Page, sentence: Sentence, event: FoundEvent, here: list[Mention], place: str, home: str
) -> list[Fact]:
    start, end = event.object_start, event.object_end
    named = next((m for m in here if m.type is FactType.ORGANISATION and m.start <= start and end <= m.end), None)
    target = named.norm if named else page.text[start:end]
    facts = []
    if named is None and _STATION.search(target) and (" " in target or page.language == "de"):
        attrs = Attributes(kind="liaison_station", place=place)
        facts.append(_fact(page, start, end, FactType.ORGANISATION, event.modality, attrs))
    facts.append(_tie(page, event, RelationKind.OPENED, _opener(page, here, event, named, home), target))
    site = next((m for m in here if m.type is FactType.PLACE and m.start >= start), None)
    there = re.search(r"\b(?:there|y|dort|sur place)\b", page.text[sentence.start : sentence.end])
    if site is not None or (there and place):
        facts.append(_tie(page, event, RelationKind.LOCATED_IN, target, site.norm if site else place))
    if site is not None:
        facts += [_tie(page, event, RelationKind.LOCATED_IN, target, m.norm) for m in _second_sites(page, here, site)]
    return [fact for fact in facts if fact.type is not FactType.RELATION or all(fact.attrs.parties)]


_ANOTHER = re.compile(
    r",?\s(?:and|et|und)\s(?:(?:another|a second|one more|une? (?:autre|second|seconde|deuxième)|"
    r"ein(?:e|es|en)? (?:weitere|zweite)[snr]?)"
    r"\s(?:one\s)?)?(?:in|at|à|en|au)\s",
    re.IGNORECASE,
)


def _second_sites(page: Page, here: list[Mention], site: Mention) -> list[Mention]:
    """As in "an office in Lyon and another in Munich": the place of the second."""
    places = [m for m in here if m.type is FactType.PLACE and m.start > site.end]
    return [m for m in places[:1] if _ANOTHER.fullmatch(page.text, site.end, m.start)]


def _opener(page: Page, here: list[Mention], event: FoundEvent, named: Mention | None, home: str) -> str:
    """The body in front of the verb, or between a German verb and its object; else the sender."""
    bodies = [m for m in here if m.type is FactType.ORGANISATION and m is not named and m.start < event.object_start]
    near = [m for m in bodies if event.start - m.end < 40]
    return near[-1].norm if near else home


def _tie(page: Page, event: FoundEvent, kind: RelationKind, subject: str, target: str) -> Fact:
    attrs = Attributes(kind=kind.value, parties=(subject, target))
    text = page.text[event.start : event.end]
    norm = f"{kind.value}({subject}, {target})"
    return Fact(event.start, event.end, FactType.RELATION, text, norm, event.modality, 0.55, attrs)
