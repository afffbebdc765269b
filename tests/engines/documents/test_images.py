"""Pictures: refused plainly without the extra, put in order with it."""

from __future__ import annotations

import pytest

from qiao.engines.documents import Trouble, UnreadableDocument, read_document
from qiao.engines.documents.images import is_ocr_installed
from qiao.engines.documents.ocr_lines import OcrBox, in_reading_order


def box(text: str, left: float, top: float, width: float, height: float) -> OcrBox:
    corners = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
    return OcrBox(corners, text, 0.9)


CARD = [box("Lyon", 10, 62, 60, 20), box("Radde", 100, 12, 80, 20), box("Peter", 10, 10, 80, 20)]


@pytest.mark.skipif(is_ocr_installed(), reason="the refusal is for installations without the ocr extra")
def test_refuses_plainly_without_the_extra() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(b"\x89PNG\r\n\x1a\n" + bytes(50), "card.png")
    assert caught.value.trouble is Trouble.OCR_MISSING
    assert str(caught.value) == (
        "card.png is an image: found a picture of text, and reading images needs the ocr extra "
        "(pip install 'qiao[ocr]'); nothing was kept."
    )


@pytest.mark.skipif(not is_ocr_installed(), reason="needs the ocr extra")
def test_calls_half_a_picture_damaged() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(b"\x89PNG\r\n\x1a\n" + bytes(50), "card.png")
    assert caught.value.trouble is Trouble.BROKEN


def test_reads_lines_from_the_top_and_pieces_from_the_left() -> None:
    assert in_reading_order(CARD) == ["Peter Radde", "Lyon"]


def test_turns_a_card_that_lies_on_its_side() -> None:
    lying = [OcrBox(tuple((200 - y, x) for x, y in each.corners), each.text, each.score) for each in CARD]
    assert in_reading_order(lying) == ["Peter Radde", "Lyon"]


def test_turns_a_card_that_stands_on_its_head() -> None:
    headlong = [OcrBox(tuple((-x, -y) for x, y in each.corners), each.text, each.score) for each in CARD]
    assert in_reading_order(headlong, is_upside_down=True) == ["Peter Radde", "Lyon"]
