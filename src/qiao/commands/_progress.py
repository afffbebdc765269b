"""A bar on standard error while a command works, only when a person is looking."""

from __future__ import annotations

import sys
from typing import TextIO

_CELLS = 30


class Progress:
    """Counts steps of a known total; silent unless wanted and the stream is a terminal."""

    def __init__(self, total: int, *, wanted: bool, stream: TextIO | None = None) -> None:
        self.total = total
        self.done = 0
        self._stream = stream or sys.stderr
        self._shown = wanted and self._stream.isatty()

    def show(self, label: str = "") -> None:
        if self._shown:
            filled = _CELLS * self.done // max(self.total, 1)
            bar = "#" * filled + "." * (_CELLS - filled)
            self._stream.write(f"\r\x1b[K[{bar}] {self.done}/{self.total} {label[:40]}")
            self._stream.flush()

    def step(self) -> None:
        self.done += 1
        self.show()

    def clear(self) -> None:
        """Make room for a sentence, or leave the terminal clean."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
