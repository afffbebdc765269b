"""The trip report of a mission: what was planned against what took place, and what live records say of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from qiao.kit import show
from qiao.meetings.models import Keeping
from qiao.missions.enums import MissionRoleKind
from qiao.missions.models import ApprovalStep, Mission, Photograph, PlannedEvent, TripReport, Visit
from qiao.missions.press import report_values as values
from qiao.missions.press.values import Owed, Someone
from qiao.missions.queries.briefing import Held, held_of
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.preparation import FindingLine, journey_of, report_parts, rules_of
from qiao.missions.queries.timeline import clock
from qiao.missions.queries.titles import Title, titles
from qiao.missions.triprules import Journey, check, deadlines, said
from qiao.missions.triprules.sentences import REPORT_PARTS
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Entity

REPORT, PASSPORTS = "report", "passport_return"
LEAST_PHOTOGRAPHS = 3
KINDS = (
    "photographs_at_least",
    "cost_within_budget",
    "no_unapproved_change",
)  # of the rules that a report answers; its parts are listed by themselves


@dataclass(frozen=True)
class TookPlace:
    """One stop: what was planned, and the meeting or event it became."""

    row: Visit | PlannedEvent
    name: str
    language: str
    town: str
    planned_on: date | None
    start: int | None
    became: UUID | None
    on: date | None  # the day it took place

    @property
    def is_visit(self) -> bool:
        return isinstance(self.row, Visit)

    @property
    def moved(self) -> bool:
        return self.on is not None and self.planned_on is not None and self.on != self.planned_on


@dataclass(frozen=True)
class ReportPage:
    """All that the page shows, and of which the paper is made."""

    mission: Mission
    title: Title
    report: TripReport | None
    held: Held
    stops: tuple[TookPlace, ...]
    promises: tuple[Keeping, ...]
    photographs: tuple[Photograph, ...]
    steps: tuple[ApprovalStep, ...]
    findings: tuple[FindingLine, ...]
    parts: tuple[tuple[str, bool], ...]
    due_on: date | None
    handed_in: date | None
    persons: frozenset[UUID]

    @property
    def took_place(self) -> int:
        return sum(one.became is not None for one in self.stops)

    @property
    def photographs_short(self) -> int:
        return max(0, LEAST_PHOTOGRAPHS - len(self.photographs))

    @property
    def is_late(self) -> bool:
        return bool(self.due_on and self.handed_in and self.handed_in > self.due_on)


def report_page(mission: Mission, asking: Asking, today: date) -> ReportPage:
    """Everything about the report on one mission that the member may see, in a fixed number of queries."""
    member = asking.member
    held = held_of(mission, asking)
    steps = list(ApprovalStep.objects.visible_to(member).live().filter(mission=mission).order_by("due_on", "id"))
    report = TripReport.objects.visible_to(member).live().filter(mission=mission).first()
    photographs = Photograph.objects.visible_to(member).live().filter(mission=mission).order_by("position", "id")
    journey = journey_of(mission, asking, held.planned.legs, held.travellers, held.roles, steps)
    stops = _stops(held, asking)
    rules = rules_of(mission)
    kinds = {rule.id for rule in rules.rules if rule.kind in KINDS or rule.parameters.get("code") == REPORT}
    findings = [FindingLine(one, said(one)) for one in check(journey, rules, today) if one.rule in kinds]
    written = report_parts(report or TripReport(), journey, steps)
    parties = Entity.objects.visible_to(member).filter(pk__in=[one.party_id for one in held.roles])
    return ReportPage(
        mission=mission,
        title=titles([mission.pk], asking)[mission.pk],
        report=report,
        held=held,
        stops=stops,
        promises=_promises(stops, asking),
        photographs=tuple(photographs),
        steps=tuple(steps),
        findings=tuple(findings),
        parts=tuple((str(words), code in written) for code, words in REPORT_PARTS.items()),
        due_on=_due(journey, mission),
        handed_in=(report.submitted_on if report else None) or _done(steps, REPORT),
        persons=frozenset(parties.filter(kind=EntityKind.PERSON).values_list("pk", flat=True)),
    )


def _due(journey: Journey, mission: Mission) -> date | None:
    return next((one.due_on for one in deadlines(journey, rules_of(mission)) if one.code == REPORT), None)


def _done(steps: Sequence[ApprovalStep], code: str) -> date | None:
    return next((one.done_on for one in steps if one.code == code and one.done_on), None)


def _stops(held: Held, asking: Asking) -> tuple[TookPlace, ...]:
    """Every stop that was planned for a day or that took place, by its day."""
    rows: list[Visit | PlannedEvent] = [*held.planned.visits, *held.planned.events]
    became = {row.pk: met for row in rows if (met := row.met_id if isinstance(row, Visit) else row.held_id)}
    groups = asking.groups(became.values())
    days = Dating.objects.visible_to(asking.member).live().filter(subject__canonical_id__in=set(groups.values()))
    on = dict(days.order_by("id").values_list("subject__canonical_id", "start_date"))
    found = []
    for row in rows:
        met = became.get(row.pk)
        group = groups.get(met) if met else None
        if row.day is None and group is None:
            continue
        name = held.names.get(row.host_id) if isinstance(row, Visit) else None
        found.append(
            TookPlace(
                row=row,
                name=(name.text if name else "…") if isinstance(row, Visit) else row.title,
                language=name.language if name else "",
                town=held.town(row.place, asking.language),
                planned_on=row.day,
                start=row.start,
                became=group,
                on=on.get(group) if group else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.planned_on or one.on or date.max, one.start or 0, str(one.row.pk))))


def _promises(stops: Sequence[TookPlace], asking: Asking) -> tuple[Keeping, ...]:
    """What was promised at the meetings of the journey."""
    live = Keeping.objects.visible_to(asking.member).live().filter(promise__withdrawn__isnull=True)
    met = [one.became for one in stops if one.became]
    rows = live.filter(promise__subject__canonical_id__in=met).select_related("promise", "owner__user")
    return tuple(rows.order_by("due_on", "id"))


def trip_report(page: ReportPage, asking: Asking) -> values.TripReport:
    """The paper's values, in the language of `asking`, with the photographs read from where they are kept."""
    held, report, mission = page.held, page.report, page.mission
    inviters = [one for one in held.roles if one.kind == MissionRoleKind.INVITER]
    named = {one.party_id: held.names[one.party_id].text for one in inviters if one.party_id in held.names}
    with override(asking.language):
        return values.TripReport(
            title=titles([mission.pk], asking)[mission.pk].text,
            lang=asking.language,
            purpose=mission.purpose,
            inviter=show.names([named[pk] for pk in named if pk not in page.persons], asking.language),
            inviting_person=show.names([named[pk] for pk in named if pk in page.persons], asking.language),
            members=_members(held),
            countries=[show.country(one, asking.language) for one in _abroad(held, mission)],
            left_on=mission.departs_on,
            back_on=mission.returns_on,
            itinerary=[_carried(one, report, asking.language) for one in page.stops],
            results=[
                values.Result(one.strip()) for one in (report.results if report else "").splitlines() if one.strip()
            ],
            promises=_owed(page.promises),
            costs=_costs(report, mission),
            papers_returned=True if _done(page.steps, PASSPORTS) else None,
            discipline=report.deviations if report else "",
            follow_up=report.suggestions if report else "",
            suggestions=report.lessons if report else "",
            due_on=page.due_on,
            written_on=page.handed_in,
            photographs=[values.Photograph(_bytes(one), one.caption) for one in page.photographs],
        )


