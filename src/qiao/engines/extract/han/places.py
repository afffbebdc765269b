"""Places: the gazetteer, territories by their last character, and unknown towns where only a town can stand."""

from __future__ import annotations

import re

from qiao.engines.extract.han.entities import Cover, Mention
from qiao.engines.extract.han.lexicon import closed
from qiao.engines.extract.han.page import HARD, Page, is_soft
from qiao.engines.extract.result import FactType
from qiao.engines.text.language import is_han
from qiao.engines.text.places import find_place

_TERRITORY = re.compile(r"[\u3400-\u9fff]{2,6}?(?:自治州|市|县|省|州|镇|郡|岛|府)(?![长政委场内外区面级属直民容值占])")
_UNIT = re.compile(r"(?:市|县|省|州|镇|郡|邦|岛|区|府)$")
_GOING = frozenset("赴 抵达 抵 前往 飞抵 转赴 转往 转抵 到达 远赴 奔赴 飞往 赴往 途经 返抵 再赴".split())
_BEING = frozenset("在 于 位于 总部位于 总部设在 总部设于 总部在 设在 坐落于 落户".split())
_LONGEST_TOWN = 6
_HELD = re.compile(r"举行|召开|举办|开幕|设立|[,。)\n]|市|$")
_FOLLOWING = re.compile(
    r"^(?:举行|召开|举办|的|[,。、;)\n]|与|和|及|考察|开展|设立|进行|为|访问|参观|拜访|会见|市|两地|三地|等|站|参加|出席|$)"
)
_UNLIKELY = closed("places_unlikely")
_DIRECTION = ("东", "西", "南", "北", "中")


def places(page: Page, mentions: list[Mention]) -> list[Mention]:
    """All places that no organisation or person lies over, and the districts in the brackets of a name."""
    taken = Cover(len(page.text), mentions)
    found: list[Mention] = []
    for layer in (_known, _territories, _listed_places):
        found += layer(page, taken)
        for mention in found:
            taken.add(mention)
    found += _districts(page, mentions)
    found += _unknown(page, taken, found)
    return sorted(found, key=lambda m: m.start)


def _districts(page: Page, mentions: list[Mention]) -> list[Mention]:
    """无锡高新区(新吴区): the district is a place of its own."""
    found = []
    for mention in mentions:
        match = re.search(r"\(([\u3400-\u9fff]{2,5}[区市县])\)$", page.text[mention.start : mention.end])
        if match and mention.type is FactType.ORGANISATION:
            at = mention.start + match.start(1)
            found.append(Mention(at, at + len(match[1]), FactType.PLACE, match[1]))
    return found


def _known(page: Page, taken: Cover) -> list[Mention]:
    found = []
    for index, token in enumerate(page.tokens):
        if not token.has("place") or not taken.is_free(token.start, token.end):
            continue
        before, after = page.token(index - 1), page.token(index + 1)
        if _is_inside_word(before, token.start) and len(token.word) == 2 and not token.has("topic"):
            continue
        if (
            after is not None
            and after.has("char")
            and after.start == token.end
            and len(token.word) == 2
            and not _is_country(token.word)
            and _glued(page, index + 1)
        ):
            continue
        end = _with_unit(page, token.end) if token.word[-1] not in "市县省州镇郡岛区府国" else token.end
        found.append(Mention(token.start, end, FactType.PLACE, page.text[token.start : end]))
    return found


def _listed_places(page: Page, taken: Cover) -> list[Mention]:
    """澄湖、嘉善、滁州|三地: what a list of places counts."""
    found = []
    for match in re.finditer(
        # Each name is the shortest before a sign of the list, once and for all: 和 is both, and every way to part a
        # run of them would be tried.
        r"((?:(?>[\u3400-\u9fff]{2,4}?[、和与及])){1,8}[\u3400-\u9fff]{2,4}?)(?:[两三四五六七八九多]|等)(?:地|国|市|城|省)(?![区方理点])",
        page.text,
    ):
        at = match.start(1)
        for name in re.split(r"[、和与及]", match[1]):
            if len(name) >= 2 and taken.is_free(at, at + len(name)) and not _is_listed_word(page, at, name):
                found.append(Mention(at, at + len(name), FactType.PLACE, name))
            at += len(name) + 1
    return found


