"""What every page of the room works out first: which mission, seen from which moment."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.utils.translation import get_language, gettext

from qiao.kit.instants import Vantage, vantage_of
from qiao.missions.models import Mission
from qiao.missions.queries.claims import Asking
from qiao.zones.doors import MemberRequest


def mission_or_404(request: MemberRequest, mission: UUID) -> Mission:
    """The mission, if the member may see it."""
    rows = Mission.objects.visible_to(request.member).select_related("entity__audience")
    row = rows.filter(pk=mission).first()
    if row is None:
        raise Http404
    return row


def vantage(request: MemberRequest) -> Vantage:
    """The moment the address asks for; one that cannot be read is answered with a notice and the present."""
    at = vantage_of(request.GET.dict(), request.member.zone.time_zone)
    if at.wrong:
        words = gettext("“%(found)s” is not a day. Expected a day such as 2023-06-13; the present is shown.")
        messages.error(request, words % {"found": at.wrong[:40]})
    return at


def asking(request: MemberRequest, at: Vantage) -> Asking:
    """Who asks, of which moment, in which language."""
    return Asking(request.member, at.moment, get_language() or "en")
