"""Organisations by their form: a proper name with a head noun, a trade, known firms, runs of letters."""

from __future__ import annotations

import re

from qiao.engines.extract.han.firms import WEAK_VERBS, Named, loose_names
from qiao.engines.extract.han.lexicon import closed, lexicon
from qiao.engines.extract.han.page import Page, is_element, is_fill, is_proper
from qiao.engines.text.language import is_han

OFFICES = frozenset(("government", "diplomatic"))


"""Kinds that name an organisation without a proper name: 商务局 is one of the sender's."""


_COMPANIES = frozenset(("company", "bank", "fund", ""))


_JOINT_HEADS = frozenset(("company", "government", "association", "institute", "center", "school"))


_GENERIC_COMPANY = closed("organisations_generic_company")


_DESCRIBING = frozenset(
    "公司 子公司 企业 大厂 药厂 车厂 厂商 车企 药企 母公司 分公司 初创公司 食品公司 科技公司 科技企业".split()
)


_BARE_OFFICES = closed("organisations_bare_offices")


_PAIR = re.compile(
    r"新?(?:中[德法英日韩意荷瑞美以俄波捷匈西奥比芬欧丹新澳加巴葡埃非阿]|[德法英日韩意荷瑞美以欧加澳台港]中|[台港][德法日美韩]|[德法日美韩][台港])"
)


_HOSTS = frozenset(("university", "company", "association", "institute", "school", "hospital", "bank", "park"))


def by_form(page: Page) -> list[Named]:
    """Every organisation that its own words give away, in order; generic words alone are left out."""
    found: list[Named] = []
    index = 0
    while index < len(page.tokens):
        if not is_element(page.tokens[index]) and not _is_posted(page, index):
            index += 1
            continue
        end = _run_end(page, index)
        found.extend(_names_in(page, index, end))
        index = max(end, index + 1)
    return found


def _is_posted(page: Page, index: int) -> bool:
    """驻|捷克|代表处: a body abroad may begin with the word for being posted."""
    following = page.token(index + 1)
    return page.tokens[index].word == "驻" and following is not None and following.has("place")


def _run_end(page: Page, index: int) -> int:
    """Index after the last token of the unbroken run of name words that starts at `index`."""
    at = index
    while at < len(page.tokens):
        token = page.tokens[at]
        if at > index and token.start != page.tokens[at - 1].end:
            break
        if is_element(token) or at == index:
            at += 1
            continue
        step = _bridge(page, index, at)
        if not step:
            break
        at += step
    return at


def _bridge(page: Page, first: int, at: int) -> int:
    """Tokens to step over when the run goes on behind them: a place in brackets, a hyphen, 驻, a joint 和."""
    token, following = page.token(at), page.token(at + 1)
    if token is None or following is None or following.start != token.end:
        return 0
    if token.word == "驻" and is_proper(following):
        return 1
    if token.word in "-·&" and is_proper(following) and at > first and is_proper(page.tokens[at - 1]):
        return 1 if is_han(following.word[0]) else 0
    if token.word == "(":
        return _bracket(page, at)
    if token.word in ("和", "与", "及", "暨"):
        return 1 if _is_joint(page, first, at) else 0
    return 0


def _bracket(page: Page, at: int) -> int:
    """公司(中国)有限公司: a short place in brackets with a head behind it belongs to the name."""
    close = at + 1
    while close < len(page.tokens) and page.tokens[close].word != ")" and close - at < 5:
        close += 1
    inner = page.text[page.tokens[at].end : page.tokens[close].start] if close < len(page.tokens) else ""
    behind = page.token(close + 1)
    if not 1 <= len(inner) <= 6 or not all(map(is_han, inner)) or behind is None:
        return 0
    if behind.start != page.tokens[close].end or not is_fill(behind):
        return 0
    return close + 1 - at


