"""A table by way of DuckDB is the table in memory, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from qiao.engines.resolve.tables import stored
from qiao.engines.resolve.tables.memory import links_in_memory
from qiao.engines.resolve.tables.scorer import shipped
from qiao.engines.resolve.tables.stored import links_by_duckdb
from tests.engines.resolve.tables.rows import some_rows

pytest.importorskip("duckdb")


@pytest.mark.parametrize(("rows", "chunk", "block"), [(0, 5, 5), (1, 5, 5), (700, 130, 90), (1500, 50_000, 200_000)])
def test_duckdb_and_memory_agree_exactly(rows: int, chunk: int, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "_CHUNK", chunk)
    monkeypatch.setattr(stored, "_BLOCK", block)
    table = some_rows(rows, seed=rows)
    steps: list[None] = []
    one = links_in_memory(table, shipped(), lambda: steps.append(None))
    other = links_by_duckdb(table, shipped(), lambda: steps.append(None))
    assert np.array_equal(one.left, other.left)
    assert np.array_equal(one.right, other.right)
    assert np.array_equal(one.score, other.score)
    assert len(steps) == 6
    assert rows < 100 or len(one) > rows


def test_no_extension_is_ever_loaded(tmp_path: object) -> None:
    store = stored._Store(__import__("pathlib").Path(str(tmp_path)), [])
    settings = dict(
        store._base.execute(
            "SELECT name, value FROM duckdb_settings() WHERE name IN "
            "('autoinstall_known_extensions', 'autoload_known_extensions', 'threads')"
        ).fetchall()
    )
    store.close()
    assert settings == {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "threads": "1"}
