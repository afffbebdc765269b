"""Headers of a message as text, whatever their writers did to them."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value

from qiao.engines.documents.encodings import decode

_FOLDS = re.compile(r"[\r\n]+[ \t]*|\t")
_PARTED_WORDS = re.compile(r"(\?=)\s+(=\?)")


def header_text(message: Message, key: str) -> str:
    """The decoded value of a header on one line, empty when it is absent."""
    # The other ways to a header lose bytes that no header may hold, as careless programs write them.
    values = (value for name, value in message.raw_items() if str(name).lower() == key.lower())
    return _decoded(_raw(next(values, "")))


def file_name(part: Message) -> str:
    """The file name of an attachment without its folders, empty when it has none."""
    try:
        value = part.get_param("filename", None, "content-disposition") or part.get_param("name", None, "content-type")
        name = _decoded(_raw(collapse_rfc2231_value(value))) if value else ""
    # Half-written parameters trip the parser in several ways; a part may do without a name.
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    return re.split(r"[/\\]", name)[-1].strip()[:200]


def _raw(value: object) -> str:
    """The header as written; bytes that no header may hold come as surrogates and are decoded as text."""
    text = str(value)
    try:
        data = text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return text
    return text if data.isascii() else decode(data).text


def _decoded(text: str) -> str:
    folded = _FOLDS.sub(" ", text)
    try:
        chunks = decode_header(_PARTED_WORDS.sub(r"\1 \2", folded))
    except (HeaderParseError, ValueError, LookupError, TypeError):
        return folded.strip()
    words = [decode(chunk, charset or "").text if isinstance(chunk, bytes) else str(chunk) for chunk, charset in chunks]
    return " ".join("".join(words).split())
