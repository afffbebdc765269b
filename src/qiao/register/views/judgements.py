"""Who is who: a member says that two records are the same, are different, or that nobody can tell."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from qiao.kit.answers import see_other, way_back
from qiao.register.actions.judge import JudgedOtherwise, KindsDiffer, withdraw_judgement
from qiao.register.actions.judge import judge as judge_records
from qiao.register.enums import PARTIES, Verdict
from qiao.register.forms.parties import JudgeForm
from qiao.register.models import Entity, Judgement, Label
from qiao.register.models.audience import audience_allows
from qiao.register.notices import done
from qiao.register.queries.groups import visible_records
from qiao.register.queries.labels import called
from qiao.register.queries.listing import Wanted, party_list
from qiao.register.queries.rows import PartyRow, party_rows
from qiao.register.queries.search import search_entities
from qiao.register.queries.standing import standing_words
from qiao.register.views.finding import own_record_or_404
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
        "is_party": subject.kind in PARTIES,
    }
    return render(request, "register/party_judge.html", context, status=422 if form.errors else 200)


@require_POST
@zone_page(may_review)
def withdraw(request: MemberRequest, judgement: UUID) -> HttpResponse:
    """Take one judgement back, a member's or the machine's."""
    member = request.member
    seen = Judgement.objects.visible_to(member).filter(
        audience_allows(member, "left__audience"), audience_allows(member, "right__audience")
    )
    held = get_object_or_404(seen, pk=judgement)
    otherwise = reverse("register:party", args=[member.zone.slug, held.left_id])
    if held.withdrawn_id is not None:
        messages.warning(request, gettext("That judgement was withdrawn before; nothing was changed."))
        return see_other(way_back(request, otherwise))
    action = withdraw_judgement(member=member, judgement=held, now=timezone.now())
    done(request, member.zone.slug, gettext("Judgement withdrawn."), action.pk)
    return see_other(way_back(request, otherwise))


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
        form.add_error("verdict", standing_words(refusal.standing))
        return None
    done(request, member.zone.slug, gettext("Judged."), judgement.recorded_id)
    return see_other(reverse("register:party", args=[member.zone.slug, subject.pk]))


def _candidates(request: MemberRequest, subject: Entity, typed: str) -> tuple[PartyRow, ...]:
    """Records of the kind that answer to what was typed, but for those of the same group."""
    if not typed:
        return ()
    member, language = request.member, get_language() or "en"
    if subject.kind in PARTIES:
        rows = party_list(member, Wanted(kind=subject.kind, typed=typed), language=language).rows
    else:
        found = search_entities(member, typed).filter(kind=subject.kind).order_by("id")[:CANDIDATES]
        labels = Label.objects.visible_to(member).filter(entity__in=list(found), language=language)
        rows = party_rows(member, list(labels.select_related("entity")), typed=typed, language=language)
    own = set(visible_records(subject, member))
    return tuple(row for row in rows if row.entity_id not in own)[:CANDIDATES]
