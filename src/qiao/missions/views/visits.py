"""Planned visits: put on a mission, looked at, changed, taken off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.instants import Vantage
from qiao.missions.actions.rows import add_row, cancel_row, change_row
from qiao.missions.forms.visits import VisitForm, WindowForm
from qiao.missions.models import Mission, Visit, VisitWindow
from qiao.missions.queries.planned import legs_of, near_leg
from qiao.missions.queries.titles import titles
from qiao.missions.views.asking import asking, mission_or_404
from qiao.missions.views.choosing import chosen
from qiao.missions.views.planning import to_plan, visit_or_404
from qiao.register.enums import PARTIES
from qiao.register.notices import done
from qiao.register.queries.labels import called
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan


@require_POST
@zone_page(may_plan)
def add(request: MemberRequest, mission: UUID) -> HttpResponse:
    """Put a party on the list of visits: the one chosen, or the first that answers to what was typed."""
    row = mission_or_404(request, mission)
    legs = legs_of(row, request.member)
    host = chosen(request, PARTIES)
    if host is None:
        typed = request.POST.get("typed", "").strip()[:100]
        words = gettext("Nobody in the register answers to “%(typed)s”; nothing was added.")
        messages.error(request, words % {"typed": typed} if typed else gettext("Nobody was named; nothing was added."))
    elif not legs:
        messages.error(request, gettext("Expected a town to visit; the mission has none yet."))
    elif (
        Visit.objects.visible_to(request.member).live().filter(mission=row, host__canonical=host.canonical_id).exists()
    ):
        messages.warning(request, gettext("Already on the list of visits."))
    else:
        place = request.POST.get("place", "")
        _visit, action = add_row(
            member=request.member,
            table=Visit,
            mission=row,
            host=host,
            place=place if place in {leg.place for leg in legs} else near_leg(host, legs, request.member).place,
            prize=min(max(whole_or_none(request.POST.get("prize", "")) or 50, 1), 100),
            now=timezone.now(),
        )
        name = called([host.pk], get_language() or "en").get(host.pk)
        words = gettext("%(name)s is on the list of visits.") % {"name": name.text if name else "…"}
        done(request, request.member.zone.slug, words, action.pk)
    return to_plan(request, row)


@zone_page()
def one(request: MemberRequest, mission: UUID, visit: UUID) -> HttpResponse:
    """One planned visit: what is intended, and the hours in which the host can be met."""
    row = mission_or_404(request, mission)
    held = visit_or_404(request, row, visit)
    if request.method != "POST":
        return _page(request, row, held)
    if not may_plan(request.member):
        return _page(request, row, held)
    form = VisitForm(request.POST, legs=legs_of(row, request.member))
    if not form.is_valid():
        return _page(request, row, held, form=form, status=422)
    action = change_row(member=request.member, row=held, now=timezone.now(), **form.cleaned_data)
    done(request, request.member.zone.slug, gettext("The visit is changed."), action.pk)
    return to_plan(request, row)


@require_POST
@zone_page(may_plan)
def cancel(request: MemberRequest, mission: UUID, visit: UUID) -> HttpResponse:
    """Take a visit off the mission."""
    row = mission_or_404(request, mission)
    action = cancel_row(member=request.member, row=visit_or_404(request, row, visit), now=timezone.now())
    done(request, request.member.zone.slug, gettext("The visit is off the list."), action.pk)
    return to_plan(request, row)


@require_POST
@zone_page(may_plan)
def open_window(request: MemberRequest, mission: UUID, visit: UUID) -> HttpResponse:
    """Note a time in which the host can be met."""
    row = mission_or_404(request, mission)
    held = visit_or_404(request, row, visit)
    form = WindowForm(request.POST)
    if not form.is_valid():
        return _page(request, row, held, window=form, status=422)
    _window, action = add_row(
        member=request.member, table=VisitWindow, visit=held, now=timezone.now(), **form.cleaned_data
    )
    done(request, request.member.zone.slug, gettext("The hours are noted."), action.pk)
    return see_other(reverse("missions:visit", args=[request.member.zone.slug, row.pk, held.pk]))


@require_POST
@zone_page(may_plan)
def close_window(request: MemberRequest, mission: UUID, visit: UUID, window: UUID) -> HttpResponse:
    """Strike out hours that no longer hold."""
    row = mission_or_404(request, mission)
    held = visit_or_404(request, row, visit)
    rows = VisitWindow.objects.visible_to(request.member).live().filter(visit=held)
    action = cancel_row(member=request.member, row=get_object_or_404(rows, pk=window), now=timezone.now())
    done(request, request.member.zone.slug, gettext("The hours are struck out."), action.pk)
    return see_other(reverse("missions:visit", args=[request.member.zone.slug, row.pk, held.pk]))


def _page(
    request: MemberRequest,
    mission: Mission,
    visit: Visit,
    *,
    form: VisitForm | None = None,
    window: WindowForm | None = None,
    status: int = 200,
) -> HttpResponse:
    initial = {name: getattr(visit, name) for name in VisitForm.base_fields} | {"needs": ", ".join(visit.needs)}
    windows = VisitWindow.objects.visible_to(request.member).live().filter(visit=visit).order_by("day", "opens")
    context: dict[str, Any] = {
        "room": "missions",
        "tab": "plan",
        "mission": mission,
        "title": titles([mission.pk], asking(request, Vantage()))[mission.pk],
        "visit": visit,
        "name": called([visit.host_id], get_language() or "en").get(visit.host_id),
        "form": form or VisitForm(initial=initial, legs=legs_of(mission, request.member)),
        "window": window or WindowForm(initial={"day": visit.day or mission.departs_on}),
        "windows": windows,
        "may_plan": may_plan(request.member),
    }
    return render(request, "missions/visit_page.html", context, status=status)


def _visits(request: MemberRequest, mission: Mission) -> QuerySet[Visit]:
    return Visit.objects.visible_to(request.member).live().filter(mission=mission)
