"""The trip report and its photographs: what came is checked and drawn anew, what is no picture is named."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from qiao.missions.actions.photographs import MOST_BYTES, NoPhotograph, picture_of
from qiao.missions.actions.rows import change_row
from qiao.missions.models import Mission, Photograph, TripReport, Visit
from qiao.register.actions.undo import undo_action
from qiao.zones.models import Action, Membership

ClientOf = Callable[[Membership], Client]


def at(member: Membership, name: str, *args: object) -> str:
    return reverse(name, args=[member.zone.slug, *args])


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **options)
    return out.getvalue()


def with_place() -> bytes:
    """A picture lying on its side, that tells where and when it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (48.0, 8.0, 0.0)
    exif.get_ifd(0x8769)[36867] = "2026:06:09 10:00:00"
    return picture(exif=exif)


def test_place_and_camera_are_taken_out_and_the_picture_stands_upright() -> None:
    data = with_place()
    made = picture_of(io.BytesIO(data), len(data))
    assert (made.width, made.height, made.taken_on) == (40, 60, date(2026, 6, 9))
    with Image.open(io.BytesIO(made.data)) as opened:
        assert (opened.format, dict(opened.getexif())) == ("JPEG", {})


def refused(data: bytes, size: int | None = None) -> str:
    with pytest.raises(NoPhotograph) as refusal:
        picture_of(io.BytesIO(data), len(data) if size is None else size)
    return refusal.value.code


def test_what_is_no_photograph_is_refused_with_its_reason() -> None:
    assert refused(b"") == "empty"
    assert refused(picture("GIF")) == "kind"
    assert refused(b"<svg onload=alert(1)>") == "kind"
    assert refused(picture(size=(400, 400), quality=95)[:900]) == "broken"
    assert refused(picture(), MOST_BYTES + 1) == "large"
    assert refused(picture("PNG", (8_000, 8_000))) == "pixels"


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\x00\x00\x00WEBPVP8 "]),
)
def test_no_bytes_break_the_door(data: bytes, head: bytes) -> None:
    with contextlib.suppress(NoPhotograph):
        picture_of(io.BytesIO(head + data), len(head + data))


def add(client: Client, lin: Membership, mission: Mission, **files: bytes) -> str:
    sent = [SimpleUploadedFile(name, data) for name, data in files.items()]
    address = at(lin, "missions:photograph_add", mission.pk)
    return client.post(address, {"files": sent}, follow=True).content.decode()


def test_photographs_are_kept_shown_ordered_and_undone(
    lin: Membership, mei: Membership, otto: Membership, mission: Mission, client_of: ClientOf, now: datetime
) -> None:
    client = client_of(lin)
    page = add(client, lin, mission, first=picture(), second=picture("PNG"), third=picture("GIF"))
    assert "2 photographs are kept." in page
    assert "“third” is not kept" in page
    first, second = Photograph.objects.order_by("position")
    address = at(lin, "missions:photograph", mission.pk, first.pk)
    answer = client_of(mei).get(address)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert client_of(otto).get(address).status_code == 404
    client.post(at(lin, "missions:photograph_change", mission.pk, second.pk), {"up": "1"})
    assert [one.pk for one in Photograph.objects.order_by("position")] == [second.pk, first.pk]
    client.post(at(lin, "missions:photograph_change", mission.pk, first.pk), {"caption": "At the gate"})
    assert Photograph.objects.get(pk=first.pk).caption == "At the gate"
    for action in Action.objects.filter(verb="change_photographs").order_by("-id"):
        undo_action(member=lin, action=action, now=now)
    assert not Photograph.objects.filter(live=True).exists()


def test_report_is_written_found_complete_and_printed(
    lin: Membership, mission: Mission, visits: list[Visit], client_of: ClientOf, now: datetime
) -> None:
    change_row(member=lin, row=visits[0], day=date(2026, 6, 9), start=540, now=now)
    client = client_of(lin)
    said = {"results": "Two firms will come.\nA third will answer.", "deviations": "None.", "suggestions": "Write."}
    said |= {"cost": "1000", "cost_currency": "CNY", "submitted_on": "2026-06-20"}
    assert client.post(at(lin, "missions:report", mission.pk), said | {"cost_currency": ""}).status_code == 422
    assert client.post(at(lin, "missions:report", mission.pk), said).status_code == 303
    client.post(at(lin, "missions:report", mission.pk), said | {"results": "Three firms."})
    assert TripReport.objects.get().results == "Three firms."
    add(client, lin, mission, one=picture())
    page = client.get(at(lin, "missions:report", mission.pk)).content.decode()
    assert "0 of 1 stops took place" in page or "0 of 1 stop" in page
    assert "2 more are asked for" in page
    for form, begins in (("tpdf", b"%PDF"), ("tdocx", b"PK")):
        answer = client.post(at(lin, "missions:report_print", mission.pk), {"form": form, "language": "de"})
        assert answer.content.startswith(begins)


def test_analyst_writes_no_report(lin: Membership, mei: Membership, mission: Mission, client_of: ClientOf) -> None:
    client = client_of(mei)
    client.post(at(lin, "missions:report", mission.pk), {"results": "x"})
    assert client.post(at(lin, "missions:photograph_add", mission.pk)).status_code == 403
    assert not TripReport.objects.exists()
