"""A trip report for the press. All persons and amounts are invented."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

from qiao.missions.press.report_values import Carried, Cost, Photograph, Result, TripReport
from qiao.missions.press.values import Owed, Someone
from tests.missions.press.sample import HOSTS, TITLES


def photograph(width: int = 2400, height: int = 1600, colour: tuple[int, int, int] = (90, 120, 150)) -> Photograph:
    """A plain picture with the coordinates of a place in its EXIF data."""
    from PIL import Image

    image, out = Image.new("RGB", (width, height), colour), io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Invented Camera"
    exif.get_ifd(0x8825)[1] = "N"
    image.save(out, "JPEG", exif=exif)
    return Photograph(out.getvalue(), "Lyon, 2023-06-05")


def full(lang: str = "en") -> TripReport:
    """Every field filled."""
    hosts = HOSTS[lang]
    return TripReport(
        title=TITLES[lang],
        lang=lang,
        purpose=f"{hosts[0]}, {hosts[1]}.\n{hosts[2]}.",
        inviter=hosts[0],
        inviting_person="Dr. Élise Exemple",
        members=[Someone("何示例", "主任", "高新区"), Someone("Lin Beispiel", "Dolmetscherin", "")],
        countries=["France", "Deutschland"],
        left_on=date(2023, 6, 2),
        back_on=date(2023, 6, 9),
        itinerary=[
            Carried(date(2023, 6, 5), hosts[0], hosts[0]),
            Carried(date(2023, 6, 6), hosts[1], "", "Streik"),
            Carried(date(2023, 6, 7), "", hosts[2], "Ersatz"),
        ],
        results=[Result(hosts[0], "lyon-2023.pdf, 2")],
        promises=[Owed(hosts[1], ours=True, due=date(2023, 7, 1), owner="何示例")],
        costs=[
            Cost("Flug", "CNY", Decimal("84000"), Decimal("81250.50"), "高新区"),
            Cost("Hotel", "EUR", Decimal("6200"), Decimal("6890"), "高新区"),
            Cost("Bahn", "EUR", Decimal("900"), Decimal("840.2"), "高新区"),
        ],
        papers_returned=True,
        discipline=hosts[0],
        follow_up=hosts[1],
        suggestions=hosts[2],
        due_on=date(2023, 6, 30),
        written_on=date(2023, 6, 20),
        photographs=[photograph(), photograph(1200, 1800, (150, 110, 90)), photograph(colour=(110, 140, 100))],
    )