def _results(report: TripReport | None) -> list[values.Result]:
    told = report.results.splitlines() if report else []
    return [values.Result(one.strip()) for one in told if one.strip()]


def _members(held: Held) -> list[Someone]:
    names: Mapping[UUID, str] = {key: one.text for key, one in held.names.items()}
    return [
        Someone(names.get(one.person_id, "…"), ", ".join(filter(None, [one.rank, str(one.get_duty_display())])))
        for one in held.travellers
    ]


def _abroad(held: Held, mission: Mission) -> list[str]:
    home = rules_of(mission).home
    return list(dict.fromkeys(leg.country for leg in held.planned.legs if leg.country and leg.country != home))


def _carried(one: TookPlace, report: TripReport | None, language: str) -> values.Carried:
    """A stop as planned and as carried out; the reasons stand together under conduct and changes."""
    what = ", ".join(filter(None, [one.name, one.town]))
    planned = f"{clock(one.start)} {what}" if one.start is not None else what
    done = ""
    if one.became:
        done = f"{show.day(one.on, language)}: {what}" if one.moved and one.on else planned
    differs = done != planned
    why = _("see “Conduct and changes of route”") if differs and report and report.deviations.strip() else ""
    return values.Carried(one.planned_on or one.on or date.min, planned if one.planned_on else "", done, why)


def _owed(rows: Sequence[Keeping]) -> list[Owed]:
    return [
        Owed(
            one.promise.text,
            one.promise.ours,
            one.due_on or one.promise.due_on,
            one.owner.user.name or one.owner.user.email if one.owner else "",
        )
        for one in rows
    ]


def _costs(report: TripReport | None, mission: Mission) -> list[values.Cost]:
    if report is None or report.cost is None:
        return []
    budget = mission.budget if mission.budget_currency == report.cost_currency else None
    return [values.Cost(_("The whole journey"), report.cost_currency, budget, report.cost)]


def _bytes(photograph: Photograph) -> bytes:
    """The picture; nothing where its file is lost, so that the report names it as unreadable."""
    try:
        with photograph.file.open("rb") as file:
            return bytes(file.read())
    except OSError:
        return b""
