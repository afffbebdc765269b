"""Calendars as another program reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from qiao.missions.press.ical import Issue, issue, uid
from qiao.missions.press.values import Sort, Standing, Stop
from tests.missions.press.sample import stop

NOW = datetime(2023, 5, 30, 9, 0, tzinfo=UTC)


def _issue(*stops: Stop, last: Issue | None = None) -> Issue:
    kept = json.loads(json.dumps(last.issued)) if last else {}
    return issue(name="Lin", stops=stops, last=kept, domain="zone.example", now=NOW)


def _events(made: Issue) -> list[Any]:
    return list(Calendar.from_ical(made.data).walk("VEVENT"))


def test_entry_says_the_time_of_the_place_and_carries_its_zone() -> None:
    made = _issue(stop())
    (event,) = _events(made)
    assert event["dtstart"].dt == datetime(2023, 6, 5, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert event["dtstart"].params["tzid"] == "Europe/Paris"
    assert [str(zone["tzid"]) for zone in Calendar.from_ical(made.data).walk("VTIMEZONE")] == ["Europe/Paris"]


def test_an_instant_given_in_universal_time_is_told_on_the_clock_of_the_place() -> None:
    at = datetime(2023, 6, 5, 7, 30, tzinfo=UTC)
    (event,) = _events(_issue(stop(starts_at=at, ends_at=at)))
    assert event["dtstart"].dt.isoformat() == "2023-06-05T09:30:00+02:00"


@pytest.mark.parametrize("hour", [0, 1])
def test_both_hours_of_an_autumn_night_are_told_apart(hour: int) -> None:
    """On 29 October 2023 clocks in Paris show 02:30 twice: at 00:30 and at 01:30 universal time."""
    at = datetime(2023, 10, 29, hour, 30, tzinfo=UTC)
    (event,) = _events(_issue(stop(starts_at=at, ends_at=at + timedelta(hours=3))))
    assert event["dtstart"].dt.astimezone(UTC) == at
    assert event["dtend"].dt.astimezone(UTC) == at + timedelta(hours=3)


def test_a_leg_through_a_spring_night_keeps_its_length() -> None:
    """On 26 March 2023 the hour from 02:00 is left out in Paris."""
    at = datetime(2023, 3, 26, 0, 30, tzinfo=UTC)
    (event,) = _events(_issue(stop(starts_at=at, ends_at=at + timedelta(hours=1))))
    assert event["dtend"].dt.astimezone(UTC) - event["dtstart"].dt.astimezone(UTC) == timedelta(hours=1)
    assert event["dtend"].dt.hour == 3


def test_standing_becomes_status() -> None:
    stops = [stop(one.value, standing=one) for one in Standing]
    found = {str(event["uid"]): str(event["status"]) for event in _events(_issue(*stops))}
    assert found == {uid(one.value, "zone.example"): one.value.upper() for one in Standing}


def test_sequence_grows_with_each_change_and_only_then() -> None:
    first = _issue(stop())
    same = _issue(stop(), last=first)
    moved = _issue(stop(address="Quai 1"), last=same)
    gone = _issue(last=moved)
    still = _issue(last=gone)
    back = _issue(stop(), last=still)
    issues = [first, same, moved, gone, still, back]
    assert [int(_events(made)[0]["sequence"]) for made in issues] == [0, 0, 1, 2, 2, 3]
    assert [str(_events(made)[0]["status"]) for made in issues] == [
        *["TENTATIVE"] * 3,
        *["CANCELLED"] * 2,
        "TENTATIVE",
    ]
    assert len({str(_events(made)[0]["uid"]) for made in issues}) == 1


def test_notes_and_promises_stay_out_of_calendars() -> None:
    made = _issue(replace(stop(), notes="secret", ties=["secret"], sources=["secret"]))
    assert b"secret" not in made.data


def test_free_hours_are_no_entries() -> None:
    assert _events(_issue(stop(sort=Sort.FREE))) == []


def test_another_parser_reads_it() -> None:
    made = _issue(stop(title="虚构激光，有限; 公司\nBEGIN:VEVENT"))
    read = vobject.readOne(made.data.decode())
    assert read.vevent.summary.value == "虚构激光，有限; 公司 BEGIN:VEVENT"
    assert len(read.vevent_list) == 1


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=200), st.text(min_size=1, max_size=50), st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1))
)
def test_any_stop_survives_the_round_trip(text: str, key: str, at: datetime) -> None:
    starts = at.replace(tzinfo=UTC, microsecond=0)
    given_stop = stop(
        key, title=text, address=text, purpose=text, starts_at=starts, ends_at=starts + timedelta(hours=9)
    )
    (event,) = _events(_issue(given_stop))
    assert event["dtstart"].dt.astimezone(UTC) == starts
    assert event["dtend"].dt.astimezone(UTC) == starts + timedelta(hours=9)
