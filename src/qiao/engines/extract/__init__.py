"""Read a report into facts with exact places in its text. Offline: no model, no network, no clock."""

from qiao.engines.extract.extract import extract, warm
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, Post, RelationKind

__all__ = ["Attributes", "Fact", "FactType", "Modality", "Post", "Reading", "RelationKind", "extract", "warm"]
