"""Other forms of names already found: short forms in brackets, family names alone, firms without their legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.latin.vocabulary import (
    ACRONYMS_NOT_NAMES,
    PARTIES,
    head_kind,
    is_common,
    is_family_name_first,
    legal_form_pattern,
)
from qiao.engines.extract.result import FactType

_BRACKET = re.compile(
    r"[ \n]?\((?:kurz|short|hereinafter(?: referred to as| called)?|also known as|ci-après "
    r"dénommée?|nachfolgend|im Weiteren|hereafter|ci-après|dite?|abrégée?|im Folgenden|"
    r"nachfolgend|the)?:?[ ]?"
    r"[\"“„«»']?[ \u00a0]?(?P<alias>[^\W_][^()\"“”„«»',;]{0,40}?)[ \u00a0]?[\"”“»']?\)"
)


def add_aliases(page: Page, mentions: list[Mention]) -> list[Mention]:
    """The mentions with those that other names of the same things add, in order."""
    bracketed = _bracketed(page, mentions)
    kept = [m for m in mentions if not any(a.start < m.end and m.start < a.end for a in bracketed)]
    known = sorted(kept + bracketed, key=lambda mention: mention.start)
    _join_legal_forms(known)
    _join_short_forms(known, bracketed)
    _agree_on_types(known)
    known += _further(page, known)
    known.sort(key=lambda mention: mention.start)
    _join_surnames(known)
    return known


def _bracketed(page: Page, mentions: list[Mention]) -> list[Mention]:
    """As in "Linhu High-tech Zone (LHZ)": the short form joins the long one."""
    found = []
    for mention in mentions:
        if mention.type is not FactType.ORGANISATION:
            continue
        match = _BRACKET.match(page.text, mention.end)
        if match is None or not _is_short_form(match["alias"], mention.text):
            continue
        start, end = match.span("alias")
        first = mention.last + 1
        alias = Mention(start, end, first, first + 1, FactType.ORGANISATION, match["alias"], mention.norm, mention.kind)
        found.append(alias)
    return found


def _is_short_form(alias: str, name: str) -> bool:
    """Whether a bracket holds an acronym of a name or one of its words, and not a place, party or remark."""
    if alias.lower() in PARTIES or known_place(alias) is not None:
        return False
    letters = [c for c in alias if c.isalpha()]
    if len(letters) < 2 or (" " in alias.strip() and alias.split()[0] not in name):
        return False
    capitals = sum(map(str.isupper, letters))
    return capitals >= max(2, len(letters) // 2) or alias.split()[0].lower() in name.lower().split()


def _stem(name: str) -> str:
    match = legal_form_pattern().search(name)
    return name[: match.start()].rstrip(" ,") if match else name


def _join_legal_forms(mentions: list[Mention]) -> None:
    """A firm named with and without its legal form is one, under its short name."""
    short = {m.norm for m in mentions if m.type is FactType.ORGANISATION}
    for mention in mentions:
        stem = _stem(mention.norm)
        if mention.type is FactType.ORGANISATION and stem != mention.norm and stem in short:
            mention.norm = stem


def _firms_called_like_towns(known: list[Mention]) -> None:
    """As in "a visit to Lumetra" beside "Lumetra Optik GmbH": a place nobody knows is the firm's short name."""
    firms = {
        m.text.split()[0]: m
        for m in known
        if m.type is FactType.ORGANISATION and _stem(m.text) != m.text and m.kind in ("", "company")
    }
    for mention in known:
        model = firms.get(mention.text)
        if mention.type is FactType.PLACE and model is not None and known_place(mention.text) is None:
            mention.type, mention.norm, mention.kind, mention.country = (
                FactType.ORGANISATION,
                model.norm,
                model.kind,
                "",
            )


def _agree_on_types(known: list[Mention]) -> None:
    """One form has one type: a town named bare is the town, a family name alone the person."""
    _firms_called_like_towns(known)
    towns = {m.text: m for m in known if m.type is FactType.PLACE}
    for mention in known:
        if mention.type is FactType.ORGANISATION and not mention.kind and mention.text in towns:
            town = towns[mention.text]
            mention.type, mention.norm, mention.country = FactType.PLACE, town.norm, town.country
    full = {m.text for m in known if m.type is FactType.PERSON and " " in m.text}
    for mention in known:
        if mention.type is FactType.ORGANISATION and mention.text in full:
            mention.type, mention.kind = FactType.PERSON, ""
    families = {m.text.split()[-1]: m for m in known if m.type is FactType.PERSON and " " in m.text}
    for mention in known:
        if mention.type is FactType.ORGANISATION and not mention.kind and mention.text in families:
            mention.type, mention.norm = FactType.PERSON, families[mention.text].norm


