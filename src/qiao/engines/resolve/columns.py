"""Records laid out in columns, so that many pairs are compared at once: one row for each name, grown by appending.

Words are held as 32-bit hashes: nothing has to be agreed between two tables, and a table needs no dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.folding import has_han, latin, one_spelling, pieces, tidy
from qiao.engines.resolve.forms import Form, form_of, forms_of
from qiao.engines.resolve.kinds import class_of, kinds_in
from qiao.engines.resolve.lexicon import places
from qiao.engines.resolve.record import Record

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]

MOST_NAMES = 24
"""Names of one record that are looked at."""


@lru_cache(maxsize=400_000)
def hashed(word: str) -> int:
    """A word as a number of 32 bits, the same in every process."""
    return crc32(word.encode())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What a word shares with its inflections and cousins: the class it belongs to, or its first letters."""
    return class_of(word) or word[:5]


@lru_cache(maxsize=50_000)
def place_of(city: str) -> str:
    """A town in the one spelling all its names share; empty for none."""
    text = tidy(city).split(",")[0]
    if has_han(text):
        text = text.strip()
        bare = text.rstrip("市区县") or text
        found = places().get(text) or places().get(bare)
        return found or "".join(form_of(bare).words)
    key = "".join(one_spelling(word) for word in map(latin, pieces(text)) if word)
    return places().get(key, key)


class Growing:
    """A one-dimensional array that grows at its end."""

    __slots__ = ("_held", "size")

    def __init__(self, dtype: Any) -> None:
        self._held: NDArray[Any] = np.zeros(16, dtype)
        self.size = 0

    def extend(self, values: Sequence[int] | NDArray[Any]) -> None:
        end = self.size + len(values)
        if end > len(self._held):
            grown = np.zeros(max(end, 2 * len(self._held)), self._held.dtype)
            grown[: self.size] = self._held[: self.size]
            self._held = grown
        self._held[self.size : end] = values
        self.size = end

    @property
    def array(self) -> NDArray[Any]:
        return self._held[: self.size]


class Texts:
    """A column of strings with their lengths."""

    __slots__ = ("_lengths", "_texts")

    def __init__(self) -> None:
        self._texts, self._lengths = Growing(np.object_), Growing(np.int32)

    def extend(self, texts: list[str]) -> None:
        held = np.empty(len(texts), np.object_)
        held[:] = texts
        self._texts.extend(held)
        self._lengths.extend([len(text) for text in texts])

    def at(self, rows: Ints) -> list[str]:
        """The strings of some rows."""
        texts: list[str] = self._texts.array[rows].tolist()
        return texts

    @property
    def lengths(self) -> NDArray[np.int32]:
        return self._lengths.array


class Sets:
    """A set of hashes for each row, each sorted: `values[starts[i]:starts[i + 1]]`."""

    __slots__ = ("_starts", "_values")

    def __init__(self) -> None:
        self._starts, self._values = Growing(np.int64), Growing(np.uint32)
        self._starts.extend([0])

    @classmethod
    def of(cls, starts: Ints, values: Hashes) -> Sets:
        made = cls()
        made._starts.extend(starts[1:])
        made._values.extend(values)
        return made

    def extend(self, rows: Iterable[Iterable[str]]) -> None:
        values: list[int] = []
        starts: list[int] = []
        base = self._values.size
        for row in rows:
            values.extend(sorted(set(map(hashed, row))))
            starts.append(base + len(values))
        self._values.extend(values)
        self._starts.extend(starts)

    @property
    def starts(self) -> Ints:
        return self._starts.array

    @property
    def values(self) -> Hashes:
        return self._values.array


