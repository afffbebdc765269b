"""Capitalised runs: the stretches of text that may be names, with their connecting words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.latin.joints import joint_after
from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.vocabulary import (
    ACRONYMS_NOT_NAMES,
    head_kind,
    is_common,
    is_demonym,
    is_german_noun,
    is_listed_noun,
    is_role_head,
    is_title,
    legal_form_pattern,
)


_LONGEST = 16
"""Words in the longest name that is believed."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that may be a name.

    first, last   tokens[first:last] of the page; start, end the characters, legal form included.
    head          kind of the head noun in it, "" without one.
    is_legal      ends in a legal form.
    is_initial    begins its sentence, so that its capital proves nothing.
    """

    first: int
    last: int
    start: int
    end: int
    head: str
    is_legal: bool
    is_initial: bool


def find_runs(page: Page, sentence: Sentence, taken: frozenset[int]) -> list[Run]:
    """Runs of one sentence in order; `taken` holds tokens of dates and amounts, which no name may use."""
    runs: list[Run] = []
    position = sentence.first
    while position < sentence.last:
        if position in taken or not _may_begin(page, sentence, position):
            position += 1
            continue
        run = _grow(page, sentence, position, taken)
        if run is not None:
            runs.append(run)
        position = max(run.last if run else 0, position + 1)
    return runs


def is_initial(page: Page, sentence: Sentence, position: int) -> bool:
    """Whether only marks, digits and bullets stand before a token in its sentence, or it follows a colon or quote."""
    before = position - 1
    while before >= sentence.first and not page.tokens[before].is_word:
        before -= 1
    return before < sentence.first or all(
        token.text.isdigit() for token in page.tokens[sentence.first : position] if token.is_word
    )


def _may_begin(page: Page, sentence: Sentence, position: int) -> bool:
    token, language = page.tokens[position], sentence.language
    word = token.lower
    if language == "fr" and word in _FR_LOW_HEADS and not token.is_capital:
        return _reaches_capital(page, sentence, position)
    if not token.is_word or not token.is_capital or word in ACRONYMS_NOT_NAMES or is_title(word):
        return False
    if word.endswith(("-based", "-led", "-owned", "-backed", "-style", "-headquartered", "-listed")):
        return False
    if language == "de":
        return _may_begin_german(page, sentence, position)
    if is_demonym(word, language) and not _leads_to_head(page, sentence, position):
        return False
    if is_common(word, language):
        if head_kind(word, language):
            return _is_named(page, sentence, position)
        starts = is_initial(page, sentence, position)
        return len(word) > 4 and not starts and _leads_to_head(page, sentence, position)
    return not is_role_head(word, language)


_FR_LOW_HEADS = frozenset("université école institut chambre lycée hôpital ferme-école conservatoire observatoire fondation pôle".split())


def _reaches_capital(page: Page, sentence: Sentence, position: int) -> bool:
    """"l'université de Lille": a lower-case head whose name ends in a capital a few words on."""
    tokens = page.tokens
    for after in range(position + 1, min(position + 6, sentence.last)):
        token = tokens[after]
        if token.is_capital:
            return tokens[after - 1].lower in ("de", "d'", "du", "des", "la", "l'")
        if not token.is_word or token.lower in ("et", "a", "ont", "est", "qui", "que", "en", "à", "au", "avec", "pour", "par", "sur", "les", "son", "sa"):
            return False
    return False


def _leads_to_head(page: Page, sentence: Sentence, position: int) -> bool:
    """"British Deputy High Commission": capitals without a break up to a head noun."""
    for after in range(position + 1, min(position + 5, sentence.last)):
        token = page.tokens[after]
        if not token.is_capital or token.start - page.tokens[after - 1].end > 1:
            return False
        if head_kind(token.lower, sentence.language):
            return True
    return False


def _is_named(page: Page, sentence: Sentence, position: int) -> bool:
    """Whether a head noun opens a name: it is followed by a capital, or by "of" or "de" and a capital."""
    tokens = page.tokens
    if sentence.language == "fr" and not is_initial(page, sentence, position):
        return True
    after = position + 1
    while after < sentence.last and tokens[after].lower in ("of", "the", "de", "d'", "du", "la", "des", "l'"):
        after += 1
    return after < sentence.last and tokens[after].is_capital and not (
        is_initial(page, sentence, position) and after == position + 1 and sentence.language == "fr"
    )


def _may_begin_german(page: Page, sentence: Sentence, position: int) -> bool:
    token = page.tokens[position]
    word = token.lower
    if is_role_head(word, "de"):
        return False
    if _next_is_legal(page, position) and not is_common(word, "de"):
        return True
    if not is_common(word, "de") and not is_listed_noun(word) and (known_place(token.text) or (word[-1] == "s" and known_place(token.text[:-1]))):
        return True
    nearby = _next_is_name(page, sentence, position)
    if head_kind(word, "de"):
        return nearby or not is_german_noun(word) or token.text.isupper() or _has_article_joint(page, sentence, position)
    if is_demonym(word, "de") or _is_adjective(word) or word in ("deutsche", "deutscher", "deutschen", "deutsches"):
        return _next_is_head(page, sentence, position)
    if is_common(word, "de"):
        return False
    if word.endswith(("er", "es", "ste", "ten")) and is_initial(page, sentence, position) and _next_is_noun(page, sentence, position):
        return False
    if word.endswith("er") and known_place(token.text[:-2]) is not None:
        return _next_is_noun(page, sentence, position) and _next_is_legal(page, position + 1)
    return not is_german_noun(word) or _is_truncated_head(page, sentence, position)


def _next_is_legal(page: Page, position: int) -> bool:
    """"Jenoptik AG": before a legal form even a word that ends like a noun is a name."""
    end = page.tokens[position].end
    match = legal_form_pattern().match(page.text, end)
    return match is not None and match["form"] not in ("AS", "SA", "SE") or (match is not None and match.end() - end < 6)


def _next_is_noun(page: Page, sentence: Sentence, position: int) -> bool:
    after = position + 1
    return after < sentence.last and page.tokens[after].is_capital and is_german_noun(page.tokens[after].lower)


def _is_adjective(word: str) -> bool:
    return bool(re.fullmatch(r"[a-zäöüß-]{3,}(?:isch|lich|ig|al|iv|ell)(?:e|er|en|es|em)", word)) or word in (
        "technische", "technischen", "hohe", "hohen", "freie", "freien", "neue", "neuen"
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
    """"Verband der Automobilindustrie": a body's head noun with a genitive that belongs to the name."""
    joint = joint_after(page, sentence, position, position + 1, head_kind(page.tokens[position].lower, "de"))
    return position + 1 < joint < sentence.last


