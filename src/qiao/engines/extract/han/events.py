"""Gatherings by their noun, and openings by their verb, with the day and the place."""

from __future__ import annotations

import re

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.page import HARD, Page, is_element
from qiao.engines.extract.han.tokens import Token
from qiao.engines.extract.result import Attributes, FactType

_BARE = frozenset(
    "大会 论坛 年会 晚宴 展会 酒会 路演 讲座 沙龙 大典 例会 公约 记者会 发布会 文化周 会员大会 理事会会议"
    " 对接活动 交流活动 推介活动".split()
)
_BEFORE = frozenset("今每本去明历往当")
_INSIDE = re.compile(r"^(?:堂|组委会|秘书处|中心|公司|网|办|召集|主席|承办|主办|主题)")
_SHOW = re.compile(
    r"(?:参加|出席|参观|亮相|举办|举行|观摩|参与)(?:了)?(?:第[\d一二三四五六七八九十]+届)?“([^“”\n]{3,40}(?:展|节|周|日|赛|营|对话|展览))”"
)
_NUMBERED = re.compile(
    r"(?:20\d\d年?)?第[\d一二三四五六七八九十]+届[\u3400-\u9fff]{3,20}?(?:展|节|周|展览|双年展)(?=[,。;、\n在于上举开]|期间)"
)
_QUOTE = re.compile(r"“([^“”\n]{2,40})”")


def events(page: Page, mentions: list[Mention], dates: list[Mark]) -> list[Mark]:
    """All gatherings and openings of a page."""
    found: list[Mark] = []
    for index, token in enumerate(page.tokens):
        kind = token.of("event")
        if kind:
            span = _span(page, index, mentions)
            if span is not None:
                found.append(_mark(page, span, kind, mentions, dates))
        elif token.has("opening") and _opens(page, index) and _has_body(page, token, mentions):
            found.append(_mark(page, (token.start, token.end), "opening", mentions, dates))
    found += [_mark(page, match.span(1), "fair", mentions, dates) for match in _SHOW.finditer(page.text)]
    found += [_mark(page, match.span(), "fair", mentions, dates) for match in _NUMBERED.finditer(page.text)]
    return _longest(found)


def _span(page: Page, index: int, mentions: list[Mention]) -> tuple[int, int] | None:
    token = page.tokens[index]
    if _INSIDE.match(page.text[token.end : token.end + 3]) or _in_org(token, mentions):
        return None
    following = page.token(index + 1)
    if following is not None and following.start == token.end and following.of("event"):
        return None
    for match in _QUOTE.finditer(page.text, *page.sentence(token.start)):
        if match.start(1) <= token.start and token.end <= match.end(1):
            return (match.start(1), match.end(1)) if token.end == match.end(1) else None
    if token.word in ("年会", "论坛", "大会") and page.text[token.start - 1 : token.start] in _BEFORE:
        return None
    first = _first(page, index)
    start = page.tokens[first].start
    if page.text[start - 1 : start] == "”":
        opening = page.text.rfind("“", max(0, start - 20), start)
        start = opening if opening >= 0 else start
    if start == token.start and token.word in _BARE:
        return None
    year = re.search(r"20\d\d年?$", page.text[max(0, start - 5) : start])
    return start - len(year.group()) if year and not year.group().endswith("年") else start, token.end


def _in_org(token: Token, mentions: list[Mention]) -> bool:
    return any(
        m.type is FactType.ORGANISATION
        and m.start <= token.start
        and token.end <= m.end
        and len(m.name) > len(token.word)
        for m in mentions
    )


