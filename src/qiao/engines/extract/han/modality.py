"""Whether a clause tells a fact, a plan, a hope or a denial."""

from __future__ import annotations

import re

from qiao.engines.extract.result import Modality

_DENIAL = re.compile(
    r"(?<!从)未(?:与|同|和|签|能|有|曾|就|达|获|在|向|对|落|完|被)|尚未|并未|从未|未曾|没有签|没有与|没有达|没签|还没|还没有|没有任何|并无|并非|否认|不属实|不实|失实|予以否认|未签署|未签|不存在|并不是|更没有"
)
_RUMOUR = re.compile(r"消息称|媒体称|报道|传闻|传出|网传|有消息|据传|外传|有媒体|被问及")
_HOPE = re.compile(
    r"希望|期盼|期待|期望|盼望|盼|冀|力争|争取|有望|愿意|愿与|愿同|寄望|欢迎.{0,12}(?:来|到)|建议|诚邀|祝愿|如果|可望|考虑|探讨.{0,8}可能|可能性"
)
_PLAN = re.compile(
    r"(?<!即)将(?!会议|军|来自)|拟|计划(?!书)|预计|预定|订于|定于|准备|打算|筹备|筹建|待办|将于|即将|未来|届时|下一步|规划建设|正在谈|在谈|洽谈中|预期|目标|有意|约定|拟定|承诺|同意|后续|明早|明天|初步考虑"
)


def modality(text: str, start: int, end: int, clause: tuple[int, int], sentence: tuple[int, int]) -> Modality:
    """The modality at [start, end): words of its own clause before it, denials after it in the sentence too."""
    own = text[clause[0] : start]
    if _DENIAL.search(text[clause[0] : max(end, clause[1])]) or re.search(
        r"(?:予以否认|并不属实|不属实|不实|否认)", text[end : sentence[1]]
    ):
        return Modality.DENIAL
    if _last(_DENIAL, text[sentence[0] : clause[0]]) and re.search(r"否认", text[sentence[0] : clause[0]]):
        return Modality.DENIAL
    within = own + text[start:end]
    if _RUMOUR.search(within) and _DENIAL.search(text[sentence[0] : sentence[1]]):
        return Modality.DENIAL
    if re.match(r"并|且|同时|届时|也|还|以便|以及|进而|从而", text[clause[0] : clause[1]]):
        within = text[max(sentence[0], _clause_before(text, clause[0])) : start] + text[start:end]
    if _HOPE.search(within):
        return Modality.HOPE
    if _PLAN.search(within):
        return Modality.PLAN
    return Modality.FACT


def _clause_before(text: str, at: int) -> int:
    """Where the clause before this one starts."""
    return max(text.rfind(stop, 0, max(0, at - 1)) for stop in ",。;\n:") + 1


def inherited(text: str, start: int, sentence: tuple[int, int]) -> Modality:
    """The modality that a clause takes over from those before it in the sentence, for sums and counts."""
    before = text[sentence[0] : start]
    hope, plan = _last(_HOPE, before), _last(_PLAN, before)
    if max(hope, plan) < 0:
        return Modality.FACT
    return Modality.HOPE if hope > plan else Modality.PLAN


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
