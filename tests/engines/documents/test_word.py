"""Word documents: what is printed, in order, with its place."""

from __future__ import annotations

import pytest

from qiao.engines.documents import MediaKind, Trouble, UnreadableDocument, place_words
from qiao.engines.documents.child import read_here
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText
from tests.engines.documents.builders import REPORT_HANT, docx_bytes, replaced_entry

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(data: bytes, name: str = "a.docx") -> SourceText:
    return read_here(data, name, Limits())


def with_body(xml: str) -> bytes:
    document = f"<w:document {_W} {_MC}><w:body>{xml}</w:body></w:document>"
    return replaced_entry(docx_bytes("x"), "word/document.xml", document.encode())


def test_reads_paragraphs_tables_and_headers_in_order() -> None:
    data = docx_bytes("一", REPORT_HANT, table=[["name", "role"], ["Peter", "a\nb"]], header="Zone", title="Report")
    source = read(data)
    assert source.text == f"Zone\n一\n{REPORT_HANT}\nname\trole\nPeter\ta b\nafter the table"
    assert (source.kind, source.title, source.published) == (MediaKind.WORD, "Report", None)


def test_tells_paragraph_row_and_column() -> None:
    source = read(docx_bytes("一", "", "二", table=[["name", "role"], ["Peter", "chair"]], header="Zone"))
    places = {word: place_words(source.place_of(source.text.index(word))) for word in ("Zone", "二", "chair")}
    assert places == {"Zone": "page header", "二": "paragraph 3", "chair": "table 1, row 2, column 2"}


def test_leaves_out_deleted_words_and_doubled_text_boxes() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    source = read(
        with_body(
            "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t> new</w:t></w:r></w:ins><w:r><w:tab/><w:t>x</w:t></w:r>"
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
    )
    assert source.text == "kept new\tx\nbox\nin a control"


@pytest.mark.parametrize(
    "data",
    [
        replaced_entry(docx_bytes("a"), "word/document.xml", b"<w:document"),
        replaced_entry(docx_bytes("a"), "word/document.xml", b"<other/>"),
        replaced_entry(docx_bytes("a"), "[Content_Types].xml", b"<Types/>"),
        replaced_entry(docx_bytes("a"), "_rels/.rels", b"not xml"),
    ],
)
def test_refuses_a_damaged_document(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(data)
    assert caught.value.trouble is Trouble.BROKEN


def test_refuses_a_document_without_words() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(docx_bytes("", " "))
    assert caught.value.trouble is Trouble.NO_TEXT


def test_survives_a_damaged_entry() -> None:
    data = bytearray(docx_bytes(REPORT_HANT))
    middle = data.find(b"word/document.xml") + 40
    data[middle : middle + 20] = bytes(20)
    with pytest.raises(UnreadableDocument) as caught:
        read(bytes(data))
    assert caught.value.trouble is Trouble.BROKEN
