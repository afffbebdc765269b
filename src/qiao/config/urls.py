"""The root of all addresses. Every page of a zone lies under the zone's own name."""

from __future__ import annotations

from django.urls import include, path
from django.views.i18n import set_language

from qiao.config import views

zone_urls = [
    path("", include("qiao.intake.urls")),
    path("", include("qiao.exchange.urls")),
    path("", include("qiao.register.urls")),
    path("", include("qiao.meetings.urls")),
    path("", include("qiao.missions.urls")),
    path("", include("qiao.zones.urls")),
]

urlpatterns = [
    path("", views.start, name="start"),
    path("healthz", views.healthz, name="healthz"),
    path("language", set_language, name="set_language"),
    path("join/", include("qiao.zones.joining_urls")),
    path("account/email/", views.missing),  # an account keeps the address that an invitation reached
    path("account/", include("allauth.urls")),
    path("z/<slug:zone>/", include(zone_urls)),
]
handler403 = "qiao.config.views.forbidden"
handler404 = "qiao.config.views.missing"
handler500 = "qiao.config.views.broken"
