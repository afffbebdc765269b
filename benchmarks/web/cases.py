"""What is asked of the product and of the floor: for each case, the same things in the same order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from urllib.parse import quote
from uuid import UUID

from django.db import connection

from benchmarks.web.client import Visitor
from benchmarks.web.requests import Case, Request
from benchmarks.web.typed import search_cases
from benchmarks.web.zone import SLUG
from qiao.register.models import Label, Source
from qiao.zones.models import Zone

PAGES = 500
ASKED = 40  # different parties or words for a case


def cases(visitor: Visitor) -> list[Case]:
    """All cases over the register that the visitor's server shows."""
    zone = Zone.objects.get(slug=SLUG)
    base, floor = f"/z/{SLUG}/register/", f"/floor/{SLUG}"
    far, mark = _page_after(visitor, base, PAGES)
    typical, busy = _houses(zone.pk, 30, 60), _houses(zone.pk, 1000, 10**9)[:4]
    narrowed = "?country=DE&segment=S2"
    return [
        Case("list, page 1", [Request(base)], [Request(f"{floor}/list")], 4, 3),
        Case(f"list, page {PAGES}", [Request(far)], [Request(f"{floor}/list?{mark}")], 4, 3),
        Case("filter, country and segment", [Request(base + narrowed)], [Request(f"{floor}/filter{narrowed}")], 4, 3),
        *search_cases(zone.pk, floor),
        Case("party, 30 to 60 meetings", *_pairs(typical, base, floor), 4, 3),
        Case("party, over 1000 meetings", *_pairs(busy, base, floor)),
        _entering(zone, typical, floor),
    ]


def _pairs(parties: Sequence[UUID], base: str, floor: str) -> tuple[list[Request], list[Request]]:
    return [Request(f"{base}{party}/") for party in parties], [Request(f"{floor}/party/{party}") for party in parties]


def _entering(zone: Zone, parties: Sequence[UUID], floor: str) -> Case:
    source = Source.objects.filter(zone=zone, stated_by__isnull=False).values_list("pk", flat=True)[0]
    said = {"kind": "visit", "days": "2026-03-03", "place": ""}
    return Case(
        "entering a meeting",
        [Request(f"/z/{SLUG}/meetings/new", {**said, "present": f"host:{party}"}) for party in parties],
        [Request(f"{floor}/meeting", {"party": str(party), "source": str(source)}) for party in parties],
        3,
        2,
    )


def _page_after(visitor: Visitor, base: str, pages: int) -> tuple[str, str]:
    """The address of a far page, reached by following the marks; and the floor's mark of the same place."""
    address = base
    for _ in range(pages - 1):
        _status, content = visitor.get(address)
        onward = re.search(rb'rel="next" href="([^"]+)"', content)
        if onward is None:
            break
        address = base + onward.group(1).decode().replace("&amp;", "&")
    found = re.search(r"after=([0-9a-f-]{36})", address)
    if found is None:
        return base, ""
    label = Label.objects.get(entity_id=UUID(found.group(1)), language="en")
    return address, f"key={quote(label.sort_key)}&id={label.entity_id.hex}"


def _houses(zone: UUID, least: int, most: int) -> list[UUID]:
    """Open organisations that were met so often, at most as many as are asked for, chosen by a fixed seed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.object_id FROM meetings_attendance a JOIN register_entity e ON e.id = a.object_id "
            "WHERE a.zone_id = %s AND e.kind = 'organisation' AND e.audience_id IS NULL "
            "GROUP BY a.object_id HAVING count(*) BETWEEN %s AND %s ORDER BY a.object_id",
            [zone.hex if connection.vendor == "sqlite" else zone, least, most],
        )
        found = [row[0] if isinstance(row[0], UUID) else UUID(row[0]) for row in cursor.fetchall()]
    return Random(1).sample(found, min(ASKED, len(found)))
