"""Whether each step was, is or can still be on time."""

from __future__ import annotations

from datetime import date

from qiao.missions.triprules.deadlines import applies, deadline_rules, deadlines
from qiao.missions.triprules.sentences import STEPS
from qiao.missions.triprules.told import told
from qiao.missions.triprules.values import Deadline, Finding, Journey, Rule, RuleSet, Severity

SOON = 14  # days before it is due, a step that is not done becomes a warning


def check_steps(journey: Journey, rules: RuleSet, on: date) -> list[Finding]:
    """One finding for each step that the journey needs, as things stand on a day."""
    due = {one.rule: one for one in deadlines(journey, rules)}
    needed = [rule for rule in deadline_rules(journey, rules) if applies(rule, journey)]
    return [_check_step(rule, due.get(rule.id), journey, on) for rule in needed]


def _check_step(rule: Rule, deadline: Deadline | None, journey: Journey, on: date) -> Finding:
    code = rule.parameters["code"]
    step = STEPS.get(code, code)
    if deadline is None:
        return told(rule, "deadline_unknown", Severity.UNKNOWN, None, None, step=step)
    due = deadline.due_on
    if journey.done is None:
        return told(rule, "deadline_unrecorded", Severity.UNKNOWN, due, None, step=step, due=due)
    done = journey.done.get(code)
    if done is not None:
        key, severity = ("deadline_met", Severity.MET) if done <= due else ("deadline_late", Severity.BROKEN)
        return told(rule, key, severity, due, done, step=step, due=due, done=done)
    key, severity = _not_done(due, on)
    return told(rule, key, severity, due, None, step=step, due=due, left=(due - on).days)


def _not_done(due: date, on: date) -> tuple[str, Severity]:
    if due < on:
        return "deadline_overdue", Severity.BROKEN
    if (due - on).days <= SOON:
        return "deadline_soon", Severity.WARNING
    return "deadline_ahead", Severity.UNKNOWN
