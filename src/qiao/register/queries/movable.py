"""What is said of a group, source by source, for choosing what is said of somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.register.models import Claim, Entity
from qiao.register.queries.about import said_about, said_elsewhere
from qiao.register.queries.groups import visible_records
from qiao.register.queries.lines import Line, line_of
from qiao.register.queries.sources import SourceName, source_name
from qiao.register.queries.words import Speech, speech
from qiao.zones.models import Membership


@dataclass(frozen=True)
class SourceClaims:
    """One source and the claims read in it."""

    source: SourceName
    lines: tuple[Line, ...]


def movable_claims(member: Membership, entity: Entity) -> list[Claim]:
    """The live claims about the group of an entity, or towards it, that the member sees, in every room's tables."""
    records = visible_records(entity, member)
    return [*said_about(member, records, Moment()), *said_elsewhere(member, records, Moment())]


def chosen_claims(claims: Sequence[Claim], ids: Iterable[UUID]) -> list[Claim]:
    """Those of the claims that a form names."""
    wanted = set(ids)
    return [claim for claim in claims if claim.pk in wanted]


def by_source(claims: Sequence[Claim], language: str, slug: str) -> tuple[SourceClaims, ...]:
    """The claims under their sources, the source that says most in front."""
    spoken: Speech = speech(claims, language, slug)
    told: dict[UUID, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.evidence.source_id].append(claim)
    sources = sorted(told.values(), key=lambda found: (-len(found), str(found[0].evidence.source_id)))
    return tuple(
        SourceClaims(source_name(found[0].evidence.source), tuple(line_of(claim, spoken) for claim in found))
        for found in sources
    )
