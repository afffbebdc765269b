"""The steps that a member takes with an import."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from qiao.exchange.actions.bring import bring_again
from qiao.exchange.actions.decide import decide_all, decide_row
from qiao.exchange.actions.steps import BadMapping, NotItsTurn, drop_import, go_on, map_columns, start_import
from qiao.exchange.actions.undo import NotUndoable, undo_import
from qiao.exchange.enums import DECIDABLE, Decision
from qiao.exchange.forms import decision_said, fate_said, fields_said
from qiao.exchange.models import ImportRun
from qiao.exchange.queries.rested import COUNTED, Rested
from qiao.exchange.views.runs import run_or_404, run_response
from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.ids import id_or_none
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_record

Step = Callable[..., Any]


@require_POST
@zone_page(may_record)
def columns(request: MemberRequest, run: UUID) -> HttpResponse:
    """What the columns hold, confirmed; the comparison begins."""
    held = run_or_404(request, run)
    fields = fields_said(request.POST, held)
    if fields is None:
        return run_response(request, held, wrong=_("Expected one of the listed fields for each column."), status=422)
    try:
        map_columns(member=request.member, run=held, fields=fields, now=timezone.now())
    except BadMapping as bad:
        held.mapping = [field.value for field in fields]
        return run_response(request, held, wrong=_mapping_words(bad), status=422)
    except NotItsTurn:
        return _stale(request, held)
    return _page(request, held)


@require_POST
@zone_page(may_record)
def start(request: MemberRequest, run: UUID) -> HttpResponse:
    return _taken(request, run, start_import)


@require_POST
@zone_page(may_record)
def drop(request: MemberRequest, run: UUID) -> HttpResponse:
    return _taken(request, run, drop_import)


@require_POST
@zone_page(may_record)
def proceed(request: MemberRequest, run: UUID) -> HttpResponse:
    return _taken(request, run, go_on)


@require_POST
@zone_page(may_record)
def again(request: MemberRequest, run: UUID) -> HttpResponse:
    """The same file once more, from its columns on."""
    held = run_or_404(request, run)
    return _page(request, bring_again(member=request.member, run=held, now=timezone.now()))


@require_POST
@zone_page(may_record)
def undo(request: MemberRequest, run: UUID) -> HttpResponse:
    """Take the whole import back, unless something rests on it."""
    held = run_or_404(request, run)
    try:
        undo_import(member=request.member, run=held, now=timezone.now())
    except NotUndoable as refusal:
        if not refusal.rested.records:
            return _stale(request, held)
        return run_response(request, held, wrong=_rested_words(refusal.rested), status=409)
    return _page(request, held)


@require_POST
@zone_page(may_record)
def decide(request: MemberRequest, run: UUID) -> HttpResponse:
    """What becomes of one row, or of all rows of a fate on which nobody has decided."""
    held = run_or_404(request, run)
    said = decision_said(request.POST)
    row, fate = id_or_none(str(request.POST.get("row", ""))), fate_said(request.POST, DECIDABLE)
    if said is None or (row is None and (fate is None or said == Decision.NONE)):
        return run_response(request, held, wrong=_("Expected a decision on a row that waits."), status=422)
    try:
        if row is not None:
            decide_row(member=request.member, run=held, row=row, decision=said, now=timezone.now())
        elif fate is not None:
            count = decide_all(member=request.member, run=held, fate=fate, decision=said, now=timezone.now())
            messages.success(
                request, ngettext("%(count)d row decided.", "%(count)d rows decided.", count) % {"count": count}
            )
    except NotItsTurn:
        return _stale(request, held)
    return _page(request, held, where=request.POST, at=row)


def _taken(request: MemberRequest, run: UUID, step: Step) -> HttpResponse:
    held = run_or_404(request, run)
    try:
        step(member=request.member, run=held, now=timezone.now())
    except NotItsTurn:
        return _stale(request, held)
    return _page(request, held)


def _page(request: MemberRequest, run: ImportRun, *, where: Any = None, at: UUID | None = None) -> HttpResponse:
    """On to the page of the import, at the rows that were shown."""
    address = reverse("exchange:import", args=[request.member.zone.slug, run.pk])
    said = where or {}
    shown, after = fate_said({"fate": said.get("shown", "")}), whole_or_none(str(said.get("after", "")))
    kept = {"fate": shown.value if shown else None, "after": after}
    query = urlencode({key: value for key, value in kept.items() if value is not None})
    return see_other(f"{address}{'?' if query else ''}{query}{f'#row-{at}' if at else ''}")


def _stale(request: MemberRequest, run: ImportRun) -> HttpResponse:
    """Somebody, or the worker, was quicker."""
    run.refresh_from_db()
    words = _("This import is “%(state)s” by now; nothing was changed.") % {"state": run.get_state_display()}
    return run_response(request, run, wrong=words, status=409)


def _rested_words(rested: Rested) -> str:
    if rested.is_more:
        return _(
            "Expected records on which nothing else rests; found more than %(count)d on which somebody has built "
            "since. Undo that first. The import was kept."
        ) % {"count": COUNTED}
    words = ngettext(
        "Expected records on which nothing else rests; found %(count)d on which somebody has built since. "
        "Undo that first. The import was kept.",
        "Expected records on which nothing else rests; found %(count)d on which somebody has built since. "
        "Undo that first. The import was kept.",
        rested.records,
    )
    return words % {"count": rested.records}


def _mapping_words(bad: BadMapping) -> str:
    if bad.code == "no_name":
        return _("Expected a column that holds names; found none. Say which column names the party.")
    if bad.code == "twice" and bad.field is not None:
        return _("Expected one column at most for what a row has once; found two. Make one of them a note.")
    return _("Expected one field for each column of the table.")
