"""Read files of any kind into source texts with places, within limits of time and memory."""

from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.read import read_document, read_path
from qiao.engines.documents.result import Anchor, MediaKind, Place, SourceText, Step, Unit, Warn, WarnCode
from qiao.engines.documents.sentences import place_words, warning_sentence

__all__ = [
    "Anchor",
    "Limits",
    "MediaKind",
    "Place",
    "SourceText",
    "Step",
    "Trouble",
    "Unit",
    "UnreadableDocument",
    "Warn",
    "WarnCode",
    "place_words",
    "read_document",
    "read_path",
    "warning_sentence",
]
