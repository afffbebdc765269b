"""The chain of parties behind a verb of visiting or meeting."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.result import FactType, RelationKind

_ENDS = {
    "en": r"[;]|\b(?:opened|inaugurated|launched|to (?:discuss|learn|explore|see|talk|present|"
    r"promote)|where|which|who|whose|about|during|after which|before|"
    r"followed|organi[sz]ed by|accompanied|as well as signed|regarding|focus\w*|said|told|"
    r"plans?|will|signed|announced|confirmed)\b",
    "fr": r"[;]|\b(?:inaugur\w+|ouvert|où|qui|afin|pour (?:discuter|évoquer|échanger|présenter|"
    r"découvrir)|au sujet|lors|avant de|après|organisée? par|"
    r"accompagnée?|signé|annonc\w+|confirm\w+)\b",
    "de": r"[;]|\b(?:eröffnete|wo|um (?:über|sich)|während|bevor|über (?:die|eine|den|das|mögliche)|"
    r"organisiert von|begleitet|unterzeichnet\w*|"
    r"kündigte|bestätigte|sagte)\b",
}
_STOPS = {language: re.compile(words, re.IGNORECASE) for language, words in _ENDS.items()}
_OF_GROUP = re.compile(
    r"\b(?:compan\w+|firms|members?|tenants?|part|start-?ups|entreprises|membres?|sociétés|"
    r"Unternehmen|Firmen|Mitglied\w*|Start-ups|"
    r"delegation|délégation|site|locaux|siège|Standort|Werk|headquarters|offices?|campus|"
    r"plant)\s(?:of|from|in|de|du|d['’]|der|des|von|aus)"
    r"\s?(?:the |la |le |l['’])?$"
)
_WIDE_GAP = 130


def objects_of(
    page: Page, sentence: Sentence, here: list[Mention], kind: RelationKind, start: int, stop: int
) -> list[Mention]:
    """Parties between two characters that the verb ties, employers of named persons left out.

    A chain ends at a word that begins another thought, or where the next name is far away.
    """
    found: list[Mention] = []
    edge = start
    for index, mention in enumerate(here):
        if mention.start < start or mention.end > stop:
            continue
        gap = page.text[edge : mention.start]
        if len(gap) > _WIDE_GAP or _STOPS[sentence.language].search(gap):
            break
        edge = mention.end
        if _fits(page, here, index, kind):
            found.append(mention)
    return _distinct(found)


def _fits(page: Page, here: list[Mention], index: int, kind: RelationKind) -> bool:
    mention = here[index]
    if mention.kind in ("publisher", "liaison_station", "based"):
        return False
    if kind is RelationKind.VISITED:
        return (
            mention.type is FactType.ORGANISATION
            and not _is_employer(page, here, index, behind_only=True)
            and not _is_host_of_part(page, mention)
        )
    if mention.type is FactType.PERSON:
        return True
    return mention.type is FactType.ORGANISATION and not _is_employer(page, here, index, behind_only=False)


def _is_host_of_part(page: Page, mention: Mention) -> bool:
    """As in "three companies of the Cluster": the companies were visited, not the cluster."""
    reach = page.text[max(0, mention.start - 45) : mention.start]
    match = _OF_GROUP.search(reach)
    return match is not None and bool(
        re.match(
            r"(?:compan|firms|member|tenant|start|entreprises|membre|sociétés|Unternehmen|Firmen|"
            r"Mitglied|Start)",
            match.group(),
        )
    )


def _is_employer(page: Page, here: list[Mention], index: int, *, behind_only: bool) -> bool:
    """Named only to say for whom a person next to it works."""
    mention = here[index]
    for other in here[max(0, index - 2) : index]:
        bodies = {other.org, *(post.org for post in other.posts)}
        if other.type is FactType.PERSON and mention.norm in bodies and mention.start - other.end < _WIDE_GAP:
            return True
    if index + 1 < len(here) and not behind_only:
        other = here[index + 1]
        gap = page.text[mention.end : other.start]
        return (
            other.type is FactType.PERSON
            and other.org == mention.norm
            and len(gap) < 60
            and not re.search(r"\b(?:and|et|und|sowie)\b", gap)
        )
    return False


def _distinct(mentions: list[Mention]) -> list[Mention]:
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.norm, mention)
    return list(first.values())
