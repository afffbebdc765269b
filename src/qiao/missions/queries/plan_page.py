"""The page on which a mission is planned: time line, map, visits in the plan and out of it, plans to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from qiao.kit import show
from qiao.kit.worldmap import Drawing, Spot, draw
from qiao.missions.adapt import Planned
from qiao.missions.enums import JobState, VisitStatus
from qiao.missions.hostdays import HostDay, what_day
from qiao.missions.models import Leg, Mission, Plan, Traveller, Visit, VisitWindow
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.findings import Misfit, misfits
from qiao.missions.queries.planned import planned_of
from qiao.missions.queries.timeline import Stop, Timeline, timeline
from qiao.missions.queries.titles import Title, titles
from qiao.missions.reasons import reworded
from qiao.missions.terms import PlanTerms
from qiao.register.queries.labels import Called, called

PLANS_SHOWN = 8


@dataclass(frozen=True)
class VisitLine:
    """One planned visit: whom, where, when, and, when the chosen plan leaves it out, why."""

    visit: Visit
    name: Called | None
    town: str
    windows: tuple[VisitWindow, ...]
    missed: float = 0.0  # how often it is missed when things run late, 0 to 1
    because: str = ""
    exchange: tuple[Called, ...] = ()

    @property
    def is_placed(self) -> bool:
        return self.visit.day is not None

    @property
    def is_declined(self) -> bool:
        return self.visit.status == VisitStatus.DECLINED

    @property
    def end(self) -> int:
        return (self.visit.start or 0) + self.visit.minutes


@dataclass(frozen=True)
class Bought:
    """What one more day, or one more group, would bring: points, at most so many, and whom."""

    what: str
    gained: int
    at_most: int
    hosts: tuple[str, ...]


@dataclass(frozen=True)
class PlanLine:
    """One plan that was made or is in the making."""

    plan: Plan
    prize: int | None
    bound: float | None
    visits: int
    proven: bool
    delivered: float | None
    moved: int
    said: tuple[str, ...]
    more: tuple[Bought, ...] = ()

    @property
    def share(self) -> float | None:
        """Delivered of planned, in per cent."""
        return 100 * self.delivered / self.prize if self.delivered is not None and self.prize else None


@dataclass(frozen=True)
class PlanPage:
    """All that the page shows."""

    mission: Mission
    title: Title
    terms: PlanTerms
    days: tuple[date, ...]
    legs: tuple[Leg, ...]
    timeline: Timeline | None
    map: Drawing | None
    route: str
    placed: tuple[VisitLine, ...]
    out: tuple[VisitLine, ...]
    declined: tuple[VisitLine, ...]
    plans: tuple[PlanLine, ...]
    chosen: PlanLine | None
    running: Plan | None
    missing: tuple[str, ...]
    misfits: tuple[Misfit, ...]

    @property
    def visits(self) -> int:
        return len(self.placed) + len(self.out)


def plan_page(mission: Mission, asking: Asking) -> PlanPage:
    """Everything about the plan of one mission that the member may see, in a fixed number of queries."""
    planned = planned_of(mission, asking.member)
    plans = list(Plan.objects.visible_to(asking.member).filter(mission=mission).order_by("-id")[:PLANS_SHOWN])
    chosen = next((plan for plan in plans if plan.chosen), None) or (
        Plan.objects.visible_to(asking.member).filter(mission=mission, chosen=True).first()
    )
    names = called([visit.host_id for visit in planned.visits], asking.language)
    words = _words(planned, names)
    lines = _lines(planned, names, chosen, words, asking.language)
    nights = nights_of(planned, chosen)
    travellers = list(Traveller.objects.visible_to(asking.member).live().filter(mission=mission))
    return PlanPage(
        mission=mission,
        title=titles([mission.pk], asking)[mission.pk],
        terms=planned.terms,
        days=tuple(planned.days),
        legs=tuple(planned.legs),
        timeline=_timeline(planned, lines, nights, asking.language),
        map=_map(planned, asking.language),
        route=" → ".join(dict.fromkeys(nights.values())),
        placed=tuple(sorted((one for one in lines if one.is_placed and not one.is_declined), key=_when)),
        out=tuple(
            sorted(
                (one for one in lines if not one.is_placed and not one.is_declined),
                key=lambda one: (-one.visit.prize, str(one.visit.pk)),
            )
        ),
        declined=tuple(one for one in lines if one.is_declined),
        plans=tuple(plan_line(plan, words) for plan in plans if plan.state != JobState.STOPPED or plan.answer),
        chosen=plan_line(chosen, words) if chosen else None,
        running=next((plan for plan in plans if plan.is_open), None),
        missing=_missing(planned),
        misfits=misfits(planned, travellers, words, asking.language),
    )


def plan_line(plan: Plan, names: Mapping[str, str]) -> PlanLine:
    """What a list of plans says of one. `names`: id of a visit or event -> what it is called."""
    answer = plan.answer
    risk = answer.get("risk") or {}
    hosts = {host["id"] for host in plan.problem.get("hosts", ())}
    return PlanLine(
        plan=plan,
        prize=answer.get("prize"),
        bound=answer.get("bound"),
        visits=sum(stop["id"] in hosts for row in answer.get("days", ()) for stop in row["stops"]),
        proven=answer.get("status") == "optimal",
        delivered=risk.get("delivered"),
        moved=len(answer.get("moved", ())),
        said=tuple(reworded(str(one), names) for one in plan.failure.get("said", ())),
        more=tuple(_bought(one, names) for one in answer.get("more", ())),
    )


def _bought(told: Mapping[str, Any], names: Mapping[str, str]) -> Bought:
    hosts = tuple(names.get(host, "…") for host in told["hosts"])
    return Bought(told["what"], told["gained"], round(told["gained_at_most"]), hosts)


def nights_of(planned: Planned, chosen: Plan | None) -> dict[date, str]:
    """Day -> the place where its night is spent, by the chosen plan; by the days of the legs where there is none."""
    if chosen is not None:
        return {date.fromisoformat(row["day"]): str(row["night"]) for row in chosen.answer.get("days", ())}
    return {
        leg.arrives_on + timedelta(days=n): leg.place
        for leg in planned.legs
        if leg.arrives_on and leg.leaves_on
        for n in range(max(0, min(60, (leg.leaves_on - leg.arrives_on).days)))
    }


def host_days(planned: Planned, nights: Mapping[date, str], language: str) -> dict[date, HostDay]:
    """What kind of day each is where the delegation then is; the first town where that is not known yet."""
    legs = {leg.place: leg for leg in planned.legs}
    found: dict[date, HostDay] = {}
    before = planned.legs[0].place if planned.legs else ""
    for day in planned.days:
        here = next((v.place for v in planned.visits if v.day == day and v.place in legs), "") or nights.get(
            day, before
        )
        leg = legs.get(here)
        if leg is not None:
            found[day] = what_day(leg.country, leg.region, day, language)
        before = nights.get(day, before)
    return found


def _words(planned: Planned, names: Mapping[UUID, Called]) -> dict[str, str]:
    """Id of a visit, an event or a town -> what it is called."""
    visits = {str(visit.pk): names[visit.host_id].text for visit in planned.visits if visit.host_id in names}
    return visits | {str(event.pk): event.title for event in planned.events}


def _lines(
    planned: Planned, names: Mapping[UUID, Called], chosen: Plan | None, words: Mapping[str, str], language: str
) -> list[VisitLine]:
    towns = {leg.place: show.place(leg.town, language) for leg in planned.legs}
    hosts = {str(visit.pk): names.get(visit.host_id) for visit in planned.visits}
    told = (chosen.answer.get("risk") or {}).get("appointments", ()) if chosen else ()
    missed = {one["id"]: float(one["missed"]) for one in told}
    dropped = {one["id"]: one for one in (chosen.answer.get("dropped", ()) if chosen else ())}
    return [
        VisitLine(
            visit=visit,
            name=names.get(visit.host_id),
            town=towns.get(visit.place, visit.place),
            windows=tuple(planned.windows.get(visit.pk, ())),
            missed=missed.get(str(visit.pk), 0.0),
            because=reworded(str(dropped.get(str(visit.pk), {}).get("because", "")), words)
            if visit.day is None
            else "",
            exchange=tuple(
                name
                for one in dropped.get(str(visit.pk), {}).get("exchange", ())
                if (name := hosts.get(one)) is not None and visit.day is None
            ),
        )
        for visit in planned.visits
    ]


def _timeline(planned: Planned, lines: list[VisitLine], nights: Mapping[date, str], language: str) -> Timeline | None:
    if not planned.days:
        return None
    towns = {leg.place: show.place(leg.town, language) for leg in planned.legs}
    stops = [
        Stop(
            id=line.visit.pk,
            sort="visit",
            name=line.name.text if line.name else "…",
            language=line.name.language if line.name else "",
            town=line.town,
            day=line.visit.day,
            start=line.visit.start,
            end=line.end,
            party=line.visit.party,
            status=line.visit.status,
            pinned=line.visit.pinned_day is not None,
        )
        for line in lines
        if line.visit.day is not None and line.visit.start is not None and not line.is_declined
    ]
    stops += [
        Stop(
            id=event.pk,
            sort="event",
            name=event.title,
            language="",
            town=towns.get(event.place, event.town),
            day=event.day,
            start=event.start,
            end=event.start + event.minutes,
            party=-1,
        )
        for event in planned.events
        if event.day is not None
    ]
    return timeline(
        planned.days,
        stops,
        nights={day: towns.get(place, place) for day, place in nights.items()},
        host_days=host_days(planned, nights, language),
        language=language,
        parties=planned.terms.parties,
    )


def _map(planned: Planned, language: str) -> Drawing | None:
    visited = {visit.place for visit in planned.visits if visit.day is not None}
    spots = [
        Spot(leg.place, show.place(leg.town, language), leg.latitude, leg.longitude, leg.place in visited)
        for leg in planned.legs
        if leg.latitude is not None and leg.longitude is not None
    ]
    return draw(spots, countries=[leg.country for leg in planned.legs]) if spots else None


def _missing(planned: Planned) -> tuple[str, ...]:
    found: dict[str, Any] = {"days": planned.days, "legs": planned.legs, "visits": planned.visits or planned.events}
    return tuple(what for what, held in found.items() if not held)


def _when(line: VisitLine) -> tuple[date, int]:
    return line.visit.day or date.max, line.visit.start or 0
