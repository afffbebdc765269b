"""Blocking keys: two records are compared only if they share one.

Each kind of key is a letter: w a word's meaning, s a stem, n the whole name without its legal form, i initials or an
acronym, d what a domain is called or could be called, h two neighbouring Han characters, t three letters of a brand,
v a brand without its vowels, c the town, x an identifier or a domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from qiao.engines.resolve.columns import callable_as, labels_of, place_of, stem
from qiao.engines.resolve.forms import Form, forms_of
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.sounds import bones

MOST_KEYS = 400
"""Keys of one record at most; those of its first names win."""


def keys_of(record: Record, forms: Iterable[Form] | None = None) -> frozenset[str]:
    """The blocking keys of an organisation, an event or a station; country is not among them.

    forms     the forms of its names, where they are at hand.
    """
    keys: list[str] = [f"x{one}" for one in record.identifiers] + [f"xdomain:{domain}" for domain in record.domains]
    keys += [f"d{label}" for domain in record.domains for label in labels_of(domain)]
    if record.city and (town := place_of(record.city)):
        keys.append(f"c{town}")
    for form in forms if forms is not None else (f for named in record.names for f in forms_of(named.text)):
        keys += _kept_keys(form)
        if len(keys) > MOST_KEYS:
            break
    return frozenset(keys[:MOST_KEYS])


@lru_cache(maxsize=5_000)
def _kept_keys(form: Form) -> tuple[str, ...]:
    """A name is asked for and put on the shelf soon after."""
    return tuple(name_keys(form))


def name_keys(form: Form) -> Iterator[str]:
    """The keys that one name gives."""
    if form.joined:
        yield f"n{form.joined}"
        yield "n" + "".join(sorted(form.words))
    for word in form.words:
        yield f"w{word}"
        if (short := stem(word)) != word:
            yield f"s{short}"
    for head in {*form.initials, form.acronym} - {""}:
        yield f"i{head}"
    for one in callable_as(form):
        yield f"d{one}"
    for one, two in zip(form.han, form.han[1:], strict=False):
        yield f"h{one}{two}"
    for brand in form.brand[:6]:
        yield from _brand_keys(brand)


def _brand_keys(brand: str) -> Iterator[str]:
    if len(brand) >= 3:
        padded = f"^{brand[:16]}$"
        for at in range(len(padded) - 2):
            yield f"t{padded[at : at + 3]}"
        if len(skeleton := bones(brand)) > 1:
            yield f"v{skeleton}"
