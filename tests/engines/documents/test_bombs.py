"""Small files that would unfold into large ones."""

from __future__ import annotations

import struct

import pytest

from qiao.engines.documents import Limits, Trouble, UnreadableDocument, read_document
from qiao.engines.documents.child import read_here
from qiao.engines.documents.inflate import Allowance, check_container
from tests.engines.documents.builders import REPORT_HANT, docx_bytes, replaced_entry, xlsx_bytes, zip_bytes

MEGABYTE = 1 << 20
BOMB = zip_bytes({"[Content_Types].xml": "", "word/document.xml": bytes(4 * MEGABYTE)})
ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


def trouble_of(data: bytes, name: str = "a.docx", limits: Limits | None = None) -> Trouble:
    with pytest.raises(UnreadableDocument) as caught:
        read_here(data, name, limits or Limits(inflated_bytes=MEGABYTE))
    return caught.value.trouble


def test_refuses_by_the_stated_size() -> None:
    assert trouble_of(BOMB) is Trouble.INFLATES_TOO_MUCH


def test_refuses_a_stated_size_that_lies() -> None:
    lie, truth = struct.pack("<I", 1000), struct.pack("<I", 4 * MEGABYTE)
    assert trouble_of(BOMB.replace(truth, lie)) in {Trouble.INFLATES_TOO_MUCH, Trouble.BROKEN}


def test_shares_one_allowance_among_all_containers() -> None:
    allowance = Allowance(6 * MEGABYTE)
    check_container(BOMB, "first", allowance)
    with pytest.raises(UnreadableDocument) as caught:
        check_container(BOMB, "second", allowance)
    assert caught.value.trouble is Trouble.INFLATES_TOO_MUCH


def test_never_opens_a_container_inside_a_document() -> None:
    nested = replaced_entry(docx_bytes(REPORT_HANT), "word/embeddings/bomb.zip", BOMB)
    assert read_here(nested, "a.docx", Limits(inflated_bytes=2 * MEGABYTE)).text == REPORT_HANT


@pytest.mark.parametrize(
    ("whole", "entry", "name"),
    [
        (docx_bytes("a"), "word/document.xml", "a.docx"),
        (xlsx_bytes({"S": {"A1": "a"}}), "xl/workbook.xml", "a.xlsx"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_refuses_entities(whole: bytes, entry: str, name: str, encoding: str) -> None:
    bomb = replaced_entry(whole, entry, ENTITIES.encode(encoding))
    assert trouble_of(bomb, name, Limits()) is Trouble.ENTITIES


def test_refuses_a_sheet_that_claims_the_whole_grid() -> None:
    corners = xlsx_bytes({"S": {"A1": "a", "XFD1048576": "b"}})
    with pytest.raises(UnreadableDocument) as caught:
        read_document(corners, "a.xlsx")
    assert caught.value.trouble is Trouble.TOO_HUNGRY
