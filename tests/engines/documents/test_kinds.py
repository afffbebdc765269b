"""What a file is, is told by its content."""

from __future__ import annotations

import pytest

from qiao.engines.documents import MediaKind, Trouble, UnreadableDocument, Warn, WarnCode, read_document
from qiao.engines.documents.kinds import kind_of
from tests.engines.documents.builders import (
    REPORT_HANS,
    compound_bytes,
    docx_bytes,
    eml_message,
    ods_bytes,
    pdf_bytes,
    xlsx_bytes,
    zip_bytes,
)

MAIL = eml_message("Visit", "See you").as_bytes()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (docx_bytes("a"), "a", MediaKind.WORD),
        (xlsx_bytes({"S": {"A1": 1}}), "a.docx", MediaKind.SHEET),
        (ods_bytes([["a"]]), "a.ods", MediaKind.SHEET),
        (compound_bytes("Workbook"), "a.xls", MediaKind.SHEET),
        (pdf_bytes([["a"]]), "a.txt", MediaKind.PDF),
        (b"junk\n" + pdf_bytes([["a"]]), "a.pdf", MediaKind.PDF),
        (b"A text about %PDF-1.4 files", "a.txt", MediaKind.TEXT),
        (MAIL, "a.eml", MediaKind.MAIL),
        (MAIL, "a", MediaKind.MAIL),
        (b"From: minutes\nDate: unknown\n\nWe met.", "a.txt", MediaKind.TEXT),
        (b"<!DOCTYPE html><p>a", "a.txt", MediaKind.HTML),
        ("\ufeff<html><p>a".encode("utf-16"), "a", MediaKind.HTML),
        (b"<p>a</p>", "a.htm", MediaKind.HTML),
        (b"a < b", "a.html", MediaKind.TEXT),
        (b"# a", "a.md", MediaKind.MARKDOWN),
        (b"a,b", "a.csv", MediaKind.TEXT),
        (b"\x89PNG\r\n\x1a\n", "a.png", MediaKind.IMAGE),
        (b"\xff\xd8\xff\xe0", "a.png", MediaKind.IMAGE),
        (b"RIFF\0\0\0\0WEBP", "a.webp", MediaKind.IMAGE),
    ],
)
def test_tells_the_kind(data: bytes, name: str, kind: MediaKind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (zip_bytes({"a.txt": "a"}), Trouble.KIND_NOT_READ),
        (zip_bytes({"[Content_Types].xml": "a", "ppt/slide.xml": "a"}), Trouble.KIND_NOT_READ),
        (zip_bytes({"mimetype": "application/vnd.oasis.opendocument.text"}), Trouble.KIND_NOT_READ),
        (docx_bytes("a")[:-30], Trouble.BROKEN),
        (b"PK\x03\x04" + bytes(100), Trouble.BROKEN),
        (compound_bytes("EncryptedPackage"), Trouble.PASSWORD),
        (compound_bytes("WordDocument"), Trouble.KIND_NOT_READ),
        (compound_bytes("Nothing known"), Trouble.KIND_NOT_READ),
        (b"\0\0\0\x18ftypheic", Trouble.KIND_NOT_READ),
        (b"\x1f\x8b\x08", Trouble.KIND_NOT_READ),
    ],
)
def test_refuses_kinds_it_does_not_read(data: bytes, trouble: Trouble) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        kind_of(data, "a.docx")
    assert caught.value.trouble is trouble


@pytest.mark.parametrize("name", ["locked.docx", "locked.xlsx"])
def test_names_the_password_of_a_locked_office_file(name: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(compound_bytes("EncryptedPackage"), name)
    assert caught.value.trouble is Trouble.PASSWORD


def test_refuses_an_encrypted_zip_entry() -> None:
    data = bytearray(zip_bytes({"a.txt": "a"}))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 8] |= 1
    with pytest.raises(UnreadableDocument) as caught:
        kind_of(bytes(data), "a.zip")
    assert caught.value.trouble is Trouble.PASSWORD


def test_warns_when_the_suffix_misleads() -> None:
    source = read_document(REPORT_HANS.encode(), "report.docx")
    assert source.text == REPORT_HANS
    assert source.warnings == (Warn.of(WarnCode.SUFFIX_MISLEADS, suffix=".docx", kind="text"),)


def test_calls_bytes_under_a_known_suffix_damaged() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(b"\x00\x01\x02\x03\x04" * 40, "report.docx")
    assert str(caught.value) == (
        "report.docx is damaged: expected a docx file, found bytes without its marks; nothing was kept."
    )
