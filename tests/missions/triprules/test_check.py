from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.missions.triprules import InviterKind, Journey, NoSuchRules, Severity, check, deadlines, rule_set, rule_sets
from qiao.missions.triprules.check import CHECKS
from qiao.missions.triprules.said import said
from qiao.missions.triprules.sentences import INVITERS, REPORT_PARTS, RULE_SETS, SENTENCES, STEPS
from qiao.missions.triprules.values import Finding

LOCAL = rule_set("cn-local")
DAY = date(2026, 9, 7)
ON = date(2026, 5, 1)


def finding(journey: Journey, rule: str, on: date = ON) -> Finding:
    (found,) = [one for one in check(journey, LOCAL, on) if one.rule == rule]
    return found


def of_days(days: int, *countries: str) -> Journey:
    return Journey(DAY, DAY + timedelta(days=days - 1), countries)


@pytest.mark.parametrize(
    ("journey", "severity", "words"),
    [
        (of_days(4, "FR"), "met", "days_met"),
        (of_days(5, "FR"), "met", "days_at_most"),
        (of_days(6, "FR"), "broken", "days_broken"),
        (of_days(8, "FR", "DE"), "met", "days_at_most"),
        (of_days(8, "FR", "DE", "FR"), "met", "days_at_most"),
        (of_days(10, "FR", "DE", "IT"), "met", "days_at_most"),
        (of_days(11, "FR", "DE", "IT"), "broken", "days_broken"),
        (of_days(5, "FR", "DE", "IT", "ES"), "broken", "days_no_row"),
        (of_days(6, "BR"), "warning", "days_excused"),
        (of_days(7, "BR"), "broken", "days_broken"),
        (of_days(5), "unknown", "days_no_country"),
        (Journey(DAY, None, ("FR",)), "unknown", "days_unknown"),
    ],
)
def test_days(journey: Journey, severity: str, words: str) -> None:
    found = finding(journey, "TRIP-1.days")
    assert (found.severity, found.words) == (severity, words)


@pytest.mark.parametrize(
    ("business", "programme", "severity", "words"),
    [
        (200, 300, "met", "share_met"),
        (199, 300, "broken", "share_broken"),
        (301, 300, "unknown", "share_over"),
        (None, 300, "unknown", "share_unknown"),
        (10, 0, "unknown", "share_unknown"),
    ],
)
def test_share_of_business(business: int | None, programme: int | None, severity: str, words: str) -> None:
    found = finding(Journey(business_minutes=business, programme_minutes=programme), "TRIP-2.business")
    assert (found.severity, found.words) == (severity, words)


def test_a_share_just_below_is_not_rounded_up() -> None:
    found = finding(Journey(business_minutes=19_999, programme_minutes=30_000), "TRIP-2.business")
    assert (found.severity, found.parameters["found"]) == (Severity.BROKEN, 66)


@pytest.mark.parametrize(
    ("kinds", "severity"),
    [
        ((InviterKind.COUNTERPART,), ["met"]),
        ((InviterKind.COUNTERPART, InviterKind.INTERMEDIARY), ["broken"]),
        ((InviterKind.OVERSEAS_CHINESE, InviterKind.INTERMEDIARY), ["broken", "broken"]),
        ((InviterKind.OWN_MISSION,), ["warning"]),
        ((), ["unknown"]),
        (None, ["unknown"]),
    ],
)
def test_inviters(kinds: tuple[InviterKind, ...] | None, severity: list[str]) -> None:
    found = [one for one in check(Journey(inviters=kinds), LOCAL, ON) if one.rule == "TRIP-3.inviter"]
    assert [one.severity for one in found] == severity


def test_group_counts_the_interpreter() -> None:
    assert finding(Journey(travellers=6), "TRIP-1.group").severity == Severity.MET
    assert finding(Journey(travellers=7), "TRIP-1.group").parameters["over"] == 1
    assert finding(Journey(travellers=0), "TRIP-1.group").severity == Severity.UNKNOWN


