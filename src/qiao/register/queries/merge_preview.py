"""What the page of several groups will show once they are judged one, before anybody says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from qiao.register.adapt import KINDS
from qiao.register.enums import EntityKind
from qiao.register.models import Claim, Entity, Judgement, Name
from qiao.register.queries.apart import standing_apart
from qiao.register.queries.labels import best_name
from qiao.register.queries.likelihood import likelihood
from qiao.register.queries.preferred import preferred_ids
from qiao.register.queries.reasons import Likely, likely
from qiao.register.queries.side_by_side import SideBySide, side_by_side
from qiao.register.queries.words import Piece
from qiao.register.tables import title_of
from qiao.zones.models import Membership


@dataclass(frozen=True)
class Counted:
    """How many statements of one table the joined page will rest on."""

    title: str
    number: int


@dataclass(frozen=True)
class MergePreview:
    """The groups side by side, the title of the joined page, and what it will hold.

    `apart` is a live "different" between two of the groups: while it stands they cannot be joined. `likely` is how
    likely two groups are one, where the member sees grounds for it; of more than two nothing is said.
    """

    beside: SideBySide
    title: Piece
    counts: tuple[Counted, ...]
    apart: Judgement | None
    likely: Likely | None = None

    @property
    def statements(self) -> int:
        """Statements before and after: judging moves none."""
        return sum(count.number for count in self.counts)


def merge_preview(member: Membership, entities: Sequence[Entity], language: str) -> MergePreview:
    """What joining the groups of these entities would show this member."""
    beside = side_by_side(member, entities, language)
    records = beside.records
    return MergePreview(
        beside=beside,
        title=_title(member, records, language) or beside.sides[0].title,
        counts=_counts(member, records),
        apart=standing_apart(member.zone_id, [entity.canonical_id for entity in entities]),
        likely=_likely(member, beside),
    )


def is_worth_a_look(beside: SideBySide) -> bool:
    """Whether "same" joins more than two plain records that contradict each other nowhere."""
    return beside.contradicts or len(beside.records) > 2


def _likely(member: Membership, beside: SideBySide) -> Likely | None:
    if len(beside.sides) != 2 or len({side.entity.kind for side in beside.sides}) != 1:
        return None
    kind = EntityKind(beside.sides[0].entity.kind)
    told = likelihood(member, kind, {side.entity.pk: side.records for side in beside.sides}) if kind in KINDS else None
    return likely(told) if told else None


def _title(member: Membership, records: Sequence[UUID], language: str) -> Piece | None:
    names = Name.objects.visible_to(member).live().filter(subject__in=records).select_related("evidence__source")
    name = best_name(list(names), language, preferred_ids(member.zone_id, records))
    return Piece(name.text, name.language) if name else None


def _counts(member: Membership, records: Sequence[UUID]) -> tuple[Counted, ...]:
    """One query for each table."""
    found = []
    for table in Claim.kinds():
        told = table._default_manager.visible_to(member).live()  # type: ignore[attr-defined]  # every claim's manager
        number = told.filter(subject__in=records).aggregate(n=Count("id"))["n"]
        if number:
            found.append(Counted(title_of(table), number))
    return tuple(found)
