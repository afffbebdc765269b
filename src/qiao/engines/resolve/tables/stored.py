"""A table compared with itself by way of DuckDB, for more rows than memory likes.

The rows stay with the caller. DuckDB holds all that grows out of them (counts, keys, pairs), within a limit of memory
and on disk beyond it; pairs come back as arrays, chunks of them have their rows folded again, and the functions that
score a table in memory score them. The outcome is the same to the last bit; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.cluster import Links
from qiao.engines.resolve.tables import statements
from qiao.engines.resolve.tables.candidates import CROWD, PARTNERS, Candidates, weights
from qiao.engines.resolve.tables.columns import Columns, Ints, Row, columns_of
from qiao.engines.resolve.tables.keys import keys_of
from qiao.engines.resolve.tables.measures import measured
from qiao.engines.resolve.tables.scorer import TableModel, scores
from qiao.engines.resolve.tables.tally import ROW_COUNTS, Tally, repeated_share

MEMORY = "1GB"
_CHUNK = 50_000
_BLOCK = 200_000


def has_duckdb() -> bool:
    """Whether DuckDB can be loaded."""
    try:
        import duckdb  # noqa: F401
    except ImportError:
        return False
    return True


def links_by_duckdb(rows: Sequence[Row], model: TableModel, step: Callable[[], None]) -> Links:
    """The candidate pairs of rows in the order given, and how likely each is one thing."""
    with TemporaryDirectory(prefix="qiao-dedupe-") as folder:
        store = _Store(Path(folder), rows)
        try:
            store.count()
            step()
            found = store.candidates()
            step()
            score = scores(model, store.measure, found, rows=len(rows), repeated=store.repeated())
            step()
        finally:
            store.close()
    return Links(found.left, found.right, score)


class _Store:
    def __init__(self, folder: Path, rows: Sequence[Row]) -> None:
        import duckdb

        # Nothing is ever downloaded: extensions neither install nor load themselves.
        self._base = duckdb.connect(
            str(folder / "rows.duckdb"),
            config={
                "threads": 1,
                "memory_limit": MEMORY,
                "temp_directory": str(folder / "spill"),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        )
        self._rows = rows
        self._words = np.zeros(0, np.uint64)
        self._borne = self._cities = np.zeros(0, np.int64)

    def close(self) -> None:
        self._base.close()

    def count(self) -> None:
        """Count words, names, letters, towns and addresses over all rows."""
        self._run(statements.TABLES)
        for start, columns in self._chunks():
            facts: dict[str, NDArray[Any]] = {name: columns.hashed(values) for name, values in _facts(columns).items()}
            facts["row"] = start + np.arange(len(columns))
            bearer, place = np.nonzero(columns.words[columns.name])
            bearing: dict[str, NDArray[Any]] = {"word": columns.hashes[columns.words[columns.name[bearer], place]]}
            bearing["city"] = facts["city"][bearer]
            self._put("facts", facts, statements.FACTS)
            self._put("bearing", bearing, "word, city")
        self._run(statements.COUNTS)
        words = self._fetch("SELECT word, borne, cities FROM words ORDER BY word")
        self._words, self._borne, self._cities = words["word"], words["borne"], words["cities"]

    def candidates(self) -> Candidates:
        """The pairs that share rare keys."""
        for start, columns in self._chunks():
            row, key = keys_of(columns, self._rarity(columns.hashes))
            self._put("entries", {"row": row + start, "key": key}, "row, key")
        sizes = np.arange(CROWD + 1)
        self._put("worth", {"size": sizes, "weight": weights(len(self._rows)).astype(np.int64)}, "size, weight")
        self._run(statements.NARROWED.format(crowd=CROWD))
        for begin in range(0, len(self._rows), _BLOCK):
            self._run(statements.PARTNERS.format(begin=begin, end=begin + _BLOCK, partners=PARTNERS))
        parts = [
            self._fetch(statements.PAIRS.format(begin=begin, end=begin + _BLOCK, partners=PARTNERS))
            for begin in range(0, max(len(self._rows), 1), _BLOCK)
        ]
        left, right, weight, first, second = (
            np.concatenate([part[name] for part in parts]) for name in ("one", "other", "weight", "first", "second")
        )
        places = np.column_stack((first, second)).astype(np.int8)
        return Candidates(left.astype(np.int64), right.astype(np.int64), weight.astype(np.int32), places)

    def measure(self, left: Ints, right: Ints) -> tuple[list[str], NDArray[np.float32]]:
        """What `measured` says of some pairs, from their rows alone and the counts over all."""
        wanted, inverse = np.unique(np.concatenate((left, right)), return_inverse=True)
        columns = columns_of([self._rows[at] for at in wanted.tolist()])
        given = {"row": wanted}
        counts = self._fetch("SELECT counts.* FROM counts JOIN given USING (row) ORDER BY row", given=given)
        tally = Tally(
            rows=len(self._rows),
            rarity=self._rarity(columns.hashes),
            word_cities=self._looked_up(columns.hashes, self._cities),
            **{name: counts[name].astype(np.int64) for name in ROW_COUNTS},
        )
        return measured(columns, tally, inverse[: len(left)], inverse[len(left) :])

    def repeated(self) -> float:
        twins = int(self._base.execute("SELECT count(*) FROM counts WHERE twins > 1").fetchall()[0][0])
        return repeated_share(twins, len(self._rows))

    def _rarity(self, hashes: NDArray[np.uint64]) -> NDArray[np.float64]:
        borne = self._looked_up(hashes, self._borne)
        rarity = np.log2((len(self._rows) + 1) / np.maximum(borne, 1))
        rarity[0] = 0.0
        return rarity

    def _looked_up(self, hashes: NDArray[np.uint64], values: Ints) -> Ints:
        if not len(self._words):
            return np.zeros(len(hashes), np.int64)
        at = np.minimum(np.searchsorted(self._words, hashes), len(self._words) - 1)
        return np.where(self._words[at] == hashes, values[at], 0).astype(np.int64)

    def _chunks(self) -> Iterator[tuple[int, Columns]]:
        for start in range(0, len(self._rows), _CHUNK):
            yield start, columns_of(self._rows[start : start + _CHUNK])

    def _put(self, table: str, arrays: dict[str, NDArray[Any]], names: str) -> None:
        self._base.execute(f"INSERT INTO {table} SELECT {names} FROM arrays")

    def _run(self, text: str) -> None:
        for statement in text.split(";"):
            if statement.strip():
                # An unfetched result would block the connection.
                self._base.execute(statement).fetchall()

    def _fetch(self, text: str, *, given: dict[str, NDArray[Any]] | None = None) -> dict[str, NDArray[Any]]:
        found: dict[str, NDArray[Any]] = self._base.execute(text).fetchnumpy()
        return {name: np.ma.getdata(values) for name, values in found.items()}


def _facts(columns: Columns) -> dict[str, NDArray[Any]]:
    return {
        "joined": columns.joined[columns.name],
        "initial": columns.initials[columns.name, 0],
        "acronym": columns.acronym[columns.name],
        "country": columns.country,
        "city": columns.city,
        "link": columns.link,
        "domain": columns.domain,
        "site": columns.site,
    }
