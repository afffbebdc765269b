"""The content lines of a vCard: unfolded, their values decoded from quoted-printable, base64 and escapes.

Source    RFC 6350 (vCard 4.0), RFC 2426 (3.0), and the vCard 2.1 specification of the Versit consortium.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qiao.engines.documents.encodings import decode, known_encoding

_NAME = re.compile(r"(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)")
_BARE = frozenset({"quoted-printable", "base64", "8bit", "7bit"})  # 2.1 writes values of ENCODING alone
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property: its name in capitals, its parameters in capitals (values in small letters), its raw value."""

    name: str
    params: tuple[tuple[str, str], ...]
    value: str
    group: str = ""

    def said(self, param: str) -> tuple[str, ...]:
        """The values of a parameter, in small letters."""
        return tuple(value for name, value in self.params if name == param)

    @property
    def parts(self) -> tuple[str, ...]:
        """The components between semicolons, unescaped."""
        return tuple(_unescaped(part) for part in re.split(r"(?<!\\);", self.value))

    @property
    def text(self) -> str:
        """The whole value, unescaped."""
        return _unescaped(self.value)


def content_lines(lines: Iterable[bytes], charset: str) -> Iterator[ContentLine]:
    """The properties of one card; a line that is none is left out.

    charset   the encoding of the file, for values that state none.
    """
    for raw in _unfolded(lines):
        line = _content_line(raw, charset)
        if line is not None:
            yield line


def _unfolded(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines with those that go on from them: after white space, or after the soft break of quoted-printable."""
    held: bytes | None = None
    for line in lines:
        if held is not None and _breaks_softly(held):
            held = held[:-1] + line
        elif held is not None and line[:1] in (b" ", b"\t"):
            held += line[1:]
        else:
            if held is not None:
                yield held
            held = line
    if held is not None:
        yield held


def _breaks_softly(line: bytes) -> bool:
    return line.endswith(b"=") and b"quoted-printable" in line.partition(b":")[0].lower()


def _content_line(raw: bytes, charset: str) -> ContentLine | None:
    head, colon, value = _cut(raw)
    fields = head.split(";")
    named = _NAME.fullmatch(fields[0].strip())
    if not colon or named is None:
        return None
    params = tuple(pair for field in fields[1:] for pair in _params(field))
    return ContentLine(named[2].upper(), params, _decoded(value, params, charset), (named[1] or "").lower())


def _cut(raw: bytes) -> tuple[str, bytes, bytes]:
    """What stands before and after the colon that no quotes enclose."""
    quoted = False
    for at, byte in enumerate(raw[:2000]):
        if byte == 0x22:
            quoted = not quoted
        elif byte == 0x3A and not quoted:
            return raw[:at].decode("ascii", "replace"), b":", raw[at + 1 :]
    return "", b"", b""


def _params(field: str) -> Iterator[tuple[str, str]]:
    name, equals, values = field.partition("=")
    if not equals:
        bare = name.strip().lower()
        yield ("ENCODING", bare) if bare in _BARE else ("TYPE", bare)
        return
    for value in values.strip().strip('"').split(","):
        yield name.strip().upper(), value.strip().strip('"').lower()


def _decoded(value: bytes, params: tuple[tuple[str, str], ...], charset: str) -> str:
    stated = dict(params)
    encoding = stated.get("ENCODING", "")
    if encoding == "quoted-printable":
        value = quopri.decodestring(value)
    elif encoding in ("base64", "b"):
        try:
            value = binascii.a2b_base64(value)
        except binascii.Error:
            return ""
    named = known_encoding(stated.get("CHARSET", ""))
    for codec in filter(None, (named, charset)):
        try:
            return value.decode(codec)
        except (UnicodeError, ValueError):
            continue
    return decode(value).text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text).strip()
