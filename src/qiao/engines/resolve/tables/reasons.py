"""Why two rows may be one organisation, or may not, in their own words."""

from __future__ import annotations

from collections.abc import Iterator

from qiao.engines.resolve.forms import Form, form_of
from qiao.engines.resolve.result import Reason
from qiao.engines.resolve.tables.columns import Row, host_of


def reasons_for(left: Row, right: Row) -> tuple[Reason, ...]:
    """The grounds that speak for and against, the strongest first."""
    found = [*_of_names(form_of(left.name), form_of(right.name)), *_of_places(left, right)]
    return tuple(sorted(found, key=lambda reason: -abs(reason.weight)))


def _of_names(one: Form, other: Form) -> Iterator[Reason]:
    if one.joined and one.joined == other.joined:
        yield Reason("row_same_name", 3.0, (one.text,))
        return
    short, long = (one, other) if len(one.joined) <= len(other.joined) else (other, one)
    if {short.joined, short.acronym} & set(long.initials):
        yield Reason("row_initials", 2.0, (short.text, long.text))
    source = dict(zip(other.words, other.source, strict=False))
    shared = [(mine, source[word]) for word, mine in zip(one.words, one.source, strict=False) if word in source]
    plain = [mine for mine, theirs in shared if mine == theirs]
    if plain:
        yield Reason("row_shared_words", 0.8 * len(plain), (" ".join(plain),))
    for mine, theirs in dict.fromkeys(pair for pair in shared if pair[0] != pair[1]):
        yield Reason("row_translated", 0.7, (mine, theirs))
    lone = [form.source[at] for form, rest in ((one, other), (other, one)) for at, word in enumerate(form.words)
            if word not in rest.words and at < len(form.source)]  # fmt: skip
    if lone and shared:
        yield Reason("row_left_over", -0.4 * len(set(lone)), (", ".join(dict.fromkeys(lone)),))


def _of_places(left: Row, right: Row) -> Iterator[Reason]:
    if left.link and right.link:
        if left.link == right.link:
            yield Reason("row_same_link", 2.5, (left.link,))
        elif host_of(left.link) == host_of(right.link):
            yield Reason("row_same_domain", 1.5, (host_of(left.link),))
        else:
            yield Reason("row_other_domain", -0.8, (host_of(left.link), host_of(right.link)))
    if left.country and right.country and left.country != right.country:
        yield Reason("row_other_country", -2.0, (left.country, right.country))
    if left.city and right.city:
        same = left.city.casefold() == right.city.casefold()
        code, values = ("row_same_city", (left.city,)) if same else ("row_other_city", (left.city, right.city))
        yield Reason(code, 1.0 if same else -1.5, values)
