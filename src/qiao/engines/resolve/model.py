"""The trained model: two stages of trees, a calibration, thresholds."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.comparisons import NAMES
from qiao.engines.resolve.context import CONTEXT
from qiao.engines.resolve.trees import Trees

_LARGEST = 50_000_000


class MalformedModel(ValueError):
    """A file that is not a model of ours."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A rising line from raw scores to probabilities, straight between its points."""

    scores: tuple[float, ...]
    chances: tuple[float, ...]

    def __call__(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.interp(scores, self.scores, self.chances)


@dataclass(frozen=True, slots=True)
class Model:
    """What turns comparisons into probabilities.

    alone, alone_curve      of a pair looked at by itself.
    among, among_curve      of a candidate among its rivals.
    same, ask               probabilities from which a candidate among rivals is taken unasked, or shown to a person.
    same_alone, ask_alone   the same for a pair looked at by itself.
    """

    version: str
    alone: Trees
    among: Trees
    alone_curve: Curve
    among_curve: Curve
    same: float
    ask: float
    same_alone: float
    ask_alone: float


def load_model(path: Path | None = None) -> Model:
    """The shipped model, or one from a file. Raises MalformedModel or OSError."""
    return _shipped() if path is None else read_model(path.read_bytes(), str(path))


@cache
def _shipped() -> Model:
    source = files("qiao.engines.resolve") / "data" / "model.json.gz"
    return read_model(source.read_bytes(), "the shipped model")


def read_model(raw: bytes, shown: str) -> Model:
    """A model from the bytes of its file. Raises MalformedModel."""
    try:
        text = gzip.GzipFile(fileobj=BytesIO(raw)).read(_LARGEST) if raw[:2] == b"\x1f\x8b" else raw
        held = json.loads(text)
        read = [NAMES.index(name) for name in held["comparisons"]]
        read_among = [*range(len(CONTEXT)), *(len(CONTEXT) + at for at in read)]
        return Model(
            version=str(held["version"]),
            alone=Trees(held["alone"], read),
            among=Trees(held["among"], read_among),
            alone_curve=Curve(*(tuple(map(float, part)) for part in held["alone_curve"])),
            among_curve=Curve(*(tuple(map(float, part)) for part in held["among_curve"])),
            **{key: float(held[key]) for key in ("same", "ask", "same_alone", "ask_alone")},
        )
    except (KeyError, TypeError, ValueError, OSError, EOFError, RecursionError) as error:
        raise MalformedModel(
            f"{shown}: expected a model written by benchmarks.resolve.train, found something else."
        ) from error
