"""Addresses of imports and exports."""

from __future__ import annotations

from django.urls import path

from qiao.exchange.views import export, report, runs, steps

app_name = "exchange"
urlpatterns = [
    path("export/<slug:listing>/", export.export_list, name="export"),
    path("imports/", runs.imports, name="imports"),
    path("imports/bring", runs.bring, name="bring"),
    path("imports/<uuid:run>/", runs.one, name="import"),
    path("imports/<uuid:run>/progress", runs.progress, name="progress"),
    path("imports/<uuid:run>/file", runs.download, name="file"),
    path("imports/<uuid:run>/rows.csv", report.rows_csv, name="rows"),
    path("imports/<uuid:run>/columns", steps.columns, name="columns"),
    path("imports/<uuid:run>/start", steps.start, name="start"),
    path("imports/<uuid:run>/decide", steps.decide, name="decide"),
    path("imports/<uuid:run>/proceed", steps.proceed, name="proceed"),
    path("imports/<uuid:run>/again", steps.again, name="again"),
    path("imports/<uuid:run>/drop", steps.drop, name="drop"),
    path("imports/<uuid:run>/undo", steps.undo, name="undo"),
]
