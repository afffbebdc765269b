from __future__ import annotations

from functools import cached_property
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from qiao.zones.models.circle import Circle
from qiao.zones.models.row import ZoneRow
from qiao.zones.models.user import User


class Role(models.TextChoices):
    DIRECTOR = "director", _("Director")
    OFFICER = "officer", _("Officer")
    KEEPER = "keeper", _("Station keeper")
    ANALYST = "analyst", _("Analyst")
    GUEST = "guest", _("Guest")


class Membership(ZoneRow):
    """One row says that a user works in a zone, in which role, and in which circles."""

    CONFINED: ClassVar[frozenset[str]] = frozenset({Role.KEEPER, Role.GUEST})  # see only their circles

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role)
    active = models.BooleanField(default=True)
    circles = models.ManyToManyField(Circle, related_name="members", blank=True)

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone", "user"], name="membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.role})"

    @property
    def is_confined(self) -> bool:
        """Whether this member sees only rows kept in their own circles."""
        return self.role in self.CONFINED

    @cached_property
    def circle_ids(self) -> frozenset[UUID]:
        return frozenset(self.circles.values_list("id", flat=True))
