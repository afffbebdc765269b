"""Who led, who called on whom, who met whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.han.sender import DELEGATION, is_foreign
from qiao.engines.extract.han.tokens import Token
from qiao.engines.extract.result import FactType, RelationKind

_CALLING = frozenset(
    "拜访 走访 拜会 会见 会晤 约见 接见 看望 拜见 登门拜访 上门拜访 拜访了 见到 见 宴请 会晤了 回访 礼节性拜会".split()
)
_MEETING_ONLY = frozenset("会见 会晤 拜会 约见 接见 看望 拜见 见到 见 宴请 会面 礼节性拜会".split())
_WITH = frozenset("与 同 和 跟 会同 并与 还与 又与 再与 并同 还同".split())
_NO_MEETING = frozenset("交流 讨论 会议 开会 欢迎 迎接 接受 陪同 交换 合影 聚餐 晚宴".split())
_TALK = re.compile(
    r"会谈|座谈|会见|会晤|会面|见面|洽谈|商谈|面谈|晤谈|交流|磋商|商讨|交换意见|对接|接触|沟通|探讨|交谈|对话|研讨|恳谈|会商|餐叙|连线|商定|谈了|共进|揭牌|讨论|晤面|早餐会|午餐会|圆桌会|工作餐|面对面"
)
_SITE = re.compile(
    r"^了?(?:该|其|企业|公司|集团)?(?:园区|该园区|园|企业|公司|总部|车间|生产车间|洁净车间|生产线|实验室|展厅|工厂|厂区|校园|该校|该公司|该企业|该院|该中心|研发中心|基地|项目)"
)
_TOLD = re.compile(
    r"^(?:[^,。;]{0,4})?向(?:代表团|考察团|访问团|参访团|一行|我方|我们|团员)|^(?:等)?(?:[^,。;]{0,6})(?:亲自)?(?:接待|陪同|会见)(?:了)?(?:代表团|我|考察团|参访团|访问团|一行|$)"
)
_GUESTS = re.compile(
    r"(?:外方|对方|来宾|客方|德方|法方|日方|韩方|美方|港方|台方|企业方|出席者?|与会者?|(?:出席|参加|与会)[^:。\n]{0,10}?的?有|出席人员|参加人员|与会人员|参会人员)[^:\n]{0,10}(?::|-{1,2}|包括|有)"
)
_HEADING = re.compile(r"率|带领|率领|率团|率队|带队|领衔|任团长|担任团长|带团|领队|牵头率|为团长|为首")


def led(scene: Scene) -> Iterator[Mark]:
    """A person at the head of a delegation leads the sender."""
    text = scene.page.text
    done: set[str] = set()
    for match in _HEADING.finditer(text):
        clause = scene.page.clause(match.start())
        people = [m for m in scene.between(clause[0], match.start()) if m.type is FactType.PERSON]
        if not people or not re.search(
            r"团|队|赴|前往|访|率|考察|参展|参会|家企业|人参", text[match.start() : clause[1] + 12]
        ):
            continue
        if match.group() in ("率", "带领", "率领") and not re.search(
            r"团|队|一行|赴|访|考察|抵|人|厂商|企业|参展|参会|飞", text[match.end() : match.end() + 40]
        ):
            continue
        leader = people[-1]
        done.add(leader.name)
        party = _led_by(scene, leader)
        yield scene.relation(
            RelationKind.LED, leader.name, party, (leader.start, scene.object_end(match.end())), match.start()
        )

    for person in scene.parties:
        titles = text[max(0, person.start - 40) : person.start]
        if (
            person.type is FactType.PERSON
            and person.name not in done
            and re.search(r"(?<!副)团长[^。\n]{0,36}$", titles)
        ) and not any(m.type is FactType.PERSON for m in scene.between(person.start - len(titles), person.start)):
            yield scene.relation(RelationKind.LED, person.name, scene.home, (person.start, person.end))


def _led_by(scene: Scene, leader: Mention) -> str:
    """The guests, when one of them leads; the leader's own body, when it is not of the sender's; else the sender."""
    if scene.guest and not scene.is_ours(leader.kind):
        return scene.guest
    foreign = "·" in leader.name or leader.name.isascii() or is_foreign(leader.kind)
    return leader.kind if foreign and scene.is_outside(leader) else scene.home or leader.kind


def visited(scene: Scene) -> Iterator[Mark]:
    """Bodies that follow a verb of visiting, up to the end of its object."""
    for token in scene.page.tokens:
        if token.of("verb") != "visit" and token.word not in ("到访", "拜会"):
            continue
        if token.word == "拜会":
            continue
        yield from _visits_of(scene, token)


def _visits_of(scene: Scene, token: Token) -> Iterator[Mark]:
    text = scene.page.text
    end = _cut_at_verbs(scene, token.end, scene.object_end(token.end))
    after = text[token.end : token.end + 2]
    if after.startswith(("中", "期间", "时")) and len(text) > token.end:
        yield from _during(scene, token)
        return
    bodies = [m for m in scene.between(token.end, end) if m.type is FactType.ORGANISATION]
    joint = re.search(r"(?:合资|共同出资|共同投资|投资|创办|设立|旗下|所属|合建)的", text[token.end : end])
    if joint and any(m.start >= token.end + joint.end() for m in bodies):
        bodies = [m for m in bodies if m.start >= token.end + joint.end()]
    subject = _subject(scene, token)
    ours = [m for m in bodies if scene.is_ours(m.name)]
    if ours and subject == scene.home:
        guest = scene.last_foreign(token.start, reach=1)
        if guest is None:
            return
        subject = guest.name
        bodies = ours[:1]
    if not bodies and _SITE.match(text[token.end : token.end + 8]):
        host = scene.last_foreign(token.start, reach=1)
        bodies = [host] if host is not None else []
    for body in bodies:
        yield scene.relation(RelationKind.VISITED, subject, body.name, (token.start, max(end, body.end)), token.start)
    if not bodies:
        for spot in _spots(scene, token, end):
            yield scene.relation(RelationKind.VISITED, subject, spot.name, (token.start, end), token.start)


def _spots(scene: Scene, token: Token, end: int) -> list[Mention]:
    """A district or park that the gazetteer calls a place is visited like a body."""
    return [
        m
        for m in scene.places_between(token.end, end)
        if re.search(r"(?:商务区|园|谷|区|港|城)$", m.name) and len(m.name) > 3
    ]


def _during(scene: Scene, token: Token) -> Iterator[Mark]:
    """在考察拜访中, X...: the body that opens the next clause is the one visited."""
    comma = scene.object_end(token.end)
    if scene.page.text[comma : comma + 1] != ",":
        return
    bodies = [m for m in scene.near(comma + 1, comma + 3) if m.type is FactType.ORGANISATION]
    for body in bodies[:1]:
        if not scene.is_ours(body.name):
            yield scene.relation(RelationKind.VISITED, scene.home, body.name, (token.start, body.end), token.start)


def _cut_at_verbs(scene: Scene, start: int, end: int) -> int:
    """The object ends before the next act told in the same clause."""
    for token in scene.tokens_between(start, end):
        if (
            token.of("verb") in ("visit", "meet", "sign", "hold", "say", "lead")
            and not token.has("topic")
            and token.start > start + 1
        ) and token.word not in ("拥有", "合影"):
            return token.start
        if token.word in _WITH and token.word not in ("和", "与", "同", "跟") and token.start > start + 1:
            return token.start
    return end


def _subject(scene: Scene, token: Token) -> str:
    return scene.subject(token.start)


def met(scene: Scene) -> Iterator[Mark]:
    """Parties joined by 与 to a verb of talking, objects of calling on a person, hosts, and guests in minutes."""
    for token in scene.page.tokens:
        if token.word in _WITH:
            yield from _talks(scene, token)
        elif token.word in _CALLING:
            yield from _calls(scene, token)
    yield from _hosts(scene)
    yield from _guests(scene)


def _talks(scene: Scene, token: Token) -> Iterator[Mark]:
    text = scene.page.text
    end = scene.object_end(token.end)
    talk = _TALK.search(text, token.end, end)
    if talk is None:
        longer = scene.object_end(end + 1) if text[end : end + 1] == "," else end
        talk = None if scene.between(token.end, end) == [] else _TALK.search(text, end, min(longer, end + 24))
        if talk is None or re.search(r"签|达成", text[token.end : talk.start()]):
            return
    objects = _people_first(scene, token.end, min(talk.start(), end))
    if not objects and scene.guest and DELEGATION.search(text, token.end, talk.start()):
        subject = _left_of(scene, token) or scene.subject(token.start)
        yield scene.relation(RelationKind.MET, subject, scene.guest, (token.start, talk.end()), token.start)
    if not objects or re.search(r"签署|签订|签约|签字", text[token.end : talk.start()]):
        return
    subject = _left_of(scene, token) or scene.subject(token.start)
    objects = [m for m in objects if m.name != subject]
    if objects and all(scene.is_ours(m.name) or m.kind == scene.home for m in objects) and subject == scene.home:
        return
    for party in objects:
        yield scene.relation(RelationKind.MET, subject, party.name, (token.start, talk.end()), token.start)


def _left_of(scene: Scene, token: Token) -> str:
    """The party right before 与: A|与|B|会谈."""
    for mention in scene.between(max(0, token.start - 80), token.start):
        gap = scene.page.text[mention.end : token.start]
        if (
            mention.end <= token.start
            and len(gap) <= 14
            and not re.search(r"[,。;、:\n与和]", gap)
            and not DELEGATION.search(gap)
        ):
            return mention.name
    return ""


def _people_first(scene: Scene, start: int, end: int) -> list[Mention]:
    """The persons of a list, and its bodies that are not spoken for by one of them."""
    parties = scene.between(start, end)
    spoken = [m.kind for m in parties if m.type is FactType.PERSON and m.kind]
    return [
        m
        for m in parties
        if m.type is FactType.PERSON
        or not (scene.is_ours(m.name) or any(body.startswith(m.name) or m.name.startswith(body) for body in spoken))
    ]


def _calls(scene: Scene, token: Token) -> Iterator[Mark]:
    end = _cut_at_verbs(scene, token.end, scene.object_end(token.end))
    parties = scene.between(token.end, end)
    people = [m for m in parties if m.type is FactType.PERSON]
    chosen = parties if token.word in _MEETING_ONLY else people
    subject = scene.subject(token.start)
    if not parties and scene.guest and DELEGATION.match(scene.page.text, token.end):
        yield scene.relation(RelationKind.MET, subject, scene.guest, (token.start, end + 1), token.start)
    for party in chosen:
        if not scene.is_ours(party.name) and party.name != subject:
            yield scene.relation(RelationKind.MET, subject, party.name, (token.start, end), token.start)
    if token.word in _MEETING_ONLY:
        yield from _joining(scene, token, end, subject)


def _joining(scene: Scene, token: Token, end: int, subject: str) -> Iterator[Mark]:
    """拜会 A 商会, 会长 B、秘书长 C 参加座谈: the officers of the body met too."""
    text = scene.page.text
    stop = scene.page.sentence(token.start)[1]
    if not re.search(r"参加|陪同|接待|出面|在座|会谈|座谈", text[end:stop]):
        return
    bodies = [m.name for m in scene.between(token.end, end) if m.type is FactType.ORGANISATION]
    for person in scene.between(end, stop):
        if person.type is FactType.PERSON and person.kind in bodies:
            yield scene.relation(RelationKind.MET, subject, person.name, (token.start, person.end), token.start)


def _hosts(scene: Scene) -> Iterator[Mark]:
    """A person who explains things to the delegation, or receives it."""
    text = scene.page.text
    for person in scene.parties:
        if person.type is not FactType.PERSON or scene.is_ours(person.kind):
            continue
        heard = re.search(r"听取(?:了)?[^,。;]{0,30}$", text[max(0, person.start - 40) : person.start])
        if _TOLD.match(text[person.end : person.end + 30]) or (
            heard and re.match(r"[^,。;]{0,4}(?:介绍|汇报|情况|讲解)", text[person.end : person.end + 10])
        ):
            yield scene.relation(
                RelationKind.MET, scene.home, person.name, (person.start, person.end + 1), person.start
            )


_OUR_SIDE = re.compile(r"(?:我方|中方|园方|本方|我区|我市)[^:\n]{0,8}(?::|-{1,2})")


def _end_of_list(scene: Scene, match: re.Match[str]) -> int:
    """A list of those present ends with its line or sentence; one that starts below its label runs to a prose line."""
    text = scene.page.text
    if text[match.end() : match.end() + 1] != "\n":
        return _first_of(text, match.end())
    at = match.end() + 1
    while at < len(text):
        end = _line_end(text, at)
        if end - at < 2 or text[at:end].rstrip().endswith("。"):
            break
        at = end + 1
    return min(at, len(text))


def _first_of(text: str, at: int) -> int:
    end = _line_end(text, at)
    stop = text.find("。", at, end)
    return stop if stop >= 0 else end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _guests(scene: Scene) -> Iterator[Mark]:
    """In minutes, the other side's people met the sender."""
    for match in _GUESTS.finditer(scene.page.text):
        if scene.page.text[max(0, match.start() - 2) : match.start()] in ("我方", "中方", "本方", "园方"):
            continue
        stop = _end_of_list(scene, match)
        ours = _OUR_SIDE.search(scene.page.text, match.end(), stop)
        stop = ours.start() if ours else stop
        for person in scene.between(match.end(), stop):
            if person.type is FactType.PERSON and scene.is_outside(person):
                yield scene.relation(
                    RelationKind.MET, scene.home, person.name, (match.start(), person.end), person.start
                )
