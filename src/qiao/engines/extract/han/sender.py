"""Whose report it is: the sender that 代表团, 我区 and 园区 stand for, and the names it goes by."""

from __future__ import annotations

import re
from collections import Counter

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.result import FactType
from qiao.engines.text.places import find_place
from qiao.engines.text.view import fold_width

_ZONE_NOUN = (
    r"(?:高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|国家高新区|高新区|经开区|开发区|自贸片区|自贸区"
    r"|综合保税区|综保区|保税区|科创区|科技新城|科技城|科学城|科学园区|科技园区|产业园区|工业园区|科学园|科技园|产业园"
    r"|软件园|数字港|创新港|新区|新城|片区|示范区|合作区|园区|大学城|健康城|特区)"
)
_ZONE = re.compile(rf"(?:{_ZONE_NOUN}|市|县|区|省)$")
_DELEGATION = re.compile(
    r"(?:代表团|访问团|考察团|参访团|招商团|经贸团|商贸团|商贸代表团|团组|工作组|一行|我们|我方|团队|小分队|参访团|访团|他们|团员|县府|市府|我市|我区|我县|我校|我院|我会|我中心|本会|本署|本局)"
)
DELEGATION = _DELEGATION
_OFFICE = re.compile(
    r"(?:党工委|管委会|管理委员会|工委|党委|市委|区委|县委|人民政府|市政府|县政府|区政府|政府|投资促进局|招商局)$"
)
_HEAD = 80
_ORDER = ("zone", "association", "university", "government", "institute", "park", "incubator", "school")


def sender(home: str, text: str, mentions: list[Mention], leaders: list[str]) -> str:
    """The sender's name in the view's script: the one given, else what the report gives away.

    leaders   employers of those who lead a delegation, in order of the text.
    """
    if home:
        return fold_width(home)
    orgs = [m for m in mentions if m.type is FactType.ORGANISATION and m.kind != "publisher"]
    for guess in (_sending(text, orgs), *map(_body, leaders), _heading(text, orgs), _most_told(orgs)):
        if guess and not is_foreign(guess):
            return guess
    return ""


def _sending(text: str, orgs: list[Mention]) -> str:
    """The body right before the word for a delegation."""
    for match in re.finditer(r"代表团|访问团|考察团|参访团|招商团", text):
        for mention in orgs:
            gap = text[mention.end : match.start()]
            near = 0 <= match.start() - mention.end <= 12 and not re.search(r"[,。;、\n]", gap)
            if near and mention.kind in ("zone", "government", "association"):
                return _body(mention.name)
    return ""


def _body(name: str) -> str:
    """The territory or house behind an office: 临溪高新区 for 临溪高新区党工委."""
    zone = re.match(rf"^.{{2,10}}?{_ZONE_NOUN}(?=.)", name)
    return zone.group() if zone else _OFFICE.sub("", name)


def _heading(text: str, orgs: list[Mention]) -> str:
    """The first body of the head of the page."""
    head = [m for m in orgs if m.start < _HEAD and m.kind in _ORDER]
    return _body(head[0].name) if head else ""


def _most_told(orgs: list[Mention]) -> str:
    counted = Counter(m.name for m in orgs if m.kind in _ORDER and not is_foreign(m.name))
    ranked = sorted(counted, key=lambda name: (_rank(name, orgs), -counted[name]))
    return ranked[0] if ranked else ""


def is_foreign(name: str) -> bool:
    """Whether a name opens with a country or city abroad."""
    for size in range(min(8, len(name)), 1, -1):
        place = find_place(name[:size])
        if place is not None:
            return place.country not in ("CN", "TW", "HK", "MO", "")
    return name.startswith("驻") or "驻" in name[:6]


def _rank(name: str, orgs: list[Mention]) -> int:
    kind = next(m.kind for m in orgs if m.name == name)
    return _ORDER.index(kind)


GUESTS = frozenset("代表团 访问团 考察团 参访团 经贸团 商贸团 商贸代表团 访团 一行 他们 团员".split())
"""Words that mean the visitors when the page tells of a visit to the sender."""

_COMING = (
    r"(?:代表团|访问团|考察团|参访团|交流团|商务团|访团)[^。\n]{0,30}?"
    r"(?:到访|来访|访问|来到|走进|莅临|抵达|来)[^。\n]{0,6}?"
)


def guest(text: str, mentions: list[Mention], home: str) -> str:
    """The body or country whose delegation calls on the sender, or an empty string when the sender travels."""
    stem = _ZONE.sub("", home)
    if len(stem) < 2:
        return ""
    match = re.search(_COMING + rf"(?:{re.escape(stem)}|我市|我区|我县|我校|我院|本市|本区)", text[:600])
    if match is None:
        return ""
    near = [
        m for m in mentions if match.start() - 60 <= m.start and m.end <= match.start() and not is_home(m.name, home)
    ]
    bodies = [m for m in near if m.type is FactType.ORGANISATION]
    spots = [m for m in near if m.type is FactType.PLACE]
    return (bodies or spots or [Mention(0, 0, FactType.PLACE, "")])[-1].name


def home_names(home: str, text: str) -> dict[str, str]:
    """Shorter names of the sender that the text uses by themselves: 东屿 for 东屿科创区."""
    stem = _ZONE.sub("", home)
    if len(stem) < 2 or stem == home or find_place(stem) is not None:
        return {}
    tail = home[len(stem) :]
    names = {stem: home} if re.search(re.escape(stem) + r"(?!" + re.escape(tail) + r")", text) else {}
    return names | ({tail: home} if len(tail) >= 2 and tail in text else {})


def zone_stem(home: str) -> str:
    """The sender's name without the word for what it is: 东屿 for 东屿科创区."""
    return _ZONE.sub("", home)


def is_territory(home: str) -> bool:
    """Whether the sender is a town, county or province, whose bare name is a place."""
    return bool(re.search(r"[\u3400-\u9fff](?:市|县|省|州)$", home))


def is_home(name: str, home: str) -> bool:
    """Whether a name is the sender's own, or one of its offices'."""
    if not home or not name:
        return False
    stem = _ZONE.sub("", home)
    return (
        name == home
        or (len(stem) >= 2 and name.startswith(stem))
        or bool(re.match(r"^(?:高新区|园区|新区|经开区|开发区)$", name))
    )
