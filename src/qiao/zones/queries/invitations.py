"""Letters that may still be answered."""

from __future__ import annotations

from datetime import datetime

from qiao.zones.models import Invitation, Zone, ZoneQuerySet


def open_invitations(zone: Zone, now: datetime) -> ZoneQuerySet[Invitation]:
    """Invitations of a zone that can be used at `now`, the one that lapses first on top."""
    return (
        Invitation.objects.filter(zone=zone, accepted_by=None, called_back=False, expires_at__gt=now)
        .prefetch_related("circles")
        .order_by("expires_at", "id")
    )


def is_open(invitation: Invitation, now: datetime) -> bool:
    """Whether the letter lets its reader in at `now`."""
    return invitation.accepted_by_id is None and not invitation.called_back and invitation.expires_at > now
