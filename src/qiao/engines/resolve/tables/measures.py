"""What is measured of a pair of rows. Each group of measures is one function over arrays of row numbers.

Every measure is symmetric: swapping the two rows changes nothing. -1 stands for "cannot be measured".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, JaroWinkler, LCSseq
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cpdist

from qiao.engines.resolve.tables.columns import Columns, Ints
from qiao.engines.resolve.tables.tally import Tally

Values = NDArray[Any]
Measured = dict[str, Values]
Group = Callable[[Columns, Tally, Ints, Ints], Measured]


def measured(columns: Columns, tally: Tally, left: Ints, right: Ints) -> tuple[list[str], NDArray[np.float32]]:
    """The names of all measures, and their values as (pairs, measures). A few ten thousand pairs at a time."""
    values: Measured = {}
    for group in GROUPS:
        values |= group(columns, tally, left, right)
    return list(values), np.column_stack([value.astype(np.float32) for value in values.values()])


def words(columns: Columns, tally: Tally, left: Ints, right: Ints) -> Measured:
    """Shared words and words left over, by their rarity in the table."""
    one, other = columns.words[columns.name[left]], columns.words[columns.name[right]]
    same = (one[:, :, None] == other[:, None, :]) & (one > 0)[:, :, None]
    met_one, met_other = same.any(axis=2), same.any(axis=1)
    bits_one, bits_other = tally.rarity[one], tally.rarity[other]
    shared = (bits_one * met_one).sum(axis=1)
    all_one, all_other = bits_one.sum(axis=1), bits_other.sum(axis=1)
    square = (bits_one**2 * met_one).sum(axis=1)
    norm = np.sqrt((bits_one**2).sum(axis=1) * (bits_other**2).sum(axis=1))
    rest_one, rest_other = bits_one * ~met_one, bits_other * ~met_other
    known_one, known_other = columns.known[one], columns.known[other]
    over_one, over_other = (one > 0) & ~met_one, (other > 0) & ~met_other
    many, few = _sorted((one > 0).sum(axis=1), (other > 0).sum(axis=1))
    rest_most, rest_least = _sorted(rest_one.max(axis=1), rest_other.max(axis=1))
    cover_most, cover_least = _sorted(shared / np.maximum(all_one, 1e-9), shared / np.maximum(all_other, 1e-9))
    places_one, places_other = columns.place[one], columns.place[other]
    result: Measured = {
        "shared_bits": shared,
        "shared_rarest": (bits_one * met_one).max(axis=1),
        "shared_brand": (bits_one * (met_one & ~known_one)).max(axis=1),
        "shared_rows": np.log2(tally.rows + 1) - (bits_one * met_one).max(axis=1),
        "shared_cities": np.log2(1 + _least(tally.word_cities[one], met_one)),
        "shared_words": met_one.sum(axis=1),
        "cosine": square / np.maximum(norm, 1e-9),
        "cover_most": cover_most,
        "cover_least": cover_least,
        "rest_most": rest_most,
        "rest_least": rest_least,
        "words_many": many,
        "words_few": few,
        "brands_over": np.minimum((over_one & ~known_one).sum(axis=1), (over_other & ~known_other).sum(axis=1)),
        "known_over": np.minimum((over_one & known_one).sum(axis=1), (over_other & known_other).sum(axis=1)),
        "places_over": np.minimum((over_one & places_one).sum(axis=1), (over_other & places_other).sum(axis=1))
        + 0.5 * np.abs((over_one & places_one).sum(axis=1) - (over_other & places_other).sum(axis=1)),
        "digits_over": _digits(columns, one, other, over_one, over_other),
    }
    return result | _stems(columns, tally, one, other) | _near_words(columns, one, other, rest_one, rest_other)


def _least(values: Values, which: Values) -> Values:
    """(pairs,) the least of the chosen values; 0 where none is chosen."""
    least: Values = np.where(which, values, np.iinfo(np.int64).max).min(axis=1)
    return np.where(which.any(axis=1), least, 0)


def _digits(columns: Columns, one: Values, other: Values, over_one: Values, over_other: Values) -> Values:
    """2 when both names have numbers the other lacks, 1 when one has."""
    found: Values = np.stack((over_one & columns.digits[one], over_other & columns.digits[other]))
    both: Values = found.any(axis=2).sum(axis=0)
    return both


def _near_words(columns: Columns, one: Values, other: Values, rest_one: Values, rest_other: Values) -> Measured:
    """How alike the rarest words left over are: mistyped, inflected, or spelled in another tongue."""
    first, second = _rarest(one, rest_one), _rarest(other, rest_other)
    texts = len(columns.texts)
    code = first[:, :, None].astype(np.int64) * texts + second[:, None, :]
    unique, inverse = np.unique(code, return_inverse=True)
    lefts, rights = unique // texts, unique % texts
    both = (lefts > 0) & (rights > 0)
    alike = np.full(len(unique), -1.0, np.float32)
    names = columns.texts
    alike[both] = cpdist(
        [names[at] for at in lefts[both].tolist()],
        [names[at] for at in rights[both].tolist()],
        scorer=JaroWinkler.normalized_similarity,
        dtype=np.float32,
    )
    table = alike[inverse.reshape(code.shape)]
    best_one, best_other = table[:, 0, :].max(axis=1), table[:, :, 0].max(axis=1)
    near, far = _sorted(best_one, best_other)
    return {"near_best": table.max(axis=(1, 2)), "near_most": near, "near_least": far}


def _stems(columns: Columns, tally: Tally, one: Values, other: Values) -> Measured:
    """Words that share a stem or a class, where the words themselves need not be the same."""
    stem_one, stem_other = columns.stem[one], columns.stem[other]
    same = (stem_one[:, :, None] == stem_other[:, None, :]) & (stem_one > 0)[:, :, None]
    bits_one, bits_other = tally.rarity[one], tally.rarity[other]
    cover_one = (bits_one * same.any(axis=2)).sum(axis=1) / np.maximum(bits_one.sum(axis=1), 1e-9)
    cover_other = (bits_other * same.any(axis=1)).sum(axis=1) / np.maximum(bits_other.sum(axis=1), 1e-9)
    most, least = _sorted(cover_one, cover_other)
    return {"stems_most": most, "stems_least": least}


def _rarest(numbers: Values, bits: Values) -> Ints:
    order = np.argsort(-bits, axis=1, kind="stable")[:, :2]
    chosen = np.take_along_axis(numbers, order, axis=1)
    return np.where(np.take_along_axis(bits, order, axis=1) > 0, chosen, 0)


def strings(columns: Columns, tally: Tally, left: Ints, right: Ints) -> Measured:
    """Whole names as strings of letters, in order, sorted, together, and as Han."""
    one, other = columns.name[left], columns.name[right]
    texts = np.asarray(columns.texts, np.object_)
    joined_one, joined_other = texts[columns.joined[one]], texts[columns.joined[other]]
    han_one, han_other = columns.han[one], columns.han[other]
    both_han = han_one.astype(bool) & han_other.astype(bool)
    han = np.full((2, len(left)), -1.0, np.float32)
    if both_han.any():
        first, second = han_one[both_han].tolist(), han_other[both_han].tolist()
        common = cpdist(first, second, scorer=LCSseq.similarity, dtype=np.float32)
        sizes = np.array([(min(len(a), len(b)), max(len(a), len(b))) for a, b in zip(first, second, strict=True)])
        han[:, both_han] = common / sizes[:, 0], common / sizes[:, 1]
    brands = columns.brand[one].astype(bool) & columns.brand[other].astype(bool)
    brand = np.full(len(left), -1.0, np.float32)
    brand[brands] = _each(columns.brand[one][brands], columns.brand[other][brands], JaroWinkler.normalized_similarity)
    long, short = _sorted(_lengths(joined_one), _lengths(joined_other))
    return {
        "plain_ratio": _each(columns.plain[one], columns.plain[other], ratio),
        "sorted_ratio": _each(columns.letters[one], columns.letters[other], ratio),
        "joined_winkler": _each(joined_one, joined_other, JaroWinkler.normalized_similarity),
        "joined_ratio": _each(joined_one, joined_other, Indel.normalized_similarity),
        "brand_winkler": brand,
        "sound": _agree(columns.sound[one], columns.sound[other]),
        "han_within": han[0],
        "han_ratio": han[1],
        "han_names": (han_one.astype(bool).astype(np.int8) + han_other.astype(bool)),
        "long": long,
        "short": short,
        "legal": _agree(columns.legal[one], columns.legal[other]),
    }


def letters(columns: Columns, tally: Tally, left: Ints, right: Ints) -> Measured:
    """Initials against short names, both ways; -1 where neither name is short."""
    one, other = columns.name[left], columns.name[right]
    sizes = np.fromiter(map(len, columns.texts), np.int32, len(columns.texts))
    exact = np.maximum(_initials(columns, sizes, one, other), _initials(columns, sizes, other, one))
    both = _shared(columns.initials[one], columns.initials[other], sizes)
    acronyms = np.where(columns.acronym[one] == columns.acronym[other], sizes[columns.acronym[one]], 0)
    most, least = _sorted(tally.letters[left], tally.letters[right])
    return {
        "initials_meet": exact,
        "initials_shared": both,
        "acronym_shared": acronyms,
        "acronym_near": np.maximum(_near_letters(columns, one, other), _near_letters(columns, other, one)),
        "letters_most": np.log2(1 + most),
        "letters_least": np.log2(1 + least),
    }


def _initials(columns: Columns, sizes: Values, one: Values, other: Values) -> Values:
    short = np.column_stack((columns.acronym[other], columns.joined[other]))
    return _shared(columns.initials[one], short, sizes)


def _shared(one: Values, other: Values, sizes: Values) -> Values:
    same = (one[:, :, None] == other[:, None, :]) & (one > 0)[:, :, None]
    found: Values = (sizes[one] * same.any(axis=2)).max(axis=1)
    return found


def _near_letters(columns: Columns, one: Values, other: Values) -> NDArray[np.float32]:
    texts = np.asarray(columns.texts, np.object_)
    near = np.full(len(one), -1.0, np.float32)
    for place in range(2):
        first, second = columns.acronym[one], columns.initials[other, place]
        there = (first > 0) & (second > 0)
        if there.any():
            found = _each(texts[first[there]], texts[second[there]], Indel.normalized_similarity)
            near[there] = np.maximum(near[there], found)
    return near


def surroundings(columns: Columns, tally: Tally, left: Ints, right: Ints) -> Measured:
    """Country, town and address, and how much agreeing in them is worth in this table."""
    rows = max(tally.rows, 1)
    city = _agree(columns.city[left], columns.city[right])
    domain = _agree(columns.domain[left], columns.domain[right])
    site = _agree(columns.site[left], columns.site[right])
    label = np.maximum(_label(columns, left, right), _label(columns, right, left))
    twins_most, twins_least = _sorted(tally.twins[left], tally.twins[right])
    return {
        "country": _agree(columns.country[left], columns.country[right]),
        "city": city,
        "city_bits": np.where(city == 1, np.log2(rows / np.maximum(tally.city[left], 1)), 0),
        "link": _agree(columns.link[left], columns.link[right]),
        "link_rows": np.where(columns.link[left] == columns.link[right], np.log2(1 + tally.link[left]), -1),
        "site_names": np.where(site == 1, np.log2(1 + tally.site_names[left]), -1),
        "domain": domain,
        "domain_rows": np.where(domain == 1, np.log2(np.maximum(tally.domain[left], 1)), -1),
        "site": site,
        "site_rows": np.where(site == 1, np.log2(np.maximum(tally.site[left], 1)), -1),
        "label": label,
        "label_least": np.minimum(_label(columns, left, left), _label(columns, right, right)),
        "twin_cities": np.maximum(tally.twin_cities[left], tally.twin_cities[right]),
        "twin_sites": np.maximum(tally.twin_sites[left], tally.twin_sites[right]),
        "twins_most": twins_most,
        "twins_least": twins_least,
    }


def _label(columns: Columns, one: Values, other: Values) -> Values:
    """2 when the address of a row is another's short name or initials, 1 when it is one of its words."""
    label, name = columns.label[one][:, None], columns.name[other]
    short = np.column_stack((columns.acronym[name], columns.joined[name], columns.initials[name]))
    met = (short == label).any(axis=1).astype(np.int8) * 2
    word = (columns.words[name] == label).any(axis=1)
    return np.where(label[:, 0] > 0, np.maximum(met, word), -1).astype(np.int8)


def _agree(one: Values, other: Values) -> Values:
    """1 same, 0 unknown on a side, -1 different."""
    return np.where((one == 0) | (other == 0), 0, np.where(one == other, 1, -1)).astype(np.int8)


def _sorted(one: Values, other: Values) -> tuple[Values, Values]:
    return np.maximum(one, other), np.minimum(one, other)


def _lengths(texts: NDArray[np.object_]) -> Values:
    return np.fromiter(map(len, texts.tolist()), np.int32, len(texts))


def _each(one: NDArray[np.object_], other: NDArray[np.object_], scorer) -> NDArray[np.float32]:  # type: ignore[no-untyped-def]
    found: NDArray[np.float32] = cpdist(one.tolist(), other.tolist(), scorer=scorer, dtype=np.float32)
    return found


GROUPS: tuple[Group, ...] = (words, strings, letters, surroundings)
