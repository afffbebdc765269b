"""Images of cards and pages, with rapidocr when the `ocr` extra is installed."""

from __future__ import annotations

from importlib.util import find_spec

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
    boxes = _recognised(data, name)
    if not boxes:
        raise UnreadableDocument(
            Trouble.NO_TEXT, name=name, found="a picture without words", expected="words"
        )
    draft = Draft(kind=MediaKind.IMAGE, read_with="rapidocr")
    for number, line in enumerate(in_reading_order(boxes), start=1):
        draft.add_filled(line, (Step(Unit.LINE, number),))
    unsure = sum(box.score < _SURE for box in boxes)
    if unsure:
        draft.warnings.append(Warn.of(WarnCode.OCR_UNSURE, count=unsure, lines=len(boxes)))
    return draft


def _recognised(data: bytes, name: str) -> list[OcrBox]:
    from rapidocr import RapidOCR
    from rapidocr.utils.load_image import LoadImageError

    engine = RapidOCR(params={"Global.log_level": "error"})
    try:
        found = engine(data)
    except LoadImageError as error:
        raise UnreadableDocument(
            Trouble.BROKEN, name=name, expected="a whole image", found="one that does not open"
        ) from error
    if found.boxes is None or found.txts is None:
        return []
    return [
        OcrBox(tuple((float(x), float(y)) for x, y in corners), str(text), float(score))
        for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]
