"""The list of imports, one import whatever its state, and its file."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from qiao.exchange.actions.bring import bring_table
from qiao.exchange.enums import Fate, RunState
from qiao.exchange.forms import FIELDS, BringForm, fate_said
from qiao.exchange.models import ImportRun
from qiao.exchange.oddities import oddities_of
from qiao.exchange.queries.columns import column_lines
from qiao.exchange.queries.pages import fate_counts, row_page, run_page
from qiao.kit.answers import see_other, whole_or_none
from qiao.kit.ids import id_or_none
from qiao.register.enums import SourceKind
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_record

ROWS_SHOWN = (RunState.READY, RunState.RUNNING, RunState.DONE, RunState.UNDOING, RunState.UNDONE, RunState.FAILED)


@require_GET
@zone_page()
def imports(request: MemberRequest) -> HttpResponse:
    """Imports, newest first; ?before= goes on."""
    return _list(request, BringForm(member=request.member))


@require_POST
@zone_page(may_record)
def bring(request: MemberRequest) -> HttpResponse:
    """Keep a table that somebody brings; its page shows the rest."""
    form = BringForm(request.POST, request.FILES, member=request.member)
    if not form.is_valid():
        return _list(request, form, status=422)
    file = form.cleaned_data["file"]
    run = bring_table(
        member=request.member,
        file=file,
        filename=file.name or "",
        source_kind=SourceKind(form.cleaned_data["source_kind"]),
        audience=form.cleaned_data.get("audience"),
        now=timezone.now(),
    )
    return see_other(reverse("exchange:import", args=[request.member.zone.slug, run.pk]))


@require_GET
@zone_page()
def one(request: MemberRequest, run: UUID) -> HttpResponse:
    """One import: its progress, its columns, its rows or its result, as far as it has come."""
    return run_response(request, run_or_404(request, run))


@require_GET
@zone_page()
def progress(request: MemberRequest, run: UUID) -> HttpResponse:
    """How far the worker has come; asks the whole page anew when a step is done."""
    held = run_or_404(request, run)
    if not getattr(request, "htmx", False):
        return see_other(reverse("exchange:import", args=[request.member.zone.slug, held.pk]))
    if not held.is_working:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "exchange/import_run.html#progress", {"run": held})


@require_GET
@zone_page()
def download(request: MemberRequest, run: UUID) -> HttpResponse:
    """The file as it came, never shown in the browser: it may hold anything."""
    held = run_or_404(request, run)
    response = FileResponse(
        held.file.open("rb"), as_attachment=True, filename=held.filename, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return cast(HttpResponse, response)


def run_or_404(request: MemberRequest, run: UUID) -> ImportRun:
    """The import, when the member may see it."""
    rows = ImportRun.objects.visible_to(request.member).select_related("audience", "uploaded__actor", "zone")
    return get_object_or_404(rows, pk=run)


def run_response(
    request: MemberRequest, run: ImportRun, *, wrong: str = "", status: int = 200, **more: Any
) -> HttpResponse:
    """The page of an import, with what went wrong when something did."""
    member = request.member
    context: dict[str, Any] = {
        "room": "exchange",
        "run": run,
        "wrong": wrong,
        "may_record": may_record(member),
        "oddities": oddities_of(run.reading),
        "wide": run.state in ROWS_SHOWN,
    }
    if run.state == RunState.MAPPING:
        context |= {"columns": column_lines(run), "fields": FIELDS}
    elif run.state in ROWS_SHOWN and run.counts:
        fate = fate_said(request.GET)
        after = whole_or_none(request.GET.get("after", ""))
        context |= {
            "counts": fate_counts(run),
            "fate": fate.value if fate else "",
            "page": row_page(member, run, fate=fate, after=after, language=get_language() or "en"),
            "is_first": after is None,
            "brought": sum(run.counts.get(each, 0) for each in (Fate.NEW, Fate.ADDS, Fate.ASKED, Fate.CONFLICT)),
        }
    return render(request, "exchange/import_run.html", context | more, status=status)


def _list(request: MemberRequest, form: BringForm, status: int = 200) -> HttpResponse:
    context = {
        "room": "exchange",
        "page": run_page(request.member, before=id_or_none(request.GET.get("before", ""))),
        "form": form,
        "may_record": may_record(request.member),
        "title": gettext("Import"),
    }
    return render(request, "exchange/import_list.html", context, status=status)
