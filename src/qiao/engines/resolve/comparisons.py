"""The comparisons: each says one thing about pairs of records, for many pairs at once.

They are written once, here, and run over arrays: for one pair on a page, for the candidates of a query, for the pairs
of a table of millions. A comparison is a function of a `Compared`; its docstring says what it measures.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, JaroWinkler, LCSseq
from rapidfuzz.process import cpdist

from qiao.engines.resolve.columns import Ints, Texts
from qiao.engines.resolve.pairs import NamePairs, Overlap, name_pairs, overlap
from qiao.engines.resolve.rarity import Floats
from qiao.engines.resolve.side import Side


class Compared:
    """P pairs of records: `left[k]` of the left side with `right[k]` of the right."""

    def __init__(self, left_side: Side, right_side: Side, left: Ints, right: Ints) -> None:
        self.a, self.b = left_side, right_side
        self.left, self.right = left, right

    @cached_property
    def names(self) -> NamePairs:
        return name_pairs(self.a.columns.first, self.b.columns.first, self.left, self.right)

    @cached_property
    def words(self) -> Overlap:
        return self._overlap("words", self.names.left, self.names.right)

    @cached_property
    def stems(self) -> Overlap:
        return self._overlap("stems", self.names.left, self.names.right)

    @cached_property
    def whole(self) -> Overlap:
        return self._overlap("whole", self.left, self.right)

    def _overlap(self, kind: str, left: Ints, right: Ints) -> Overlap:
        return self._crossed(kind, kind, left, right)

    def _crossed(self, left_kind: str, right_kind: str, left: Ints, right: Ints) -> Overlap:
        return overlap(
            getattr(self.a.columns, left_kind),
            self.a.weights(left_kind),
            getattr(self.b.columns, right_kind),
            self.b.weights(right_kind),
            left,
            right,
        )

    @cached_property
    def labels(self) -> tuple[Overlap, Overlap]:
        """Domains of the right against what the left could be called, and the other way round."""
        return (
            self._crossed("callable", "labels", self.left, self.right),
            self._crossed("labels", "callable", self.left, self.right),
        )

    @cached_property
    def likeness_of_words(self) -> Floats:
        return self.each_name(Indel.normalized_similarity, "sorted_words", "sorted_words", missing=0.0)

    @cached_property
    def likeness_as_written(self) -> Floats:
        return self.each_name(Indel.normalized_similarity, "plain", "plain", missing=0.0)

    @cached_property
    def at(self) -> Ints:
        """For each record pair the row of `names` that speaks most for it."""
        value = self.words.cosine + 0.5 * self.stems.cosine + self.likeness_of_words
        starts = self.names.starts
        best = np.repeat(np.maximum.reduceat(value, starts), np.diff(np.append(starts, len(value))))
        rows = np.flatnonzero(value >= best)
        pair = np.searchsorted(starts, rows, side="right") - 1
        return rows[np.flatnonzero(np.diff(pair, prepend=-1))]

    def each(self, scorer: Callable[..., float], left: str, right: str, *, missing: float = -1.0) -> Floats:
        """A likeness of strings for the best name pair, computed only where both have the column."""
        return self.names.best(self.each_name(scorer, left, right, missing=missing))

    def each_name(self, scorer: Callable[..., float], left: str, right: str, *, missing: float = -1.0) -> Floats:
        """The same for every name pair."""
        return texts_alike(
            scorer, self.a.columns.text(left), self.names.left, self.b.columns.text(right), self.names.right, missing
        )

    def in_order(self, left: str, right: str) -> Floats:
        """The share of the shorter string's letters that stand in the longer in the same order; -1 without one."""
        shared = self.each_name(LCSseq.similarity, left, right)
        ones, others = self.a.columns.text(left).lengths, self.b.columns.text(right).lengths
        shorter = np.minimum(ones[self.names.left], others[self.names.right])
        return np.where(shared < 0, -1, shared / np.maximum(shorter, 1)).astype(np.float32)


def texts_alike(
    scorer: Callable[..., float], left: Texts, left_rows: Ints, right: Texts, right_rows: Ints, missing: float
) -> Floats:
    """A likeness of rows of strings side by side; `missing` where one is empty."""
    found = np.full(len(left_rows), missing, np.float32)
    both = np.flatnonzero((left.lengths[left_rows] > 0) & (right.lengths[right_rows] > 0))
    if len(both):
        found[both] = similarity(scorer, left.at(left_rows[both]), right.at(right_rows[both]))
    return found


def similarity(scorer: Callable[..., float], left: list[str], right: list[str]) -> Floats:
    """A scorer of rapidfuzz over strings side by side."""
    return cpdist(left, right, scorer=scorer, dtype=np.float32)


Comparison = Callable[[Compared], NDArray[np.float32]]


def word_cosine(c: Compared) -> Floats:
    """How far the meanings of the words agree, rare ones counting most."""
    return c.names.best(c.words.cosine)


