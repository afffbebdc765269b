from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.missions.travel import Said, Spot, Town, clock_of, find_town, town_key, travel_minutes, way_between
from qiao.missions.travel.times import MOST, BadTravelTime, _table
from qiao.missions.travel.towns import inhabitants_near

LYON = Spot("fr:lyon", 45.76, 4.84, "FR")
PARIS = Spot("fr:paris", 48.86, 2.35, "FR")
GRENOBLE = Spot("fr:grenoble", 45.19, 5.72, "FR")
OWN = Spot("own:hall", None, None, "FR")  # a place of our own without coordinates


def test_own_word_goes_before_the_table_and_the_table_before_the_estimate() -> None:
    assert way_between(PARIS, LYON, {}).said == Said.TABLE
    assert way_between(PARIS, LYON, {("fr:paris", "fr:lyon"): 140}).minutes == 140
    assert way_between(PARIS, LYON, {("fr:paris", "fr:lyon"): 140}).said == Said.OWN
    assert way_between(PARIS, GRENOBLE, {}).said == Said.ESTIMATE
    assert way_between(PARIS, OWN, {}).said == Said.GUESS


def test_an_own_word_in_one_direction_holds_in_the_other_until_that_has_its_own() -> None:
    own = {("fr:paris", "fr:lyon"): 140}
    assert travel_minutes([PARIS, LYON], own)["fr:lyon"]["fr:paris"] == 140
    own["fr:lyon", "fr:paris"] = 200
    assert travel_minutes([PARIS, LYON], own)["fr:lyon"]["fr:paris"] == 200
    assert travel_minutes([PARIS, LYON], own)["fr:paris"]["fr:lyon"] == 140


@pytest.mark.parametrize("minutes", [0, -5, MOST + 1])
def test_an_own_word_that_cannot_be_is_refused_by_name(minutes: int) -> None:
    with pytest.raises(BadTravelTime, match=f"from fr:paris to fr:lyon; found {minutes}"):
        travel_minutes([PARIS, LYON], {("fr:paris", "fr:lyon"): minutes})


def test_larger_towns_take_longer_to_cross() -> None:
    """Outside the table: Grenoble is smaller than London; a place without a size takes the middle."""
    london = Spot("gb:london", 51.51, -0.13, "GB")
    nowhere = Spot("fr:nowhere", 44.0, 0.0, "FR")
    minutes = [way_between(spot, spot, {}).minutes for spot in (GRENOBLE, nowhere, london)]
    assert minutes == [20, 30, 45]


def test_inhabitants_are_those_of_the_place_itself() -> None:
    assert inhabitants_near("FR", 44.0, 0.0) is None
    assert (inhabitants_near("FR", 48.86, 2.35) or 0) > 5_000_000
    assert inhabitants_near("XX", 0.0, 0.0) is None


def test_the_table_names_towns_that_are_known() -> None:
    known = {
        find_town(name)
        for name in (
            "Paris", "Lyon", "Munich", "Frankfurt", "Stuttgart", "Berlin", "Wetzlar", "Wiesbaden", "Darmstadt",
            "La Défense", "Nice", "Sophia Antipolis", "Lille", "Strasbourg",
        )
    }  # fmt: skip
    keys = {town.key for town in known if town}
    assert {key for pair in _table() for key in pair} == keys
    assert all(0 < minutes <= MOST for minutes in _table().values())


def test_the_table_agrees_with_itself() -> None:
    """No way round through a third town is much quicker than the direct one: 45 minutes are left for the change."""
    table = _table()
    keys = {key for pair in table for key in pair}
    for pair, minutes in table.items():
        if len(pair) < 2:
            continue
        start, end = pair
        for middle in keys - pair:
            first, second = table.get(frozenset((start, middle))), table.get(frozenset((middle, end)))
            if first is not None and second is not None:
                assert minutes <= first + second, (start, middle, end)


