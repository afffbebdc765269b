"""The engine that reads pictures, rapidocr with the models in its wheel; import it only when it is installed."""

from __future__ import annotations

from typing import Any

from rapidocr import RapidOCR

from qiao.engines.documents.ocr_lines import OcrBox

_UPSIDE_DOWN = "180"


class _Reader(RapidOCR):  # type: ignore[misc]  # the package has no types
    """Remembers which pieces its classifier turned round: without it the order of the lines is lost."""

    upside_down = False

    def cls_and_rotate(self, img: Any) -> Any:
        pictures, found = super().cls_and_rotate(img)
        labels = [label for label, _ in found.cls_res or ()]
        self.upside_down = labels.count(_UPSIDE_DOWN) * 2 > len(labels)
        return pictures, found


def pieces_of(picture: Any) -> tuple[list[OcrBox], bool]:
    """The pieces of text in a picture, and whether it stands on its head. Raises ValueError for no picture."""
    reader = _Reader(params={"Global.log_level": "error"})
    try:
        found = reader(picture)
    # A damaged file is told by whichever library looked at it.
    except (OSError, SyntaxError) as error:
        raise ValueError(f"Expected an image, found {type(error).__name__}.") from error
    if found.boxes is None or found.txts is None:
        return [], False
    boxes = [
        OcrBox(tuple((float(x), float(y)) for x, y in corners), str(text), float(score))
        for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]
    return boxes, reader.upside_down
