"""Who works in the zone, in which role and circles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qiao.zones.actions import members as actions
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.forms import CirclesForm, RoleForm
from qiao.zones.models import Membership, Role
from qiao.zones.queries.members import members_seen_by
from qiao.zones.rules import may_manage_members
from qiao.zones.views.frame import framed


@zone_page()
def members(request: MemberRequest) -> HttpResponse:
    rows = list(members_seen_by(request.member))
    active = sum(row.active for row in rows)
    return render(request, "zones/members.html", framed(request.member, "members", members=rows, active=active))


@zone_page()
def member(request: MemberRequest, membership: UUID) -> HttpResponse:
    """One member; a POST says in `deed` what shall change."""
    subject = _subject(request, membership)
    if request.method == "POST":
        deed = DEEDS.get(request.POST.get("deed", ""))
        if deed is None or not may_manage_members(request.member):
            raise PermissionDenied
        return deed(request, subject)
    page = "zones/member.html" + ("#panel" if request.htmx.target == "panel" else "")  # type: ignore[attr-defined]
    return render(request, page, _words(request, subject))


def _change_role(request: MemberRequest, subject: Membership) -> HttpResponse:
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _wrong(request, subject, role_form=form)
    role = Role(form.cleaned_data["role"])
    try:
        actions.change_role(member=request.member, subject=subject, role=role, now=timezone.now())
    except actions.LastDirector:
        form.add_error("role", _last_director())
        return _wrong(request, subject, role_form=form)
    text = _("%(name)s is now: %(role)s.") % {"name": subject.user, "role": role.label}
    messages.success(request, text)
    return _to_members(request)


def _set_circles(request: MemberRequest, subject: Membership) -> HttpResponse:
    form = CirclesForm(request.POST, member=request.member)
    if not form.is_valid():
        return _wrong(request, subject, circles_form=form)
    actions.set_circles(
        member=request.member, subject=subject, circles=form.cleaned_data["circles"], now=timezone.now()
    )
    messages.success(request, _("Kept."))
    return _to_members(request)


def _close(request: MemberRequest, subject: Membership) -> HttpResponse:
    try:
        actions.deactivate_member(member=request.member, subject=subject, now=timezone.now())
    except actions.LastDirector:
        return _wrong(request, subject, closing_error=_last_director())
    undo = reverse("zones:reactivate", args=[request.member.zone.slug, subject.pk])
    text = _("The zone is closed to %(name)s. What they did stays.") % {"name": subject.user}
    messages.success(request, text, extra_tags=f"undo={undo}")
    return _to_members(request)


DEEDS: dict[str, Callable[[MemberRequest, Membership], HttpResponse]] = {
    "role": _change_role,
    "circles": _set_circles,
    "close": _close,
}


@require_POST
@zone_page(may_manage_members)
def reactivate(request: MemberRequest, membership: UUID) -> HttpResponse:
    subject = _subject(request, membership)
    actions.reactivate_member(member=request.member, subject=subject, now=timezone.now())
    messages.success(request, _("The zone is open again to %(name)s.") % {"name": subject.user})
    return _to_members(request)


def _subject(request: MemberRequest, membership: UUID) -> Membership:
    return get_object_or_404(members_seen_by(request.member), pk=membership)


def _words(request: MemberRequest, subject: Membership, **forms: Any) -> dict[str, Any]:
    shown = {
        "role_form": RoleForm(initial={"role": subject.role}),
        "circles_form": CirclesForm(member=request.member, initial={"circles": subject.circles.all()}),
        **forms,
    }
    return framed(request.member, "members", subject=subject, **shown)


def _wrong(request: MemberRequest, subject: Membership, **forms: Any) -> HttpResponse:
    subject.refresh_from_db()
    return render(request, "zones/member.html", _words(request, subject, **forms), status=422)


def _to_members(request: MemberRequest) -> HttpResponse:
    return redirect("zones:members", zone=request.member.zone.slug)


def _last_director() -> str:
    return _("Expected another director to remain; this is the last. Make somebody else a director first.")
