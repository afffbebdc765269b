"""The post and employer of a person: kept where they stand beside the name, dropped where they do not."""

from __future__ import annotations

import re

from qiao.engines.extract.result import Attributes, Fact
from qiao.engines.extract.second.answer import SaidFact
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.shapes import is_role
from qiao.engines.text.names import fold
from qiao.engines.text.view import fold_width, simplified

_JOINT = r"[ ,]{0,3}(?:(?:the|a|its|der|die|das|le|la|l['’]|son|sa)\s?)?"
_OF = r"\s?(?:of|at|for|de|du|des|d['’]|der|des|von|vom|bei|,)\s?(?:the |la |le |l['’]|der )?"


def with_post(fact: Fact, said: SaidFact, known: Known) -> Fact:
    """The person with the role, and the role with the body, that the sentence puts beside the name.

    A role touches the name: "director Ann Bo", "Ann Bo, director"; its body touches the role. Anything between
    them, above all another name, leaves the attribute unsaid.
    """
    role = said.role.strip()
    if not role or not is_role(role, "".join(map(simplified, role))):
        return fact
    start, end = known.sentence(fact.start, fact.end)
    before, after = known.text[start : fact.start], known.text[fact.end : end]
    if known.language == "zh" and not re.fullmatch(r"[\x00-\u024f]+", role):
        return _han(fact, said, before, known)
    named = re.match(rf"{_JOINT}{re.escape(role)}(?![\w-])(?P<rest>.*)", after, re.DOTALL)
    if named is not None and after.lstrip().startswith(","):
        return _filled(fact, role, _body_behind(said, named["rest"], known))
    ahead = re.search(
        rf"(?<![\w-]){re.escape(role)},? (?:(?:[Mm]r|[Mm]s|[Dd]r|[Pp]rof)\.? |M\. |Mme |Frau |Herr )?$", before
    )
    return _filled(fact, role, "") if ahead is not None else fact


def _han(fact: Fact, said: SaidFact, before: str, known: Known) -> Fact:
    """Chinese puts body, post and name side by side: 临湖大学校长王岚."""
    plain, role = _plain(before).rstrip(), _plain(said.role)
    if not plain.endswith(role):
        return fact
    rest, org = plain[: -len(role)], _plain(said.org)
    body = said.org if org and rest.endswith(org) and _is_edge(rest[: -len(org)]) else ""
    return _filled(fact, said.role, known.meaning(body) if body else "") if _is_edge(rest) or body else fact


def _is_edge(rest: str) -> bool:
    return not rest or rest[-1] in "，,。；;：:、（(「“\n与和及由"


def _body_behind(said: SaidFact, rest: str, known: Known) -> str:
    """The employer, when it stands right behind the role."""
    org = said.org.strip()
    if not org or not re.match(rf"{_OF}{re.escape(org)}(?![\w-])(?! [A-ZÀ-Þ])", rest):
        return ""
    return known.meaning(org) if fold(org) else ""


def _filled(fact: Fact, role: str, org: str) -> Fact:
    attrs = Attributes(role=role, org=org)
    return Fact(fact.start, fact.end, fact.type, fact.text, fact.norm, fact.modality, fact.confidence, attrs)


def _plain(said: str) -> str:
    return fold_width(said)
