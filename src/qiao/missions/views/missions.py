"""The list of missions, and a mission's own page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from qiao.kit.answers import see_other
from qiao.kit.instants import Vantage
from qiao.missions.actions.rename import LONGEST, NoTitle, TitleTooLong, rename_mission
from qiao.missions.models import Mission
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.likely import like_missions
from qiao.missions.queries.listing import mission_lines
from qiao.missions.queries.page import MissionPage, mission_page
from qiao.missions.queries.titles import renamings
from qiao.missions.views.asking import asking, mission_or_404, vantage
from qiao.register.actions.undo import AlreadyUndone, undo_action
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan, may_review


@require_GET
@zone_page()
def missions(request: MemberRequest) -> HttpResponse:
    """All missions, the latest first."""
    lines, after = mission_lines(asking(request, Vantage()), after=request.GET.get("after", ""))
    context = {"room": "missions", "lines": lines, "after": after, "may_plan": may_plan(request.member)}
    return render(request, "missions/mission_list.html", context)


@require_GET
@zone_page()
def mission(request: MemberRequest, mission: UUID) -> HttpResponse:
    """One mission: figures, week, map, and everything that opens."""
    row = mission_or_404(request, mission)
    at = vantage(request)
    asked = asking(request, at)
    page = mission_page(row, asked)
    context = {
        "room": "missions",
        "page": page,
        "at": at,
        "likely": _likely(page, asked),
        "may_rename": may_review(request.member) and at.moment.is_present,
        "may_plan": may_plan(request.member) and at.moment.is_present,
        "longest": LONGEST,
    }
    return render(request, "missions/mission_detail.html", context, status=400 if at.wrong else 200)


def _likely(page: MissionPage, asked: Asking) -> int:
    """How many other records may tell of the same journey, for those who may say so."""
    if page.dating is None or not asked.moment.is_present or not may_review(asked.member):
        return 0
    found = like_missions(page.mission.entity, page.dating.first.claim, page.gathered.locations, asked)
    return sum(one.is_likely for one in found)


@require_POST
@zone_page(may_review)
def rename(request: MemberRequest, mission: UUID) -> HttpResponse:
    """Give the mission another title."""
    row = mission_or_404(request, mission)
    try:
        action = rename_mission(
            member=request.member, mission=row, title=request.POST.get("title", ""), now=timezone.now()
        )
    except NoTitle:
        messages.error(request, gettext("A mission needs a title: the field was empty, the old title stays."))
    except TitleTooLong as refusal:
        words = gettext("Expected at most %(longest)s characters, found %(found)s; the old title stays.")
        messages.error(request, words % {"longest": LONGEST, "found": refusal.found})
    else:
        undo = reverse("missions:undo_rename", args=[request.member.zone.slug, row.pk, action.pk])
        messages.success(request, gettext("Renamed."), extra_tags=f"undo={undo}")
    return _back(request, row)


@require_POST
@zone_page(may_review)
def undo_rename(request: MemberRequest, mission: UUID, action: UUID) -> HttpResponse:
    """Bring back what the mission was called before."""
    row = mission_or_404(request, mission)
    renaming = get_object_or_404(renamings(request.member, row), pk=action)
    try:
        undoing = undo_action(member=request.member, action=renaming, now=timezone.now())
    except AlreadyUndone:
        messages.warning(request, gettext("That was undone before; nothing was changed."))
    else:
        redo = reverse("register:undo", args=[request.member.zone.slug, undoing.pk])
        messages.success(request, gettext("The earlier title is back."), extra_tags=f"undo={redo}")
    return _back(request, row)


def _back(request: MemberRequest, mission: Mission) -> HttpResponse:
    return see_other(reverse("missions:mission", args=[request.member.zone.slug, mission.pk]))
