"""Pages and frames that are kept as drawn for one member, role and language, and filled with what a request brings.

Never kept: rows, messages, tokens, and what was typed. While templates are being written (DEBUG) nothing is kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from qiao.kit.kept_drawing import KeptDrawings, Marks
from qiao.zones.models import Membership

# The token of the session, where the reader is, what stands in the box of the search: on every page.
FRAME = ("csrf_token", "frame_here", "frame_typed")

_pages: dict[tuple[str, ...], KeptDrawings] = {}


def keeps() -> bool:
    """Whether drawings are kept: not while templates are being written."""
    return not settings.DEBUG


def drawn_for(request: HttpRequest) -> tuple[Hashable, ...]:
    """All that a frame shows of who reads: whatever of it changes, it is another frame."""
    member: Membership | None = getattr(request, "member", None)
    user: Any = request.user
    reader = (user.pk, str(user), getattr(user, "email", ""))
    told: tuple[Hashable, ...] = (get_language(), get_script_prefix(), reader)
    if member is None:
        return told
    zone = member.zone
    return (*told, member.pk, member.role, zone.pk, zone.slug, zone.language, tuple(zone.names.items()))


def frame_values(request: HttpRequest) -> dict[str, str]:
    """What a request puts into the places of a frame."""
    return {
        "csrf_token": get_token(request),
        "frame_here": escape(request.get_full_path()),
        "frame_typed": escape(request.GET.get("q") or ""),
    }


def render_kept(
    request: HttpRequest, template: str, words: Mapping[str, Any], places: Mapping[str, str]
) -> HttpResponse:
    """A page whose template sees nothing but `words`, the member and what stands in its `places`.

    words     part of the key: values that are equal when they are drawn alike, such as texts, flags and frozen
              dataclasses of these.
    places    what differs from one request to the next, escaped; the template only prints it.
    """
    if not keeps() or len(get_messages(request)):
        return render(request, template, {**words, **{place: mark_safe(told) for place, told in places.items()}})
    names = (*FRAME, *places)
    drawings = _pages.get(names) or _pages.setdefault(names, KeptDrawings(*names, most=256))

    def draw(marks: Marks) -> str:
        return render_to_string(template, {**words, **marks}, request)

    key = (template, drawn_for(request), tuple(words.items()))
    return HttpResponse(drawings.filled(key, draw, {**frame_values(request), **places}))
