"""The page on which a mission is planned, and what is done there."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.instants import Vantage
from qiao.missions.actions.plan_mission import set_terms
from qiao.missions.actions.plans import NothingToPlan, NotMade, ask_for_plan, choose_plan, move_visit, stop_plan
from qiao.missions.enums import PlanKind
from qiao.missions.forms.terms import TermsForm
from qiao.missions.forms.visits import MoveForm
from qiao.missions.models import Mission, Plan, Visit
from qiao.missions.queries.nominees import nominees
from qiao.missions.queries.plan_page import plan_page
from qiao.missions.queries.titles import titles
from qiao.missions.terms import PlanTerms
from qiao.missions.views.asking import asking, mission_or_404
from qiao.register.notices import done
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan


@require_GET
@zone_page()
def plan(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The time line of a mission, the visits in it and out of it, and the plans to choose from."""
    row = mission_or_404(request, mission)
    page = plan_page(row, asking(request, Vantage()))
    may = may_plan(request.member)
    context = {
        "room": "missions",
        "tab": "plan",
        "mission": row,
        "page": page,
        "wide": True,
        "may_plan": may,
        "running": page.running,
        "nominees": nominees(row, page.legs, request.member, get_language() or "en") if may else [],
    }
    return render(request, "missions/plan_page.html", context)


@require_GET
@zone_page()
def progress(request: MemberRequest, mission: UUID, plan: UUID) -> HttpResponse:
    """How far a plan has come; asks the whole page anew when it is made."""
    row = mission_or_404(request, mission)
    light = _plans(request, row).defer("problem", "answer")  # asked each second
    held = get_object_or_404(light, pk=plan)
    if not getattr(request, "htmx", False):
        return to_plan(request, row)
    if not held.is_open:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "missions/plan_page.html#progress", {"running": held, "mission": row})


@require_POST
@zone_page(may_plan)
def solve(request: MemberRequest, mission: UUID) -> HttpResponse:
    """Ask for a plan of the mission as it now is."""
    row = mission_or_404(request, mission)
    kind = request.POST.get("kind", "")
    try:
        ask_for_plan(
            member=request.member,
            mission=row,
            kind=PlanKind(kind) if kind in PlanKind.values else PlanKind.TIGHT,
            seconds=whole_or_none(request.POST.get("seconds", "")) or 20,
            changed_from=_changed_from(request),
            now=timezone.now(),
        )
    except NothingToPlan:
        messages.error(request, gettext("A plan needs days, at least one town, and a visit or an event."))
    return to_plan(request, row)


@require_POST
@zone_page(may_plan)
def stop(request: MemberRequest, mission: UUID, plan: UUID) -> HttpResponse:
    """Stop the making of a plan."""
    row = mission_or_404(request, mission)
    stop_plan(member=request.member, plan=get_object_or_404(_plans(request, row), pk=plan), now=timezone.now())
    return to_plan(request, row)


@require_POST
@zone_page(may_plan)
def choose(request: MemberRequest, mission: UUID, plan: UUID) -> HttpResponse:
    """Take a plan as the mission's."""
    row = mission_or_404(request, mission)
    try:
        action = choose_plan(
            member=request.member, plan=get_object_or_404(_plans(request, row), pk=plan), now=timezone.now()
        )
    except NotMade:
        messages.error(request, gettext("This plan is not made; the one chosen before stays."))
    else:
        done(request, request.member.zone.slug, gettext("The plan is chosen; its visits have their hours."), action.pk)
    return to_plan(request, row)


@require_POST
@zone_page(may_plan)
def move(request: MemberRequest, mission: UUID, visit: UUID) -> HttpResponse:
    """Put a visit at a day and an hour by hand, or set it free."""
    row = mission_or_404(request, mission)
    held = visit_or_404(request, row, visit)
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(said) for errors in form.errors.values() for said in errors))
        return to_plan(request, row)
    said = form.cleaned_data
    try:
        action = move_visit(
            member=request.member,
            visit=held,
            day=said["day"],
            start=said["start"],
            party=said["party"] or 0,
            now=timezone.now(),
        )
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
    else:
        words = gettext("Held there; a new plan keeps to it.") if said["day"] else gettext("Set free.")
        done(request, request.member.zone.slug, words, action.pk)
    return to_plan(request, row)


@zone_page(may_plan)
def terms(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The terms that a plan keeps to."""
    row = mission_or_404(request, mission)
    held = PlanTerms.of(row.terms)
    form = TermsForm(request.POST or None, initial=TermsForm.initial_of(held))
    if request.method == "POST" and form.is_valid():
        action = set_terms(member=request.member, mission=row, terms=form.cleaned_data, now=timezone.now())
        done(
            request, request.member.zone.slug, gettext("The terms are changed; they hold for the next plan."), action.pk
        )
        return to_plan(request, row)
    title = titles([row.pk], asking(request, Vantage()))[row.pk]
    context = {"room": "missions", "mission": row, "form": form, "title": title, "tab": "plan"}
    return render(request, "missions/plan_terms.html", context, status=422 if form.errors else 200)


def visit_or_404(request: MemberRequest, mission: Mission, visit: UUID) -> Visit:
    """The visit, if the member may see it and the mission has it."""
    rows = Visit.objects.visible_to(request.member).live().filter(mission=mission)
    return get_object_or_404(rows.select_related("host__audience"), pk=visit)


def to_plan(request: MemberRequest, mission: Mission) -> HttpResponse:
    """On to the page of the plan."""
    return see_other(reverse("missions:plan", args=[request.member.zone.slug, mission.pk]))


def _plans(request: MemberRequest, mission: Mission) -> QuerySet[Plan]:
    return Plan.objects.visible_to(request.member).filter(mission=mission)


def _changed_from(request: MemberRequest) -> datetime | None:
    """The local time before which nothing may change, when a plan under way is asked for."""
    form = MoveForm({"day": request.POST.get("from_day", ""), "start": request.POST.get("from_time", "")})
    if not form.is_valid() or not isinstance(form.cleaned_data["day"], date):
        return None
    start = form.cleaned_data["start"] or 0
    naive = datetime.combine(form.cleaned_data["day"], time(start // 60, start % 60))
    return naive.replace(tzinfo=timezone.get_default_timezone())
