"""Photographs of a journey: checked, made upright and small, freed of the place and the camera they carry, kept."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

from django.core.files.base import ContentFile
from django.db.models import Max

from qiao.missions.models import Mission, Photograph
from qiao.zones.actions import acting, change, make
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan

MOST_BYTES = 12_000_000
MOST_PIXELS = 50_000_000
MOST_PIXELS_JPEG = 250_000_000  # a JPEG can be read at an eighth of its size, so that memory stays small
MOST_AT_ONCE, MOST_OF_A_MISSION = 20, 60
LONGEST = 2400  # pixels of the longer side that are kept
FORMATS = ("JPEG", "PNG", "WEBP")
TAKEN, EXIF = 36867, 0x8769  # tags of EXIF 2.3: DateTimeOriginal, and where its block begins


class NoPhotograph(ValueError):
    """A file is no photograph that can be kept. `code` says why, `found` what it is."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(f"Expected a JPEG, PNG or WebP picture of at most {MOST_BYTES} bytes; found {code} {found}.")
        self.code = code
        self.found = found


class TooMany(ValueError):
    """A mission has as many photographs as it can keep."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph made fit to be kept: JPEG bytes, its size in pixels, the day it was taken if it said so."""

    data: bytes
    width: int
    height: int
    taken_on: date | None


def picture_of(file: BinaryIO, size: int) -> Picture:
    """Check a file that came from outside and make it a picture of our own; nothing of the file itself is kept.

    size      bytes.
    Raises    NoPhotograph with code "empty", "large", "kind", "pixels" or "broken".
    """
    if not size:
        raise NoPhotograph("empty")
    if size > MOST_BYTES:
        raise NoPhotograph("large", str(-(-size // 1_000_000)))
    data = file.read(MOST_BYTES + 1)
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own bound is stricter
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                return _redrawn(opened)
    except NoPhotograph:
        raise
    except UnidentifiedImageError:
        raise NoPhotograph("kind", kind_of(data)) from None
    except Image.DecompressionBombError:
        raise NoPhotograph("pixels") from None
    except Exception:  # a hostile picture may break its decoder in any way
        raise NoPhotograph("broken") from None


def kind_of(data: bytes) -> str:
    """What a file that is no picture of ours seems to be, by its first bytes; empty where they tell nothing."""
    for start, kind in _KINDS:
        if data.startswith(start):
            return kind
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1"):
        return "HEIC"
    return "AVIF" if data[4:12] == b"ftypavif" else ""


_KINDS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"<svg", "SVG"),
    (b"<?xml", "XML"),
    (b"\xff\xd8", "JPEG"),
    (b"\x89PNG", "PNG"),
)


def _redrawn(opened: Any) -> Picture:
    """Upright, in plain colours, encoded anew: EXIF, with the place it may hold, is not carried over."""
    from PIL import Image, ImageOps

    bound = MOST_PIXELS_JPEG if opened.format == "JPEG" else MOST_PIXELS
    if opened.width * opened.height > bound:
        raise NoPhotograph("pixels", f"{opened.width} × {opened.height}")
    taken_on = _taken_on(opened)
    opened.draft("RGB", (LONGEST, LONGEST))
    if opened.width * opened.height > MOST_PIXELS:
        raise NoPhotograph("pixels", f"{opened.width} × {opened.height}")
    image = ImageOps.exif_transpose(opened)
    if image.mode in ("RGBA", "LA", "PA", "P"):
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    plain = Image.new("RGB", image.size)  # a new picture, so that nothing hidden beside the pixels comes along
    plain.paste(image.convert("RGB"))
    plain.thumbnail((LONGEST, LONGEST))
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=88, optimize=True)
    return Picture(out.getvalue(), plain.width, plain.height, taken_on)


def _taken_on(opened: Any) -> date | None:
    try:
        told = str(opened.getexif().get_ifd(EXIF).get(TAKEN, ""))
        return datetime.strptime(told[:10], "%Y:%m:%d").date()
    except Exception:  # what a camera wrote may be anything
        return None


def add_photographs(*, member: Membership, mission: Mission, pictures: Sequence[Picture], now: datetime) -> Action:
    """Keep photographs of a mission behind those it has; undo takes them away again.

    Raises    TooMany, NotAllowed.
    """
    with acting(member=member, verb="change_photographs", now=now, allowed=may_plan) as act:
        held = Photograph.objects.filter(zone=act.zone, mission=mission, live=True)
        if held.count() + len(pictures) > MOST_OF_A_MISSION:
            raise TooMany(f"Expected at most {MOST_OF_A_MISSION} photographs; found {held.count() + len(pictures)}.")
        last = held.aggregate(last=Max("position"))["last"]
        for position, one in enumerate(pictures, 0 if last is None else last + 1):
            make(
                act,
                Photograph,
                mission=mission,
                file=ContentFile(one.data, name="photograph.jpg"),
                taken_on=one.taken_on,
                width=one.width,
                height=one.height,
                position=position,
            )
    return act.action


def move_up(*, member: Membership, photograph: Photograph, now: datetime) -> Action:
    """Put a photograph before the one it follows; the first stays where it is. Raises NotAllowed."""
    with acting(member=member, verb="change_photographs", now=now, allowed=may_plan) as act:
        rows = Photograph.objects.filter(zone=act.zone, mission=photograph.mission_id, live=True)
        listed = list(rows.order_by("position", "id"))
        at = next((n for n, one in enumerate(listed) if one.pk == photograph.pk), 0)
        if at:
            listed[at - 1], listed[at] = listed[at], listed[at - 1]
        for position, one in enumerate(listed):
            change(act, one, position=position)
    return act.action
