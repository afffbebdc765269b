"""Visits and meetings told from the side of those who come: guests at home, and hosts and attendants abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.han.sender import zone_stem
from qiao.engines.extract.result import FactType, RelationKind

_MOST = 24
_ATTENDED = re.compile(r"到会|应邀(?:[\u3400-\u9fff]{0,4})?(?:出席|参加|到场)")
_RECEIVED = re.compile(
    r"(?:受到|得到)了?(?P<who>[^。;\n]{2,60}?)的?(?:热情|亲切|盛情|隆重|友好)*地?(?:接待|会见|欢迎|款待|接见)"
)
_WELCOME = re.compile(
    r"(?:会见|接见|会晤|接待|宴请)了?(?:来访的?)?(?=客人|来宾|外宾|一行|考察团|代表团|访问团|参访团|他们)"
    r"|对[^,。;\n]{0,30}?(?:到来|来访|到访|莅临)[^,。;\n]{0,6}(?:欢迎|感谢)"
)
_TOUR = re.compile(
    r"(?:到|赴|前往|来到|走到|前去|至)(?P<where>[^,。;\n]{2,60}?)(?:进行|开展)?了?(?:实地)?"
    r"(?:走访|考察|参观|调研|访问|参访|观摩|参观学习|拜访)"
)
_LOOKED_IN = re.compile(r"(?:看望|慰问|接见)了?(?=参展|我|代表团|团员|考察团|访问团|全体|随团)")
_COME = r"(?:来到|到访|访问|走访|考察|参访|莅临|抵达|造访|走进|前来|到|来|赴|抵)了?"
_HERE = r"我区|我市|我县|我校|我院|我会|我园|本区|本市|本县|本校|园区|新区|我园区"
_PURPOSE = r"[^,。;\n]{0,16}?(?:考察|访问|参观|调研|走访|洽谈|交流|拜访|来访|参访|对接|访|看一看|座谈)"


def hosted(scene: Scene) -> Iterator[Mark]:
    """Who came to the sender, who received it, who attended its gatherings."""
    yield from _attended(scene)
    yield from _received(scene)
    yield from _came(scene)
    yield from _welcomed(scene)
    yield from _toured(scene)
    yield from _looked_in(scene)


def _attended(scene: Scene) -> Iterator[Mark]:
    """A 商会会长 B、C 公司总裁 D 等应邀出席: they met the sender there."""
    text = scene.page.text
    for match in _ATTENDED.finditer(text):
        start = scene.page.sentence(match.start())[0]
        people = [m for m in scene.between(start, match.start()) if m.type is FactType.PERSON]
        if not people or re.search(r"[。;:]|代表团|考察团|一行", text[people[-1].end : match.start()]):
            continue
        if match.start() - people[-1].end > 22:
            continue
        for person in people[-_MOST:]:
            if scene.is_outside(person):
                span = (person.start, match.end())
                yield scene.relation(RelationKind.MET, scene.home, person.name, span, match.start())


def _received(scene: Scene) -> Iterator[Mark]:
    for match in _RECEIVED.finditer(scene.page.text):
        parties = scene.between(match.start("who"), match.end("who"))
        people = [m for m in parties if m.type is FactType.PERSON]
        subject = scene.subject(match.start())
        for party in people or parties:
            if party.name != subject and not scene.is_ours(party.name):
                yield scene.relation(RelationKind.MET, subject, party.name, match.span(), match.start())


def _came(scene: Scene) -> Iterator[Mark]:
    """Persons or bodies from outside who come to the sender's ground."""
    if not scene.home:
        return
    names = [re.escape(name) for name in (scene.home, zone_stem(scene.home)) if len(name) >= 2]
    pattern = re.compile(rf"{_COME}(?:{'|'.join(names)}|{_HERE}){_PURPOSE}")
    for match in pattern.finditer(scene.page.text):
        for guest in _guests_before(scene, match.start()):
            span = (guest.start, match.end())
            yield scene.relation(RelationKind.VISITED, guest.name, scene.home, span, match.start())


def _guests_before(scene: Scene, at: int) -> list[Mention]:
    """The persons from outside in the clause before a place, else its bodies."""
    start = scene.page.sentence(at)[0]
    parties = [m for m in scene.between(start, at) if scene.is_outside(m)]
    people = [m for m in parties if m.type is FactType.PERSON]
    return (people or parties)[-_MOST:]


def _welcomed(scene: Scene) -> Iterator[Mark]:
    """会见了客人: those who came last before it, else the guests named last."""
    arrivals = list(_came(scene))
    for match in _WELCOME.finditer(scene.page.text):
        named = [m for m in scene.between(match.start(), match.end()) if scene.is_outside(m)]
        guests = named or _last_guests(scene, match.start())
        names = [guest.name for guest in guests] or _arrived(arrivals, match.start())
        subject = scene.subject(match.start())
        for name in names:
            if name != subject:
                yield scene.relation(RelationKind.MET, subject, name, match.span(), match.start())


def _arrived(arrivals: list[Mark], before: int) -> list[str]:
    """The guests of the last arrival told before a place."""
    ends = [mark.end for mark in arrivals if mark.end <= before]
    return [mark.attrs.parties[0] for mark in arrivals if ends and mark.end == max(ends)]


def _last_guests(scene: Scene, before: int) -> list[Mention]:
    """The persons from outside in the nearest sentence of the page's last ones that names any."""
    at = before
    for _ in range(4):
        start = scene.page.sentence(max(0, at - 1))[0]
        named = scene.between(start, min(at, before))
        people = [m for m in named if m.type is FactType.PERSON and scene.is_outside(m)]
        if people or start <= 0:
            return people[:_MOST]
        at = start
    return []


def _looked_in(scene: Scene) -> Iterator[Mark]:
    """A consul who comes to see our people met the sender."""
    for match in _LOOKED_IN.finditer(scene.page.text):
        start = scene.page.sentence(match.start())[0]
        people = [m for m in scene.between(start, match.start()) if m.type is FactType.PERSON]
        for person in people[-_MOST:]:
            if scene.is_outside(person):
                span = (person.start, match.end())
                yield scene.relation(RelationKind.MET, scene.home, person.name, span, match.start())


def _toured(scene: Scene) -> Iterator[Mark]:
    """到 A、B 走访: what is visited stands before the verb."""
    text = scene.page.text
    for match in _TOUR.finditer(text):
        bodies = [
            m
            for m in scene.between(match.start("where"), match.end("where"))
            if m.type is FactType.ORGANISATION and m.name != scene.home
        ]
        if not bodies or match.end("where") - bodies[-1].end > 4 or bodies[0].start - match.start("where") > 8:
            continue
        subject = scene.subject(match.start())
        for body in bodies[:_MOST]:
            yield scene.relation(RelationKind.VISITED, subject, body.name, match.span(), match.start())
