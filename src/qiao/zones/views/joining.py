"""The page behind an invitation's link: whoever holds the letter may read it, nobody else learns of it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache

from qiao.kit.speaking import speak
from qiao.zones.actions.invite import AlreadyMember, InvitationClosed
from qiao.zones.actions.join import AccountExists, join_as_new, join_as_user
from qiao.zones.forms import JoinForm
from qiao.zones.models import Invitation, User
from qiao.zones.queries.invitations import is_open

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    letter = get_object_or_404(Invitation.objects.select_related("zone"), token=token.replace("\0", ""))
    try:
        if not is_open(letter, timezone.now()):
            raise InvitationClosed
        if request.user.is_authenticated:
            return _confirm(request, letter, request.user)
        if User.objects.filter(email=letter.email).exists():
            raise AccountExists
        return _open_account(request, letter)
    except InvitationClosed:
        return _page(request, letter, "closed", status=410)
    except AlreadyMember:
        return _page(request, letter, "member", status=409)
    except AccountExists:
        return _page(request, letter, "sign_in")


def _confirm(request: HttpRequest, letter: Invitation, user: User) -> HttpResponse:
    if user.email != letter.email:
        return _page(request, letter, "another", status=403)
    if request.method != "POST":
        return _page(request, letter, "confirm")
    join_as_user(invitation=letter, user=user, now=timezone.now())
    return redirect("start")


def _open_account(request: HttpRequest, letter: Invitation) -> HttpResponse:
    form = JoinForm(request.POST or None, email=letter.email, initial={"language": translation.get_language()})
    if request.method != "POST" or not form.is_valid():
        return _page(request, letter, "new", status=422 if form.errors else 200, form=form)
    said = form.cleaned_data
    member = join_as_new(
        invitation=letter,
        name=said["name"],
        password=said["password"],
        language=said["language"],
        now=timezone.now(),
    )
    login(request, member.user, backend=BACKEND)
    return speak(redirect("start"), said["language"])


def _page(request: HttpRequest, letter: Invitation, state: str, *, status: int = 200, **words: Any) -> HttpResponse:
    shown = {"letter": letter, "state": state, **words}
    return render(request, "zones/join.html", shown, status=status)
