"""The floor: for each page measured, a bare view for a logged-in user that sends the one right SQL and writes JSON."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.http import JsonResponse
from django.utils import timezone

from benchmarks.web import floor_sql
from qiao.kit.ids import new_id
from qiao.zones.doors import MemberRequest, zone_page


@zone_page()
def parties(request: MemberRequest) -> JsonResponse:
    key, record = request.GET.get("key", ""), request.GET.get("id", "")
    return _rows(floor_sql.LIST, request.member.zone_id, "en", key, key, record or "0" * 32)


@zone_page()
def filtered(request: MemberRequest) -> JsonResponse:
    zone = request.member.zone_id
    return _rows(floor_sql.FILTER, zone, zone, request.GET["country"], zone, request.GET["segment"])


@zone_page()
def search(request: MemberRequest) -> JsonResponse:
    """`ask` is in the language of the database's own index: what a developer who knows it would send."""
    return _rows(floor_sql.SEARCH[connection.vendor], request.GET["ask"], request.member.zone_id)


@zone_page()
def party(request: MemberRequest, record: UUID) -> JsonResponse:
    return _rows(floor_sql.PARTY, *[request.member.zone_id, record] * 3)


@zone_page()
def meeting(request: MemberRequest) -> JsonResponse:
    """The rows that a meeting of one party is, in one transaction."""
    if request.method != "POST":
        return JsonResponse({})
    member, party, source = request.member, UUID(request.POST["party"]), UUID(request.POST["source"])
    ids = new_id(), new_id(), new_id()
    rows = floor_sql.meeting_rows(member.zone_id, member.user_id, *ids, source, party, timezone.now())
    with transaction.atomic(), connection.cursor() as cursor:
        for line, values in rows:
            cursor.execute(line, [_bound(value) for value in values])
    return JsonResponse({"id": str(ids[1])})


def _rows(sql: str, *values: Any) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute(sql, [_bound(value) for value in values])
        return JsonResponse({"rows": [[str(cell) for cell in row] for row in cursor.fetchall()]})


def _bound(value: Any) -> Any:
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value
