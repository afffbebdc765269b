"""The founding journey replayed from plain values: what kind of days it had, and what the rules say of it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from qiao.missions.hostdays import DayKind, HostKind, can_meet, usual_windows, what_day
from qiao.missions.travel import find_town
from qiao.missions.triprules import Journey, Severity, check, deadlines, rule_set

LEAVES, RETURNS = date(2023, 6, 2), date(2023, 6, 9)
JOURNEY = Journey(LEAVES, RETURNS, ("FR", "DE"))
DAYS = [LEAVES + timedelta(days=n) for n in range(8)]


def test_eight_days_two_countries_exactly_at_the_most_allowed() -> None:
    found = {one.rule: one for one in check(JOURNEY, rule_set("cn-local"), date(2023, 3, 1))}
    assert JOURNEY.days == 8
    days = found["TRIP-1.days"]
    assert (days.severity, days.words, days.expected, days.found) == (Severity.MET, "days_at_most", 8, 8)
    countries = found["TRIP-1.countries"]
    assert (countries.severity, countries.expected, countries.found) == (Severity.MET, 3, 2)


def test_one_day_more_breaks_the_rule() -> None:
    longer = Journey(LEAVES, RETURNS + timedelta(days=1), ("FR", "DE"))
    found = {one.rule: one for one in check(longer, rule_set("cn-local"), LEAVES)}
    assert found["TRIP-1.days"].severity == Severity.BROKEN
    assert found["TRIP-1.days"].parameters["over"] == 1


def test_what_the_report_does_not_say_is_unknown_and_named() -> None:
    """The press told neither who invited nor how many travelled, nor anything of papers and cost."""
    found = check(JOURNEY, rule_set("cn-local"), date(2023, 6, 13))
    unknown = {one.rule for one in found if one.severity == Severity.UNKNOWN}
    met = {one.rule for one in found if one.severity == Severity.MET}
    assert met == {"TRIP-1.days", "TRIP-1.countries"}
    assert unknown == {rule.id for rule in rule_set("cn-local").rules} - met


def test_deadlines_of_the_journey() -> None:
    """15 working days after Friday 9 June skip the Dragon Boat holiday, and count the Sunday worked in exchange."""
    due = {one.code: one.due_on for one in deadlines(JOURNEY, rule_set("cn-local"))}
    assert due == {
        "invitation": date(2023, 3, 27),
        "publication": date(2023, 3, 27),
        "application": date(2023, 4, 3),
        "approval": date(2023, 5, 11),
        "passport": date(2023, 5, 11),
        "visa": date(2023, 5, 18),
        "passport_return": date(2023, 6, 16),
        "report": date(2023, 7, 3),
        "publication_after": date(2023, 7, 9),
    }


def test_the_lyon_event_was_on_a_saturday_and_only_events_could_be() -> None:
    saturday = what_day("FR", "", date(2023, 6, 3))
    assert saturday.kind == DayKind.WEEKEND
    assert can_meet(HostKind.EVENT, saturday.kind) == "yes"
    assert can_meet(HostKind.COMPANY, saturday.kind) == "no"
    assert usual_windows("FR", "", date(2023, 6, 3)) == ()


def test_corpus_christi_is_kept_in_bavaria_and_hesse_and_not_in_france() -> None:
    day = date(2023, 6, 8)
    kinds = {}
    for name in ("慕尼黑", "Frankfurt", "Lyon", "Paris", "Berlin"):
        town = find_town(name)
        assert town is not None
        kinds[name] = what_day(town.country, town.region, day).kind
    assert kinds == {
        "慕尼黑": DayKind.HOLIDAY,
        "Frankfurt": DayKind.HOLIDAY,
        "Lyon": DayKind.ORDINARY,
        "Paris": DayKind.ORDINARY,
        "Berlin": DayKind.ORDINARY,
    }


def test_three_ordinary_working_days_between_the_ends() -> None:
    """First and last day are for travelling; a day is ordinary where it is so in each country visited."""
    places = [("FR", ""), ("DE", "BY+")]
    inner = DAYS[1:-1]
    ordinary = [day for day in inner if all(what_day(*place, day).kind == DayKind.ORDINARY for place in places)]
    assert ordinary == [date(2023, 6, 5), date(2023, 6, 6), date(2023, 6, 7)]
    assert Counter(what_day("DE", "BY+", day).kind for day in DAYS) == {
        DayKind.ORDINARY: 4,  # 2 June, the day of leaving, and 5 to 7 June
        DayKind.WEEKEND: 2,
        DayKind.HOLIDAY: 1,
        DayKind.BRIDGE: 1,  # 9 June, the day of return
    }
