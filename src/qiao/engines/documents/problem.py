"""What the reader of documents may spend on one file."""

from __future__ import annotations

from dataclasses import dataclass, fields

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; every value is > 0.

    file_bytes       size of the file as it was given.
    inflated_bytes   what its packed parts may unfold to, attachments included.
    memory_bytes     address space of the process that parses it.
    cpu_seconds      processor time of that process.
    wall_seconds     time after which the caller stops waiting.
    characters       length of the text it may give.
    depth            how many messages may lie one inside another.
    attachments      how many attachments of one message are read.
    """

    file_bytes: int = 200 * MEBIBYTE
    inflated_bytes: int = 512 * MEBIBYTE
    memory_bytes: int = 3072 * MEBIBYTE
    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    characters: int = 200_000_000
    depth: int = 5
    attachments: int = 100

    def __post_init__(self) -> None:
        for entry in fields(self):
            if getattr(self, entry.name) <= 0:
                raise ValueError(f"Expected {entry.name} above 0, found {getattr(self, entry.name)}.")
