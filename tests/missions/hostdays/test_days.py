from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qiao.missions.hostdays import DayKind, HostDay, HostKind, can_meet, is_published, usual_windows, what_day
from qiao.missions.hostdays.names import holiday_name


@pytest.mark.parametrize(
    ("country", "region", "day", "kind"),
    [
        ("DE", "BY", date(2023, 6, 8), "holiday"),
        ("DE", "HE", date(2023, 6, 8), "holiday"),
        ("DE", "BE", date(2023, 6, 8), "ordinary"),
        ("FR", "", date(2023, 6, 8), "ordinary"),
        ("DE", "BY", date(2023, 6, 9), "bridge"),
        ("FR", "", date(2023, 5, 19), "bridge"),  # after Ascension
        ("DE", "BY+", date(2023, 8, 15), "holiday"),  # Assumption in Munich
        ("DE", "BY+", date(2023, 8, 14), "bridge"),
        ("DE", "BY", date(2023, 8, 15), "ordinary"),  # and not in Nuremberg
        ("FR", "57", date(2023, 4, 7), "holiday"),  # Good Friday in Moselle
        ("FR", "", date(2023, 4, 7), "ordinary"),
        ("GB", "ENG", date(2026, 4, 6), "holiday"),
        ("GB", "SCT", date(2026, 4, 6), "ordinary"),
        ("IT", "MI", date(2026, 12, 7), "holiday"),  # Saint Ambrose in Milan
        ("CN", "", date(2023, 6, 25), "ordinary"),  # a Sunday worked for the Dragon Boat holiday
        ("CN", "", date(2023, 6, 23), "holiday"),
        ("AE", "", date(2026, 5, 3), "weekend"),
        ("IL", "", date(2026, 5, 8), "weekend"),
        ("IL", "", date(2026, 5, 10), "ordinary"),
        ("XX", "no such region", date(2026, 5, 9), "weekend"),
        ("FR", "no such region", date(2026, 5, 12), "ordinary"),
    ],
)
def test_kind_of_day(country: str, region: str, day: date, kind: str) -> None:
    assert what_day(country, region, day).kind == kind


@pytest.mark.parametrize(
    ("language", "name", "tag"),
    [
        ("en", "Corpus Christi", "en"),
        ("de", "Fronleichnam", "de"),
        ("fr", "Fête-Dieu", "fr"),
        ("zh-hans", "基督圣体节", "zh-Hans"),
        ("zh-hant", "基督聖體節", "zh-Hant"),
        ("nl", "Fronleichnam", "de"),
    ],
)
def test_a_holiday_is_named_in_the_language_of_the_reader(language: str, name: str, tag: str) -> None:
    day = date(2023, 6, 8)
    assert what_day("DE", "BY", day, language) == HostDay(day, DayKind.HOLIDAY, name, tag)


def test_a_name_that_is_not_ours_stays_in_the_language_of_the_place() -> None:
    found = what_day("JP", "", date(2026, 7, 20), "zh-hans")
    assert (found.name, found.language) == ("海の日", "ja")
    assert holiday_name("Marine Day", "fr") == ""


@pytest.mark.parametrize("country", ["FR", "AT", "BE", "LU", "NL", "SE", "DK", "NO", "US"])
@pytest.mark.parametrize("language", ["zh-hans", "zh-hant", "fr", "de"])
def test_holidays_of_much_visited_countries_are_all_named(country: str, language: str) -> None:
    first = date(2026, 1, 1)
    days = [what_day(country, "", first + timedelta(days=n), language) for n in range(365)]
    tag = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(language, language)
    assert {one.language for one in days if one.kind == DayKind.HOLIDAY} == {tag}


def test_the_chinese_calendar_is_final_only_when_published() -> None:
    assert is_published("CN", 2023)
    assert not is_published("CN", 2090)
    assert is_published("DE", 2090)


@pytest.mark.parametrize("host", list(HostKind))
def test_every_host_says_what_can_happen_on_every_kind_of_day(host: HostKind) -> None:
    assert {can_meet(host, kind) for kind in DayKind} <= {"yes", "asked", "no"}
    assert can_meet(host, DayKind.ORDINARY) == "yes"


@pytest.mark.parametrize(
    ("country", "region", "day", "host", "windows"),
    [
        ("FR", "", date(2023, 6, 5), HostKind.COMPANY, ((570, 735), (840, 1080))),
        ("DE", "BY", date(2023, 6, 5), HostKind.COMPANY, ((540, 1020),)),
        ("DE", "BE", date(2023, 6, 9), HostKind.COMPANY, ((540, 840),)),  # Friday afternoon is off
        ("DE", "BY", date(2023, 6, 8), HostKind.COMPANY, ()),
        ("FR", "", date(2023, 6, 3), HostKind.EVENT, ((540, 1260),)),
        ("FR", "", date(2023, 6, 3), HostKind.INCUBATOR, ()),
    ],
)
def test_usual_windows(
    country: str, region: str, day: date, host: HostKind, windows: tuple[tuple[int, int], ...]
) -> None:
    assert usual_windows(country, region, day, host) == windows


@settings(deadline=None, max_examples=150)
@example("FR", "", date.min, "en", HostKind.COMPANY)
@example("FR", "", date.max, "en", HostKind.COMPANY)
@given(
    st.sampled_from(["DE", "FR", "CN", "GB", "IL", "JP", "XX", "", "中", "../x"]),
    st.sampled_from(["", "BY", "BY+", "+", "HE", "ENG", "☃", "x" * 200]),
    st.dates(),
    st.sampled_from(["en", "zh-hans", "fr", "", "xx"]),
    st.sampled_from(list(HostKind)),
)
def test_any_day_of_any_place_has_a_kind_and_sane_windows(
    country: str, region: str, day: date, language: str, host: HostKind
) -> None:
    found = what_day(country, region, day, language)
    assert (found.kind == DayKind.HOLIDAY) == bool(found.name) == bool(found.language)
    ends = 0
    for opens, closes in usual_windows(country, region, day, host):
        assert ends <= opens < closes <= 1440
        ends = closes
