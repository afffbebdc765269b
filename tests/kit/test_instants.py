from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from qiao.kit.instants import Moment, NotATime, Vantage, moment_of, vantage_of


def test_nothing_asked_is_the_present() -> None:
    assert moment_of({}).is_present
    assert vantage_of({"as_of": " ", "on": ""}) == Vantage()


def test_a_day_means_its_end_in_the_time_of_the_zone() -> None:
    moment = moment_of({"as_of": "2023-06-13"}, "Asia/Shanghai")

    assert moment == Moment(as_of=datetime(2023, 6, 13, 15, 59, 59, 999999, tzinfo=UTC))


def test_an_instant_is_taken_as_it_is() -> None:
    assert moment_of({"as_of": "2023-06-13T10:00"}, "Europe/Berlin").as_of == datetime(2023, 6, 13, 8, tzinfo=UTC)
    assert moment_of({"as_of": "2023-06-13T10:00+02:00"}, "UTC").as_of == datetime(2023, 6, 13, 8, tzinfo=UTC)


@pytest.mark.parametrize("text", ["13.06.2023", "2023-02-30", "yesterday", "2023-06-13Tea", "9999-12-31T23:00-12:00"])
def test_what_is_no_day_is_named(text: str) -> None:
    with pytest.raises(NotATime) as refusal:
        moment_of({"as_of": text})

    assert refusal.value.found == text
    assert vantage_of({"as_of": text, "on": "2023-06-13"}).wrong == text


def test_a_vantage_goes_on_to_the_next_address() -> None:
    at = vantage_of({"as_of": "2023-06-13", "on": "2023-06-07"})

    assert (at.query, at.known, at.moment.on) == (
        "?as_of=2023-06-13&on=2023-06-07",
        date(2023, 6, 13),
        date(2023, 6, 7),
    )
    assert vantage_of({"on": "then"}).query == ""
