"""A quiet HiGHS: one thread, nothing on standard output."""

from __future__ import annotations

import highspy


def maximising() -> highspy.Highs:
    """An empty programme to be maximised."""
    programme = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor has no types
    programme.setOptionValue("output_flag", False)
    programme.setOptionValue("threads", 1)
    programme.changeObjectiveSense(highspy.ObjSense.kMaximize)
    return programme
