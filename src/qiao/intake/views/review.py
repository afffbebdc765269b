"""The review page: text at the left, facts at the right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from qiao.intake.enums import DocumentState
from qiao.intake.models import Document
from qiao.intake.queries.desk import Desk, desk_of, opened_fact
from qiao.intake.views.answers import fact_shown, is_htmx
from qiao.kit.answers import see_other, whole_or_none
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_review

PAGE = "intake/document_review.html"


@require_GET
@zone_page()
def review(request: MemberRequest, document: UUID) -> HttpResponse:
    """One document in review; ?fact= opens a fact.

    A document that is known already leads to its twin; one not yet read, or not readable, shows how it stands.
    """
    found = document_for(request, document)
    if found.state == DocumentState.KNOWN and found.same_as_id:
        return see_other(address_of(request, found.same_as_id))
    opened = whole_or_none(request.GET.get("fact", ""))
    if is_htmx(request):
        return _part(request, found, opened)
    return render(request, PAGE, context_of(request, desk_of(found, request.member, opened=opened)))


def _part(request: MemberRequest, document: Document, opened: int | None) -> HttpResponse:
    """The one fact that was asked for; or, while the document is watched, how far its reading has come."""
    if document.is_open:
        return render(request, f"{PAGE}#underway", {"document": document})
    if opened is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    fact = opened_fact(document, request.member, opened)
    if fact is None:
        raise Http404
    context = {"desk": fact, "line": fact.line, "document": document, "may_review": may_decide(request, document)}
    return render(request, f"{PAGE}#fact", context)


def document_for(request: MemberRequest, document: UUID) -> Document:
    documents = Document.objects.visible_to(request.member)
    return get_object_or_404(
        documents.select_related("zone", "source", "audience", "uploaded__actor", "about"), pk=document
    )


def address_of(request: MemberRequest, document: UUID, *, fact: int = 0) -> str:
    address = reverse("intake:review", args=[request.member.zone.slug, document])
    return f"{address}?fact={fact}#fact-{fact}" if fact else address


def context_of(request: MemberRequest, desk: Desk) -> dict[str, object]:
    about = desk.document.about
    is_mission = about is not None and about.kind == "mission"
    return {
        "room": "intake",
        "wide": True,
        "desk": desk,
        "document": desk.document,
        "may_review": may_decide(request, desk.document),
        "mission": about if is_mission else None,
    }


def may_decide(request: MemberRequest, document: Document) -> bool:
    return may_review(request.member) and document.state == DocumentState.READY


def parts_of(
    request: MemberRequest,
    document: Document,
    *,
    opened: int,
    changed: set[int],
    beside: int = 0,
    notice: str = "",
) -> HttpResponse:
    """The parts of a page that stands already, after a decision: counts, heads, and the lines that changed."""
    desk = desk_of(document, request.member, opened=opened, beside=beside)
    context: dict[str, Any] = {**context_of(request, desk), "parts": True, "notice": notice}
    context["changed"] = desk.lines(changed - {opened})
    return render(request, f"{PAGE}#decided", context)


def told(request: MemberRequest, document: Document, sentence: str) -> HttpResponse:
    """Tell why nothing was changed."""
    if is_htmx(request):
        return parts_of(request, document, opened=0, changed=set(), beside=fact_shown(request), notice=sentence)
    messages.error(request, sentence)
    return see_other(address_of(request, document.pk))
