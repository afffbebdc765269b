"""Ties other than visits and meetings: leading, founding, owning, seat and investment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.sides import delegation_body, is_owner
from qiao.engines.extract.latin.subjects import Discourse
from qiao.engines.extract.latin.triggers import Rule
from qiao.engines.extract.result import FactType, RelationKind


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule's words found in a sentence."""

    rule: Rule
    start: int
    end: int


def led(
    page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger, talk: Discourse
) -> list[tuple[str, str]]:
    persons = [m for m in here if m.type is FactType.PERSON]
    group = _delegation_of(page, here, trigger) or _led_body(page, here, trigger) or talk.home
    if trigger.rule.is_backward:
        leaders = [m for m in persons if m.end <= trigger.start]
        leader = leaders[0].norm if leaders else talk.person
        return [(leader, group)]
    leaders = [m for m in persons if 0 <= m.start - trigger.end < 110]
    return [(leaders[0].norm, group)] if leaders else []


_DELEGATION = re.compile(
    r"\b(?:delegation|délégation|group|team|mission|Delegation|Gruppe)\b[^.;]{0,25}?\s(?:from|"
    r"of|de|du|des|der|aus|von)\s?(?:the |la |l['’])?$"
)


def _delegation_of(page: Page, here: list[Mention], trigger: Trigger) -> str:
    """As in "A delegation from Hunan Institute, led by X": the body it comes from, when the clause names it."""
    for mention in here:
        reach = page.text[max(0, mention.start - 60) : mention.start]
        if mention.type is FactType.ORGANISATION and _DELEGATION.search(reach):
            return mention.norm
    return ""


def _led_body(page: Page, here: list[Mention], trigger: Trigger) -> str:
    """The body whose delegation is named in front of its leader."""
    leader = next((i for i, m in enumerate(here) if m.type is FactType.PERSON and m.start >= trigger.end), None)
    return delegation_body(page, here, leader) if leader is not None else ""


def founded(
    page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger, talk: Discourse
) -> list[tuple[str, str]]:
    persons = [m for m in here if m.type is FactType.PERSON]
    bodies = [m for m in here if m.type is FactType.ORGANISATION]
    if trigger.rule.is_backward:
        founder = next((m.norm for m in reversed(persons) if m.end <= trigger.start), "")
        behind = next((m.norm for m in bodies if 0 <= m.start - trigger.end < 40), "")
        first = next((m.norm for m in bodies if m.end <= trigger.start), "")
        passive = page.text[trigger.start : trigger.end].endswith("gegründet")
        return [(founder, (first or behind) if passive else behind)]
    founders = [m for m in persons if 0 <= m.start - trigger.end < 60]
    front = [m for m in bodies if m.end <= trigger.start and not is_owner(page, m)]
    body = front[-1].norm if front else talk.body
    return [(founder.norm, body) for founder in founders[:3]]


_WANTED = {
    RelationKind.LOCATED_IN: (FactType.PLACE,),
    RelationKind.SUBSIDIARY_OF: (FactType.ORGANISATION,),
    RelationKind.INVESTED_IN: (FactType.ORGANISATION, FactType.PLACE),
}
_BUILT = re.compile(r"(?i)build|construct|set|establish|locate|constru|bâtir|implant|bau|erricht|ansied")
_OWN = re.compile(r"\s*(?:our|notre|unser\w*|the|la|le|der|die|den)\s")


def of_body(
    page: Page, sentence: Sentence, here: list[Mention], trigger: Trigger, talk: Discourse
) -> list[tuple[str, str]]:
    """A body's owner, seat or investment: the body before, what it is tied to behind."""
    kind = trigger.rule.kind
    target = next((m for m in here if m.type in _WANTED[kind] and 0 <= m.start - trigger.end < 60), None)
    if target is None and kind is RelationKind.INVESTED_IN:
        target = _aim_in_front(page, here, trigger)
    if kind is RelationKind.SUBSIDIARY_OF and (own := _own_unit(page, here, trigger, talk)):
        return own
    body = _body_of(page, here, trigger, target)
    if kind is RelationKind.INVESTED_IN:
        agent = _agent(page, here, trigger)
        names = [agent] if agent else _joint(page, here, trigger, body)
        aims = _aims(page, here, target)
        return [pair for name in names for aim in aims for pair in _invested(page, trigger, name, aim, talk)]
    return [(body or talk.body, target.norm)] if target is not None else []


_POSSESSED = re.compile(
    r"(?:\b(?:its|their|sa|leur|ihre[nr]?|seine[nr]?|deren|dessen)\s(?:[\w-]+\s){0,2})$", re.IGNORECASE
)


