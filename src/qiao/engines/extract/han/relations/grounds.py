"""Firms named by their ground (望陵企业 X, 当地大厂 X, 本区的 X), and money that foreign bodies bring to ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.result import FactType, RelationKind
from qiao.engines.text.places import find_place

_FIRM = r"(?:企业|厂商|公司|大厂|业者|车企|药企|新创|龙头|机构|高校)"
_BETWEEN = re.compile(rf"的?[\u3400-\u9fff]{{0,6}}?{_FIRM}[\"“「]?")
_NEAR = re.compile(rf"(?:当地|本地|在地)(?:的?[\u3400-\u9fff]{{0,6}}?{_FIRM})?[\"“「]?")
_OURS = re.compile(rf"(?:本区|我区|区内|园区内|本市|我市|市内|区属|园区)(?:的|(?:重点|龙头|骨干)?{_FIRM})[\"“「]?")
_SUM = re.compile(
    r"(?:总投资|追加投资|投资|增资|投建|出资)[^,。;\d]{0,10}?\d[^,。;\n]{0,10}?"
    r"(?:元|欧|镑|克朗|法郎|林吉特|令吉|卢布|铢|盾|比索|里拉)"
)
_SUMMED = re.compile(r"\d+余?个|多个|[一二三四五六七八九十]+个|家企业|全年|累计引进|合计|共有")
_INVESTORS = frozenset(("company", "fund", "bank", ""))
_NO_GROUND = re.compile(r"(?:会|大学|学院|联盟|局)$")
_ANAPHOR = re.compile(r"公司|集团|企业|项目|其|该")


def local(scene: Scene) -> Iterator[Mark]:
    """Seats that a firm's description gives away, and investments told by their sum alone."""
    text = scene.page.text
    for spot in scene.mentions:
        words = scene.page.text[spot.start : spot.end]
        ours = spot.type is FactType.ORGANISATION and words != scene.home and spot.name == scene.home
        if not ours and (spot.type is not FactType.PLACE or _is_country(spot.name)):
            continue
        told = _BETWEEN.match(text, spot.end)
        body = _starting(scene, told.end()) if told else None
        if body is not None:
            yield scene.relation(
                RelationKind.LOCATED_IN, body.name, words if ours else spot.name, (spot.start, body.end), spot.start
            )
    for match in _NEAR.finditer(text):
        body, town = _starting(scene, match.end()), _last_place(scene, match.start())
        if body is not None and town is not None:
            yield scene.relation(RelationKind.LOCATED_IN, body.name, town.name, (match.start(), body.end))
    for match in _OURS.finditer(text):
        body = _starting(scene, match.end())
        if body is not None and scene.home:
            yield scene.relation(RelationKind.LOCATED_IN, body.name, scene.home, (match.start(), body.end))
    yield from _sums(scene)


def _sums(scene: Scene) -> Iterator[Mark]:
    """A foreign body that puts a sum into something, with no other ground named, puts it into ours."""
    if not scene.home or _NO_GROUND.search(scene.home):
        return
    for match in _SUM.finditer(scene.page.text):
        start = scene.page.sentence(match.start())[0]
        if _SUMMED.search(scene.page.text[start : match.start()]) or _elsewhere(scene, start, match.end()):
            continue
        body = _sole_body(scene, start, match.start())
        if body is not None and scene.is_outside(body):
            yield scene.relation(RelationKind.INVESTED_IN, body.name, scene.home, match.span(), match.start())


def _sole_body(scene: Scene, start: int, at: int) -> Mention | None:
    """The only foreign body of the sentence, or the one last spoken of when the sentence points back to it."""
    bodies = [m for m in scene.foreign(start, at) if m.kind in _INVESTORS]
    if bodies:
        return bodies[0] if len({m.name for m in bodies}) == 1 else None
    return scene.last_foreign(at, reach=1) if _ANAPHOR.search(scene.page.text[start:at]) else None


def _elsewhere(scene: Scene, start: int, end: int) -> bool:
    """Whether the sentence sets the money down at a place that is not ours, or onto another body."""
    text = scene.page.text
    spots = [m for m in scene.near(start, end) if m.type is not FactType.PERSON and not scene.is_ours(m.name)]
    return any(text[m.start - 1 : m.start] in ("在", "于", "到", "赴") for m in spots) or "向" in text[start:end]


def _starting(scene: Scene, at: int) -> Mention | None:
    return next((m for m in scene.near(at, at + 1) if m.type is FactType.ORGANISATION and m.start == at), None)


def _last_place(scene: Scene, before: int) -> Mention | None:
    paragraph = scene.page.text.rfind("\n", 0, before) + 1
    spots = [m for m in scene.places_between(paragraph, before) if not _is_country(m.name)]
    return spots[-1] if spots else None


def _is_country(name: str) -> bool:
    place = find_place(name)
    return place is not None and place.kind == "country"
