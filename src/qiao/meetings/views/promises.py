"""Promises both ways, and what becomes of them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from qiao.kit.answers import see_other, way_back
from qiao.kit.dates import span_of
from qiao.kit.ids import id_or_none
from qiao.meetings.actions.keep import ForeignOwner, keep_promise
from qiao.meetings.enums import PromiseState
from qiao.meetings.models import Keeping
from qiao.meetings.queries.promises import open_promises
from qiao.register.models import Entity
from qiao.register.notices import done
from qiao.register.queries.labels import called
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.queries.members import members_seen_by
from qiao.zones.rules import may_record


@require_GET
@zone_page()
def promises(request: MemberRequest) -> HttpResponse:
    """Open promises, by us and by them; ?owner=me and ?party= narrow them."""
    member, language = request.member, get_language() or "en"
    mine = request.GET.get("owner") == "me"
    chosen = id_or_none(request.GET.get("party", ""))
    party = Entity.objects.visible_to(member).filter(pk=chosen).first() if chosen else None
    context: dict[str, Any] = {
        "room": "promises",
        "page": open_promises(
            member, today=timezone.localdate(), language=language, owner=member.pk if mine else None, party=party
        ),
        "mine": mine,
        "party": called([party.pk], language).get(party.pk) if party else None,
        "party_id": party.pk if party else None,
        "may_record": may_record(member),
        "owners": [one for one in members_seen_by(member) if one.active] if may_record(member) else [],
    }
    return render(request, "meetings/promises.html", context)


@require_POST
@zone_page(may_record)
def keep(request: MemberRequest, keeping: UUID) -> HttpResponse:
    """Say that a promise was kept, is postponed, is passed on or no longer wanted."""
    rows = Keeping.objects.visible_to(request.member).live().filter(promise__withdrawn__isnull=True)
    held = get_object_or_404(rows.select_related("promise"), pk=keeping)
    state = request.POST.get("state", "")
    owner_id = id_or_none(request.POST.get("owner", ""))
    owner = members_seen_by(request.member).filter(pk=owner_id).first() if owner_id else None
    due, wrong = _day(request.POST.get("due_on", ""))
    if wrong:
        words = gettext("Expected a day such as 2023-06-13; found %(found)s. Nothing was changed.")
        messages.error(request, words % {"found": wrong})
        return _back(request)
    try:
        action = keep_promise(
            member=request.member,
            keeping=held,
            state=PromiseState(state) if state in PromiseState.values else None,
            due_on=due,
            owner=owner,
            note=request.POST.get("note", ""),
            now=timezone.now(),
        )
    except ForeignOwner:
        messages.error(request, gettext("That member no longer works in the zone; nothing was changed."))
    else:
        done(request, request.member.zone.slug, _words(state, due, owner is not None), action.pk)
    return _back(request)


def _words(state: str, due: date | None, passed_on: bool) -> str:
    if state == PromiseState.KEPT:
        return gettext("Kept.")
    if state == PromiseState.BROKEN:
        return gettext("Marked as not kept.")
    if state == PromiseState.DROPPED:
        return gettext("Marked as no longer wanted.")
    if passed_on:
        return gettext("Passed on.")
    return gettext("Postponed.") if due else gettext("Open again.")


def _day(text: str) -> tuple[date | None, str]:
    """The day that was typed, and what could not be read as one."""
    text = text.strip()
    if not text:
        return None, ""
    span = span_of(text)
    return (span[1], "") if span else (None, text[:20])


def _back(request: MemberRequest) -> HttpResponse:
    return see_other(way_back(request, reverse("meetings:promises", args=[request.member.zone.slug])))
