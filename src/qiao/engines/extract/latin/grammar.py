"""The layers of the Latin-script grammar, in the order in which each needs the one before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from qiao.engines.extract.latin.agreements import find_agreements
from qiao.engines.extract.latin.aliases import add_aliases
from qiao.engines.extract.latin.clauses import modality_at
from qiao.engines.extract.latin.counts import FoundCount, find_counts
from qiao.engines.extract.latin.employers import give_posts
from qiao.engines.extract.latin.events import FoundEvent, find_events
from qiao.engines.extract.latin.facts import amount_fact, count_fact, date_fact, mention_fact
from qiao.engines.extract.latin.home import home_after_posts, resolve_home
from qiao.engines.extract.latin.money import FoundAmount, find_amounts
from qiao.engines.extract.latin.names import find_names
from qiao.engines.extract.latin.occasions import event_facts
from qiao.engines.extract.latin.page import Page, open_page
from qiao.engines.extract.latin.partners import with_partners
from qiao.engines.extract.latin.present import addressees, present_relations
from qiao.engines.extract.latin.relations import find_relations
from qiao.engines.extract.latin.subjects import Discourse
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact
from qiao.engines.text.latin_dates import FoundDate, find_dates
from qiao.engines.text.latin_numbers import find_numbers


def read_latin(reading: Reading) -> list[Fact]:
    """Facts of one text in English, French or German, in any order."""
    page = open_page(reading)
    dates, amounts, counts = _figures(page)
    agreements = find_agreements(page, counts)
    events = [event for event in find_events(page) if not _overlaps(event, dates)]
    spans = [(date.start, date.end) for date in dates]
    spans += [(amount.start, amount.end) for amount in amounts]
    spans += [(agreement.start, agreement.end) for agreement in agreements]
    spans += [(event.start, event.end) for event in events if _is_common_noun(page, event)]
    mentions = add_aliases(page, find_names(page, _tokens_in(page, spans)))
    home = resolve_home(page, mentions)
    give_posts(page, mentions, home)
    home = home_after_posts(page, mentions, home)
    talk = Discourse(home, seen=[person.norm for person in addressees(page, mentions)])
    facts = _figure_facts(page, dates, amounts, counts)
    facts += event_facts(page, events, dates, mentions, home)
    facts += with_partners(page, agreements, mentions, home)
    facts += find_relations(page, mentions, talk)
    facts += present_relations(page, mentions, talk)
    return _once(facts + [mention_fact(mention) for mention in mentions])


def _figures(page: Page) -> tuple[list[FoundDate], list[FoundAmount], list[FoundCount]]:
    numbers = find_numbers(page.text, page.language)
    dates = find_dates(page.text, page.language, page.published)
    amounts = find_amounts(page.text, page.language, numbers)
    taken = [(date.start, date.end) for date in dates] + [(amount.start, amount.end) for amount in amounts]
    return dates, amounts, find_counts(page.text, page.language, numbers, taken)


def _figure_facts(
    page: Page, dates: list[FoundDate], amounts: list[FoundAmount], counts: list[FoundCount]
) -> list[Fact]:
    facts = [date_fact(page, found) for found in dates]
    facts += [amount_fact(page, found, "", modality_at(page, found.start)) for found in amounts]
    return facts + [count_fact(page, found, modality_at(page, found.start)) for found in counts]


def _is_common_noun(page: Page, event: FoundEvent) -> bool:
    """Whether an event's words are no part of a name: "Hai Phong Maritime Forum" is left to the names."""
    if event.kind == "opening":
        return False
    if page.language == "de":
        return event.kind != "fair" or not _NAMED_FAIR.search(page.text, max(0, event.start - 24), event.end + 3)
    return page.text[event.start].islower()


_NAMED_FAIR = re.compile(r"(?<!^)(?<![.:] )\b[A-ZÄÖÜ][\wäöüß-]+ [Mm]essen?\b|[Mm]esse [A-ZÄÖÜ]")


def _overlaps(event: FoundEvent, dates: list[FoundDate]) -> bool:
    return any(event.start < date.end and date.start < event.end for date in dates)


def _once(facts: list[Fact]) -> list[Fact]:
    """Each statement once: the first of equal type, place and norm stays."""
    seen: set[tuple[int, int, str, str]] = set()
    kept = []
    for fact in facts:
        key = (fact.start, fact.end, fact.type.value, fact.norm)
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return kept


def _tokens_in(page: Page, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Numbers of the tokens that lie in any of the spans."""
    starts = [token.start for token in page.tokens]
    return frozenset(
        position
        for start, end in spans
        for position in range(bisect_left(starts, start), bisect_right(starts, end - 1))
    )
