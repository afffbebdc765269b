"""Unpack every entry of an office file once, counting, before a parser trusts it."""

from __future__ import annotations

import zipfile
import zlib

from qiao.engines.documents.containers import opened_zip
from qiao.engines.documents.errors import Trouble, UnreadableDocument, said_size

_CHUNK = 1 << 18
_ENTITY_MARKS = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_OVERLAP = max(map(len, _ENTITY_MARKS)) - 1
_MOST_ENTRIES = 50_000


class Allowance:
    """How many bytes may still be unpacked, shared by a message and all of its attachments."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.left = limit

    def spend(self, count: int, name: str) -> None:
        """Raises UnreadableDocument when the allowance is used up."""
        self.left -= count
        if self.left < 0:
            raise _too_much(name, self.limit - self.left, self.limit)


def check_container(data: bytes, name: str, allowance: Allowance) -> None:
    """Refuse a zip file that lies about its sizes, unfolds beyond the allowance or defines XML entities.

    Raises    UnreadableDocument: inflates_too_much, entities or broken.
    """
    archive = opened_zip(data, name)
    entries = archive.infolist()
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES:
        raise UnreadableDocument(
            Trouble.INFLATES_TOO_MUCH, name=name, found=f"{len(entries)} entries", expected=_MOST_ENTRIES
        )
    if declared > allowance.left:
        raise _too_much(name, declared, allowance.limit)
    for entry in entries:
        try:
            _inflate(archive, entry, name, allowance)
        # A damaged entry fails in as many ways as there are fields in its header.
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, LookupError,
                NotImplementedError, RuntimeError) as error:  # fmt: skip
            raise UnreadableDocument(
                Trouble.BROKEN,
                name=name,
                expected="whole entries",
                found=f"a damaged {entry.filename} ({error})",
            ) from error


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, allowance: Allowance) -> None:
    is_xml = entry.filename.lower().endswith((".xml", ".rels"))
    tail = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            allowance.spend(len(chunk), name)
            if is_xml and any(mark in tail + chunk for mark in _ENTITY_MARKS):
                raise UnreadableDocument(Trouble.ENTITIES, name=name)
            tail = chunk[-_OVERLAP:]


def _too_much(name: str, found: int, limit: int) -> UnreadableDocument:
    return UnreadableDocument(
        Trouble.INFLATES_TOO_MUCH, name=name, found=f"at least {said_size(found)}", expected=said_size(limit)
    )
