"""The events of a mission, and one planned event."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from qiao.missions.views.asking import mission_or_404
from qiao.zones.doors import MemberRequest, zone_page


@zone_page()
def events(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The events of a mission."""
    mission_or_404(request, mission)
    return HttpResponse()


@zone_page()
def event(request: MemberRequest, event: UUID) -> HttpResponse:
    """One planned event."""
    return HttpResponse()
