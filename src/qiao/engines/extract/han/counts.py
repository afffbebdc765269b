"""Counts: approximator, number and measure word, with the thing that is counted."""

from __future__ import annotations

import re
from functools import cache
from re import Match, Pattern

from qiao.engines.extract.han.lexicon import lexicon, measures
from qiao.engines.extract.han.marks import Mark, free_of
from qiao.engines.extract.han.numerals import NUMBER, before, bound_of, value_of
from qiao.engines.extract.result import Attributes, FactType
from qiao.engines.text.language import is_han
from qiao.engines.text.quantity import bounded

_PEOPLE = frozenset("名人位")
_SKIPPED = frozenset("国地岁倍楼层届年月周室号班期口级线轮站点城市县省校米克班户部单")
_PAPERS = re.compile(r"协议|合同|备忘录|意向书|合约|协定|订单")
_ORDINAL = re.compile(r"(?:[第首每另某]|(?<!合)同|(?<![目此之以])前|(?<![此之最先以今])后)$")
_TAIL = re.compile(r"^(?:以上|以下|左右|以内|上下)")


def counts(text: str, taken: list[Mark]) -> list[Mark]:
    """All counts of a view text that no date or sum lies over."""
    found = []
    for match in _pattern().finditer(text):
        if free_of(taken, match.start("number"), match.end()):
            mark = _read(match, text)
            if mark is not None:
                found.append(mark)
    return found


@cache
def _pattern() -> Pattern[str]:
    words = "|".join(map(re.escape, measures()))
    return re.compile(
        rf"(?P<before>{before()})?\s?(?P<number>{NUMBER})(?P<infix>余|多|来)?(?P<scale>万)?\s?(?P<unit>{words})(?P<infix2>余|多)?"
        rf"(?P<after>左右|上下|以上|以下|以内)?"
    )


def _read(match: Match[str], text: str) -> Mark | None:
    words, unit = match["number"], match["unit"]
    if _is_idle(match, text):
        return None
    value = value_of(words)
    if value is None or value == 0:
        return None
    if match["scale"]:
        value *= 10000
    infix = match["infix"] or match["infix2"] or ""
    bound = bound_of(match["before"] or "", infix, match["after"] or "")
    start = match.start("before") if match["before"] else match.start("number")
    noun = _noun_after(text, match.end()) or _noun_before(text, start)
    attrs = Attributes(count=value, unit=unit, bound=bound.value, kind=_kind(unit, noun, text, start))
    return Mark(start, match.end(), FactType.COUNT, bounded(value, bound).norm, confidence=0.85, attrs=attrs)


def _is_idle(match: Match[str], text: str) -> bool:
    """Ordinals, "a firm", "both places" and numbers inside words count nothing."""
    words, unit, start = match["number"], match["unit"], match.start("number")
    earlier = text[: match.start()]
    if unit in _SKIPPED or _ORDINAL.search(earlier) or _ORDINAL.search(text[:start]):
        return True
    if words in ("一", "百", "千", "万", "亿") and not (match["infix"] or match["infix2"] or match["before"]):
        return True
    if words == "一" and not match["before"]:
        return True
    if (
        words[0].isdigit()
        and start
        and (text[start - 1].isascii() and (text[start - 1].isalnum() or text[start - 1] in ".-/"))
    ):
        return True
    if not words[0].isdigit() and start and text[start - 1] in "第数几十百千万零一二两三四五六七八九":
        return True
    following = text[match.end() : match.end() + 1]
    if unit == "人" and following in ("才", "工", "民", "员", "事", "力", "大", "类", "体", "文", "社", "物", "士"):
        return True
    if unit == "天" and following in ("津", "然", "使", "地", "空", "线", "下"):
        return True
    if unit == "个" and following in ("人", "体", "别"):
        return following != "人" or not words[0].isdigit()
    longer = lexicon().longest_at(text, match.start("unit"))
    return (
        len(longer) > len(unit)
        and not longer.startswith(("余个", "人次"))
        and unit not in ("个", "家", "名", "位", "份", "项")
    )


def _noun_after(text: str, at: int) -> str:
    """The noun that follows a measure word, up to the next stop, at most eight characters."""
    match = re.match(r"[^\W\d_a-zA-Z]{2,10}", text[at : at + 10])
    if not match or text[at : at + 1] in "的等、":
        return ""
    words, here = "", at
    while here < at + len(match.group()) and len(words) < 8:
        word = lexicon().longest_at(text, here)
        if not word or not any(
            c in ("noun", "topic", "trade") or c.startswith("head:") for c in lexicon().classes(word)
        ):
            break
        words, here = words + word, here + len(word)
    return words


def _noun_before(text: str, at: int) -> str:
    run = re.search(r"[^\W\d_a-zA-Z]{2,8}$", text[max(0, at - 8) : at])
    if not run:
        return ""
    words = run.group()
    for start in range(len(words)):
        if (
            lexicon().has(words[start:], "noun")
            or lexicon().has(words[start:], "agreement")
            or lexicon().has(words[start:], "event")
        ):
            return words[start:]
    return ""


def _kind(unit: str, noun: str, text: str, start: int) -> str:
    if unit == "天":
        return "duration"
    near = text[max(0, start - 10) : start]
    if _PAPERS.search(noun):
        return "agreements"
    if unit in _PEOPLE and re.search(r"员工|雇员|职工|雇用", near + noun):
        return "employees"
    if unit in _PEOPLE and re.search(r"一行|率|率团|代表团|考察团|访问团", near + noun[:4]):
        return "delegation"
    if unit in _PEOPLE and (not noun or re.search(r"代表|嘉宾|人士|客商|企业家|专家|与会|侨", noun)):
        return "participants"
    return noun if noun and is_han(noun[0]) else ""
