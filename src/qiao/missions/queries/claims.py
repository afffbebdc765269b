"""Claims about some records as one member may see them at one moment, without the texts of their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from qiao.kit.instants import Moment
from qiao.register.enums import Modality
from qiao.register.models import CanonicalSpan, Claim, ClaimQuerySet, Entity
from qiao.zones.models import Membership

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class Asking:
    """Who asks, of which moment, in which language."""

    member: Membership
    moment: Moment
    language: str

    def claims(self, table: type[C]) -> ClaimQuerySet[C]:
        """The claims of a table that the member may see at the moment, in order of recording."""
        rows: ClaimQuerySet[C] = table._default_manager.all()  # type: ignore[assignment]  # every claim's manager
        return (
            rows.visible_to(self.member)
            .known_at(self.moment.as_of)
            .holding_on(self.moment.on)
            .select_related("evidence__source__stated_by", "recorded")
            .defer("evidence__source__text", "evidence__quote")
            .order_by("id")
        )

    def about(self, table: type[C], records: Iterable[UUID]) -> list[C]:
        """The same, about these records."""
        return list(self.claims(table).about(records))

    def groups(self, records: Iterable[UUID]) -> dict[UUID, UUID]:
        """Record -> what stands for its group, for these records and all that were one with them at the moment."""
        ids = set(records)
        if self.moment.as_of is None:
            rows = Entity.objects.visible_to(self.member).filter(canonical__records__in=ids)
            return dict(rows.distinct().values_list("id", "canonical_id"))
        spans = CanonicalSpan.objects.filter(
            zone_id=self.member.zone_id, entity_id__in=ids, since__at__lte=self.moment.as_of
        ).filter(Q(until__isnull=True) | Q(until__at__gt=self.moment.as_of))
        visible = Entity.objects.visible_to(self.member).filter(id__in=ids).values_list("id", flat=True)
        merged = dict(spans.values_list("entity_id", "canonical_id"))
        return {record: merged.get(record, record) for record in visible}


def by_group(claims: Iterable[C], groups: Mapping[UUID, UUID]) -> dict[UUID, list[C]]:
    """Claims gathered by the thing they are about."""
    gathered: dict[UUID, list[C]] = defaultdict(list)
    for claim in claims:
        gathered[groups.get(claim.subject_id, claim.subject_id)].append(claim)
    return gathered


def facts_first(claims: Iterable[C]) -> list[C]:
    """The claims of what is so; those of what is planned or hoped for only when there are no others."""
    told = list(claims)
    return [claim for claim in told if claim.modality == Modality.FACT] or [
        claim for claim in told if claim.modality != Modality.DENIAL
    ]
