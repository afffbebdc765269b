"""All that was ever said about a group, as the actions that said it, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from qiao.register.models import Claim, Judgement, Name, Preference
from qiao.register.models.audience import audience_allows
from qiao.register.queries.claim import fetched
from qiao.register.queries.labels import Called, called
from qiao.register.queries.lines import Line, line_of
from qiao.register.queries.reasons import code_words
from qiao.register.queries.undoable import undone_ids
from qiao.register.queries.words import Piece, Speech, speech
from qiao.register.verbs import is_undone_here, verb_words
from qiao.zones.models import Action, Membership

PAGE = 60  # actions


@dataclass(frozen=True)
class Change:
    """One thing an action did: said something new, withdrew it, put one value for another, or before others."""

    kind: str  # recorded, withdrawn, replaced, preferred or left (no longer preferred)
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
    preferred: list[Claim] = field(default_factory=list)
    left: list[Claim] = field(default_factory=list)


def history(
    member: Membership, records: Sequence[UUID], language: str, before: UUID | None = None
) -> tuple[list[Entry], UUID | None]:
    """The latest actions that touched claims or judgements of these records, and the mark of the next page.

    before    the mark: the last action of the page before. One that is not found begins at the top.

    Claims the member may not see are left out, and so are actions that then have nothing to show.
    """
    claims = [claim for table in Claim.kinds() for claim in _claims(table, member, records)]
    touched = _by_action(claims, _judgements(member, records), _preferences(member, records))
    entries = sorted(touched.values(), key=lambda one: (one.action.at, one.action.pk), reverse=True)
    ids = [one.action.pk for one in entries]
    first = ids.index(before) + 1 if before in ids else 0
    page = entries[first : first + PAGE]
    undone = undone_ids(member, [one.action.pk for one in page])
    spoken = speech(claims, language, member.zone.slug)
    pairs = _pair_speech(page, claims, language, member.zone.slug)
    made = [_entry(one, undone, spoken, pairs) for one in page]
    return made, page[-1].action.pk if len(entries) > first + PAGE else None


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


def _preferences(member: Membership, records: Sequence[UUID]) -> list[Preference]:
    rows = Preference.objects.visible_to(member).filter(subject__in=records)
    return list(rows.select_related("recorded__actor", "withdrawn__actor"))


def _by_action(claims: list[Claim], judgements: list[Judgement], preferences: list[Preference]) -> dict[UUID, _Touched]:
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
    seen = {claim.pk: claim for claim in claims}
    for preference in preferences:
        if preference.claim_id in seen:
            of(preference.recorded).preferred.append(seen[preference.claim_id])
            if preference.withdrawn is not None:
                of(preference.withdrawn).left.append(seen[preference.claim_id])
    return touched


def _pair_speech(page: list[_Touched], claims: list[Claim], language: str, slug: str) -> Speech:
    """Names for the two sides of a judgement: a record by its own name where it has one, not by its group's."""
    ids = {side for one in page for j in [*one.judged, *one.lifted] for side in (j.left_id, j.right_id)}
    own = {
        name.subject_id: Called(name.subject.canonical_id, name.text, name.language)
        for name in reversed(claims)
        if isinstance(name, Name) and name.subject_id in ids
    }
    return Speech(language, slug, called(ids, language) | own)


def _entry(one: _Touched, undone: frozenset[UUID], spoken: Speech, pairs: Speech) -> Entry:
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
                pairs.entity(judgement.left),
                pairs.entity(judgement.right),
                code_words(judgement.reasons),
                withdrawn,
            )
            for judgements, withdrawn in ((one.judged, False), (one.lifted, True))
            for judgement in judgements
        ),
        undone=action.pk in undone,
        may_undo=action.pk not in undone and is_undone_here(action.verb),
    )


def _changes(one: _Touched, spoken: Speech) -> list[Change]:
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
    changes += [Change("preferred", line_of(claim, spoken)) for claim in one.preferred]
    changes += [Change("left", line_of(claim, spoken)) for claim in one.left]
    return changes
