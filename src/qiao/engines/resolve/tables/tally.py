"""What a table says of itself: how rare its words, letters, towns and addresses are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.tables.columns import Columns, Ints

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the rows of a table.

    rows      how many there are.
    rarity    (texts,) bits of a word: log2 of rows over the rows that bear it; 0 for the empty text.
    letters   (rows,) rows of the same country whose initials, acronym or short name are among this row's letters.
    twins     (rows,) rows of the same country whose name is the same, written together.
    site, domain, city   (rows,) rows with the same; 0 when unknown.
    """

    rows: int
    rarity: Floats
    letters: Ints
    twins: Ints
    site: Ints
    domain: Ints
    city: Ints


def tally_of(columns: Columns) -> Tally:
    """The counts of a table."""
    texts = len(columns.texts)
    borne = np.bincount(columns.words[columns.name].ravel(), minlength=texts)
    rarity = np.log2((len(columns) + 1) / np.maximum(borne, 1))
    rarity[0] = 0.0
    joined = columns.joined[columns.name]
    return Tally(
        rows=len(columns),
        rarity=rarity,
        letters=_letters(columns),
        twins=_alike(_within(joined, columns.country, texts)),
        site=_alike(columns.site),
        domain=_alike(columns.domain),
        city=_alike(_within(columns.city, columns.country, texts)),
    )


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
