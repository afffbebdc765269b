"""By when each step is due: counted backwards from the day of leaving, forwards from the day of entering home."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from qiao.missions.hostdays import is_published, what_day
from qiao.missions.triprules.values import Deadline, Journey, Rule, RuleSet

BEFORE, AFTER = "departure", "return"


def deadlines(journey: Journey, rules: RuleSet) -> list[Deadline]:
    """Every deadline whose day can be told, earliest first.

    Working days are those of the home country, its holidays and make-up days among them. A step before departure that
    would fall on a day off is due on the working day before it; one after the return keeps its day.
    """
    steps = {rule.parameters["code"]: rule for rule in deadline_rules(journey, rules)}
    found = (_deadline(rule, steps, journey, rules.home) for rule in steps.values())
    return sorted((one for one in found if one is not None), key=lambda one: (one.due_on, one.code))


def deadline_rules(journey: Journey, rules: RuleSet) -> list[Rule]:
    """The rules of the set that are deadlines in force on the day of departure."""
    return [rule for rule in rules.rules if rule.kind == "deadline" and rule.holds_on(journey.departs_on)]


def applies(rule: Rule, journey: Journey) -> bool:
    """Whether a step is needed for this journey: a Schengen visa only where the journey goes there."""
    only = rule.parameters.get("only_in")
    return only is None or not journey.abroad or bool(set(journey.abroad) & only)


def _deadline(rule: Rule, steps: Mapping[str, Rule], journey: Journey, home: str) -> Deadline | None:
    anchor = _anchor(rule, steps, journey)
    start = _day_of(anchor, steps, journey, home)
    if start is None or not applies(rule, journey) or _is_open(rule, journey):
        return None
    try:
        due = _due(rule, start, home)
    except (OverflowError, ValueError):
        return None  # at the ends of the calendar there is no such day
    asked = rule.parameters
    amount = asked.get("days", asked.get("months", 0))
    return Deadline(
        asked["code"], rule.id, due, anchor, start, amount, _unit(rule), rule.source, rule.reading,
        is_published(home, due.year) and is_published(home, start.year),
    )  # fmt: skip


def _unit(rule: Rule) -> str:
    if "months" in rule.parameters:
        return "months"
    return "working days" if rule.parameters.get("working") else "days"


def _is_open(rule: Rule, journey: Journey) -> bool:
    """Whether the step depends on countries that nobody has named."""
    return "only_in" in rule.parameters and not journey.abroad


def _anchor(rule: Rule, steps: Mapping[str, Rule], journey: Journey) -> str:
    """What the step is counted from; a step that is not needed hands on to what it is itself counted from."""
    anchor: str = rule.parameters.get("before") or rule.parameters["after"]
    while anchor in steps and not applies(steps[anchor], journey):
        anchor = steps[anchor].parameters.get("before") or steps[anchor].parameters["after"]
    if anchor not in steps and anchor not in (BEFORE, AFTER):
        return BEFORE if "before" in rule.parameters else AFTER  # the other step was not yet a rule on that day
    return anchor


def _day_of(anchor: str, steps: Mapping[str, Rule], journey: Journey, home: str) -> date | None:
    if anchor == BEFORE:
        return journey.departs_on
    if anchor == AFTER:
        return journey.returns_on
    step = _deadline(steps[anchor], steps, journey, home)
    return step.due_on if step else None


def _due(rule: Rule, start: date, home: str) -> date:
    asked = rule.parameters
    sign = -1 if "before" in asked else 1
    if "months" in asked:
        return _months_later(start, sign * asked["months"])
    if asked["working"]:
        return _working_days_later(start, sign * asked["days"], home)
    due = start + timedelta(days=sign * asked["days"])
    return _open_day_before(due, home) if sign < 0 else due


def _working_days_later(start: date, amount: int, home: str) -> date:
    day, left, step = start, abs(amount), timedelta(days=1 if amount > 0 else -1)
    while left:
        day += step
        left -= what_day(home, "", day).is_working
    return day


def _open_day_before(day: date, home: str) -> date:
    while not what_day(home, "", day).is_working:
        day -= timedelta(days=1)
    return day


def _months_later(start: date, months: int) -> date:
    """The same day of a later month; its last day where the month is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
