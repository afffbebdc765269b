"""Addresses of imports."""

from __future__ import annotations

from django.urls import path

from qiao.exchange.views import export

app_name = "exchange"
urlpatterns = [
    path("export/<slug:listing>/", export.export_list, name="export"),
]