class Columns:
    """Records in the order they came.

    records    the records themselves; names of record i are the rows first[i] .. first[i + 1] - 1.
    forms      the form of each name row.
    words      for each name the hashes of what its words mean; stems of their stems; numbers of its numbers.
    whole      for each record the hashes of all its names' words, its town and its country.
    labels     for each record the hashes of what its domains are called.
    callable   for each record the hashes of what a domain of its could be called: names joined, initials, acronyms.
    heads      for each name the hashes of its initials and of its acronym.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.records: list[Record] = []
        self.forms: list[Form] = []
        self.plain, self.sorted_words, self.joined = Texts(), Texts(), Texts()
        self.initials, self.acronyms = Texts(), Texts()
        self.han, self.brand = Texts(), Texts()
        self.label = Texts()
        self._kinds = Growing(np.int64)
        self._first, self._owner = Growing(np.int64), Growing(np.int64)
        self._first.extend([0])
        self._country, self._city = Growing(np.uint32), Growing(np.uint32)
        self.words, self.stems, self.numbers = Sets(), Sets(), Sets()
        self.whole, self.labels, self.callable, self.identifiers = Sets(), Sets(), Sets(), Sets()
        self.extend(records)

    def __len__(self) -> int:
        return len(self.records)

    @property
    def first(self) -> Ints:
        return self._first.array

    @property
    def owner(self) -> Ints:
        """For each name row the record it belongs to."""
        return self._owner.array

    @property
    def country(self) -> Hashes:
        """Hash of the country; 0 when unknown."""
        return self._country.array

    @property
    def city(self) -> Hashes:
        """Hash of the town in one spelling; 0 when unknown."""
        return self._city.array

    @property
    def kinds(self) -> Ints:
        """For each name the kinds of body it tells of, as bits."""
        return self._kinds.array

    def text(self, column: str) -> Texts:
        """A column of strings by its name."""
        texts: Texts = getattr(self, column)
        return texts

    def forms_of_row(self, row: int) -> list[Form]:
        """The forms of a record's names."""
        return self.forms[int(self.first[row]) : int(self.first[row + 1])]

    def extend(self, records: Iterable[Record]) -> None:
        """Append records."""
        new = list(records)
        forms = [forms_in(record) for record in new]
        base, start = len(self.records), len(self.forms)
        flat = [form for each in forms for form in each]
        self.records += new
        self.forms += flat
        self._first.extend(start + np.cumsum([len(each) for each in forms], dtype=np.int64))
        self._owner.extend(np.repeat(np.arange(base, base + len(new)), [len(each) for each in forms]))
        self._take_names(flat)
        self._take_records(new, forms)

    def _take_names(self, forms: list[Form]) -> None:
        self.plain.extend([form.plain for form in forms])
        self.sorted_words.extend([" ".join(sorted(form.words)) for form in forms])
        self.joined.extend([form.joined for form in forms])
        self.initials.extend([form.initials[0] if form.initials else "" for form in forms])
        self.acronyms.extend([form.acronym for form in forms])
        self.han.extend([form.han for form in forms])
        self.brand.extend(["".join(form.brand) for form in forms])
        self._kinds.extend([kinds_in(form.words) for form in forms])
        self.words.extend(form.words for form in forms)
        self.stems.extend(map(stem, form.words) for form in forms)
        self.numbers.extend(numbers_in(form) for form in forms)

    def _take_records(self, records: list[Record], forms: list[list[Form]]) -> None:
        towns = [place_of(record.city) if record.city else "" for record in records]
        self._country.extend([hashed(record.country) if record.country else 0 for record in records])
        self._city.extend([hashed(town) if town else 0 for town in towns])
        self.whole.extend(
            {word for form in own for word in form.words} | ({town} if town else set())
            for own, town in zip(forms, towns, strict=True)
        )
        labels = [[one for domain in sorted(record.domains) for one in labels_of(domain)] for record in records]
        self.label.extend([each[0] if each else "" for each in labels])
        self.labels.extend(labels)
        self.callable.extend({one for form in own for one in callable_as(form)} for own in forms)
        self.identifiers.extend(record.identifiers | {f"domain:{d}" for d in record.domains} for record in records)


def forms_in(record: Record) -> list[Form]:
    """The forms of a record's names, each once; one empty form for a record without a name to look at."""
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    for named in record.names[:MOST_NAMES]:
        for form in forms_of(named.text):
            if form.joined:
                found.setdefault((form.text, form.words), form)
    return list(found.values()) or [form_of("")]


_SECOND_LEVEL = frozenset("co com ac edu gov org net or go gob gouv gc nhs mil asso ne res nic uni".split())
_HOSTS = frozenset(
    "facebook linkedin twitter google wordpress github wixsite blogspot weebly wikipedia youtube".split()
)
_NO_NAME = frozenset("www www2 web home site sites en english portal main new old eng de fr cn jp".split())


@lru_cache(maxsize=100_000)
def labels_of(domain: str) -> tuple[str, ...]:
    """What a domain is called: its labels in letters and digits, the registered one first; hosts have none."""
    parts = ["".join(c for c in part if c.isalnum()) for part in domain.casefold().split(".")[:-1]]
    if len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts.pop()
    if not parts or parts[-1] in _HOSTS:
        return ()
    return tuple(part for part in reversed(parts[-3:]) if len(part) > 1 and part not in _NO_NAME)


def callable_as(form: Form) -> set[str]:
    """What the domain of a bearer of this name could be called."""
    known = {form.joined, form.acronym, *form.initials, "".join(form.brand)}
    if form.legal and form.legal.isascii():
        known.add(form.joined + form.legal.replace(" ", ""))
    return {one for one in known if 2 <= len(one) <= 40}


_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        ("first i premier premiere", "second ii deuxieme", "third iii troisieme", "fourth iv", "fifth", "sixth vi",
         "seventh vii", "eighth viii", "ninth ix", "tenth"), 1
    )
    for word in words.split()
}  # fmt: skip


def numbers_in(form: Form) -> set[str]:
    """The numbers a name holds, in digits."""
    found = {word.lstrip("0") or "0" for word in form.words if word.isdigit()}
    return found | {_NUMBER_WORDS[word] for word in form.words if word in _NUMBER_WORDS}