def _first(page: Page, index: int) -> int:
    """Index of the first token of an event's name: name words, places in brackets and hyphens before its noun."""
    first = index
    while first > 0:
        before = page.tokens[first - 1]
        if before.end != page.tokens[first].start:
            break
        named = is_element(before) or (bool(before.of("event")) and len(page.tokens[index].word) <= 4)
        if named and before.word not in HARD and not _is_count(before):
            first -= 1
            continue
        if (
            before.word == ")"
            and first >= 4
            and page.tokens[first - 3].word == "("
            and page.tokens[first - 2].has("place", "char")
        ):
            first -= 3
            continue
        if (
            before.word in ("-", "·", "—")
            and first >= 2
            and (is_element(page.tokens[first - 2]) or page.tokens[first - 2].word == ")")
        ):
            first -= 1
            continue
        if (
            before.word == "暨"
            and first >= 2
            and (
                page.tokens[first - 2].has("topic")
                or page.tokens[first - 2].of("verb")
                or page.tokens[first - 2].of("event")
            )
        ):
            first -= 2
            continue
        if (
            before.word in ("与", "和")
            and first >= 2
            and page.tokens[first - 2].has("topic")
            and page.tokens[first].has("topic")
        ):
            first -= 1
            continue
        break
    while first < index and _is_lead(page.tokens[first], page.tokens[first + 1]):
        first += 1
    return first


def _is_lead(token: Token, following: Token) -> bool:
    """Words that only lead up to an event's name."""
    if token.word in (
        "、",
        "-",
        "·",
        "场",
        "次",
        "个",
        "一",
        "两",
        "三",
        "届",
        "首",
        "该",
        "多",
        "会",
        "作",
        "为",
        "以",
        "参",
        "办",
        "去",
        "开",
        "上",
    ):
        return True
    return len(token.word) == 1 and bool(token.of("verb")) and not token.has("topic", "char", "place")


def _is_count(token: Token) -> bool:
    return token.has("mark")


def _opens(page: Page, index: int) -> bool:
    """Whether an opening verb speaks of an organisation and not of a ceremony named elsewhere."""
    following = page.token(index + 1)
    return not (following is not None and following.start == page.tokens[index].end and following.of("event"))


def _has_body(page: Page, token: Token, mentions: list[Mention]) -> bool:
    """Whether the sentence speaks of something that can be opened."""
    start, end = page.sentence(token.start)
    near = page.text[max(start, token.start - 60) : min(end, token.end + 40)]
    if re.search(r"联络|工作站|代表处|办事处|中心|基地|孵化器|办公室|研究院|实验室|学院|园|馆|工厂|分会|站|处", near):
        return True
    return any(m.type is FactType.ORGANISATION and start <= m.start < end for m in mentions)


def _mark(page: Page, span: tuple[int, int], kind: str, mentions: list[Mention], dates: list[Mark]) -> Mark:
    attrs = Attributes(kind=kind, date=_date(page, span[0], dates), place=_place(page, span, mentions))
    return Mark(span[0], span[1], FactType.EVENT, page.text[span[0] : span[1]], confidence=0.7, attrs=attrs)


def _date(page: Page, at: int, dates: list[Mark]) -> str:
    """The day last named before it in its sentence, else in its paragraph."""
    paragraph = page.text.rfind("\n", 0, at) + 1
    stop = page.sentence(at)[1]
    days = [mark for mark in dates if "T" not in mark.norm and len(mark.norm) >= 7]
    own = [mark for mark in days if page.sentence(at)[0] <= mark.start < stop]
    before = [mark for mark in own if mark.start < at] or [m for m in days if paragraph <= m.start < at]
    chosen = before[-1:] or own[:1]
    return chosen[0].norm if chosen else ""


def _place(page: Page, span: tuple[int, int], mentions: list[Mention]) -> str:
    start, end = page.sentence(span[0])
    spots = [m for m in mentions if m.type is FactType.PLACE and start <= m.start < end]
    spots = [m for m in spots if not span[0] <= m.start < span[1]]
    held = [
        m
        for m in spots
        if page.text[m.start - 1 : m.start] in ("在", "于") or page.text[max(0, m.start - 3) : m.start].find("在") >= 0
    ]
    chosen = held or [m for m in spots if m.start < span[0]]
    return chosen[-1].name if chosen else ""


def _longest(found: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if not any(k.overlaps(mark.start, mark.end) for k in kept):
            kept.append(mark)
    return kept
