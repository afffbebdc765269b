"""Signs that a name is of a person: titles, posts beside it, the foot of a letter."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.roles import RoleSpan
from qiao.engines.extract.latin.surroundings import Surroundings
from qiao.engines.extract.latin.vocabulary import (
    PARTIES,
    is_official,
    is_title,
)


def is_titled(around: Surroundings) -> bool:
    word, distance = around.before(), 1
    if word in (".", "-"):
        distance, word = 2, around.before(2)
    if not is_title(word) or len(around.words) > 5:
        return False
    token = around.page.tokens[around.run.first - distance]
    if word in ("m", "me", "mm", "fr", "hr") and not (token.is_capital and around.before() == "."):
        return False
    return token.is_capital or word in ("dr", "monsieur", "madame", "maître")


_CLOSING = re.compile(
    r"(?:regards|wishes|sincerely|faithfully|cheers|thanks|best|yours|cordialement|amitiés|"
    r"salutations|bien à (?:vous|toi)|respectueusement|amicalement|"
    r"grüßen?|grüsse|hochachtungsvoll|herzlichst|mfg)[^\n]{0,40}\n\s*$",
    re.IGNORECASE,
)


def is_signature(around: Surroundings) -> bool:
    """A name alone on the line under a letter's closing words."""
    text, run = around.page.text, around.run
    if not 2 <= len(around.words) <= 4 or text[run.end : run.end + 1] not in ("", "\n", " ", ","):
        return False
    return _CLOSING.search(text[max(0, run.start - 90) : run.start]) is not None


_BY = re.compile(
    r"(?i)\b(?:led|headed|founded|chaired|fondée?|dirigée?|conduite?|emmenée?|créée? par|"
    r"geleitet|gegründet|geführt)\b[^.;,]{0,25}?\b(?:by|par|von|durch)\s"
    r"(?:(?:Dr|Mr|Mrs|Ms|M|Mme|Prof|Herrn?|Frau)\.?\s)*$"
)


def is_beside_role(around: Surroundings) -> bool:
    run, count = around.run, len([token for token in around.words if token.is_word])
    if count > 5 or any(token.text.isdigit() or token.text in "&+" for token in around.words):
        return False
    before, after = around.role_before, around.role_after
    if before is not None and before.last == run.first and (count > 1 or _is_title_like(before, around)):
        return True
    if count < 2 or around.is_behind_person:
        return False
    if count == 2 and _BY.search(around.page.text[max(around.sentence.start, run.start - 70) : run.start]):
        return True
    if before is not None and before.last < run.first and _is_apposed(around, before):
        return True
    if after is not None and after.first > run.last:
        between = around.page.text[run.end : after.start].strip().lower()
        if re.fullmatch(r"(?:\([^)]{1,25}\)\s*)?[,(:–—-]\s*(?:the|a|an|le|la|l['’]|der|die|als|its|sa|son)?", between):
            return True
    return around.after() == "(" and around.after(1) in PARTIES


_APPOSED = re.compile(
    r"(?:\s(?:of|at|for|de|du|des|d['’]|der|von|vom)\s?(?:the |la |l['’]|le "
    r")?[^,;.]{2,60})?,\s(?:(?:Dr|Mr|Mrs|Ms|M|Mme|Prof|Frau|Herr)\.?\s)?"
)


_DETERMINED = re.compile(
    r"(?:^|\b(?:its|their|the|our|his|her|a|son|sa|leur|notre|le|la|les|du|au|des|un|une|vom|zum|beim|der|die|den|"
    r"dem|das|ihr\w*|sein\w*|unser\w*)|['’]s?)"
    r"\s?(?:[a-zäöüé-]+\s){0,2}$",
    re.IGNORECASE,
)


def _is_apposed(around: Surroundings, role: RoleSpan) -> bool:
    """As in "its operations director, X", "the president of Y, X": a name behind the comma that closes a post."""
    page, sentence = around.page, around.sentence
    if not _APPOSED.fullmatch(page.text, role.end, around.run.start):
        return False
    return _DETERMINED.search(page.text, sentence.start, role.start) is not None


def _is_title_like(role: RoleSpan, around: Surroundings) -> bool:
    """Whether a post stands like a title before a family name: "Governor McAuliffe"."""
    word = role.text.lower().rstrip(".")
    if word in ("partner", "owner", "founder", "host", "client", "partenaire", "inhaber"):
        return False
    capital = role.text[:1].isupper()
    return (
        (capital and around.sentence.language == "en")
        or (around.sentence.language == "de" and is_official(role.text, "de"))
        or around.sentence.language == "de"
    )
