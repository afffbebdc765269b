"""Addresses of the waiting line: documents, their review, and the record of decisions."""

from __future__ import annotations

from django.urls import path

from qiao.intake.views import corrections, decisions, documents, review

app_name = "intake"
urlpatterns = [
    path("documents/", documents.documents, name="documents"),
    path("documents/upload", documents.upload, name="upload"),
    path("documents/decisions.jsonl", decisions.export, name="decisions"),
    path("documents/<uuid:document>/", review.review, name="review"),
    path("documents/<uuid:document>/progress", documents.progress, name="progress"),
    path("documents/<uuid:document>/file", documents.download, name="download"),
    path("documents/<uuid:document>/accept", decisions.accept, name="accept"),
    path("documents/<uuid:document>/refuse", decisions.refuse, name="refuse"),
    path("documents/<uuid:document>/undo/<uuid:action>", decisions.undo, name="undo"),
    path("documents/<uuid:document>/parties/<uuid:party>", corrections.identify, name="identify"),
    path("documents/<uuid:document>/facts/<uuid:proposal>", corrections.edit, name="edit"),
]
