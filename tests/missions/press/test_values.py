"""Values that refuse nonsense, and text made fit for paper."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.missions.press.clock import hours, long_day, offset
from qiao.missions.press.compose import briefing_paper
from qiao.missions.press.wording import NAME, breakable, line, lines, showable
from tests.missions.press.sample import briefing, stop

AT = datetime(2023, 6, 5, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given_values", "told"),
    [
        ({"starts_at": datetime(2023, 6, 5)}, "Expected a start with a time zone"),
        ({"starts_at": AT, "ends_at": AT - timedelta(minutes=1)}, "at or after its start"),
        ({"zone": "Mars/Olympus"}, "Expected an IANA time zone"),
        ({"zone": "../../etc/passwd"}, "Expected an IANA time zone"),
        ({"zone": ""}, "Expected an IANA time zone"),
        ({"zone": "Europe"}, "Expected an IANA time zone"),
    ],
)
def test_a_stop_refuses(given_values: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        stop(**given_values)  # type: ignore[arg-type]


@pytest.mark.parametrize("given_values", [{"lang": "it"}, {"number": 0}, {"printed_at": datetime(2023, 6, 5)}])
def test_a_briefing_refuses(given_values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Expected"):
        briefing(**given_values)


def test_a_day_in_two_zones_says_the_clock_in_each_row() -> None:
    munich = stop("b", zone="Asia/Shanghai", starts_at=AT, ends_at=AT)
    (day,) = briefing_paper(briefing(stop(), munich)).days
    assert [row.hours for row in day.rows] == ["09:30–10:30 UTC+2", "17:30 UTC+8"]
    assert day.note == ""


def test_hours_past_midnight_say_so() -> None:
    assert hours(stop(starts_at=AT, ends_at=AT + timedelta(hours=20))) == "11:30–07:30 (+1)"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Thursday, 1 June 2023"),
        ("de", "Donnerstag, 1. Juni 2023"),
        ("fr", "jeudi 1er juin 2023"),
        ("zh-hans", "2023年6月1日星期四"),
        ("zh-hant", "2023年6月1日 星期四"),
    ],
)
def test_days_are_told_as_the_language_does(lang: str, told: str) -> None:
    assert long_day(datetime(2023, 6, 1).date(), lang) == told


def test_offsets_with_half_hours() -> None:
    assert offset(stop(zone="Asia/Kolkata", starts_at=AT, ends_at=AT).begins, "en") == "UTC+5:30"


def test_notes_keep_their_paragraphs() -> None:
    assert lines("a\r\n\r\n b \u2028c\x00") == ["a", "b c"]


@given(st.text())
def test_a_line_is_one_line_of_bounded_length(text: str) -> None:
    told = line(text)
    assert len(told.splitlines()) <= 1
    assert len(told) <= NAME + 20
    assert told.isprintable() or any(not sign.isprintable() for sign in told if ord(sign) > 0x2FF)


@given(st.text())
def test_breaking_and_showing_lose_nothing(text: str) -> None:
    assert breakable(text.replace("\u200b", ""), 30).replace("\u200b", "") == text.replace("\u200b", "")
    shown, unknown = showable(text)
    assert len(shown) == len(text)
    assert showable(shown)[1] == set() or not unknown
