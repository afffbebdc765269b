"""The other side of a statement as the member sees it: the record that stands for it, and its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from qiao.exchange.export.party import Stated
from qiao.register.enums import SourceKind
from qiao.register.models import Entity, Name
from qiao.register.queries.labels import KIND_ORDER, READING_ORDER
from qiao.zones.models import Membership

COLUMNS = ("object_id", "to_id")
"""The columns of claims that lead to another record; its name is told beside it, as `object_name`."""

SOURCE_RANKS = {kind.value: kind.rank for kind in SourceKind}
KIND_RANKS = {kind.value: at for at, kind in enumerate(KIND_ORDER)}


def with_others(member: Membership, stated: dict[UUID, list[Stated]], language: str) -> dict[UUID, list[Stated]]:
    """The same statements, each with the record and the name of the other side, where it has one."""
    others = {one.value[column] for said in stated.values() for one in said for column in _columns(one)}
    if not others:
        return stated
    seen = Entity.objects.visible_to(member)
    group_of = dict(seen.filter(id__in=others).values_list("id", "canonical_id"))
    standing: dict[UUID, UUID] = {}
    canonical: dict[UUID, UUID] = {}
    for record, group in (
        seen.filter(canonical__in=set(group_of.values())).order_by("id").values_list("id", "canonical_id")
    ):
        standing.setdefault(group, record)
        canonical[record] = group
    names = _called(member, canonical, language)

    def whole(one: Stated) -> Stated:
        told: dict[str, Any] = {}
        for column in _columns(one):
            group = group_of[one.value[column]]
            told |= {column: standing[group], f"{column.removesuffix('_id')}_name": names.get(group, "")}
        return replace(one, value={**one.value, **told}) if told else one

    return {subject: [whole(one) for one in said] for subject, said in stated.items()}


def _columns(one: Stated) -> Iterable[str]:
    return [column for column in COLUMNS if column in one.value]


def _called(member: Membership, canonical: Mapping[UUID, UUID], language: str) -> dict[UUID, str]:
    """Group -> its name in the language, among those the member sees."""
    order = READING_ORDER.get(language, ())
    names = Name.objects.visible_to(member).live().filter(subject_id__in=list(canonical)).exclude(modality="denial")
    best: dict[UUID, tuple[tuple[Any, ...], str]] = {}
    told = names.order_by().values_list("subject_id", "text", "language", "kind", "evidence__source__kind", "id")
    for record, text, spoken, kind, source, claim in told:
        by_language = order.index(spoken) if spoken in order else len(order)
        standing = (by_language, KIND_RANKS[kind], SOURCE_RANKS[source], claim)
        group = canonical[record]
        if group not in best or standing < best[group][0]:
            best[group] = standing, text
    return {group: text for group, (_standing, text) in best.items()}
