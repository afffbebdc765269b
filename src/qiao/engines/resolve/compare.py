"""Two records compared."""

from __future__ import annotations

from qiao.engines.resolve.record import Record
from qiao.engines.resolve.result import Decision, Likeness, Reason
from qiao.engines.text.names import fold


def compare(left: Record, right: Record) -> Likeness:
    """How likely two records of one kind are one thing."""
    shared = {fold(n.text): n.text for n in left.names}.keys() & {fold(n.text) for n in right.names}
    if left.kind == right.kind and shared:
        return Likeness(0.99, Decision.SAME, (Reason("same_name", 4.0, (min(shared),)),))
    return Likeness(0.0, Decision.DISTINCT, ())
