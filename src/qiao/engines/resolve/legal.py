"""Legal forms, from a list of our own: taken off a name before it is compared, and kept aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENDS = frozenset(
    "gmbh ggmbh mbh ag kg kgaa ohg ug ev eg gbr se sce sa sas sasu sarl eurl snc sca sci scop scrl sprl srl "
    "spa sapa ltd limited co company corp corporation inc incorporated llc llp lp plc pllc bv nv vof cv sl slu "
    "sau sll oy oyj ab asa aps as ans kk kft zrt nyrt rt sro spol zoo spzoo doo ad ood eood ooo oao zao pao ao "
    "jsc ojsc cjsc pjsc tbk pte pty pvt bhd sdn kabushiki kaisha yugen sagl ltda eireli cia hf ehf uab sia ou "
    "pt cic vzw asbl rf".split()
)
_STARTS = frozenset("pt ooo oao zao pao ao gup fgup tov vat cv sarl sas".split())
_INNER = frozenset("co and und et".split())

_HAN_END = re.compile(
    r"(?:股份有限责任公司|有限责任公司|股份有限公司|股份公司|有限公司|有限合伙|普通合伙|个人独资|个体工商户|责任公司|"
    r"株式会社|有限会社|合同会社|合资会社|合名会社|公司)$"
)
_HAN_START = re.compile(
    r"^(?:国立大学法人|公立大学法人|国立研究开发法人|独立行政法人|地方独立行政法人|学校法人|医疗法人|社会福祉法人|"
    r"(?:公益|一般)(?:财团|社团)法人|特定非营利活动法人|(?:特殊|认可)法人|株式会社|有限会社|合同会社|财团法人|社团法人)"
)


def split_latin(words: Sequence[str]) -> tuple[list[str], str]:
    """Folded words without their legal form, and that form; a name that is nothing else keeps its words."""
    left = list(words)
    taken: list[str] = []
    while len(left) > 1 and (left[-1] in _ENDS or (taken and left[-1] in _INNER)):
        taken.insert(0, left.pop())
    if len(left) > 1 and left[0] in _STARTS:
        taken.insert(0, left.pop(0))
    while len(left) > 1 and left[-1] in _INNER:
        left.pop()
    return (left, " ".join(taken)) if left else (list(words), "")


def split_han(text: str) -> tuple[str, str]:
    """A simplified Han name without its legal form, and that form."""
    core = _HAN_END.sub("", _HAN_START.sub("", text))
    return core, text.replace(core, "", 1) if core else text
