"""The agreements a party is a side of, and how far each has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.partnerships.enums import Step
from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.models import Entity
from qiao.register.queries.claim import fetched
from qiao.register.queries.shown import shown
from qiao.register.queries.words import Piece, Speech, speech
from qiao.zones.models import Membership


@dataclass(frozen=True)
class AgreementLine:
    """One agreement: the claim of its standing, instrument and rung, how it is meant, and the other sides."""

    claim_id: UUID
    table: str
    instrument: str
    step: str
    rung: int
    modality: str
    modality_words: str
    page: Piece
    others: tuple[Piece, ...]


def agreements(
    member: Membership, records: Sequence[UUID], *, moment: Moment, language: str
) -> tuple[AgreementLine, ...]:
    """Agreements that name one of these records, the highest rung first."""
    sides = fetched(AgreementParty, member).known_at(moment.as_of).holding_on(moment.on)
    own = {side.subject.canonical_id: side for side in sides.filter(object_id__in=list(records))}
    if not own:
        return ()
    groups = dict(Entity.objects.visible_to(member).filter(canonical__in=own).values_list("id", "canonical_id"))
    standings = fetched(Standing, member).known_at(moment.as_of).filter(subject_id__in=list(groups))
    others = list(sides.filter(subject_id__in=list(groups)).exclude(object_id__in=list(records)))
    spoken = speech([*own.values(), *others], language, member.zone.slug)
    stand: dict[UUID, list[Standing]] = defaultdict(list)
    for standing in standings.order_by("id"):
        stand[groups[standing.subject_id]].append(standing)
    lines = [
        _line(side, stand[group], [one for one in others if groups[one.subject_id] == group], spoken)
        for group, side in own.items()
    ]
    return tuple(sorted(lines, key=lambda line: (line.modality != "fact", -line.rung)))


def _line(
    side: AgreementParty, standings: list[Standing], others: list[AgreementParty], spoken: Speech
) -> AgreementLine:
    choice = shown(standings)
    claim = choice.first.claim if choice else side
    standing = claim if isinstance(claim, Standing) else None
    return AgreementLine(
        claim_id=claim.pk,
        table=str(claim._meta.model_name),
        instrument=str(standing.get_instrument_display()) if standing else "",
        step=str(standing.get_step_display()) if standing else "",
        rung=Step(standing.step).rung if standing else 0,
        modality=claim.modality,
        modality_words=str(claim.get_modality_display()),
        page=spoken.entity(side.subject),
        others=tuple(dict.fromkeys(spoken.entity(other.object) for other in others)),
    )
