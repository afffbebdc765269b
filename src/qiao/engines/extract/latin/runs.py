"""Capitalised runs: the stretches of text that may be names, with their connecting words."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.engines.extract.latin.joints import joint_after
from qiao.engines.extract.latin.openers import may_begin
from qiao.engines.extract.latin.openers_de import is_initial
from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_role_head,
    is_role_modifier,
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
        if position in taken or not may_begin(page, sentence, position):
            position += 1
            continue
        run = _grow(page, sentence, position, taken)
        if run is not None:
            runs.append(run)
        position = max(run.last if run else 0, position + 1)
    return runs


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
        people = (
            language == "de" and tokens[position - 1].lower == "und" and token.lower.endswith(("er", "en", "innen"))
        )
        return people or bool(head_kind(token.lower, language)) or _is_rank_in_name(tokens, position, language)
    return not (token.lower in ("ceo", "gov", "cfo") or (is_title(token.lower) and len(token.text) > 1))


def _is_rank_in_name(tokens: tuple[Token, ...], position: int, language: str) -> bool:
    """As in "British Deputy High Commission": a rank that belongs to a body's name, for a head noun follows it."""
    if not is_role_modifier(tokens[position].lower, language):
        return False
    for token in tokens[position + 1 : position + 3]:
        if not token.is_capital:
            return False
        if head_kind(token.lower, language):
            return True
    return False


def _ends_legal(page: Page, first: int, last: int) -> bool:
    form = legal_form_pattern()
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    match = form.search(page.text, start, min(len(page.text), end + 16))
    return (
        match is not None
        and match.start() >= page.tokens[first].end - 1
        and match.end() <= end + 2
        and last - first > 1
    )


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
