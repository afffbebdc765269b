"""Who the parties of a document may be: what the register offers, and what a member has said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Min, Q
from django.utils.translation import get_language

from qiao.intake.enums import Identity
from qiao.intake.models import Document, ProposedParty
from qiao.intake.queries.readings import Words, words_of
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, Label
from qiao.register.queries.identify import Hint, hints, record_named
from qiao.register.queries.listing import Wanted, party_list
from qiao.register.queries.reasons import code_words, reason_words
from qiao.register.queries.rows import PartyRow, party_rows
from qiao.zones.models import Membership

CANDIDATES = 20
NAMES = 8  # ways of writing a party that are looked for


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
        "; ".join(code_words([party.reason])),
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


@dataclass(frozen=True)
class Candidate:
    """A record that a party may be: where it is, whose it is; and how likely, where the names say so."""

    id: UUID
    name: Words
    about: tuple[Words, ...]
    percent: int
    why: tuple[str, ...]


def candidates(member: Membership, party: ProposedParty, typed: str) -> list[Candidate]:
    """Records of the party's kind: those its names make likely, then those that answer to what was typed; twenty."""
    language = get_language() or "en"
    kind = EntityKind(party.kind)
    names = [party.name, *party.proposals.values_list("quote", flat=True)[:NAMES]]
    likely = hints(party.zone, kind, record_named(kind, names)) if typed == party.name else []
    found = party_list(member, Wanted(kind=party.kind, typed=typed), language=language).rows[:CANDIDATES]
    labels = _labels_of(member, [hint.entity.pk for hint in likely], language)
    rows = {row.entity_id: row for row in (*party_rows(member, labels, typed="", language=language), *found)}
    told = {hint.entity.pk: hint for hint in likely}
    return [_candidate(row, told.get(row.entity_id)) for row in list(rows.values())[:CANDIDATES]]


def _labels_of(member: Membership, ids: list[UUID], language: str) -> list[Label]:
    """The labels of these records that the member may see, in their order."""
    seen = Entity.objects.visible_to(member).filter(id__in=ids)
    labels = Label.objects.visible_to(member).filter(entity__in=seen, language=language).select_related("entity")
    return sorted(labels, key=lambda label: ids.index(label.entity_id))


def _candidate(row: PartyRow, hint: Hint | None) -> Candidate:
    matched = (Words(row.matched.text, row.matched.language),) if row.matched else ()
    tie = tuple(Words(piece.text, piece.language) for piece in row.tie)
    return Candidate(
        id=row.entity_id,
        name=Words(row.name.text, row.name.language),
        about=(*matched, *((Words(row.country, ""),) if row.country else ()), *tie),
        percent=int(hint.score * 100) if hint else 0,
        why=tuple(reason_words(reason) for reason in hint.reasons[:3] if reason.weight > 0) if hint else (),
    )
