"""Characters that a text must not hold, and those that its reader should know of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.documents.result import Warn, WarnCode

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_LINE_ENDS = re.compile(r"\r\n?")
# Databases refuse NUL, files cannot hold half a surrogate pair; one sign for one sign keeps offsets.
_NUL = re.compile("\0")
_SURROGATES = re.compile("[\ud800-\udfff]")
_COUNTED = (
    (WarnCode.NUL_REPLACED, _NUL),
    (WarnCode.DIRECTION_CONTROLS, re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")),
    (WarnCode.ZERO_WIDTH, re.compile("[\u200b-\u200d\u2060\ufeff]")),
    (WarnCode.RIGHT_TO_LEFT, re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")),
    (WarnCode.CHARACTERS_REPLACED, re.compile("[\ufffd\ud800-\udfff]")),
)


def cleaned(text: str) -> str:
    """The text with LF line ends, and a replacement character for each NUL and lone surrogate."""
    text = _LINE_ENDS.sub("\n", text)
    return _SURROGATES.sub(REPLACEMENT, _NUL.sub(REPLACEMENT, text))


def character_warnings(text: str) -> Iterator[Warn]:
    for code, pattern in _COUNTED:
        count = sum(1 for _ in pattern.finditer(text))
        if count:
            yield Warn.of(code, count=count)


def control_share(data: bytes) -> float:
    """The share of bytes that no text holds, 0 to 1; 0 below four of them, for a text may have a slip."""
    controls = sum(map(data.count, _CONTROL_BYTES))
    return controls / len(data) if controls >= 4 else 0.0


_CONTROL_BYTES = tuple(bytes((code,)) for code in (*range(32), 127) if code not in b"\b\t\n\v\f\r\x1b")
