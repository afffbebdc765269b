"""Splink 5 on DuckDB, trained on the tables themselves: u by random sampling, m by expectation maximisation."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress

import duckdb
import pyarrow
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI
from splink.internals.exceptions import EMTrainingException
from splink.internals.splink_dataframe import SplinkDataFrame

from benchmarks.resolve.cases.questions import Questions
from benchmarks.resolve.peers.answer import Best
from benchmarks.resolve.peers.columns import COLUMNS, Row

SEED = 7
_SAMPLE_PAIRS = 1e6


def link(questions: Questions, columns: str) -> Best:
    """The record with the highest match weight for each query; the registry has one row for each name."""
    row = COLUMNS[columns]
    registry = [
        row(f"{one['id']}|{n}", name[0], one["country"], one["city"])
        for one in questions.registry
        for n, name in enumerate(one["names"])
    ]
    queries = [row(q["qid"], q["name"], q["country"], q["city"]) for q in questions.queries]
    found = _predicted([queries, registry], "link_only", is_folded=columns != "plain")
    sql = f"""select unique_id_l, unique_id_r, match_weight from {found.physical_name}"""
    best: Best = {}
    for one, other, weight in _connection(found).execute(sql).fetchall():
        qid, record = (one, other) if one.startswith("q-") else (other, one)
        if qid not in best or weight > best[qid][1]:
            best[qid] = (record.rpartition("|")[0], weight)
    return best


def pairs(rows: Sequence[dict[str, object]], columns: str) -> list[tuple[int, int, float]]:
    """Pairs of rows with their match weight."""
    row = COLUMNS[columns]
    table = [row(str(r["rid"]), str(r["name"]), str(r["country"]), r["city"] and str(r["city"])) for r in rows]
    found = _predicted([table], "dedupe_only", is_folded=columns != "plain")
    sql = f"select unique_id_l, unique_id_r, match_weight from {found.physical_name}"
    return [(int(a), int(b), weight) for a, b, weight in _connection(found).execute(sql).fetchall()]


def _predicted(tables: list[list[Row]], kind: str, *, is_folded: bool) -> SplinkDataFrame:
    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection=duckdb.connect())
    given = [
        api.register(pyarrow.Table.from_pylist(table, schema=_SCHEMA), table_name=f"t{n}")
        for n, table in enumerate(tables)
    ]
    blocking = [
        block_on("country", "start"),
        block_on("country", "longest"),
        block_on("country", "city", "substr(name, 1, 1)"),
        *([block_on("country", "initials"), block_on("country", "substr(han, 1, 2)")] if is_folded else []),
    ]
    comparisons = [
        cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.75]).configure(term_frequency_adjustments=True),
        cl.ArrayIntersectAtSizes("words", [4, 3, 2, 1]),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        *([cl.ExactMatch("initials"), cl.JaroWinklerAtThresholds("han", [0.9, 0.7])] if is_folded else []),
    ]
    settings = SettingsCreator(
        link_type=kind,
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=blocking,
        retain_matching_columns=False,
        # No name stands twice here, so the share of matches cannot be estimated from equal names; it is told instead.
        probability_two_random_records_match=1 / max(map(len, tables)),
    )
    linker = Linker(given if len(given) > 1 else given[0], settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=_SAMPLE_PAIRS, seed=SEED)
    for rule in (block_on("country", "longest"), block_on("country", "city", "start")):
        # A rule under which hardly any pair falls (Han asked of Latin) teaches nothing; the defaults stay then.
        with suppress(ValueError, EMTrainingException):
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
    return linker.inference.predict()


def _connection(found: SplinkDataFrame) -> duckdb.DuckDBPyConnection:
    return found.db_api._con


_SCHEMA = pyarrow.schema(
    [
        (name, pyarrow.list_(pyarrow.string()) if name == "words" else pyarrow.string())
        for name in ("unique_id", "country", "city", "name", "words", "start", "longest", "initials", "han")
    ]
)