def words_of_left_found(c: Compared) -> Floats:
    """How much of the left name is in the right one."""
    return c.names.best(c.words.cover_left)


def words_of_right_found(c: Compared) -> Floats:
    """How much of the right name is in the left one."""
    return c.names.best(c.words.cover_right)


def stem_cosine(c: Compared) -> Floats:
    """How far the words agree but for their endings and within their class (clinic, hospital)."""
    return c.names.best(c.stems.cosine)


def lone_word_left(c: Compared) -> Floats:
    """The rarest word of the left name that the best right name has not, not even its stem."""
    return np.minimum(c.words.lone_left, c.stems.lone_left)[c.at]


def lone_word_right(c: Compared) -> Floats:
    """The rarest word of the best right name that the left name has not, not even its stem."""
    return np.minimum(c.words.lone_right, c.stems.lone_right)[c.at]


def shared_weight(c: Compared) -> Floats:
    """The weight of the words shared, in nats: how much agreeing means."""
    return c.names.best(c.words.shared)


def left_weight(c: Compared) -> Floats:
    """The weight of the left name's words: how much it says at all."""
    return c.names.best(c.words.left)


def whole_of_left_found(c: Compared) -> Floats:
    """How much of the left name is in any of the right's names, its town included."""
    return c.whole.cover_left


def whole_of_right_found(c: Compared) -> Floats:
    """How much of the right's names is in the left's, its town included."""
    return c.whole.cover_right


def likeness_of_words(c: Compared) -> Floats:
    """Likeness letter by letter of the meanings, in alphabetical order."""
    return c.names.best(c.likeness_of_words)


def likeness_as_written(c: Compared) -> Floats:
    """Likeness letter by letter of the names as written, without legal form."""
    return c.names.best(c.likeness_as_written)


def likeness_of_beginning(c: Compared) -> Floats:
    """Likeness of the names written as one word, the beginning counting more."""
    return c.each(JaroWinkler.normalized_similarity, "joined", "joined")


def letters_in_order(c: Compared) -> Floats:
    """How many letters of the shorter name stand in the longer one in the same order."""
    return c.names.best(c.in_order("joined", "joined"))


def acronym_of_left(c: Compared) -> Floats:
    """How well the left's acronym fits the initials of a right name; -1 when there is none."""
    return c.each(Indel.normalized_similarity, "acronyms", "initials")


def acronym_of_right(c: Compared) -> Floats:
    """How well an acronym of the right fits the initials of the left name; -1 when there is none."""
    return c.each(Indel.normalized_similarity, "initials", "acronyms")


def initials_alike(c: Compared) -> Floats:
    """Likeness of the initials of both; -1 when one has none."""
    return c.each(Indel.normalized_similarity, "initials", "initials")


def acronyms_alike(c: Compared) -> Floats:
    """Likeness of the acronyms of both; -1 when one has none."""
    return c.each(Indel.normalized_similarity, "acronyms", "acronyms")


def acronym_length(c: Compared) -> Floats:
    """Letters of the left's acronym: short ones are shared by many."""
    return c.names.best(c.a.columns.acronyms.lengths[c.names.left].astype(np.float32))


def acronym_inside_right(c: Compared) -> Floats:
    """How much of the left's acronym stands in a right name in the same order; -1 when there is none."""
    return c.names.best(c.in_order("acronyms", "plain"))


def acronym_inside_left(c: Compared) -> Floats:
    """How much of a right acronym stands in the left name in the same order; -1 when there is none."""
    return c.names.best(c.in_order("plain", "acronyms"))


def han_alike(c: Compared) -> Floats:
    """Likeness of the Han characters of both; -1 when one has none."""
    return c.each(Indel.normalized_similarity, "han", "han")


def han_in_order(c: Compared) -> Floats:
    """How many Han characters of the shorter stand in the longer in the same order; -1 when one has none."""
    return c.names.best(c.in_order("han", "han"))


def han_beginning(c: Compared) -> Floats:
    """Likeness of the Han characters, the beginning counting more; -1 when one has none."""
    return c.each(JaroWinkler.normalized_similarity, "han", "han")


def brand_alike(c: Compared) -> Floats:
    """Likeness of what the lexicon does not know, a brand or a person, as it sounds; -1 when one has none."""
    return c.each(JaroWinkler.normalized_similarity, "brand", "brand")


def scripts_differ(c: Compared) -> Floats:
    """1 when the best names are of two scripts, Han and another; else 0."""
    left = c.a.columns.han.lengths[c.names.left[c.at]] > 0
    right = c.b.columns.han.lengths[c.names.right[c.at]] > 0
    differ: Floats = np.not_equal(left, right).astype(np.float32)
    return differ


