"""What a trip report says, and says to be missing."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PIL import Image

from qiao.missions.press.compose_report import report_paper
from qiao.missions.press.photographs import LONGEST, checked
from qiao.missions.press.report_values import Carried, Cost, Photograph, TripReport
from tests.missions.press.sample_report import full, photograph


def _missing(report: TripReport) -> list[str]:
    lacking = report_paper(report).lacking
    return [row[0] for row in lacking.rows] if lacking else []


def _section(report: TripReport, heading: str) -> list[list[str]]:
    (found,) = [section for section in report_paper(report).sections if section.heading == heading]
    return found.table.rows if found.table else []


def test_full_report_lacks_nothing() -> None:
    assert _missing(full()) == []


def test_empty_report_names_every_field() -> None:
    paper = report_paper(TripReport("Lyon", "en"))
    assert len(_missing(TripReport("Lyon", "en"))) == 18
    assert all(fact.missing for fact in paper.facts)
    assert all(section.missing for section in paper.sections)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"photographs": full().photographs[:2]}, ["1 more photograph"]),
        ({"photographs": [*full().photographs[:1], Photograph(b"GIF89a", "x")]}, ["2 more photographs"]),
        ({"papers_returned": None}, ["Passports and papers"]),
        ({"suggestions": "  "}, ["Suggestions"]),
        ({"costs": [Cost("Rail", "EUR", None, Decimal(3), "")]}, ["Budget or amount of 1 cost", "Who paid 1 cost"]),
        ({"itinerary": [Carried(date(2023, 6, 5), "a", "b")]}, ["The reason for 1 departure from the plan"]),
    ],
)
def test_each_gap_is_named(changed: dict[str, object], told: list[str]) -> None:
    assert _missing(replace(full(), **changed)) == told  # type: ignore[arg-type]


def test_plan_and_journey_stand_side_by_side() -> None:
    rows = _section(
        replace(full(), itinerary=[Carried(date(2023, 6, 5), "a", ""), Carried(date(2023, 6, 6), "", "b")]), "Itinerary"
    )
    assert rows == [["5 Jun 2023", "a", "did not take place", "missing"], ["6 Jun 2023", "not planned", "b", "missing"]]


def test_costs_add_up_by_currency_and_not_across() -> None:
    assert _section(full(), "Costs")[3:] == [
        ["Total", "CNY", "84,000.00", "81,250.50", "−2,749.50", ""],
        ["Total", "EUR", "7,100.00", "7,730.20", "+630.20", ""],
    ]


def test_a_sum_with_an_unknown_amount_is_not_told() -> None:
    costs = [Cost("Rail", "EUR", Decimal(1), None, "zone"), Cost("Bed", "EUR", Decimal(2), Decimal(2), "zone")]
    assert _section(replace(full(), costs=costs), "Costs")[-1] == ["Total", "EUR", "3.00", "missing", "", ""]


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "1E+1000000"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="Expected an amount"):
        Cost("Rail", "EUR", Decimal(amount), None)


def test_a_late_report_says_so() -> None:
    assert (
        report_paper(replace(full(), written_on=date(2023, 7, 2))).stamp
        == "written 2 Jul 2023 · due 30 Jun 2023 · 2 days late"
    )


def test_photographs_are_scaled_and_tell_no_place() -> None:
    (picture,) = checked([photograph(4000, 2000)]).pictures
    image = Image.open(io.BytesIO(picture.data))
    assert (picture.width, picture.height) == image.size == (LONGEST, LONGEST // 2)
    assert dict(image.getexif()) == {}


@pytest.mark.parametrize("data", [b"", b"not a picture", b"%PDF-1.7", photograph().data[:300]])
def test_what_is_no_picture_is_named(data: bytes) -> None:
    found = checked([photograph(), Photograph(data, "x")])
    assert (len(found.pictures), found.unreadable) == (1, [2])
