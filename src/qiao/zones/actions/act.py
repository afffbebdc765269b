"""The one way in which rows change: permission, transaction, audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import connection, models, transaction

from qiao.kit.insert_row import insert_row
from qiao.zones.models import Action, Membership, User, Zone


class NotAllowed(Exception):
    """The member's role does not carry this verb."""


@dataclass(slots=True)
class Act:
    """An action under way. Verbs write through it and tell it what they touched."""

    action: Action
    member: Membership | None
    touched: list[UUID] = field(default_factory=list)
    told: set[UUID] = field(default_factory=set)  # entities of which something was said or taken back
    stale: set[UUID] = field(default_factory=set)  # of these, those whose caches must be rebuilt
    new: set[UUID] = field(default_factory=set)  # entities made by this action
    said: set[tuple[str, UUID]] = field(default_factory=set)  # tables in which something was said of an entity
    _endings: dict[str, Callable[[Act], None]] = field(default_factory=dict)

    @property
    def zone(self) -> Zone:
        return self.action.zone

    @property
    def now(self) -> datetime:
        return self.action.at

    def touch(self, *rows: models.Model) -> None:
        self.touched.extend(row.pk for row in rows)

    def at_end(self, key: str, ending: Callable[[Act], None]) -> None:
        """Run `ending` once, inside the transaction, after the last write; `key` names it."""
        self._endings[key] = ending

    def end(self) -> None:
        for ending in self._endings.values():
            ending(self)


@contextmanager
def acting(
    *,
    member: Membership,
    verb: str,
    now: datetime,
    allowed: Callable[[Membership], bool],
    undoes: Action | None = None,
) -> Iterator[Act]:
    """Run one action by a member: all of it or nothing.

    allowed   the predicate of `rules` that the member must satisfy.
    Yields    the Act to write through; its Action row exists from the start, so that claims can name it.
    Raises    NotAllowed before anything is written.
    """
    if not allowed(member):
        raise NotAllowed(f"Expected a role that may {verb}; {member.user_id} is {member.role}.")
    with _recorded(member.zone, member.user, verb, now, undoes, member) as act:
        yield act


@contextmanager
def acting_as_system(*, zone: Zone, verb: str, now: datetime) -> Iterator[Act]:
    """The same for what the system does by itself, such as reading a document; the actor stays empty."""
    with _recorded(zone, None, verb, now, None, None) as act:
        yield act


@contextmanager
def _recorded(
    zone: Zone,
    actor: User | None,
    verb: str,
    now: datetime,
    undoes: Action | None,
    member: Membership | None,
) -> Iterator[Act]:
    with transaction.atomic():
        action = Action(zone=zone, actor=actor, verb=verb, at=now, undoes=undoes)
        insert_row(action)
        act = Act(action, member)
        yield act
        act.end()
        action.touched = sorted({str(pk) for pk in act.touched})
        _keep_touched(action)


def _keep_touched(action: Action) -> None:
    """Written without the ORM: every action ends so, and building this query takes longer than sending it."""
    quoted, column = connection.ops.quote_name, Action._meta.get_field
    touched, zone, key = (cast(Any, column(name)) for name in ("touched", "zone", "id"))
    told = [field.get_db_prep_save(getattr(action, field.attname), connection) for field in (touched, zone, key)]
    sets, where = f"{quoted(touched.column)} = %s", f"{quoted(zone.column)} = %s AND {quoted(key.column)} = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {quoted(Action._meta.db_table)} SET {sets} WHERE {where}", told)
