"""Two records of one journey: which they may be, judged the same or different."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qiao.kit.answers import see_other
from qiao.kit.ids import id_or_none
from qiao.kit.instants import Vantage
from qiao.missions.models import Mission
from qiao.missions.queries.joined import joined_lines
from qiao.missions.queries.likely import like_missions
from qiao.missions.queries.page import mission_page
from qiao.missions.views.asking import asking, mission_or_404
from qiao.register.actions.judge import JudgedOtherwise, judge
from qiao.register.enums import Verdict
from qiao.register.notices import done
from qiao.register.queries.standing import standing_words
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_review

VERDICTS = (Verdict.SAME, Verdict.DIFFERENT)


@require_http_methods(["GET", "POST"])
@zone_page(may_review)
def joins(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The records that are this journey, and those that may be; a verdict posted on one of the latter."""
    row = mission_or_404(request, mission)
    asked = asking(request, Vantage())
    if request.method == "POST":
        return _judged(request, row)
    page = mission_page(row, asked)
    dating = page.dating.first.claim if page.dating else None
    context = {
        "room": "missions",
        "page": page,
        "joined": joined_lines(row.entity, asked),
        "likely": like_missions(row.entity, dating, page.gathered.locations, asked),
    }
    return render(request, "missions/mission_joins.html", context)


def _judged(request: MemberRequest, row: Mission) -> HttpResponse:
    slug = request.member.zone.slug
    other, verdict = _other(request), request.POST.get("verdict", "")
    if other is None or verdict not in VERDICTS:
        messages.error(request, gettext("Expected another mission and a verdict; nothing was changed."))
    elif other.entity.canonical_id == row.entity.canonical_id:
        messages.warning(request, gettext("These two are one journey already; nothing was changed."))
    else:
        try:
            judgement = judge(
                member=request.member,
                left=row.entity,
                right=other.entity,
                verdict=Verdict(verdict),
                now=timezone.now(),
            )
        except JudgedOtherwise as refusal:
            messages.error(request, standing_words(refusal.standing))
        else:
            done(request, slug, gettext("Judged."), judgement.recorded_id)
    return see_other(reverse("missions:joins", args=[slug, row.pk]))


def _other(request: MemberRequest) -> Mission | None:
    wanted = id_or_none(request.POST.get("other", ""))
    return Mission.objects.visible_to(request.member).select_related("entity").filter(pk=wanted).first()
