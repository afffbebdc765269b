"""Groups of records laid side by side: what each says on every topic, what they share and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from qiao.engines.text.names import fold
from qiao.engines.text.places import find_place
from qiao.kit import show
from qiao.kit.domains import web_domain
from qiao.kit.instants import Moment
from qiao.kit.kept_query import AsIds, plain_id
from qiao.register.addresses import address_of
from qiao.register.enums import ContactKind, Modality
from qiao.register.models import Claim, ContactPoint, Entity, Location, Tie
from qiao.register.panels import last_met
from qiao.register.queries.about import Said, said_about
from qiao.register.queries.differences import differences
from qiao.register.queries.labels import best_name, called
from qiao.register.queries.titles import title_of_group
from qiao.register.queries.words import Piece, Speech, pieces
from qiao.zones.models import Membership

PRESENT = Moment()
TIES_SHOWN = 8


@dataclass(frozen=True)
class Value:
    """One value; `shared` when another of the groups says it too."""

    pieces: tuple[Piece, ...]
    shared: bool


@dataclass(frozen=True)
class Topic:
    """What the groups say on one topic, in their order, and whether they contradict each other."""

    title: str
    cells: tuple[tuple[Value, ...], ...]
    differs: bool


@dataclass(frozen=True)
class Side:
    """One group: the record it is named by, its title, where its page is, how many records and sources it has."""

    entity: Entity
    title: Piece
    records: tuple[UUID, ...]
    sources: int


@dataclass(frozen=True)
class SideBySide:
    """Two groups or more and their topics; topics on which nobody says anything are left out."""

    sides: tuple[Side, ...]
    topics: tuple[Topic, ...]

    @property
    def contradicts(self) -> bool:
        return any(topic.differs for topic in self.topics)

    @property
    def records(self) -> tuple[UUID, ...]:
        return tuple(record for side in self.sides for record in side.records)


Key = Callable[[Any], Hashable]


def side_by_side(member: Membership, entities: Sequence[Entity], language: str) -> SideBySide:
    """The groups of these entities as the member may see them.

    The number of queries does not depend on how many groups there are or how much is said.
    """
    groups = _records(member, entities)
    everything = [record for records in groups for record in records]
    said = said_about(member, everything, PRESENT)
    ends = {end for tie in said.ties for end in (tie.subject_id, tie.object_id)}
    speech = Speech(language, member.zone.slug, called(ends | set(everything), language))
    parts = [_part(said, records) for records in groups]
    ids = AsIds()
    met = {ids[record]: day for record, day in last_met(member, list(map(plain_id, everything))).items()}
    return SideBySide(
        sides=tuple(
            _side(member, entity, records, part, speech)
            for entity, records, part in zip(entities, groups, parts, strict=True)
        ),
        topics=tuple(_topics(said, parts, groups, speech, met)),
    )


def _records(member: Membership, entities: Sequence[Entity]) -> list[tuple[UUID, ...]]:
    canonical = {entity.canonical_id for entity in entities}
    seen = Entity.objects.visible_to(member).filter(canonical__in=canonical).order_by("id")
    pairs = list(seen.values_list("id", "canonical_id"))
    return [tuple(pk for pk, group in pairs if group == entity.canonical_id) for entity in entities]


def _part(said: Said, records: Sequence[UUID]) -> Said:
    """What is said of some of the records."""

    def told(claims: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(claim for claim in claims if claim.subject_id in records)

    ties = tuple(tie for tie in said.ties if tie.subject_id in records or tie.object_id in records)
    return Said(
        records=frozenset(records),
        names=told(said.names),
        locations=told(said.locations),
        identifiers=told(said.identifiers),
        contacts=told(said.contacts),
        classifications=told(said.classifications),
        datings=told(said.datings),
        ties=ties,
    )


def _side(member: Membership, entity: Entity, records: tuple[UUID, ...], part: Said, speech: Speech) -> Side:
    name = best_name(part.names, speech.language)
    title = Piece(name.text, name.language) if name else title_of_group(member, entity, records, speech.language)
    url = address_of(speech.slug, entity.kind, entity.pk)
    sources = len({claim.evidence.source_id for claim in part})
    return Side(entity, Piece(title.text, title.language, url), records, sources)


def _topics(
    said: Said, parts: Sequence[Said], groups: Sequence[Sequence[UUID]], speech: Speech, met: Mapping[UUID, Any]
) -> Iterable[Topic]:
    clashing = {
        claim.pk
        for difference in differences(_exclusive(said), frozenset())
        for told in difference.answers
        for claim in told.claims
    }
    telling: tuple[tuple[str, str, Key], ...] = (
        (gettext("Names"), "names", lambda claim: fold(claim.text)),
        (gettext("Place"), "locations", _where),
        (gettext("Numbers"), "identifiers", lambda claim: (claim.scheme, claim.number.casefold())),
        (gettext("Contacts"), "contacts", _reached),
        (gettext("Dates"), "datings", lambda claim: claim.answer),
        (gettext("Industry"), "classifications", lambda claim: claim.segment_id),
    )
    for title, column, key in telling:
        cells = [_values(getattr(part, column), key, speech) for part in parts]
        yield from _topic(title, cells, _differ([getattr(part, column) for part in parts], clashing))
    yield from _topic(gettext("Ties"), [_ties(part, speech) for part in parts], False)
    yield from _topic(gettext("Last met"), [_met(records, met, speech.language) for records in groups], False)


def _where(claim: Location) -> Hashable:
    """A town under any of its names is one place."""
    found = find_place(claim.place) if claim.place else None
    return (found.norm, found.country) if found else claim.answer


def _reached(claim: ContactPoint) -> Hashable:
    """A website under any of its addresses is one site."""
    return (claim.kind, web_domain(claim.address) if claim.kind == ContactKind.WEB else claim.address.casefold())


def _exclusive(said: Said) -> Iterable[Claim]:
    return (claim for claim in (*said.names, *said.locations, *said.identifiers, *said.datings) if claim.is_exclusive)


def _differ(cells: Sequence[Sequence[Claim]], clashing: set[UUID]) -> bool:
    """Whether two of the groups answer a question of one answer, each otherwise."""
    telling = [{claim.answer for claim in cell if claim.pk in clashing} for cell in cells]
    told = [answers for answers in telling if answers]
    return len(told) > 1 and any(one.isdisjoint(other) for at, one in enumerate(told) for other in told[at + 1 :])


Cell = dict[Hashable, tuple[Piece, ...]]


def _values(claims: Sequence[Claim], key: Key, speech: Speech) -> Cell:
    cell: Cell = {}
    for claim in claims:
        if claim.modality != Modality.DENIAL:
            cell.setdefault(key(claim), pieces(claim, speech))
    return cell


def _ties(part: Said, speech: Speech) -> Cell:
    """The parties a group is tied to, each with the relation as one of the claims words it."""
    cell: Cell = {}
    for tie in part.ties:
        if tie.modality == Modality.DENIAL:
            continue
        own = tie.subject_id in part.records
        other = tie.object if own else tie.subject
        cell.setdefault((tie.kind, own, other.canonical_id), _tie_words(tie, other, speech))
        if len(cell) == TIES_SHOWN:
            break
    return cell


def _tie_words(tie: Tie, other: Entity, speech: Speech) -> tuple[Piece, ...]:
    return (speech.entity(other), Piece(tie.role or str(tie.get_kind_display())))


def _met(records: Sequence[UUID], met: Mapping[UUID, Any], language: str) -> Cell:
    days = [met[record] for record in records if record in met]
    return {max(days): (Piece(show.day(max(days), language)),)} if days else {}


def _topic(title: str, cells: Sequence[Cell], differs: bool) -> Iterable[Topic]:
    if not any(cells):
        return
    keys = [set(cell) for cell in cells]
    shown = tuple(
        tuple(
            Value(words, any(key in other for at, other in enumerate(keys) if at != own)) for key, words in cell.items()
        )
        for own, cell in enumerate(cells)
    )
    yield Topic(title, shown, differs)
