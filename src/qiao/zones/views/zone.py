"""The zone: what it is called, where it lies, how it divides its industries."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from qiao.zones.actions.zone import describe_zone
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.forms import ZoneForm, languages
from qiao.zones.rules import is_director
from qiao.zones.views.frame import framed


@zone_page()
def zone(request: MemberRequest) -> HttpResponse:
    held = request.member.zone
    names = [(code, own_name, held.names.get(code, "")) for code, own_name in languages()]
    return render(request, "zones/zone.html", framed(request.member, "zone", names=names))


@zone_page(is_director)
def edit(request: MemberRequest) -> HttpResponse:
    form = ZoneForm(request.POST or None, zone=request.member.zone)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        describe_zone(
            member=request.member,
            names=said["names"],
            home_names=said["home_names"],
            time_zone=said["time_zone"],
            industry_system=said["industry_system"],
            language=said["language"],
            now=timezone.now(),
        )
        messages.success(request, _("Kept."))
        return redirect("zones:zone", zone=request.member.zone.slug)
    words = framed(request.member, "zone", form=form)
    return render(request, "zones/zone_edit.html", words, status=422 if form.errors else 200)