def _is_truncated_head(page: Page, sentence: Sentence, position: int) -> bool:
    """"Industrie- und Handelskammer": the first half of a joint head."""
    if position + 1 >= sentence.last or page.tokens[position + 1].text not in "-‐‑":
        return False
    joint = joint_after(page, sentence, position, position + 1, "")
    return position + 1 < joint < sentence.last and bool(head_kind(page.tokens[joint].lower, "de"))


def _grow(page: Page, sentence: Sentence, first: int, taken: frozenset[int]) -> Run | None:
    tokens, language = page.tokens, sentence.language
    last, head = first + 1, head_kind(tokens[first].lower, language)
    while last < sentence.last and last not in taken and last - first < _LONGEST:
        if _ends_legal(page, first, last):
            break
        after = joint_after(page, sentence, first, last, head)
        if after >= sentence.last or after in taken or not _may_follow(tokens, first, after, language):
            break
        if after == last and tokens[after].start - tokens[last - 1].end > 1 and _gap(page, last).strip():
            break
        if tokens[after].is_capital:
            found = head_kind(tokens[after].lower, language)
            head = (head or found) if language == "fr" else (found or head)
        last = after + 1
    return _close(page, sentence, first, last, head)


def _gap(page: Page, last: int) -> str:
    return page.text[page.tokens[last - 1].end : page.tokens[last].start]


def _may_follow(tokens: tuple[Token, ...], first: int, position: int, language: str) -> bool:
    token = tokens[position]
    if not token.is_word:
        return False
    if token.text.isdigit():
        return True
    if is_role_head(token.lower, language) and token.lower not in ("partner", "partners", "rat", "leitung", "fellow"):
        return bool(head_kind(token.lower, language))
    if token.lower in ("ceo", "gov", "cfo") or (is_title(token.lower) and len(token.text) > 1):
        return False
    return True


def _ends_legal(page: Page, first: int, last: int) -> bool:
    form = legal_form_pattern()
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    match = form.search(page.text, start, min(len(page.text), end + 16))
    return match is not None and match.start() >= page.tokens[first].end - 1 and match.end() <= end + 2 and last - first > 1


def _close(page: Page, sentence: Sentence, first: int, last: int, head: str) -> Run | None:
    tokens = page.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    legal = _legal_end(page.text, tokens[first].end, end)
    if legal:
        end = legal
        while last < sentence.last and tokens[last].start < end:
            last += 1
    return Run(first, last, start, end, head, bool(legal), is_initial(page, sentence, first))


def _legal_end(text: str, first_end: int, end: int) -> int:
    """Where the legal form inside or just behind a run ends, 0 without one."""
    for match in legal_form_pattern().finditer(text, max(0, first_end), min(len(text), end + 18)):
        if match.start() <= end:
            return match.end()
    return 0
