"""Posts and the names that stand beside them: who holds which office, and where the words for it begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.han.lexicon import closed, lexicon
from qiao.engines.extract.han.page import HARD, Page
from qiao.engines.extract.han.persons import name_at, name_before

_IDLE_ROLES = closed("posts_idle_roles")
_ADDRESSES = closed("posts_addresses")
_TERRITORIAL = frozenset("市长 县长 区长 书记 部长 局长 处长 科长 所长 站长 院长".split())
_FREE_HONORIFICS = frozenset("先生 女士 小姐 博士 教授 院士 老师 夫人 爵士 太平绅士".split())
_NOT_NAMED = re.compile(r"团|们|会议|单位|级|处|团队|大会|论坛|制|证|库|办|委|席|室")
_APPOSED = re.compile(
    r"(?:^|[:;。\n]|--?|、)\s?(?:Dr\.?\s|Prof\.?\s)?(?P<name>[^,:;。\n()、-]{2,40}),(?=[^,;。\n]{2,60})"
)
_AFTER_NAME = re.compile(r"\s?(?:--?|/|\||,)\s?|\s")
_BRACKETED = re.compile(r"\((?P<post>[^()\n]{2,30})\)")
_BRACKET = re.compile(r"\([^()]{1,12}\)")


@dataclass(frozen=True, slots=True)
class Title:
    """A post in the text: its role words are [start, end) of the view; `first` is the index of its first token."""

    start: int
    end: int
    first: int


@dataclass(frozen=True, slots=True)
class Named:
    """A person in the text: the name's span and the titles before it, in order of the text."""

    start: int
    end: int
    titles: tuple[Title, ...]
    honorific: str = ""


def named_persons(page: Page) -> list[Named]:
    """Every person whom a post, an honorific or both name."""
    found: dict[int, Named] = {}
    for index, token in enumerate(page.tokens):
        if token.has("role"):
            named = _after_role(page, index)
            if named:
                found.setdefault(named.start, named)
        if token.has("honorific"):
            named = _before_honorific(page, index)
            if named and not any(f.start <= named.start < f.end for f in found.values()):
                found.setdefault(named.start, named)
    for named in [*_before_brackets(page), *_apposed(page), *_lined(page), *_listed(page, list(found.values()))]:
        found.setdefault(named.start, named)
    return _without_overlap(sorted(found.values(), key=lambda n: n.start))


def _listed(page: Page, found: list[Named]) -> list[Named]:
    """副总经理张三、李四: a name behind a named person in a list holds the same post."""
    more = []
    for named in found:
        end = named.end
        while named.titles and page.text[end : end + 1] in tuple("、和与及") and page.text[end : end + 1]:
            stop = name_at(page.text, end + 1, foreign=False)
            if (
                stop - end - 1 < 2
                or page.text[stop : stop + 1] not in tuple("、,。;等和与及)\n率共一在")
                or lexicon().has(page.text[end + 1 : stop], "firm")
            ):
                break
            more.append(Named(end + 1, stop, named.titles))
            end = stop
    return more


def _before_brackets(page: Page) -> list[Named]:
    """王建国(管委会副主任)、李敏(招商局): in lists of those present the post stands behind the name."""
    found = []
    for match in _BRACKETED.finditer(page.text):
        closing = page.index_ending.get(match.end() - 1)
        if closing is None:
            continue
        if page.tokens[closing].word in ("主持", "记录", "主持人", "记录人") and page.tokens[closing - 1].word in (
            ",",
            "、",
        ):
            closing -= 2
        token = page.tokens[closing]
        if not token.has("role") and not token.of("head") and not token.has("short"):
            continue
        start = name_before(page.text, match.start(), foreign=token.has("role"))
        name = page.text[start : match.start()]
        if start >= match.start() or not _opens_list(page.text, start) or len(name) == 1:
            continue
        if page.index_at.get(start) is not None and page.tokens[page.index_at[start]].of("head"):
            continue
        titles = titles_before(page, title_at(page, closing)) if token.has("role") else ()
        found.append(Named(start, match.start(), titles))
    return found


def _apposed(page: Page) -> list[Named]:
    """Annika Weil,该公司财务总监; the post stands behind the name, between a comma and a full stop."""
    found = []
    for match in _APPOSED.finditer(page.text):
        start, end = match.span("name")
        if name_at(page.text, start, foreign=False) != end:
            continue
        stop = re.search(r"[;。\n]", page.text[end + 1 :])
        last = end + 1 + stop.start() if stop else len(page.text)
        closing = page.index_ending.get(last)
        if closing is not None and page.tokens[closing].has("role") and last - end < 60:
            found.append(Named(start, end, (title_at(page, closing),)))
    return found


def _lined(page: Page) -> list[Named]:
    """夏明远--金穗粮油董事长, 罗伯塔·加洛 总经理 / 波河谷包装公司: one person to a line, name first."""
    found = []
    for line in re.finditer(r"[^\n]{4,70}", page.text):
        start = line.start() + len(line.group()) - len(line.group().lstrip(" ·-*"))
        end = name_at(page.text, start, foreign=False)
        gap = _AFTER_NAME.match(page.text, end)
        if end <= start or gap is None:
            continue
        first, last = page.index_at.get(gap.end()), page.index_ending.get(line.end())
        if last is not None and page.tokens[last].has("role"):
            found.append(Named(start, end, (title_at(page, last),)))
        elif first is not None:
            while page.tokens[first].has("modifier") and first + 1 < len(page.tokens):
                first += 1
            if page.tokens[first].has("role"):
                found.append(Named(start, end, (title_at(page, first),)))
    return found


