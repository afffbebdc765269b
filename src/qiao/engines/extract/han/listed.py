"""Names that only their place gives away: items of a list, the object of a visit, what an appositive names."""

from __future__ import annotations

from qiao.engines.extract.han.entities import Cover, Mention
from qiao.engines.extract.han.lexicon import closed
from qiao.engines.extract.han.page import HARD, Page, is_element
from qiao.engines.extract.han.tokens import Token
from qiao.engines.extract.result import FactType

_LIST_NOUNS = closed("listed_list_nouns")
APPOSITIVES = closed("listed_appositives")
_OBJECT_VERBS = frozenset(("visit", "meet", "sign", "own"))
_JOINTS = frozenset(("、", "和", "与", "及", "以及", "暨", "跟", "并"))


def in_context(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Organisations without a telling form, proved by where they stand."""
    found: list[Mention] = []
    for start, end in _candidates(page, mentions):
        if _is_proved(page, start, end, [*mentions, *found]):
            found.append(Mention(start, end, FactType.ORGANISATION, page.text[start:end], sure=False))
    return found


def _candidates(page: Page, mentions: list[Mention]) -> list[tuple[int, int]]:
    """Runs of name words with at least two unknown characters that nothing has claimed yet."""
    spans: list[tuple[int, int]] = []
    taken = Cover(len(page.text), mentions)
    index = 0
    while index < len(page.tokens):
        if not _may_start(page, index, taken):
            index += 1
            continue
        last = index
        while last + 1 < len(page.tokens) and _goes_on(page, last + 1, taken):
            last += 1
        words = _behind_noun(page.tokens[index : last + 1])
        if words and _is_nameable(words) and not _runs_on(page, last):
            spans.append((words[0].start, words[-1].end))
        index = last + 1
    return spans


def _may_start(page: Page, index: int, taken: Cover) -> bool:
    token = page.tokens[index]
    following = page.token(index + 1)
    if token.has("place") and following is not None and following.has("trade") and following.start == token.end:
        return taken.is_free(token.start, token.end) and not token.word.endswith(("国", "洲"))
    if not (token.has("char") or (len(token.word) == 1 and is_element(token) and not token.of("verb"))):
        return False
    return taken.is_free(token.start, token.end)


def _goes_on(page: Page, index: int, taken: Cover) -> bool:
    token = page.tokens[index]
    contiguous = token.start == page.tokens[index - 1].end
    fits = is_element(token) and not token.has("place", "latin") and not token.of("event") and not token.of("agreement")
    return contiguous and fits and taken.is_free(token.start, token.end)


def _behind_noun(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """传感器|企业|温特贝格: the name stands behind the noun that describes it."""
    for index in range(len(words) - 1, -1, -1):
        if words[index].word in APPOSITIVES:
            return words[index + 1 :]
    return words


def _runs_on(page: Page, last: int) -> bool:
    """Whether a paper, a gathering or letters follow: then the run only specifies them."""
    following = page.token(last + 1)
    if following is None or following.start != page.tokens[last].end:
        return False
    return following.word in tuple("市县省州郡府区镇") or bool(
        following.of("agreement") or following.of("event") or following.has("latin")
    )


def _is_nameable(words: tuple[Token, ...]) -> bool:
    unknown = sum(token.has("char") for token in words)
    length = words[-1].end - words[0].start
    if words[-1].word in ("省", "市", "县", "州", "府", "郡", "镇", "岛", "区"):
        return False
    if words[0].has("place") and words[-1].has("trade"):
        return length <= 12
    return unknown >= 2 and 2 <= length <= 12 and words[0].word not in HARD


def _is_proved(page: Page, start: int, end: int, mentions: list[Mention]) -> bool:
    before, after = page.token(page.index_at[start] - 1), page.token(page.index_ending[end] + 1)
    if before is not None and before.word in APPOSITIVES and before.end == start:
        return True
    if _typed_list(page, start, end):
        return True
    if before is not None and before.word in _JOINTS and _joined_to_org(page, before.start, mentions, left=True):
        return True
    if after is not None and after.word in _JOINTS and _joined_to_org(page, after.end, mentions, left=False):
        return True
    return _is_object(page, page.index_at[start])


def _typed_list(page: Page, start: int, end: int) -> bool:
    """A、B、C|等|企业: the noun behind 等 types every item of the list."""
    index = page.index_ending[end] + 1
    for _ in range(24):
        token = page.token(index)
        if token is None or token.word in "。,;!?\n":
            return False
        if token.word in ("等", "等等"):
            if page.text[token.end : token.end + 1] in ("地", "国", "城"):
                return False
            return _noun_behind(page, index + 1)
        if token.has("verb:other") and token.word not in _JOINTS and token.word in ("的", "在"):
            return False
        index += 1
    return False


def _noun_behind(page: Page, index: int) -> bool:
    for offset in range(7):
        token = page.token(index + offset)
        if token is None or token.is_stop or token.of("verb") in ("visit", "meet", "sign"):
            return False
        if token.word in _LIST_NOUNS:
            return True
    return False


def _joined_to_org(page: Page, at: int, mentions: list[Mention], *, left: bool) -> bool:
    """Whether the item on the other side of a joint is an organisation."""
    for mention in mentions:
        if not at - 80 < mention.end or not mention.start < at + 80:
            continue
        if mention.type is not FactType.ORGANISATION or mention.kind in ("zone", "government"):
            continue
        if left and (
            mention.end == at
            or (
                page.text[mention.end : at].startswith("(")
                and page.text[at - 1] == ")"
                and "\n" not in page.text[mention.end : at]
                and page.text[mention.end : at].count("(") == 1
            )
        ):
            return True
        if not left and (
            mention.start == at
            or (
                at < mention.start <= at + 3
                and "、" not in page.text[at : mention.start]
                and "," not in page.text[at : mention.start]
            )
        ):
            return True
    return False


def _is_object(page: Page, index: int) -> bool:
    """Whether a visit, a signing or a take-over stands right before the name."""
    at = index - 1
    if at >= 0 and page.tokens[at].word == "了":
        at -= 1
    if at >= 0 and page.tokens[at].has("place"):
        at -= 1
        if at >= 0 and page.tokens[at].word == "了":
            at -= 1
    elif at >= 1 and page.tokens[at].word == "的" and page.tokens[at - 1].has("place"):
        at -= 2
        if at >= 0 and page.tokens[at].word == "了":
            at -= 1
    token = page.token(at)
    return (
        token is not None
        and token.of("verb") in _OBJECT_VERBS
        and token.word
        not in ("交流", "讨论", "欢迎", "会议", "开会", "签", "深入", "来到", "接受", "陪同", "交换", "拥有", "持股")
    )