def _is_joint(page: Page, first: int, at: int) -> bool:
    """科技|和|信息化|局, or a single character before it (东|和|材料)."""
    before = page.tokens[at - 1] if at > first else None
    if before is None:
        return False
    if at - first == 1 and len(before.word) == 1 and is_proper(before) and _ends_in_trade(page, at + 1):
        return True
    following = page.token(at + 1)
    if following is not None and before.has("trade") and at - first > 1 and _PAIR.match(following.word):
        return False
    behind, head = page.token(at + 1), page.token(at + 2)
    if behind is not None and head is not None and before.has("char") and behind.has("char"):
        return head.of("head") == "company" and len(behind.word) == len(before.word) == 1
    if not before.has("topic", "trade") or before.of("head"):
        return False
    here = at + 1
    while (
        here < len(page.tokens)
        and page.tokens[here].has("topic", "trade", "short")
        and not page.tokens[here].of("head")
    ):
        here += 1
    head = page.token(here)
    whole = head is not None and len(head.word) > (2 if head.of("head") == "government" else 3)
    return ((here > at + 1 or whole) and head is not None and head.of("head") in _JOINT_HEADS) or (
        here > at + 1 and page.tokens[here - 1].word in ("局", "部", "厅", "署", "处")
    )


def _ends_in_trade(page: Page, at: int) -> bool:
    last = at
    while (token := page.token(last)) is not None and token.has("trade"):
        last += 1
    token = page.token(last)
    return last > at and (token is None or not is_element(token))


def _names_in(page: Page, first: int, end: int) -> list[Named]:
    """The organisations of one run: up to its last head, or its firms and letters when it has none."""
    last = _last_head(page, first, end)
    if last is None:
        return loose_names(page, first, end)
    start = _trim(page, _past_description(page, first, last), last)
    head = page.tokens[last]
    if head.of("head") == "venue":
        return [Named(page.tokens[start].start, head.end, "venue", True)] if last > start else []
    kind = head.of("head") or ("government" if head.has("short") else "company")
    found: list[Named] = []
    if _is_named(page, start, last, kind):
        found.append(Named(page.tokens[start].start, head.end, kind, True))
        found.extend(_with_district(page, page.tokens[start].start, last, kind))
    else:
        found.extend(loose_names(page, first, last))
    return found + loose_names(page, last + 1, end)


def _with_district(page: Page, start: int, last: int, kind: str) -> list[Named]:
    """无锡高新区(新吴区): the form with the district in brackets is a name too."""
    match = re.match(r"\(([\u3400-\u9fff]{2,6})\)", page.text[page.tokens[last].end :])
    if not match or not (lexicon().has(match[1], "place") or match[1].endswith(("区", "市", "县"))):
        return []
    return [Named(start, page.tokens[last].end + match.end(), kind, True)]


def _last_head(page: Page, first: int, end: int) -> int | None:
    for index in range(end - 1, first - 1, -1):
        token = page.tokens[index]
        if token.of("head") and not _is_before_latin(page, index) and not _describes(page, index, end):
            return index
        if token.word in ("局", "厅", "署") and index == end - 1 and index > first:
            before = page.tokens[index - 1]
            if before.has("topic") and len(before.word) > 1:
                return index
        if token.has("short") and token.word in "局署厅部处科馆社组" and index > first and index == end - 1:
            if any(page.tokens[at].of("head") in _HOSTS for at in range(first, index)):
                continue
            following = page.token(end)
            if following is not None and following.has("role", "modifier") and following.start == token.end:
                return index
    return None


def _describes(page: Page, index: int, end: int) -> bool:
    """影视特效|公司|光年制作: the firm's name follows the word."""
    word = page.tokens[index].word
    if (word not in _DESCRIBING and not word.endswith("厂")) or index + 1 >= end:
        return False
    return page.tokens[index + 1].has("char", "firm", "latin")


def _is_before_latin(page: Page, index: int) -> bool:
    """下属|公司|Figaro: a bare head before letters only describes them."""
    following = page.token(index + 1)
    before = page.token(index - 1)
    alone = before is None or before.end != page.tokens[index].start or not is_proper(before)
    return alone and following is not None and following.has("latin") and following.start == page.tokens[index].end


def _past_description(page: Page, first: int, last: int) -> int:
    """全资子公司|蒙塞尼|药业有限公司: a bare word for a firm inside the run only describes the name behind it."""
    for index in range(last - 1, first - 1, -1):
        token, following = page.tokens[index], page.tokens[index + 1]
        if token.word in _DESCRIBING and is_proper(following):
            return index + 1
    return first


