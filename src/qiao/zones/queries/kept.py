"""Kept queries about a zone's rows, asked by a member: who may see what is built into them as everywhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from qiao.kit.kept_query import Kept
from qiao.zones.models import Membership, Role

# Stand-ins: what no row has.
ZONE = UUID("00000000-0000-4000-8000-00000000002a")
ID = UUID("00000000-0000-4000-8000-00000000002b")

INSTANT = datetime(1, 2, 3, tzinfo=UTC)


class KeptFor:
    """A query that begins with `.visible_to(member)`, built once for each role and number of circles.

    build    member, and what else is part of its shape -> the query. The member it is given is a stand-in: it may
             be asked only what decides who sees what, which is its zone, its role and its circles. `ID` and
             `INSTANT` stand for one id and one instant, `text_given(name)` for a text, `Among(path, name)` for any
             number of ids.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], *, plain_ids: bool = False) -> None:
        self._build = build
        self._kept = Kept(self._built, plain_ids=plain_ids)

    def ask(self, member: Membership, *how: Any, **values: Any) -> list[Any]:
        """The rows for this member; `how` is part of the shape, `values` fill the places."""
        circles = () if member.role == Role.DIRECTOR else tuple(sorted(member.circle_ids))  # a director sees all
        named = {_named(at): circle for at, circle in enumerate(circles)}
        shape = (str(member.role), len(circles), *how)
        return self._kept.ask(shape, _stand_ins(len(circles)), {"zone": member.zone_id, **named, **values})

    def _built(self, role: str, circles: int, *how: Any) -> QuerySet[Any, Any]:
        stand_in = Membership(zone_id=ZONE, role=role)
        stand_in.__dict__["circle_ids"] = frozenset(map(_circle, range(circles)))
        return self._build(stand_in, *how)


@lru_cache(maxsize=256)
def _stand_ins(circles: int) -> Mapping[UUID | datetime, str]:
    """What queries are built with for a member of so many circles -> the name of the value to ask with."""
    return {ZONE: "zone", ID: "id", INSTANT: "at", **{_circle(at): _named(at) for at in range(circles)}}


def _named(at: int) -> str:
    return f"circle {at}"


def _circle(at: int) -> UUID:
    return UUID(f"00000000-0000-4000-8001-{at:012x}")
