"""One document in, one out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from qiao.commands import Refused
from qiao.commands._files import STANDARD, write_whole

LARGEST = 256 * 1024 * 1024  # bytes


def read_json(file: str) -> Any:
    """The document of a file or of standard input. Raises Refused with what was found, OSError."""
    text, name = read_text(file), _name(file)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(f"{name}: expected JSON, line {error.lineno} column {error.colno}: {error.msg}.") from error
    except RecursionError as error:
        raise Refused(f"{name}: expected a plan or problem, found JSON nested too deeply.") from error


def read_text(file: str) -> str:
    """The text of a file or of standard input. Raises Refused, OSError."""
    raw = sys.stdin.buffer.read(LARGEST + 1) if file == STANDARD else _bytes(file)
    if len(raw) > LARGEST:
        raise Refused(f"{_name(file)}: expected at most {LARGEST // 2**20} MB, found more.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{_name(file)}: expected UTF-8, found another encoding at byte {error.start}.") from error


def write_json(document: Any, out: str) -> None:
    """Write a document to a file, whole or not at all, or to standard output."""
    text = json.dumps(document, ensure_ascii=False) + "\n"
    if out == STANDARD:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_whole(Path(out), text)


def _bytes(file: str) -> bytes:
    with Path(file).open("rb") as stream:
        return stream.read(LARGEST + 1)


def _name(file: str) -> str:
    return "Standard input" if file == STANDARD else file