def numbers_agree(c: Compared) -> Floats:
    """1 when the best names hold the same number, -1 when they hold different ones, -0.5 when only one does."""
    rows_a, rows_b = c.names.left[c.at], c.names.right[c.at]
    ones = np.ones(len(c.a.columns.numbers.values), np.float32)
    others = np.ones(len(c.b.columns.numbers.values), np.float32)
    found = overlap(c.a.columns.numbers, ones, c.b.columns.numbers, others, rows_a, rows_b)
    conflict = np.where((found.left > 0) & (found.right > 0), -1.0, np.where(found.left + found.right > 0, -0.5, 0.0))
    same = (found.shared > 0) & (found.left == found.right) & (found.shared == found.left)
    return np.where(same, 1.0, conflict).astype(np.float32)


def same_country(c: Compared) -> Floats:
    """1 the same country, -1 another, 0 when one does not say."""
    return _agree(c.a.columns.country[c.left], c.b.columns.country[c.right])


def same_city(c: Compared) -> Floats:
    """1 the same town, -1 another, 0 when one does not say."""
    return _agree(c.a.columns.city[c.left], c.b.columns.city[c.right])


def _agree(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> Floats:
    return np.where((left == 0) | (right == 0), 0, np.where(left == right, 1, -1)).astype(np.float32)


def domain_named_left(c: Compared) -> Floats:
    """Weight of what the left is called that is also a label of the right's domain."""
    return c.labels[0].shared


def domain_named_right(c: Compared) -> Floats:
    """Weight of what the right is called that is also a label of the left's domain."""
    return c.labels[1].shared


def domain_like_name(c: Compared) -> Floats:
    """Likeness of the right's domain to the left name written as one word; -1 when there is none."""
    a, b = c.a.columns, c.b.columns
    owner = b.owner[c.names.right]
    return c.names.best(
        texts_alike(JaroWinkler.normalized_similarity, a.joined, c.names.left, b.label, owner, missing=-1.0)
    )


def identifiers_shared(c: Compared) -> Floats:
    """How many identifiers (a whole domain is one) both have."""
    ones = np.ones(len(c.a.columns.identifiers.values), np.float32)
    others = np.ones(len(c.b.columns.identifiers.values), np.float32)
    return overlap(c.a.columns.identifiers, ones, c.b.columns.identifiers, others, c.left, c.right).shared


def left_over_alike(c: Compared) -> Floats:
    """Likeness of what the best names do not share, letter by letter: 1 when nothing is left, -1 when on one side."""
    ones, others = [], []
    for row, other_row in zip(c.names.left[c.at].tolist(), c.names.right[c.at].tolist(), strict=True):
        words, other_words = c.a.columns.forms[row].words, c.b.columns.forms[other_row].words
        ones.append("".join(word for word in words if word not in other_words))
        others.append("".join(word for word in other_words if word not in words))
    alike = similarity(Indel.normalized_similarity, ones, others)
    lonely = np.array([bool(one) != bool(other) for one, other in zip(ones, others, strict=True)])
    return np.where(lonely, np.float32(-1), alike).astype(np.float32)


def kinds_agree(c: Compared) -> Floats:
    """1 when the best names say they are of one kind (a hospital, a bank), -1 of two, 0 when one does not say."""
    ones, others = c.a.columns.kinds[c.names.left[c.at]], c.b.columns.kinds[c.names.right[c.at]]
    return np.where((ones == 0) | (others == 0), 0, np.where(ones & others, 1, -1)).astype(np.float32)


def words_in_left(c: Compared) -> Floats:
    """How many words the left name has."""
    sizes = np.diff(c.a.columns.words.starts)
    return c.names.best(sizes[c.names.left].astype(np.float32))


def words_in_right(c: Compared) -> Floats:
    """How many words the best right name has."""
    return np.diff(c.b.columns.words.starts)[c.names.right[c.at]].astype(np.float32)


COMPARISONS: tuple[Comparison, ...] = (
    word_cosine,
    words_of_left_found,
    words_of_right_found,
    stem_cosine,
    lone_word_left,
    lone_word_right,
    shared_weight,
    left_weight,
    whole_of_left_found,
    whole_of_right_found,
    likeness_of_words,
    likeness_as_written,
    likeness_of_beginning,
    letters_in_order,
    acronym_of_left,
    acronym_of_right,
    initials_alike,
    acronyms_alike,
    acronym_length,
    acronym_inside_right,
    acronym_inside_left,
    han_alike,
    han_in_order,
    han_beginning,
    brand_alike,
    scripts_differ,
    numbers_agree,
    same_country,
    same_city,
    domain_named_left,
    domain_named_right,
    domain_like_name,
    identifiers_shared,
    left_over_alike,
    kinds_agree,
    words_in_left,
    words_in_right,
)
"""In the order a model reads them."""

NAMES = tuple(comparison.__name__ for comparison in COMPARISONS)


def features(left_side: Side, right_side: Side, left: Ints, right: Ints) -> NDArray[np.float32]:
    """What every comparison says of P pairs of records: (P, len(COMPARISONS)), float32."""
    if not len(left):
        return np.zeros((0, len(COMPARISONS)), np.float32)
    compared = Compared(left_side, right_side, left, right)
    return np.column_stack([comparison(compared) for comparison in COMPARISONS]).astype(np.float32)
