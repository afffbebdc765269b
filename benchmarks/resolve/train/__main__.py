"""Rebuild the lexicon, the spellings, the background and the model from the open data.

In this order, each in a process of its own, for lists are read once and kept:

python -m benchmarks.resolve.train ../shared/data --words      the lexicon and the spellings
python -m benchmarks.resolve.train ../shared/data --counts     how rare words are
python -m benchmarks.resolve.train ../shared/data              the model; with --held also measured
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.resolve.train import background, lexicon, sounds
from benchmarks.resolve.train.fit import fit
from benchmarks.resolve.train.material import Material, companies, joined, material, organisations, questions_of
from benchmarks.resolve.train.measure import line, measured
from benchmarks.resolve.train.split import part_of
from qiao.engines.resolve.model import MODEL_VERSION, load_model

DATA = Path(__file__).parents[3] / "src" / "qiao" / "engines" / "resolve" / "data"
_SEEDS = {"train": 1, "calibrate": 3, "held": 4}
_FIRST_STAGE = 0.62
"""The share of training questions the first stage learns from; the second learns from the others."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    ror, firms = organisations(options.data), companies()
    if options.words:
        print(lexicon.learn([one for one in ror if part_of(one["id"]) == "train"], DATA / "lexicon.csv"), "words")
        print(sounds.learn(options.data, DATA / "sounds.tsv"))
        return 0
    if options.counts:
        print(background.count(ror + firms, DATA))
        return 0
    train = joined(material(q, seed=1) for q in questions_of("train", ror, firms, _SEEDS["train"]))
    calibrate = [material(q, seed=3) for q in questions_of("calibrate", ror, firms, _SEEDS["calibrate"])]
    target = options.model or DATA / "model.json.gz"
    print(fit(*halves(train), joined(calibrate), target, version=options.version))
    if options.held:
        model = load_model(target)
        held = [material(q, seed=4, plain=True) for q in questions_of("held", ror, firms, _SEEDS["held"])]
        titles = {"organisations": held[:1], "Han, Latin registry": held[1:2], "small registries": held[2:8]}
        for title, parts in {**titles, "companies": held[8:]}.items():
            print(line(title, measured(model, joined(parts))))
    return 0


def halves(asked: Material) -> tuple[Material, Material]:
    """Questions for the first stage and for the second."""
    first = np.random.default_rng(0).random(len(asked.starts)) < _FIRST_STAGE
    return _taken(asked, first), _taken(asked, ~first)


def _taken(asked: Material, chosen: np.ndarray) -> Material:
    sizes = np.diff(np.append(asked.starts, len(asked.values)))
    rows = np.repeat(chosen, sizes)
    starts = np.concatenate([[0], np.cumsum(sizes[chosen])[:-1]])
    kinds = [kind for kind, take in zip(asked.kinds, chosen.tolist(), strict=True) if take]
    return Material(asked.values[rows], asked.right[rows], starts, asked.reachable[chosen], kinds)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve.train", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of open data")
    parser.add_argument("--words", action="store_true", help="learn the lexicon and the spellings only")
    parser.add_argument("--counts", action="store_true", help="count how rare words are only")
    parser.add_argument("--model", type=Path, help="write the model here instead of into the engine")
    parser.add_argument("--version", default=MODEL_VERSION, help="the version written into the model")
    parser.add_argument("--held", action="store_true", help="measure on the held organisations, rarely")
    return parser


if __name__ == "__main__":
    sys.exit(main())
