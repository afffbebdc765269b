"""A mission that begins, and its preparation: towns, travellers, roles, approval, agreements."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.instants import Vantage
from qiao.missions.actions.plan_mission import change_mission, plan_mission
from qiao.missions.actions.rename import NoTitle
from qiao.missions.actions.rows import add_row, cancel_row, change_row
from qiao.missions.actions.ways import MINUTES, set_way
from qiao.missions.forms.preparing import (
    LegForm,
    MissionForm,
    NewMissionForm,
    OwnStepForm,
    RoleForm,
    StepForm,
    TravellerForm,
    free_place,
    place_columns,
)
from qiao.missions.models import ApprovalStep, Leg, LinkedAgreement, Mission, MissionRole, Traveller
from qiao.missions.queries.planned import legs_of
from qiao.missions.queries.preparation import preparation
from qiao.missions.triprules import step_said
from qiao.missions.views.asking import asking, mission_or_404
from qiao.missions.views.choosing import chosen
from qiao.register.enums import PARTIES, EntityKind
from qiao.register.models import PlainRow
from qiao.register.notices import done
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan

ROWS: dict[str, type[PlainRow]] = {
    "leg": Leg,
    "traveller": Traveller,
    "role": MissionRole,
    "step": ApprovalStep,
    "agreement": LinkedAgreement,
}


@zone_page(may_plan)
def begin(request: MemberRequest) -> HttpResponse:
    """Begin to plan a mission."""
    form = NewMissionForm(request.POST or None, member=request.member, initial={"rules": "cn-local"})
    if request.method != "POST" or not form.is_valid():
        context = {"room": "missions", "form": form}
        return render(request, "missions/mission_new.html", context, status=422 if form.errors else 200)
    said = form.cleaned_data
    try:
        mission = plan_mission(
            member=request.member,
            title=said["title"],
            departs_on=said["departs_on"],
            returns_on=said["returns_on"],
            purpose=said["purpose"],
            rules=said["rules"],
            audience=said.get("audience"),
            now=timezone.now(),
        )
    except NoTitle:
        form.add_error("title", gettext("Expected a title."))
        return render(request, "missions/mission_new.html", {"room": "missions", "form": form}, status=422)
    legs: list[Leg] = []
    for position, town in enumerate(said["towns"]):
        columns = place_columns(town) | {"place": free_place(legs, town.key), "town": town.name, "position": position}
        leg, _made = add_row(member=request.member, table=Leg, mission=mission, now=timezone.now(), **columns)
        legs.append(leg)
    messages.success(request, gettext("The mission is begun. Add towns, travellers and visits; the rules are watched."))
    return _back(request, mission)


@zone_page()
def prepare(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The preparation of a mission; posting changes what it is for and when."""
    row = mission_or_404(request, mission)
    if request.method != "POST" or not may_plan(request.member):
        return _page(request, row)
    form = MissionForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form=form)
    action = change_mission(member=request.member, mission=row, now=timezone.now(), **form.cleaned_data)
    done(request, request.member.zone.slug, gettext("Saved."), action.pk)
    return _back(request, row)


@require_POST
@zone_page(may_plan)
def add(request: MemberRequest, mission: UUID, what: str) -> HttpResponse:
    """Add a town, a traveller, a role, a step or an agreement."""
    row = mission_or_404(request, mission)
    maker = {"leg": _leg, "traveller": _traveller, "role": _role, "step": _step, "agreement": _agreement}.get(what)
    if maker is None:
        raise Http404
    form, columns = maker(request, row)
    if columns is None:
        return _page(request, row, **{what: form})
    try:
        _row, action = add_row(member=request.member, table=ROWS[what], mission=row, now=timezone.now(), **columns)
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
        return _page(request, row, **{what: form})
    done(request, request.member.zone.slug, gettext("Added."), action.pk)
    return _back(request, row, what)


@require_POST
@zone_page(may_plan)
def change(request: MemberRequest, mission: UUID, what: str, row: UUID) -> HttpResponse:
    """Change one of them: take it away, move a town up or down, or say when a step was done."""
    held = mission_or_404(request, mission)
    table = ROWS.get(what)
    if table is None:
        raise Http404
    rows = table._default_manager.visible_to(request.member).live()  # type: ignore[attr-defined]  # every plain row's
    one = get_object_or_404(rows, mission=held, pk=row)
    if "cancel" in request.POST:
        action = cancel_row(member=request.member, row=one, now=timezone.now())
        done(request, request.member.zone.slug, gettext("Taken away."), action.pk)
    elif isinstance(one, Leg) and "up" in request.POST:
        _up(request, held, one)
    elif isinstance(one, ApprovalStep):
        form = StepForm(request.POST)
        if form.is_valid():
            action = change_row(member=request.member, row=one, now=timezone.now(), **form.cleaned_data)
            done(request, request.member.zone.slug, gettext("Saved."), action.pk)
    return _back(request, held, what)