def test_each_missing_part_of_the_report_is_named() -> None:
    parts = frozenset(REPORT_PARTS) - {"cost", "follow_up"}
    found = [one for one in check(Journey(report_parts=parts), LOCAL, ON) if one.rule == "TRIP-4.report"]
    assert [one.found for one in found] == ["cost", "follow_up"]


def test_photographs_and_budget() -> None:
    home = Journey(photographs=2, cost=Decimal("100.01"), budget=Decimal("100"))
    assert finding(home, "TRIP-4.photographs").parameters["lacking"] == 1
    assert finding(home, "TRIP-4.budget").parameters["over"] == Decimal("0.01")


@pytest.mark.parametrize(
    ("done", "on", "words"),
    [
        (None, ON, "deadline_unrecorded"),
        ({}, date(2026, 6, 1), "deadline_ahead"),
        ({}, date(2026, 7, 3), "deadline_soon"),
        ({}, date(2026, 7, 9), "deadline_soon"),
        ({}, date(2026, 7, 10), "deadline_overdue"),
        ({"application": date(2026, 7, 9)}, ON, "deadline_met"),
        ({"application": date(2026, 7, 10)}, ON, "deadline_late"),
    ],
)
def test_steps_stand_as_of_a_day(done: dict[str, date] | None, on: date, words: str) -> None:
    """60 days before 7 September is 9 July."""
    journey = replace(of_days(8, "FR", "DE"), done=done)
    assert finding(journey, "TRIP-5.application", on).words == words


def test_a_journey_outside_schengen_needs_no_such_visa_and_keeps_the_other_steps() -> None:
    found = {one.code: one for one in deadlines(of_days(5, "JP"), LOCAL)}
    assert "visa" not in found
    assert (found["passport"].anchor, found["passport"].counted_from) == ("departure", DAY)


def test_without_countries_no_day_is_guessed_for_visas() -> None:
    codes = {one.code for one in deadlines(of_days(5), LOCAL)}
    assert codes & {"visa", "passport", "approval"} == set()
    assert finding(of_days(5), "TRIP-5.visa").words == "deadline_unknown"


def test_a_step_that_would_fall_on_a_day_off_is_due_before_it() -> None:
    """60 days before 30 November 2026 is 1 October, in the golden week; the last open day is 30 September."""
    journey = Journey(date(2026, 11, 30), date(2026, 12, 2), ("FR",))
    due = {one.code: one.due_on for one in deadlines(journey, LOCAL)}
    assert due["application"] == date(2026, 9, 30)


def test_deadlines_of_a_year_whose_calendar_is_not_published_are_marked() -> None:
    journey = Journey(date(2090, 6, 2), date(2090, 6, 9), ("FR",))
    assert not any(one.certain for one in deadlines(journey, LOCAL))


def test_a_rule_not_yet_in_force_is_not_asked() -> None:
    journey = Journey(date(2012, 6, 4), date(2012, 6, 8), ("FR",))
    rules = {one.rule for one in check(journey, LOCAL, ON)}
    assert rules & {"TRIP-3.inviter", "TRIP-5.publication"} == set()


def test_no_rules_find_nothing() -> None:
    assert check(of_days(90, "FR"), rule_set("none"), ON) == []
    assert deadlines(of_days(90, "FR"), rule_set("none")) == []


def test_an_unknown_rule_set_names_those_there_are() -> None:
    with pytest.raises(NoSuchRules, match="cn-local, cn-research, none"):
        rule_set("../../etc/passwd")


@pytest.mark.parametrize("code", rule_sets())
def test_every_rule_has_a_check_a_source_and_words(code: str) -> None:
    rules = rule_set(code)
    assert code in RULE_SETS
    assert rules.version
    assert rules.licence
    for rule in rules.rules:
        assert rule.kind == "deadline" or rule.kind in CHECKS
        assert rule.source.title
        assert rule.source.address.startswith("http")
        if rule.kind == "deadline":
            assert rule.parameters["code"] in STEPS
        if rule.kind == "report_parts":
            assert set(rule.parameters["parts"]) <= set(REPORT_PARTS)
    assert len({rule.id for rule in rules.rules}) == len(rules.rules)


