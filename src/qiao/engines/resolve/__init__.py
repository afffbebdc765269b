"""resolve: name-bearing records in, pairs with score and reasons out, and clusters obedient to judgements.

What compares comes with the first comparison: a server at rest needs none of its 25 MB.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from qiao.engines.resolve.record import Kind, Named, Record, Role
from qiao.engines.resolve.result import Decision, Judged, Likeness, Linked, Match, Pair, Placed, Reason, Verdict
from qiao.engines.resolve.version import MODEL_VERSION

if TYPE_CHECKING:
    from qiao.engines.resolve.one_pair import compare
    from qiao.engines.resolve.registry import Registry

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

_LATER = {"compare": "qiao.engines.resolve.one_pair", "Registry": "qiao.engines.resolve.registry"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(_LATER[name]), name)
    return found
