"""The matchmaking round of an event: set up, solved while one watches, chosen, changed under way, read and printed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from qiao.kit.answers import see_other, whole_or_none
from qiao.missions.actions.rounds import (
    NothingChosen,
    NothingToMeet,
    RoundNotMade,
    ask_for_change,
    ask_for_round,
    choose_round,
    stop_round,
)
from qiao.missions.actions.rows import change_row
from qiao.missions.enums import InviteeStatus
from qiao.missions.forms.events import RoundForm
from qiao.missions.models import Invitee, PlannedEvent, Round
from qiao.missions.queries.rounds import round_page
from qiao.missions.queries.rounds_result import PEOPLE_SHOWN, TABLES_SHOWN, UNHELD_SHOWN, round_result, slots_of
from qiao.missions.queries.rounds_wishes import OnList
from qiao.missions.views.events import event_context, event_or_404, page_of, posting
from qiao.register.notices import done
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan

FEW = 200  # people who are all named on the page of tables


@zone_page()
def matchmaking(request: MemberRequest, event: UUID) -> HttpResponse:
    """The round of an event; posting says how many tables and slots there are."""
    row = event_or_404(request, event)
    initial = {name: getattr(row, name) for name in RoundForm.base_fields}
    form = RoundForm(request.POST if request.method == "POST" else None, initial=initial)
    if posting(request) and form.is_valid():
        action = change_row(member=request.member, row=row, now=timezone.now(), **form.cleaned_data)
        done(request, request.member.zone.slug, gettext("Saved; it holds for the next timetable."), action.pk)
        return to_round(request, row)
    page = round_page(row, request.member, get_language() or "en")
    context = event_context(request, row) | {
        "part": "round",
        "form": form,
        "page": page,
        "running": page.running,
        "slots": slots_of(row, row.slots),
        "changing": _changing(row, page.chosen),
    }
    return render(request, "missions/round_page.html", context, status=422 if form.errors else 200)


@require_GET
@zone_page()
def progress(request: MemberRequest, event: UUID, made: UUID) -> HttpResponse:
    """How far a timetable has come; asks the whole page anew when it is made."""
    row = event_or_404(request, event)
    light = Round.objects.visible_to(request.member).filter(event=row).defer("problem", "answer")  # asked each second
    held = get_object_or_404(light, pk=made)
    if not getattr(request, "htmx", False):
        return to_round(request, row)
    if not held.is_open:
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"running": held, "event": row, "may_plan": may_plan(request.member)}
    return render(request, "missions/round_page.html#progress", context)


@require_POST
@zone_page(may_plan)
def solve(request: MemberRequest, event: UUID) -> HttpResponse:
    """Ask for a timetable of the round as it now is."""
    row = event_or_404(request, event)
    seconds = whole_or_none(request.POST.get("seconds", "")) or 20
    try:
        ask_for_round(member=request.member, event=row, seconds=seconds, now=timezone.now())
    except NothingToMeet:
        messages.error(request, gettext("A timetable needs tables, slots and somebody who wants to meet somebody."))
    return to_round(request, row)


@require_POST
@zone_page(may_plan)
def drop_out(request: MemberRequest, event: UUID) -> HttpResponse:
    """Somebody or some tables dropped out: ask for the change of the chosen timetable from a slot on."""
    row = event_or_404(request, event)
    typed = request.POST.get("typed", "").strip()[:100]
    if typed and not _gone(request, row, typed):
        return to_round(request, row)
    tables = whole_or_none(request.POST.get("tables", ""))
    try:
        ask_for_change(
            member=request.member,
            event=row,
            since=whole_or_none(request.POST.get("since", "")) or 0,
            tables=row.tables if tables is None else tables,
            now=timezone.now(),
        )
    except NothingChosen:
        messages.error(request, gettext("No timetable is chosen yet: nothing to change."))
    return to_round(request, row)


@require_POST
@zone_page(may_plan)
def stop(request: MemberRequest, event: UUID, made: UUID) -> HttpResponse:
    """Stop the making of a timetable."""
    row = event_or_404(request, event)
    stop_round(member=request.member, made=round_or_404(request, row, made), now=timezone.now())
    return to_round(request, row)


@require_POST
@zone_page(may_plan)
def choose(request: MemberRequest, event: UUID, made: UUID) -> HttpResponse:
    """Take a timetable as the event's."""
    row = event_or_404(request, event)
    try:
        action = choose_round(member=request.member, made=round_or_404(request, row, made), now=timezone.now())
    except RoundNotMade:
        messages.error(request, gettext("This timetable is not made; the one chosen before stays."))
    else:
        done(request, request.member.zone.slug, gettext("The timetable is chosen."), action.pk)
    return to_round(request, row)


