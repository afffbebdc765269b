"""Lines of JSON, read whole before anything is written."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qiao.commands import Refused
from qiao.commands._files import STANDARD


def read_objects(file: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file of JSON lines, each with the number of its line; blank lines are passed over.

    Raises Refused with the line's number when one is not a JSON object in UTF-8, OSError when there is no file.
    """
    raw = sys.stdin.buffer.read() if file == STANDARD else Path(file).read_bytes()
    shown = "standard input" if file == STANDARD else file
    for number, line in enumerate(raw.split(b"\n"), 1):
        text = line.strip().removeprefix(b"\xef\xbb\xbf")
        if text:
            yield number, _object(text, f"{shown}, line {number}")


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except UnicodeDecodeError:
        raise Refused(f"{place}: expected UTF-8, found other bytes; nothing was written.") from None
    except (ValueError, RecursionError):
        raise Refused(f"{place}: expected one JSON object, found something else; nothing was written.") from None
    if not isinstance(value, dict):
        raise Refused(f"{place}: expected a JSON object, found {type(value).__name__}; nothing was written.")
    return value
