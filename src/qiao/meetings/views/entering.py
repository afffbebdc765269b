"""A meeting entered by hand, in a minute and a half: who met whom, when, what was said, what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from qiao.kit.answers import see_other
from qiao.meetings.actions.enter import enter_meeting
from qiao.meetings.enums import MeetingKind, Side
from qiao.meetings.forms import MOST_PROMISES, MeetingForm, PromiseSaid, promises_said
from qiao.meetings.occasions import Occasion, occasion_of
from qiao.register.actions.state import add_party
from qiao.register.enums import EntityKind
from qiao.register.notices import done
from qiao.register.queries.labels import Called, called
from qiao.register.queries.listing import Wanted, party_list
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.queries.members import members_seen_by
from qiao.zones.rules import may_record

CANDIDATES = 12
ROWS = 2  # of promises, to begin with


@dataclass(frozen=True)
class Shown:
    """One party on the list of those present: the value that names it, its side and its name."""

    value: str
    side: str
    name: Called | None


@zone_page(may_record)
def enter(request: MemberRequest) -> HttpResponse:
    """The form of a meeting. The party of the address, or those of its occasion, are on the list from the start."""
    said = request.POST
    occasion = occasion_of(request.member, request.GET.get("occasion", "") or said.get("occasion", ""))
    if request.method != "POST":
        return _page(request, _first(request, occasion), occasion)
    if {"find", "add", "new", "row"} & set(said):
        typed = said.get("typed", "") if "find" in said else ""
        return _page(request, _continued(request), occasion, typed=typed, more="row" in said)
    form = MeetingForm(said, member=request.member, present=said.getlist("present"), promises=promises_said(said))
    if form.is_valid():
        return _entered(request, form, occasion)
    return _page(request, form, occasion, typed=said.get("typed", ""))


def _first(request: MemberRequest, occasion: Occasion | None) -> MeetingForm:
    """The form before anything was typed."""
    today = timezone.localdate().isoformat()
    if occasion is None:
        first = [f"{Side.HOST}:{request.GET.get('party', '')}"]
        return MeetingForm(member=request.member, present=first, initial={"kind": MeetingKind.VISIT, "days": today})
    present = [f"{Side.HOST}:{one.pk}" for one in occasion.met] + [f"{Side.OURS}:{one.pk}" for one in occasion.ours]
    initial = {
        "kind": MeetingKind.VISIT,
        "days": occasion.day.isoformat() if occasion.day else today,
        "place": occasion.place,
        "audience": occasion.audience.pk if occasion.audience else None,
    }
    return MeetingForm(member=request.member, present=present, initial=initial)


def _continued(request: MemberRequest) -> MeetingForm:
    """The form as far as it was filled in, with the party that was put on the list, or was made for it."""
    said = request.POST
    form = MeetingForm(
        member=request.member,
        present=said.getlist("present"),
        promises=promises_said(said),
        initial=said.dict(),
    )
    if said.get("add") in Side.values:
        form.put(said["add"], said.get("other", "") or _first_found(request))
    elif said.get("new") in Side.values and said.get("typed", "").strip():
        person = add_party(
            member=request.member, kind=EntityKind.PERSON, name=said["typed"].strip()[:300], now=timezone.now()
        )
        form.put(said["new"], str(person.pk))
    return form


def _first_found(request: MemberRequest) -> str:
    """The first party that answers to what was typed, for whoever did not choose."""
    typed = request.POST.get("typed", "").strip()[:300]
    rows = party_list(request.member, Wanted(typed=typed), language=get_language() or "en").rows if typed else ()
    return str(rows[0].entity_id) if rows else ""


def _entered(request: MemberRequest, form: MeetingForm, occasion: Occasion | None) -> HttpResponse:
    said, slug = form.cleaned_data, request.member.zone.slug
    entered = enter_meeting(
        member=request.member,
        kind=MeetingKind(said["kind"]),
        days=said["days"],
        place=said["place"],
        present=said["present"],
        notes=form.notes(),
        promised=form.promised(),
        occasion=occasion,
        audience=said.get("audience"),
        now=timezone.now(),
    )
    done(request, slug, gettext("The meeting is entered."), entered.action.pk)
    return see_other(occasion.back if occasion else reverse("register:party", args=[slug, entered.meeting.pk]))


def _page(
    request: MemberRequest, form: MeetingForm, occasion: Occasion | None, typed: str = "", *, more: bool = False
) -> HttpResponse:
    language, typed = get_language() or "en", typed.strip()[:300]
    present = form.present()
    names = called([one.party.pk for one in present], language)
    rows = party_list(request.member, Wanted(typed=typed), language=language).rows if typed else ()
    today = timezone.localdate()
    wanted = max(ROWS, len(form.promises) + more)
    context = {
        "room": "register",
        "form": form,
        "occasion": occasion,
        "present": [
            Shown(f"{one.side.value}:{one.party.pk}", str(one.side.label), names.get(one.party.pk)) for one in present
        ],
        "sides": [(Side.HOST.value, gettext("They were met")), (Side.OURS.value, gettext("They were on our side"))],
        "candidates": rows[:CANDIDATES],
        "typed": typed,
        "promises": [*form.promises, *[PromiseSaid(ours=n % 2 == 0) for n in range(MOST_PROMISES)]][:wanted],
        "owners": [one for one in members_seen_by(request.member) if one.active],
        "soon": [
            (gettext("in a week"), today + timedelta(days=7)),
            (gettext("in two weeks"), today + timedelta(days=14)),
            (gettext("in a month"), today + timedelta(days=30)),
        ],
    }
    return render(request, "meetings/meeting_enter.html", context, status=422 if form.errors else 200)
