"""The page on which a mission is prepared: towns, travellers, roles, approval, agreements, and what the rules say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from qiao.missions.enums import MissionRoleKind, MissionState
from qiao.missions.hostdays import DayKind, HostDay, what_day
from qiao.missions.models import (
    ApprovalStep,
    Leg,
    LinkedAgreement,
    Mission,
    MissionRole,
    Photograph,
    PlannedEvent,
    Traveller,
    TripReport,
    Visit,
)
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.planned import legs_of, own_ways
from qiao.missions.queries.titles import Title, titles
from qiao.missions.travel import Spot, Way, way_between
from qiao.missions.triprules import (
    Deadline,
    Finding,
    InviterKind,
    Journey,
    NoSuchRules,
    RuleSet,
    Severity,
    check,
    deadlines,
    rule_set,
    said,
)
from qiao.partnerships.queries.called import call_agreement
from qiao.register.queries.labels import Called, called
from qiao.register.queries.words import Piece

HOME = (MissionState.HOME, MissionState.REPORTED)


@dataclass(frozen=True)
class LegLine:
    """One town, the way from the one before, and the days there that are no ordinary working days."""

    leg: Leg
    way: Way | None
    off: tuple[HostDay, ...]


@dataclass(frozen=True)
class Named:
    """A row beside the name of the party it is about."""

    row: Traveller | MissionRole
    name: Called | None


@dataclass(frozen=True)
class StepLine:
    """One step of the approval: what the rules ask, what was done."""

    code: str
    title: str
    due_on: date | None
    row: ApprovalStep | None
    source: str
    certain: bool = True

    def is_late(self, today: date) -> bool:
        """Whether it was due before today and is not done."""
        return self.due_on is not None and self.due_on < today and (self.row is None or self.row.done_on is None)


@dataclass(frozen=True)
class FindingLine:
    """One finding as a sentence, with its source."""

    finding: Finding
    words: str


@dataclass(frozen=True)
class Preparation:
    """All that the page shows."""

    mission: Mission
    title: Title
    legs: tuple[LegLine, ...]
    travellers: tuple[Named, ...]
    roles: tuple[Named, ...]
    steps: tuple[StepLine, ...]
    agreements: tuple[tuple[LinkedAgreement, Piece | None], ...]
    findings: tuple[FindingLine, ...]
    days_off: tuple[tuple[date, tuple[tuple[str, HostDay], ...]], ...]
    working_days: int

    @property
    def broken(self) -> int:
        """How many rules are broken; one may be broken in several ways."""
        return len({line.finding.rule for line in self.findings if line.finding.severity == Severity.BROKEN})


def preparation(mission: Mission, asking: Asking, today: date) -> Preparation:
    """Everything about the preparation of one mission that the member may see."""
    member, language = asking.member, asking.language
    legs = legs_of(mission, member)
    travellers = list(Traveller.objects.visible_to(member).live().filter(mission=mission).order_by("order", "id"))
    roles = list(MissionRole.objects.visible_to(member).live().filter(mission=mission).order_by("kind", "id"))
    steps = list(ApprovalStep.objects.visible_to(member).live().filter(mission=mission).order_by("due_on", "id"))
    linked = list(LinkedAgreement.objects.visible_to(member).live().filter(mission=mission).select_related("agreement"))
    names = called([*(one.person_id for one in travellers), *(one.party_id for one in roles)], language)
    rules = rules_of(mission)
    journey = journey_of(mission, asking, legs, travellers, roles, steps)
    dated = {rule.id for rule in rules.rules if rule.kind == "deadline"}  # the list of steps tells of these
    days_off, working = _days_off(mission, legs, language)
    return Preparation(
        mission=mission,
        title=titles([mission.pk], asking)[mission.pk],
        legs=_leg_lines(legs, asking),
        travellers=tuple(Named(one, names.get(one.person_id)) for one in travellers),
        roles=tuple(Named(one, names.get(one.party_id)) for one in roles),
        steps=_step_lines(steps, deadlines(journey, rules)),
        agreements=tuple((one, call_agreement(member, one.agreement, language)) for one in linked),
        findings=tuple(FindingLine(one, said(one)) for one in check(journey, rules, today) if one.rule not in dated),
        days_off=days_off,
        working_days=working,
    )


def rules_of(mission: Mission) -> RuleSet:
    """The rules a mission goes under; none where it names none that is shipped."""
    try:
        return rule_set(mission.rules or "none")
    except NoSuchRules:
        return rule_set("none")


def journey_of(
    mission: Mission,
    asking: Asking,
    legs: Sequence[Leg],
    travellers: Sequence[Traveller],
    roles: Sequence[MissionRole],
    steps: Sequence[ApprovalStep],
) -> Journey:
    """A mission as the rules ask about it; what nobody has said stays unknown."""
    member = asking.member
    visits = Visit.objects.visible_to(member).live().filter(mission=mission, day__isnull=False)
    placed = list(visits.values_list("minutes", flat=True))
    held = list(
        PlannedEvent.objects.visible_to(member).live().filter(mission=mission).values_list("minutes", flat=True)
    )
    inviters = [one for one in roles if one.kind == MissionRoleKind.INVITER]
    is_home = mission.state in HOME
    report = TripReport.objects.visible_to(member).live().filter(mission=mission).first()
    photographs = Photograph.objects.visible_to(member).live().filter(mission=mission).count()
    done = {one.code: one.done_on for one in steps if one.code and one.done_on}
    if report and report.submitted_on:
        done.setdefault("report", report.submitted_on)
    journey = Journey(
        departs_on=mission.departs_on,
        returns_on=mission.returns_on,
        countries=tuple(leg.country for leg in legs if leg.country and leg.country != _home(mission)),
        travellers=len(travellers) or None,
        inviters=tuple(InviterKind(one.inviter) for one in inviters if one.inviter) if inviters else None,
        business_minutes=sum(placed) + sum(held) if placed else None,
        programme_minutes=_programme(mission) if placed else None,
        done=done if steps or done else None,
        photographs=photographs if is_home or photographs else None,
        cost=report.cost if report and report.cost_currency == mission.budget_currency else None,
        budget=mission.budget,
    )
    if report is None and not is_home:
        return journey
    return replace(journey, report_parts=report_parts(report or TripReport(), journey, steps))


def report_parts(report: TripReport, journey: Journey, steps: Sequence[ApprovalStep]) -> frozenset[str]:
    """Codes, as in `triprules.sentences.REPORT_PARTS`, of the parts that the report has: by its text or live rows."""
    told = {
        "inviter": journey.inviters is not None,
        "members": bool(journey.travellers),
        "border_dates": journey.departs_on is not None and journey.returns_on is not None,
        "schedule": bool(journey.business_minutes),
        "tasks": bool(report.results.strip()),
        "passports": any(one.code == "passport_return" and one.done_on for one in steps),
        "discipline": bool(report.deviations.strip()),
        "cost": report.cost is not None,
        "follow_up": bool(report.suggestions.strip()),
    }
    return frozenset(code for code, there in told.items() if there)


def _home(mission: Mission) -> str:
    return rules_of(mission).home


def _programme(mission: Mission) -> int | None:
    """Minutes of the programme abroad: eight hours for each day of the journey."""
    return mission.days * 8 * 60 if mission.days else None


def _leg_lines(legs: Sequence[Leg], asking: Asking) -> tuple[LegLine, ...]:
    own = own_ways(asking.member)
    spots = [Spot(leg.place, leg.latitude, leg.longitude, leg.country) for leg in legs]
    ways: list[Way | None] = [None, *(way_between(a, b, own) for a, b in pairwise(spots))]
    return tuple(LegLine(leg, way, _off(leg, asking.language)) for leg, way in zip(legs, ways, strict=False))


def _off(leg: Leg, language: str) -> tuple[HostDay, ...]:
    if leg.arrives_on is None or leg.leaves_on is None:
        return ()
    days = range(min((leg.leaves_on - leg.arrives_on).days, 60) + 1)
    told = (what_day(leg.country, leg.region, leg.arrives_on + timedelta(days=n), language) for n in days)
    return tuple(day for day in told if day.kind != DayKind.ORDINARY)


def _days_off(
    mission: Mission, legs: Sequence[Leg], language: str
) -> tuple[tuple[tuple[date, tuple[tuple[str, HostDay], ...]], ...], int]:
    """Days of the journey that are no working days somewhere, with where; and how many are ordinary everywhere.

    The days of leaving and of coming home are spent on the way and count as neither.
    """
    regions = list(dict.fromkeys((leg.country, leg.region) for leg in legs))
    towns = {(leg.country, leg.region): leg.town for leg in reversed(legs)}
    found: list[tuple[date, tuple[tuple[str, HostDay], ...]]] = []
    working = 0
    for n in range(mission.days):
        day = (mission.departs_on or date.min) + timedelta(days=n)
        told = [(towns[one], what_day(*one, day, language)) for one in regions]
        off = tuple((town, kind) for town, kind in told if not kind.is_working)
        if off:
            found.append((day, off))
        elif 0 < n < mission.days - 1:
            working += 1
    return tuple(found), working


def _step_lines(rows: Sequence[ApprovalStep], due: Sequence[Deadline]) -> tuple[StepLine, ...]:
    kept = {row.code: row for row in rows if row.code}
    lines = [
        StepLine(one.code, one.title, one.due_on, kept.pop(one.code, None), one.source.title, one.certain)
        for one in due
    ]
    lines += [StepLine(row.code, row.title, row.due_on, row, "") for row in rows if not row.code or row.code in kept]
    return tuple(sorted(lines, key=lambda line: (line.due_on or date.max, line.code)))
