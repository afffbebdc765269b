"""The matchmaking round of an event: what is set and wished, the timetables made, who has dropped out since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from qiao.missions.adapt_round import AWAY
from qiao.missions.enums import JobState, WishKind
from qiao.missions.models import Invitee, PlannedEvent, Round, Wish
from qiao.missions.reasons import reworded
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

ROUNDS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One timetable: how many of the wished meetings it holds, how good any could be, how many it moved.

    `points` and `bound` are None for a member who does not see everybody in it: they count what is hidden too.
    """

    made: Round
    held: int
    wished: int
    points: int | None
    bound: int | None
    proven: bool
    idle: int | None
    moved: int
    lost: int
    said: tuple[str, ...]

    @property
    def is_made(self) -> bool:
        return self.made.state == JobState.DONE and "meetings" in self.made.answer


@dataclass(frozen=True, slots=True)
class RoundPage:
    """All that the page of a round shows."""

    wishes: Counter[str]  # kind -> how many
    people: int
    rounds: tuple[RoundLine, ...]
    chosen: RoundLine | None
    running: Round | None
    missing: tuple[str, ...]
    gone: tuple[Called, ...]
    gone_unnamed: int

    @property
    def to_meet(self) -> int:
        return self.wishes[WishKind.MUST] + self.wishes[WishKind.LIKE]

    @property
    def dropped(self) -> int:
        return len(self.gone) + self.gone_unnamed


def round_page(event: PlannedEvent, member: Membership, language: str) -> RoundPage:
    """Everything about the round of one event that the member may see, in a fixed number of queries."""
    wishes = _wishes(event, member)
    rows = Round.objects.visible_to(member).filter(event=event).select_related("previous")
    rounds = list(rows.order_by("-id")[:ROUNDS_SHOWN])
    chosen = next((made for made in rounds if made.chosen), None) or rows.filter(chosen=True).first()
    seen = people_seen(event, member)
    lines = {made.pk: round_line(made, seen) for made in rounds}
    gone = gone_from(chosen, event, member) if chosen else []
    parties = dict(Invitee.objects.visible_to(member).filter(event=event, pk__in=gone).values_list("id", "party_id"))
    names = called(parties.values(), language)
    named = tuple(names[party] for party in parties.values() if party in names)
    return RoundPage(
        wishes=wishes,
        people=len(seen),
        rounds=tuple(lines[made.pk] for made in rounds if made.state != JobState.STOPPED),
        chosen=(lines.get(chosen.pk) or round_line(chosen, seen)) if chosen else None,
        running=next((made for made in rounds if made.is_open and not made.stop), None),
        missing=_missing(event, wishes),
        gone=named,
        gone_unnamed=len(parties) - len(named),
    )


def gone_from(held: Round, event: PlannedEvent, member: Membership) -> list[str]:
    """The people of a timetable who are not at the event: ids as its problem has them."""
    rows = Invitee.objects.filter(zone=member.zone, event=event, live=True).exclude(status__in=AWAY)
    here = {str(pk) for pk in rows.values_list("id", flat=True)}
    return [person["id"] for person in held.problem.get("people", ()) if person["id"] not in here]


def people_seen(event: PlannedEvent, member: Membership) -> frozenset[str]:
    """Ids of the invitees that the member may see, those taken off the list too: an older timetable may have them."""
    rows = Invitee.objects.visible_to(member).filter(event=event)
    return frozenset(str(pk) for pk in rows.values_list("id", flat=True))


def round_line(made: Round, seen: Set[str]) -> RoundLine:
    """What a list of timetables says of one."""
    answer, problem = made.answer, made.problem
    wished = seen_requests(problem, seen)
    hidden = len(wished) != len(problem.get("requests", ()))
    before = {held["id"]: held["slot"] for held in (made.previous.answer if made.previous else {}).get("meetings", ())}
    held = {one["id"]: one["slot"] for one in answer.get("meetings", ()) if one["id"] in wished}
    return RoundLine(
        made=made,
        held=len(held),
        wished=len(wished),
        points=None if hidden else answer.get("priority"),
        bound=None if hidden else answer.get("bound"),
        proven=answer.get("status") == "optimal",
        idle=None if hidden else answer.get("idle_slots"),
        moved=sum(one in before and before[one] != slot for one, slot in held.items()),
        lost=sum(one in wished and one not in held for one in before) if answer else 0,
        said=tuple(reworded(str(one), {}) for one in made.failure.get("said", ())),
    )


def seen_requests(problem: Mapping[str, Any], seen: Set[str]) -> dict[str, Mapping[str, Any]]:
    """The requests of which both sides may be seen."""
    return {one["id"]: one for one in problem.get("requests", ()) if one["a"] in seen and one["b"] in seen}


def _wishes(event: PlannedEvent, member: Membership) -> Counter[str]:
    rows = Wish.objects.visible_to(member).live().filter(event=event, asker__live=True, asked__live=True).order_by()
    return Counter(dict(rows.values_list("kind").annotate(n=Count("id"))))


def _missing(event: PlannedEvent, wishes: Counter[str]) -> tuple[str, ...]:
    found = {
        "tables": event.tables,
        "slots": event.slots,
        "wishes": wishes[WishKind.MUST] + wishes[WishKind.LIKE],
    }
    return tuple(what for what, held in found.items() if not held)


def round_or_none(event: PlannedEvent, member: Membership, pk: UUID) -> Round | None:
    """A timetable of the event, if the member may see it."""
    rows = Round.objects.visible_to(member).filter(event=event).select_related("previous")
    return rows.filter(pk=pk).first()
