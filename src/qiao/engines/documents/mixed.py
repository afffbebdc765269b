"""A text whose lines are in several encodings: logs and reports pasted together from many hands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qiao.engines.documents.legacy import guess_legacy
from qiao.engines.documents.result import Warn, WarnCode

_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)


def decode_mixed(data: bytes) -> tuple[str, tuple[Warn, ...]] | None:
    """The text, each line in its own encoding, or None when no part of it is surely UTF-8."""
    lines = data.split(b"\n")
    if not _has_utf8(lines):
        return None
    others = [line for line in lines if _HIGH_BYTE.search(line) and not _is_nearly_utf8(line)]
    encoding = guess_legacy(b"\n".join(others)) if others else "utf-8"
    text = "\n".join(_decode_line(line, encoding) for line in lines)
    mixed = Warn.of(WarnCode.ENCODINGS_MIXED, lines=len(others), encoding=encoding, main="utf-8")
    return text, (mixed,) if others else ()


def _has_utf8(lines: Iterable[bytes]) -> bool:
    """Whether UTF-8 is at work: two bytes of GB 18030 may look like it, a line of them does not."""
    good = bad = 0
    for line in lines:
        high = len(_HIGH_BYTE.findall(line))
        if not high:
            continue
        if _is_nearly_utf8(line) and high >= 6:
            good += high
        else:
            bad += high
    return good * 20 > bad


def _is_nearly_utf8(line: bytes) -> bool:
    """Whether nine in ten high bytes belong to whole UTF-8 sequences; a cut or stray byte is forgiven."""
    high = len(_HIGH_BYTE.findall(line))
    whole = sum(map(len, _UTF8_SEQUENCE.findall(line)))
    return whole >= 0.9 * high


def _decode_line(line: bytes, encoding: str) -> str:
    return line.decode("utf-8" if _is_nearly_utf8(line) else encoding, "replace")
