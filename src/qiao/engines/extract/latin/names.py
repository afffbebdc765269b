"""Named persons, organisations, places and events of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qiao.engines.extract.latin.classify import classify
from qiao.engines.extract.latin.event_heads import FAIR_NOUNS
from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.name_places import (
    based_places,
    coordinate_places,
    heading_places,
    long_places,
    mention_of,
)
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.persons import DEGREES, looks_like_person
from qiao.engines.extract.latin.roles import RoleSpan, find_roles
from qiao.engines.extract.latin.runs import Run, find_runs
from qiao.engines.extract.latin.surroundings import Surroundings
from qiao.engines.extract.latin.vocabulary import (
    head_kind,
    is_german_noun,
    is_given_name,
    is_title,
)
from qiao.engines.extract.result import FactType


def find_names(page: Page, taken: frozenset[int]) -> list[Mention]:
    """Mentions in order of position, not overlapping; `taken` holds tokens of dates, sums and agreements."""
    known_lower = frozenset(token.lower for token in page.tokens if token.is_word and not token.is_capital)
    found: list[Mention] = []
    for sentence in page.sentences:
        if is_heading(page, sentence):
            found += heading_places(page, sentence, taken)
            continue
        roles = find_roles(page, sentence, taken)
        posts = frozenset(i for role in roles if role.last - role.first > 1 for i in range(role.first, role.last))
        places = list(long_places(page, sentence, taken | posts))
        found += places
        inside = frozenset(i for place in places for i in range(place.first, place.last))
        for run in find_runs(page, sentence, taken | posts | inside):
            found += _read(page, sentence, run, roles, known_lower, found[-1] if found else None)
    found += based_places(page, found)
    if page.language == "de":
        found += _compound_firms(page, found)
    found.sort(key=lambda mention: mention.start)
    coordinate_places(page, found)
    return found


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
