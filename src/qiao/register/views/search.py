"""The search box: results as one types, and a page of them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from qiao.register.queries.results import lines_of, recent, results
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_record

TYPING = 10  # results of each source while one types
PAGE = 60
LONGEST = 200


@zone_page()
def search(request: MemberRequest) -> HttpResponse:
    """What answers to what was typed: a list under the box when HTMX asks, else a page."""
    typed = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST]
    language = get_language() or "en"
    is_typing = bool(getattr(request, "htmx", False))
    limit = TYPING if is_typing else PAGE
    groups = results(request.member, typed, language=language, limit=limit) if typed else []
    context = {
        "typed": typed,
        "groups": groups or ([] if typed else recent(request.member, language=language)),
        "count": lines_of(groups),
        "is_full": lines_of(groups) >= limit,
        "may_record": may_record(request.member),
    }
    template = "register/search_list.html" if is_typing else "register/search_page.html"
    answer = render(request, template, context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer
