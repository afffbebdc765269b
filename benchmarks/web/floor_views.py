"""The floor: for each page measured, a bare view for a logged-in user that sends the one right SQL and writes JSON."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db import connection, transaction
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from benchmarks.web import floor_sql
from qiao.kit.ids import new_id


@login_required
def parties(request: HttpRequest, zone: UUID) -> JsonResponse:
    key, record = request.GET.get("key", ""), request.GET.get("id", "")
    return _rows(floor_sql.LIST, zone, "en", key, key, record or "0" * 32)


@login_required
def filtered(request: HttpRequest, zone: UUID) -> JsonResponse:
    return _rows(floor_sql.FILTER, zone, zone, request.GET["country"], zone, request.GET["segment"])


@login_required
def search(request: HttpRequest, zone: UUID) -> JsonResponse:
    """`ask` is in the language of the database's own index: what a developer who knows it would send."""
    return _rows(floor_sql.SEARCH[connection.vendor], request.GET["ask"], zone)


@login_required
def party(request: HttpRequest, zone: UUID, record: UUID) -> JsonResponse:
    return _rows(floor_sql.PARTY, *[zone, record] * 3)


@login_required
def meeting(request: HttpRequest, zone: UUID) -> JsonResponse:
    """The rows that a meeting of one party is, in one transaction."""
    if request.method != "POST":
        return JsonResponse({})
    now, party = timezone.now(), UUID(request.POST["party"])
    action, entity, evidence = new_id(), new_id(), new_id()
    source = UUID(request.POST["source"])
    with transaction.atomic(), connection.cursor() as cursor:
        for line, values in floor_sql.meeting_rows(zone, request.user.pk, action, entity, evidence, source, party, now):
            cursor.execute(line, [_bound(value) for value in values])
    return JsonResponse({"id": str(entity)})


def _rows(sql: str, *values: Any) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute(sql, [_bound(value) for value in values])
        return JsonResponse({"rows": [[str(cell) for cell in row] for row in cursor.fetchall()]})


def _bound(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value
