"""The rows of one batch written into the register: records, evidence, claims, judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.core.exceptions import ValidationError

from qiao.engines.resolve import MODEL_VERSION
from qiao.exchange.actions.landing import Landing
from qiao.exchange.detect.facts import Facts
from qiao.exchange.detect.found import Place
from qiao.exchange.detect.sayings import Saying, Segments, sayings, values_of
from qiao.exchange.enums import Decision, Fate
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.queries.known import known_of
from qiao.exchange.reading import Draft, DraftTie
from qiao.register.actions.bulk import Likeness, Sheaf
from qiao.register.enums import EntityKind, Verdict
from qiao.register.models import Entity, Evidence
from qiao.register.queries.readers import Reader
from qiao.zones.actions import Act
from qiao.zones.rules import may_review

LONGEST_QUOTE = 2000


class Entering:
    """Writes rows in one action. What the register says already from anywhere is not said again."""

    def __init__(self, act: Act, run: ImportRun, reader: Reader, segments: Segments) -> None:
        self._act = act
        self._run = run
        self._reader = reader
        self._segments = segments
        self._sheaf = Sheaf(act)
        self._known: dict[UUID, Facts] = {}

    def rows(self, entries: Sequence[tuple[ImportRow, Draft]]) -> None:
        """Enter these rows, in order; each is paired with its draft."""
        others = {row.pk: [Place.of(kept) for kept in row.others] for row, _draft in entries}
        ids = {row.lands_on for row, _draft in entries if row.lands_on} | {
            id for row, _draft in entries for id in (row.matched, *(p.target for p in others[row.pk])) if id
        }
        ids |= {p.matched for row, _draft in entries for p in others[row.pk] if p.matched}
        self._landing = Landing(self._run, self._sheaf, ids)
        told = known_of(self._reader, self._landing.reached())
        for record, facts in told.items():
            self._facts(record).take(facts)
        for row, draft in entries:
            self._row(row, draft, others[row.pk])
        self._sheaf.write()

    def _row(self, row: ImportRow, draft: Draft, places: Sequence[Place]) -> None:
        assert row.lands_on is not None
        evidence = _Evidence(self._sheaf, self._run, row)
        ends = [self._landing.stands_for(place.target) for place in places]
        for tie, place in zip(draft.ties, places, strict=True):
            other = self._party(replace(tie.other, ties=()), place.target, [], evidence)
            self._identify(other, place)
        subject = self._party(draft, row.lands_on, ends, evidence)
        self._identify_row(row, subject)

    def _party(self, draft: Draft, id: UUID, ends: Sequence[UUID], evidence: _Evidence) -> Entity:
        """Everything of a drafted party that was not known, recorded on the record that stands for it."""
        entity = self._landing.record(id, draft.kind)
        facts = self._facts(entity.pk)
        for saying in list(sayings(draft, ends, self._segments)):
            if not facts.holds(saying.key):
                self._record(entity, saying, evidence)
                facts.add(saying.key)
        return entity

    def _record(self, entity: Entity, saying: Saying, evidence: _Evidence) -> None:
        values = values_of(saying)
        subject = entity
        if saying.other is not None:
            tie: DraftTie = saying.part
            other = self._landing.record(saying.other, tie.other.kind)
            subject, values["object"] = (entity, other) if tie.is_outward else (other, entity)
            self._facts(other.pk).add(("tie", tie.kind, not tie.is_outward, entity.pk))
            if subject.pk == values["object"].pk:
                return
        try:
            self._sheaf.claim(saying.table, subject=subject, evidence=evidence.place(), **values)
        except ValidationError:
            evidence.leave_out(saying.table.__name__)

    def _facts(self, record: UUID) -> Facts:
        return self._known.setdefault(record, Facts())

    def _identify_row(self, row: ImportRow, subject: Entity) -> None:
        """What is said of the pair: the officer's word before the machine's."""
        if row.own is None or row.matched is None or subject.pk != row.own or subject.pk not in self._landing.made:
            return
        place = Place(row.own, row.matched, row.how, score=row.score)
        if row.decision == Decision.NEW:
            self._judge_different(row)
        elif row.fate == Fate.ADDS:
            self._identify(subject, replace(place, joined=True), row.reasons)
        elif row.is_decidable:
            self._identify(subject, replace(place, ask=True), row.reasons)

    def _judge_different(self, row: ImportRow) -> None:
        """An officer said that the row is not the record found; who may not judge leaves it to those who may."""
        own, member = row.own, self._act.member
        assert own is not None
        assert row.matched is not None
        assert member is not None
        matched = self._landing.stands_for(row.matched)
        if not self._landing.has(matched):
            return
        if may_review(member):
            self._sheaf.judge(Verdict.DIFFERENT, own, matched, by_person=True)
        else:
            self._identify(self._landing.record(own, ""), Place(own, row.matched, row.how, ask=True, score=row.score))

    def _identify(self, subject: Entity, place: Place, reasons: Sequence[object] = ()) -> None:
        if place.matched is None or subject.pk not in self._landing.made or subject.pk != place.own:
            return
        matched = self._landing.stands_for(place.matched)
        if matched == subject.pk or not self._landing.has(matched):
            return
        likeness = Likeness(place.score or 0.0, tuple(reasons), MODEL_VERSION)
        if place.joined:
            self._sheaf.judge(Verdict.SAME, subject.pk, matched, by_person=False, likeness=likeness)
        elif place.ask:
            self._sheaf.ask(EntityKind(subject.kind), subject.pk, matched, likeness)


class _Evidence:
    """The row as a place in its source: entered when the first claim leans on it, with its words."""

    def __init__(self, sheaf: Sheaf, run: ImportRun, row: ImportRow) -> None:
        self._sheaf = sheaf
        self._run = run
        self._row = row
        self._placed: Evidence | None = None

    def place(self) -> Evidence:
        if self._placed is None:
            assert self._run.source is not None
            sheet = self._run.sheet
            locator = f"{sheet[:60]}!{self._row.number}" if sheet else str(self._row.number)
            self._placed = self._sheaf.place(self._run.source, quote=self._quote(), locator=locator)
        return self._placed

    def leave_out(self, table: str) -> None:
        """Say on the row's own line that a value was not as its table allows."""
        left = self._row.why.setdefault("left_out", [])
        if table not in left:
            left.append(table)
        self._row.save(update_fields=["why"])

    def _quote(self) -> str:
        """The row's words under their headers, as far as a quotation goes."""
        pairs = zip(self._run.columns, self._row.cells, strict=False)
        words = " · ".join(f"{header}: {cell}" if header else cell for header, cell in pairs if cell)
        return words[:LONGEST_QUOTE]
