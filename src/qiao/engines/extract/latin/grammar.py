"""The layers of the Latin-script grammar, in the order in which each needs the one before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from qiao.engines.extract.latin.aliases import add_aliases
from qiao.engines.extract.latin.counts import find_counts
from qiao.engines.extract.latin.employers import give_posts
from qiao.engines.extract.latin.facts import amount_fact, count_fact, date_fact, mention_fact
from qiao.engines.extract.latin.money import find_amounts
from qiao.engines.extract.latin.names import find_names
from qiao.engines.extract.latin.page import Page, open_page
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact, Modality
from qiao.engines.text.latin_dates import find_dates
from qiao.engines.text.latin_numbers import find_numbers


def read_latin(reading: Reading) -> list[Fact]:
    """Facts of one text in English, French or German, in any order."""
    page = open_page(reading)
    numbers = find_numbers(page.text, page.language)
    dates = find_dates(page.text, page.language, page.published)
    amounts = find_amounts(page.text, page.language, numbers)
    taken = [(found.start, found.end) for found in (*dates, *amounts)]
    counts = find_counts(page.text, page.language, numbers, taken)
    mentions = add_aliases(page, find_names(page, _tokens_in(page, taken)))
    give_posts(page, mentions, page.home)
    facts = [date_fact(page, found) for found in dates]
    facts += [amount_fact(page, found, "", Modality.FACT) for found in amounts]
    facts += [count_fact(page, found, Modality.FACT) for found in counts]
    return facts + [mention_fact(mention) for mention in mentions]


def _tokens_in(page: Page, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Numbers of the tokens that lie in any of the spans."""
    starts = [token.start for token in page.tokens]
    return frozenset(
        position for start, end in spans for position in range(bisect_left(starts, start), bisect_right(starts, end - 1))
    )
