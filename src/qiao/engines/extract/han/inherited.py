"""The employer of a post that names none: of the person before it, the body last spoken of, or the sender."""

from __future__ import annotations

import re

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.lexicon import closed
from qiao.engines.extract.han.listed import APPOSITIVES
from qiao.engines.extract.han.page import HARD, Page
from qiao.engines.extract.han.posts import Named, Title
from qiao.engines.extract.han.sender import is_home
from qiao.engines.extract.result import FactType

HERE = re.compile(
    r"^(?:该|本|我|贵|这|此)?(?:公司|校|协会|商会|联会|集团|园区|中心|机构|局|院|研究院|研究所|学校|学院|大学|企业|会|处|所|基金会|厂|行|署|联盟|总会|园|方|院方|校方|学会|联合会|总商会|同乡会|联谊会|基金|银行|律所|医院|孵化器|实验室|项目|团队|代表处|办事处|工厂|学联|社|馆|站|区|市|县|省)?$"
)


SOLITARY = closed("employers_solitary")


RULING = re.compile(r"^(?:副)?(?:市长|县长|区长|省长|州长|书记|市领导|区领导|县领导|省领导)$")


_LOCAL = re.compile(r"主任|书记|科长|处长|局长|团长|队长|科员|主席|记者|编辑|代表|委员|专员|负责人")


_MEMBERS = re.compile(r"(?:成员|团员|同行|随行|随团)(?:包括|有|为|的|还有|:)*[^。;,\n]{0,12}$")


def segment_start(page: Page, title: Title) -> int:
    """Where the words before a title begin: after a stop, a particle, a verb or another post."""
    index = page.index_at.get(title.start, title.first)
    at = title.start
    while index > 0:
        token = page.tokens[index - 1]
        if token.end != at and page.text[token.end : at].strip():
            break
        if token.is_stop or token.has("mark", "role") or token.word in HARD or token.word in ("随团", "其中", "会见"):
            break
        if (
            len(token.word) > 1
            and token.of("verb")
            and not token.has("topic", "trade", "char", "place")
            and token.word not in ("附属", "驻")
        ):
            break
        if (
            len(token.word) > 1
            and token.has("noun", "common")
            and not token.has("topic", "trade", "place", "char")
            and not token.of("head")
        ):
            break
        if token.word in APPOSITIVES and index < len(page.tokens) and page.tokens[index].has("char", "latin", "firm"):
            break
        at = token.start
        index -= 1
    return at


def inherited(page: Page, named: Named, before: Mention | None, title: Title, orgs: list[Mention], home: str) -> str:
    """The employer of a post that names none: of the person before it in the list, or the body last spoken of."""
    text = page.text
    role = text[title.start : title.end]
    left = segment_start(page, title)
    link = text[before.end : left] if before is not None else ""
    if RULING.search(role) and home:
        return home
    if before is not None and before.kind and link in ("、", ",", "和", "与", "及") and role not in SOLITARY:
        return before.kind
    if role in SOLITARY:
        return ""
    start, _ = page.sentence(title.start)
    spoken = [org for org in orgs if org.end <= left and org.type is FactType.ORGANISATION]
    spoken.sort(key=lambda org: org.start)
    lead = text[max(0, left - 1) : left]
    anaphor = text[left : title.start] if HERE.match(text[left : title.start]) else ""
    others = [org for org in spoken if not is_home(org.name, home)]
    if anaphor or lead == "该":
        rival = before.kind if before is not None and before.end > start else ""
        fitting = [
            org for org in others if org.name != rival and org.start >= start and not anaphor.endswith(("会", "校"))
        ]
        fitting = fitting or [org for org in others if org.name != rival and _fits(anaphor, org)]
        return fitting[-1].name if fitting else others[-1].name if others else ""
    if RULING.search(role) and home:
        return home
    if home and _MEMBERS.search(text[max(0, left - 24) : left]):
        return home
    near = [org for org in others if org.start >= start]
    if near:
        return near[-1].name
    paragraph = text.rfind("\n", 0, left) + 1
    recent = [org for org in others if org.start >= paragraph and org.kind not in ("publisher", "diplomatic")]
    if _LOCAL.search(role):
        return home
    if recent:
        return recent[-1].name
    return home if _leads(role, home) else ""


def _leads(role: str, home: str) -> bool:
    """Whether a post is one that the sender's kind of body has: 校长 of a university, 会长 of an association."""
    if role.endswith(("校长", "院长", "党委书记")):
        return home.endswith(("大学", "学院", "学校", "大學"))
    return role.endswith(("会长", "理事长", "秘书长", "主席")) and home.endswith(("会", "联盟"))


def _fits(anaphor: str, org: Mention) -> bool:
    """Whether 该协会, 集团 or 校 can speak of a body."""
    word = anaphor.lstrip("该本此这")
    if not word or word in ("公司", "企业", "机构", "方"):
        return True
    if word in ("校", "学校", "大学", "学院", "院"):
        return org.kind in ("university", "school", "institute")
    return word in org.name