@require_GET
@zone_page()
def result(request: MemberRequest, event: UUID, made: UUID) -> HttpResponse:
    """A timetable: tables by slots, who has which hours, what is not held and why."""
    row = event_or_404(request, event)
    held = round_or_404(request, row, made)
    found = round_result(held, row, request.member, get_language() or "en")
    page = page_of(request)
    context = event_context(request, row) | {
        "part": "round",
        "made": held,
        "result": found,
        "grid": found.grid(page),
        "page": page,
        "more": (page + 1) * TABLES_SHOWN < found.tables,
        "people": [found.guests[one] for one in found.in_order()] if len(found.guests) <= FEW else [],
        "own": reverse("missions:round_people", args=[request.member.zone.slug, row.pk, held.pk]),
        "left": found.left[:UNHELD_SHOWN],
        "wide": True,
    }
    return render(request, "missions/round_result.html", context)


@require_GET
@zone_page()
def people(request: MemberRequest, event: UUID, made: UUID) -> HttpResponse:
    """Each person's own timetable, one page of paper each; `person` asks for one alone, `name` for those called so."""
    row = event_or_404(request, event)
    held = round_or_404(request, row, made)
    found = round_result(held, row, request.member, get_language() or "en")
    page, alone, typed = page_of(request), request.GET.get("person", ""), request.GET.get("name", "")[:100]
    if alone and alone not in found.guests:
        raise Http404
    wanted = [alone] if alone else found.in_order(typed)
    context: dict[str, Any] = event_context(request, row) | {
        "part": "round",
        "made": held,
        "result": found,
        "days": found.days(wanted[page * PEOPLE_SHOWN : (page + 1) * PEOPLE_SHOWN]),
        "page": page,
        "more": (page + 1) * PEOPLE_SHOWN < len(wanted),
        "typed": typed,
    }
    return render(request, "missions/round_people.html", context)


def round_or_404(request: MemberRequest, event: PlannedEvent, made: UUID) -> Round:
    """The timetable, if the member may see it and the event has it."""
    rows = Round.objects.visible_to(request.member).filter(event=event).select_related("previous", "event")
    return get_object_or_404(rows, pk=made)


def to_round(request: MemberRequest, event: PlannedEvent, part: str = "") -> HttpResponse:
    """On to the page of the round."""
    address = reverse("missions:round", args=[request.member.zone.slug, event.pk])
    return see_other(f"{address}#{part}" if part else address)


def _gone(request: MemberRequest, event: PlannedEvent, typed: str) -> bool:
    """Note that somebody of the list did not come; says so when nobody of that name is on it."""
    pk = OnList(event, request.member).one(typed)
    if pk is None:
        messages.error(request, gettext("Nobody on the list answers to “%(name)s”.") % {"name": typed})
        return False
    held = get_object_or_404(Invitee.objects.visible_to(request.member).live().filter(event=event), pk=pk)
    action = change_row(member=request.member, row=held, now=timezone.now(), status=InviteeStatus.ABSENT)
    done(request, request.member.zone.slug, gettext("Noted as not there."), action.pk)
    return True


def _changing(event: PlannedEvent, chosen: Any) -> dict[str, Any] | None:
    """What the form for those who drop out begins with."""
    if chosen is None:
        return None
    problem = chosen.made.problem
    return {"tables": problem.get("after", problem).get("tables", 0), "slots": slots_of(event, problem["slots"])}
