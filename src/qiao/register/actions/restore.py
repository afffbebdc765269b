"""What is live, computed from the actions that stand, never from the order in which they were undone.

A claim or judgement as first recorded, and the copies that undoing made of it, are one family. It is live when the
action that recorded it stands and no standing action withdrew it or a copy of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model

from qiao.zones.models import Action

R = TypeVar("R", bound=Model)
CHUNK = 500  # families looked at together


@dataclass(frozen=True)
class Family(Generic[R]):
    """A row as first recorded and its copies, the oldest first."""

    rows: tuple[R, ...]

    @property
    def latest(self) -> R:
        return self.rows[-1]

    @property
    def live(self) -> tuple[R, ...]:
        return tuple(row for row in self.rows if getattr(row, "withdrawn_id") is None)  # noqa: B009


@dataclass(frozen=True)
class Restored(Generic[R]):
    """What must change so that what is live is what the standing actions say."""

    withdraw: tuple[R, ...]
    again: tuple[R, ...]


def root_action(action: Action) -> Action:
    """The deed behind an undo, or behind an undo of an undo."""
    while action.undoes is not None:
        action = action.undoes
    return action


def standing_of(zone_id: UUID, actions: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these actions that are not undone; an undo that was undone itself counts for nothing."""
    ids = set(actions)
    behind = {pk: pk for pk in ids}  # the last in each chain of undoing -> the action it began with
    stands = dict.fromkeys(ids, True)
    while behind:
        undoing = Action.objects.filter(zone_id=zone_id, undoes__in=list(behind)).values_list("undoes_id", "id")
        behind = {later: behind[earlier] for earlier, later in undoing if earlier is not None}
        for pk in behind.values():
            stands[pk] = not stands[pk]
    return frozenset(pk for pk, yes in stands.items() if yes)


def restorations(table: type[R], zone_id: UUID, deed: Action) -> Iterator[Restored[R]]:
    """What the standing of a deed asks for among the rows that it recorded or withdrew, some hundred at a time."""
    roots = sorted(_roots(table, zone_id, deed))
    for first in range(0, len(roots), CHUNK):
        families = list(families_of(table, zone_id, roots[first : first + CHUNK]).values())
        yield _compare(zone_id, families)


def families_of(table: type[R], zone_id: UUID, roots: Sequence[UUID]) -> dict[UUID, Family[R]]:
    """The families of rows as first recorded, by their ids."""
    rows: Any = table._default_manager.filter(zone_id=zone_id).select_related(*_needed(table))
    root_of = {root: root for root in roots}
    found: dict[UUID, list[R]] = defaultdict(list)
    generation = list(rows.filter(pk__in=roots))
    while generation:
        for row in generation:
            root_of.setdefault(row.pk, root_of.get(row.replaces_id, row.pk))
            found[root_of[row.pk]].append(row)
        copies = rows.filter(replaces__in=[row.pk for row in generation], recorded__undoes__isnull=False)
        generation = list(copies)
    return {root: Family(tuple(sorted(family, key=lambda row: row.pk))) for root, family in found.items()}


def _needed(table: type[R]) -> list[str]:
    """What writing a row again asks for, fetched along."""
    return [f.name for f in table._meta.fields if f.name in ("recorded", "withdrawn", "subject", "evidence")]


def root_of_row(table: type[R], zone_id: UUID, row_id: UUID) -> UUID:
    """The id of the row as first recorded, of which this one may be a copy."""
    return next(iter(_climb(table, zone_id, {row_id})), row_id)


def _roots(table: type[R], zone_id: UUID, deed: Action) -> set[UUID]:
    rows: Any = table._default_manager.filter(zone_id=zone_id)
    recorded = set(rows.filter(recorded=deed).values_list("id", flat=True))
    withdrawn = set(rows.filter(withdrawn=deed).values_list("id", flat=True))
    return recorded | _climb(table, zone_id, withdrawn)


def _climb(table: type[R], zone_id: UUID, ids: set[UUID]) -> set[UUID]:
    """From copies up to what they are copies of."""
    rows: Any = table._default_manager.filter(zone_id=zone_id)
    roots: set[UUID] = set()
    while ids:
        above: set[UUID] = set()
        batch = list(ids)
        for first in range(0, len(batch), CHUNK):
            told = rows.filter(pk__in=batch[first : first + CHUNK])
            for pk, replaces, undoes in told.values_list("id", "replaces_id", "recorded__undoes_id"):
                if replaces is not None and undoes is not None:
                    above.add(replaces)
                else:
                    roots.add(pk)
        ids = above - roots
    return roots


def _compare(zone_id: UUID, families: Sequence[Family[R]]) -> Restored[R]:
    deeds = {deed for family in families for deed in (_recorder(family), *_withdrawers(family))}
    standing = standing_of(zone_id, deeds)
    withdraw: list[R] = []
    again: list[R] = []
    for family in families:
        lives = _recorder(family) in standing and standing.isdisjoint(_withdrawers(family))
        if not lives:
            withdraw += family.live
        elif not family.live:
            again.append(family.latest)
    return Restored(tuple(withdraw), tuple(again))


def _recorder(family: Family[Any]) -> UUID:
    recorder: UUID = family.rows[0].recorded_id
    return recorder


def _withdrawers(family: Family[Any]) -> frozenset[UUID]:
    """The deeds that withdrew the row or a copy of it; what undoing withdrew is told by what it undid."""
    return frozenset(row.withdrawn_id for row in family.rows if row.withdrawn_id and row.withdrawn.undoes_id is None)
