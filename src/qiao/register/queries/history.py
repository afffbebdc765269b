"""All that was ever said about a group, as the actions that said it, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from qiao.register.models import Claim, Judgement
from qiao.register.models.audience import audience_allows
from qiao.register.queries.claim import fetched
from qiao.register.queries.judgements import reason_words
from qiao.register.queries.lines import Line, line_of
from qiao.register.queries.undoable import undone_ids
from qiao.register.queries.words import Piece, speech
from qiao.register.verbs import is_undone_here, verb_words
from qiao.zones.models import Action, Membership

PAGE = 60  # actions


@dataclass(frozen=True)
class Change:
    """One thing an action did: said something new, withdrew it, or put one value for another."""

    kind: str  # recorded, withdrawn or replaced
    line: Line
    earlier: Line | None = None
    because: str = ""
    source: str = ""


@dataclass(frozen=True)
class JudgedPair:
    """A judgement that an action made or withdrew."""

    verdict_words: str
    left: Piece
    right: Piece
    reasons: tuple[str, ...]
    withdrawn: bool


@dataclass(frozen=True)
class Entry:
    """One action: who did what when, and what it changed here."""

    action_id: UUID
    verb: str
    by: str
    at: datetime
    changes: tuple[Change, ...]
    pairs: tuple[JudgedPair, ...]
    undone: bool
    may_undo: bool


@dataclass
class _Touched:
    action: Action
    recorded: list[Claim] = field(default_factory=list)
    withdrawn: list[Claim] = field(default_factory=list)
    judged: list[Judgement] = field(default_factory=list)
    lifted: list[Judgement] = field(default_factory=list)


def history(
    member: Membership, records: Sequence[UUID], language: str, before: datetime | None = None
) -> tuple[list[Entry], datetime | None]:
    """The latest actions that touched claims or judgements of these records, and where the next page begins.

    Claims the member may not see are left out, and so are actions that then have nothing to show.
    """
    claims = [claim for table in Claim.kinds() for claim in _claims(table, member, records)]
    touched = _by_action(claims, _judgements(member, records))
    entries = sorted(touched.values(), key=lambda one: (one.action.at, one.action.pk), reverse=True)
    if before is not None:
        entries = [one for one in entries if one.action.at < before]
    page = entries[:PAGE]
    undone = undone_ids(member, [one.action.pk for one in page])
    spoken = speech(claims, language, member.zone.slug)
    names = _pair_names(page, language, member.zone.slug)
    made = [_entry(one, undone, spoken, names) for one in page]
    return made, page[-1].action.at if len(entries) > PAGE else None


def _claims(table: type[Claim], member: Membership, records: Sequence[UUID]) -> list[Claim]:
    about = Q(subject_id__in=records)
    if any(column.name == "object" for column in table._meta.concrete_fields):
        about |= Q(object_id__in=records)
    return list(fetched(table, member).filter(about).order_by("id"))


def _judgements(member: Membership, records: Sequence[UUID]) -> list[Judgement]:
    return list(
        Judgement.objects.visible_to(member)
        .filter(Q(left__in=records) | Q(right__in=records))
        .filter(audience_allows(member, "left__audience"), audience_allows(member, "right__audience"))
        .select_related("left", "right", "recorded__actor", "withdrawn__actor")
    )


def _by_action(claims: list[Claim], judgements: list[Judgement]) -> dict[UUID, _Touched]:
    touched: dict[UUID, _Touched] = {}

    def of(action: Action) -> _Touched:
        return touched.setdefault(action.pk, _Touched(action))

    for claim in claims:
        of(claim.recorded).recorded.append(claim)
        if claim.withdrawn is not None:
            of(claim.withdrawn).withdrawn.append(claim)
    for judgement in judgements:
        of(judgement.recorded).judged.append(judgement)
        if judgement.withdrawn is not None:
            of(judgement.withdrawn).lifted.append(judgement)
    return touched


def _pair_names(page: list[_Touched], language: str, slug: str) -> Any:
    from qiao.register.queries.labels import called
    from qiao.register.queries.words import Speech

    ids = {side for one in page for j in [*one.judged, *one.lifted] for side in (j.left_id, j.right_id)}
    return Speech(language, slug, called(ids, language))


def _entry(one: _Touched, undone: frozenset[UUID], spoken: Any, names: Any) -> Entry:
    action = one.action
    return Entry(
        action_id=action.pk,
        verb=verb_words(action.verb),
        by=str(action.actor or ""),
        at=action.at,
        changes=tuple(_changes(one, spoken)),
        pairs=tuple(
            JudgedPair(
                str(judgement.get_verdict_display()),
                names.entity(judgement.left),
                names.entity(judgement.right),
                reason_words(judgement.reasons),
                withdrawn,
            )
            for judgements, withdrawn in ((one.judged, False), (one.lifted, True))
            for judgement in judgements
        ),
        undone=action.pk in undone,
        may_undo=action.pk not in undone and is_undone_here(action.verb),
    )


def _changes(one: _Touched, spoken: Any) -> list[Change]:
    gone = {claim.pk: claim for claim in one.withdrawn}
    changes = []
    for claim in one.recorded:
        earlier = gone.pop(claim.replaces_id, None) if claim.replaces_id else None
        source = claim.evidence.source.title
        if earlier is None:
            changes.append(Change("recorded", line_of(claim, spoken), source=source))
        else:
            was = line_of(earlier, spoken)
            because = earlier.withdrawn_because
            changes.append(Change("replaced", line_of(claim, spoken), was, because, source))
    for claim in gone.values():
        changes.append(Change("withdrawn", line_of(claim, spoken), because=claim.withdrawn_because))
    return changes
