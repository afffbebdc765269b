"""Whose report it is: the sender that 代表团, 我区 and 园区 stand for, and the names it goes by."""

from __future__ import annotations

import re
from collections import Counter

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.result import FactType
from qiao.engines.text.places import find_place
from qiao.engines.text.view import fold_width

_ZONE = re.compile(
    r"(?:高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|国家高新区|高新区|经开区|开发区|自贸片区|自贸区|综合保税区|综保区|保税区|科创区|科技新城|科技城|科学城"
    r"|科学园区|科技园区|产业园区|工业园区|科学园|科技园|产业园|软件园|数字港|创新港|新区|新城|片区|示范区|合作区|园区|大学城|健康城|特区|市|县|区|省)$"
)
_DELEGATION = re.compile(
    r"(?:代表团|访问团|考察团|参访团|招商团|经贸团|商贸团|商贸代表团|团组|工作组|一行|我们|我方|团队|小分队|参访团|访团|他们|团员|县府|市府|我市|我区|我县|我校|我院|我会|我中心|本会|本署|本局)"
)
DELEGATION = _DELEGATION
_ORDER = ("zone", "association", "university", "government", "institute", "park", "incubator", "school")


def sender(home: str, text: str, mentions: list[Mention]) -> str:
    """The sender's name in the view's script: the one given, else the body that the report is most about."""
    if home:
        return fold_width(home)
    orgs = [m for m in mentions if m.type is FactType.ORGANISATION]
    for match in re.finditer(r"代表团|访问团|考察团|参访团|招商团", text):
        for mention in orgs:
            if (
                mention.end <= match.start() <= mention.end + 12
                and mention.kind
                in (
                    "zone",
                    "government",
                    "association",
                )
                and not re.search(r"[,。;、\n]", text[mention.end : match.start()])
            ):
                return mention.name
    counted = Counter(m.name for m in orgs if m.kind in _ORDER)
    ranked = sorted(counted, key=lambda name: (_rank(name, orgs), -counted[name]))
    return ranked[0] if ranked else ""


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
