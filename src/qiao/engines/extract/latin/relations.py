"""Who visited, met, led, founded, owns or invests in whom."""

from __future__ import annotations

import re
from bisect import bisect_left

from qiao.engines.extract.latin.clauses import clause_at, modality_at
from qiao.engines.extract.latin.hosts import host_relations
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.objects import objects_of
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.seats import based, by_town, seated
from qiao.engines.extract.latin.subjects import Discourse, follow, subject_at
from qiao.engines.extract.latin.ties import Trigger, founded, led, of_body, opened
from qiao.engines.extract.latin.triggers import RULES
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind

_MOST_OBJECTS = 12


def find_relations(page: Page, mentions: list[Mention], talk: Discourse) -> list[Fact]:
    """Relations read from verbs and nouns of visiting, meeting, leading, founding, owning, seat and investment."""
    starts = [mention.start for mention in mentions]
    facts: list[Fact] = []
    for sentence in page.sentences:
        here = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        triggers = [trigger for trigger in _triggers(page, sentence) if not _is_in_name(trigger, here)]
        for index, trigger in enumerate(triggers):
            stop = triggers[index + 1].start if index + 1 < len(triggers) else sentence.end
            facts += _relate(page, sentence, here, trigger, stop, talk)
        facts += host_relations(page, sentence, here, talk)
        facts += based(here) + seated(page, here) + by_town(page, here)
        follow(page, sentence, here, talk)
    return facts


def _is_in_name(trigger: Trigger, here: list[Mention]) -> bool:
    """As in "Invest in Silesia": the words are part of a body's name."""
    return any(m.type is FactType.ORGANISATION and m.start <= trigger.start and trigger.end <= m.end for m in here)


def _triggers(page: Page, sentence: Sentence) -> list[Trigger]:
    """Triggers in order; an earlier rule keeps the characters it has taken."""
    found: list[Trigger] = []
    for rule in RULES[sentence.language]:
        for match in rule.pattern.finditer(page.text, sentence.start, sentence.end):
            if not any(match.start() < held.end and held.start < match.end() for held in found):
                found.append(Trigger(rule, match.start(), match.end()))
    return sorted(found, key=lambda trigger: trigger.start)


def _relate(
    page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger, stop: int, talk: Discourse
) -> list[Fact]:
    kind = trigger.rule.kind
    if kind is RelationKind.LED:
        pairs = led(page, sentence, here, trigger, talk)
    elif kind is RelationKind.OPENED:
        pairs = opened(here, trigger, talk)
    elif kind is RelationKind.FOUNDED:
        pairs = founded(page, sentence, here, trigger, talk)
    elif kind in (RelationKind.SUBSIDIARY_OF, RelationKind.LOCATED_IN, RelationKind.INVESTED_IN):
        pairs = of_body(page, sentence, here, trigger, talk)
    else:
        pairs = _encounter(page, sentence, here, trigger, stop, talk)
    return [
        relation(page, sentence, kind, *pair, trigger)
        for pair in pairs[:_MOST_OBJECTS]
        if pair[0] != pair[1] and all(pair)
    ]


def relation(page: Page, sentence: Sentence, kind: RelationKind, subject: str, target: str, trigger: Trigger) -> Fact:
    """The fact of one tie; its span is the clause around the words that say it."""
    start, end = clause_at(page, sentence, trigger.start)
    text = page.text[start:end]
    start, end = start + len(text) - len(text.lstrip(" \t\n-–•*·")), end - (len(text) - len(text.rstrip(" \t\n.,;")))
    modality = modality_at(page, trigger.start)
    if kind in (RelationKind.SUBSIDIARY_OF, RelationKind.LOCATED_IN, RelationKind.FOUNDED):
        modality = Modality.DENIAL if _is_denied_here(page, sentence, trigger) else Modality.FACT
    return Fact(
        start,
        max(end, start + 1),
        FactType.RELATION,
        page.text[start : max(end, start + 1)],
        f"{kind.value}({subject}, {target})",
        modality,
        0.55,
        Attributes(kind=kind.value, parties=(subject, target)),
    )


_DENIED = re.compile(r"(?i)\b(?:not|no|never|n['’]est|pas|jamais|nicht|keine?|nie)\s(?:\w+\s){0,2}$")


def _is_denied_here(page: Page, sentence: Sentence, trigger: Trigger) -> bool:
    """Who owns or founded a body is said beside the verb; only a "not" right in front denies it."""
    return _DENIED.search(page.text[max(sentence.start, trigger.start - 30) : trigger.start]) is not None


def _encounter(
    page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger, stop: int, talk: Discourse
) -> list[tuple[str, str]]:
    if trigger.rule.is_backward:
        return _received(page, sentence, here, trigger, talk)
    targets = objects_of(page, sentence, here, trigger.rule.kind, trigger.end, stop)
    subject = subject_at(page, sentence, here, trigger.start, talk)
    if not targets and sentence.language == "de":
        targets, subject = _verb_last(page, sentence, here, trigger, talk)
    elif not targets and re.search(r"(?:ed|ée?s?|en|t)$", page.text[trigger.start : trigger.end]):
        targets = _passive(page, sentence, here, trigger)
        subject = talk.home
    return [(subject, target.norm) for target in targets if target.norm != talk.home or subject != talk.home]


def _verb_last(
    page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger, talk: Discourse
) -> tuple[list[Mention], str]:
    """As in "Die Delegation hat X und Y besucht": the objects stand in front of the participle."""
    left, _ = clause_at(page, sentence, trigger.start)
    kind = trigger.rule.kind
    fits = [m for m in here if left <= m.start < trigger.start and m.is_party]
    verb = re.search(
        r"\b(?:hat|haben|wurde|wurden|soll|sollen|will|wollen|wird|werden)\b", page.text[left : trigger.start]
    )
    if verb is None or not fits:
        return [], talk.home
    behind = [m for m in fits if m.start > left + verb.start()] or fits
    targets = objects_of(page, sentence, behind, kind, behind[0].start, trigger.start)
    subject = fits[0].norm if fits[0] not in targets else talk.home
    return targets, subject


def _passive(page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger) -> list[Mention]:
    """As in "X and Y were visited": the objects stand in front of the passive."""
    left, _ = clause_at(page, sentence, trigger.start)
    before = page.text[max(left, trigger.start - 22) : trigger.start]
    if not re.search(r"\b(?:was|were|been|be|été|est|sont|étaient)\s(?:\w+\s)?$", before):
        return []
    fits = [m for m in here if left <= m.start < trigger.start]
    return objects_of(page, sentence, fits, trigger.rule.kind, left, trigger.start) if fits else []


def _received(
    page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger, talk: Discourse
) -> list[tuple[str, str]]:
    """As in "The mayor of X, Y, received us": the sender met whoever stands in front, else the addressee."""
    hosts = [m for m in here if m.is_party and m.end <= trigger.end and m.norm != talk.home]
    persons = [m for m in hosts if m.type is FactType.PERSON]
    host = (persons or hosts)[-1].norm if hosts else (talk.seen[-1] if talk.seen else "")
    return [(talk.home, host)]
