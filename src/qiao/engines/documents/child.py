"""The reading process: `python -m qiao.engines.documents.child` parses one file under the limits it is told.

Standard input: a line of JSON (name, limits), then the bytes of the file.
Standard output: one JSON object, either `{"source": …}` or `{"error": …}`.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from dataclasses import fields
from typing import Any

from qiao.engines.documents.draft import settled
from qiao.engines.documents.errors import Trouble, UnreadableDocument, said_size
from qiao.engines.documents.io import error_to_json, source_to_json
from qiao.engines.documents.parse import Parser
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText


def main() -> None:
    # Libraries that print must not spoil the answer: their standard output becomes standard error.
    with os.fdopen(os.dup(1), "wb") as answer_stream:
        os.dup2(2, 1)
        task = json.loads(sys.stdin.buffer.readline())
        limits = Limits(**{entry.name: task["limits"][entry.name] for entry in fields(Limits)})
        bind(limits)
        answer = _answer(sys.stdin.buffer.read(), task["name"], limits)
        answer_stream.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _answer(data: bytes, name: str, limits: Limits) -> dict[str, Any]:
    try:
        return {"source": source_to_json(read_here(data, name, limits))}
    except UnreadableDocument as error:
        return {"error": error_to_json(error)}


def read_here(data: bytes, name: str, limits: Limits) -> SourceText:
    """Parse in this process. Raises UnreadableDocument only, even when a library breaks."""
    try:
        return settled(Parser.within(limits).parse(data, name), name, limits.characters)
    except UnreadableDocument:
        raise
    # The limit is met as often while loading a library as while using it.
    except (MemoryError, ImportError) as error:
        expected = said_size(limits.memory_bytes)
        raise UnreadableDocument(Trouble.TOO_HUNGRY, name=name, expected=expected) from error
    # Foreign parsers on hostile bytes: whatever they raise means that this file is not readable.
    except Exception as error:
        raise UnreadableDocument(
            Trouble.CRASHED, name=name, expected="such files", found=type(error).__name__
        ) from error


def bind(limits: Limits) -> None:
    """Let the system end this process, rather than the machine suffer."""
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_CPU, limits.cpu_seconds)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (bound, hard))


if __name__ == "__main__":
    main()
