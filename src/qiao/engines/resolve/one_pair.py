"""Two records compared."""

from __future__ import annotations

import numpy as np

from qiao.engines.resolve.attribution import Ground, attributed
from qiao.engines.resolve.columns import Columns
from qiao.engines.resolve.comparisons import features
from qiao.engines.resolve.days import days_add
from qiao.engines.resolve.model import Model, load_model
from qiao.engines.resolve.reasons import reasons_for
from qiao.engines.resolve.record import Kind, Record
from qiao.engines.resolve.result import Decision, Likeness
from qiao.engines.resolve.side import Side, Weighing

_NONE = Columns()


def compare(left: Record, right: Record, *, model: Model | None = None) -> Likeness:
    """How likely two records of one kind are one thing; records of two kinds never are.

    Looks at the two alone: whether a third fits as well is only seen by a `Registry`.
    """
    if left.kind != right.kind:
        return Likeness(0.0, Decision.DISTINCT, ())
    if left.kind == Kind.PERSON:
        return _persons(left, right)
    used = model or load_model()
    weighing = Weighing.of(_NONE)
    one = np.zeros(1, np.int64)
    values = features(Side(Columns([left]), weighing), Side(Columns([right]), weighing), one, one)
    score = float(used.alone_curve(used.alone(values) + days_add(left, right))[0])
    added = dict(zip(Ground, attributed(used.alone, values)[0].tolist(), strict=True))
    return Likeness(score, _decision(score, left.kind, used), reasons_for(left, right, added))


def _decision(score: float, kind: Kind, model: Model) -> Decision:
    # Events and stations share their names with their sisters: a person looks at each.
    if score >= model.same_alone and kind == Kind.ORGANISATION:
        return Decision.SAME
    return Decision.ASK if score >= model.ask_alone else Decision.DISTINCT


def _persons(left: Record, right: Record) -> Likeness:
    from qiao.engines.resolve import persons

    return persons.compare(left, right)
