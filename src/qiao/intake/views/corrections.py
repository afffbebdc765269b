"""The doors of corrections: what a fact says, and who a party is."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qiao.intake.actions.review import AlreadyDecided, SpanOutside, edit_proposal, identify_party
from qiao.intake.enums import Identity
from qiao.intake.models import Proposal, ProposedParty
from qiao.intake.proposal_form import ProposalForm
from qiao.intake.queries.parties import candidates
from qiao.intake.queries.readings import around, words_of
from qiao.intake.views.answers import fact_shown, is_htmx
from qiao.intake.views.review import address_of, document_for, parts_of, told
from qiao.kit.answers import see_other
from qiao.kit.ids import id_or_none
from qiao.register.models import Entity
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_review


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
            return told(
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
                pk=id_or_none(request.POST.get("entity", "")),
            )
        identify_party(member=request.member, party=asked, entity=entity, now=timezone.now())
        if is_htmx(request):
            return parts_of(request, found, opened=0, changed=set(), beside=fact_shown(request))
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
