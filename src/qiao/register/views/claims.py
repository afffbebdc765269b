"""One claim: shown, added, corrected, withdrawn, preferred; and the undoing of any of these."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from qiao.kit.answers import see_other, way_back
from qiao.register.actions.judge import JudgedOtherwise
from qiao.register.actions.record import AlreadyWithdrawn
from qiao.register.actions.state import add_claim, correct_claim, prefer_claim, withdraw_claim
from qiao.register.actions.undo import AlreadyUndone, undo_action
from qiao.register.forms.base import ClaimForm
from qiao.register.forms.parties import WithdrawForm
from qiao.register.forms.tables import FORMS
from qiao.register.forms.ties import TieForm
from qiao.register.models import Claim, Entity
from qiao.register.notices import done
from qiao.register.queries.claim import ClaimPage, claim_page
from qiao.register.queries.labels import called
from qiao.register.queries.listing import Wanted, party_list
from qiao.register.queries.rows import PartyRow
from qiao.register.queries.standing import standing_words
from qiao.register.queries.undoable import may_undo
from qiao.register.tables import table_of, title_of
from qiao.register.views.finding import claim_or_404, own_record_or_404
from qiao.register.views.vantage import Vantage, vantage
from qiao.zones.actions import ChangedSince
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.models import Action
from qiao.zones.rules import may_record

CANDIDATES = 12


@zone_page()
def claim(request: MemberRequest, table: str, claim: UUID) -> HttpResponse:
    """One claim, as a page of its own or beside the page that links to it."""
    at = vantage(request, request.member.zone)
    page = _page(request, claim_or_404(request.member, table, claim), at)
    return _render(request, page, at, WithdrawForm())


@zone_page(may_record)
def add(request: MemberRequest, entity: UUID, table: str) -> HttpResponse:
    """State one thing about a party."""
    member = request.member
    subject = own_record_or_404(member, entity)
    form = _form(request, table, subject)
    if request.method == "POST" and "find" not in request.POST and form.is_valid():
        if isinstance(form, TieForm):
            subject = form.ends[0]
        said = add_claim(member=member, table=form.table, subject=subject, now=timezone.now(), **form.values())
        done(request, member.zone.slug, gettext("Recorded on your word."), said.recorded_id)
        return see_other(reverse("register:party", args=[member.zone.slug, entity]))
    return _form_page(request, form, entity, heading=title_of(form.table))


@zone_page(may_record)
def correct(request: MemberRequest, table: str, claim: UUID) -> HttpResponse:
    """Put another value in the place of a claim."""
    member, held = request.member, claim_or_404(request.member, table, claim)
    form = _form(request, table, held.subject, held)
    if not held.is_live:  # somebody else was faster; the page of the claim says what became of it
        return see_other(reverse("register:claim", args=[member.zone.slug, table, held.pk]))
    if request.method == "POST" and "find" not in request.POST and form.is_valid():
        because = form.cleaned_data.get("because", "")
        try:
            later = correct_claim(member=member, claim=held, because=because, now=timezone.now(), **form.values())
        except AlreadyWithdrawn:
            return see_other(reverse("register:claim", args=[member.zone.slug, table, held.pk]))
        done(
            request, member.zone.slug, gettext("Corrected; the earlier value stays in the history."), later.recorded_id
        )
        return see_other(reverse("register:claim", args=[member.zone.slug, table, later.pk]))
    return _form_page(request, form, held.subject_id, heading=title_of(form.table), held=held)


@require_POST
@zone_page(may_record)
def withdraw(request: MemberRequest, table: str, claim: UUID) -> HttpResponse:
    """Withdraw a claim with a reason."""
    member, held = request.member, claim_or_404(request.member, table, claim)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        at = vantage(request, member.zone)
        return _render(request, _page(request, held, at), at, form)
    if held.is_live:
        withdraw_claim(member=member, claim=held, because=form.cleaned_data["because"], now=timezone.now())
        assert held.withdrawn_id is not None
        done(request, member.zone.slug, gettext("Withdrawn; it stays in the history."), held.withdrawn_id)
    return see_other(reverse("register:claim", args=[member.zone.slug, table, held.pk]))


@require_POST
@zone_page(may_record)
def prefer(request: MemberRequest, table: str, claim: UUID) -> HttpResponse:
    """Show this claim before the others that answer the same question."""
    member, held = request.member, claim_or_404(request.member, table, claim)
    address = reverse("register:claim", args=[member.zone.slug, table, held.pk])
    if held.is_live:
        preference = prefer_claim(member=member, claim=held, now=timezone.now())
        done(request, member.zone.slug, gettext("Shown first from now on."), preference.recorded_id)
    return see_other(way_back(request, address))


@require_POST
@zone_page(may_record)
def undo(request: MemberRequest, action: UUID) -> HttpResponse:
    """Undo what one action did to claims, judgements and preferences."""
    member = request.member
    held = get_object_or_404(Action.objects.visible_to(member), pk=action)
    if not may_undo(member, held):
        raise PermissionDenied
    try:
        undoing = undo_action(member=member, action=held, now=timezone.now())
    except AlreadyUndone:
        messages.warning(request, gettext("That was undone before; nothing was changed."))
    except JudgedOtherwise as refusal:
        messages.warning(request, standing_words(refusal.standing))
    except ChangedSince:
        messages.warning(request, gettext("It was changed again since; undo the later change first. Nothing was lost."))
    else:
        if undoing.touched:
            done(request, member.zone.slug, gettext("Undone."), undoing.pk)
        else:
            messages.warning(request, gettext("Nothing of it stands any more; nothing was changed."))
    return see_other(way_back(request, reverse("register:parties", args=[member.zone.slug])))


def _page(request: MemberRequest, held: Claim, at: Vantage) -> ClaimPage:
    return claim_page(request.member, held, moment=at.moment, language=get_language() or "en")


def _render(request: MemberRequest, page: ClaimPage, at: Vantage, form: WithdrawForm) -> HttpResponse:
    template = "register/claim_page.html"
    if request.htmx and request.htmx.target == "panel":  # type: ignore[attr-defined]  # set by django-htmx
        template += "#claim"
    context = {
        "room": "register",
        "page": page,
        "at": at,
        "table": page.line.table,
        "form": form,
        "may_record": may_record(request.member) and at.moment.is_present,
        "may_correct": type(page.claim) in FORMS,
    }
    status = 422 if form.is_bound and form.errors else at.status
    return render(request, template, context, status=status)


def _form(request: MemberRequest, table: str, subject: Entity, held: Claim | None = None) -> ClaimForm:
    model = table_of(table)
    if model not in FORMS:
        raise Http404
    data: Any = request.POST if request.method == "POST" else None
    return FORMS[model](data, member=request.member, subject=subject, claim=held)


def _form_page(
    request: MemberRequest, form: ClaimForm, entity: UUID, *, heading: str, held: Claim | None = None
) -> HttpResponse:
    member, language = request.member, get_language() or "en"
    finding = "find" in request.POST
    if finding:
        form = type(form)(initial=request.POST.dict(), member=member, subject=form.subject, claim=held)
    context = {
        "room": "register",
        "form": form,
        "heading": heading,
        "entity": entity,
        "held": held,
        "subject": called([form.subject.pk], language).get(form.subject.pk),
        "is_tie": isinstance(form, TieForm),
        "candidates": _candidates(request, form, held) if isinstance(form, TieForm) else (),
    }
    failed = request.method == "POST" and not finding
    return render(request, "register/claim_form.html", context, status=422 if failed else 200)


def _candidates(request: MemberRequest, form: TieForm, held: Claim | None) -> tuple[PartyRow, ...]:
    typed = request.POST.get("typed", "").strip()
    if not typed and held is not None:
        names = called([held.object_id], get_language() or "en")  # type: ignore[attr-defined]  # a tie
        typed = names[held.object_id].text if held.object_id in names else ""  # type: ignore[attr-defined]
    if not typed:
        return ()
    return party_list(request.member, Wanted(typed=typed), language=get_language() or "en").rows[:CANDIDATES]
