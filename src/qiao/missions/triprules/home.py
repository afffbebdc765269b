"""Rules that hold once the delegation is home: the report's parts, its photographs, the cost."""

from __future__ import annotations

from qiao.missions.triprules.sentences import REPORT_PARTS
from qiao.missions.triprules.told import told
from qiao.missions.triprules.values import Finding, Journey, Rule, Severity


def check_report(journey: Journey, rule: Rule) -> list[Finding]:
    """One finding for each part that the report lacks."""
    parts = rule.parameters["parts"]
    if journey.report_parts is None:
        return [told(rule, "report_unknown", Severity.UNKNOWN, parts, None, count=len(parts))]
    lacking = [part for part in parts if part not in journey.report_parts]
    if lacking:
        return [
            told(rule, "report_broken", Severity.BROKEN, parts, part, part=REPORT_PARTS.get(part, part))
            for part in lacking
        ]
    return [told(rule, "report_met", Severity.MET, parts, parts)]


def check_photographs(journey: Journey, rule: Rule) -> list[Finding]:
    """Whether there are enough photographs."""
    least, found = rule.parameters["least"], journey.photographs
    if found is None:
        return [told(rule, "photographs_unknown", Severity.UNKNOWN, least, None, least=least)]
    severity, key = (Severity.MET, "photographs_met") if found >= least else (Severity.BROKEN, "photographs_broken")
    return [told(rule, key, severity, least, found, found=found, least=least, lacking=max(0, least - found))]


def check_budget(journey: Journey, rule: Rule) -> list[Finding]:
    """Cost against the approved budget, in one currency."""
    cost, budget = journey.cost, journey.budget
    if cost is None or budget is None:
        return [told(rule, "budget_unknown", Severity.UNKNOWN, budget, cost)]
    if cost > budget:
        return [told(rule, "budget_broken", Severity.BROKEN, budget, cost, over=cost - budget)]
    return [told(rule, "budget_met", Severity.MET, budget, cost)]
