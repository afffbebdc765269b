"""Addresses of missions and of the figures their reports state."""

from __future__ import annotations

from django.urls import path

from qiao.missions.views import events, figures, joining, missions, papers, planning, preparing, visits

app_name = "missions"
urlpatterns = [
    path("missions/", missions.missions, name="missions"),
    path("missions/new", preparing.begin, name="begin"),
    path("missions/<uuid:mission>/preparation", preparing.prepare, name="preparation"),
    path("missions/<uuid:mission>/preparation/<slug:what>/add", preparing.add, name="prepare_add"),
    path("missions/<uuid:mission>/preparation/<slug:what>/<uuid:row>", preparing.change, name="prepare_change"),
    path("missions/<uuid:mission>/", missions.mission, name="mission"),
    path("missions/<uuid:mission>/same", joining.joins, name="joins"),
    path("missions/<uuid:mission>/title", missions.rename, name="rename"),
    path("missions/<uuid:mission>/title/<uuid:action>/undo", missions.undo_rename, name="undo_rename"),
    path("missions/<uuid:mission>/figures/<slug:figure>", figures.figure, name="figure"),
    path("missions/<uuid:mission>/plan", planning.plan, name="plan"),
    path("missions/<uuid:mission>/plan/terms", planning.terms, name="terms"),
    path("missions/<uuid:mission>/plan/solve", planning.solve, name="solve"),
    path("missions/<uuid:mission>/plan/<uuid:plan>/progress", planning.progress, name="plan_progress"),
    path("missions/<uuid:mission>/plan/<uuid:plan>/stop", planning.stop, name="plan_stop"),
    path("missions/<uuid:mission>/plan/<uuid:plan>/choose", planning.choose, name="plan_choose"),
    path("missions/<uuid:mission>/visits/add", visits.add, name="visit_add"),
    path("missions/<uuid:mission>/visits/<uuid:visit>", visits.one, name="visit"),
    path("missions/<uuid:mission>/visits/<uuid:visit>/move", planning.move, name="visit_move"),
    path("missions/<uuid:mission>/visits/<uuid:visit>/cancel", visits.cancel, name="visit_cancel"),
    path("missions/<uuid:mission>/visits/<uuid:visit>/windows", visits.open_window, name="window_open"),
    path(
        "missions/<uuid:mission>/visits/<uuid:visit>/windows/<uuid:window>/cancel",
        visits.close_window,
        name="window_close",
    ),
    path("missions/<uuid:mission>/events", events.events, name="events"),
    path("events/<uuid:event>", events.event, name="event"),
    path("missions/<uuid:mission>/papers", papers.papers, name="papers"),
]
