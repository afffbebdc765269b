"""Papers and understandings: their noun with what specifies it, the kind, and how far they got."""

from __future__ import annotations

import re

from qiao.engines.extract.han.lexicon import closed
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.modality import modality
from qiao.engines.extract.han.page import HARD, Page
from qiao.engines.extract.han.tokens import Token
from qiao.engines.extract.result import Attributes, FactType, Modality

_STRONG = frozenset(("memorandum", "letter_of_intent", "framework", "contract", "strategic_intent"))
_LONGEST_LATIN = 12
_SPECIFYING = closed("agreements_specifying")
_LICENSED = closed("agreements_licensed")
_BEHIND = re.compile(r"^(?:书|期|额|金额|价|款|总额|价值|文本|范本|条款|管理|履行|签|期满|制|工)")
_SIGNED_NEAR = re.compile(
    r"签|订立|缔结|达成|建立|结成|形成|敲定|商定|换文|颁发|续|成交|促成|审议|磋商|洽谈|讨论|商讨|交换意见|取得"
)
_PROJECT = re.compile(r"(?:达成|敲定|促成)(?:了)?([^,。;!?\n]{4,40}?(?:项目合作|合作项目|投资项目|项目))(?=[,。;!?\n])")
_SIGNING = ("签约", "成功签约", "正式签约", "现场签约", "集中签约")


def agreements(page: Page, counts: list[Mark]) -> list[Mark]:
    """All agreements of a page."""
    found: list[Mark] = []
    for index, token in enumerate(page.tokens):
        kind = token.of("agreement") or ("memorandum" if token.word in ("MOU", "MoU") else "")
        if kind:
            mark = _paper(page, index, kind, counts)
            if mark is not None:
                found.append(mark)
    found += [_project(page, match) for match in _PROJECT.finditer(page.text)]
    found += _bare_signings(page, found)
    return _longest(found)


def _paper(page: Page, index: int, kind: str, counts: list[Mark]) -> Mark | None:
    token = page.tokens[index]
    following = page.token(index + 1)
    if following is not None and following.start == token.end and following.of("agreement"):
        return None
    if (
        following is not None
        and following.start == token.end
        and (following.has("place") is False)
        and following.of("event")
    ):
        return None
    clause = page.clause(token.start)
    near = page.text[clause[0] : clause[1]]
    count = _count(token, counts, page)
    if token.word in _LICENSED and not _SIGNED_NEAR.search(near) and count is None:
        return None
    if (
        _BEHIND.match(page.text[token.end : token.end + 2])
        and token.word in _LICENSED
        and not page.text[token.end :].startswith(("签", "书"))
    ):
        return None
    start = _start(page, index)
    opening = page.text.rfind("《", max(0, token.start - 40), token.start)
    if page.text[token.end : token.end + 1] == "》" and opening >= 0 and "》" not in page.text[opening : token.start]:
        start = opening + 1
    said = modality(page.text, token.start, token.end, clause, page.sentence(token.start))
    attrs = Attributes(kind=kind, step=_step(kind, near, said), count=count.attrs.count if count else None)
    end = token.end
    return Mark(start, end, FactType.AGREEMENT, page.text[start:end], said, 0.75, attrs)


def _start(page: Page, index: int) -> int:
    first = index
    while first > 0:
        before = page.tokens[first - 1]
        if before.end != page.tokens[first].start or not _specifies(before):
            break
        first -= 1
    while first < index and (
        page.tokens[first].word in ("一", "两", "三", "份", "项", "个", "新", "大") or _leads(page.tokens[first])
    ):
        first += 1
    if first > 0 and page.tokens[first - 1].word == "任何":
        first -= 1
    return page.tokens[first].start


def _specifies(token: Token) -> bool:
    """Whether a word before a paper's noun tells what paper it is."""
    other = token.has("mark", "place", "role", "reached", "discussed") and not token.has("topic")
    if token.word in HARD or token.is_stop or token.has("signed") or other:
        return False
    if token.has("latin"):
        return len(token.word) <= _LONGEST_LATIN
    return token.has("topic", "trade") or bool(token.of("agreement")) or token.word in _SPECIFYING


def _leads(token: Token) -> bool:
    return bool(token.of("verb")) and token.word in (
        "推动",
        "促进",
        "推进",
        "深化",
        "加强",
        "开展",
        "扩大",
        "实现",
        "推广",
    )


def _count(token: Token, counts: list[Mark], page: Page) -> Mark | None:
    for mark in counts:
        if mark.start - token.end in (0, 1) and mark.attrs.unit in ("份", "个", "项", "批", "单", "纸"):
            return mark
        gap = page.text[mark.end : token.start]
        if (
            mark.end <= token.start
            and len(gap) <= 8
            and not re.search(r"[,。;、的与和]", gap)
            and mark.attrs.unit in ("份", "个", "项")
        ):
            return mark
    return None


def _step(kind: str, near: str, said: Modality) -> str:
    """How far it got on the ladder of outcomes."""
    if said is Modality.DENIAL:
        return "mentioned"
    if said is Modality.HOPE:
        return "hoped"
    if said is Modality.PLAN:
        return "intention"
    if not re.search(r"签|订立|缔结|达成|建立|结成|敲定|商定|换文|取得|形成", near):
        return "discussed" if re.search(r"讨论|商讨|探讨|磋商|洽谈|商谈|谈判|交换意见", near) else "mentioned"
    if kind == "contract":
        return "contract"
    return "intention" if kind == "strategic_intent" else "signed"


def _project(page: Page, match: re.Match[str]) -> Mark:
    clause, sentence = page.clause(match.start()), page.sentence(match.start())
    said = modality(page.text, match.start(1), match.end(1), clause, sentence)
    attrs = Attributes(kind="project_cooperation", step="hoped" if said is Modality.HOPE else "intention")
    return Mark(match.start(1), match.end(1), FactType.AGREEMENT, match[1], said, 0.6, attrs)


def _bare_signings(page: Page, found: list[Mark]) -> list[Mark]:
    """签约 in a clause that names no paper."""
    marks = []
    for index, token in enumerate(page.tokens):
        following = page.token(index + 1)
        if token.word not in _SIGNING or (
            following is not None
            and following.start == token.end
            and (following.of("event") or following.word in ("金额", "项目", "双方", "企业", "总额", "会", "额", "方"))
        ):
            continue
        clause, sentence = page.clause(token.start), page.sentence(token.start)
        before = page.text[clause[0] : token.start]
        if any(sentence[0] <= mark.start < sentence[1] for mark in found) or not re.search(
            r"与|和|同|已|未|双方", before
        ):
            continue
        said = modality(page.text, token.start, token.end, clause, sentence)
        attrs = Attributes(kind="other", step=_step("other", "签", said))
        marks.append(Mark(token.start, token.end, FactType.AGREEMENT, token.word, said, 0.5, attrs))
    return marks


def _longest(found: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if not any(k.overlaps(mark.start, mark.end) for k in kept):
            kept.append(mark)
    return kept