def _join_short_forms(known: list[Mention], bracketed: list[Mention]) -> None:
    """As in "HRDC" or "Hansol" read as a name of its own is the one it was short for."""
    forms = {
        text: model.norm for text, model in _forms(known) if model.type is FactType.ORGANISATION and text != model.text
    }
    forms |= {alias.text: alias.norm for alias in bracketed}
    for mention in known:
        if mention.type is FactType.ORGANISATION:
            mention.norm = forms.get(mention.text, mention.norm)


def _further(page: Page, known: list[Mention]) -> list[Mention]:
    """Places in the text, not yet named, where a form of a known name stands."""
    forms = dict(_forms(known))
    if not forms:
        return []
    taken = sorted((m.start, m.end) for m in known)
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True)) + r")(?![\w])"
    )
    found, cursor = [], 0
    for match in pattern.finditer(page.text):
        start, end = match.span()
        while cursor < len(taken) and taken[cursor][1] <= start:
            cursor += 1
        if cursor < len(taken) and taken[cursor][0] < end:
            continue
        if page.text[end : end + 1] == "-" and page.text[end + 1 : end + 2].islower():
            continue
        found.append(_copy(page, forms[match.group()], start, end))
    return found


def _copy(page: Page, model: Mention, start: int, end: int) -> Mention:
    first = _token_at(page, start)
    last = _token_at(page, end - 1) + 1
    return Mention(start, end, first, last, model.type, page.text[start:end], model.norm, model.kind, model.country)


def _token_at(page: Page, position: int) -> int:
    low, high = 0, len(page.tokens)
    while low < high:
        middle = (low + high) // 2
        if page.tokens[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low


def _forms(known: list[Mention]) -> Iterator[tuple[str, Mention]]:
    """Forms that stand for a name elsewhere: itself, its family name, its first distinctive word."""
    firsts: dict[str, set[str]] = {}
    for mention in known:
        if mention.type is FactType.ORGANISATION and " " in mention.text:
            firsts.setdefault(mention.text.split()[0], set()).add(mention.norm)
    for mention in known:
        if mention.type is FactType.PERSON and len(mention.text.split()) > 1:
            yield from _person_forms(mention)
        if mention.type is FactType.ORGANISATION:
            yield mention.text, mention
            yield from _firm_forms(mention, firsts)


def _person_forms(mention: Mention) -> Iterator[tuple[str, Mention]]:
    parts = mention.text.split()
    family = parts[-1]
    if family.lower() not in ACRONYMS_NOT_NAMES and len(family) > 2 and known_place(family) is None:
        yield family, mention
    if len(parts[0]) > 1 and len(parts) == 2 and len(family) > 1 and parts[0].isupper():
        yield parts[0], mention


def _firm_forms(mention: Mention, firsts: dict[str, set[str]]) -> Iterator[tuple[str, Mention]]:
    """The first word of a firm's name, when it is no place, no common word and no other firm's too."""
    stem = _stem(mention.text)
    if stem != mention.text:
        yield stem, mention
    front, _, last = stem.rpartition(" ")
    if " " in front and head_kind(last.lower(), "en") and mention.kind in ("agency", "company", "association"):
        yield front, mention
    first, _, rest = stem.partition(" ")
    if not rest or mention.kind not in ("", "company") or len(first) < 4 or not first[:1].isupper():
        return
    common = any(is_common(first.lower(), language) for language in ("en", "fr", "de"))
    if not common and known_place(first) is None and len(firsts.get(first, ())) == 1:
        yield first, mention


def _join_surnames(mentions: list[Mention]) -> None:
    """As in "M. Tanguy" after "Olivier Tanguy" is the same person."""
    full: dict[str, Mention] = {}
    for mention in mentions:
        parts = mention.text.split()
        if mention.type is FactType.PERSON and len(parts) > 1 and len(parts[0].rstrip(".")) > 1:
            full.setdefault(parts[-1], mention)
            if is_family_name_first(parts[0].lower()):
                full.setdefault(parts[0], mention)
    for mention in mentions:
        parts = mention.text.split()
        short = len(parts) == 1 or (len(parts) == 2 and len(parts[0].rstrip(".")) == 1)
        if mention.type is FactType.PERSON and short and parts[-1] in full:
            mention.norm = full[parts[-1]].norm
