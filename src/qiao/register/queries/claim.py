"""The page about one claim: its value, who tells it, who contradicts it, and how it came and went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.register.models import Claim
from qiao.register.queries.about import HEAVY, SOURCED
from qiao.register.queries.groups import visible_records
from qiao.register.queries.lines import Line, holds, line_of, line_told
from qiao.register.queries.passages import Passage, passages
from qiao.register.queries.preferred import preferred_ids
from qiao.register.queries.shown import Shown, ShownBy, Told, shown
from qiao.register.queries.sources import SourceName, source_name
from qiao.register.queries.words import Piece, Speech, speech
from qiao.zones.models import Action, Membership

VERSIONS_AT_MOST = 30


@dataclass(frozen=True)
class Teller:
    """One claim that tells a value: where it was read, by whom it was recorded."""

    claim_id: UUID
    source: SourceName
    passage: Passage | None
    holds: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Value:
    """One answer to the question of the page, and who tells it."""

    line: Line
    tellers: tuple[Teller, ...]
    is_shown: bool
    is_this: bool


@dataclass(frozen=True)
class Version:
    """What the claim said at one time, when that was recorded, and when and why it was withdrawn."""

    line: Line
    recorded: Action
    withdrawn: Action | None
    because: str
    is_this: bool


@dataclass(frozen=True)
class ClaimPage:
    """What the page about one claim prints. `values` has the one shown first."""

    claim: Claim
    line: Line
    subject: Piece
    values: tuple[Value, ...]
    rule: ShownBy | None
    versions: tuple[Version, ...]

    @property
    def others(self) -> tuple[Value, ...]:
        return tuple(value for value in self.values if not value.is_this)

    @property
    def tellers(self) -> tuple[Teller, ...]:
        return tuple(teller for value in self.values if value.is_this for teller in value.tellers)

    @property
    def is_shown(self) -> bool:
        """Whether this is the value that pages show."""
        return any(value.is_this and value.is_shown for value in self.values)


def fetched(table: type[Claim], member: Membership) -> Any:
    """Claims of a table that the member may see, with what is needed to put them into words."""
    more = [name for name in ("object", "segment") if _has(table, name)]
    return (
        table._default_manager.visible_to(member)  # type: ignore[attr-defined]  # every claim's manager
        .select_related(*SOURCED, "withdrawn__actor", *more)
        .defer(*HEAVY)
    )


def claim_page(member: Membership, claim: Claim, *, moment: Moment, language: str) -> ClaimPage:
    """Everything about one claim. `claim` comes from `fetched`."""
    rivals = _rivals(member, claim, moment)
    versions = _versions(member, claim)
    spoken = speech([claim, *rivals, *versions], language, member.zone.slug)
    records = visible_records(claim.subject, member, as_of=moment.as_of)
    choice = shown(rivals, preferred_ids(member.zone_id, records, as_of=moment.as_of))
    cited = passages(member, {rival.evidence_id for rival in [claim, *rivals]})
    return ClaimPage(
        claim=claim,
        line=line_of(claim, spoken),
        subject=spoken.entity(claim.subject),
        values=_values(claim, choice, cited, spoken),
        rule=choice.rule if choice else None,
        versions=tuple(_version(version, claim, spoken) for version in versions),
    )


def _rivals(member: Membership, claim: Claim, moment: Moment) -> list[Claim]:
    """Claims about the same group that answer the same question, this one among them while it stands."""
    records = visible_records(claim.subject, member, as_of=moment.as_of)
    told = fetched(type(claim), member).known_at(moment.as_of).holding_on(moment.on)
    told = told.filter(subject_id__in=records).order_by("id")
    return [rival for rival in told if _is_rival(rival, claim)]


def _is_rival(rival: Claim, claim: Claim) -> bool:
    """Where many answers may be true at once, only the same answer is of interest."""
    if rival.question != claim.question:
        return False
    return (rival.is_exclusive and claim.is_exclusive) or rival.answer == claim.answer


def _values(claim: Claim, choice: Shown[Claim] | None, cited: dict[UUID, Passage], spoken: Speech) -> tuple[Value, ...]:
    told: Sequence[Told[Claim]] = (choice.first, *choice.others) if choice else ()
    if not any(claim.pk == one.pk for value in told for one in value.claims):
        told = (*told, Told((claim,)))
    return tuple(
        Value(
            line=line_told(value, spoken),
            tellers=tuple(_teller(one, cited, spoken.language) for one in value.claims),
            is_shown=choice is not None and value is choice.first,
            is_this=any(one.pk == claim.pk for one in value.claims),
        )
        for value in told
    )


def _teller(claim: Claim, cited: dict[UUID, Passage], language: str) -> Teller:
    return Teller(
        claim_id=claim.pk,
        source=source_name(claim.evidence.source),
        passage=cited.get(claim.evidence_id),
        holds=holds(claim, language),
        by=str(claim.recorded.actor or ""),
        at=claim.recorded.at,
    )


def _versions(member: Membership, claim: Claim) -> list[Claim]:
    """The claim, those it replaced and those that replaced it, the latest first."""
    table, found = type(claim), [claim]
    while found[-1].replaces_id and len(found) < VERSIONS_AT_MOST:
        earlier = fetched(table, member).filter(pk=found[-1].replaces_id).first()
        if earlier is None:
            break
        found.append(earlier)
    while len(found) < VERSIONS_AT_MOST:
        later = fetched(table, member).filter(replaces=found[0]).order_by("-id").first()
        if later is None:
            break
        found.insert(0, later)
    return found


def _version(version: Claim, claim: Claim, spoken: Speech) -> Version:
    return Version(
        line=line_of(version, spoken),
        recorded=version.recorded,
        withdrawn=version.withdrawn,
        because=version.withdrawn_because,
        is_this=version.pk == claim.pk,
    )


def _has(table: type[Claim], name: str) -> bool:
    return any(field.name == name for field in table._meta.concrete_fields)