def _opens_list(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in ":、,;\n /.·" or text[start - 1].isdigit()


def title_at(page: Page, index: int) -> Title:
    """The title whose last role word is token `index`: modifiers before it belong to it."""
    first = index
    while first > 0:
        before = page.tokens[first - 1]
        if before.end != page.tokens[first].start or not before.has("modifier", "role") or before.is_stop:
            if _joins_modifiers(page, first - 1):
                first -= 2
                continue
            break
        first -= 1
    if _is_level(page, first - 1):
        first -= 1
    return Title(page.tokens[first].start, page.tokens[index].end, first)


def _is_level(page: Page, index: int) -> bool:
    """由|区|领军人才: the level of government opens the title when nothing names the place before it."""
    token, before = page.token(index), page.token(index - 1)
    if token is None or token.word not in ("区", "市", "县", "省") or token.end != page.tokens[index + 1].start:
        return False
    return before is None or before.is_stop or before.word in HARD


def _joins_modifiers(page: Page, index: int) -> bool:
    """市场|及|商务|总监: a particle between two modifiers is part of the title."""
    if index < 1:
        return False
    joint, before = page.tokens[index], page.tokens[index - 1]
    return joint.word in ("及", "和", "与") and before.has("modifier") and before.end == joint.start


def titles_before(page: Page, title: Title) -> tuple[Title, ...]:
    """This title and those joined to it by 、 or 兼 without a name between, in order of the text."""
    chain = [title]
    while True:
        index = _employer_start(page, chain[0].first)
        link = page.token(index - 1)
        if link is None or link.word not in ("、", "兼", ",", "及", "和", "暨"):
            break
        previous = page.token(index - 2)
        if previous is None or not previous.has("role") or previous.end != link.start:
            break
        if previous.word in _FREE_HONORIFICS and name_before(page.text, previous.start) < previous.start:
            break
        if (
            link.word in (",", "及", "和")
            and page.tokens[chain[0].first].start == page.tokens[index].start
            and link.word != ","
        ):
            break
        chain.insert(0, title_at(page, index - 2))
    return tuple(chain)


def _employer_start(page: Page, first: int) -> int:
    """Index of the first token of the words between a list boundary and a title."""
    index = first
    while index > 0:
        before = page.tokens[index - 1]
        if (before.is_stop and before.word not in "()-·") or before.word in ("、", "兼", "暨"):
            break
        if before.has("mark") or before.has("role") or (before.word in ("和", "及") and not before.has("topic")):
            break
        if any(name.startswith("verb:") and name != "verb:other" for name in before.classes) and not before.has(
            "topic", "trade", "modifier"
        ):
            break
        if before.word in ("与", "由", "向", "对", "的", "为", "是", "在", "会见", "和", "任", "担任", "包括"):
            break
        index -= 1
    return index


def _after_role(page: Page, index: int) -> Named | None:
    token = page.tokens[index]
    following = page.token(index + 1)
    goes_on = following is not None and following.has("role", "modifier") and following.start == token.end
    if goes_on and name_at(page.text, token.end, foreign=False) <= token.end:
        return None
    if following is not None and following.has("mark") and following.start == token.end:
        return None
    at, honorific = _past_bracket(page.text, token.end)
    if _NOT_NAMED.match(page.text, token.end):
        return None
    end = name_at(page.text, at, foreign=token.word not in _IDLE_ROLES)
    if end <= at:
        return None
    title = title_at(page, index)
    return Named(at, end, titles_before(page, title), honorific)


def _past_bracket(text: str, at: int) -> tuple[int, str]:
    """Skip a field in brackets and a space between a title and its name: 副校长(研究)|区可欣."""
    bracket = _BRACKET.match(text, at)
    if bracket and name_at(text, bracket.end()) > bracket.end():
        at = bracket.end()
    if text[at : at + 1] == " " or text[at : at + 1] == ":":
        at += 1
    return at, ""


def _before_honorific(page: Page, index: int) -> Named | None:
    token = page.tokens[index]
    start = name_before(page.text, token.start, foreign=token.word in _FREE_HONORIFICS)
    if token.word in _TERRITORIAL and token.start - start not in (1, 3):
        return None
    whole = len(token.word) > 1 and token.has("role") and token.word not in _FREE_HONORIFICS
    sizes = (1, 3) if token.word in _ADDRESSES else (3,)
    if whole and (token.start - start not in sizes or page.text[start].isascii()):
        return None
    if len(token.word) == 1 and (token.start - start != 1 or lexicon().classes(page.text[start : token.end])):
        return None
    if start >= token.start or page.text[start : token.start].strip() == "":
        return None
    words = page.text[start : token.start].rstrip()
    return Named(start, start + len(words), _titles_left(page, start), token.word)


def _titles_left(page: Page, start: int) -> tuple[Title, ...]:
    """Titles that end where a name starts."""
    index = page.index_ending.get(start)
    if index is None or not page.tokens[index].has("role"):
        return ()
    return titles_before(page, title_at(page, index))


def _without_overlap(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for named in found:
        if kept and named.start < kept[-1].end:
            if len(named.titles) > len(kept[-1].titles):
                kept[-1] = named
            continue
        kept.append(named)
    return kept
