"""Between whom an agreement is, and the tie it makes."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left

from qiao.engines.extract.latin.agreements import FoundAgreement
from qiao.engines.extract.latin.clauses import clause_at
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.sides import is_owner
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind

_BETWEEN = re.compile(r"[^.;:]{0,60}?\s(?:between|entre|zwischen)\s", re.IGNORECASE)
_ANNOUNCER = re.compile(r"^\s*(?:said|announced|reported|according|dit|annonce|selon|laut|sagte)", re.IGNORECASE)


def with_partners(page: Page, agreements: list[FoundAgreement], mentions: list[Mention], home: str) -> list[Fact]:
    """Facts of the agreements with their parties, and a signed_with relation for each party they bind."""
    starts = [mention.start for mention in mentions]
    facts: list[Fact] = []
    last: tuple[str, ...] = ()
    for index, agreement in enumerate(agreements):
        sentence = page.sentence_at(agreement.start)
        if sentence is None:
            continue
        here = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        parties = _parties(page, sentence, here, agreement, _neighbours(agreements, index), home)
        if len(parties) < 2:
            parties = (home, *(last or _bodies_before(mentions, agreement.start, home))) if home else last
        last = parties[1:] or last
        pairs = _pairs(page, sentence, here, agreement, _neighbours(agreements, index))
        facts.append(_agreement_fact(page, agreement, tuple(dict.fromkeys(sum(pairs, ()))) if pairs else parties))
        if agreement.step not in ("discussed", "mentioned") or agreement.modality is Modality.DENIAL:
            for bound in pairs or [parties]:
                facts += _ties(page, sentence, agreement, bound)
    return facts


def _neighbours(agreements: list[FoundAgreement], index: int) -> tuple[int, int]:
    before = agreements[index - 1].end if index else 0
    after = agreements[index + 1].start if index + 1 < len(agreements) else 10**12
    return before, after


def _parties(
    page: Page, sentence: Sentence, here: list[Mention], agreement: FoundAgreement, near: tuple[int, int], home: str
) -> tuple[str, ...]:
    """Who is bound, the sender or the signing body first; fewer than two names when the clause does not say."""
    left, right = clause_at(page, sentence, agreement.start)
    bodies = [m for m in here if _may_sign(m) and not _only_reports(page, m)]
    right = max(right, _bracket_end(page, agreement.end, sentence.end))
    if page.text[agreement.end : agreement.end + 2].strip().startswith(":"):
        right = sentence.end
    behind = [
        m for m in bodies if agreement.end <= m.start < min(right, near[1]) and not _is_far(page, agreement.end, m)
    ]
    floor = max(left, near[0]) if near[0] > left and not behind else left
    front = [m for m in bodies if floor <= m.start < agreement.start and not is_owner(page, m)]
    if front and not behind and home and _BY_US.search(page.text, floor, agreement.start):
        met = [m for m in front if not _WHERE.search(page.text[max(floor, m.start - 12) : m.start])] or front
        return tuple(dict.fromkeys((home, *_names(met[-1:]))))
    if not front and not behind:
        return _through_persons(here, floor, agreement, home)
    between = _BETWEEN.match(page.text, agreement.end)
    names = _names(behind) if between is not None else _arranged(_names(front), _names(behind), home)
    if between is not None and len(names) == 1 and home and names[0] != home:
        names = (home, *names)
    if home in names:
        names = (home, *(name for name in names if name != home))
    return names


def _through_persons(here: list[Mention], floor: int, agreement: FoundAgreement, home: str) -> tuple[str, ...]:
    """As in "Ms X and Mr Y signed a letter of intent": the bodies the signing persons stand for."""
    persons = [m for m in here if m.type is FactType.PERSON and floor <= m.start < agreement.start and m.org]
    names = tuple(dict.fromkeys(m.org for m in persons))
    if len(names) < 2:
        return ()
    return (home, *(name for name in names if name != home)) if home in names else names


_BY_US = re.compile(
    r"(?i)\b(?:the delegation|the group|both (?:sides|parties)|the two sides|la délégation|le groupe|les deux parties|"
    r"die delegation|die gruppe|beide (?:seiten|parteien))\b"
)
_WHERE = re.compile(r"(?i)\b(?:at|chez|à|bei|beim|im)\s(?:the |l['’]|la |der )?$")

_EACH = re.compile(r"\b(?:between|entre|zwischen)\s", re.IGNORECASE)


def _pairs(
    page: Page, sentence: Sentence, here: list[Mention], agreement: FoundAgreement, near: tuple[int, int]
) -> list[tuple[str, ...]]:
    """As in "between A and B, between C and D" and "(A with B, C with D)": several papers in one sentence."""
    stop = min(sentence.end, near[1])
    bodies = [m for m in here if _may_sign(m) and agreement.end <= m.start < stop]
    starts = [match.end() for match in _EACH.finditer(page.text, agreement.end, stop)]
    if len(starts) > 1:
        edges = [*starts, stop]
        groups = [[m for m in bodies if left <= m.start < right][:2] for left, right in itertools.pairwise(edges)]
        return [_names(group) for group in groups if len(group) == 2]
    joined = [
        (left.norm, right.norm)
        for left, right in itertools.pairwise(bodies)
        if re.fullmatch(r"\s(?:with|avec|mit)\s(?:the |la |le |l['’]|der |dem )?", page.text[left.end : right.start])
    ]
    return list(joined) if len(joined) > 1 else []


def _names(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.norm for mention in mentions))


def _arranged(front: tuple[str, ...], behind: tuple[str, ...], home: str) -> tuple[str, ...]:
    """The signing body first: one named in front of the verb, else the sender."""
    if behind and front:
        return tuple(dict.fromkeys((front[0], *behind)))
    if behind:
        return tuple(dict.fromkeys((home, *behind))) if home else behind
    if len(front) == 1 and home:
        return tuple(dict.fromkeys((home, *front)))
    return front


def _may_sign(mention: Mention) -> bool:
    return mention.type is FactType.ORGANISATION and mention.kind not in ("publisher", "liaison_station")


def _only_reports(page: Page, mention: Mention) -> bool:
    return bool(_ANNOUNCER.match(page.text[mention.end : mention.end + 14]))


def _is_far(page: Page, end: int, mention: Mention) -> bool:
    """A body that only says where or for what the paper was signed."""
    gap = page.text[end : mention.start]
    return len(gap) > 140 or bool(
        re.search(r"\b(?:at the|au sein d|during|in the presence|en présence|im Beisein|in Anwesenheit)\b", gap)
    )


def _bracket_end(page: Page, end: int, limit: int) -> int:
    """The end of a bracket that opens right behind the agreement and lists its parties."""
    if page.text[end : end + 2].strip()[:1] == "(":
        close = page.text.find(")", end, limit)
        return close if close > 0 else 0
    return 0


def _bodies_before(mentions: list[Mention], position: int, home: str) -> tuple[str, ...]:
    """The last other body named before: the partner of "both sides"."""
    for mention in reversed([m for m in mentions if m.start < position]):
        if _may_sign(mention) and mention.norm != home and mention.kind != "zone":
            return (mention.norm,)
    return ()


def _agreement_fact(page: Page, agreement: FoundAgreement, parties: tuple[str, ...]) -> Fact:
    text = page.text[agreement.start : agreement.end]
    attrs = Attributes(kind=agreement.kind, step=agreement.step, parties=parties)
    norm = re.sub(r"\s+", " ", text)
    return Fact(agreement.start, agreement.end, FactType.AGREEMENT, text, norm, agreement.modality, 0.75, attrs)


def _ties(page: Page, sentence: Sentence, agreement: FoundAgreement, parties: tuple[str, ...]) -> list[Fact]:
    start, end = clause_at(page, sentence, agreement.start)
    text = page.text[start:end]
    start, end = start + len(text) - len(text.lstrip(" \t\n-–•*·")), end - (len(text) - len(text.rstrip(" \t\n.,;")))
    kind = RelationKind.SIGNED_WITH.value
    return [
        Fact(
            start,
            end,
            FactType.RELATION,
            page.text[start:end],
            f"{kind}({parties[0]}, {other})",
            agreement.modality,
            0.6,
            Attributes(kind=kind, step=agreement.step, parties=(parties[0], other)),
        )
        for other in parties[1:]
    ]
