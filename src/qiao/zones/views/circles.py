"""The circles of the zone and who is in them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from qiao.zones.actions import circles as actions
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.forms import CircleForm, CircleMembersForm
from qiao.zones.models import Circle
from qiao.zones.queries.circles import circles_seen_by
from qiao.zones.queries.members import members_seen_by
from qiao.zones.rules import may_manage_members
from qiao.zones.views.frame import framed


@zone_page()
def circles(request: MemberRequest) -> HttpResponse:
    form = CircleForm(request.POST or None)
    if request.method == "POST":
        _managers_only(request)
        if form.is_valid() and _made(request, form):
            return redirect("zones:circles", zone=request.member.zone.slug)
    words = framed(request.member, "circles", circles=circles_seen_by(request.member), form=form)
    return render(request, "zones/circles.html", words, status=422 if form.errors else 200)


@zone_page()
def circle(request: MemberRequest, circle: UUID) -> HttpResponse:
    """One circle; a POST renames it or, with `deed` members, says who is in it."""
    held = _circle(request, circle)
    form, members_form = _forms(request, held)
    if request.method == "POST":
        _managers_only(request)
        sent = _set_members(request, held, members_form) if members_form.is_bound else _renamed(request, held, form)
        if sent:
            messages.success(request, _("Kept."))
            return redirect("zones:circle", zone=request.member.zone.slug, circle=held.pk)
    page = "zones/circle.html" + ("#panel" if request.htmx.target == "panel" else "")  # type: ignore[attr-defined]
    words = _words(request, held) | {"form": form, "members_form": members_form}
    return render(request, page, words, status=422 if form.errors or members_form.errors else 200)


def _forms(request: MemberRequest, held: Circle) -> tuple[CircleForm, CircleMembersForm]:
    """The two forms of a circle's page, of which at most one is sent."""
    sends_members = request.POST.get("deed") == "members"
    inside = members_seen_by(request.member).filter(circles=held, active=True)
    named = CircleForm(
        request.POST if request.method == "POST" and not sends_members else None, initial={"name": held.name}
    )
    peopled = CircleMembersForm(
        request.POST if sends_members else None, member=request.member, initial={"members": inside}
    )
    return named, peopled


def _set_members(request: MemberRequest, held: Circle, form: CircleMembersForm) -> bool:
    if not form.is_valid():
        return False
    actions.set_circle_members(
        member=request.member, circle=held, members=form.cleaned_data["members"], now=timezone.now()
    )
    return True


def _circle(request: MemberRequest, pk: UUID) -> Circle:
    return get_object_or_404(circles_seen_by(request.member), pk=pk)


def _managers_only(request: MemberRequest) -> None:
    if not may_manage_members(request.member):
        raise PermissionDenied


def _words(request: MemberRequest, held: Circle) -> dict[str, Any]:
    inside = members_seen_by(request.member).filter(circles=held, active=True)
    return framed(request.member, "circles", circle=held, members=list(inside))


def _made(request: MemberRequest, form: CircleForm) -> bool:
    try:
        actions.create_circle(member=request.member, name=form.cleaned_data["name"], now=timezone.now())
    except actions.CircleNameTaken:
        form.add_error("name", _("Expected a new name; the zone has a circle of this name."))
        return False
    return True


def _renamed(request: MemberRequest, held: Circle, form: CircleForm) -> bool:
    if not form.is_valid():
        return False
    name = form.cleaned_data["name"]
    try:
        actions.rename_circle(member=request.member, circle=held, name=name, now=timezone.now())
    except actions.CircleNameTaken:
        form.add_error("name", _("Expected a new name; the zone has a circle of this name."))
        return False
    return True
