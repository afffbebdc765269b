"""All the names of one record, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from qiao.engines.resolve.persons.han import HanName, read_han
from qiao.engines.resolve.persons.latin import LatinName, read_latin
from qiao.engines.resolve.record import Named, Record

LONGEST_NAME = 120
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Written:
    """The Han and the Latin names of one person; a text with both ("韩杨 Han Yang") gives one of each."""

    han: tuple[HanName, ...]
    latin: tuple[LatinName, ...]


def names_of(record: Record) -> Written:
    """The names of a record. Names beyond the twelfth and letters beyond the 120th are not read."""
    return _read(record.names[:MOST_NAMES])


@lru_cache(maxsize=4096)
def _read(names: tuple[Named, ...]) -> Written:
    texts = [(name.text[:LONGEST_NAME], name.language) for name in names]
    han = (read_han(text) for text, _ in texts)
    latin = (one for text, language in texts for one in read_latin(text, language))
    return Written(tuple(dict.fromkeys(name for name in han if name)), tuple(dict.fromkeys(latin)))
