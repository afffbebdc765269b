"""Rules that hold of a journey as planned: days, countries, persons, share of business, inviters, changes."""

from __future__ import annotations

from fractions import Fraction

from qiao.missions.triprules.sentences import INVITERS
from qiao.missions.triprules.told import told
from qiao.missions.triprules.values import Finding, Journey, Rule, Severity


def check_days(journey: Journey, rule: Rule) -> list[Finding]:
    """Days on the calendar against the most for that number of countries; both ends count."""
    days, allowed, abroad = journey.days, rule.parameters["most"], journey.abroad
    if days is None:
        return [told(rule, "days_unknown", Severity.UNKNOWN, allowed, None)]
    if not abroad:
        return [told(rule, "days_no_country", Severity.UNKNOWN, allowed, days)]
    if len(abroad) > len(allowed):
        return [told(rule, "days_no_row", Severity.BROKEN, allowed, days, countries=len(abroad))]
    most = allowed[len(abroad) - 1]
    more = most + (rule.parameters.get("more", 0) if set(abroad) & rule.parameters.get("more_in", frozenset()) else 0)
    said = {"found": days, "most": most, "more": more, "over": days - most}
    if days > more:
        return [told(rule, "days_broken", Severity.BROKEN, most, days, **said)]
    if days > most:
        return [told(rule, "days_excused", Severity.WARNING, most, days, **said)]
    key = "days_at_most" if days == more else "days_met"
    return [told(rule, key, Severity.MET, most, days, **said)]


def check_countries(journey: Journey, rule: Rule) -> list[Finding]:
    """How many countries the party enters."""
    if not journey.abroad:
        most = rule.parameters["most"]
        return [told(rule, "countries_unknown", Severity.UNKNOWN, most, None, most=most)]
    return [_at_most(rule, "countries", len(journey.abroad))]


def check_group(journey: Journey, rule: Rule) -> list[Finding]:
    """How many persons travel, interpreters among them."""
    if not journey.travellers:
        most = rule.parameters["most"]
        return [told(rule, "group_unknown", Severity.UNKNOWN, most, None, most=most)]
    return [_at_most(rule, "group", journey.travellers)]


def check_share(journey: Journey, rule: Rule) -> list[Finding]:
    """Share of substantive business in the programme abroad; the percentage shown is cut, never rounded up."""
    least = Fraction(rule.parameters["numerator"], rule.parameters["denominator"])
    said = {"least": f"{least.numerator}/{least.denominator}"}
    business, programme = journey.business_minutes, journey.programme_minutes
    if business is None or not programme:
        return [told(rule, "share_unknown", Severity.UNKNOWN, least, None, **said)]
    share = Fraction(business, programme)
    if share > 1:
        return [told(rule, "share_over", Severity.UNKNOWN, least, share, **said)]
    severity, key = (Severity.MET, "share_met") if share >= least else (Severity.BROKEN, "share_broken")
    return [told(rule, key, severity, least, share, found=int(share * 100), **said)]


def check_inviters(journey: Journey, rule: Rule) -> list[Finding]:
    """One finding for each kind of inviter that is refused; else whether a wanted one is among them."""
    wanted = rule.parameters["wanted"]
    if not journey.inviters:
        return [told(rule, "inviter_unknown", Severity.UNKNOWN, wanted, None)]
    kinds = tuple(dict.fromkeys(journey.inviters))
    refused = [kind for kind in kinds if kind in rule.parameters["refused"]]
    if refused:
        return [
            told(rule, "inviter_refused", Severity.BROKEN, wanted, str(kind), kind=INVITERS[kind]) for kind in refused
        ]
    if any(kind in wanted for kind in kinds):
        return [told(rule, "inviter_met", Severity.MET, wanted, kinds)]
    return [told(rule, "inviter_weak", Severity.WARNING, wanted, kinds)]


def check_changes(journey: Journey, rule: Rule) -> list[Finding]:
    """Changes of route or stay that nobody approved."""
    found = journey.unapproved_changes
    if found is None:
        return [told(rule, "changes_unknown", Severity.UNKNOWN, 0, None)]
    severity, key = (Severity.BROKEN, "changes_broken") if found else (Severity.MET, "changes_met")
    return [told(rule, key, severity, 0, found, found=found)]


def _at_most(rule: Rule, what: str, found: int) -> Finding:
    most = rule.parameters["most"]
    if found > most:
        return told(rule, f"{what}_broken", Severity.BROKEN, most, found, found=found, most=most, over=found - most)
    return told(rule, f"{what}_met", Severity.MET, most, found, found=found, most=most)
