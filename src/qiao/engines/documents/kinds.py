"""What a file is: told by its content, with its name as a hint only."""

from __future__ import annotations

import re
from pathlib import PurePath

from qiao.engines.documents.containers import kind_of_compound, kind_of_zip
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.result import MediaKind

SUFFIXES = {
    ".txt": MediaKind.TEXT,
    ".md": MediaKind.MARKDOWN,
    ".markdown": MediaKind.MARKDOWN,
    ".html": MediaKind.HTML,
    ".htm": MediaKind.HTML,
    ".xhtml": MediaKind.HTML,
    ".docx": MediaKind.WORD,
    ".docm": MediaKind.WORD,
    ".pdf": MediaKind.PDF,
    ".eml": MediaKind.MAIL,
    ".xlsx": MediaKind.SHEET,
    ".xlsm": MediaKind.SHEET,
    ".xlsb": MediaKind.SHEET,
    ".xls": MediaKind.SHEET,
    ".ods": MediaKind.SHEET,
    ".png": MediaKind.IMAGE,
    ".jpg": MediaKind.IMAGE,
    ".jpeg": MediaKind.IMAGE,
    ".webp": MediaKind.IMAGE,
}
PLAIN = frozenset({MediaKind.TEXT, MediaKind.MARKDOWN})

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_FOREIGN = (
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"%!PS", "a PostScript file"),
)
_HTML_HEAD = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_HTML_TAG = re.compile(rb"</?[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):", re.MULTILINE)
_MAIL_SIGNS = {
    b"message-id",
    b"mime-version",
    b"received",
    b"return-path",
    b"delivered-to",
    b"dkim-signature",
}
_HEAD = 4096


def kind_of(data: bytes, name: str) -> MediaKind:
    """The kind of a file that is not empty.

    Raises    UnreadableDocument for kinds that are known and not read, and for locked or damaged containers.
    """
    head = data[:_HEAD]
    _refuse_foreign(head, name)
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return MediaKind.IMAGE
    if head.startswith(_ZIP):
        return kind_of_zip(data, name)
    if head.startswith(_COMPOUND):
        return kind_of_compound(data, name)
    # Some printers put a few lines before the mark; a report about PDF has no cross-reference at its end.
    if head.startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and b"startxref" in data[-2048:]):
        return MediaKind.PDF
    return _kind_of_text(head, suffix_kind(name))


def is_container(data: bytes) -> bool:
    """Whether a file must be opened to tell its kind, which may cost as much as reading it."""
    return data.startswith((*_ZIP, _COMPOUND))


def suffix_kind(name: str) -> MediaKind | None:
    return SUFFIXES.get(PurePath(name).suffix.lower())


def _refuse_foreign(head: bytes, name: str) -> None:
    for mark, found in _FOREIGN:
        if head.startswith(mark):
            raise UnreadableDocument(Trouble.KIND_NOT_READ, name=name, found=found)
    if head[4:8] == b"ftyp":
        raise UnreadableDocument(Trouble.KIND_NOT_READ, name=name, found="a film, sound or HEIC image")


def _kind_of_text(head: bytes, named: MediaKind | None) -> MediaKind:
    # Enough for the marks sought: the zero bytes of UTF-16 go, the ASCII letters stay.
    ascii_head = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if named is MediaKind.MAIL or _is_mail(ascii_head):
        return MediaKind.MAIL
    opening = ascii_head[:1024].startswith(b"<") and _HTML_HEAD.search(ascii_head[:1024])
    if opening or (named is MediaKind.HTML and _HTML_TAG.search(ascii_head)):
        return MediaKind.HTML
    return MediaKind.MARKDOWN if named is MediaKind.MARKDOWN else MediaKind.TEXT


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with the headers of a message, of which one is written by machines only."""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not _MAIL_HEADER.match(block) and not block.startswith(b"From "):
        return False
    names = {match.lower() for match in _MAIL_HEADER.findall(block)}
    return bool(names & _MAIL_SIGNS) and bool(names & {b"from", b"date", b"subject"})
