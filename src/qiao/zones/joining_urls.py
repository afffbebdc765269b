"""The address that an invitation's letter holds."""

from __future__ import annotations

from django.urls import path

from qiao.zones.views import joining

app_name = "joining"
urlpatterns = [path("<str:token>/", joining.join, name="join")]
