"""Who signed with whom: parties around the verb, else the partner last spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.page import LONGEST_SENTENCE
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.result import FactType, RelationKind

_UNNAMED = re.compile(r"与(?:当地|多|\d|[一二三四五六七八九十]|相关|有关|各|这|上述|国|海)")
_MOST_PARTIES = 24
_ACT = re.compile(
    r"签署|签订|签约|签下|签有|签成|签定|签妥|签字|续签|换签|草签|互签|缔结|签立|签了|签(?=[\u3400-\u9fff]{0,8}(?:协议|合同|备忘录|意向|合约))|签(?=[\u3400-\u9fff]{0,6}MOU)"
)
_REACH = re.compile(r"达成|结为|建立|结成|敲定|商定|确立|订立|促成|签成|形成")
_UNDERSTANDING = re.compile(r"协议|合同|备忘录|意向|合约|协定|合作|共识|框架|关系|MOU|租约|契约|同意")
_BOTH = re.compile(r"双方|两校|两会|两园|两市|两院|两家|三方|各方|彼此")
_CEREMONY = re.compile(r"^(?:仪式|典礼|项目|金额|总额|额|活动|会|大会|企业|双方|方|环节)")


def signed(scene: Scene) -> Iterator[Mark]:
    """Every pair of parties that a verb of signing or agreeing joins."""
    text = scene.page.text
    for match in sorted([*_ACT.finditer(text), *_REACH.finditer(text)], key=lambda m: m.start()):
        clause = _wide_clause(scene, match.start())
        if _CEREMONY.match(text[match.end() : match.end() + 4]):
            continue
        if _REACH.fullmatch(match.group()) and not _has_paper(scene, match.end(), scene.object_end(match.end())):
            continue
        yield from _pairs(scene, match, clause)


def _wide_clause(scene: Scene, at: int) -> tuple[int, int]:
    """From the last stop outside brackets to the next."""
    text = scene.page.text
    start, depth = at, 0
    first = max(0, at - LONGEST_SENTENCE)
    while start > first:
        char = text[start - 1]
        if char == ")":
            depth += 1
        elif char == "(":
            depth = max(0, depth - 1)
        elif char in "。!?;\n" or (char == "," and depth == 0):
            break
        start -= 1
    return start, scene.object_end(at)


def _has_paper(scene: Scene, start: int, end: int) -> bool:
    text = scene.page.text[start:end]
    if scene.has_paper(start, end):
        return True
    return (
        bool(re.search(r"(?:合作意向|合作|协议|意向)$", text)) and not text.endswith("合作共识") and "共识" not in text
    )


def _pairs(scene: Scene, match: re.Match[str], clause: tuple[int, int]) -> Iterator[Mark]:
    text = scene.page.text
    joint = _joint(text, clause[0], match.start())
    span = (clause[0], clause[1])
    left, right = _sides(scene, clause[0], joint, match.start())
    after = scene.between(match.end(), clause[1])
    if not right and re.search(r"与|和|同", text[match.end() : clause[1]]):
        found = re.search(r"与|和|同", text[match.end() : clause[1]])
        behind = [m for m in after if found and m.start <= match.end() + found.end() + 6]
        right = [m for m in behind if m.type is FactType.ORGANISATION]
    if not right:
        yield from _with_partner(scene, match, clause, left)
        return
    subjects = [m.name for m in left[-_MOST_PARTIES:]] or [_subject(scene, match.start(), right)]
    for subject in subjects:
        for partner in right[:_MOST_PARTIES]:
            yield scene.relation(RelationKind.SIGNED_WITH, subject, partner.name, span, match.start())


def _joint(text: str, start: int, end: int) -> int:
    """The 与 that parts the two sides: the first after the subject, or -1."""
    found = [
        m.start() for m in re.finditer(r"(?:分别|并|还|又|再|则|也|共同|现场|当场)?(?:与|同|和|跟|向)", text[start:end])
    ]
    for offset in found:
        return start + offset
    return -1


def _sides(scene: Scene, start: int, joint: int, end: int) -> tuple[list[Mention], list[Mention]]:
    """Parties before and after the joint; 与 alone keeps the sender on the left."""
    text = scene.page.text
    parties = scene.between(start, end)
    strong = re.search(r"分别(?:与|同|和)|与(?!会)|同(?!时|期|意|日|一)|跟", text[start:end])
    if strong is not None:
        joint = start + strong.start()
    if joint < 0:
        return _bodies(parties), []
    left = [m for m in parties if m.end <= joint]
    right = [m for m in parties if m.start > joint and text[m.start - 1] not in "在于"]
    if not right:
        right = [m for m in scene.places_between(joint, end) if re.search(r"(?:市|县|州|省|郡|府|区)$", m.name)][-1:]
    if not _bodies(right):
        right = [replace(m, name=m.kind) for m in right if m.type is FactType.PERSON and m.kind] or right
    return _bodies(left)[-1:] if not _listed(text, left) else _bodies(left), _bodies(right) or right


def _listed(text: str, mentions: list[Mention]) -> bool:
    return len(mentions) > 1 and "、" in text[mentions[0].end : mentions[-1].start + 1]


def _bodies(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.type is FactType.ORGANISATION]


def _subject(scene: Scene, at: int, right: list[Mention]) -> str:
    """The sender, unless a foreign body opened the sentence."""
    found = scene.subject_mention(at)
    if found is not None and found.type is FactType.ORGANISATION and found.name not in {m.name for m in right}:
        return found.name
    if any(scene.is_ours(m.name) for m in right):
        other = scene.last_foreign(at, reach=1)
        return other.name if other is not None else ""
    return scene.home


def _with_partner(scene: Scene, match: re.Match[str], clause: tuple[int, int], left: list[Mention]) -> Iterator[Mark]:
    """双方签署, or no partner told: the body last spoken of signs with the sender."""
    text = scene.page.text
    lead = text[clause[0] : match.start()]
    if _UNNAMED.search(lead):
        return
    pair = _joined_before(scene, match.start(), clause[0]) if _BOTH.search(lead) else None
    if pair is not None:
        yield scene.relation(RelationKind.SIGNED_WITH, pair[0], pair[1], clause, match.start())
        return
    own = [m for m in left if not scene.is_ours(m.name)]
    both = bool(_BOTH.search(text[scene.page.sentence(match.start())[0] : match.start()]))
    if own and not _BOTH.search(lead):
        partners = own
    elif both or (not re.search(r"与|同(?!时|意)", lead) and _counts_nothing(text[match.end() : clause[1]])):
        found = scene.topic_before(match.start()) if both else scene.last_foreign(match.start(), reach=1)
        partners = [found] if found is not None else []
    else:
        partners = []
    for partner in partners:
        yield scene.relation(RelationKind.SIGNED_WITH, scene.home, partner.name, clause, match.start())


def _joined_before(scene: Scene, at: int, clause: int) -> tuple[str, str] | None:
    """A 与 B 敲定代理权, 双方签署: the two bodies that an earlier clause of the sentence joins."""
    start = scene.page.sentence(at)[0]
    bodies = [m for m in scene.between(start, clause) if m.type is FactType.ORGANISATION]
    for first, second in pairwise(bodies):
        gap = scene.page.text[first.end : second.start]
        if re.fullmatch(r"(?:[^,。;、]{0,4})?(?:与|同|和|联合|将联合|携手)[^,。;、]{0,6}", gap):
            return first.name, second.name
    return None


def _counts_nothing(words: str) -> bool:
    """A clause that counts papers sums up; it tells of no single partner."""
    return not re.search(r"\d+\s?[份个项]|[一二三四五六七八九十]+[份个项]", words)
