"""The list of an event: who is on it and how it stands with them, a page at a time; claimed against named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from qiao.missions.enums import InviteeStatus
from qiao.missions.models import Invitee, PlannedEvent
from qiao.register.enums import PARTIES
from qiao.register.queries.found import found
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

SHOWN = 50
DRAWN = 60  # up to so many are drawn as one mark each, more as a bar


@dataclass(frozen=True, slots=True)
class InviteeLine:
    """One invitee and what they are called."""

    invitee: Invitee
    name: Called | None


@dataclass(frozen=True, slots=True)
class Attended:
    """How many are on the list and how it stands with them; `claimed` is how many were said to have come."""

    claimed: int | None
    counts: Counter[str]

    @property
    def listed(self) -> int:
        return sum(self.counts.values())

    @property
    def came(self) -> int:
        return self.counts[InviteeStatus.CAME]

    @property
    def is_drawn(self) -> bool:
        return self.claimed is not None and max(self.claimed, self.came) <= DRAWN

    @property
    def filled(self) -> range:
        return range(self.came)

    @property
    def open(self) -> range:
        return range(max(0, (self.claimed or 0) - self.came))

    @property
    def unnamed(self) -> int:
        return len(self.open)

    @property
    def by_status(self) -> list[tuple[str, str, int]]:
        """Value, words and count of each status anyone has."""
        return [(one.value, str(one.label), self.counts[one]) for one in InviteeStatus if self.counts[one]]


@dataclass(frozen=True, slots=True)
class InviteePage:
    """One page of the list."""

    lines: tuple[InviteeLine, ...]
    page: int
    more: bool


def attended(event: PlannedEvent, member: Membership) -> Attended:
    """Claimed against named, as far as the member sees the list."""
    rows = Invitee.objects.visible_to(member).live().filter(event=event).order_by()
    return Attended(event.claimed, Counter(dict(rows.values_list("status").annotate(n=Count("id")))))


def invitee_page(
    event: PlannedEvent,
    member: Membership,
    language: str,
    *,
    status: str = "",
    typed: str = "",
    page: int = 0,
    shown: int = SHOWN,
) -> InviteePage:
    """One page of an event's list.

    status, typed    narrow it: to a status, to who answers to a name.    page    from 0.
    """
    rows = Invitee.objects.visible_to(member).live().filter(event=event)
    if status in InviteeStatus.values:
        rows = rows.filter(status=status)
    if typed.strip():
        answers = found(member, typed[:100], kinds=[kind.value for kind in PARTIES], limit=200)
        rows = rows.filter(party__canonical__in=[one.canonical_id for one in answers])
    listed = list(rows.order_by("id")[page * shown : (page + 1) * shown + 1])
    names = called([one.party_id for one in listed], language)
    return InviteePage(
        tuple(InviteeLine(one, names.get(one.party_id)) for one in listed[:shown]), page, len(listed) > shown
    )


def whole_list(event: PlannedEvent, member: Membership, language: str, *, status: str = "") -> Iterator[InviteeLine]:
    """Everybody on the list, in pieces: for a file."""
    page = 0
    while True:
        piece = invitee_page(event, member, language, status=status, page=page, shown=500)
        yield from piece.lines
        if not piece.more:
            return
        page += 1


def on_the_list(event: PlannedEvent, member: Membership) -> dict[UUID, UUID]:
    """The group of each party on the list -> their row."""
    rows = Invitee.objects.visible_to(member).live().filter(event=event).order_by("id")
    return {group: pk for pk, group in rows.values_list("id", "party__canonical_id")}
