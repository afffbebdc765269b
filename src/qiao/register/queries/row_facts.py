"""What the rows of a list are read from: places, posts and sources of many parties, each table asked once.

Ids are left as the database writes them: they only lead from one query to the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from qiao.kit.kept_query import Among, PlainId
from qiao.register.enums import TieKind
from qiao.register.models import Claim, Entity, Location, Tie
from qiao.register.queries.shown import standing_of
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor

Values = tuple[Any, ...]
_WEIGHED = ("subject_id", "id", "evidence__source__kind", "recorded__at", "evidence__source_id")


class Place(NamedTuple):
    """Where a party is, as its source wrote it."""

    text: str
    country: str


class Post(NamedTuple):
    """What a person is and in which house; the house is without a name when it has none in any language."""

    role: str
    house: str
    language: str


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Party -> what its row shows."""

    places: Mapping[PlainId, Place]
    posts: Mapping[PlainId, Post]
    sources: Mapping[PlainId, int]


def row_facts(member: Membership, record_of: Mapping[PlainId, PlainId], language: str) -> RowFacts:
    """What is known of these parties at a glance: three queries.

    record_of    record, one that the member may see -> the party that stands for its group.
    """
    ids = list(record_of)
    places = _PLACES.ask(member, ids=ids)
    ties = _TIES.ask(member, language, ids=ids)
    cited = _CITED.ask(member, ids=ids)
    posts = ((*tie[:5], tie[6], tie[7] or "", tie[8] or "") for tie in ties if tie[5] == TieKind.HOLDS_POST)
    told = {(record_of[row[0]], row[-1]) for row in cited}
    told |= {(record_of[row[0]], row[4]) for claims in (places, ties) for row in claims}
    sources: dict[PlainId, int] = defaultdict(int)
    for party, _source in told:
        sources[party] += 1
    return RowFacts(
        places={party: Place(*values) for party, values in _first(places, record_of)},
        posts={party: Post(*values) for party, values in _first(posts, record_of)},
        sources=sources,
    )


def grouped(member: Membership, groups: Sequence[PlainId]) -> list[tuple[PlainId, PlainId]]:
    """Records of these groups that the member may see, each with its group."""
    return _GROUPED.ask(member, ids=groups)


def _first(claims: Iterable[Values], record_of: Mapping[PlainId, PlainId]) -> Iterator[tuple[PlainId, Values]]:
    """Each party with the values to show of the claims about it: what `shown` would put first."""
    best: dict[PlainId, Values] = {}
    for claim in claims:
        party = record_of[claim[0]]
        held = best.get(party)
        if held is None or _standing(claim) < _standing(held):
            best[party] = claim
    return ((party, claim[len(_WEIGHED) :]) for party, claim in best.items())


def _standing(claim: Values) -> tuple[int, float, str]:
    key: UUID | str = claim[1]
    kind: str = claim[2]
    recorded_at: datetime = claim[3]
    return standing_of(kind, recorded_at, key if isinstance(key, UUID) else UUID(key))


def _live(member: Membership, table: type[Claim]) -> QuerySet[Any, Any]:
    claims = table._default_manager.visible_to(member).live()  # type: ignore[attr-defined]  # every claim's manager
    return claims.filter(Among("subject_id"))  # type: ignore[no-any-return]  # rows of that manager


def _ties(member: Membership, language: str) -> QuerySet[Any, Any]:
    """All ties of parties, posts with what the house is called."""
    spoken = Q(object__labels__zone=member.zone_id, object__labels__language=language)
    label = FilteredRelation("object__labels", condition=spoken)
    ties = _live(member, Tie).annotate(house=label, called=F("house__text"), spoken=F("house__text_language"))
    return ties.values_list(*_WEIGHED, "kind", "role", "called", "spoken")  # type: ignore[no-any-return]  # the same


def _cited(member: Membership) -> QuerySet[Any, Any]:
    """Subject and source of claims in the tables that are not read otherwise."""
    parts = [
        _live(member, table).order_by().values_list("subject_id", "evidence__source_id")
        for table in Claim.kinds()
        if table not in (Location, Tie)
    ]
    return parts[0].union(*parts[1:])  # type: ignore[no-any-return]  # rows of a claim's manager


_PLACES = KeptFor(lambda member: _live(member, Location).values_list(*_WEIGHED, "place", "country"), plain_ids=True)
_TIES = KeptFor(_ties, plain_ids=True)
_CITED = KeptFor(_cited, plain_ids=True)
_GROUPED = KeptFor(
    lambda member: Entity.objects.visible_to(member).filter(Among("canonical_id")).values_list("id", "canonical_id"),
    plain_ids=True,
)
