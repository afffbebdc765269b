"""Images of cards and pages, with rapidocr when the `ocr` extra is installed."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from qiao.engines.documents.draft import Draft
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.ocr_lines import OcrBox, in_reading_order
from qiao.engines.documents.result import MediaKind, Step, Unit, Warn, WarnCode

_SURE = 0.6


def is_ocr_installed() -> bool:
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_image(data: bytes, name: str) -> Draft:
    """The lines of an image from top to bottom.

    Raises    UnreadableDocument: ocr_missing, no_text, or broken when it cannot be opened.
    """
    if not is_ocr_installed():
        raise UnreadableDocument(Trouble.OCR_MISSING, name=name, found="a picture of text")
    boxes, is_upside_down = recognised(data, name)
    if not boxes:
        raise UnreadableDocument(Trouble.NO_TEXT, name=name, found="a picture without words", expected="words")
    draft = Draft(kind=MediaKind.IMAGE, read_with="rapidocr")
    for number, line in enumerate(in_reading_order(boxes, is_upside_down), start=1):
        draft.add_filled(line, (Step(Unit.LINE, number),))
    unsure = sum(box.score < _SURE for box in boxes)
    if unsure:
        draft.warnings.append(Warn.of(WarnCode.OCR_UNSURE, count=unsure, lines=len(boxes)))
    return draft


def recognised(picture: Any, name: str) -> tuple[list[OcrBox], bool]:
    """The pieces of text in a picture, and whether it stands on its head.

    picture   the bytes of an image file, or an array of rows, columns and colours.
    Raises    UnreadableDocument: broken, when it cannot be opened.
    """
    from qiao.engines.documents.ocr_engine import pieces_of

    try:
        return pieces_of(picture)
    except ValueError as error:
        raise UnreadableDocument(
            Trouble.BROKEN, name=name, expected="a whole image", found="one that does not open"
        ) from error
