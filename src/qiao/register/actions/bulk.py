"""Many records and claims in one action, written table by table, under the same rules as one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from qiao.kit.insert import insert
from qiao.kit.make_row import make_row
from qiao.register.actions.record import BOOKKEEPING, ForeignZone
from qiao.register.actions.refresh import refresh_caches
from qiao.register.actions.regroup import regroup
from qiao.register.enums import EntityKind, Verdict
from qiao.register.models import Claim, Entity, EntityRow, Evidence, Judgement, Source, WaitingPair
from qiao.zones.actions import Act
from qiao.zones.models import Action, Circle

ROWS = 400  # in one statement: SQLite takes 32,766 values in one


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why the machine takes two records for one: a probability, codes with weights, the model that said so."""

    score: float
    reasons: tuple[Any, ...]
    model_version: str


class Sheaf:
    """What one action records in bulk: gathered first, then written by `write` with one statement for hundreds.

    Every rule of `record` holds: rows of one zone, and each column as its table allows. Whether the register says
    the same already is the caller's to find out beforehand, since asking for each claim is what takes the time.
    """

    def __init__(self, act: Act) -> None:
        self.act = act
        self._entities: list[Entity] = []
        self._rows: defaultdict[type[EntityRow], list[EntityRow]] = defaultdict(list)
        self._evidence: list[Evidence] = []
        self._claims: defaultdict[type[Claim], list[Claim]] = defaultdict(list)
        self._judgements: list[Judgement] = []
        self._pairs: dict[tuple[UUID, UUID], WaitingPair] = {}

    def enter(self, kind: EntityKind, row: type[EntityRow], audience: Circle | None, *, id: UUID) -> Entity:
        """A new record under an id made beforehand."""
        zone_id = self.act.action.zone_id
        circle = audience.pk if audience else None
        entity = make_row(Entity, id=id, zone_id=zone_id, kind=kind, audience_id=circle, canonical_id=id)
        self._entities.append(entity)
        self._rows[row].append(make_row(row, entity_id=id, zone_id=zone_id))
        return entity

    def place(self, source: Source, *, quote: str = "", locator: str = "") -> Evidence:
        """One place in a source that has no text of its own, such as a row of a sheet."""
        self._same_zone(source)
        words, place = quote[:2000], locator[:80]
        evidence = make_row(Evidence, zone_id=source.zone_id, source_id=source.pk, quote=words, locator=place)
        self._evidence.append(evidence)
        return evidence

    def claim(self, table: type[Claim], *, subject: Entity, evidence: Evidence, **values: Any) -> Claim:
        """One claim. Raises ForeignZone; ValidationError when a value is not what its column allows."""
        self._same_zone(subject, evidence, *(v for v in values.values() if hasattr(v, "zone_id")))
        claim = make_row(
            table,
            zone_id=subject.zone_id,
            subject_id=subject.pk,
            evidence_id=evidence.pk,
            recorded_id=self.act.action.pk,
            **{_column(table, name): getattr(value, "pk", value) for name, value in values.items()},
        )
        _check(claim)
        self._claims[table].append(claim)
        self.act.stale.add(subject.pk)
        other = getattr(claim, "object_id", None)
        if other is not None:
            self.act.stale.add(other)
        return claim

    def judge(
        self,
        verdict: Verdict,
        left: UUID,
        right: UUID,
        *,
        by_person: bool,
        likeness: Likeness | None = None,
    ) -> None:
        """A judgement on a record of this sheaf and another: nobody can have judged the two before."""
        left, right = sorted((left, right))
        self._judgements.append(
            Judgement(
                zone=self.act.zone,
                left_id=left,
                right_id=right,
                verdict=verdict,
                by_person=by_person,
                score=likeness.score if likeness else None,
                reasons=list(likeness.reasons) if likeness else [],
                model_version=likeness.model_version if likeness else "",
                recorded=self.act.action,
            )
        )

    def ask(self, kind: EntityKind, left: UUID, right: UUID, likeness: Likeness) -> None:
        """Let two records wait for somebody's judgement."""
        left, right = sorted((left, right))
        self._pairs[left, right] = WaitingPair(
            zone=self.act.zone,
            kind=kind,
            left_id=left,
            right_id=right,
            score=likeness.score,
            reasons=list(likeness.reasons),
            model_version=likeness.model_version,
            found=self.act.action,
        )

    def write(self) -> None:
        """Everything gathered, in the order in which rows lean on each other; caches follow at the action's end."""
        insert(Entity, self._entities)
        for row, rows in self._rows.items():
            insert(row, rows)
        insert(Evidence, self._evidence)
        for table, claims in self._claims.items():
            insert(table, claims)
        if self._pairs:
            WaitingPair.objects.bulk_create(self._pairs.values(), batch_size=ROWS, ignore_conflicts=True)
        if self._claims:
            self.act.at_end("register.refresh_caches", refresh_caches)
        if self._judgements:
            insert(Judgement, self._judgements)
            regroup(self.act, {pk for made in self._judgements for pk in (made.left_id, made.right_id)})

    def _same_zone(self, *rows: Any) -> None:
        for row in rows:
            if row.zone_id != self.act.action.zone_id:
                raise ForeignZone(f"Expected rows of zone {self.act.action.zone_id}; found one of {row.zone_id}.")


