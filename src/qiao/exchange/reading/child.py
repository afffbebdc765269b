"""The laying process: `python -m qiao.exchange.reading.child` lays one file out as rows under the limits it is told.

Standard input: a line of JSON (path, name, out, rows, columns, parsing).
Standard output: one JSON object, either `{"table": …}` or `{"error": …}`; the rows go into the file `out`, one JSON
array a line: the number of the row, then its cells.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from qiao.engines.documents.child import bind
from qiao.engines.documents.errors import Trouble, UnreadableDocument, said_size
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.read import refuse_size
from qiao.exchange.reading.errors import UnreadableTable
from qiao.exchange.reading.problem import TableLimits


def main() -> None:
    # Libraries that print must not spoil the answer: their standard output becomes standard error.
    with os.fdopen(os.dup(1), "wb") as answer_stream:
        os.dup2(2, 1)
        task = json.loads(sys.stdin.buffer.readline())
        limits = TableLimits(task["rows"], task["columns"], Limits(**task["parsing"]))
        bind(limits.parsing)
        answer = _answer(Path(task["path"]), task["name"], Path(task["out"]), limits)
        answer_stream.write(json.dumps(answer).encode())


def _answer(path: Path, name: str, out: Path, limits: TableLimits) -> dict[str, Any]:
    try:
        return {"table": lay_here(path, name, out, limits)}
    except UnreadableTable as error:
        return {"error": {"trouble": error.trouble, "said": str(error), "params": error.params}}


def lay_here(path: Path, name: str, out: Path, limits: TableLimits) -> dict[str, Any]:
    """Lay a file out in this process. Raises UnreadableTable only, even when a library breaks."""
    try:
        from qiao.exchange.reading.lay import lay

        refuse_size(path.stat().st_size, name, limits.parsing)
        return lay(path.read_bytes(), name, out, limits)
    except UnreadableTable:
        raise
    except UnreadableDocument as error:
        raise UnreadableTable.because(error) from error
    # The limit is met as often while loading a library as while using it.
    except (MemoryError, ImportError) as error:
        hungry = UnreadableDocument(Trouble.TOO_HUNGRY, name=name, expected=said_size(limits.parsing.memory_bytes))
        raise UnreadableTable.because(hungry) from error
    # Foreign parsers on hostile bytes: whatever they raise means that this file is not readable.
    except Exception as error:
        broke = UnreadableDocument(Trouble.CRASHED, name=name, expected="such files", found=type(error).__name__)
        raise UnreadableTable.because(broke) from error


if __name__ == "__main__":
    main()
