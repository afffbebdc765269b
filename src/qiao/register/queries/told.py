"""Claims about some records, as they stand now: queries that each page asks, and that are therefore kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, Q, QuerySet

from qiao.kit.kept_query import Among
from qiao.register.models import Claim
from qiao.zones.models import Membership, Zone
from qiao.zones.queries.kept import KeptFor

C = TypeVar("C", bound=Claim)

SOURCED = ("evidence__source__stated_by", "recorded__actor", "subject")
HEAVY = ("evidence__source__text", "evidence__quote")


def has_object(table: type[Claim]) -> bool:
    """Whether a claim of this table names a second record."""
    return any(column.name == "object" for column in table._meta.concrete_fields)


def told_now(table: type[C], member: Membership, records: Iterable[UUID], *more: str, either: bool = False) -> list[C]:
    """The live claims about these records that a member may see, with what is needed to weigh them, by id.

    more      further relations to fetch with them.
    either    those that name one of the records as their object too.
    """
    return _TOLD.ask(member, table, either, *more, ids=list(records))


def _told(member: Membership, table: type[Claim], either: bool, *more: str) -> QuerySet[Any, Any]:
    claims = table._default_manager.visible_to(member).live().filter(naming(table, either))  # type: ignore[attr-defined]  # every claim's manager
    return claims.select_related(*SOURCED, *more).defer(*HEAVY).order_by("id")  # type: ignore[no-any-return]  # rows of that manager


def cited_now(table: type[Claim], member: Membership, records: Iterable[UUID]) -> list[tuple[UUID, UUID, int | None]]:
    """Evidence, source and start of what the live claims that name these records rest on."""
    return _CITED.ask(member, table, ids=list(records))


def _cited(member: Membership, table: type[Claim]) -> QuerySet[Any, Any]:
    claims = table._default_manager.visible_to(member).live().filter(naming(table, True))  # type: ignore[attr-defined]  # every claim's manager
    return claims.values_list("evidence_id", "evidence__source_id", "evidence__start")  # type: ignore[no-any-return]  # rows of that manager


def naming(table: type[Claim], either: bool) -> Q:
    """Claims whose subject, or with `either` whose object, is among the ids that a kept query is asked with."""
    about = Q(Among("subject_id"))
    return about | Q(Among("object_id")) if either and has_object(table) else about


def tables_told(member: Membership, records: Iterable[UUID]) -> frozenset[type[Claim]]:
    """The tables that hold a live claim, seen by the member, whose subject or object is one of these records."""
    (found,) = _SPEAKING.ask(member, ids=list(records)) or [()]
    return frozenset(table for (table, _end), told in zip(_ends(), found, strict=False) if told)


def _ends() -> list[tuple[type[Claim], str]]:
    """Each table with each end by which its claims name a record."""
    return [
        (table, end)
        for table in Claim.kinds()
        for end in (("subject_id", "object_id") if has_object(table) else ("subject_id",))
    ]


def _speaking(member: Membership) -> QuerySet[Any, Any]:
    """One column for each table and end: asked one by one, each enters its own index and stops at the first claim."""
    told = [
        Exists(table._default_manager.visible_to(member).live().filter(Among(end)).order_by())  # type: ignore[attr-defined]  # every claim's manager
        for table, end in _ends()
    ]
    return Zone.objects.filter(pk=member.zone_id).values_list(*told)


_TOLD = KeptFor(_told)
_CITED = KeptFor(_cited)
_SPEAKING = KeptFor(_speaking)
