"""What the rules say of a journey: each one kept, broken, close to it, or not to be judged for want of something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from qiao.missions.triprules.home import check_budget, check_photographs, check_report
from qiao.missions.triprules.limits import (
    check_changes,
    check_countries,
    check_days,
    check_group,
    check_inviters,
    check_share,
)
from qiao.missions.triprules.punctual import check_steps
from qiao.missions.triprules.values import Finding, Journey, Rule, RuleSet, Severity

CHECKS: Mapping[str, Callable[[Journey, Rule], list[Finding]]] = {
    "days_by_countries": check_days,
    "countries_at_most": check_countries,
    "group_at_most": check_group,
    "business_share": check_share,
    "inviter_kinds": check_inviters,
    "no_unapproved_change": check_changes,
    "report_parts": check_report,
    "photographs_at_least": check_photographs,
    "cost_within_budget": check_budget,
}


def check(journey: Journey, rules: RuleSet, on: date) -> list[Finding]:
    """At least one finding for every rule in force on the day of departure, the gravest first.

    on        the day from which deadlines are looked at.
    Returns   findings in the order broken, warning, unknown, met; within these in the order of the rule set. A rule
              that cannot be judged gives an "unknown" that says what is missing.
    """
    found = [finding for rule in rules.rules for finding in _of(rule, journey)]
    found += check_steps(journey, rules, on)
    order = list(Severity)
    return sorted(found, key=lambda finding: order.index(finding.severity))


def _of(rule: Rule, journey: Journey) -> list[Finding]:
    if rule.kind == "deadline" or not rule.holds_on(journey.departs_on):
        return []
    return CHECKS[rule.kind](journey, rule)
