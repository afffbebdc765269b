"""The page about one party: everything that is said of it, as values a template only prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from uuid import UUID

from qiao.engines.text.language import is_han
from qiao.kit import show
from qiao.kit.instants import Moment
from qiao.register.callers import call_of
from qiao.register.enums import PARTIES, Modality, TieKind
from qiao.register.models import Claim, Entity, Location, Name
from qiao.register.queries.about import Said, cited_elsewhere, said_about
from qiao.register.queries.differences import differences
from qiao.register.queries.groups import visible_records
from qiao.register.queries.judgements import JudgementLine, judgement_lines, judgements_of
from qiao.register.queries.labels import best_name, called
from qiao.register.queries.lines import Line, line_of, line_told
from qiao.register.queries.passages import passages
from qiao.register.queries.preferred import preferred_ids
from qiao.register.queries.readings import spoken
from qiao.register.queries.shown import ShownBy, by_value, shown
from qiao.register.queries.sources import (
    Citation,
    SourceName,
    SourceUse,
    cited_by,
    places_to_show,
    source_name,
    sources_cited,
    sources_used,
)
from qiao.register.queries.timeline import Timeline, timeline
from qiao.register.queries.told import tables_told
from qiao.register.queries.words import Piece, Speech
from qiao.zones.models import Membership


@dataclass(frozen=True)
class NameLine:
    """A name with the pinyin that the program computed for it, empty for a name without Han characters."""

    line: Line
    language: str
    language_words: str
    pinyin: str


@dataclass(frozen=True)
class AnswerLine:
    """One answer to a question on which sources differ."""

    line: Line
    source: SourceName
    is_shown: bool


@dataclass(frozen=True)
class DifferenceLines:
    """A question, the rule that chose among the answers, and the answers."""

    title: str
    rule: ShownBy
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True)
class PartyPage:
    """What the page about one group prints. `records` are those of the group that the member sees, `tables` those that
    may speak of them."""

    entity: Entity
    records: tuple[UUID, ...]
    tables: frozenset[type[Claim]]
    title: Piece
    facts: tuple[tuple[Piece, ...], ...]
    ties: Timeline | None
    differences: tuple[DifferenceLines, ...]
    names: tuple[NameLine, ...]
    places: tuple[Line, ...]
    segments: tuple[Line, ...]
    identifiers: tuple[Line, ...]
    contacts: tuple[Line, ...]
    dates: tuple[Line, ...]
    judgements: tuple[JudgementLine, ...]
    sources: tuple[SourceUse, ...]

    @property
    def is_party(self) -> bool:
        """Whether it is an organisation or a person, rather than an event, a meeting, an agreement or a station."""
        return self.entity.kind in PARTIES


def party_page(member: Membership, entity: Entity, *, moment: Moment, language: str, now: datetime) -> PartyPage | None:
    """Everything about the group of an entity; None when the member may see no record of it.

    The number of queries does not depend on how much is said.
    """
    records = visible_records(entity, member, as_of=moment.as_of)
    if not records:
        return None
    tables = tables_told(member, records) if moment.is_present else frozenset(Claim.kinds())
    said = said_about(member, records, moment, tables)
    judged = judgements_of(member, records, moment)
    preferred = preferred_ids(member.zone_id, records, as_of=moment.as_of)
    others = {side for judgement in judged for side in (judgement.left_id, judgement.right_id)}
    ends = {end for tie in said.ties for end in (tie.subject_id, tie.object_id)}
    speech = Speech(language, member.zone.slug, called(others | ends | set(records), language))
    today = moment.on or (moment.as_of or now).date()

    def lines(claims: Sequence[Claim]) -> tuple[Line, ...]:
        return tuple(line_told(told, speech) for told in by_value(claims, preferred))

    return PartyPage(
        entity=entity,
        records=tuple(records),
        tables=tables,
        title=_title(member, entity, said, speech, preferred),
        facts=tuple(_facts(said, speech, preferred)),
        ties=timeline(said.ties, said.records, speech, preferred, today),
        differences=_differences(said, speech, preferred),
        names=_names(said.names, speech, preferred),
        places=lines(said.locations),
        segments=lines(said.classifications),
        identifiers=lines(said.identifiers),
        contacts=lines(said.contacts),
        dates=lines(said.datings),
        judgements=judgement_lines(judged, said.records, said.names, speech),
        sources=_sources(member, [*map(cited_by, said), *cited_elsewhere(member, records, moment, tables)]),
    )


def _title(member: Membership, entity: Entity, said: Said, speech: Speech, preferred: frozenset[UUID]) -> Piece:
    name = best_name(said.names, speech.language, preferred)
    if name:
        return Piece(name.text, name.language)
    return call_of(member, entity, speech.language) or Piece(str(entity.get_kind_display()))


def _facts(said: Said, speech: Speech, preferred: frozenset[UUID]) -> Iterable[tuple[Piece, ...]]:
    """The line under the title: where, what trade, whose, which post."""
    where = shown([place for place in said.locations if place.modality == Modality.FACT], preferred)
    if where:
        yield (Piece(_where(where.first.claim, speech.language)),)
    for told in by_value(said.classifications, preferred)[:2]:
        yield (Piece(told.claim.segment.name_in(speech.language)),)
    for kind in (TieKind.SUBSIDIARY_OF, TieKind.HOLDS_POST):
        tie = shown([tie for tie in said.own_ties if tie.kind == kind], preferred)
        if tie:
            claim = tie.first.claim
            yield (Piece(claim.role or str(claim.get_kind_display())), speech.entity(claim.object))


def _where(place: Location, language: str) -> str:
    country = show.country(place.country, language) if place.country else ""
    return ", ".join(filter(None, (show.place(place.place, language) if place.place else "", country)))


def _differences(said: Said, speech: Speech, preferred: frozenset[UUID]) -> tuple[DifferenceLines, ...]:
    own = chain(said.names, said.locations, said.identifiers, said.own_ties, said.datings)
    found = []
    for difference in differences(own, preferred):
        answers = tuple(
            AnswerLine(line_told(told, speech), source_name(told.claim.evidence.source), at == 0)
            for at, told in enumerate(difference.answers)
        )
        found.append(DifferenceLines(answers[0].line.title, difference.choice.rule, answers))
    return tuple(found)


def _names(names: Sequence[Name], speech: Speech, preferred: frozenset[UUID]) -> tuple[NameLine, ...]:
    return tuple(
        NameLine(
            line=line_of(told.claim, speech, sources=told.sources),
            language=told.claim.language,
            language_words=show.language(told.claim.language, speech.language),
            pinyin=spoken(told.claim.text) if any(map(is_han, told.claim.text)) else "",
        )
        for told in by_value(names, preferred)
    )


def _sources(member: Membership, cited: Sequence[Citation]) -> tuple[SourceUse, ...]:
    places = places_to_show(cited)
    wanted = list(chain.from_iterable(places.values()))
    found = passages(member, wanted) if wanted else {}
    return sources_used(cited, sources_cited(member, cited), places, found)
