"""Bytes of a text file into characters, when the encoding may be stated, wrong, absent or mixed."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from qiao.engines.documents.legacy import guess_legacy
from qiao.engines.documents.mixed import decode_mixed
from qiao.engines.documents.result import Warn, WarnCode

_BOMS = (
    # UTF-32 LE begins with the mark of UTF-16 LE, so it is asked first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that writers put on anything: they never fail to decode, so they prove nothing.
_EMPTY_CLAIMS = {"ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-8", "gb2312", "gbk", "gb18030", "big5"}
_SAMPLE = 1 << 16


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without BOM, the encoding that gave most of it, and what was odd about it."""

    text: str
    encoding: str
    warnings: tuple[Warn, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode a text file of any size.

    declared   the encoding that the file or its envelope states, if any.
    Returns    all of the text: what fits no encoding stands as U+FFFD.
    """
    return (
        _by_mark(data)
        or _by_zero_bytes(data)
        or _as_utf8(data)
        or _as_declared(data, declared)
        or _by_looks(data, declared)
    )


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    return None


def _by_zero_bytes(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every Latin letter, digit and line end has a zero byte on one side."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(4, len(sample) // 20) or min(even, odd) * 10 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return Decoded(data.decode(encoding, "replace"), encoding, _guessed(encoding))


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    encoding = known_encoding(declared)
    if not encoding or encoding in _EMPTY_CLAIMS:
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, ValueError):
        return None


def _by_looks(data: bytes, declared: str) -> Decoded:
    mixed = decode_mixed(data)
    if mixed is not None:
        text, warnings = mixed
        return Decoded(text, "utf-8", warnings)
    encoding = guess_legacy(data, known_encoding(declared))
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, tuple(_claims(declared, encoding)))


def _claims(declared: str, encoding: str) -> Iterator[Warn]:
    if not declared:
        yield from _guessed(encoding)
    elif known_encoding(declared) not in _same_family(encoding):
        yield Warn.of(WarnCode.ENCODING_DECLARED_WRONG, declared=declared, encoding=encoding)


def _same_family(encoding: str) -> set[str]:
    families = (
        {"gb2312", "gbk", "gb18030"},
        {"big5", "big5hkscs", "cp950"},
        {"iso8859-1", "iso8859-15", "cp1252"},
    )
    return next((family for family in families if encoding in family), {encoding})


def _guessed(encoding: str) -> tuple[Warn, ...]:
    return (Warn.of(WarnCode.ENCODING_GUESSED, encoding=encoding),)


def known_encoding(label: str) -> str:
    """The codec of that label if it turns bytes into text, else empty."""
    try:
        codec = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    # "hex" and "rot13" are codecs too; base64 from a mail header must not unpack a text.
    return codec.name if getattr(codec, "_is_text_encoding", False) and codec.name not in _NOT_FOR_FILES else ""


_NOT_FOR_FILES = {
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
    "undefined",
    "unicode-escape",
    "mbcs",
}
