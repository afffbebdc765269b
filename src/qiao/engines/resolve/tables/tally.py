"""What a table says of itself: how rare its words, letters, towns and addresses are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.tables.columns import Columns, Ints

Floats = NDArray[np.float64]


ROW_COUNTS = ("letters", "twins", "link", "site", "domain", "city", "twin_cities", "twin_sites", "site_names")
"""The counts of a tally that go by rows."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the rows of a table.

    rows      how many there are.
    rarity    (texts,) bits of a word: log2 of rows over the rows that bear it; 0 for the empty text.
    letters   (rows,) rows of the same country whose initials, acronym or short name are among this row's letters.
    twins     (rows,) rows of the same country whose name is the same, written together.
    link, site, domain, city   (rows,) rows with the same; 0 when unknown.
    word_cities   (texts,) towns that rows bearing a word lie in.
    twin_cities, twin_sites    (rows,) towns and sites of the rows counted as twins.
    site_names    (rows,) names borne by rows of the same site.
    """

    rows: int
    rarity: Floats
    letters: Ints
    twins: Ints
    link: Ints
    site: Ints
    domain: Ints
    city: Ints
    word_cities: Ints
    twin_cities: Ints
    twin_sites: Ints
    site_names: Ints


def repeated_share(twins: int, rows: int) -> float:
    """The share of rows whose name another row of the country bears."""
    return twins / max(rows, 1)


def tally_of(columns: Columns) -> Tally:
    """The counts of a table."""
    texts = len(columns.texts)
    borne = np.bincount(columns.words[columns.name].ravel(), minlength=texts)
    rarity = np.log2((len(columns) + 1) / np.maximum(borne, 1))
    rarity[0] = 0.0
    joined = columns.joined[columns.name]
    twins = _within(joined, columns.country, texts)
    bearer, place = np.nonzero(columns.words[columns.name])
    return Tally(
        rows=len(columns),
        rarity=rarity,
        letters=_letters(columns),
        twins=_alike(twins),
        link=_alike(columns.link),
        site=_alike(columns.site),
        domain=_alike(columns.domain),
        city=_alike(_within(columns.city, columns.country, texts)),
        word_cities=_various(columns.words[columns.name[bearer], place], columns.city[bearer], texts),
        twin_cities=_among(twins, columns.city),
        twin_sites=_among(twins, columns.site),
        site_names=_among(columns.site, joined),
    )


def _various(number: NDArray[Any], value: NDArray[Any], size: int) -> Ints:
    """(size,) how many values other than 0 come with each number."""
    known = (number > 0) & (value > 0)
    width = int(value.max(initial=0)) + 1
    pairs = np.unique(number[known].astype(np.int64) * width + value[known])
    counts: Ints = np.bincount(pairs // width, minlength=size)
    return counts


def _among(code: NDArray[Any], value: NDArray[Any]) -> Ints:
    """(rows,) how many values other than 0 the rows of the same code hold; 0 for code 0."""
    unique, inverse = np.unique(code, return_inverse=True)
    inverse = inverse.reshape(-1)
    found: Ints = _various(inverse + 1, value, len(unique) + 1)[inverse + 1]
    found[code == 0] = 0
    return found


def _alike(numbers: NDArray[np.integer]) -> Ints:  # type: ignore[type-arg]
    """(rows,) how many rows hold each row's number; 0 for 0."""
    _, inverse, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    alike: Ints = counts[inverse.reshape(-1)].astype(np.int64)
    alike[numbers == 0] = 0
    return alike


def _within(numbers: NDArray[np.int32], country: NDArray[np.int32], texts: int) -> Ints:
    code = numbers.astype(np.int64) * texts + country
    code[numbers == 0] = 0
    return code


def _letters(columns: Columns) -> Ints:
    texts = len(columns.texts)
    first, short = columns.initials[:, 0], columns.acronym
    codes = [_within(each[columns.name], columns.country, texts) for each in (first, short)]
    _, inverse, counts = np.unique(np.concatenate(codes), return_inverse=True, return_counts=True)
    alike: Ints = counts[inverse.reshape(-1)].astype(np.int64).reshape(2, -1)
    alike[0][codes[0] == 0] = alike[1][codes[1] == 0] = 0
    most: Ints = alike.max(axis=0)
    return most
