"""Office files are containers: which kind is inside, and is it locked."""

from __future__ import annotations

import io
import zipfile

from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.result import MediaKind

_ENCRYPTED_FLAG = 0x1
_FOLDERS = (("word/", MediaKind.WORD), ("xl/", MediaKind.SHEET))
# Streams of a compound file are named in UTF-16; the name of the main one tells the program that wrote it.
_STREAMS = (
    ("EncryptedPackage", Trouble.PASSWORD, "an encrypted office file"),
    ("WordDocument", Trouble.KIND_NOT_READ, "a Word document older than 2007 (save it as docx)"),
    ("PowerPoint Document", Trouble.KIND_NOT_READ, "slides older than 2007"),
    ("__properties_version1.0", Trouble.KIND_NOT_READ, "an Outlook message (save it as eml)"),
)


def kind_of_zip(data: bytes, name: str) -> MediaKind:
    """What a zip file is. Raises UnreadableDocument when it is damaged, locked or holds no document."""
    archive = opened_zip(data, name)
    names = archive.namelist()
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in archive.infolist()):
        raise UnreadableDocument(Trouble.PASSWORD, name=name, found="an encrypted zip archive")
    if "mimetype" in names:
        return _kind_of_open_document(archive, name)
    if "[Content_Types].xml" in names:
        for folder, kind in _FOLDERS:
            if any(entry.startswith(folder) for entry in names):
                return kind
        found = "slides" if any(entry.startswith("ppt/") for entry in names) else "an office file of another kind"
        raise UnreadableDocument(Trouble.KIND_NOT_READ, name=name, found=found)
    raise UnreadableDocument(Trouble.KIND_NOT_READ, name=name, found="a zip archive")


def opened_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """The directory of a zip file, read. Raises UnreadableDocument when it is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    # The reader of the directory lets many slips through: bad offsets, bad names, bad numbers.
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        OverflowError,
        NotImplementedError,
        LookupError,
    ) as error:
        raise UnreadableDocument(
            Trouble.BROKEN, name=name, expected="a whole zip container", found=f"a part of one ({error})"
        ) from error


def kind_of_compound(data: bytes, name: str) -> MediaKind:
    """What a compound file is (Office before 2007, or locked). Raises UnreadableDocument unless a sheet."""
    for stream, trouble, found in _STREAMS:
        if stream.encode("utf-16-le") in data:
            raise UnreadableDocument(trouble, name=name, found=found)
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return MediaKind.SHEET
    raise UnreadableDocument(Trouble.KIND_NOT_READ, name=name, found="an office file of an unknown kind")


def _kind_of_open_document(archive: zipfile.ZipFile, name: str) -> MediaKind:
    try:
        with archive.open("mimetype") as entry:
            declared = entry.read(200)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise UnreadableDocument(
            Trouble.BROKEN, name=name, expected="a whole zip container", found=f"a part of one ({error})"
        ) from error
    if b"opendocument.spreadsheet" in declared:
        return MediaKind.SHEET
    said = declared.decode("ascii", "replace").strip()
    raise UnreadableDocument(Trouble.KIND_NOT_READ, name=name, found=f"a file that calls itself {said}")
