"""The rows of an import with their fates, as a table to take along."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import cast
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET

from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.queries.pages import RowLine, row_lines
from qiao.exchange.views.runs import run_or_404
from qiao.kit.batches import batches
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.models import Membership

BATCH = 500
BOM = "\ufeff"  # tells a spreadsheet that this is UTF-8


@require_GET
@zone_page()
def rows_csv(request: MemberRequest, run: UUID) -> HttpResponse:
    """Every row of the file in its order: number, fate, why, record, then its cells. Streamed, memory flat."""
    held = run_or_404(request, run)
    address = request.build_absolute_uri(reverse("register:parties", args=[request.member.zone.slug]))
    lines = _lines(request.member, held, address, get_language() or "en")
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{held.pk}.csv"'
    return cast(HttpResponse, response)


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _lines(member: Membership, run: ImportRun, register: str, language: str) -> Iterator[str]:
    write = csv.writer(_Echo()).writerow
    head = (gettext("Row"), gettext("What became of it"), gettext("Why"), gettext("Decision"), gettext("Record"))
    yield BOM + str(write([*head, *map(_safe, run.columns)]))
    rows = ImportRow.objects.filter(zone=run.zone_id, run=run).order_by("ordinal")
    for part in batches(rows.iterator(chunk_size=BATCH), BATCH):
        for row, line in zip(part, row_lines(member, run, part, language), strict=True):
            yield str(write([row.number, *_said(line), _record(line, register), *map(_safe, row.cells)]))


def _said(line: RowLine) -> tuple[str, str, str]:
    why = [line.why or line.how]
    if line.like_row is not None:
        why.append(gettext("row %(number)d") % {"number": line.like_row})
    why += [f"{each.question}: {each.known} / {each.said}" for each in line.disputes if each.known]
    decision = str(line.decision.label) if line.decision else ""
    return str(line.fate.label), _safe("; ".join(filter(None, why))), decision


def _record(line: RowLine, register: str) -> str:
    """The address of the record that the row stands on or was held against, when the reader may see it."""
    party = line.record or line.party
    return f"{register}{party.id}/" if party is not None else ""


def _safe(cell: str) -> str:
    """A cell that a spreadsheet shows and does not work out."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