@require_POST
@zone_page(may_plan)
def way(request: MemberRequest, mission: UUID, leg: UUID) -> HttpResponse:
    """Say how long it takes from the town before to this one; empty goes back to the table or the estimate."""
    held = mission_or_404(request, mission)
    legs = legs_of(held, request.member)
    at = next((number for number, one in enumerate(legs) if one.pk == leg), 0)
    if not at:
        raise Http404
    said = request.POST.get("minutes", "").strip()
    minutes = whole_or_none(said)
    if said and not (minutes and MINUTES[0] <= minutes <= MINUTES[1]):
        words = gettext("Expected minutes from %(least)s to %(most)s; found %(found)s. The way stays as it was.")
        messages.error(request, words % {"least": MINUTES[0], "most": MINUTES[1], "found": said[:20]})
        return _back(request, held, "leg")
    action = set_way(
        member=request.member, start=legs[at - 1].place, end=legs[at].place, minutes=minutes, now=timezone.now()
    )
    done(request, request.member.zone.slug, gettext("The way is noted; it holds for every mission."), action.pk)
    return _back(request, held, "leg")


def _up(request: MemberRequest, mission: Mission, leg: Leg) -> None:
    """Put a town before the one it now follows."""
    legs = legs_of(mission, request.member)
    at = legs.index(leg)
    if at:
        legs[at - 1], legs[at] = legs[at], legs[at - 1]
    for position, one in enumerate(legs):
        if one.position != position:
            change_row(member=request.member, row=one, now=timezone.now(), position=position)


Made = tuple[Form, dict[str, Any] | None]


def _leg(request: MemberRequest, mission: Mission) -> Made:
    legs = legs_of(mission, request.member)
    form = LegForm(request.POST)
    if not form.is_valid():
        return form, None
    columns = form.columns(max((leg.position for leg in legs), default=-1) + 1)
    return form, columns | {"place": free_place(legs, columns["place"])}


def _traveller(request: MemberRequest, mission: Mission) -> Made:
    form = TravellerForm(request.POST)
    person = chosen(request, (EntityKind.PERSON,))
    if person is None:
        form.add_error(None, gettext("Nobody in the register answers to this name; add the person first."))
    if not form.is_valid() or person is None:
        return form, None
    there = Traveller.objects.visible_to(request.member).live().filter(mission=mission)
    if there.filter(person__canonical=person.canonical_id).exists():
        form.add_error(None, gettext("Already on the list."))
        return form, None
    return form, form.cleaned_data | {"person": person, "order": there.count()}


def _role(request: MemberRequest, mission: Mission) -> Made:
    form = RoleForm(request.POST)
    party = chosen(request, PARTIES)
    if party is None:
        form.add_error(None, gettext("Nobody in the register answers to this name; add the party first."))
    if not form.is_valid() or party is None:
        return form, None
    return form, form.cleaned_data | {"party": party}


def _step(request: MemberRequest, mission: Mission) -> Made:
    """A step of the rules that was done, or one of our own."""
    code = request.POST.get("code", "")[:40]
    done_form = StepForm(request.POST)
    if code and done_form.is_valid():
        return done_form, done_form.cleaned_data | {"code": code, "title": step_said(code)[:200]}
    form = OwnStepForm(request.POST)
    return form, form.cleaned_data if form.is_valid() else None


def _agreement(request: MemberRequest, mission: Mission) -> Made:
    form = Form(request.POST)
    agreement = chosen(request, (EntityKind.AGREEMENT,))
    if agreement is None:
        form.add_error(None, gettext("Nothing in the register answers to this name."))
        return form, None
    return form, {"agreement": agreement}


def _page(request: MemberRequest, mission: Mission, **forms: Form) -> HttpResponse:
    asked = asking(request, Vantage())
    today = timezone.localdate()
    initial = {name: getattr(mission, name) for name in MissionForm.base_fields}
    wrong = any(form.errors for form in forms.values())
    context = {
        "room": "missions",
        "tab": "preparation",
        "mission": mission,
        "page": preparation(mission, asked, today),
        "today": today,
        "may_plan": may_plan(request.member),
        "form": forms.get("form") or MissionForm(initial=initial),
        "leg_form": forms.get("leg") or LegForm(),
        "traveller_form": forms.get("traveller") or TravellerForm(),
        "role_form": forms.get("role") or RoleForm(),
        "step_form": forms.get("step") or OwnStepForm(),
        "agreement_form": forms.get("agreement") or Form(),
        "open": next(iter(forms), ""),
        "language": get_language() or "en",
    }
    return render(request, "missions/preparation.html", context, status=422 if wrong else 200)


def _back(request: MemberRequest, mission: Mission, what: str = "") -> HttpResponse:
    address = reverse("missions:preparation", args=[request.member.zone.slug, mission.pk])
    return see_other(f"{address}#{what}" if what else address)
