"""Named persons, organisations, places and events of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from qiao.engines.extract.latin.classify import FAIR_NOUNS, classify
from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.persons import DEGREES, looks_like_person
from qiao.engines.extract.latin.roles import RoleSpan, find_roles
from qiao.engines.extract.latin.runs import Run, find_runs
from qiao.engines.extract.latin.surroundings import Surroundings
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_common,
    is_german_noun,
    is_given_name,
    is_role_head,
    is_title,
)
from qiao.engines.extract.result import FactType

_BASED = re.compile(r"(?<!\w)([A-Z][\w.]+(?:[ -][A-Z]\w+)?)-(?:based|headquartered|domiciled)\b")
_AND = re.compile(r"\s(?:and|et|und)\s(?:à |in )?")
_LED_IN = re.compile(r"\b(?:in|to|from|à|nach|aus|near|via)\s$")
_GENITIVE = re.compile(r"(?:des|eines)\s+$")


def find_names(page: Page, taken: frozenset[int]) -> list[Mention]:
    """Mentions in order of position, not overlapping; `taken` holds tokens of dates, sums and agreements."""
    known_lower = frozenset(token.lower for token in page.tokens if token.is_word and not token.is_capital)
    found: list[Mention] = []
    for sentence in page.sentences:
        if is_heading(page, sentence):
            found += _heading_places(page, sentence, taken)
            continue
        roles = find_roles(page, sentence, taken)
        posts = frozenset(i for role in roles if role.last - role.first > 1 for i in range(role.first, role.last))
        places = list(_long_places(page, sentence, taken | posts))
        found += places
        inside = frozenset(i for place in places for i in range(place.first, place.last))
        for run in find_runs(page, sentence, taken | posts | inside):
            found += _read(page, sentence, run, roles, known_lower, found[-1] if found else None)
    found += _based_places(page, found)
    if page.language == "de":
        found += _compound_firms(page, found)
    found.sort(key=lambda mention: mention.start)
    _coordinate_places(page, found)
    return found


def _coordinate_places(page: Page, found: list[Mention]) -> None:
    """As in "in Balti and Ungheni": a bare name joined to a place that a preposition leads in is a place too."""
    for place, other in pairwise(found):
        if place.type is not FactType.PLACE or not _LED_IN.search(page.text, max(0, place.start - 8), place.start):
            continue
        bare = other.type is FactType.ORGANISATION and not other.kind and " " not in other.text
        if bare and other.confidence < 0.6 and _AND.fullmatch(page.text, place.end, other.start):
            other.type = FactType.PLACE


def is_heading(page: Page, sentence: Sentence) -> bool:
    """A line in title case, as English headings are: what it names is named again below."""
    tokens = page.tokens[sentence.first : sentence.last]
    content = [token for token in tokens if token.is_word and len(token.text) > 3 and not token.text[0].isdigit()]
    shouted = [token for token in content if token.text.isupper()]
    if len(shouted) >= 2 and len(shouted) >= 0.5 * len(content):
        return True
    if sentence.language != "en" or any(token.text in "(;:,|•*–-" for token in tokens):
        return False
    stops = page.text[sentence.start : sentence.end].rstrip()[-1:] in ".;,)"
    return len(content) >= 5 and not stops and sum(token.is_capital for token in content) >= 0.75 * len(content)


def _long_places(page: Page, sentence: Sentence, taken: frozenset[int]) -> Iterator[Mention]:
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


def _heading_places(page: Page, sentence: Sentence, taken: frozenset[int]) -> Iterator[Mention]:
    """Only what the gazetteer knows is believed of a heading."""
    for position in range(sentence.first, sentence.last):
        token = page.tokens[position]
        known = token.is_word and token.is_capital and len(token.text) > 3 and known_place(token.text) is not None
        if known and position not in taken and not is_common(token.lower, sentence.language):
            run = Run(position, position + 1, token.start, token.end, "", False, False)
            yield mention_of(page, run, FactType.PLACE)


def _read(
    page: Page,
    sentence: Sentence,
    run: Run,
    roles: list[RoleSpan],
    known_lower: frozenset[str],
    previous: Mention | None,
) -> Iterator[Mention]:
    parts = _split(page, sentence, run)
    if parts is not None:
        for part in parts:
            yield from _read(page, sentence, part, roles, known_lower, previous)
        return
    around = Surroundings(page, sentence, run, _before(page, run, roles), _after(run, roles), known_lower, previous)
    kind = classify(around)
    if kind is not None:
        yield mention_of(page, _trimmed(page, run, kind), kind)


def _split(page: Page, sentence: Sentence, run: Run) -> tuple[Run, Run] | None:
    """As in "Shanghai Municipality Han Zheng": a place or body, then a person, without a mark between them."""
    tokens = page.tokens
    if run.is_legal or run.last - run.first < 3:
        return None
    for cut in range(run.first + 1, run.last - 1):
        front, back = tokens[run.first : cut], tokens[cut : run.last]
        text = page.text[front[0].start : front[-1].end]
        head = head_kind(front[-1].lower, sentence.language)
        person = looks_like_person(back, has_head=any(head_kind(t.lower, sentence.language) for t in back))
        if person and (head or known_place(text) is not None) and not is_given_name(front[0].lower):
            return (
                replace(run, last=cut, end=front[-1].end, head=head),
                replace(run, first=cut, start=back[0].start, head="", is_initial=False),
            )
    return None


def _trimmed(page: Page, run: Run, kind: FactType) -> Run:
    """Without what is no part of the name: honours behind a person; with the noun in front of a fair's name."""
    first, last = run.first, run.last
    if kind is FactType.PERSON:
        while last - first > 1 and page.tokens[last - 1].lower in DEGREES:
            last -= 1
    if kind is FactType.EVENT and page.tokens[first - 1].lower in FAIR_NOUNS and first:
        first -= 1
    if (first, last) == (run.first, run.last):
        return run
    return replace(run, first=first, last=last, start=page.tokens[first].start, end=page.tokens[last - 1].end)


