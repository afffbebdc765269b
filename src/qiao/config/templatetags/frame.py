"""The top of every page of a zone: drawn once for each member, role, language and room."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from qiao.config.context import rooms
from qiao.kit.kept_drawing import KeptDrawings, Marks
from qiao.zones import kept_page
from qiao.zones.kept_page import FRAME, drawn_for, frame_values

register = template.Library()
_FRAMES = KeptDrawings(*FRAME)


@register.simple_tag(takes_context=True)
def frame_top(context: template.Context) -> SafeString:
    """From `<body>` to the rooms: search, zone, languages, person. The current room is the page's `room`."""
    request: HttpRequest = context["request"]
    room = context.get("room")
    values = {place: context[place] for place in FRAME if place in context}
    if len(values) < len(FRAME):
        values = frame_values(request)
    if not kept_page.keeps():
        return mark_safe(drawn_top(request, room, values))
    return _FRAMES.filled((drawn_for(request), room), lambda marks: drawn_top(request, room, marks), values)


def drawn_top(request: HttpRequest, room: str | None, values: Marks | dict[str, str]) -> str:
    """The same, drawn now."""
    member = getattr(request, "member", None)
    words = {
        "member": member,
        "user": request.user,
        "room": room,
        "rooms": rooms(member) if member else [],
        "languages": settings.LANGUAGES,
        **{place: mark_safe(value) for place, value in values.items()},  # escaped, or marks
    }
    return render_to_string("parts/frame.html", words)
