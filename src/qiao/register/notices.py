"""Notices that say what was done and offer to undo it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse


def done(request: HttpRequest, slug: str, words: str, action_id: UUID) -> None:
    """Tell what was done, with a button that undoes it."""
    address = reverse("register:undo", args=[slug, action_id])
    messages.success(request, words, extra_tags=f"undo={address}")
