"""Plain text and Markdown: decoded, nothing else, so that offsets are those of the file."""

from __future__ import annotations

from qiao.engines.documents.characters import control_share
from qiao.engines.documents.draft import Draft
from qiao.engines.documents.encodings import decode
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.kinds import PLAIN, SUFFIXES, suffix_kind
from qiao.engines.documents.result import MediaKind

_MOST_CONTROLS = 0.05


def read_plain(data: bytes, name: str, kind: MediaKind, declared: str = "") -> Draft:
    """The decoded text, one block. Raises UnreadableDocument when the bytes are no text."""
    decoded = decode(data, declared)
    if not decoded.encoding.startswith(("utf-16", "utf-32")) and control_share(data) > _MOST_CONTROLS:
        _refuse_binary(name)
    draft = Draft(kind=kind, read_with=decoded.encoding, warnings=list(decoded.warnings))
    draft.add(decoded.text)
    return draft


def _refuse_binary(name: str) -> None:
    named = suffix_kind(name)
    if named is None or named in PLAIN or named in {MediaKind.HTML, MediaKind.MAIL}:
        raise UnreadableDocument(Trouble.BINARY, name=name, found="bytes that are no characters")
    suffix = next(suffix for suffix, kind in SUFFIXES.items() if name.lower().endswith(suffix) and kind is named)
    raise UnreadableDocument(
        Trouble.BROKEN, name=name, expected=f"a {suffix[1:]} file", found="bytes without its marks"
    )
