"""The doors of decisions: accept, refuse, undo, and the record of them all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from qiao.intake.acceptance import NoAcceptor
from qiao.intake.actions.review import (
    NotAcceptable,
    NotAReview,
    StillLeantOn,
    accept_proposals,
    refuse_proposals,
    undo_review,
)
from qiao.intake.enums import DocumentState, FactKind, ProposalState
from qiao.intake.models import Document, Proposal
from qiao.intake.queries.decisions import decisions
from qiao.intake.queries.facts import in_order, next_waiting
from qiao.intake.queries.parts import part_with
from qiao.intake.queries.readings import SURE
from qiao.intake.views.answers import fact_shown, is_htmx
from qiao.intake.views.review import address_of, document_for, parts_of, told
from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.ids import id_or_none
from qiao.register.actions.undo import AlreadyUndone
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.models import Action
from qiao.zones.rules import may_review

HEAP = 300  # facts decided at once; more would keep everybody else waiting


@require_POST
@zone_page(may_review)
def accept(request: MemberRequest, document: UUID) -> HttpResponse:
    """Take in the chosen facts: `fact` ids, one `kind`, or `all` or `sure` of what waits."""
    found = document_for(request, document)
    chosen = _chosen(request, found)
    if not chosen:
        return told(request, found, gettext("Nothing was chosen that waits. Nothing was changed."))
    try:
        action = accept_proposals(member=request.member, document=found, proposals=chosen, now=timezone.now())
    except NoAcceptor:
        sentence = gettext("No room of this installation takes facts of this kind. Nothing was taken in.")
        return told(request, found, sentence)
    except NotAcceptable as fault:
        sentence = gettext(
            "Fact %(number)d cannot be taken in as it stands: %(reason)s Correct or refuse it; nothing was taken in."
        )
        return told(request, found, sentence % {"number": fault.number, "reason": fault.reason})
    return _decided(request, found, action)


@require_POST
@zone_page(may_review)
def refuse(request: MemberRequest, document: UUID) -> HttpResponse:
    """Set the chosen facts aside."""
    found = document_for(request, document)
    chosen = _chosen(request, found)
    if not chosen:
        return told(request, found, gettext("Nothing was chosen that waits. Nothing was changed."))
    action = refuse_proposals(member=request.member, proposals=chosen, now=timezone.now())
    return _decided(request, found, action)


@require_POST
@zone_page(may_review)
def undo(request: MemberRequest, document: UUID, action: UUID) -> HttpResponse:
    """Take one decision back, when nothing later rests on it."""
    found = document_for(request, document)
    decision = get_object_or_404(Action.objects.visible_to(request.member), pk=action)
    try:
        undone = undo_review(member=request.member, document=found, action=decision, now=timezone.now())
    except StillLeantOn as leaning:
        sentence = ngettext(
            "%(count)d later fact rests on what this decision took in. Undo it first; nothing was changed.",
            "%(count)d later facts rest on what this decision took in. Undo them first; nothing was changed.",
            leaning.count,
        )
        return told(request, found, sentence % {"count": leaning.count})
    except AlreadyUndone:
        return told(request, found, gettext("This decision was undone before. Nothing was changed."))
    except NotAReview:
        return told(request, found, gettext("This is no decision on this document. Nothing was changed."))
    return _decided(request, found, undone)


@require_GET
@zone_page()
def export(request: MemberRequest) -> HttpResponse:
    """All decisions that the member may see, one JSON object a line."""
    response = StreamingHttpResponse(_lines(request), content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="decisions.jsonl"'
    return cast(HttpResponse, response)


def _lines(request: MemberRequest) -> Iterator[str]:
    for record in decisions(request.member):
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _chosen(request: MemberRequest, document: Document) -> list[Proposal]:
    """The first thousand waiting facts that a form names, in the order of the page; none during the reading."""
    if document.state != DocumentState.READY:
        return []
    waiting = Proposal.objects.visible_to(request.member).filter(document=document).waiting()
    which = request.POST.get("which", "")
    if which in FactKind.values:
        waiting = waiting.filter(kind=which)
    elif which == "sure":
        waiting = waiting.filter(confidence__gte=SURE)
    elif which != "all":
        ids = [pk for text in request.POST.getlist("fact") if (pk := id_or_none(text))]
        waiting = waiting.filter(pk__in=ids)
    return in_order(waiting)[:HEAP]


def _decided(request: MemberRequest, document: Document, action: Action) -> HttpResponse:
    """After a decision: the next fact that waits, as a page or as the parts that changed."""
    document.refresh_from_db(fields=["about"])
    proposals = list(Proposal.objects.visible_to(request.member).filter(document=document).order_by("position"))
    changed = {p.position + 1 for p in proposals if p.decided_id == action.pk}
    after = whole_or_none(request.POST.get("after", "")) or fact_shown(request) or max(changed, default=0)
    opened = min(changed, default=0) if action.undoes_id else next_waiting(proposals, after)
    left = sum(p.state == ProposalState.WAITING for p in proposals)
    notice = ""
    if len(changed) >= HEAP and left:
        notice = gettext("%(count)d facts decided, as many as go at once; %(left)d still wait.") % {
            "count": len(changed),
            "left": left,
        }
    if is_htmx(request):
        if opened and opened not in part_with(after, len(proposals)):
            return HttpResponse(headers={"HX-Redirect": address_of(request, document.pk, fact=opened)})
        return parts_of(request, document, opened=opened, beside=after, changed=changed, notice=notice)
    decided = ngettext("%(count)d fact decided.", "%(count)d facts decided.", len(changed))
    messages.success(request, notice or decided % {"count": len(changed)})
    return see_other(address_of(request, document.pk, fact=opened))
