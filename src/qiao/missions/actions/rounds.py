"""Ask for a timetable of a matchmaking round, stop its making, choose one."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from qiao.missions.actions.in_line import SECONDS, bounded, choose_among, put_in_line
from qiao.missions.adapt_round import Json, round_problem
from qiao.missions.enums import JobState
from qiao.missions.models import Invitee, PlannedEvent, Round, Wish
from qiao.missions.queries.rounds import gone_from
from qiao.zones.actions import acting, change
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_plan


class NothingToMeet(ValueError):
    """A timetable was asked for before the round has what one is made of; `missing` says what."""

    def __init__(self, *missing: str) -> None:
        super().__init__(f"Expected tables, slots and a wish to meet; missing: {', '.join(missing)}.")
        self.missing = missing


class NothingChosen(ValueError):
    """A timetable under way was to be changed, and none is chosen."""


class RoundNotMade(ValueError):
    """A timetable was chosen that is not there yet, or that came to nothing."""


def ask_for_round(
    *, member: Membership, event: PlannedEvent, seconds: int = SECONDS, seed: int = 1, now: datetime
) -> Round:
    """Put a timetable in line: the problem as it is now is kept with it.

    Returns        the round, waiting; one that is waiting or running already is stopped.
    Raises         NothingToMeet, NotAllowed.
    """
    problem = _problem(event, member)
    _check(problem)
    return _ask(member, event, problem, None, seconds, seed, now)


def ask_for_change(
    *, member: Membership, event: PlannedEvent, since: int, tables: int, seconds: int = 10, now: datetime
) -> Round:
    """Put in line what becomes of the chosen timetable when people or tables drop out while it is under way.

    since     the first slot that may still change, from 0; earlier meetings stay as they were.
    tables    that are left from then on.
    Returns   the round, waiting. Gone are the people of the chosen one who are off the list, declined or did not come.
    Raises    NothingChosen, NotAllowed.
    """
    held = Round.objects.visible_to(member).filter(event=event, chosen=True).first()
    if held is None:
        raise NothingChosen(f"Expected a chosen timetable of event {event.pk}.")
    problem = {key: value for key, value in held.problem.items() if key != "after"}
    after = {
        "slot": min(max(since, 0), int(problem["slots"])),
        "tables": min(max(tables, 0), int(problem["tables"])),
        "gone": gone_from(held, event, member),
    }
    return _ask(member, event, problem | {"after": after}, held, seconds, held.seed, now)


def stop_round(*, member: Membership, made: Round, now: datetime) -> Action:
    """Ask that the making of a timetable ends; what it had by then is not kept. Raises NotAllowed."""
    with acting(member=member, verb="stop_round", now=now, allowed=may_plan) as act:
        change(act, made, stop=True)
    return act.action


def choose_round(*, member: Membership, made: Round, now: datetime) -> Action:
    """Take a timetable as the event's; the one chosen before is so no longer. Undo brings it back.

    Raises    RoundNotMade, NotAllowed.
    """
    if made.state != JobState.DONE or "meetings" not in made.answer:
        raise RoundNotMade(f"Expected a timetable that is made; this one is {made.state}.")
    with acting(member=member, verb="choose_round", now=now, allowed=may_plan) as act:
        choose_among(act, made, _rounds_of(made.event))
    return act.action


def _ask(
    member: Membership,
    event: PlannedEvent,
    problem: Json,
    previous: Round | None,
    seconds: int,
    seed: int,
    now: datetime,
) -> Round:
    with acting(member=member, verb="ask_for_round", now=now, allowed=may_plan) as act:
        made = Round(
            zone=act.zone,
            event=event,
            asked=act.action,
            problem=problem,
            previous=previous,
            seconds=bounded(seconds),
            seed=seed,
        )
        return put_in_line(act, made, _rounds_of(event))


def _rounds_of(event: PlannedEvent) -> QuerySet[Round]:
    return Round.objects.filter(zone_id=event.zone_id, event=event)


def _problem(event: PlannedEvent, member: Membership) -> Json:
    invitees = list(Invitee.objects.visible_to(member).live().filter(event=event).order_by("id"))
    wishes = Wish.objects.visible_to(member).live().filter(event=event, asker__live=True, asked__live=True)
    return round_problem(event, invitees, wishes)


def _check(problem: Json) -> None:
    missing = [what for what in ("tables", "slots", "requests") if not problem[what]]
    if missing:
        raise NothingToMeet(*missing)
