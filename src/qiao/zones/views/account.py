"""A member's own account."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from qiao.kit.speaking import speak
from qiao.zones.actions.account import edit_account
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.forms import AccountForm


@zone_page()
def account(request: MemberRequest) -> HttpResponse:
    user = request.member.user
    now_spoken = user.language or translation.get_language()
    form = AccountForm(request.POST or None, initial={"name": user.name, "language": now_spoken})
    if request.method == "POST" and form.is_valid():
        language = form.cleaned_data["language"]
        edit_account(member=request.member, name=form.cleaned_data["name"], language=language, now=timezone.now())
        with translation.override(language):
            messages.success(request, _("Kept."))
        return speak(redirect("zones:account", zone=request.member.zone.slug), language)
    return render(request, "zones/account.html", {"form": form}, status=422 if form.errors else 200)
