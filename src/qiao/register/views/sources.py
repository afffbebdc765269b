"""One source: its text with the places marked, and what was read from it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from qiao.register.models import Source
from qiao.register.panels import links_of
from qiao.register.queries.source import source_page
from qiao.register.queries.text import Place
from qiao.register.views.vantage import vantage
from qiao.zones.doors import MemberRequest, zone_page


@zone_page()
def source(request: MemberRequest, source: UUID) -> HttpResponse:
    """A source. `start` and `end` of the address name the words to show."""
    member = request.member
    row = get_object_or_404(Source.objects.visible_to(member).select_related("stated_by"), pk=source)
    at = vantage(request, member.zone)
    page = source_page(
        member,
        row,
        moment=at.moment,
        language=get_language() or "en",
        target=_target(request, row),
        page=_whole(request.GET.get("page", "")),
    )
    context = {"room": "register", "page": page, "at": at, "links": links_of(member, row)}
    return render(request, "register/source_page.html", context, status=at.status)


def _target(request: MemberRequest, source: Source) -> Place | None:
    start, end = _whole(request.GET.get("start", "")), _whole(request.GET.get("end", ""))
    if start is None or end is None or not 0 <= start < end <= len(source.text):
        return None
    return Place(start, end)


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else None
