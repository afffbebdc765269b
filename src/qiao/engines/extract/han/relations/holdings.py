"""Mothers, shareholders and money: who holds whom, told from the owner's or from the daughter's side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.result import FactType, RelationKind

_MOTHER = re.compile(
    r"的?(?P<word>母公司|控股股东|控股方|实际控制人|(?:第一|最大|主要)?大?股东)(?:就?是|为|系|即|:)(?!否|了)"
)
_HELD = re.compile(
    r"(?:由(?P<owner>[^,。;:\n]{2,30}?)(?:全资|绝对|直接|共同)?(?P<word>控股|全资拥有|拥有|独资|参股|投资|出资)"
    r"|(?P<bare>全资持有|全资拥有|控股|参股|绝对控股))"
    r"(?:\d+(?:\.\d+)?%)?(?:组建|设立|兴建|建设|成立)?的"
)
_ONTO = re.compile(r"(?:向|对)(?P<to>[^,。;:\n]{2,30}?)(?:追加|战略|累计)?(?:注资|增资|投资|出资|注入)")
_TAKES = re.compile(
    r"(?<!被)(?:(?P<whole>全资收购|收购|并购|控股)|参股|入股|领投|跟投|战略投资|增资)(?:了|并)?(?=[\u3400-\u9fffA-Za-z\"“「])"
)
_ITS = re.compile(
    r"(?:其|该公司|该集团|该企业)的?(?:[\u3400-\u9fff]{0,4})?(?:子公司|附属公司|分公司|控股公司|关联公司)[\"“「]?"
)
_REACH = 6


def held(scene: Scene) -> Iterator[Mark]:
    """B 的母公司是 A, 由 A 控股的 B, A 向 B 注资, A 收购 B."""
    yield from _mothers(scene)
    yield from _held_by(scene)
    yield from _money_onto(scene)
    yield from _takeovers(scene)
    yield from _its_daughters(scene)


def _mothers(scene: Scene) -> Iterator[Mark]:
    for match in _MOTHER.finditer(scene.page.text):
        end = scene.object_end(match.end())
        owners = _bodies(scene, match.end(), end)
        child = _body_ending(scene, match.start()) or scene.last_foreign(match.start(), reach=2)
        if owners and child is not None:
            kind = RelationKind.INVESTED_IN if match["word"].endswith("大股东") else RelationKind.SUBSIDIARY_OF
            yield _tie(scene, kind, owners[0].name, child.name, (match.start(), owners[0].end), match.start())


def _held_by(scene: Scene) -> Iterator[Mark]:
    for match in _HELD.finditer(scene.page.text):
        if match["bare"]:
            ending = _body_ending(scene, match.start())
            owners = [ending] if ending is not None else []
        else:
            owners = _bodies(scene, match.start("owner"), match.end("word"))
        children = [m for m in _bodies(scene, match.end(), match.end() + 30) if m.start - match.end() <= 10]
        whole = (match["word"] or match["bare"]) not in ("参股", "投资", "出资")
        for owner in owners if children else []:
            kind = RelationKind.SUBSIDIARY_OF if whole else RelationKind.INVESTED_IN
            span = (match.start(), children[0].end)
            yield _tie(scene, kind, owner.name, children[0].name, span, match.start())


def _money_onto(scene: Scene) -> Iterator[Mark]:
    for match in _ONTO.finditer(scene.page.text):
        targets = _bodies(scene, match.start("to"), match.end("to"))
        owner = _investor(scene, match.start())
        if targets and owner is not None and owner.name != targets[-1].name:
            span = (match.start(), match.end())
            yield _tie(scene, RelationKind.INVESTED_IN, owner.name, targets[-1].name, span, match.start())


def _takeovers(scene: Scene) -> Iterator[Mark]:
    for match in _TAKES.finditer(scene.page.text):
        end = scene.object_end(match.end())
        targets = [m for m in _bodies(scene, match.end(), end) if m.start - match.end() <= _REACH]
        owner = _investor(scene, match.start())
        if targets and owner is not None and owner.end <= match.start() and owner.name != targets[0].name:
            kind = RelationKind.SUBSIDIARY_OF if match["whole"] else RelationKind.INVESTED_IN
            yield _tie(scene, kind, owner.name, targets[0].name, (match.start(), targets[0].end), match.start())


def _its_daughters(scene: Scene) -> Iterator[Mark]:
    """其全资子公司 B: the body last spoken of is the mother."""
    for match in _ITS.finditer(scene.page.text):
        children = [m for m in _bodies(scene, match.end(), match.end() + 30) if m.start - match.end() <= 1]
        before = _bodies(scene, scene.page.sentence(match.start())[0], match.start())
        owner = before[-1] if before else scene.last_foreign(match.start(), reach=2)
        if children and owner is not None and owner.name != children[0].name:
            span = (match.start(), children[0].end)
            yield _tie(scene, RelationKind.SUBSIDIARY_OF, owner.name, children[0].name, span, match.start())


def _tie(scene: Scene, kind: RelationKind, owner: str, child: str, span: tuple[int, int], at: int) -> Mark:
    """A daughter is told before its mother, an investor before what it put money into."""
    pair = (child, owner) if kind is RelationKind.SUBSIDIARY_OF else (owner, child)
    return scene.relation(kind, *pair, span, at)


def _investor(scene: Scene, at: int) -> Mention | None:
    found = scene.subject_mention(at)
    if found is None or found.start < 0:
        return scene.last_foreign(at, reach=2)
    return found if found.type is FactType.ORGANISATION else None


def _body_ending(scene: Scene, at: int) -> Mention | None:
    return next((m for m in _bodies(scene, max(0, at - 40), at) if m.end == at), None)


def _bodies(scene: Scene, start: int, end: int) -> list[Mention]:
    return [
        m
        for m in scene.near(start, end)
        if m.type is FactType.ORGANISATION and m.end <= end and (m.start, m.end) not in scene.employers
    ]
