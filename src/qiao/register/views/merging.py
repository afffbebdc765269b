"""Several records at once: what their joined page will show, and the word that joins them."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from qiao.kit.answers import see_other
from qiao.kit.ids import id_or_none
from qiao.register.actions.judge import JudgedOtherwise, KindsDiffer, TooFew, judge_together
from qiao.register.models import Entity, WaitingPair
from qiao.register.notices import done
from qiao.register.queries.duplicates import FAMILY, family_of, one_of_each_group
from qiao.register.queries.merge_preview import MergePreview, merge_preview
from qiao.register.queries.standing import standing_words
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_review


@zone_page(may_review)
def merge(request: MemberRequest) -> HttpResponse:
    """Preview the joining of the records that the address names; posted, it joins them."""
    member = request.member
    said = request.POST if request.method == "POST" else request.GET
    pair = _pair(request, said.get("pair", ""))
    chosen = one_of_each_group(member, _ids(said.getlist("record")))
    problem = _problem(chosen)
    if request.method == "POST" and not problem:
        problem = _join(request, chosen)
        if not problem:
            return see_other(_onward(request, chosen[0], pair, said.get("kind", "")))
    preview = merge_preview(member, chosen, get_language() or "en") if len(chosen) > 1 else None
    if preview and preview.apart and not problem:
        problem = standing_words(preview.apart)
    context = {
        "room": "register",
        "preview": preview,
        "problem": problem,
        "pair": pair,
        "kind": said.get("kind", ""),
        "others": _others(request, pair, preview),
    }
    return render(request, "register/merge.html", context, status=422 if problem else 200)


def _ids(texts: list[str]) -> list[UUID]:
    return list(dict.fromkeys(pk for text in texts[:FAMILY] if (pk := id_or_none(text)) is not None))


def _problem(chosen: list[Entity]) -> str:
    if len(chosen) < 2:
        return gettext("Expected two records or more that are not one yet; found %(count)d.") % {"count": len(chosen)}
    if len({record.kind for record in chosen}) > 1:
        return gettext("Expected records of one kind; found several kinds.")
    return ""


def _join(request: MemberRequest, chosen: list[Entity]) -> str:
    """Join them; the sentence that says why not, when refused."""
    member = request.member
    try:
        action = judge_together(member=member, records=chosen, now=timezone.now())
    except JudgedOtherwise as refusal:
        return standing_words(refusal.standing)
    except (TooFew, KindsDiffer):
        return gettext("These records cannot be joined; nothing was changed.")
    words = ngettext("%(count)d record joined.", "%(count)d records joined.", len(chosen)) % {"count": len(chosen)}
    done(request, member.zone.slug, words, action.pk)
    return ""


def _onward(request: MemberRequest, first: Entity, pair: WaitingPair | None, kind: str) -> str:
    slug = request.member.zone.slug
    if pair is None:
        return reverse("register:party", args=[slug, first.pk])
    return f"{reverse('register:duplicates', args=[slug])}?{urlencode({'kind': kind, 'after': pair.pk})}"


def _pair(request: MemberRequest, text: str) -> WaitingPair | None:
    pk = id_or_none(text)
    return get_object_or_404(WaitingPair.objects.visible_to(request.member), pk=pk) if pk else None


def _others(request: MemberRequest, pair: WaitingPair | None, preview: MergePreview | None) -> str:
    """An address that adds the others waiting with the pair; empty when all are there."""
    if pair is None or preview is None:
        return ""
    family = one_of_each_group(request.member, family_of(request.member, pair))
    if len(family) <= len(preview.beside.sides):
        return ""
    return urlencode([*(("record", record.pk) for record in family), ("pair", pair.pk)])
