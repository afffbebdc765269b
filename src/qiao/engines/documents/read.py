"""The front door: bytes of a file and its name in, its source text out."""

from __future__ import annotations

from pathlib import Path

from qiao.engines.documents.draft import settled
from qiao.engines.documents.errors import Trouble, UnreadableDocument, said_size
from qiao.engines.documents.kinds import PLAIN, is_container, kind_of
from qiao.engines.documents.parse import Parser
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText
from qiao.engines.documents.sandbox import read_in_child

_DEFAULT = Limits()


def read_document(data: bytes, name: str, limits: Limits = _DEFAULT) -> SourceText:
    """Read one file of any kind into its source text.

    name      the name of the file: shown in sentences, and its suffix hints at the kind.
    Returns   the text with places, warnings, title and stated day of publication.
    Raises    UnreadableDocument, and nothing else, for a file that gives no text or exceeds the limits.

    Plain text is decoded here. All else is parsed in a process of its own that is stopped at the limits.
    """
    if not data:
        raise UnreadableDocument(Trouble.EMPTY, name=name)
    refuse_size(len(data), name, limits)
    if is_container(data) or kind_of(data, name) not in PLAIN:
        return read_in_child(data, name, limits)
    return settled(Parser.within(limits).parse(data, name), name, limits.characters)


def read_path(path: Path, limits: Limits = _DEFAULT) -> SourceText:
    """Read a file from disk; its size is asked before its content. Raises UnreadableDocument or OSError."""
    with path.open("rb") as stream:
        size = path.stat().st_size
        refuse_size(size, path.name, limits)
        # Files that grow and devices without a size are cut here and then refused.
        data = stream.read(limits.file_bytes + 1)
    return read_document(data, path.name, limits)


def refuse_size(size: int, name: str, limits: Limits) -> None:
    """Raises UnreadableDocument when a file is larger than the limit."""
    if size > limits.file_bytes:
        raise UnreadableDocument(
            Trouble.TOO_LARGE, name=name, found=said_size(size), expected=said_size(limits.file_bytes)
        )