def withdraw_recorded(act: Act, deed: Action) -> int:
    """Withdraw what an action of the zone recorded and is live: claims and judgements, and the copies of them that
    undoing made. The act undoes that action, which had withdrawn nothing itself: an import adds.

    Returns   how many claims were withdrawn. A statement or three for each table, however many rows there are.
    """
    withdrawn = 0
    for table in Claim.kinds():
        for live in _live_family(table, deed):
            ends = ["subject_id", *(["object_id"] if "object" in _column_names(table) else [])]
            for row in live.values_list(*ends):
                act.stale.update(row)
            withdrawn += live.update(withdrawn=act.action)
    act.at_end("register.refresh_caches", refresh_caches)
    WaitingPair.objects.filter(zone=act.zone, found=deed, dropped__isnull=True).update(dropped=act.action)
    around: set[UUID] = set()
    for judged in _live_family(Judgement, deed):
        around |= {pk for pair in judged.values_list("left_id", "right_id") for pk in pair}
        judged.update(withdrawn=act.action)
    if around:
        regroup(act, around)
    return withdrawn


def _live_family(table: type[Any], deed: Action) -> Iterator[models.QuerySet[Any]]:
    """Rows that the deed recorded, then copies that undoing made of them, copies of these and so on: the live ones."""
    rows = table._default_manager.filter(zone_id=deed.zone_id)
    yield rows.filter(recorded=deed, withdrawn__isnull=True)
    copies = list(rows.filter(replaces__recorded=deed, recorded__undoes__isnull=False).values_list("id", flat=True))
    while copies:
        yield rows.filter(id__in=copies, withdrawn__isnull=True)
        again = rows.filter(replaces__in=copies, recorded__undoes__isnull=False)
        copies = list(again.values_list("id", flat=True))


@cache
def _column_names(table: type[Claim]) -> frozenset[str]:
    return frozenset(field.name for field in table._meta.concrete_fields)


@cache
def _column(table: type[Claim], name: str) -> str:
    """How the column of a field is called: setting an id costs a fraction of setting a row."""
    return str(table._meta.get_field(name).attname)  # type: ignore[union-attr]  # a field of the table itself


@cache
def _said(table: type[Claim]) -> tuple[models.Field[Any, Any], ...]:
    """The columns that the caller fills, relations left out: those lead to rows that were checked by themselves."""
    own = [field for field in table._meta.concrete_fields if field.name not in BOOKKEEPING and not field.is_relation]
    return tuple(own)


def _check(claim: Claim) -> None:
    """What `full_clean` asks of each column."""
    wrong = {}
    for field in _said(type(claim)):
        value = getattr(claim, field.attname)
        if (value is None and field.null) or (value in field.empty_values and field.blank):
            continue
        try:
            field.clean(value, claim)
        except ValidationError as error:
            wrong[field.name] = error.error_list
    if wrong:
        raise ValidationError(wrong)
