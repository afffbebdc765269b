"""A meeting entered by hand: who met whom, on which day, where."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from qiao.kit.answers import see_other
from qiao.meetings.actions.enter import enter_meeting
from qiao.meetings.enums import MeetingKind, Side
from qiao.meetings.forms import MeetingForm
from qiao.meetings.models import Attendance
from qiao.register.notices import done
from qiao.register.queries.labels import Called, called
from qiao.register.queries.listing import Wanted, party_list
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_record

CANDIDATES = 12


@dataclass(frozen=True)
class Shown:
    """One party on the list of those present: the value that names it, its side and its name."""

    value: str
    side: str
    name: Called | None


@zone_page(may_record)
def enter(request: MemberRequest) -> HttpResponse:
    """The form of a meeting; the party of the address is on its list from the start."""
    said = request.POST
    if request.method != "POST":
        first = [f"{Side.HOST}:{request.GET.get('party', '')}"]
        initial = {"kind": MeetingKind.VISIT}
        return _page(request, MeetingForm(member=request.member, present=first, initial=initial))
    if "find" in said or "add" in said:
        return _page(request, _continued(request), typed="" if "add" in said else said.get("typed", ""))
    form = MeetingForm(said, member=request.member, present=said.getlist("present"))
    if form.is_valid():
        return _entered(request, form)
    return _page(request, form, typed=said.get("typed", ""))


def _continued(request: MemberRequest) -> MeetingForm:
    """The form as far as it was filled in, with the party that was put on the list."""
    said = request.POST
    form = MeetingForm(member=request.member, present=said.getlist("present"), initial=said.dict())
    if said.get("add") in Side.values:
        form.put(said["add"], said.get("other", ""))
    return form


def _entered(request: MemberRequest, form: MeetingForm) -> HttpResponse:
    said, slug = form.cleaned_data, request.member.zone.slug
    meeting = enter_meeting(
        member=request.member,
        kind=MeetingKind(said["kind"]),
        days=said["days"],
        place=said["place"],
        present=said["present"],
        audience=said.get("audience"),
        now=timezone.now(),
    )
    told = Attendance.objects.visible_to(request.member).filter(subject=meeting).first()
    if told is not None:
        done(request, slug, gettext("The meeting is entered."), told.recorded_id)
    return see_other(reverse("register:party", args=[slug, said["present"][0].party.pk]))


def _page(request: MemberRequest, form: MeetingForm, typed: str = "") -> HttpResponse:
    language, typed = get_language() or "en", typed.strip()[:300]
    present = form.present()
    names = called([one.party.pk for one in present], language)
    rows = party_list(request.member, Wanted(typed=typed), language=language).rows if typed else ()
    context = {
        "room": "register",
        "form": form,
        "present": [
            Shown(f"{one.side.value}:{one.party.pk}", str(one.side.label), names.get(one.party.pk)) for one in present
        ],
        "sides": [(Side.HOST.value, gettext("They were met")), (Side.OURS.value, gettext("They were on our side"))],
        "candidates": rows[:CANDIDATES],
        "typed": typed,
    }
    return render(request, "meetings/meeting_enter.html", context, status=422 if form.errors else 200)