@pytest.mark.parametrize(
    ("name", "key", "region", "time_zone"),
    [
        ("慕尼黑", "de:munchen", "BY+", "Europe/Berlin"),
        ("Munich", "de:munchen", "BY+", "Europe/Berlin"),
        ("Nürnberg", "de:nurnberg", "BY", "Europe/Berlin"),
        ("法蘭克福", "de:frankfurtammain", "HE", "Europe/Berlin"),
        ("Ludwigshafen am Rhein", "de:ludwigshafenamrhein", "RP", "Europe/Berlin"),
        ("Strasbourg", "fr:strasbourg", "6AE", "Europe/Paris"),
        ("Metz", "fr:metz", "57", "Europe/Paris"),
        ("Édimbourg", "gb:edinburgh", "SCT", "Europe/London"),
        ("Londres", "gb:london", "ENG", "Europe/London"),
        ("新加坡", "sg:singapore", "", "Asia/Singapore"),
        ("无锡", "cn:wuxi", "", "Asia/Shanghai"),
    ],
)
def test_towns(name: str, key: str, region: str, time_zone: str) -> None:
    town = find_town(name)
    assert isinstance(town, Town)
    assert (town.key, town.region, town.time_zone) == (key, region, time_zone)


@pytest.mark.parametrize("name", ["", "France", "法国", "Bavaria?", "nowhere at all", "x" * 10_000, "\x00"])
def test_what_is_no_town_is_none(name: str) -> None:
    assert find_town(name) is None


def test_the_days_on_which_the_clock_changes() -> None:
    clock = clock_of("Europe/Paris")
    assert clock.missing(date(2026, 3, 29)) == (120, 180)
    assert clock.repeated(date(2026, 3, 29)) is None
    assert clock.repeated(date(2026, 10, 25)) == (120, 180)
    assert clock.missing(date(2026, 10, 25)) is None
    assert clock.missing(date(2026, 6, 1)) is None
    assert clock.instant(date(2026, 3, 29), 180) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert clock.instant(date(2026, 10, 25), 150) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_unknown_time_zone_is_read_as_utc() -> None:
    for name in ("", "Europe/Nowhere", "../../etc/passwd", "\x00"):
        assert clock_of(name).zone == ZoneInfo("UTC")


degrees_north = st.none() | st.floats(-90, 90)
degrees_east = st.none() | st.floats(-180, 180)
spots = st.lists(
    st.builds(
        Spot,
        st.sampled_from(["fr:lyon", "fr:paris", "de:munchen", "a", "b", "c", "", "☃"]),
        degrees_north,
        degrees_east,
        st.sampled_from(["FR", "DE", "US", "", "XX"]),
    ),
    max_size=6,
    unique_by=lambda spot: spot.key,
)


@settings(deadline=None, max_examples=100)
@given(spots)
def test_the_table_of_times_has_no_holes_is_positive_and_even(found: list[Spot]) -> None:
    minutes = travel_minutes(found, {})
    keys = [spot.key for spot in found]
    assert list(minutes) == keys
    for a in keys:
        assert list(minutes[a]) == keys
        for b in keys:
            assert 0 < minutes[a][b] <= MOST
            assert minutes[a][b] == minutes[b][a]


@settings(deadline=None, max_examples=60)
@given(st.floats(0, 60), st.floats(0, 60))
def test_farther_never_takes_less_by_more_than_a_mean_of_travel_gains(one: float, other: float) -> None:
    """Along the equator: farther takes at least as long, but for the step at which a mean of travel begins."""
    near, far = sorted((one, other))
    start = Spot("start", 0.0, 0.0, "FR")
    times = [way_between(start, Spot("end", 0.0, east, "FR"), {}).minutes for east in (near, far)]
    assert times[0] <= times[1] + 60


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from(["Europe/Paris", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"]),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.integers(0, 1439),
)
def test_a_minute_that_exists_comes_back(zone: str, day: date, minute: int) -> None:
    clock = clock_of(zone)
    missing = clock.missing(day)
    back = clock.instant(day, minute).astimezone(clock.zone)
    if missing is None or not missing[0] <= minute < missing[1]:
        assert (back.date(), back.hour * 60 + back.minute) == (day, minute)
    else:
        assert (back.date(), back.hour * 60 + back.minute) != (day, minute)


@given(st.text(max_size=300), st.text(max_size=3))
def test_keys_are_short_and_plain(name: str, country: str) -> None:
    assert len(town_key(name, country)) <= 60
