"""Where a name may begin in German, where every noun wears a capital."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.joints import joint_after
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.vocabulary import (
    FIRM_WORDS,
    head_kind,
    is_common,
    is_demonym,
    is_german_noun,
    is_listed_noun,
    is_role_head,
    is_title,
    legal_form_pattern,
)


def is_initial(page: Page, sentence: Sentence, position: int) -> bool:
    """Whether only marks, digits and bullets stand before a token in its sentence, or it follows a colon or quote."""
    before = position - 1
    while before >= sentence.first and not page.tokens[before].is_word:
        before -= 1
    return before < sentence.first or all(
        token.text.isdigit() for token in page.tokens[sentence.first : position] if token.is_word
    )


def may_begin_german(page: Page, sentence: Sentence, position: int) -> bool:
    token = page.tokens[position]
    word = token.lower
    if is_role_head(word, "de"):
        return False
    if _next_is_legal(page, position) and not is_common(word, "de"):
        return True
    if (
        not is_common(word, "de")
        and not is_listed_noun(word)
        and (known_place(token.text) or (word[-1] == "s" and known_place(token.text[:-1])))
    ):
        return True
    nearby = _next_is_name(page, sentence, position)
    if position > sentence.first and page.tokens[position - 1].lower.endswith(FIRM_WORDS) and not is_listed_noun(word):
        return True
    if head_kind(word, "de") and "-" in token.text and not is_german_noun(word.split("-")[0]):
        return True
    if head_kind(word, "de"):
        return (
            nearby or not is_german_noun(word) or token.text.isupper() or _has_article_joint(page, sentence, position)
        )
    if is_demonym(word, "de") or _is_adjective(word) or word in ("deutsche", "deutscher", "deutschen", "deutsches"):
        return _next_is_head(page, sentence, position)
    if is_common(word, "de"):
        return False
    if (
        word.endswith(("er", "es", "ste", "ten"))
        and is_initial(page, sentence, position)
        and _next_is_noun(page, sentence, position)
    ):
        return False
    if word.endswith("er") and known_place(token.text[:-2]) is not None:
        return _next_is_noun(page, sentence, position) and _next_is_legal(page, position + 1)
    return not is_german_noun(word) or _is_truncated_head(page, sentence, position)


def _next_is_legal(page: Page, position: int) -> bool:
    """As in "Jenoptik AG": before a legal form even a word that ends like a noun is a name."""
    end = page.tokens[position].end
    match = legal_form_pattern().match(page.text, end)
    return (match is not None and match["form"] not in ("AS", "SA", "SE")) or (
        match is not None and match.end() - end < 6
    )


def _next_is_noun(page: Page, sentence: Sentence, position: int) -> bool:
    after = position + 1
    return after < sentence.last and page.tokens[after].is_capital and is_german_noun(page.tokens[after].lower)


def _is_adjective(word: str) -> bool:
    return bool(re.fullmatch(r"[a-zäöüß-]{3,}(?:isch|lich|ig|al|iv|ell)(?:e|er|en|es|em)", word)) or word in (
        "technische",
        "technischen",
        "hohe",
        "hohen",
        "freie",
        "freien",
        "neue",
        "neuen",
    )


def _next_is_head(page: Page, sentence: Sentence, position: int) -> bool:
    after = position + 1
    if after >= sentence.last or not page.tokens[after].is_capital:
        return False
    word = page.tokens[after].lower
    return bool(head_kind(word, sentence.language)) or (
        after + 1 < sentence.last
        and page.tokens[after + 1].is_capital
        and bool(head_kind(page.tokens[after + 1].lower, sentence.language))
    )


def _next_is_name(page: Page, sentence: Sentence, position: int) -> bool:
    after = position + 1
    if after >= sentence.last:
        return False
    token = page.tokens[after]
    if token.start - page.tokens[position].end > 1:
        return False
    if token.is_capital:
        return not is_role_head(token.lower, "de") and not is_title(token.lower)
    return token.lower in ("für", "zu") and after + 1 < sentence.last and page.tokens[after + 1].is_capital


def _has_article_joint(page: Page, sentence: Sentence, position: int) -> bool:
    """As in "Verband der Automobilindustrie": a body's head noun with a genitive that belongs to the name."""
    joint = joint_after(page, sentence, position, position + 1, head_kind(page.tokens[position].lower, "de"))
    return position + 1 < joint < sentence.last


def _is_truncated_head(page: Page, sentence: Sentence, position: int) -> bool:
    """As in "Industrie- und Handelskammer": the first half of a joint head."""
    if position + 1 >= sentence.last or page.tokens[position + 1].text not in "-‐‑":
        return False
    joint = joint_after(page, sentence, position, position + 1, "")
    return position + 1 < joint < sentence.last and bool(head_kind(page.tokens[joint].lower, "de"))
