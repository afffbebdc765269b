"""Who the parties of a document may be: what the register offers, and what a member has said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Min, Q
from django.utils.translation import get_language

from qiao.intake import codes
from qiao.intake.enums import Identity
from qiao.intake.models import Document, ProposedParty
from qiao.intake.queries.readings import Words, words_of
from qiao.register.models import Entity, Label
from qiao.register.queries.search import search_entities
from qiao.zones.models import Membership


@dataclass(frozen=True)
class Known:
    """A record of the register, under the name that the reader is shown."""

    id: UUID
    name: Words
    kind: str


@dataclass(frozen=True)
class PartyLine:
    """One party of a document. `hint` is whom the register offers, `taken` whom it became."""

    id: UUID
    name: Words
    kind: str
    fact: int
    mentions: int
    hint: Known | None
    reason: str
    identity: Identity
    taken: Known | None

    @property
    def is_settled(self) -> bool:
        return self.taken is not None

    @property
    def asks(self) -> bool:
        """Whether somebody must say who this is."""
        return self.identity == Identity.OPEN and self.hint is not None and self.taken is None


def party_lines(document: Document, member: Membership, language: str, *, only: UUID | None = None) -> list[PartyLine]:
    """The parties in the order in which the document names them, those that ask in front; or `only` one."""
    asked = ProposedParty.objects.visible_to(member).filter(document=document)
    parties = list(
        (asked.filter(pk=only) if only else asked)
        .annotate(first=Min("proposals__position"), mentions=Count("proposals"))
        .filter(Q(mentions__gt=0) | Q(entity__isnull=False))
        .order_by(F("first").asc(nulls_last=True), "id")
    )
    ids = {pk for party in parties for pk in (party.hint_id, party.entity_id) if pk}
    known = known_entities(member, ids)
    lines = [_line(party, known, language) for party in parties]
    return sorted(lines, key=lambda line: (not line.asks, line.hint is None and not line.is_settled))


def _line(party: ProposedParty, known: dict[UUID, Known], language: str) -> PartyLine:
    first = getattr(party, "first", None)
    return PartyLine(
        party.pk,
        words_of(party.name, language),
        party.get_kind_display(),
        first + 1 if first is not None else 0,
        getattr(party, "mentions", 0),
        known.get(party.hint_id) if party.hint_id else None,
        str(codes.REASONS.get(party.reason, party.reason)),
        Identity(party.identity),
        known.get(party.entity_id) if party.entity_id else None,
    )


def known_entities(member: Membership, ids: Iterable[UUID]) -> dict[UUID, Known]:
    """The records that the member may see, each under its own label in the reader's language.

    The record that stands for the group may be kept to a circle: its label would tell of it.
    """
    entities = list(Entity.objects.visible_to(member).filter(id__in=list(ids)))
    labels = {
        label.entity_id: Words(label.text, label.text_language)
        for label in Label.objects.visible_to(member).filter(
            entity_id__in={entity.pk for entity in entities}, language=get_language() or "en"
        )
    }
    unnamed = Words("?")
    return {
        entity.pk: Known(entity.pk, labels.get(entity.pk, unnamed), entity.get_kind_display()) for entity in entities
    }


def candidates(member: Membership, party: ProposedParty, typed: str) -> list[Known]:
    """Records of the party's kind that bear a name like what was typed, at most twenty."""
    found = search_entities(member, typed).filter(kind=party.kind).order_by("id")[:20]
    known = known_entities(member, [entity.pk for entity in found])
    return list(known.values())
