"""The list of an event: put on it by name or by many pasted names, marked with one key, taken off."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from qiao.kit.ids import id_or_none
from qiao.missions.actions.invite import invite_many
from qiao.missions.actions.rows import cancel_row, change_row
from qiao.missions.enums import InviteeStatus
from qiao.missions.forms.events import PasteForm
from qiao.missions.models import Invitee, PlannedEvent
from qiao.missions.queries.events_invitees import InviteeLine, attended
from qiao.missions.queries.events_pasted import MOST_LINES, pasted_names
from qiao.missions.views.choosing import chosen
from qiao.missions.views.events import event_context, event_or_404, event_response, to_event
from qiao.register.enums import PARTIES
from qiao.register.models import Entity
from qiao.register.notices import done
from qiao.register.queries.labels import called
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan


@require_POST
@zone_page(may_plan)
def add(request: MemberRequest, event: UUID) -> HttpResponse:
    """Put a party on the list: the one chosen, or the first that answers to what was typed."""
    row = event_or_404(request, event)
    party = chosen(request, PARTIES)
    if party is None:
        typed = request.POST.get("typed", "").strip()[:100]
        words = gettext("Nobody in the register answers to “%(typed)s”; nothing was added.")
        messages.error(request, words % {"typed": typed} if typed else gettext("Nobody was named; nothing was added."))
        return to_event(request, row, "list")
    _rows, action = invite_many(member=request.member, event=row, parties=[party], now=timezone.now())
    if action is None:
        messages.warning(request, gettext("Already on the list."))
    else:
        name = called([party.pk], get_language() or "en").get(party.pk)
        words = gettext("%(name)s is on the list.") % {"name": name.text if name else "…"}
        done(request, request.member.zone.slug, words, action.pk)
    return to_event(request, row, "adding")


@require_POST
@zone_page(may_plan)
def paste(request: MemberRequest, event: UUID) -> HttpResponse:
    """Pasted names: first shown with whom they mean, then put on the list."""
    row = event_or_404(request, event)
    if "chosen" in request.POST:
        return _put_on(request, row)
    form = PasteForm(request.POST)
    if not form.is_valid():
        return event_response(request, row, paste_form=form, open="paste", status=422)
    pasted = pasted_names(row, request.member, form.cleaned_data["lines"], get_language() or "en")
    context = event_context(request, row) | {"pasted": pasted, "most": MOST_LINES}
    return render(request, "missions/event_pasted.html", context)


def _put_on(request: MemberRequest, event: PlannedEvent) -> HttpResponse:
    ids = [found for one in request.POST.getlist("party")[:MOST_LINES] if (found := id_or_none(one)) is not None]
    parties = Entity.objects.visible_to(request.member).filter(kind__in=PARTIES, pk__in=ids)
    rows, action = invite_many(member=request.member, event=event, parties=parties, now=timezone.now())
    if action is None:
        messages.warning(request, gettext("Nobody was chosen who is not on the list already; nothing was added."))
    else:
        words = ngettext("%(n)s name is put on the list.", "%(n)s names are put on the list.", len(rows))
        done(request, request.member.zone.slug, words % {"n": len(rows)}, action.pk)
    return to_event(request, event, "list")


@require_POST
@zone_page(may_plan)
def change(request: MemberRequest, event: UUID, invitee: UUID) -> HttpResponse:
    """Say how it stands with one invitee, or take them off the list."""
    row = event_or_404(request, event)
    held = get_object_or_404(Invitee.objects.visible_to(request.member).live().filter(event=row), pk=invitee)
    if "cancel" in request.POST:
        action = cancel_row(member=request.member, row=held, now=timezone.now())
        done(request, request.member.zone.slug, gettext("Taken off the list."), action.pk)
        return to_event(request, row, "list")
    status = request.POST.get("status", "")
    if status not in InviteeStatus.values:
        words = gettext("Expected one of the states of an invitation; found “%(found)s”.")
        messages.error(request, words % {"found": status[:40]})
        return to_event(request, row, "list")
    action = change_row(member=request.member, row=held, now=timezone.now(), status=status)
    if getattr(request, "htmx", False):
        return _marked(request, row, held)
    done(request, request.member.zone.slug, gettext("Noted."), action.pk)
    return to_event(request, row, f"i{held.pk}")


def _marked(request: MemberRequest, event: PlannedEvent, invitee: Invitee) -> HttpResponse:
    """The row anew, and the numbers above the list."""
    name = called([invitee.party_id], get_language() or "en").get(invitee.party_id)
    context = {
        "event": event,
        "line": InviteeLine(invitee, name),
        "attended": attended(event, request.member),
        "statuses": InviteeStatus.choices,
        "may_plan": True,
        "member": request.member,
    }
    return render(request, "missions/event_marked.html", context)
