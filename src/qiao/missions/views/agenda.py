"""The agenda of an event: points added, changed, moved up, taken away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from qiao.missions.actions.agenda import move_up
from qiao.missions.actions.rows import add_row, cancel_row, change_row
from qiao.missions.forms.events import AgendaForm
from qiao.missions.models import AgendaItem, PlannedEvent
from qiao.missions.views.choosing import chosen
from qiao.missions.views.events import event_or_404, event_response, to_event
from qiao.register.enums import PARTIES
from qiao.register.models import Entity
from qiao.register.notices import done
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan


@require_POST
@zone_page(may_plan)
def add(request: MemberRequest, event: UUID) -> HttpResponse:
    """Add a point to the agenda."""
    row = event_or_404(request, event)
    form = AgendaForm(request.POST)
    speaker = _speaker(request, form)
    if not form.is_valid():
        return event_response(request, row, agenda_form=form, open="agenda", status=422)
    _item, action = add_row(
        member=request.member, table=AgendaItem, event=row, speaker=speaker, now=timezone.now(), **form.cleaned_data
    )
    done(request, request.member.zone.slug, gettext("Added to the agenda."), action.pk)
    return to_event(request, row, "agenda")


@require_POST
@zone_page(may_plan)
def change(request: MemberRequest, event: UUID, item: UUID) -> HttpResponse:
    """Move a point up, take it away, or change its hours and words."""
    row = event_or_404(request, event)
    items = AgendaItem.objects.visible_to(request.member).live().filter(event=row)
    held = get_object_or_404(items, pk=item)
    slug = request.member.zone.slug
    if "cancel" in request.POST:
        action = cancel_row(member=request.member, row=held, now=timezone.now())
        done(request, slug, gettext("Taken off the agenda."), action.pk)
    elif "up" in request.POST:
        _up(request, row, held)
    else:
        form = AgendaForm(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(str(said) for errors in form.errors.values() for said in errors))
            return to_event(request, row, "agenda")
        action = change_row(member=request.member, row=held, now=timezone.now(), **form.cleaned_data)
        done(request, slug, gettext("The agenda is changed."), action.pk)
    return to_event(request, row, "agenda")


def _up(request: MemberRequest, event: PlannedEvent, item: AgendaItem) -> None:
    items = list(AgendaItem.objects.visible_to(request.member).live().filter(event=event).order_by("start", "id"))
    at = items.index(item)
    if not at:
        return
    try:
        action = move_up(member=request.member, item=item, above=items[at - 1], now=timezone.now())
    except ValidationError:
        messages.error(request, gettext("The point above would begin after midnight; nothing was moved."))
    else:
        done(request, request.member.zone.slug, gettext("Moved up."), action.pk)


def _speaker(request: MemberRequest, form: AgendaForm) -> Entity | None:
    """Who speaks; a name nobody answers to is an error of the form, and no name is nobody."""
    speaker = chosen(request, PARTIES)
    if speaker is None and request.POST.get("typed", "").strip():
        form.add_error(None, gettext("Nobody in the register answers to this name; add the party first."))
    return speaker
