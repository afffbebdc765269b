"""Letters that ask people into the zone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from qiao.zones.actions import invite as actions
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.forms import InviteForm
from qiao.zones.models import Circle, Invitation, Role
from qiao.zones.queries.invitations import open_invitations
from qiao.zones.rules import may_manage_members
from qiao.zones.tasks import send_invitation
from qiao.zones.views.frame import framed


@zone_page(may_manage_members)
def invitations(request: MemberRequest) -> HttpResponse:
    rows = [
        (letter, request.build_absolute_uri(reverse("joining:join", args=[letter.token])))
        for letter in open_invitations(request.member.zone, timezone.now())
    ]
    return render(request, "zones/invitations.html", framed(request.member, "invitations", rows=rows))


@zone_page(may_manage_members)
def invite(request: MemberRequest) -> HttpResponse:
    form = InviteForm(request.POST or None, member=request.member)
    if request.method == "POST" and form.is_valid() and (letter := _written(request, form)):
        messages.success(request, _("A letter is on its way to %(email)s.") % {"email": letter.email})
        return redirect("zones:invitations", zone=request.member.zone.slug)
    words = framed(request.member, "invitations", form=form)
    return render(request, "zones/invitation_new.html", words, status=422 if form.errors else 200)


@require_POST
@zone_page(may_manage_members)
def call_back(request: MemberRequest, invitation: UUID) -> HttpResponse:
    letter = get_object_or_404(Invitation.objects.visible_to(request.member), pk=invitation)
    try:
        actions.call_back(member=request.member, invitation=letter, now=timezone.now())
    except actions.InvitationClosed:
        text = _("The invitation to %(email)s had been answered or had lapsed before.")
        messages.warning(request, text % {"email": letter.email})
    else:
        text = _("The letter to %(email)s opens nothing any more.")
        messages.success(request, text % {"email": letter.email})
    return redirect("zones:invitations", zone=request.member.zone.slug)


def _written(request: MemberRequest, form: InviteForm) -> Invitation | None:
    """Write the letter and post it; None when the address is known, with the reason beside it."""
    said = form.cleaned_data
    try:
        with transaction.atomic():
            letter = actions.invite(
                member=request.member,
                email=said["email"],
                role=Role(said["role"]),
                circles=said.get("circles", Circle.objects.none()),
                now=timezone.now(),
            )
            transaction.on_commit(lambda: _post(request, letter, said["language"]))
    except actions.AlreadyMember:
        form.add_error("email", _("Expected somebody from outside; this address is a member's, open or closed."))
        return None
    except actions.AlreadyInvited:
        form.add_error("email", _("A letter to this address is open. Call it back before you write another."))
        return None
    return letter


def _post(request: MemberRequest, letter: Invitation, language: str) -> None:
    send_invitation.enqueue(str(letter.pk), request.build_absolute_uri("/").rstrip("/"), language)
