"""The parties of a list with all that is said of them, some hundreds at a time, so that memory stays flat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from qiao.exchange.export.others import KIND_RANKS, SOURCE_RANKS, with_others
from qiao.exchange.export.party import Cited, Party, Stated
from qiao.register.models import (
    Claim,
    Classification,
    ContactPoint,
    Dating,
    Entity,
    Identifier,
    Label,
    Location,
    Name,
    Tie,
)
from qiao.register.queries.labels import READING_ORDER
from qiao.register.queries.listing import Wanted, labels_wanted
from qiao.register.queries.preferred import preferred_ids
from qiao.register.tables import slug_of
from qiao.zones.models import Membership

CHUNK = 400
Tables = Mapping[type[Claim], tuple[str, ...]]
TABLES: Tables = {
    Name: ("text", "language", "script", "kind"),
    Location: ("place", "country", "latitude", "longitude"),
    Identifier: ("scheme", "number"),
    ContactPoint: ("kind", "address"),
    Classification: ("segment__code",),
    Dating: ("start_date", "end_date"),
    Tie: ("kind", "role", "object_id"),
}
"""The tables of claims that are exported, and the columns that say what is claimed."""

_COMMON = (
    "id", "subject_id", "modality", "valid_from", "valid_until", "precision", "recorded__at", "evidence__source_id",
    "evidence__source__title", "evidence__source__kind", "evidence__source__published_date",
    "evidence__source__stated_by__name", "evidence__start", "evidence__end", "evidence__locator",
)  # fmt: skip


def parties(member: Membership, wanted: Wanted, language: str) -> Iterator[Party]:
    """The parties of the list that the member may see, in its order.

    language   of the interface: the order, and which name comes first.
    """
    labels = labels_wanted(member, wanted, language)
    page = list(labels[:CHUNK])
    while page:
        yield from _told(member, page, language)
        key, last = page[-1].sort_key, page[-1].entity_id
        onward = labels.filter(sort_key__gte=key).filter(Q(sort_key__gt=key) | Q(sort_key=key, entity_id__gt=last))
        page = list(onward[:CHUNK])


def party_count(member: Membership, wanted: Wanted, language: str) -> int:
    """How many they are."""
    return labels_wanted(member, wanted, language).order_by().count()


def _told(member: Membership, labels: Sequence[Label], language: str) -> Iterator[Party]:
    records = records_of(member, {label.entity.canonical_id: label.entity_id for label in labels})
    stated = stated_of(member, records, language, TABLES)
    for label in labels:
        said = stated.get(label.entity_id, [])
        name = best_name(said, language) or label.text
        yield Party(label.entity_id, label.entity.kind, tuple(records[label.entity_id]), name, tuple(said))


def records_of(member: Membership, groups: Mapping[UUID, UUID]) -> dict[UUID, list[UUID]]:
    """What stands for a group before the member -> the records of it that they see. groups   group -> what stands."""
    records: dict[UUID, list[UUID]] = defaultdict(list)
    seen = Entity.objects.visible_to(member).filter(canonical__in=groups).order_by("id")
    for record, group in seen.values_list("id", "canonical_id"):
        records[groups[group]].append(record)
    return records


def stated_of(
    member: Membership, records: Mapping[UUID, Sequence[UUID]], language: str, tables: Tables
) -> dict[UUID, list[Stated]]:
    """What stands for a group -> its claims in these tables, table by table, those to show first in front."""
    standing = {record: stands for stands, own in records.items() for record in own}
    preferred = preferred_ids(member.zone_id, standing)
    found: dict[UUID, list[tuple[tuple[Any, ...], Stated]]] = defaultdict(list)
    for at, (table, columns) in enumerate(tables.items()):
        for row in _rows(member, table, columns, standing):
            found[standing[row["subject_id"]]].append(
                ((at, *_rank(table, row, preferred)), _statement(table, row, columns))
            )
    ordered = {party: _in_order(ranked) for party, ranked in found.items()}
    return with_others(member, ordered, language)


def _rows(
    member: Membership, table: type[Claim], columns: tuple[str, ...], subjects: Iterable[UUID]
) -> Iterable[dict[str, Any]]:
    claims = table._default_manager.visible_to(member).live().about(subjects)  # type: ignore[attr-defined]  # every claim's
    return claims.order_by().values(*_COMMON, *columns)  # type: ignore[no-any-return]  # rows of a claim's manager


def _rank(table: type[Claim], row: Mapping[str, Any], preferred: frozenset[UUID]) -> tuple[Any, ...]:
    """Preferred by a person, then by kind of name, kind of source, and latest: the order in which pages show."""
    is_name = table is Name
    by_kind = KIND_RANKS[row["kind"]] if is_name else 0
    by_source = SOURCE_RANKS[row["evidence__source__kind"]]
    latest = 0.0 if is_name else -row["recorded__at"].timestamp()
    return row["id"] not in preferred, by_kind, by_source, latest, row["id"]


def _statement(table: type[Claim], row: Mapping[str, Any], columns: tuple[str, ...]) -> Stated:
    return Stated(
        claim_id=row["id"],
        table=slug_of(table),
        value={column.removesuffix("__code"): row[column] for column in columns},
        modality=row["modality"],
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        precision=row["precision"],
        cited=Cited(
            source_id=row["evidence__source_id"],
            title=_title(row),
            kind=row["evidence__source__kind"],
            published=row["evidence__source__published_date"],
            place=_place(row),
        ),
    )


def _title(row: Mapping[str, Any]) -> str:
    title = row["evidence__source__title"]
    if title:
        return str(title)
    member = row["evidence__source__stated_by__name"]
    return gettext("Stated by %(member)s") % {"member": member} if member else gettext("Untitled source")


def _place(row: Mapping[str, Any]) -> str:
    """The place in the source: as it is called, else its characters."""
    if row["evidence__locator"]:
        return str(row["evidence__locator"])
    start, end = row["evidence__start"], row["evidence__end"]
    return f"{start}–{end}" if start is not None else ""


def _in_order(ranked: list[tuple[tuple[Any, ...], Stated]]) -> list[Stated]:
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def best_name(said: Sequence[Stated], language: str) -> str:
    """The name to show in a language, of statements that are in order already; "" when there is none."""
    order = READING_ORDER.get(language, ())
    names = [one for one in said if one.table == "name" and one.modality != "denial"]

    def by_language(one: Stated) -> int:
        spoken = one.value["language"]
        return order.index(spoken) if spoken in order else len(order)

    return str(min(names, key=by_language).value["text"]) if names else ""
