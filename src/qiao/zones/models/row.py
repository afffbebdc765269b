"""What every domain row shares: an id made before insert, and the zone it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models

from qiao.kit.ids import new_id
from qiao.zones.models.zone import Zone

if TYPE_CHECKING:
    from qiao.zones.models.membership import Membership

Row = TypeVar("Row", bound=models.Model, covariant=True)


class ZoneQuerySet(models.QuerySet[Row]):
    """Every question about domain rows begins here."""

    def visible_to(self, member: Membership) -> Self:
        """Rows of the member's zone; models with an audience narrow it further."""
        return self.filter(zone_id=member.zone_id)

    def delete(self) -> Any:
        raise TypeError("Nothing is deleted: claims are withdrawn, plans are cancelled.")


class ZoneRow(models.Model):
    """A row of a zone. Its id is a UUIDv7, so that a phone without network can make it too."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = ZoneQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["zone", "id"], name="%(app_label)s_%(class)s_zone_id"),
        ]

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("Nothing is deleted: claims are withdrawn, plans are cancelled.")