def _is_listed_word(page: Page, at: int, name: str) -> bool:
    index = page.index_at.get(at)
    return (
        index is None
        or (page.tokens[index].word == name and not page.tokens[index].has("place"))
        or not all(
            page.tokens[i].has("char", "place")
            for i in range(index, len(page.tokens))
            if page.tokens[i].end <= at + len(name)
        )
    )


def _glued(page: Page, index: int) -> bool:
    """Whether unknown characters hang on a short place name on both sides of reason: 大理|石."""
    following = page.token(index + 1)
    return following is None or following.has("char")


def _is_inside_word(before: object, start: int) -> bool:
    token = before
    return token is not None and getattr(token, "end", -1) == start and "char" in getattr(token, "classes", ())


def _is_country(word: str) -> bool:
    place = find_place(word)
    return place is not None and place.kind != "city"


def _with_unit(page: Page, end: int) -> int:
    """萨克森-安哈特|州, 邺|州: the word for the kind of territory belongs to the name."""
    if page.text[end : end + 1] in ("市", "县", "省", "州", "岛") and page.text[end + 1 : end + 2] not in (
        "长",
        "委",
        "政",
        "场",
        "内",
        "级",
        "区",
    ):
        return end + 1
    return end


def _territories(page: Page, taken: Cover) -> list[Mention]:
    found: list[Mention] = []
    for index, token in enumerate(page.tokens):
        if not _UNIT.search(token.word) or len(token.word) != 1 or not taken.is_free(token.start, token.end):
            continue
        if (
            page.text[token.end : token.end + 1] in tuple("长政委场内外面级属直民容值占领商")
            and page.text[token.end : token.end + 1]
        ):
            continue
        first = index
        while first > 0 and token.end - page.tokens[first - 1].start <= 9 and _is_name_char(page, first - 1):
            if page.tokens[first - 1].end != page.tokens[first].start:
                break
            first -= 1
        start = page.tokens[first].start
        if (
            token.start - start < 2
            or not taken.is_free(start, token.end)
            or (token.word in ("区", "府", "岛") and token.start - start < 2)
        ):
            continue
        name = page.text[start : token.end]
        if name not in _UNLIKELY and any(t.has("char") for t in page.tokens[first:index]):
            found.append(Mention(start, token.end, FactType.PLACE, name))
    return found


def _is_name_char(page: Page, index: int) -> bool:
    token = page.tokens[index]
    return (
        token.has("char")
        or (is_soft(token) and is_han(token.word) and token.word not in HARD)
        or token.word in ("-", "·")
    )


def _unknown(page: Page, taken: Cover, known: list[Mention]) -> list[Mention]:
    """A run of unknown characters after a word of travel, after a country, or listed beside a place."""
    found: list[Mention] = []
    ends = {m.end for m in known}
    for index, token in enumerate(page.tokens):
        if not token.has("char") or not taken.is_free(token.start, token.end):
            continue
        led, located = _approach(page, index, ends)
        if not (led or located):
            continue
        end = page.tokens[_last_unknown(page, index)].end
        if not 2 <= end - token.start <= _LONGEST_TOWN:
            continue
        if not (_HELD if located else _FOLLOWING).match(page.text[end : end + 2]):
            continue
        found.append(Mention(token.start, end, FactType.PLACE, page.text[token.start : end]))
        taken.add(found[-1])
        ends.add(end)
    return found


def _approach(page: Page, index: int, ends: set[int]) -> tuple[bool, bool]:
    """Whether travel, a country or a list leads to a token, and whether a word for being somewhere does."""
    token, before = page.tokens[index], page.token(index - 1)
    if before is None or (before.end != token.start and not page.text[before.end : token.start].isspace()):
        return False, False
    listed = before.word in ("、", "和", "与", "及") and before.start in ends
    return before.word in _GOING or listed or token.start in ends, before.word in _BEING


def _last_unknown(page: Page, index: int) -> int:
    """Index of the last token of an unbroken run of unknown characters, followed just past the longest town."""
    last = index
    while last + 1 < len(page.tokens) and last - index <= _LONGEST_TOWN:
        following = page.tokens[last + 1]
        if not following.has("char") or following.start != page.tokens[last].end:
            break
        last += 1
    return last
