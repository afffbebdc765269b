"""resolve: name-bearing records in, pairs with score and reasons out, and clusters obedient to judgements."""

from qiao.engines.resolve.compare import compare
from qiao.engines.resolve.model import MODEL_VERSION
from qiao.engines.resolve.record import Kind, Named, Record, Role
from qiao.engines.resolve.registry import Registry
from qiao.engines.resolve.result import Decision, Judged, Likeness, Linked, Match, Pair, Placed, Reason, Verdict

__all__ = [
    "MODEL_VERSION",
    "Decision",
    "Judged",
    "Kind",
    "Likeness",
    "Linked",
    "Match",
    "Named",
    "Pair",
    "Placed",
    "Reason",
    "Record",
    "Registry",
    "Role",
    "Verdict",
    "compare",
]