def _trim(page: Page, first: int, last: int) -> int:
    """Drop what only leads up to the name: ordinals, single soft characters before a longer word."""
    start = first
    while start < last:
        token = page.tokens[start]
        following = page.tokens[start + 1]
        owned = start > 0 and page.tokens[start - 1].word in ("我", "本", "该", "贵") and len(token.word) == 1
        weak = token.word in WEAK_VERBS
        verb = len(token.word) > 1 and token.of("verb") and is_proper(following) and not following.has("latin")
        described = token.word in _DESCRIBING and is_proper(following)
        if owned or verb or described or token.word in "一两几多名个家" or (weak and len(following.word) > 1):
            start += 1
            continue
        break
    return start


def _is_named(page: Page, start: int, last: int, kind: str) -> bool:
    words = page.tokens[start : last + 1]
    head = words[-1]
    if len(words) == 1 and kind == "school" and head.end - head.start >= 5 and _is_supported(page, last):
        return True
    if len(words) == 1:
        return head.has("firm") or (
            kind in OFFICES and len(head.word) > 2 and head.word not in _BARE_OFFICES and not head.has("modifier")
        )
    proper = [token for token in words[:-1] if token.has("char", "firm", "latin", "place")]
    size = head.end - words[0].start
    if size < 4 and not any(token.has("place", "firm", "latin") for token in proper) and kind not in OFFICES:
        return words[0].word in ("市", "县", "区", "省") and size == 3
    if kind in OFFICES or head.has("short"):
        return bool(proper) or len(page.text[words[0].start : head.end]) > 2
    if (
        not proper
        and len(words) >= 2
        and _PAIR.match(words[0].word + words[1].word)
        and kind not in ("company", "publisher")
    ):
        return True
    if not proper:
        if kind == "school" and len(words) >= 3:
            return True
        if len(words) >= 2 and words[0].word in ("市", "县", "区", "省", "州"):
            return True
        if (len(words) >= 3 or (kind == "school" and size >= 4)) and _is_supported(page, last):
            return True
        return len(words) >= 3 and kind in ("association", "station") and any(t.word in _NATIONAL for t in words)
    if len(words) == 2 and words[0].has("place") and not words[0].has("firm") and head.word in _GENERIC_COMPANY:
        return False
    if not all(token.has("place") for token in proper) or kind != "company" or head.word not in _GENERIC_COMPANY:
        return True
    return len(words) > len(proper) + 1 and not all(_is_country(token.word) for token in proper)


def _is_country(word: str) -> bool:
    return word.endswith(("国", "本", "士", "兰", "麦", "威", "典", "利", "坡", "洲", "亚"))


def _is_supported(page: Page, last: int) -> bool:
    """A post or a name in brackets behind a form that has no proper name in it."""
    following = page.token(last + 1)
    if following is None or following.start != page.tokens[last].end:
        return False
    if following.word == "(":
        inner = page.token(last + 2)
        return inner is not None and (inner.has("latin") or inner.word in ("简称", "以下简称", "下称"))
    return following.has("role", "modifier")


_NATIONAL = frozenset(
    "中国 中华 国际 全球 世界 中德 中法 中英 德中 法中 中欧 欧洲 亚洲 海峡 华人 中美 中日 中意".split()
)


def without_verb(page: Page, name: Named) -> Named:
    """由枫岭|控股|51%的: after 由 and before a share or 的, the word tells what the owner does."""
    told = page.text[name.end - 2 : name.end] == "控股" and page.text[name.start - 1 : name.start] == "由"
    if told and name.end - name.start > 3 and re.match(r"[的\d]", page.text[name.end : name.end + 1]):
        return Named(name.start, name.end - 2, name.kind, name.sure)
    return name


def without_country(page: Page, name: Named) -> Named:
    """A firm's name without the country before it: 德国|博伦泵业. Institutions keep it, it is part of theirs."""
    if name.kind not in _COMPANIES:
        return name
    index = page.index_at.get(name.start)
    token = page.token(index) if index is not None else None
    if index is None or token is None or not token.has("place") or token.end >= name.end:
        return name
    rest = page.token(index + 1)
    country = lexicon().has(token.word, "place") and _is_country(token.word)
    if not country or rest is None or not (is_proper(rest) and not rest.has("place")):
        return name
    return Named(token.end, name.end, name.kind, name.sure)
