"""Who wants to meet whom at a round, and when they cannot."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.ids import id_or_none
from qiao.missions.actions.invite import set_availability
from qiao.missions.actions.rows import cancel_row, change_row
from qiao.missions.actions.wishes import wish_many
from qiao.missions.enums import WishKind
from qiao.missions.forms.events import PasteForm
from qiao.missions.models import Invitee, PlannedEvent, Wish
from qiao.missions.queries.events_invitees import attended, invitee_page
from qiao.missions.queries.rounds_result import slots_of
from qiao.missions.queries.rounds_wishes import OnList, pasted_wishes, wish_page
from qiao.missions.views.events import event_context, event_or_404, page_of, posting
from qiao.register.notices import done
from qiao.register.queries.labels import called
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan

PEOPLE_AT_ONCE = 25
FEW = 300  # names that a browser may offer while one types
MOST_TICKS = PEOPLE_AT_ONCE * 64


@zone_page()
def wishes(request: MemberRequest, event: UUID) -> HttpResponse:
    """Who wants to meet whom; posting notes one more."""
    row = event_or_404(request, event)
    if posting(request):
        _note(request, row)
        return _to_wishes(request, row)
    return _page(request, row)


@require_POST
@zone_page(may_plan)
def paste(request: MemberRequest, event: UUID) -> HttpResponse:
    """Wishes pasted as lines; those that say none are shown with the reason, and the others are noted."""
    row = event_or_404(request, event)
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _page(request, row, paste_form=form, status=422)
    told = pasted_wishes(row, request.member, form.cleaned_data["lines"])
    people = {one.pk: one for one in Invitee.objects.visible_to(request.member).live().filter(event=row)}
    noted, action = wish_many(
        member=request.member,
        event=row,
        wishes=[(people[asker], people[asked], kind) for asker, asked, kind in told.wishes],
        now=timezone.now(),
    )
    words = ngettext("%(n)s wish is noted.", "%(n)s wishes are noted.", noted) % {"n": noted}
    if action is not None:
        done(request, request.member.zone.slug, words, action.pk)
    elif told.wishes:
        messages.warning(request, gettext("All of it was noted before."))
    if not told.refused:
        return _to_wishes(request, row)
    left = PasteForm(initial={"lines": "\n".join(one.line for one in told.refused[:1000])})
    return _page(request, row, paste_form=left, refused=told.refused[:1000])


@require_POST
@zone_page(may_plan)
def change(request: MemberRequest, event: UUID, wish: UUID) -> HttpResponse:
    """Change the kind of a wish, or take it back."""
    row = event_or_404(request, event)
    held = get_object_or_404(Wish.objects.visible_to(request.member).live().filter(event=row), pk=wish)
    slug = request.member.zone.slug
    if "cancel" in request.POST:
        action = cancel_row(member=request.member, row=held, now=timezone.now())
        done(request, slug, gettext("The wish is taken back."), action.pk)
    elif (kind := request.POST.get("kind", "")) in WishKind.values:
        action = change_row(member=request.member, row=held, now=timezone.now(), kind=kind)
        done(request, slug, gettext("The wish is changed."), action.pk)
    return _to_wishes(request, row)


@zone_page()
def availability(request: MemberRequest, event: UUID) -> HttpResponse:
    """In which slots each invitee cannot be met: a page of people at a time."""
    row = event_or_404(request, event)
    page = page_of(request)
    if posting(request):
        action = set_availability(member=request.member, event=row, forbidden=_ticked(request), now=timezone.now())
        done(request, request.member.zone.slug, gettext("Saved."), action.pk)
        address = reverse("missions:availability", args=[request.member.zone.slug, row.pk])
        return see_other(f"{address}?page={page}")
    shown = invitee_page(
        row,
        request.member,
        get_language() or "en",
        typed=request.GET.get("name", ""),
        page=page,
        shown=PEOPLE_AT_ONCE,
    )
    context = event_context(request, row) | {
        "part": "availability",
        "invitees": shown,
        "slots": slots_of(row, row.slots),
        "typed": request.GET.get("name", "")[:100],
    }
    return render(request, "missions/round_availability.html", context)


def _ticked(request: MemberRequest) -> dict[UUID, list[int]]:
    """Invitee -> the slots ticked; those shown without a tick are there with none."""
    shown = request.POST.getlist("shown")[:PEOPLE_AT_ONCE]
    found: dict[UUID, list[int]] = {pk: [] for one in shown if (pk := id_or_none(one)) is not None}
    for tick in request.POST.getlist("away")[:MOST_TICKS]:
        name, _at, number = tick.rpartition(":")
        pk, slot = id_or_none(name), whole_or_none(number)
        if pk in found and slot is not None:
            found[pk].append(slot)
    return found


def _note(request: MemberRequest, event: PlannedEvent) -> None:
    people = OnList(event, request.member)
    typed = [request.POST.get(side, "").strip()[:100] for side in ("asker", "asked")]
    kind = request.POST.get("kind", "")
    pks = []
    for name in typed:
        pk = people.one(name) if name else None
        if pk is None:
            words = gettext("Nobody on the list answers to “%(name)s”.") % {"name": name}
            messages.error(request, words if name else gettext("Expected two names."))
            return
        pks.append(pk)
    if pks[0] == pks[1]:
        messages.error(request, gettext("Expected two different people; found one."))
        return
    rows = {one.pk: one for one in Invitee.objects.filter(zone=request.member.zone, pk__in=pks)}
    wish = (rows[pks[0]], rows[pks[1]], WishKind(kind) if kind in WishKind.values else WishKind.LIKE)
    _count, action = wish_many(member=request.member, event=event, wishes=[wish], now=timezone.now())
    if action is None:
        messages.warning(request, gettext("That was noted before."))
    else:
        done(request, request.member.zone.slug, gettext("The wish is noted."), action.pk)


def _page(
    request: MemberRequest,
    event: PlannedEvent,
    *,
    paste_form: PasteForm | None = None,
    refused: object = (),
    status: int = 200,
) -> HttpResponse:
    language = get_language() or "en"
    kind, typed, page = request.GET.get("kind", ""), request.GET.get("name", "")[:100], page_of(request)
    lines, more = wish_page(event, request.member, language, kind=kind, typed=typed, page=page)
    context = event_context(request, event) | {
        "part": "wishes",
        "lines": lines,
        "more": more,
        "page": page,
        "kind": kind,
        "typed": typed,
        "kinds": WishKind.choices,
        "names": _names(request, event, language),
        "listed": attended(event, request.member).listed,
        "paste_form": paste_form or PasteForm(),
        "refused": refused,
    }
    return render(request, "missions/round_wishes.html", context, status=status)


def _names(request: MemberRequest, event: PlannedEvent, language: str) -> list[str]:
    """The names on the list, for a browser to offer; none when they are very many."""
    rows = Invitee.objects.visible_to(request.member).live().filter(event=event)
    parties = list(rows.values_list("party_id", flat=True)[: FEW + 1])
    return sorted(one.text for one in called(parties, language).values()) if len(parties) <= FEW else []


def _to_wishes(request: MemberRequest, event: PlannedEvent) -> HttpResponse:
    return see_other(reverse("missions:wishes", args=[request.member.zone.slug, event.pk]))