def test_every_kind_of_inviter_has_a_word() -> None:
    assert set(INVITERS) == {kind.value for kind in InviterKind}


@pytest.mark.parametrize(
    ("values", "match"),
    [
        ({"departs_on": DAY, "returns_on": DAY - timedelta(days=1)}, "Expected a return on or after"),
        ({"countries": ("fr",)}, "two capital letters; found 'fr'"),
        ({"travellers": -1}, "travellers from 0 to 1000000; found -1"),
        ({"cost": Decimal("NaN")}, "cost of 0 or more; found NaN"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(values: dict[str, object], match: str) -> None:
    with pytest.raises(ValueError, match=match):
        Journey(**values)  # type: ignore[arg-type]


counts = st.none() | st.integers(0, 10_000)
some_days = st.dates() | st.sampled_from([date.min, date.max, date(9999, 12, 1), date(1, 3, 1)])


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    departs = draw(st.none() | some_days)
    returns = draw(st.none() | some_days)
    if departs and returns and returns < departs:
        departs, returns = returns, departs
    return Journey(
        departs,
        returns,
        tuple(draw(st.lists(st.sampled_from(["FR", "DE", "BR", "CN", "XX", "ZZ"]), max_size=6))),
        travellers=draw(counts),
        inviters=draw(st.none() | st.lists(st.sampled_from(list(InviterKind)), max_size=4).map(tuple)),
        business_minutes=draw(counts),
        programme_minutes=draw(counts),
        unapproved_changes=draw(counts),
        done=draw(st.none() | st.dictionaries(st.sampled_from([*STEPS, "own"]), some_days, max_size=4)),
        report_parts=draw(st.none() | st.frozensets(st.sampled_from([*REPORT_PARTS, "own"]))),
        photographs=draw(counts),
        cost=draw(st.none() | st.decimals(0, 10**9, allow_nan=False, allow_infinity=False)),
        budget=draw(st.none() | st.decimals(0, 10**9, allow_nan=False, allow_infinity=False)),
    )


@settings(deadline=None, max_examples=60)
@given(journeys(), some_days, st.sampled_from(["en", "zh-hans", "fr"]))
def test_every_rule_in_force_is_told_in_a_whole_sentence(journey: Journey, on: date, language: str) -> None:
    found = check(journey, LOCAL, on)
    asked = {rule.id for rule in LOCAL.rules if rule.holds_on(journey.departs_on)}
    silent = asked - {one.rule for one in found}
    assert silent <= {"TRIP-5.visa"}  # asked of journeys to Schengen alone
    order = list(Severity)
    assert [one.severity for one in found] == sorted((one.severity for one in found), key=order.index)
    with translation.override(language):
        for one in found:
            assert said(one)
            assert "%(" not in said(one)


@settings(deadline=None, max_examples=60)
@given(journeys())
def test_steps_before_leaving_are_due_before_it_and_the_others_after(journey: Journey) -> None:
    after = {"passport_return", "report", "publication_after"}
    for one in deadlines(journey, LOCAL):
        if one.code in after:
            assert journey.returns_on is not None
            assert one.due_on > journey.returns_on
        else:
            assert journey.departs_on is not None
            assert one.due_on < journey.departs_on


def test_every_sentence_is_used_with_the_values_it_asks_for() -> None:
    """Each key is reached by one of the checks, so that no translation is made for nothing."""
    import inspect

    from qiao.missions.triprules import home, limits, punctual

    source = "".join(inspect.getsource(module) for module in (home, limits, punctual))
    composed = {f"{what}_{end}" for what in ("countries", "group") for end in ("met", "broken")}
    assert {key for key in SENTENCES if f'"{key}"' not in source} <= composed
