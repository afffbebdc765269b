"""Promises both ways: what is open, by whom, until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from qiao.meetings.enums import PromiseState
from qiao.meetings.models import Keeping
from qiao.register.models import Entity
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

SHOWN = 50


@dataclass(frozen=True)
class PromiseLine:
    """One promise: who to whom, what, until when, who looks after it."""

    keeping: Keeping
    by: Called | None
    to: Called | None
    owner: str
    today: date

    @property
    def promise(self) -> object:
        return self.keeping.promise

    @property
    def is_late(self) -> bool:
        due = self.keeping.due_on
        return self.keeping.state == PromiseState.OPEN and due is not None and due < self.today


@dataclass(frozen=True)
class Promises:
    """Open promises by us and by them, each a page of lines, overdue first; and how many there are of each."""

    by_us: tuple[PromiseLine, ...]
    by_them: tuple[PromiseLine, ...]
    count_by_us: int
    count_by_them: int
    closed: tuple[PromiseLine, ...]


def open_promises(
    member: Membership, *, today: date, language: str, owner: UUID | None = None, party: Entity | None = None
) -> Promises:
    """The promises that a member may see, those longest overdue first.

    owner    only what this member looks after.    party    only what it promised or was promised.
    """
    rows = _rows(member)
    if owner is not None:
        rows = rows.filter(owner_id=owner)
    if party is not None:
        group = party.canonical_id
        rows = rows.filter(Q(promise__object__canonical_id=group) | Q(promise__to__canonical_id=group))
    live = rows.filter(state=PromiseState.OPEN).order_by(F("due_on").asc(nulls_last=True), "id")
    ours, theirs = live.filter(promise__ours=True), live.filter(promise__ours=False)
    closed = rows.exclude(state=PromiseState.OPEN).order_by("-closed_on", "-id")[:10]
    shown = (list(ours[:SHOWN]), list(theirs[:SHOWN]), list(closed))
    told = _lines([*shown[0], *shown[1], *shown[2]], today, language)
    return Promises(
        by_us=tuple(told[one.pk] for one in shown[0]),
        by_them=tuple(told[one.pk] for one in shown[1]),
        count_by_us=ours.count() if len(shown[0]) == SHOWN else len(shown[0]),
        count_by_them=theirs.count() if len(shown[1]) == SHOWN else len(shown[1]),
        closed=tuple(told[one.pk] for one in shown[2]),
    )


def promises_of(member: Membership, records: Sequence[UUID], *, today: date, language: str) -> tuple[PromiseLine, ...]:
    """Promises that these records of a party made or received, or that were made at this meeting; open ones first."""
    rows = _rows(member).filter(
        Q(promise__object_id__in=records) | Q(promise__to_id__in=records) | Q(promise__subject_id__in=records)
    )
    held = list(rows.order_by("state", F("due_on").asc(nulls_last=True), "id")[:SHOWN])
    held.sort(key=lambda one: one.state != PromiseState.OPEN)
    told = _lines(held, today, language)
    return tuple(told[one.pk] for one in held)


def _rows(member: Membership) -> QuerySet[Keeping]:
    live = Keeping.objects.visible_to(member).live().filter(promise__withdrawn__isnull=True)
    return live.select_related("promise__subject", "owner__user")


def _lines(rows: Iterable[Keeping], today: date, language: str) -> dict[UUID, PromiseLine]:
    held = list(rows)
    names = called({pk for one in held for pk in (one.promise.object_id, one.promise.to_id)}, language)
    return {
        one.pk: PromiseLine(
            keeping=one,
            by=names.get(one.promise.object_id),
            to=names.get(one.promise.to_id),
            owner=one.owner.user.name or one.owner.user.email if one.owner else "",
            today=today,
        )
        for one in held
    }
