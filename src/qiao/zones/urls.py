"""Addresses of the zone itself: what it is, who works in it, in which circles, and what was done."""

from __future__ import annotations

from django.urls import path

from qiao.zones.views import account, audit, circles, invitations, members, zone

app_name = "zones"
urlpatterns = [
    path("zone/", zone.zone, name="zone"),
    path("zone/edit", zone.edit, name="edit"),
    path("zone/members/", members.members, name="members"),
    path("zone/members/<uuid:membership>/", members.member, name="member"),
    path("zone/members/<uuid:membership>/reactivate", members.reactivate, name="reactivate"),
    path("zone/invitations/", invitations.invitations, name="invitations"),
    path("zone/invitations/new", invitations.invite, name="invite"),
    path("zone/invitations/<uuid:invitation>/call-back", invitations.call_back, name="call_back"),
    path("zone/circles/", circles.circles, name="circles"),
    path("zone/circles/<uuid:circle>/", circles.circle, name="circle"),
    path("zone/audit/", audit.audit, name="audit"),
    path("account/", account.account, name="account"),
]
