"""The recipe of the scorer of tables: python -m benchmarks.resolve.train.dedupe ROR.jsonl.gz COMPANIES.csv.gz

Tables of five thousand to a hundred thousand rows, of real names, of real names written otherwise, of invented ones
and of both together, so that the scorer learns what a table's own counts mean at any size. Organisations of the
first stage, of the second, of the calibration and of the measuring are four disjoint parts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

from benchmarks.resolve.scale.organisations import Organisation, invented
from benchmarks.resolve.scale.table import Filled, Table, from_names, load_ror, with_duplicates
from benchmarks.resolve.train.companies import load_cases, load_companies
from benchmarks.resolve.train.split import part_of
from qiao.engines.resolve.tables.candidates import Candidates, candidates, narrowed
from qiao.engines.resolve.tables.columns import Columns, columns_of
from qiao.engines.resolve.tables.keys import keys_of
from qiao.engines.resolve.tables.measures import measured
from qiao.engines.resolve.tables.rivals import rivalry, standing
from qiao.engines.resolve.tables.scorer import (
    CHUNK,
    ORIGINAL,
    REPEATING,
    Curve,
    first_stage,
    second_measures,
    trees_from,
    with_standing,
)
from qiao.engines.resolve.tables.tally import Tally, repeated_share, tally_of

DATA = Path("src/qiao/engines/resolve/data")
PRECISION = 0.987
"""Expected of joined pairs, so that of all pairs within clusters, those joined by way of others too, .98 are right."""
_COMMON = {
    "objective": "binary", "verbose": -1, "num_threads": 1, "seed": 3, "deterministic": True, "force_col_wise": True,
    "max_bin": 127, "feature_fraction": 0.6, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0,
}  # fmt: skip
FIRST = _COMMON | {"num_leaves": 31, "learning_rate": 0.1, "min_child_samples": 80}
SECOND = _COMMON | {"num_leaves": 15, "learning_rate": 0.07, "min_child_samples": 120}
ROUNDS = (280, 160)
NEGATIVES = 0.35
"""Of the wrong pairs so many are learned from, each counting for the others."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table with its candidate pairs and which of them are right."""

    table: Table
    columns: Columns
    tally: Tally
    found: Candidates
    right: NDArray[np.bool_]

    def measure(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> tuple[list[str], NDArray[np.float32]]:
        return measured(self.columns, self.tally, left, right)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("ror", type=Path)
    parser.add_argument("companies", type=Path)
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args(arguments)
    source = parts(options.ror, options.companies)
    first = train_first(tables(source["first"], seed=100))
    second = train_second(first, tables(source["second"], seed=200))
    save(options.out, first, second, calibrate(first, second, tables(source["calibrate"], seed=300)))
    return 0


def parts(ror: Path, companies: Path) -> dict[str, dict[str, list[Organisation]]]:
    """Organisations for "first", "second", "calibrate" and "held": research bodies and companies apart."""
    split: dict[str, dict[str, list[Organisation]]] = {
        part: {"ror": [], "firms": []} for part in ("first", "second", "calibrate", "held")
    }
    for kind, named in (("ror", load_ror(ror)), ("firms", load_companies(companies)), ("firms", load_cases())):
        for identity, each in named:
            split[stage_of(identity)][kind].append(each)
    return split


def stage_of(identity: str) -> str:
    """The training part is split once more, 60 to 40, between the two stages."""
    part = part_of(identity)
    if part != "train":
        return part
    return "first" if int(sha1(f"stage {identity}".encode()).hexdigest()[:8], 16) % 10 < 6 else "second"


def tables(source: dict[str, list[Organisation]], *, seed: int) -> Iterator[Found]:
    """Tables of one part, each of its own size and its own gaps."""
    rng = random.Random(seed)
    ror, firms = source["ror"], source["firms"]
    for share, city, link in ((0.15, 0.5, 0.5), (0.4, 0.5, 0.2), (1.0, 0.5, 0.35), (1.0, 0.3, 0.0), (0.7, 0.9, 0.8)):
        some = rng.sample(ror, int(share * len(ror)))
        yield prepare(from_names(some, seed=rng.randrange(1 << 30), filled=Filled(city=city, link=link)))
    for share, city, link in ((0.3, 0.5, 0.3), (0.8, 0.4, 0.1)):
        some = rng.sample(ror, int(share * len(ror))) + firms
        yield prepare(with_duplicates(some, seed=rng.randrange(1 << 30), filled=Filled(city=city, link=link)))
    for count, city, link in ((4_000, 0.5, 0.3), (15_000, 0.3, 0.5), (60_000, 0.5, 0.2)):
        some = list(invented(count, seed=rng.randrange(1 << 30)))
        yield prepare(with_duplicates(some, seed=rng.randrange(1 << 30), filled=Filled(city=city, link=link)))
    some = ror + firms + list(invented(20_000, seed=rng.randrange(1 << 30)))
    yield prepare(from_names(some, seed=rng.randrange(1 << 30), filled=Filled(city=0.5, link=0.3)))


def prepare(table: Table) -> Found:
    columns = columns_of(table.rows)
    tally = tally_of(columns)
    row, key = keys_of(columns, tally.rarity)
    keys = narrowed(row, key, columns.hashed(columns.country), columns.hashed(columns.city))
    found = candidates(keys, len(columns))
    return Found(table, columns, tally, found, table.truth[found.left] == table.truth[found.right])


def train_first(given: Iterator[Found]) -> str:
    parts, right, names = [], [], []
    draw = np.random.default_rng(7)
    for each in given:
        stand = standing(each.found, len(each.columns))
        for start in range(0, len(each.right), CHUNK):
            part = slice(start, start + CHUNK)
            names, matrix = each.measure(each.found.left[part], each.found.right[part])
            kept = each.right[part] | (draw.random(len(matrix)) < NEGATIVES)
            parts.append(with_standing(matrix, stand, part)[kept])
            right.append(each.right[part][kept])
        names = [*names, *stand]
        print(len(each.table.rows), "rows,", len(each.right), "pairs", flush=True)
    true = np.concatenate(right)
    return _train(FIRST, ROUNDS[0], np.concatenate(parts), true, names, np.where(true, 1.0, 1 / NEGATIVES))


def train_second(first: str, given: Iterator[Found]) -> str:
    parts, right = [], []
    trees = trees_from(first)
    for each in given:
        seen, score = first_stage(trees, each.measure, each.found, len(each.columns))
        rivals = rivalry(each.found, score, len(each.columns))
        parts.append(second_measures(seen, rivals, slice(None)))
        right.append(each.right)
    return _train(SECOND, ROUNDS[1], np.concatenate(parts), np.concatenate(right))


def calibrate(first: str, second: str, given: Iterator[Found]) -> dict[str, Curve]:
    """The calibration in tables of original names and in tables that repeat them; within each, tables count alike."""
    families: dict[str, list[tuple[NDArray[np.float64], NDArray[np.bool_]]]] = {"original": [], "repeating": []}
    one, two = trees_from(first), trees_from(second)
    for each in given:
        seen, score = first_stage(one, each.measure, each.found, len(each.columns))
        rivals = rivalry(each.found, score, len(each.columns))
        repeated = repeated_share(int((each.tally.twins > 1).sum()), len(each.columns))
        family = "repeating" if repeated > (ORIGINAL + REPEATING) / 2 else "original"
        families[family].append((two(second_measures(seen, rivals, slice(None))), each.right))
        print(f"{len(each.columns)} rows, {repeated:.3f} repeated, {family}", flush=True)
    return {family: _family(found) for family, found in families.items()}


def _family(found: list[tuple[NDArray[np.float64], NDArray[np.bool_]]]) -> Curve:
    said, right = (np.concatenate(each) for each in zip(*found, strict=True))
    weight = np.concatenate([np.full(len(right), 1 / max(int(right.sum()), 1)) for _, right in found])
    return Curve(*rising(said, right.astype(float), weight))


def rising(
    said: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64], *, bins: int = 400
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Isotonic regression over bins of equal weight of right pairs; knots for linear interpolation."""
    order = np.argsort(said)
    said, right, weight = said[order], right[order], weight[order]
    filled = np.cumsum(weight * right)
    edge = np.minimum((filled / filled[-1] * bins).astype(int), bins - 1)
    start = np.flatnonzero(np.r_[True, edge[1:] != edge[:-1]])
    mass = np.add.reduceat(weight, start)
    x, y = np.add.reduceat(weight * said, start) / mass, np.add.reduceat(weight * right, start) / mass
    x, y = _pooled(x, y, mass)
    return np.r_[0.0, x, 1.0], np.r_[0.0, y, min(1.0, y[-1] + (1 - y[-1]) / 2)]


def _pooled(
    x: NDArray[np.float64], y: NDArray[np.float64], mass: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    blocks: list[list[float]] = []
    for each in zip(x.tolist(), y.tolist(), mass.tolist(), strict=True):
        blocks.append([each[0], each[1], each[2]])
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            right, left = blocks.pop(), blocks.pop()
            total = left[2] + right[2]
            blocks.append(
                [(a * left[2] + b * right[2]) / total for a, b in zip(left[:2], right[:2], strict=True)] + [total]
            )
    return np.array([block[0] for block in blocks]), np.array([block[1] for block in blocks])


def save(out: Path, first: str, second: str, curves: dict[str, Curve]) -> None:
    for name, text in (("first", first), ("second", second)):
        (out / f"dedupe_{name}.txt.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    about: dict[str, object] = {
        "about": "Calibration of the scorer of tables; trained on ROR (CC0), company names (MIT) and invented names.",
        "precision": PRECISION,
    }
    for family, curve in curves.items():
        about[family] = {name: [round(float(x), 6) for x in getattr(curve, name)] for name in ("said", "meant")}
    (out / "dedupe.json").write_text(json.dumps(about) + "\n", encoding="utf-8")


def _train(
    settings: dict[str, object],
    rounds: int,
    matrix: NDArray[np.float32],
    right: NDArray[np.bool_],
    names: list[str] | None = None,
    weight: NDArray[np.float64] | None = None,
) -> str:
    data = lightgbm.Dataset(matrix, right.astype(np.int8), weight=weight, feature_name=names or "auto")
    booster = lightgbm.train(settings, data, rounds)
    text: str = booster.model_to_string()
    return text


if __name__ == "__main__":
    raise SystemExit(main())
