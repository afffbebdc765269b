"""Addresses of missions and of the figures their reports state."""

from __future__ import annotations

from django.urls import path

from qiao.missions.views import figures, joining, missions

app_name = "missions"
urlpatterns = [
    path("missions/", missions.missions, name="missions"),
    path("missions/<uuid:mission>/", missions.mission, name="mission"),
    path("missions/<uuid:mission>/same", joining.joins, name="joins"),
    path("missions/<uuid:mission>/title", missions.rename, name="rename"),
    path("missions/<uuid:mission>/title/<uuid:action>/undo", missions.undo_rename, name="undo_rename"),
    path("missions/<uuid:mission>/figures/<slug:figure>", figures.figure, name="figure"),
]