def _before(page: Page, run: Run, roles: list[RoleSpan]) -> RoleSpan | None:
    """The post that ends right before a run, titles aside, or an "of" away."""
    position = run.first
    while position > 0 and (is_title(page.tokens[position - 1].lower) or page.tokens[position - 1].text == "."):
        position -= 1
    for role in roles:
        if role.last in (run.first, position):
            return RoleSpan(role.first, run.first, role.start, role.end, role.text)
        if run.first - 3 <= role.last < run.first:
            return role
    return next((role for role in reversed(roles) if run.first - 14 <= role.last < run.first), None)


def _after(run: Run, roles: list[RoleSpan]) -> RoleSpan | None:
    return next((role for role in roles if run.last <= role.first <= run.last + 8), None)


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


_COMPOUND_FIRM = re.compile(
    r"(?<![\w-])([A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{3,}(?:-[A-ZÄÖÜ][a-zäöüß]+)?)-(?:Tochter|Chef|"
    r"Geschäftsführer|Vorstand|Gruppe|Konzern|Werk|"
    r"Niederlassung|Zentrale|Manager|Sprecher|Gründer)(?:in|s|firma|gesellschaft|en)?\b"
)


def _compound_firms(page: Page, found: list[Mention]) -> Iterator[Mention]:
    """As in "Solvay-Tochter", "Litef-Geschäftsführer": the firm in front of the hyphen."""
    for match in _COMPOUND_FIRM.finditer(page.text):
        start, end = match.span(1)
        if (
            is_german_noun(match.group(1).lower())
            or known_place(match.group(1))
            or any(m.start <= start < m.end for m in found)
        ):
            continue
        first = next((i for i, token in enumerate(page.tokens) if token.start >= start), 0)
        yield Mention(start, end, first, first + 1, FactType.ORGANISATION, match.group(1), match.group(1))


def _based_places(page: Page, found: list[Mention]) -> Iterator[Mention]:
    """As in "the Munich-based firm": the place in front of the hyphen."""
    for match in _BASED.finditer(page.text):
        name = match.group(1) if known_place(match.group(1)) else match.group(1).split()[-1]
        start, end = match.end(1) - len(name), match.end(1)
        if known_place(name) is None or any(m.start <= start < m.end for m in found):
            continue
        norm, country = place_norm(name)
        first = next((i for i, token in enumerate(page.tokens) if token.start >= start), 0)
        yield Mention(start, end, first, first + 1, FactType.PLACE, name, norm, "based", country)
