"""Addresses of meetings."""

from __future__ import annotations

from django.urls import path

from qiao.meetings.views import entering

app_name = "meetings"
urlpatterns = [
    path("meetings/new", entering.enter, name="enter"),
]
