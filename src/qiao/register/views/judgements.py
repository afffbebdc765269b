"""Who is who: a member says that two records are the same, are different, or that nobody can tell."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from qiao.register.actions.judge import JudgedOtherwise, KindsDiffer
from qiao.register.actions.judge import judge as judge_records
from qiao.register.enums import Verdict
from qiao.register.forms.parties import JudgeForm
from qiao.register.models import Entity
from qiao.register.queries.labels import called
from qiao.register.queries.listing import Wanted, party_list
from qiao.register.queries.rows import PartyRow
from qiao.register.views.finding import own_record_or_404
from qiao.register.views.notices import done, see
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_record, may_review

CANDIDATES = 12


@zone_page(may_review)
def judge(request: MemberRequest, entity: UUID) -> HttpResponse:
    """Judge this party against another one that a search finds."""
    member, language = request.member, get_language() or "en"
    subject = own_record_or_404(member, entity)
    form = JudgeForm(
        request.POST if request.method == "POST" else None,
        initial={"verdict": request.GET.get("verdict", "")},
    )
    if request.method == "POST" and form.is_valid():
        judged = _judge(request, subject, form)
        if judged is not None:
            return judged
    typed = (request.POST.get("typed") or request.GET.get("q") or "").strip()
    context = {
        "room": "register",
        "form": form,
        "entity": entity,
        "subject": called([subject.pk], language).get(subject.pk),
        "typed": typed,
        "chosen": request.POST.get("other", ""),
        "candidates": _candidates(request, subject, typed),
    }
    return render(request, "register/party_judge.html", context, status=422 if form.errors else 200)


@zone_page(may_record)
def find(request: MemberRequest) -> HttpResponse:
    """The parties that answer what was typed, for a form that asks for one."""
    typed = request.GET.get("typed", "").strip()
    rows: tuple[PartyRow, ...] = ()
    if typed:
        rows = party_list(request.member, Wanted(typed=typed), language=get_language() or "en").rows
    context = {"candidates": rows[:CANDIDATES], "typed": typed, "chosen": ""}
    return render(request, "register/parts/candidates.html", context)


def _judge(request: MemberRequest, subject: Entity, form: JudgeForm) -> HttpResponse | None:
    """The way on after a judgement; None when it was refused, with the reason in the form."""
    member, said = request.member, form.cleaned_data
    other = get_object_or_404(Entity.objects.visible_to(member), pk=said["other"])
    if other.pk == subject.pk:
        form.add_error("other", gettext("Expected another party; found this one."))
        return None
    try:
        judgement = judge_records(
            member=member,
            left=subject,
            right=other,
            verdict=Verdict(said["verdict"]),
            now=timezone.now(),
            reasons=said["reasons"],
        )
    except KindsDiffer:
        form.add_error("other", gettext("An organisation and a person cannot be one."))
        return None
    except JudgedOtherwise as refusal:
        form.add_error("verdict", _standing(refusal))
        return None
    done(request, member.zone.slug, gettext("Judged."), judgement.recorded_id)
    return see(reverse("register:party", args=[member.zone.slug, subject.pk]))


def _standing(refusal: JudgedOtherwise) -> str:
    held = refusal.standing
    words = gettext("%(member)s judged these two %(verdict)s. Withdraw that judgement first.")
    return words % {"member": held.recorded.actor or "", "verdict": held.get_verdict_display()}


def _candidates(request: MemberRequest, subject: Entity, typed: str) -> tuple[PartyRow, ...]:
    if not typed:
        return ()
    wanted = Wanted(kind=subject.kind, typed=typed)
    rows = party_list(request.member, wanted, language=get_language() or "en").rows
    return tuple(row for row in rows if row.entity_id not in (subject.pk, subject.canonical_id))[:CANDIDATES]
