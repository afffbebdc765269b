"""Planned events: those of a mission, all of them, and one with its agenda and its list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.instants import Vantage
from qiao.missions.actions.rows import add_row, cancel_row, change_row
from qiao.missions.enums import InviteeStatus
from qiao.missions.forms.events import AgendaForm, EventForm, PasteForm
from qiao.missions.models import Mission, PlannedEvent
from qiao.missions.queries.events import all_events, event_lines, mission_events
from qiao.missions.queries.events_agenda import agenda
from qiao.missions.queries.events_invitees import attended, invitee_page
from qiao.missions.queries.planned import legs_of
from qiao.missions.queries.titles import titles
from qiao.missions.views.asking import asking, mission_or_404
from qiao.register.notices import done
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan


@zone_page()
def events(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The events of a mission; posting plans one more."""
    row = mission_or_404(request, mission)
    form = _form(request, row)
    if posting(request) and form.is_valid():
        return _plan(request, row, form)
    context = {
        "room": "missions",
        "tab": "events",
        "mission": row,
        "title": titles([row.pk], asking(request, Vantage()))[row.pk],
        "rows": [(line, None) for line in mission_events(row, request.member, get_language() or "en")],
        "form": form,
        "may_plan": may_plan(request.member),
    }
    return render(request, "missions/event_list.html", context, status=422 if form.errors else 200)


@zone_page()
def every_event(request: MemberRequest) -> HttpResponse:
    """All events, of missions and without one; posting plans one without a mission."""
    form = _form(request, None)
    if posting(request) and form.is_valid():
        return _plan(request, None, form)
    page = page_of(request)
    language = get_language() or "en"
    lines, more = all_events(request.member, language, page=page)
    missions = {line.event.mission_id for line in lines if line.event.mission_id}
    names = titles(missions, asking(request, Vantage())) if missions else {}
    context = {
        "room": "missions",
        "rows": [(line, names.get(line.event.mission_id) if line.event.mission_id else None) for line in lines],
        "page": page,
        "more": more,
        "form": form,
        "may_plan": may_plan(request.member),
    }
    return render(request, "missions/event_list.html", context, status=422 if form.errors else 200)


@require_GET
@zone_page()
def event(request: MemberRequest, event: UUID) -> HttpResponse:
    """One planned event: what is found about it, its agenda, its list."""
    return event_response(request, event_or_404(request, event))


@zone_page(may_plan)
def change(request: MemberRequest, event: UUID) -> HttpResponse:
    """Change what an event is."""
    row = event_or_404(request, event)
    initial = {name: getattr(row, name) for name in EventForm.base_fields}
    form = _form(request, row.mission, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            action = change_row(member=request.member, row=row, now=timezone.now(), **form.cleaned_data)
        except ValidationError as wrong:
            form.add_error(None, wrong.messages)
        else:
            done(request, request.member.zone.slug, gettext("The event is changed."), action.pk)
            return to_event(request, row)
    context = event_context(request, row) | {"form": form}
    return render(request, "missions/event_change.html", context, status=422 if form.errors else 200)


@require_POST
@zone_page(may_plan)
def cancel(request: MemberRequest, event: UUID) -> HttpResponse:
    """Take an event out of the plans."""
    row = event_or_404(request, event)
    action = cancel_row(member=request.member, row=row, now=timezone.now())
    done(request, request.member.zone.slug, gettext("The event is taken out of the plans."), action.pk)
    slug = request.member.zone.slug
    if row.mission_id:
        return see_other(reverse("missions:events", args=[slug, row.mission_id]))
    return see_other(reverse("missions:every_event", args=[slug]))


def event_or_404(request: MemberRequest, event: UUID) -> PlannedEvent:
    """The event, if the member may see it."""
    rows = PlannedEvent.objects.visible_to(request.member).live().select_related("mission__entity__audience")
    row = rows.filter(pk=event).first()
    if row is None:
        raise Http404
    return row


def event_response(request: MemberRequest, event: PlannedEvent, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of an event, with what went wrong when something did."""
    language = get_language() or "en"
    status_asked, typed = request.GET.get("status", ""), request.GET.get("name", "")[:100]
    shown = invitee_page(event, request.member, language, status=status_asked, typed=typed, page=page_of(request))
    context = event_context(request, event) | {
        "part": "event",
        "agenda": agenda(event, request.member, language),
        "invitees": shown,
        "attended": attended(event, request.member),
        "statuses": InviteeStatus.choices,
        "agenda_form": AgendaForm(initial={"start": event.start}),
        "paste_form": PasteForm(),
        "status": status_asked,
        "typed": typed,
    }
    return render(request, "missions/event_page.html", context | more, status=status)


def event_context(request: MemberRequest, event: PlannedEvent) -> dict[str, Any]:
    """What every page of an event shows."""
    language = get_language() or "en"
    return {
        "room": "missions",
        "tab": "events",
        "event": event,
        "line": event_lines([event], request.member, language)[0],
        "title": titles([event.mission_id], asking(request, Vantage()))[event.mission_id] if event.mission_id else None,
        "may_plan": may_plan(request.member),
    }


def to_event(request: MemberRequest, event: PlannedEvent, part: str = "") -> HttpResponse:
    """On to the page of the event, at a part of it."""
    address = reverse("missions:event", args=[request.member.zone.slug, event.pk])
    return see_other(f"{address}#{part}" if part else address)


def posting(request: MemberRequest) -> bool:
    """Whether something is sent to be changed; a role that may only read is told so."""
    if request.method != "POST":
        return False
    if not may_plan(request.member):
        raise PermissionDenied
    return True


def page_of(request: MemberRequest) -> int:
    """The page asked for, from 0; the first where the address says nonsense."""
    return min(whole_or_none(request.GET.get("page", "")) or 0, 10_000)


def _form(request: MemberRequest, mission: Mission | None, **options: Any) -> EventForm:
    legs = legs_of(mission, request.member) if mission else []
    if mission and "initial" not in options:
        options["initial"] = {"day": mission.departs_on, "start": 540, "minutes": 180, "everyone": True}
    return EventForm(
        request.POST if request.method == "POST" else None,
        member=request.member,
        legs=legs,
        of_mission=mission is not None,
        **options,
    )


def _plan(request: MemberRequest, mission: Mission | None, form: EventForm) -> HttpResponse:
    row, action = add_row(
        member=request.member, table=PlannedEvent, mission=mission, now=timezone.now(), **form.cleaned_data
    )
    done(request, request.member.zone.slug, gettext("The event is planned."), action.pk)
    return to_event(request, row)
