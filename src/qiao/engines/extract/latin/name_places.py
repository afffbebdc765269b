"""Places that a run of capitals does not catch: "Corée du Sud", "the Munich-based firm", headings, pairs of towns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.runs import Run
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_common,
    is_role_head,
)
from qiao.engines.extract.result import FactType

_BASED = re.compile(r"(?<!\w)([A-Z][\w.]+(?:[ -][A-Z]\w+)?)-(?:based|headquartered|domiciled)\b")


_AND = re.compile(r"\s(?:and|et|und)\s(?:à |in )?")


_LED_IN = re.compile(r"\b(?:in|to|from|à|nach|aus|near|via)\s$")


_GENITIVE = re.compile(r"(?:des|eines)\s+$")


def coordinate_places(page: Page, found: list[Mention]) -> None:
    """As in "in Balti and Ungheni": a bare name joined to a place that a preposition leads in is a place too."""
    for place, other in pairwise(found):
        if place.type is not FactType.PLACE or not _LED_IN.search(page.text, max(0, place.start - 8), place.start):
            continue
        bare = other.type is FactType.ORGANISATION and not other.kind and " " not in other.text
        if bare and other.confidence < 0.6 and _AND.fullmatch(page.text, place.end, other.start):
            other.type = FactType.PLACE


def long_places(page: Page, sentence: Sentence, taken: frozenset[int]) -> Iterator[Mention]:
    """Places of two to four words that hold small words: "Corée du Sud", "Émirats arabes unis"."""
    tokens, position = page.tokens, sentence.first
    while position < sentence.last:
        begins = tokens[position].is_capital and not _belongs_to_head(page, sentence, position)
        last = _long_place_end(page, sentence, position) if begins else 0
        if last and not any(i in taken for i in range(position, last)):
            run = Run(position, last, tokens[position].start, tokens[last - 1].end, "", False, False)
            yield mention_of(page, run, FactType.PLACE)
            position = last
        position += 1


def _long_place_end(page: Page, sentence: Sentence, position: int) -> int:
    tokens = page.tokens
    if tokens[position].lower in _PLACE_ARTICLES:
        return _article_place_end(page, sentence, position)
    if is_common(tokens[position].lower, sentence.language):
        return 0
    for last in range(min(position + 5, sentence.last), position + 1, -1):
        inner = tokens[position + 1 : last]
        if any(not token.is_word and token.text != "'s" for token in inner) or not any(
            not token.is_capital for token in inner
        ):
            continue
        if last < sentence.last and tokens[last].is_capital and tokens[last].start - tokens[last - 1].end < 2:
            continue
        if known_place(page.text[tokens[position].start : tokens[last - 1].end]) is not None:
            return last
    return 0


def _belongs_to_head(page: Page, sentence: Sentence, position: int) -> bool:
    """As in "Université de La Rochelle": the place is part of a body's name."""
    back = position - 1
    while back > sentence.first and page.tokens[back].lower in ("de", "d'", "du", "des", "of", "the", "von", "der"):
        back -= 1
    return back < position - 1 and bool(head_kind(page.tokens[back].lower, sentence.language))


_PLACE_ARTICLES = frozenset(["la", "le", "les", "los", "las", "el"])


def _article_place_end(page: Page, sentence: Sentence, position: int) -> int:
    """As in "La Rochelle", "Le Havre": towns whose article belongs to the name."""
    last = position + 2
    if last > sentence.last or not page.tokens[position + 1].is_capital:
        return 0
    name = page.text[page.tokens[position].start : page.tokens[last - 1].end]
    return last if known_place(name) is not None else 0


def heading_places(page: Page, sentence: Sentence, taken: frozenset[int]) -> Iterator[Mention]:
    """Only what the gazetteer knows is believed of a heading."""
    for position in range(sentence.first, sentence.last):
        token = page.tokens[position]
        known = token.is_word and token.is_capital and len(token.text) > 3 and known_place(token.text) is not None
        if known and position not in taken and not is_common(token.lower, sentence.language):
            run = Run(position, position + 1, token.start, token.end, "", False, False)
            yield mention_of(page, run, FactType.PLACE)


def mention_of(page: Page, run: Run, kind: FactType) -> Mention:
    """The mention a run of that type becomes, with its normalised name."""
    text = page.text[run.start : run.end]
    folded = re.sub(r"\s+", " ", text)
    norm, country = folded, ""
    if kind is FactType.PLACE:
        norm, country = place_norm(_without_genitive(page, run, folded))
    elif kind is FactType.ORGANISATION and page.language == "de":
        norm = _nominative(page, run, folded)
    mention = Mention(run.start, run.end, run.first, run.last, kind, text, norm, run.head, country)
    mention.is_titled = kind is FactType.PERSON
    mention.confidence = _confidence(run, kind, folded)
    return mention


def _confidence(run: Run, kind: FactType, name: str) -> float:
    """How sure the type is: a legal form, a head noun or the gazetteer speak for it, mere capitals hardly."""
    if kind is FactType.PLACE:
        return 0.85 if known_place(name) is not None else 0.55
    if kind is FactType.ORGANISATION:
        return 0.9 if run.is_legal else 0.75 if run.head else 0.55
    return 0.8 if kind is FactType.PERSON else 0.6


def _without_genitive(page: Page, run: Run, name: str) -> str:
    """As in "Lohmündes Oberbürgermeister": the town without the genitive's ending."""
    following = page.tokens[run.last].lower if run.last < len(page.tokens) else ""
    genitive = page.language == "de" and name.endswith("s") and known_place(name) is None
    return name[:-1] if genitive and is_role_head(following, "de") else name


def place_norm(name: str) -> tuple[str, str]:
    """The gazetteer's name and the country; the name itself where the gazetteer is silent."""
    place = known_place(name)
    if place is None and name.endswith("s"):
        place = known_place(name[:-1])
    return (place.norm, place.country) if place else (name, "")


def _nominative(page: Page, run: Run, name: str) -> str:
    """As in "des Landkreises Auental" names the Landkreis Auental."""
    if not _GENITIVE.search(page.text[max(0, run.start - 8) : run.start]):
        return name
    head, _, rest = name.partition(" ")
    if head.endswith(("ses", "ks", "ms", "ts", "ds", "rs", "ns", "gs")):
        head = head.removesuffix("es") if head.endswith("ses") else head.removesuffix("s")
    return f"{head} {rest}".strip()


def based_places(page: Page, found: list[Mention]) -> Iterator[Mention]:
    """As in "the Munich-based firm": the place in front of the hyphen."""
    for match in _BASED.finditer(page.text):
        name = match.group(1) if known_place(match.group(1)) else match.group(1).split()[-1]
        start, end = match.end(1) - len(name), match.end(1)
        if known_place(name) is None or any(m.start <= start < m.end for m in found):
            continue
        norm, country = place_norm(name)
        first = next((i for i, token in enumerate(page.tokens) if token.start >= start), 0)
        yield Mention(start, end, first, first + 1, FactType.PLACE, name, norm, "based", country)
