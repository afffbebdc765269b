"""What the days of two events say about their being one."""

from __future__ import annotations

from qiao.engines.resolve.record import Kind, Record

_SAME = 1.5
_OTHER = -4.0
"""In log odds, set by hand: a fair is held again under its name on other days, and rarely twice on one."""


def days_add(left: Record, right: Record) -> float:
    """What shared or different days add to the log odds of two events; 0 when one has none, or is no event."""
    if left.kind != Kind.EVENT or not left.days or not right.days:
        return 0.0
    return _SAME if left.days & right.days else _OTHER
