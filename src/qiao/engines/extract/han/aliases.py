"""Other names in brackets: X(Latin), X(简称“Y”), Latin(X); and short forms of names told before."""

from __future__ import annotations

import re

from qiao.engines.extract.han.entities import Mention, is_free
from qiao.engines.extract.han.lexicon import lexicon
from qiao.engines.extract.han.listed import APPOSITIVES
from qiao.engines.extract.han.page import Page, is_element
from qiao.engines.extract.han.tokens import Token
from qiao.engines.extract.latin.lexicon import phrases
from qiao.engines.extract.result import FactType
from qiao.engines.text.language import is_han

_INTRODUCED = re.compile(
    r"^(?:以下)?(?:简称|下称|统称|又称|英文名称?|英文|原名|全称|又名|即|缩写为?|简称为|称|以下称)[:为]?\s?"
)
_FIELDS = re.compile(r"[,;、]")
_NOT_ALIAS = re.compile(r"^(?:左|右|前排|后排|星期|周|\d|第|不含|含|如|图|见|约|下同|暂|共|其中|上|下|中)|[。!?]")
_DEMONSTRATIVE_LENGTH = 12


def bracketed(page: Page, mentions: list[Mention]) -> tuple[list[Mention], dict[str, str]]:
    """Alias mentions in the brackets behind a name, and which name each stands for."""
    found: list[Mention] = []
    names: dict[str, str] = {}
    for match in re.finditer(r"\(([^()\n]{2,60})\)", page.text):
        owner = _owner(page, mentions, match.start())
        if owner is None:
            continue
        for start, end in _pieces(page.text, match.start(1), match.end(1)):
            alias = page.text[start:end]
            if alias == owner.name or not is_free(found, start, end):
                continue
            kind = owner.kind
            found.append(Mention(start, end, owner.type, owner.name, kind, True, owner.posts, owner.role))
            names.setdefault(alias, owner.name)
    return found, names


def _owner(page: Page, mentions: list[Mention], bracket: int) -> Mention | None:
    """The party that ends where a bracket opens; an unknown run there becomes one."""
    for mention in mentions:
        if mention.end == bracket or (
            mention.end <= bracket
            and page.text[mention.end : bracket] in ("”", " ", "》", "爵士", "博士", "教授", "先生", "女士")
        ):
            return mention if mention.type is not FactType.PLACE else None
    return None


def unknown_owner(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Names that only the Latin name in brackets behind them gives away: 奥根诺华(Organova)."""
    found = []
    for match in re.finditer(r"\((?:[A-Za-z][^()\n]{2,50}|(?:以下)?简称[^()\n]{2,20})\)", page.text):
        end = match.start()
        index = page.index_ending.get(end)
        if index is None or not is_free(mentions, end - 1, end):
            continue
        first = index
        while first >= 0 and is_element(page.tokens[first]) and not page.tokens[first].of("event"):
            if first < index and page.tokens[first].end != page.tokens[first + 1].start:
                break
            if first < index and page.tokens[first].word in APPOSITIVES:
                break
            first -= 1
        start = page.tokens[first + 1].start if first < index else end
        words = page.tokens[first + 1 : index + 1]
        if end - start >= 2 and _is_nameable(words) and is_free(mentions, start, end):
            found.append(Mention(start, end, FactType.ORGANISATION, page.text[start:end]))
    return found


def _is_nameable(words: tuple[Token, ...]) -> bool:
    if any(token.of("agreement") or token.of("event") for token in words):
        return False
    return any(token.has("char", "latin") for token in words) or bool(words and words[-1].of("head"))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the alias names inside a bracket."""
    spans = []
    at = start
    for field in _FIELDS.split(text[start:end]):
        left, right = at, at + len(field)
        at = right + 1
        introduced = _INTRODUCED.match(field)
        if introduced:
            left += introduced.end()
        while left < right and text[left] in " “《‘":
            left += 1
        while right > left and text[right - 1] in " ”》’":
            right -= 1
        if _is_alias(text[left:right], bool(introduced)):
            spans.append((left, right))
    return spans


def _is_alias(words: str, introduced: bool) -> bool:
    if len(words) < 2 or len(words) > 50 or _NOT_ALIAS.search(words):
        return False
    latin = words[0].isascii() and words[0].isalpha() and not any(map(is_han, words))
    latin = latin or (words[0].isalpha() and not is_han(words[0]) and not any(map(is_han, words)))
    if latin:
        return words[0].isupper() or introduced or (words.isalnum() and 4 <= len(words) <= 14)
    return introduced and len(words) <= _DEMONSTRATIVE_LENGTH


def short_forms(page: Page, mentions: list[Mention]) -> dict[str, str]:
    """Short forms of organisations' names that the text uses by themselves: 法美乐|股份有限公司, 东屿|科创区."""
    names: dict[str, str] = {}
    known = {mention.name for mention in mentions}
    for mention in mentions:
        if mention.type is not FactType.ORGANISATION:
            continue
        if bare := _without_form(page.text[mention.start : mention.end]):
            names.setdefault(bare, mention.name)
        for stem in _stems(page, mention):
            if stem not in known and stem not in names and len(stem) >= 2:
                names[stem] = mention.name
    return names


def _without_form(name: str) -> str:
    """A name in Latin script without its legal form: Sensitec GmbH is also Sensitec. Empty when it has none."""
    for form in phrases("latin_legal_forms.txt"):
        stem = name[: -len(form) - 1]
        if len(stem) >= 3 and name.lower().endswith(f" {form.lower()}") and not any(map(is_han, stem)):
            return stem.rstrip(" ,")
    return ""


def _stems(page: Page, mention: Mention) -> list[str]:
    """The unknown characters that open a name, and the name without its last word."""
    index = page.index_at.get(mention.start)
    if index is None:
        return []
    chars, at = "", index
    while at < len(page.tokens) and page.tokens[at].end <= mention.end and page.tokens[at].has("char"):
        chars += page.tokens[at].word
        at += 1
    words = [token for token in page.tokens[index : index + 24] if token.end <= mention.end]
    stems = []
    if len(words) >= 2 and words[-1].of("head") in ("company",) and len(words) > 2:
        shorter = page.text[mention.start : words[-1].start]
        if len(shorter) >= 3:
            stems.append(shorter)
    if len(chars) >= 2 and not lexicon().classes(chars) and mention.kind in ("company", "zone", "park", ""):
        stems.append(chars)
    last = words[-1].word if words else ""
    if words and words[0].has("latin") and mention.kind in ("company", "") and len(words[0].word.split()) > 1:
        first = words[0].word.split()[0]
        if len(first) >= 4 and first.isalpha() and last == words[0].word:
            stems.append(first)
    return stems
