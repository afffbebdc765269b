"""Photographs made fit for print: upright, no larger than paper needs, without the place and the camera they carry."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field

from qiao.missions.press.paper import Picture
from qiao.missions.press.report_values import Photograph
from qiao.missions.press.wording import line

LONGEST = 1600  # pixels of the longer side: 270 to the inch at 15 cm
MOST_BYTES, MOST_PIXELS = 40_000_000, 120_000_000
KINDS = ("JPEG", "PNG", "WEBP", "TIFF")


@dataclass(frozen=True, slots=True)
class Checked:
    """The pictures that can be printed, and the places in the list (from 1) of those that cannot."""

    pictures: list[Picture] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)


def checked(photographs: list[Photograph]) -> Checked:
    """Every photograph either becomes a picture or is named as unreadable; none is dropped in silence."""
    found = Checked()
    for at, photograph in enumerate(photographs, 1):
        picture = _picture(photograph)
        if picture is None:
            found.unreadable.append(at)
        else:
            found.pictures.append(picture)
    return found


def _picture(photograph: Photograph) -> Picture | None:
    """None for what is no picture, is broken, or would not fit the memory of the server."""
    from PIL import Image, ImageOps

    if len(photograph.data) > MOST_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own bound is below
            with Image.open(io.BytesIO(photograph.data), formats=KINDS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                opened.draft("RGB", (LONGEST, LONGEST))
                image = ImageOps.exif_transpose(opened).convert("RGB")
    except Exception:  # a hostile picture may break its decoder in any way
        return None
    image.thumbnail((LONGEST, LONGEST))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return Picture(out.getvalue(), image.width, image.height, line(photograph.caption))
