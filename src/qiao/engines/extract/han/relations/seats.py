"""Where a body sits, and which of our outposts were opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.result import FactType, RelationKind

_OPENING = re.compile(
    r"挂牌成立|揭牌成立|揭牌|挂牌|揭幕|启用|授牌|成立|设立|开设|建立|设置|增设|开张|启动运营|投入使用|投用|揭牌运营|落成|开馆|设(?=[^,。]{0,8}(?:站|处|中心))"
)
_SEAT = re.compile(
    r"总部(?:就|也|则|均)?(?:位于|设在|设于|设立在|设立于|坐落于|落在|在)|(?:成立|创立|创办|创建|始建|诞生|起家|注册)于(?!\d)|位于|坐落于|坐落在|座落于|设立在|设在|设于|落户于|地处|注册于|常驻|驻扎在|扎根"
)
_OUTPOST = frozenset(
    (
        "station",
        "diplomatic",
        "center",
        "incubator",
        "laboratory",
        "institute",
        "park",
        "association",
        "company",
        "government",
        "school",
    )
)
_ALWAYS = ("揭牌", "挂牌", "揭幕", "启用", "授牌", "挂牌成立", "揭牌成立", "开张", "揭牌运营")
_STATION = re.compile(r"(?:站|处|中心|基地|孵化器|办公室|代表处|工作室|分会|点|驿站|研究院|实验室|分院|学院)$")


def opened(scene: Scene) -> Iterator[Mark]:
    """An outpost in the clause of an opening verb is opened, and sits where the clause or its own name says."""
    for match in _OPENING.finditer(scene.page.text):
        start, end = _wide(scene, match.start())
        for outpost in _outposts(scene, match, start, end):
            subject = _owner(scene, outpost, match.start())
            yield scene.relation(RelationKind.OPENED, subject, outpost.name, (start, end), match.start())
            for spot in _seats(scene, outpost, start, match):
                yield scene.relation(RelationKind.LOCATED_IN, outpost.name, spot.name, (start, end), match.start())


def _wide(scene: Scene, at: int) -> tuple[int, int]:
    start, _ = scene.page.clause(at)
    return start, scene.object_end(at)


def _outposts(scene: Scene, match: re.Match[str], start: int, end: int) -> list[Mention]:
    text = scene.page.text
    bodies = [m for m in scene.near(start, end) if m.type is FactType.ORGANISATION and m.end <= end]
    bodies = [m for m in bodies if (m.start, m.end) not in scene.employers and _STATION.search(text[m.start : m.end])]
    after = [m for m in bodies if m.start >= match.end() and m.start - match.end() <= 16]
    before = [m for m in bodies if m.end <= match.start() and not re.search(r"[,。;]", text[m.end : match.start()])]
    if match.group() in _ALWAYS:
        return after[:1] or before[-1:]
    if re.match(r"(?:于|以来|后|之初|仪式|大会)", text[match.end() : match.end() + 2]):
        return []
    return [
        m
        for m in after[:1] or before[-1:]
        if m.kind in ("station", "diplomatic", "incubator", "center", "laboratory", "institute") or "驻" in m.name
    ]


def _owner(scene: Scene, outpost: Mention, at: int) -> str:
    """The body whose name the outpost bears, else who opened it."""
    words = scene.page.text[outpost.start : outpost.end]
    for mention in scene.mentions:
        other = mention.type is FactType.ORGANISATION and mention.name != outpost.name and len(mention.name) > 2
        if other and (words.startswith(mention.name) or outpost.name.startswith(mention.name)):
            return mention.name
    if scene.home and outpost.name.startswith(scene.home[:2]):
        return scene.home
    subject = scene.subject_mention(at)
    if subject is not None and subject.type is FactType.ORGANISATION and subject.name != outpost.name:
        return subject.name
    return scene.home


def _seats(scene: Scene, outpost: Mention, start: int, match: re.Match[str]) -> list[Mention]:
    """The places 在 which it opened; else those of its name (驻荷兰); else those of the sentence."""
    text = scene.page.text
    spots = scene.places_between(start, match.start())
    in_clause = [m for m in spots if re.search(r"在[^,。;]{0,12}$", text[max(start, m.start - 14) : m.start])]
    if in_clause:
        return _cities(in_clause)
    hosts = [
        m
        for m in scene.near(start, match.start())
        if m.type is FactType.ORGANISATION
        and text[m.start - 1 : m.start] == "在"
        and start <= m.start < match.start()
        and m.name != outpost.name
    ]
    if hosts:
        return hosts[:1]
    sentence = scene.page.sentence(match.start())
    held = [
        m
        for m in scene.places_between(sentence[0], start)
        if text[m.start - 1 : m.start] == "在" or text[m.start - 1 : m.start] in ("赴", "抵")
    ]
    if held:
        return held[-1:]
    posted = re.search(
        r"驻([\u3400-\u9fff]{2,8}?)(?:招商|引才|人才|经贸|科技|海外|联络|办公|代表|办事|工作|经济|商务|创新|离岸|商)",
        outpost.name,
    )
    if posted:
        return [Mention(outpost.start, outpost.end, FactType.PLACE, posted[1])]
    named = [
        m for m in scene.mentions if m.type is FactType.PLACE and m.name in outpost.name and not scene.is_ours(m.name)
    ]
    return named[:1]


def _cities(spots: list[Mention]) -> list[Mention]:
    """Of 法国里昂 the city."""
    return [
        spot for index, spot in enumerate(spots) if not (index + 1 < len(spots) and spots[index + 1].start == spot.end)
    ]


def located(scene: Scene) -> Iterator[Mark]:
    """总部位于 P, 位于 P, and P 的 X."""
    yield from _seated(scene)
    yield from _of_place(scene)


def _seated(scene: Scene) -> Iterator[Mark]:
    text = scene.page.text
    for match in _SEAT.finditer(text):
        end = scene.object_end(match.end())
        spots = [
            m
            for m in scene.near(match.end(), match.end() + 9)
            if m.type is not FactType.PERSON and match.end() <= m.start <= match.end() + 8 and m.end <= end
        ]
        spots = [m for m in spots if (m.start, m.end) not in scene.employers]
        if not spots:
            continue
        first = _innermost(spots)
        body = _seated_body(scene, match.start())
        if body is not None and body.name != first.name:
            yield scene.relation(
                RelationKind.LOCATED_IN, body.name, first.name, (match.start(), first.end), match.start()
            )


def _innermost(spots: list[Mention]) -> Mention:
    for mention, following in pairwise(spots):
        if mention.end == following.start:
            return following
    return spots[0]


def _seated_body(scene: Scene, at: int) -> Mention | None:
    found = scene.subject_mention(at)
    if found is not None and found.type is FactType.ORGANISATION and found.start >= 0:
        return found
    return scene.last_foreign(at, reach=2)


def _of_place(scene: Scene) -> Iterator[Mark]:
    """里昂|的|瓦兰生物, and every further item of that list up to the next place."""
    text = scene.page.text
    places = [m for m in scene.mentions if m.type is FactType.PLACE]
    for spot in places:
        if text[spot.end : spot.end + 1] != "的":
            continue
        at = spot.end + 1
        for body in scene.near(at, at + 120):
            gap = text[at : body.start]
            if body.type is not FactType.ORGANISATION or body.start < at:
                continue
            joined = at == spot.end + 1 and not re.search(r"[,。;、与和及()\n]", gap) and len(gap) <= 10
            if not joined and not re.fullmatch(r"(?:\([^()]*\))?[与和及]", gap):
                break
            if (body.start, body.end) in scene.employers:
                break
            yield scene.relation(RelationKind.LOCATED_IN, body.name, spot.name, (spot.start, body.end), spot.start)
            at = body.end
