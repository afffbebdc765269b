"""Plans and rounds made in the background: taken by one worker at a time, computed in a process of their own."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from threading import Timer
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

from qiao.kit.ids import new_id
from qiao.missions.actions.in_line import OPEN
from qiao.missions.actions.plans import place_visits
from qiao.missions.enums import JobState
from qiao.missions.models import Plan, Round
from qiao.zones.actions import Act, change
from qiao.zones.actions.act import acting_as_system

log = logging.getLogger(__name__)
STALE = timedelta(minutes=5)
GRACE = 4.0  # wall seconds for each second of the processor, on a busy machine

Clock = Callable[[], datetime]
Line = dict[str, Any]
C = TypeVar("C", Plan, Round)


def compute_plan(row: UUID, *, now: Clock) -> None:
    """Make one plan of a mission. Safe to call twice; killed and called again, it starts anew."""
    plan = _take(Plan, row, now())
    if plan is None:
        return
    since = plan.changed_from
    job = {
        "what": "itinerary",
        "problem": plan.problem,
        "seconds": plan.seconds,
        "seed": plan.seed,
        "kind": plan.kind,
        "previous": plan.previous.answer if plan.previous else None,
        "from": [since.date().isoformat(), since.hour * 60 + since.minute] if since else None,
    }
    _run(plan, job, "make_plan", now)


def compute_round(row: UUID, *, now: Clock) -> None:
    """Make one timetable of an event's meetings. Safe to call twice."""
    made = _take(Round, row, now())
    if made is None:
        return
    job = {
        "what": "timetable",
        "problem": made.problem,
        "seconds": made.seconds,
        "seed": made.seed,
        "previous": made.previous.answer if made.previous else None,
    }
    _run(made, job, "make_round", now)


def abandoned(at: datetime) -> list[tuple[str, UUID]]:
    """Plans and rounds waiting, or begun by a worker that fell silent, in the order they came."""
    silent = Q(heartbeat_at__isnull=True) | Q(heartbeat_at__lt=at - STALE)
    plans = Plan.objects.filter(silent, state__in=OPEN).order_by("id").values_list("id", flat=True)
    rounds = Round.objects.filter(silent, state__in=OPEN).order_by("id").values_list("id", flat=True)
    return [*(("plan", pk) for pk in plans), *(("round", pk) for pk in rounds)]


def _take(table: type[C], row: UUID, at: datetime) -> C | None:
    free = Q(heartbeat_at__isnull=True) | Q(heartbeat_at__lt=at - STALE)
    holder = new_id()
    held = table._default_manager.filter(free, pk=row, state__in=OPEN)
    if not held.update(heartbeat_at=at, holder=holder, state=JobState.RUNNING):
        return None
    return table._default_manager.select_related("zone", "previous").filter(pk=row, holder=holder).first()


def _run(row: C, job: Line, verb: str, now: Clock) -> None:
    last: Line = {}
    for line in _lines(job, row.seconds):
        if "progress" in line:
            score, bound = line["progress"]
            told = {"score": score, "bound": bound, "at": now().isoformat()}
            if not _held(row).update(progress=told, heartbeat_at=now()):
                return  # taken over
        else:
            last = line
        if _held(row).filter(stop=True).exists():
            break
    _finish(row, last, verb, now)


def _finish(row: C, last: Line, verb: str, now: Clock) -> None:
    """Write the answer, or why there is none, as one action of the system."""
    if not _held(row).exists():
        return
    ended: Line = {"finished_at": now(), "heartbeat_at": None, "holder": None}
    if "answer" in last:
        ended |= {"state": JobState.DONE, "answer": last["answer"]}
    elif _held(row).filter(stop=True).exists():
        ended |= {"state": JobState.STOPPED}
    else:
        code = next((key for key in ("infeasible", "faults") if key in last), "broken")
        ended |= {"state": JobState.FAILED, "failure": {"code": code, "said": last.get(code, [])}}
    with acting_as_system(zone=row.zone, verb=verb, now=now()) as act:
        if _held(row).update(**ended):
            act.touch(row)
            if isinstance(row, Plan) and "answer" in ended:
                _choose_first(act, row, ended["answer"])


def _choose_first(act: Act, plan: Plan, answer: Line) -> None:
    """The first plan of a mission is its plan without being asked; later ones wait for a member's word."""
    if Plan.objects.filter(zone=act.zone, mission=plan.mission, chosen=True).exists():
        return
    plan.refresh_from_db()
    change(act, plan, chosen=True)
    place_visits(act, plan.mission, answer)


def _held(row: C) -> Any:
    return type(row)._default_manager.filter(pk=row.pk, holder=row.holder, state=JobState.RUNNING)


def _lines(job: Line, seconds: int) -> Iterator[Line]:
    """What the computing process says, line by line; it is ended when it runs far beyond its time, or we turn away."""
    command = [sys.executable, "-m", "qiao.engines.plan.child"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        watch = Timer(60 + GRACE * seconds, process.kill)
        watch.start()
        try:
            process.stdin.write(json.dumps(job))
            process.stdin.close()
            for line in process.stdout:
                yield json.loads(line)
        except BrokenPipeError:
            log.warning("a computation ended before it had read its job")
        finally:
            watch.cancel()
            process.kill()
