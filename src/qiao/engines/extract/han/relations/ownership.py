"""Who founded, who owns and who put money into what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.result import FactType, RelationKind

_FOUNDING = re.compile(r"创立|创办|创建|创设|始创|联合创立|共同创立|创始(?!人)|出来创业")
_BY = re.compile(r"由[^,。;]{0,40}?(?:成立|设立|发起)")
_FOUNDER = re.compile(r"创始人|创办人|创办者|创建人|联合创始|共同创办")
_BELOW = re.compile(
    r"(?:集团)?(?:旗下|下属|所属|麾下)(?:的)?(?:[\u3400-\u9fff]{0,16}?)?(?:子公司|公司|企业|品牌|成员|机构|附属公司)?"
)
_DAUGHTER = re.compile(
    r"(?:的)?(?:全资|控股|附属|在华|中国)?(?:子公司|附属公司|附属企业|下属公司|下属企业|分公司|全资子公司|控股子公司|孙公司|成员企业|分支机构|子企业)"
)
_TURNED = re.compile(
    r"(?:[12]\d{3}年)?(?:在[^,。;\n]{1,12}?)?的?(?:转投资(?:公司|企业)?|投资(?:设立|成立|兴办)的[^,。;\n]{0,8}(?:企业|公司|工厂)"
    r"|(?:全资|独资|控股|关联)(?:企业|公司)|关系企业|(?:唯一|首个|第一个|首家)?(?:海外)?(?:生产基地|分公司|子公司|工厂))"
)
_TAKEN = re.compile(r"被(?P<owner>[^,。;]{2,30}?)(?:全资|全面|战略|整体)?(?:收购|并购|控股|入股)")
_UNDER = re.compile(r"隶属于?|附属于|从属于")
_INVESTING = re.compile(
    r"投资(?:兴业|设厂|建厂|建设|兴建|创业)?|增资(?:扩产)?|投建|建设(?=[^,。;]{0,10}(?:基地|工厂|总部|中心|厂房|园))|注资|设厂|建厂|落户|投产|扩产|落地"
)
_HERE = re.compile(
    r"在此|在我区|在我市|在本区|在本市|在园区|在新区|在高新区|我区|我市|我园区|我们园区|来[\u3400-\u9fff]{1,3}投资"
)
_NOT_INVESTING = re.compile(
    r"^(?:推介|说明|促进|合同|协议|意向|额|环境|合作|机构|人|者|方|商|总额|贸易|政策|机会|基金|公司|项目|意愿|热土|推广|局|署|处|部|论坛|大会|协会|指南|洽谈)"
)


def founded(scene: Scene) -> Iterator[Mark]:
    """A person in the clause of a founding verb, and the body it tells of; founders by title."""
    text = scene.page.text
    for match in [*_FOUNDING.finditer(text), *_BY.finditer(text)]:
        start, end = scene.page.clause(match.start())
        people = [m for m in scene.between(start, end) if m.type is FactType.PERSON]
        if not people:
            continue
        body = _founded_body(scene, match, people[0], (start, end))
        if body is not None:
            span = (min(people[0].start, start), end)
            yield scene.relation(RelationKind.FOUNDED, people[0].name, body.name, span, match.start())
    yield from _founders_by_title(scene)


def _founders_by_title(scene: Scene) -> Iterator[Mark]:
    for person in scene.parties:
        if person.type is not FactType.PERSON or not _FOUNDER.search(person.role):
            continue
        if person.kind and person.kind != scene.home:
            yield scene.relation(RelationKind.FOUNDED, person.name, person.kind, (person.start, person.end))


def _founded_body(scene: Scene, match: re.Match[str], person: Mention, clause: tuple[int, int]) -> Mention | None:
    bodies = [m for m in scene.near(*clause) if m.type is FactType.ORGANISATION and m.end <= clause[1]]
    bodies = [m for m in bodies if (m.start, m.end) not in scene.employers and not scene.is_ours(m.name)]
    after = [m for m in bodies if m.start >= match.end()]
    before = [m for m in bodies if m.end <= person.start]
    if before and "由" in scene.page.text[before[-1].end : person.start]:
        return before[-1]
    told = after or before[-1:]
    return told[0] if told else scene.last_foreign(person.start, reach=2)


def subsidiaries(scene: Scene) -> Iterator[Mark]:
    """A 旗下 B, B 是 A 的子公司, B 被 A 收购, B 隶属于 A."""
    text = scene.page.text
    bodies = [m for m in scene.mentions if m.type is FactType.ORGANISATION]
    for owner in bodies:
        below = _BELOW.match(text, owner.end)
        if below:
            yield from _below(scene, owner, below, bodies)
            continue
        bracket = re.match(r"\([^()]*\)", text[owner.end :])
        at = owner.end + (bracket.end() if bracket else 0)
        if _DAUGHTER.match(text, at) or _TURNED.match(text, at):
            yield from _is_daughter(scene, owner, at)
    for match in _TAKEN.finditer(text):
        owners = [
            m
            for m in scene.near(match.start("owner"), match.end())
            if m.type is FactType.ORGANISATION and m.end <= match.end()
        ]
        child = _child(scene, match.start(), owners)
        if owners and child is not None:
            yield scene.relation(RelationKind.SUBSIDIARY_OF, child.name, owners[0].name, (match.start(), match.end()))
    for match in _UNDER.finditer(text):
        owners = [m for m in scene.near(match.end(), match.end() + 5) if m.type is FactType.ORGANISATION]
        child = _child(scene, match.start(), owners)
        if owners and child is not None:
            yield scene.relation(RelationKind.SUBSIDIARY_OF, child.name, owners[0].name, (match.start(), owners[0].end))


def _below(scene: Scene, owner: Mention, below: re.Match[str], bodies: list[Mention]) -> Iterator[Mark]:
    near = scene.near(below.end() - 12, below.end() + 5)
    behind = [
        m for m in near if m.type is FactType.ORGANISATION and m.start >= below.start() + 2 and m.name != owner.name
    ]
    if behind:
        child = behind[0]
        yield scene.relation(RelationKind.SUBSIDIARY_OF, child.name, owner.name, (owner.start, child.end), owner.start)
        return
    end = scene.object_end(owner.end)
    if re.search(r"子公司|附属公司|企业|成员|品牌|公司", scene.page.text[owner.end : end]):
        yield from _is_daughter(scene, owner, owner.end)


def _is_daughter(scene: Scene, owner: Mention, at: int) -> Iterator[Mark]:
    lead = scene.page.text[scene.page.clause(owner.start)[0] : owner.start]
    if not re.search(r"是|为|系|属|乃|作为", lead):
        return
    child = _child(scene, owner.start, [owner])
    if child is not None:
        yield scene.relation(RelationKind.SUBSIDIARY_OF, child.name, owner.name, (owner.start, at + 1), owner.start)


def _child(scene: Scene, at: int, owners: list[Mention]) -> Mention | None:
    names = {m.name for m in owners}
    found = scene.subject_mention(at)
    if (
        found is not None
        and found.type is FactType.ORGANISATION
        and found.name not in names
        and not scene.is_ours(found.name)
    ):
        return found
    body = scene.last_foreign(at, reach=2)
    return body if body is not None and body.name not in names else None


def invested(scene: Scene) -> Iterator[Mark]:
    """A body that puts money into a place, or settles in the sender's territory."""
    text = scene.page.text
    for match in _INVESTING.finditer(text):
        if _NOT_INVESTING.match(text[match.end() : match.end() + 4]) or text[match.start() - 1 : match.start()] in (
            "总",
            "外",
            "风",
            "招",
            "促",
        ):
            continue
        start, end = scene.page.clause(match.start())
        where = _where(scene, match, (start, end))
        if not where:
            continue
        for body in _investors(scene, match.start(), start):
            if body.name != where:
                yield scene.relation(RelationKind.INVESTED_IN, body.name, where, (start, end), match.start())


