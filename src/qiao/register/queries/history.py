"""All that was ever said about a group, as the actions that said it, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from qiao.kit.kept_query import Among
from qiao.register.models import Claim, Judgement, Name, Preference
from qiao.register.queries.claim import fetched
from qiao.register.queries.labels import Called, called
from qiao.register.queries.lines import Line, line_of
from qiao.register.queries.reasons import code_words
from qiao.register.queries.told import naming
from qiao.register.queries.touching import actions_touching, judged_of
from qiao.register.queries.undoable import undone_ids
from qiao.register.queries.words import Piece, Speech, speech
from qiao.register.verbs import is_undone_here, verb_words
from qiao.zones.models import Action, Membership
from qiao.zones.queries.kept import KeptFor

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
    asked = actions_touching(member, records, before=before, limit=PAGE + 1)
    ids = asked[:PAGE]
    preferences = _preferences(member, records, ids)
    wanted = [preference.claim_id for preference in preferences]
    given = {"ids": list(records), "deeds": ids, "preferred": wanted or ids}  # no claim has the id of a deed
    claims = [claim for table in Claim.kinds() for claim in _CLAIMS.ask(member, table, **given)]
    touched = _by_action(claims, _judgements(member, records, ids), preferences)
    page = [touched[pk] for pk in ids if pk in touched]
    undone = undone_ids(member, ids)
    spoken = speech(claims, language, member.zone.slug)
    pairs = _pair_speech(member, page, records, language)
    made = [_entry(one, undone, spoken, pairs) for one in page]
    return made, ids[-1] if len(asked) > PAGE else None


def _claims(member: Membership, table: type[Claim]) -> Any:
    """Claims that name one of the records: begun or ended by one of the deeds, or among the preferred."""
    touched = Q(Among("recorded_id", "deeds")) | Q(Among("withdrawn_id", "deeds")) | Q(Among("id", "preferred"))
    return fetched(table, member).filter(naming(table, True)).filter(touched).order_by("id")


def _judgements(member: Membership, records: Sequence[UUID], deeds: Sequence[UUID]) -> list[Judgement]:
    return list(
        judged_of(member)
        .filter(Q(left__in=records) | Q(right__in=records))
        .filter(Q(recorded__in=deeds) | Q(withdrawn__in=deeds))
        .select_related("left", "right", "recorded__actor", "withdrawn__actor")
    )


def _preferences(member: Membership, records: Sequence[UUID], deeds: Sequence[UUID]) -> list[Preference]:
    rows = Preference.objects.visible_to(member).filter(subject__in=records)
    rows = rows.filter(Q(recorded__in=deeds) | Q(withdrawn__in=deeds))
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


def _pair_speech(member: Membership, page: list[_Touched], records: Sequence[UUID], language: str) -> Speech:
    """Names for the two sides of a judgement: a record by its own name where it has one, not by its group's."""
    ids = {side for one in page for j in [*one.judged, *one.lifted] for side in (j.left_id, j.right_id)}
    names = fetched(Name, member).filter(subject__in=ids.intersection(records)).order_by("-id") if ids else ()
    own = {name.subject_id: Called(name.subject.canonical_id, name.text, name.language) for name in names}
    return Speech(language, member.zone.slug, called(ids, language) | own)


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


_CLAIMS = KeptFor(_claims)
