"""Look through a zone for records that may be one thing, in steps that can be killed and taken up again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import Error, transaction
from django.db.models import Q

from qiao.engines.resolve import Pair
from qiao.register.actions.duplicates import ask, judge_unasked, policy_of, settled_pairs, sides_of
from qiao.register.adapt import KINDS, adapted
from qiao.register.enums import EntityKind, SearchState
from qiao.register.models import DuplicateSearch, WaitingPair
from qiao.register.queries.alike import Alike
from qiao.register.queries.comparing import FEW, circle_pairs, comparer
from qiao.register.queries.readers import groups_of_kind, open_to_all
from qiao.register.queries.weighed import Sides, weighed_since
from qiao.zones.actions import Act
from qiao.zones.actions.act import acting_as_system
from qiao.zones.models import Circle

STALE = timedelta(minutes=10)  # a searcher silent for so long is dead: reading in a register may take minutes
SLICE = timedelta(minutes=1)  # then whatever else waits has its turn
READING_PAYS = 4  # a register read in is asked at least so many times as long as the reading took
BATCH = 500
log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def search_on(search_id: UUID, *, now: Clock, lasting: timedelta = SLICE) -> bool:
    """Go on with a search for about `lasting`.

    Returns   whether nothing is left to do here: the search is done, or another worker holds it. Killed at any
              point and called again, the outcome equals one clean run.
    """
    search = _claim(search_id, now())
    if search is None:
        return True
    try:
        for kind in _kinds_left(search):
            if not _search_kind(search, kind, now, lasting):
                _beat(search, now(), SearchState.QUEUED)
                return False
        _finish(search, now())
    except Error:
        raise  # the database did not answer: the heartbeat grows stale, and the search is taken up again
    except Exception:  # a fault of the comparison must not bring the search back to every worker for ever
        log.exception("search for duplicates %s failed", search.pk)
        _beat(search, now(), SearchState.FAILED)
    return True


def stale_searches(at: datetime) -> list[UUID]:
    """Searches waiting or abandoned, in the order they came."""
    silent = Q(heartbeat_at__lt=at - STALE) | Q(heartbeat_at=None, started__at__lt=at - STALE)
    going = Q(state__in=(SearchState.QUEUED, SearchState.RUNNING))
    return list(DuplicateSearch.objects.filter(going & silent).order_by("id").values_list("id", flat=True))


def _claim(search_id: UUID, at: datetime) -> DuplicateSearch | None:
    free = Q(state=SearchState.QUEUED) | Q(state=SearchState.RUNNING, heartbeat_at__lt=at - STALE)
    taken = DuplicateSearch.objects.filter(pk=search_id).filter(free)
    if not taken.update(state=SearchState.RUNNING, heartbeat_at=at):
        return None
    return DuplicateSearch.objects.select_related("zone", "started").get(pk=search_id)


def _beat(search: DuplicateSearch, at: datetime, state: SearchState = SearchState.RUNNING) -> None:
    search.heartbeat_at, search.state = at, state
    search.save(update_fields=["heartbeat_at", "state", "kind", "cursor", "total", "looked", "joined"])


def _kinds_left(search: DuplicateSearch) -> list[EntityKind]:
    kinds = list(KINDS)
    return kinds[kinds.index(EntityKind(search.kind)) :] if search.kind else kinds


def _search_kind(search: DuplicateSearch, kind: EntityKind, now: Clock, lasting: timedelta) -> bool:
    """Look at the records of one kind from the cursor on; whether it came to the end."""
    reader = open_to_all(search.zone)
    groups = groups_of_kind(reader, kind, since=search.since)
    if search.kind != kind:
        search.kind, search.cursor, search.total = kind, None, search.total + len(groups)
        _beat(search, now())
    left = [key for key in groups if search.cursor is None or key > search.cursor]
    few = search.since is not None and len(groups) <= FEW
    weighed = weighed_since(reader, kind, search.since, but=search.started) if few and search.since else set()
    begun = now()
    compared = comparer(reader, kind, few=few or not left, beat=lambda: _beat(search, now()))
    until = now() + max(lasting, READING_PAYS * (now() - begun))
    for first in range(0, len(left), BATCH):
        if first and now() >= until:
            return False
        keys = left[first : first + BATCH]
        found = compared(list(adapted(reader, kind, {key: groups[key] for key in keys})))
        with transaction.atomic():
            _keep(search, kind, found, weighed, now())
            search.cursor, search.looked = keys[-1], search.looked + len(keys)
            _beat(search, now())
    for circle in Circle.objects.filter(zone=search.zone).order_by("id"):
        pairs = circle_pairs(search.zone, circle, kind, since=search.since)
        ask(_writing(search), kind, pairs)
    _drop(search, kind, list(groups), weighed)
    return True


def _keep(search: DuplicateSearch, kind: EntityKind, found: Sequence[Alike], weighed: set[Sides], at: datetime) -> None:
    """Pairs in line, and those as good as sure judged where the zone lets it: each by an action of its own.

    weighed   pairs that stay as they are.
    """
    asked = [pair for alike in found for pair in alike.asked if sides_of(pair) not in weighed]
    sure = [pair for alike in found for pair in alike.sure if sides_of(pair) not in weighed]
    if policy_of(search.zone).joins(kind):
        for pair in _once(sure):
            asked += _judge(search, pair, at)
    else:
        asked += sure
    ask(_writing(search), kind, asked)


def _judge(search: DuplicateSearch, pair: Pair, at: datetime) -> list[Pair]:
    """Judge one pair; it is handed back when it is to be asked instead."""
    if settled_pairs(search.zone, [pair]):
        return [pair]
    with acting_as_system(zone=search.zone, verb="judge_same_unasked", now=at) as act:
        refused = judge_unasked(act, [pair])
    search.joined += 1 - len(refused)
    return refused


def _once(pairs: Iterable[Pair]) -> list[Pair]:
    return list({frozenset((pair.left, pair.right)): pair for pair in pairs}.values())


def _writing(search: DuplicateSearch) -> Act:
    """Pairs are written under the action that started the search: to find is no deed."""
    return Act(search.started, None)


def _drop(search: DuplicateSearch, kind: EntityKind, looked_at: Sequence[UUID], weighed: set[Sides]) -> None:
    """Pairs that an earlier look found and this one no longer does wait no more, but for those weighed since."""
    earlier = WaitingPair.objects.filter(zone=search.zone, kind=kind, dropped=None, found__at__lt=search.started.at)
    if search.since is None:
        earlier.update(dropped=search.started)
        return
    open_pairs = earlier.filter(left__audience=None, right__audience=None)
    for first in range(0, len(looked_at), BATCH):
        keys = looked_at[first : first + BATCH]
        met = open_pairs.filter(Q(left__in=keys) | Q(right__in=keys)).values_list("id", "left_id", "right_id")
        gone = [pk for pk, left, right in met if (left, right) not in weighed]
        WaitingPair.objects.filter(zone=search.zone, id__in=gone).update(dropped=search.started)


def _finish(search: DuplicateSearch, at: datetime) -> None:
    search.found = WaitingPair.objects.filter(zone=search.zone, found=search.started).count()
    search.state, search.finished_at, search.heartbeat_at = SearchState.DONE, at, at
    search.save(update_fields=["found", "state", "finished_at", "heartbeat_at"])
