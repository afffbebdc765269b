"""The papers of a mission."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from qiao.missions.views.asking import mission_or_404
from qiao.zones.doors import MemberRequest, zone_page


@zone_page()
def papers(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The papers of a mission."""
    mission_or_404(request, mission)
    return HttpResponse()

