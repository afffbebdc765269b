"""A figure, opened: its rule, what was counted and what not, and the sentence it comes from."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qiao.missions.queries.figures import FigureLine
from qiao.missions.queries.opened import open_figure
from qiao.missions.queries.page import MissionPage, mission_page
from qiao.missions.views.asking import asking, mission_or_404, vantage
from qiao.zones.doors import MemberRequest, zone_page


@require_GET
@zone_page()
def figure(request: MemberRequest, mission: UUID, figure: str) -> HttpResponse:
    """The panel of one figure; a page of its own without a script."""
    row = mission_or_404(request, mission)
    at = vantage(request)
    asked = asking(request, at)
    page = mission_page(row, asked)
    line = _line(page, figure)
    if line is None:
        raise Http404
    context = {"room": "missions", "page": page, "opened": open_figure(line, page.gathered, asked), "at": at}
    template = "missions/figure.html"
    if request.htmx and request.htmx.target == "panel":  # type: ignore[attr-defined]  # set by django-htmx
        template += "#panel"
    return render(request, template, context, status=400 if at.wrong else 200)


def _line(page: MissionPage, key: str) -> FigureLine | None:
    """The figure of an address: by its measure, by its claim, or what is named where nothing is claimed."""
    for line in page.figures:
        if key == line.key or any(key == str(claim.pk) for claim in line.claims):
            return line
    return page.named.get(key)