def _where(scene: Scene, match: re.Match[str], clause: tuple[int, int]) -> str:
    text = scene.page.text
    words = text[clause[0] : clause[1]]
    if _HERE.search(words):
        return scene.home
    spots = [m for m in scene.near(*clause) if m.end <= clause[1] and m.type is not FactType.PERSON]
    for spot in spots:
        lead = text[max(clause[0], spot.start - 2) : spot.start]
        reached = lead.endswith(("在", "于", "到", "落户", "投资", "入")) or 0 <= spot.start - match.end() <= 1
        if reached and (spot.type is FactType.PLACE or spot.kind in ("zone", "park", "government", "")):
            ours = spot.name == scene.home or (scene.is_ours(spot.name) and spot.type is FactType.PLACE)
            bare = text[spot.start : spot.end]
            return (bare if scene.home.startswith(bare) else scene.home) if ours else spot.name
    return ""


def _investors(scene: Scene, at: int, start: int) -> list[Mention]:
    bodies = [m for m in scene.foreign(start, at) if m.kind not in ("zone", "government", "park")]
    bodies = [m for m in bodies if not scene.page.text.startswith(("旗下", "下属", "所属"), m.end)]
    if bodies:
        return bodies
    found = scene.subject_mention(at)
    if found is not None and found.type is FactType.ORGANISATION and found.start >= 0 and not scene.is_ours(found.name):
        return [found]
    if found is not None and found.type is FactType.PERSON:
        return []
    last = scene.last_foreign(at, reach=2)
    return (
        [last]
        if last is not None
        and re.search(r"该公司|该企业|公司|集团|项目|其|双方", scene.page.text[scene.page.sentence(at)[0] : at])
        else []
    )
