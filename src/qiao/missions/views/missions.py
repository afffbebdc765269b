"""The list of missions, and a mission's own page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qiao.kit.instants import Moment, NotATime, moment_of
from qiao.missions.actions.rename import NoTitle, rename_mission
from qiao.missions.models import Mission
from qiao.missions.queries.listing import mission_lines
from qiao.missions.queries.page import mission_page
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_review


@zone_page()
def missions(request: MemberRequest) -> HttpResponse:
    """All missions, the latest first."""
    lines, after = mission_lines(
        request.member, after=request.GET.get("after", ""), language=get_language() or "en"
    )
    return render(request, "missions/mission_list.html", {"room": "missions", "lines": lines, "after": after})


@zone_page()
def mission(request: MemberRequest, mission: UUID) -> HttpResponse:
    """One mission: figures, week, map, and everything that opens."""
    row = get_object_or_404(Mission.objects.visible_to(request.member).select_related("entity"), pk=mission)
    moment = moment_or_notice(request)
    page = mission_page(row, member=request.member, moment=moment, language=get_language() or "en")
    context = {
        "room": "missions",
        "page": page,
        "moment": moment,
        "may_rename": may_review(request.member),
    }
    return render(request, "missions/mission_detail.html", context)


@require_POST
@zone_page(may_review)
def rename(request: MemberRequest, mission: UUID) -> HttpResponse:
    """Give the mission another title."""
    row = get_object_or_404(Mission.objects.visible_to(request.member).select_related("entity"), pk=mission)
    try:
        rename_mission(
            member=request.member, mission=row, title=request.POST.get("title", ""), now=timezone.now()
        )
    except NoTitle:
        messages.error(request, _("A mission needs a title: the field was empty, the old title stays."))
    return redirect("missions:mission", zone=request.member.zone.slug, mission=row.pk)


def moment_or_notice(request: MemberRequest) -> Moment:
    """The moment asked for; an unreadable one is answered with a notice and the present."""
    try:
        return moment_of(request.GET, request.member.zone.time_zone)
    except NotATime as wrong:
        messages.error(
            request,
            _("“%(found)s” is not a day. Expected a day such as 2023-06-13; the present is shown.")
            % {"found": wrong.found[:40]},
        )
        return Moment()
