"""A figure, opened: its rule, what was counted and what not, and the sentence it comes from."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from qiao.missions.models import Mission
from qiao.missions.queries.opened import open_figure
from qiao.missions.queries.page import mission_page
from qiao.missions.views.missions import moment_or_notice
from qiao.zones.doors import MemberRequest, zone_page


@zone_page()
def figure(request: MemberRequest, mission: UUID, figure: str) -> HttpResponse:
    """The panel of one figure; a page of its own without a script."""
    row = get_object_or_404(Mission.objects.visible_to(request.member).select_related("entity"), pk=mission)
    moment = moment_or_notice(request)
    page = mission_page(row, member=request.member, moment=moment, language=get_language() or "en")
    line = next((line for line in page.figures if str(line.key) == figure), None)
    if line is None:
        raise Http404
    context = {
        "room": "missions",
        "page": page,
        "opened": open_figure(line, page.gathered),
        "moment": moment,
    }
    template = "missions/figure.html"
    if request.htmx.target == "panel":  # type: ignore[attr-defined]  # set by its middleware
        template += "#panel"
    return render(request, template, context)