def _own_unit(page: Page, here: list[Mention], trigger: Trigger, talk: Discourse) -> list[tuple[str, str]]:
    """As in "Its UK subsidiary, X", "X, sa filiale lyonnaise": the unit beside the word, its owner named before."""
    inside = _POSSESSED.match(page.text[trigger.start : trigger.start + 6].split(" ")[0] + " ") is not None
    if not inside and _POSSESSED.search(page.text[max(0, trigger.start - 30) : trigger.start]) is None:
        return []
    bodies = [m for m in here if m.type is FactType.ORGANISATION and m.kind != "publisher"]
    behind = [m for m in bodies if 0 <= m.start - trigger.end < 25]
    front = [m for m in bodies if 0 <= trigger.start - m.end < 25]
    if not behind and not front:
        return []
    unit = (behind or front)[0]
    owners = [m.norm for m in bodies if m.end < unit.start] or [name for name in (talk.body,) if name]
    return [(unit.norm, owners[-1])] if owners else []


def _body_of(page: Page, here: list[Mention], trigger: Trigger, target: Mention | None) -> str:
    """The body a tie is about: inside its words, in front of them, or the body of the person who speaks."""
    kind = trigger.rule.kind
    reach = 10_000 if kind is RelationKind.INVESTED_IN else 100
    bodies = [m for m in here if m.type is FactType.ORGANISATION and m.kind != "publisher" and m is not target]
    bodies = [m for m in bodies if not is_owner(page, m)] or bodies
    inside = [m for m in bodies if trigger.start <= m.start < trigger.end]
    before = [m for m in bodies if m.end <= trigger.start and trigger.start - m.end < reach]
    if inside or before:
        return (inside or before)[-1].norm
    acting = [m for m in here if m.type is FactType.PERSON and m.end <= trigger.start and m.org]
    if acting:
        return acting[-1].org
    if kind is RelationKind.SUBSIDIARY_OF and target is not None:
        return next((m.norm for m in bodies if m.start > target.end), "")
    return ""


def _invested(
    page: Page, trigger: Trigger, body: str, target: Mention | None, talk: Discourse
) -> list[tuple[str, str]]:
    """An investment needs an aim; a plant that is built without one stands with the sender."""
    built = _BUILT.match(page.text, trigger.start, trigger.end) is not None
    if built and body in ("", talk.home):
        return []
    own = built or _OWN.match(page.text, trigger.end, trigger.end + 12) is not None
    aim = target.norm if target is not None else (talk.home if own else "")
    return [(body or talk.body or talk.home, aim)]


_AND = re.compile(r"(?:,|,?\s(?:and|et|und|sowie))\s(?:in |à |the |la |le |l['’])?")


_BY = re.compile(r"\b(?:by|par|durch|von)\s(?:the |la |le |l['’]|der |dem )?(?:groupe |group )?$", re.IGNORECASE)


def _agent(page: Page, here: list[Mention], trigger: Trigger) -> str:
    """As in "an investment in the site was announced by X": the body behind a passive."""
    behind = [m for m in here if m.type is FactType.ORGANISATION and m.start >= trigger.end]
    return next((m.norm for m in behind if _BY.search(page.text[max(trigger.end, m.start - 20) : m.start])), "")


def _joint(page: Page, here: list[Mention], trigger: Trigger, body: str) -> list[str]:
    """All bodies that invest together: "X, Y and Z have invested in the zone"."""
    front = [m for m in here if m.type is FactType.ORGANISATION and m.end <= trigger.start]
    names, edge = [body], None
    for mention in reversed(front):
        if edge is not None and not _AND.fullmatch(page.text, mention.end, edge):
            break
        if edge is not None or mention.norm == body:
            edge = mention.start
            names.append(mention.norm)
    return list(dict.fromkeys(names))


def _aims(page: Page, here: list[Mention], target: Mention | None) -> list[Mention | None]:
    """All aims of one investment: "in two companies, X and Y"."""
    if target is None:
        return [None]
    found: list[Mention | None] = [target]
    edge = target.end
    for mention in here:
        if mention.start <= target.start:
            continue
        if mention.type is not target.type or not _AND.fullmatch(page.text, edge, mention.start):
            break
        found.append(mention)
        edge = mention.end
    return found


def _aim_in_front(page: Page, here: list[Mention], trigger: Trigger) -> Mention | None:
    """As in "will in Düren ein Werk bauen": the place stands in front of a German verb."""
    for mention in reversed(here):
        if mention.end <= trigger.start and trigger.start - mention.end < 60 and mention.type is FactType.PLACE:
            before = page.text[max(0, mention.start - 5) : mention.start]
            return mention if re.search(r"\b(?:in|im|an|à)\s$", before) else None
    return None


def opened(here: list[Mention], trigger: Trigger, talk: Discourse) -> list[tuple[str, str]]:
    """As in "The Hub was inaugurated": the body in front was opened, by the sender unless another is named."""
    front = [
        m for m in here if m.type is FactType.ORGANISATION and m.end <= trigger.start and trigger.start - m.end < 80
    ]
    behind = [m for m in here if m.type is FactType.ORGANISATION and 0 <= m.start - trigger.end < 25]
    return [(behind[0].norm if behind else talk.home, front[-1].norm)] if front else []
