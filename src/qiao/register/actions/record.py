"""The four ways in which claims come and go. Verbs of all rooms write claims through these alone."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from qiao.kit.insert_row import insert_row
from qiao.register.actions.checking import check_claim
from qiao.register.actions.refresh import refresh_caches
from qiao.register.enums import EntityKind
from qiao.register.models import Claim, Entity, EntityRow, Evidence, Location, Name, Preference, Source
from qiao.zones.actions import Act
from qiao.zones.models import Circle

C = TypeVar("C", bound=Claim)

BOOKKEEPING = frozenset({"id", "zone", "subject", "evidence", "recorded", "withdrawn", "withdrawn_because", "replaces"})

CACHED = (Name, Location)  # what labels and search entries are made of: a name, and the town an event is found by


class ForeignZone(ValueError):
    """A row of another zone was offered."""


class AlreadyWithdrawn(ValueError):
    """The claim was withdrawn meanwhile: there is nothing to put another in the place of."""


def new_entity(
    act: Act,
    kind: EntityKind,
    row: type[EntityRow] | None = None,
    audience: Circle | None = None,
    /,
    **columns: Any,
) -> Entity:
    """Make an entity and, when `row` is given, the row of its kind with `columns`."""
    entity = Entity(zone=act.zone, kind=kind, audience=audience)
    entity.canonical_id = entity.pk
    insert_row(entity)
    if row is not None:
        insert_row(row(entity=entity, zone=act.zone, **columns))
    act.touch(entity)
    act.new.add(entity.pk)
    return entity


def place_evidence(
    act: Act, source: Source, start: int | None, end: int | None, *, quote: str = "", locator: str = ""
) -> Evidence:
    """The evidence row for one place of a source; a place already known is shared."""
    if start is not None:
        known = Evidence.objects.filter(zone=act.zone, source=source, start=start, end=end).first()
        if known is not None:
            return known
    evidence = Evidence(zone=act.zone, source=source, start=start, end=end, quote=quote[:2000], locator=locator[:80])
    insert_row(evidence)
    return evidence


def record(act: Act, table: type[C], *, subject: Entity, evidence: Evidence, **values: Any) -> C:
    """Record one claim.

    Returns   the new claim, or the live one that already says the same from the same place.
    Raises    ForeignZone when any row offered belongs to another zone.
    """
    _same_zone(act, subject, evidence, *(v for v in values.values() if hasattr(v, "zone_id")))
    claim = table(zone=act.zone, subject=subject, evidence=evidence, recorded=act.action, **values)
    twin = None if _is_first(act, claim) else _twin(claim)
    if twin is not None:
        return cast(C, twin)  # a row of the same table
    check_claim(claim, _unchecked(claim))
    insert_row(claim)
    _stale(act, claim)
    return claim


def _is_first(act: Act, claim: Claim) -> bool:
    """Whether the table cannot hold anything of the subject yet: this action made it, and has not said so much."""
    return claim.subject_id in act.new and (claim._meta.label, claim.subject_id) not in act.said


def _twin(claim: Claim) -> Claim | None:
    """The live claim that says the same from the same place; one that replaces another has none."""
    if claim.replaces is not None:
        return None
    held = type(claim)._default_manager.filter(
        zone=claim.zone, subject=claim.subject, evidence=claim.evidence, withdrawn=None, modality=claim.modality
    )
    return next((twin for twin in held if _says(twin) == _says(claim)), None)


def withdraw(act: Act, claim: Claim, because: str = "") -> None:
    """Withdraw a live claim; a withdrawn one stays as it is, and so does one that another action withdrew meanwhile."""
    _same_zone(act, claim)
    held = type(claim)._default_manager.select_for_update(of=("self",))
    claim.refresh_from_db(fields=["withdrawn", "withdrawn_because"], from_queryset=held)
    if claim.withdrawn_id is not None:
        return
    claim.withdrawn = act.action
    claim.withdrawn_because = because[:300]
    claim.save(update_fields=["withdrawn", "withdrawn_because"])
    _stale(act, claim)


def correct(act: Act, claim: C, *, evidence: Evidence, because: str = "", **values: Any) -> C:
    """Withdraw a claim and record another in its place, with the values that differ. Raises AlreadyWithdrawn."""
    held = {column: getattr(claim, column) for column in _columns(claim)} | values
    withdraw(act, claim, because)
    if claim.withdrawn_id != act.action.pk:
        raise AlreadyWithdrawn(f"Expected a live claim; {claim.pk} was withdrawn.")
    later = record(act, type(claim), subject=claim.subject, evidence=evidence, replaces=claim, **held)
    _carry_preference(act, claim, later)
    return later


def record_again(act: Act, claim: C, **values: Any) -> C:
    """Record what a withdrawn claim said, from the same evidence."""
    held = {column: getattr(claim, column) for column in _columns(claim)} | values
    again = record(act, type(claim), subject=claim.subject, evidence=claim.evidence, replaces=claim, **held)
    _carry_preference(act, claim, again)
    return again


def move(act: Act, claim: C, *, subject: Entity, **ends: Any) -> C:
    """Withdraw a claim and record what it says about another subject, from the same evidence.

    ends      `object`, where the other end of the claim moves too.
    Raises    AlreadyWithdrawn.
    """
    held = {column: getattr(claim, column) for column in _columns(claim)} | ends
    withdraw(act, claim)
    if claim.withdrawn_id != act.action.pk:
        raise AlreadyWithdrawn(f"Expected a live claim; {claim.pk} was withdrawn.")
    later = record(act, type(claim), subject=subject, evidence=claim.evidence, replaces=claim, **held)
    _carry_preference(act, claim, later)
    return later


def _carry_preference(act: Act, earlier: Claim, later: Claim) -> None:
    """Who preferred a claim prefers what has come in its place."""
    held = Preference.objects.filter(zone=act.zone, claim_id=earlier.pk, withdrawn__isnull=True)
    if held.update(withdrawn=act.action):
        prefer(act, later)


def prefer(act: Act, claim: Claim) -> Preference:
    """Put a claim before its rivals; those preferred until now must be withdrawn by the caller."""
    preference = Preference(zone=act.zone, subject_id=claim.subject_id, claim_id=claim.pk, recorded=act.action)
    preference.save(force_insert=True)
    act.touch(preference)
    return preference


def _says(claim: Claim) -> tuple[Any, ...]:
    """The value with the time it holds for: a post held twice is two claims."""
    return (*claim.value, claim.valid_from, claim.valid_until)


def _columns(claim: Claim) -> list[str]:
    return [field.name for field in claim._meta.concrete_fields if field.name not in BOOKKEEPING]


def _unchecked(claim: Claim) -> set[str]:
    """Columns that validation leaves alone: our own, and what may be unknown and is."""
    unknown = {f.name for f in claim._meta.concrete_fields if f.null and getattr(claim, f.attname) is None}
    return unknown | BOOKKEEPING


def _stale(act: Act, claim: Claim) -> None:
    act.touch(claim)
    act.said.add((claim._meta.label, claim.subject_id))
    act.told |= {claim.subject_id, getattr(claim, "object_id", None) or claim.subject_id}
    if isinstance(claim, CACHED):
        act.stale.add(claim.subject_id)
    act.at_end("register.refresh_caches", refresh_caches)


def _same_zone(act: Act, *rows: Any) -> None:
    for row in rows:
        if row.zone_id != act.action.zone_id:
            raise ForeignZone(f"Expected rows of zone {act.action.zone_id}; found one of {row.zone_id}.")
