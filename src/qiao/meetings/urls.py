"""Addresses of meetings."""

from __future__ import annotations

from django.urls import path

from qiao.meetings.views import entering, promises

app_name = "meetings"
urlpatterns = [
    path("meetings/new", entering.enter, name="enter"),
    path("promises/", promises.promises, name="promises"),
    path("promises/<uuid:keeping>", promises.keep, name="keep"),
]
