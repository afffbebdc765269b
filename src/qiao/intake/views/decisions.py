"""The doors of decisions: accept, refuse, undo, edit, say who a party is, and the record of it all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qiao.intake.acceptance import NoAcceptor
from qiao.intake.actions.review import (
    AlreadyDecided,
    NotAReview,
    SpanOutside,
    StillLeantOn,
    accept_proposals,
    edit_proposal,
    identify_party,
    refuse_proposals,
    undo_review,
)
from qiao.intake.enums import DocumentState, FactKind, Identity, ProposalState
from qiao.intake.models import Document, Proposal, ProposedParty
from qiao.intake.proposal_form import ProposalForm
from qiao.intake.queries.decisions import decisions
from qiao.intake.queries.desk import desk_of
from qiao.intake.queries.facts import in_order, next_waiting
from qiao.intake.queries.parties import candidates
from qiao.intake.queries.parts import part_with
from qiao.intake.queries.readings import SURE, around, words_of
from qiao.intake.views.answers import fact_shown, is_htmx, see_other, uuid_or_none, whole_or_none
from qiao.intake.views.review import PAGE, address_of, context_of, document_for
from qiao.register.actions.undo import AlreadyUndone
from qiao.register.models import Entity
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.models import Action
from qiao.zones.rules import may_review

HEAP = 1000  # facts decided at once; more would keep everybody else waiting


@require_POST
@zone_page(may_review)
def accept(request: MemberRequest, document: UUID) -> HttpResponse:
    """Take in the chosen facts: `fact` ids, one `kind`, or `all` or `sure` of what waits."""
    found = document_for(request, document)
    chosen = _chosen(request, found)
    if not chosen:
        return _refused(request, found, gettext("Nothing was chosen that waits. Nothing was changed."))
    try:
        action = accept_proposals(member=request.member, document=found, proposals=chosen, now=timezone.now())
    except NoAcceptor:
        return _refused(
            request, found, gettext("No room of this installation takes facts of this kind. Nothing was taken in.")
        )
    return _decided(request, found, action)


@require_POST
@zone_page(may_review)
def refuse(request: MemberRequest, document: UUID) -> HttpResponse:
    """Set the chosen facts aside."""
    found = document_for(request, document)
    chosen = _chosen(request, found)
    if not chosen:
        return _refused(request, found, gettext("Nothing was chosen that waits. Nothing was changed."))
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
        return _refused(request, found, sentence % {"count": leaning.count})
    except AlreadyUndone:
        return _refused(request, found, gettext("This decision was undone before. Nothing was changed."))
    except NotAReview:
        return _refused(request, found, gettext("This is no decision on this document. Nothing was changed."))
    return _decided(request, found, undone)


@require_http_methods(["GET", "POST"])
@zone_page(may_review)
def edit(request: MemberRequest, document: UUID, proposal: UUID) -> HttpResponse:
    """Correct what the reader saw; the words must stand in the text."""
    found = document_for(request, document)
    fact = get_object_or_404(Proposal.objects.visible_to(request.member), document=found, pk=proposal)
    text = found.source.text if found.source else ""
    form = ProposalForm(request.POST or None, proposal=fact, text=text)
    if request.method == "POST" and form.is_valid():
        try:
            edit_proposal(member=request.member, proposal=fact, changes=form.changes(), now=timezone.now())
        except SpanOutside:
            form.add_error("words", gettext("Expected words that stand in the text; found none such."))
        except AlreadyDecided:
            return _refused(
                request, found, gettext("This fact was decided meanwhile. Undo that first; nothing was changed.")
            )
        else:
            return see_other(address_of(request, found.pk, fact=fact.position + 1))
    context = {
        "room": "intake",
        "document": found,
        "fact": fact,
        "number": fact.position + 1,
        "words": words_of(fact.quote, found.source.language if found.source else ""),
        "around": around(text, fact.start, fact.end) if text else None,
        "form": form,
        "back": address_of(request, found.pk, fact=fact.position + 1),
    }
    return render(request, "intake/proposal_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@zone_page(may_review)
def identify(request: MemberRequest, document: UUID, party: UUID) -> HttpResponse:
    """Say who a party is: `identity` new, or existing with the `entity` it is. GET offers candidates for ?q=."""
    found = document_for(request, document)
    asked = get_object_or_404(ProposedParty.objects.visible_to(request.member), document=found, pk=party)
    if request.method == "POST":
        entity = None
        if request.POST.get("identity") == Identity.EXISTING:
            entity = get_object_or_404(
                Entity.objects.visible_to(request.member).filter(kind=asked.kind),
                pk=uuid_or_none(request.POST.get("entity", "")),
            )
        identify_party(member=request.member, party=asked, entity=entity, now=timezone.now())
        if is_htmx(request):
            return _parts(request, found, opened=0, changed=set(), beside=fact_shown(request))
        return see_other(address_of(request, found.pk) + "#who")
    typed = request.GET.get("q", asked.name)
    context = {
        "room": "intake",
        "document": found,
        "party": asked,
        "name": words_of(asked.name, found.source.language if found.source else ""),
        "typed": typed,
        "candidates": candidates(request.member, asked, typed),
        "back": address_of(request, found.pk) + "#who",
    }
    return render(request, "intake/party_identify.html", context)


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
        ids = [pk for text in request.POST.getlist("fact") if (pk := uuid_or_none(text))]
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
        return _parts(request, document, opened=opened, beside=after, changed=changed, notice=notice)
    decided = ngettext("%(count)d fact decided.", "%(count)d facts decided.", len(changed))
    messages.success(request, notice or decided % {"count": len(changed)})
    return see_other(address_of(request, document.pk, fact=opened))


def _parts(
    request: MemberRequest,
    document: Document,
    *,
    opened: int,
    changed: set[int],
    beside: int = 0,
    notice: str = "",
) -> HttpResponse:
    desk = desk_of(document, request.member, opened=opened, beside=beside)
    context: dict[str, Any] = context_of(request, desk)
    context |= {"changed": desk.lines(changed - {opened}), "notice": notice, "parts": True}
    return render(request, f"{PAGE}#decided", context)


def _refused(request: MemberRequest, document: Document, sentence: str) -> HttpResponse:
    """Tell why nothing was changed."""
    if is_htmx(request):
        return _parts(request, document, opened=0, changed=set(), beside=fact_shown(request), notice=sentence)
    messages.error(request, sentence)
    return see_other(address_of(request, document.pk))
