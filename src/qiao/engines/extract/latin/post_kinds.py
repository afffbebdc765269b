"""Kinds of posts that tell for whom somebody works."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page

ACADEMIC = re.compile(
    r"(?i)\b(?:vice-?)?(?:chancellor|rector|provost|dean|professor|lecturer|rect(?:eur|rice)|"
    r"doyen(?:ne)?|professeure?|(?:pro)?rektor(?:in)?|dekan(?:in)?|"
    r"professor(?:in)?|kanzler(?:in)?)\b"
)


FIRM_POST = re.compile(
    r"(?i)\bc[etfo]o\b|\bc[tf]o\b|managing|founder|owner|plant|boss|chief exec|sales|\bvp\b|"
    r"vice[- ]president|geschäftsführ|werk(?:s)?leit|firmenchef|"
    r"vorstand|inhaber|gründer|vertrieb|\bpdg\b|\bdg\b|gérant|fondat|patron|usine|export"
)


def is_of_home(page: Page, person: Mention, home: str) -> bool:
    """ "Council leader X", "Kammerpräsident X": the post names the sender by its head noun."""
    words = {word.lower() for word in re.findall(r"\w{4,}", home)}
    place = page.text.rfind(person.role, max(0, person.start - 120), person.start)
    before = re.findall(r"\w+", page.text[max(0, place - 25) : place])[-1:] if place > 0 else []
    if before and before[0].lower() in words:
        return True
    first = person.role.split()[0].lower()
    return (
        any(first.startswith(word[:6]) and first != word for word in words if len(word) >= 4) and page.language == "de"
    )


_HOSTED = re.compile(
    r"(?i)\b(?:received|welcomed|greeted|hosted|guided|shown a?round|briefed|met|talks|spoke|"
    r"accueillie?s?|reçue?s?|guidée?s?|rencontr\w+|entretenue?s?|"
    r"empfangen|begrüßt|traf(?:en)?|sprach(?:en)?|gespräch\w*|führte[n]? durch)\b[^.;\n]{0,70}$"
)


def is_host(page: Page, person: Mention) -> bool:
    """Met or receiving: somebody of the other side."""
    return _HOSTED.search(page.text[max(0, person.start - 110) : person.start]) is not None


def is_owned(page: Page, person: Mention) -> bool:
    """ "its director X", "the company's technology manager X"."""
    place = page.text.rfind(person.role, max(0, person.start - 120), person.end + 120)
    reach = page.text[max(0, place - 26) : max(place, 0)]
    return bool(
        re.search(
            r"(?i)\b(?:its|their|sa|son|leur|ihre?|sein\w*|deren|dessen|(?:company|firm|group|"
            r"school)['’]s)\s(?:\w+\s)?$",
            reach,
        )
    )
