"""The words that join a name, a post and a body."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.latin.roles import RoleSpan
from qiao.engines.extract.result import FactType

_LINK = re.compile(
    r"\s*[,|–—-]?\s*(?:(?:aus|of|at|for|with|from|de|du|des|d['’]|chez|à|au|der|von|vom|bei|"
    r"beim|für|in|im|auprès de|den|dem)\s*)?"
    r"(?:(?:the|la|le|les|l['’]|der|dem|den|des|das|d['’]|its|society|société|l['’]entreprise|"
    r"firm|company|Firma|groupe)\s*)*"
    r"[(„“\"«]?\s*",
    re.IGNORECASE,
)


_BEFORE_NAME = re.compile(
    r"[\s,(]*(?:(?:Dr|Prof|Ing|Mr|Mrs|Ms|M|MM|Mme|Mmes|Herrn?|Frau|Dipl|h|c|med|phil|rer|nat|"
    r"oec|Me|Sir|Dame|Lord|Lady|Madame|Monsieur|Mag|KommR|"
    r"Cllr|Councillor|Professor|HE|H\.E|Pre|Pr|Dipl\.-Ing|Univ\.-Prof|Ir|Baroness|Hon|Rev|the)\.?[\s-]*)*",
)


_NO_BODY = frozenset(
    "vize co ex vice start-up it hr pr projekt marketing export china asien europa "
    "nordamerika stellv sales finanz".split()
)


_GENERIC = re.compile(
    r"\s(?:of|at|de|du|der|des|beim|bei der)\s?(?:the |la |"
    r"l['’])?([A-ZÀ-Ý][\wÀ-ÿ]+)(?!\s[A-ZÀ-Ý])|\s(?:of|at|de|der|des)\s(?:the |la |l['’])?"
    r"([a-z]\w+)\b"
)


def own_body(page: Page, role: RoleSpan, home: str) -> str:
    """As in "president of the Chamber", "IHK-Präsident": the sender by its head noun."""
    words = {word.lower() for word in re.findall(r"\w+", home)}
    front, hyphen, _ = role.text.rpartition("-")
    if hyphen and page.language == "de" and front[:1].isupper() and len(front) > 2 and front.lower() not in _NO_BODY:
        return home if front.lower() in words else front
    owner = _OWNER_OF_POST.search(page.text, max(0, role.start - 40), role.start)
    if owner is not None and owner.group(1).lower() in words:
        return home
    match = _GENERIC.match(page.text, role.end)
    return home if match and (match.group(1) or match.group(2)).lower() in words else ""


_OWNER_OF_POST = re.compile(r"\b[Tt]he\s([\w-]+)['’]s\s(?:\w+\s){0,2}$")

_PART = re.compile(
    r"(?i)(?:department|division|committee|bureau|office|section|directorate|secretariat|"
    r"service|direction|département|bureau|secrétariat|pôle|"
    r"abteilung|referat|amt(?:es|s)?|dezernat(?:s|es)?|büros?|stabsstelle|fachbereich(?:s)?|"
    r"ressort(?:s)?)\b"
)


def whole(page: Page, here: list[Mention], body: Mention, home: str) -> str:
    """A department without a name of its own stands for the body it belongs to: the next one named, else the sender."""
    if body.type is not FactType.ORGANISATION or not _PART.match(body.text):
        return body.norm
    following = next((m for m in here if m.start >= body.end), None)
    if following is not None and following.type is FactType.ORGANISATION and links(page, body.end, following.start):
        return following.norm
    return home or body.norm


def titles_another(page: Page, here: list[Mention], index: int, role: RoleSpan) -> bool:
    """As in "X, Korea Feed Association chairman Y": the post belongs to the name that follows it."""
    return any(
        m.type is FactType.PERSON and stands_before(page, role.end, m.start) for m in here[index + 1 : index + 4]
    )


def stands_before(page: Page, end: int, start: int) -> bool:
    return 0 <= start - end <= 40 and _BEFORE_NAME.fullmatch(page.text, end, start) is not None


_IS = re.compile(r"(?:\s(?:is|was|remains|est|reste|ist|war|bleibt)|\s?[,:–—])\s")


def is_told_of(page: Page, end: int, start: int) -> bool:
    """As in "whose managing partner is X": a copula between the post and the name."""
    match = _IS.match(page.text, end, start)
    return match is not None and stands_before(page, match.end(), start)


def links(page: Page, end: int, start: int) -> bool:
    return 0 < start - end <= 40 and _LINK.fullmatch(page.text, end, start) is not None


def role_at(page: Page, roles: list[RoleSpan], end: int, gap: re.Pattern[str], used: set[int]) -> RoleSpan | None:
    for role in roles:
        if role.first not in used and 0 < role.start - end <= 70 and gap.fullmatch(page.text, end, role.start):
            return role
    return None


def body_behind(page: Page, here: list[Mention], end: int) -> Mention | None:
    """The body that a post behind a name leads to: "chair of Y", "director of the Paris office of Y"."""
    position = next((i for i, mention in enumerate(here) if mention.start >= end), None)
    if position is None:
        return None
    mention = here[position]
    following = here[position + 1] if position + 1 < len(here) else None
    if mention.type is FactType.PLACE and following is not None and following.type is FactType.ORGANISATION:
        if mention.kind == "based":
            return following if links(page, end, mention.start) else None
        if _OF.fullmatch(page.text, mention.end, following.start):
            return following
        if links(page, end, mention.start) and FIRM_BEHIND.fullmatch(page.text, mention.end, following.start):
            return following
    fits = mention.type in (FactType.ORGANISATION, FactType.PLACE) and links(page, end, mention.start)
    comma_only = page.text[end : mention.start].strip() == "," and mention.type is FactType.PLACE
    return mention if fits and not comma_only else None


FIRM_BEHIND = re.compile(
    r"\s(?:[a-zäöüéèç-]+\s){0,2}?(?:firm|company|start-?up|maker|manufacturer|supplier|producer|university|brewer|developer|"
    r"specialist|business|spin-?out|agency|giant|unternehmen|firma|konzern|société|entreprise|pme)\s|['’]s\s"
)
"""Between a town and the name of a firm in it: "Berlin start-up X"."""

_OF = re.compile(r"\s(?:of|at|du|de|de la|der|des)\s(?:the )?")
