from __future__ import annotations

import secrets

from django.db import models

from qiao.zones.models.circle import Circle
from qiao.zones.models.membership import Role
from qiao.zones.models.row import ZoneRow
from qiao.zones.models.user import User


def new_token() -> str:
    return secrets.token_urlsafe(32)


class Invitation(ZoneRow):
    """One row is a letter to an address that may join the zone once, until it expires or is called back."""

    email = models.EmailField()
    role = models.CharField(max_length=12, choices=Role)
    circles = models.ManyToManyField(Circle, related_name="+", blank=True)
    token = models.CharField(max_length=64, unique=True, default=new_token)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    called_back = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.email} ({self.role})"
