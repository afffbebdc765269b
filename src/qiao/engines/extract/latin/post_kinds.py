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


def is_of_home(page: Page, person: Mention, home: str) -> bool:
    """As in "Council leader X", "Kammerpräsident X": the post names the sender by its head noun."""
    words = {word.lower() for word in re.findall(r"\w{4,}", home)}
    place = page.text.rfind(person.role, max(0, person.start - 120), person.start)
    before = re.findall(r"\w+", page.text[max(0, place - 25) : place])[-1:] if place > 0 else []
    if before and before[0].lower() in words:
        return True
    first = person.role.split()[0].lower()
    return (
        any(first.startswith(word[:6]) and first != word for word in words if len(word) >= 4) and page.language == "de"
    )
