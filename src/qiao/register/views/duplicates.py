"""Records that may be one thing: one pair at a time, the search that finds them, and what is judged unasked."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from qiao.kit.answers import see_other
from qiao.kit.ids import id_or_none
from qiao.register.actions.duplicates import look_for_duplicates, policy_of, set_identity_policy
from qiao.register.actions.judge import JudgedOtherwise, judge
from qiao.register.adapt import KINDS
from qiao.register.enums import Verdict
from qiao.register.models import WaitingPair
from qiao.register.notices import done
from qiao.register.queries.duplicates import latest_search, pair_to_show, waiting_pairs
from qiao.register.queries.merge_preview import is_worth_a_look
from qiao.register.queries.pair_page import pair_page
from qiao.register.queries.side_by_side import side_by_side
from qiao.register.queries.standing import standing_words
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import is_director, may_review

PAGE = "register/duplicates.html"


@require_GET
@zone_page()
def queue(request: MemberRequest) -> HttpResponse:
    """The pair asked for, or the first that waits after another; what to do when none does."""
    member, language = request.member, get_language() or "en"
    kind = _kind(request.GET.get("kind", ""))
    asked, after = id_or_none(request.GET.get("pair", "")), id_or_none(request.GET.get("after", ""))
    pair = pair_to_show(member, kind, asked=asked, after=after)
    context = _frame(request, kind) | {
        "page": pair_page(member, pair, language, kind=kind) if pair else None,
        "skip": urlencode({"kind": kind, "after": pair.pk}) if pair else "",
        "passed": pair is None and bool(asked or after) and waiting_pairs(member, kind).exists(),
    }
    return render(request, PAGE, context)


@require_POST
@zone_page(may_review)
def decide(request: MemberRequest, pair: UUID) -> HttpResponse:
    """Judge a pair and go on to the next; "same" of groups that hold more, or differ, is looked at first."""
    member, slug = request.member, request.member.zone.slug
    held = get_object_or_404(WaitingPair.objects.visible_to(member).select_related("left", "right"), pk=pair)
    kind = _kind(request.POST.get("kind", ""))
    onward = f"{reverse('register:duplicates', args=[slug])}?{urlencode({'kind': kind, 'after': held.pk})}"
    verdict = request.POST.get("verdict", "")
    if verdict not in Verdict.values or not waiting_pairs(member).filter(pk=held.pk).exists():
        messages.warning(request, gettext("This pair waits no more; nothing was changed."))
        return see_other(onward)
    if verdict == Verdict.SAME and is_worth_a_look(side_by_side(member, (held.left, held.right), "en")):
        return see_other(_preview(slug, held, kind))
    try:
        judgement = judge(
            member=member, left=held.left, right=held.right, verdict=Verdict(verdict), now=timezone.now(), likeness=held
        )
    except JudgedOtherwise as refusal:
        messages.warning(request, standing_words(refusal.standing))
        return see_other(onward)
    done(request, slug, JUDGED[Verdict(verdict)](), judgement.recorded_id)
    return see_other(onward)


JUDGED = {
    Verdict.SAME: lambda: gettext("Judged the same: one page from now on."),
    Verdict.DIFFERENT: lambda: gettext("Judged different: never asked again."),
    Verdict.UNSURE: lambda: gettext("Judged unsure: not asked again until somebody judges."),
}


@require_POST
@zone_page(may_review)
def look(request: MemberRequest) -> HttpResponse:
    """Put a search of the whole register in line."""
    look_for_duplicates(member=request.member, now=timezone.now())
    return see_other(reverse("register:duplicates", args=[request.member.zone.slug]))


@require_GET
@zone_page()
def progress(request: MemberRequest) -> HttpResponse:
    """How far the search has come: a part of the page, which asks for itself meanwhile."""
    if not request.headers.get("HX-Request"):
        return see_other(reverse("register:duplicates", args=[request.member.zone.slug]))
    context = {"search": latest_search(request.member), "member": request.member, "asked_again": True}
    return render(request, f"{PAGE}#search", context)


@require_POST
@zone_page(is_director)
def policy(request: MemberRequest) -> HttpResponse:
    """Say which kinds of record may be judged the same unasked."""
    set_identity_policy(
        member=request.member,
        organisations="organisations" in request.POST,
        persons="persons" in request.POST,
        now=timezone.now(),
    )
    messages.success(request, gettext("Kept."))
    return see_other(reverse("register:duplicates", args=[request.member.zone.slug]))


def _frame(request: MemberRequest, kind: str) -> dict[str, Any]:
    member = request.member
    return {
        "room": "register",
        "kind": kind,
        "kinds": [(one.value, one.label) for one in KINDS],
        "search": latest_search(member),
        "policy": policy_of(member.zone),
        "may_review": may_review(member),
        "may_decide_policy": is_director(member),
    }


def _preview(slug: str, pair: WaitingPair, kind: str) -> str:
    asked = [("record", pair.left_id), ("record", pair.right_id), ("pair", pair.pk), ("kind", kind)]
    return f"{reverse('register:merge', args=[slug])}?{urlencode(asked)}"


def _kind(text: str) -> str:
    return text if text in {kind.value for kind in KINDS} else ""
