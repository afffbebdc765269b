"""Judgements of identity around a group, as a member may see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from qiao.kit.instants import Moment
from qiao.kit.kept_query import Among
from qiao.register.models import Judgement, Name
from qiao.register.models.audience import audience_allows
from qiao.register.queries.reasons import code_words
from qiao.register.queries.words import Piece, Speech
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor


@dataclass(frozen=True)
class JudgementLine:
    """One judgement: the verdict, the other record, why, by whom (empty for the machine, with its score) and when."""

    judgement_id: UUID
    verdict: str
    verdict_words: str
    other: Piece
    reasons: tuple[str, ...]
    by: str
    at: datetime
    percent: int | None


def judgements_of(member: Membership, records: Sequence[UUID], moment: Moment) -> list[Judgement]:
    """Standing judgements with one of these records on a side, both sides being visible to the member."""
    if moment.as_of is None:
        return _STANDING.ask(member, ids=list(records))
    standing = _seen(member).filter(Q(left__in=records) | Q(right__in=records), recorded__at__lte=moment.as_of)
    return list(standing.filter(Q(withdrawn__isnull=True) | Q(withdrawn__at__gt=moment.as_of)))


def _seen(member: Membership) -> QuerySet[Judgement]:
    both = audience_allows(member, "left__audience"), audience_allows(member, "right__audience")
    judged = Judgement.objects.visible_to(member).filter(*both)
    return judged.select_related("left", "right", "recorded__actor").order_by("id")


_STANDING = KeptFor(
    lambda member: _seen(member).filter(Q(Among("left_id")) | Q(Among("right_id")), withdrawn__isnull=True)
)


def judgement_lines(
    judgements: Iterable[Judgement], records: frozenset[UUID], names: Iterable[Name], speech: Speech
) -> tuple[JudgementLine, ...]:
    """The judgements in words. A record of the same group is called by its own name, not by the group's."""
    own = {name.subject_id: Piece(name.text, name.language) for name in reversed(list(names))}
    return tuple(_line(judgement, records, own, speech) for judgement in judgements)


def _line(judgement: Judgement, records: frozenset[UUID], own: dict[UUID, Piece], speech: Speech) -> JudgementLine:
    outside = judgement.left if judgement.left_id not in records else judgement.right
    inside = judgement.left_id in records and judgement.right_id in records
    other = speech.entity(outside)
    if inside and outside.pk in own:
        other = own[outside.pk]
    return JudgementLine(
        judgement_id=judgement.pk,
        verdict=judgement.verdict,
        verdict_words=str(judgement.get_verdict_display()),
        other=other,
        reasons=code_words(judgement.reasons),
        by=str(judgement.recorded.actor or ""),
        at=judgement.recorded.at,
        percent=None if judgement.score is None else int(judgement.score * 100),
    )
