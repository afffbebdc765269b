from __future__ import annotations

from typing import ClassVar, Self, TypeVar

from django.db import models

from qiao.register.models.audience import audience_allows
from qiao.zones.models import Membership, ZoneQuerySet, ZoneRow

Row = TypeVar("Row", bound=models.Model, covariant=True)


class PlainQuerySet(ZoneQuerySet[Row]):
    def visible_to(self, member: Membership) -> Self:
        """Rows all of whose parties and papers the member may see."""
        rows = super().visible_to(member)
        for path in self.model.AUDIENCES:  # type: ignore[attr-defined]  # every model here is a PlainRow
            rows = rows.filter(audience_allows(member, f"{path}__audience"))
        return rows

    def live(self) -> Self:
        return self.filter(live=True)


class PlainRow(ZoneRow):
    """Abstract: one row is something we intend or keep in order. It is changed through actions, and never deleted.

    AUDIENCES are the lookups of the entities and sources without which a member may not see the row.
    """

    AUDIENCES: ClassVar[tuple[str, ...]] = ()

    live = models.BooleanField(default=True)

    objects = PlainQuerySet.as_manager()

    class Meta(ZoneRow.Meta):
        abstract = True
